"""The calendar to look at and choose days in: wishes as chips, strength as word and edge."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from heiltid.edits.wishes import WishPlace, asked_by
from heiltid.model import SATURDAY, WishStrength
from ui.pages.wishes.calendar_model import FACE_ROLE, CalendarModel, Face, Shown
from ui.pages.wishes.lines import CROSS, TICK
from ui.texts import tr
from ui.theme import Chip, theme
from ui.wish_words import asked_word, strength_word

ROW_HEIGHT, DATE_WIDTH = 28, 34
SMALL_POINTS = 8.0
EDGES = {
    WishStrength.MUST: (3.0, Qt.PenStyle.SolidLine),
    WishStrength.STRONG: (1.5, Qt.PenStyle.SolidLine),
    WishStrength.WEAK: (1.0, Qt.PenStyle.DashLine),
}
TEXT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class _Delegate(QStyledItemDelegate):
    """Paints a day."""

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        face: Face = index.data(FACE_ROLE)
        area = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(area, QColor(_ground(face)))
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme().selection))
        painter.setPen(QColor(theme().line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if face.on is not None:
            _date(painter, area, face)
            area.setLeft(area.left() + DATE_WIDTH)
        if face.shown:
            _chip(painter, area.adjusted(3, 2, -3, -3), face.shown[0], len(face.shown) - 1)
        elif face.is_away:
            _small(painter, area, tr("ui.wishes.away_short"), int(Qt.AlignmentFlag.AlignCenter))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(theme().accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))
        painter.restore()


def _ground(face: Face) -> str:
    is_weekend = face.place.weekday >= SATURDAY or face.is_red
    return theme().weekend if is_weekend or face.is_away else theme().card


def _date(painter: QPainter, area: QRectF, face: Face) -> None:
    assert face.on is not None
    where = area.adjusted(5, 0, 0, 0)
    where.setWidth(DATE_WIDTH)
    _small(painter, where, f"{face.on.day}.{face.on.month}.", TEXT, theme().worse if face.is_red else "")


def _chip(painter: QPainter, area: QRectF, shown: Shown, more: int) -> None:
    """What is wished at the left, how strongly at the right; the edge tells the strength too."""
    chip, strength = _colours(shown), shown.wish.strength
    width, style = EDGES[strength]
    painter.setPen(QPen(QColor(chip.text if strength is WishStrength.MUST else chip.edge), width, style))
    painter.setBrush(QColor(chip.ground))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
    inner = area.adjusted(7, 0, -6, 0)
    weight = QFont.Weight.Normal if shown.every else QFont.Weight.DemiBold
    what_font, small_font = _font(painter, 9, weight), _font(painter, SMALL_POINTS)
    what, right = _fitting(shown, more, inner.width(), QFontMetricsF(what_font), QFontMetricsF(small_font))
    painter.setPen(QColor(chip.text))
    painter.setFont(what_font)
    painter.drawText(inner, TEXT, what)
    painter.setFont(small_font)
    painter.drawText(inner, RIGHT, right)


def _fitting(
    shown: Shown, more: int, width: float, what: QFontMetricsF, small: QFontMetricsF
) -> tuple[str, str]:
    """The longest words that fit beside one another."""
    mark = "" if shown.is_met is None else f" {TICK if shown.is_met else CROSS}"
    added = f" +{more}" if more else ""
    strength, asked = shown.wish.strength, asked_by(shown.wish)
    tried = [
        (asked_word(asked, short=is_short), strength_word(strength, short=is_brief) + added + mark)
        for is_short, is_brief in ((False, False), (True, False), (True, True))
    ]
    for left, right in tried:
        if what.horizontalAdvance(left) + small.horizontalAdvance(right) + 6 <= width:
            return left, right
    left, right = tried[-1]
    room = max(0.0, width - small.horizontalAdvance(right) - 6)
    return what.elidedText(left, Qt.TextElideMode.ElideRight, room), right


def _small(painter: QPainter, area: QRectF, words: str, side: int, colour: str = "") -> None:
    painter.setFont(_font(painter, SMALL_POINTS))
    painter.setPen(QColor(colour or theme().muted))
    painter.drawText(area, side, words)


def _font(painter: QPainter, points: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    font = QFont(painter.font())
    font.setPointSizeF(points)
    font.setWeight(weight)
    return font


def _colours(shown: Shown) -> Chip:
    """A kind's own colours; what is not wanted stands on plain ground."""
    asked, plain = asked_by(shown.wish), theme()
    if asked.negated or asked.kind is None:
        ground = plain.card if asked.negated else plain.accent_ground
        return Chip(ground=ground, text=plain.text, edge=plain.muted if asked.negated else plain.accent)
    return plain.chip(asked.kind)


class CalendarView(QTableView):
    """Days to choose; Enter or a click asks for the menu."""

    asked = Signal(QPoint)  # where on the screen
    cleared = Signal()
    moved = Signal(object)  # WishPlace of the current day

    def __init__(self, model: CalendarModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wishes_calendar")
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setHighlightSections(False)
        down.setHighlightSections(False)
        down.setDefaultSectionSize(ROW_HEIGHT)
        down.setSectionsClickable(False)
        down.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setCornerButtonEnabled(False)
        self._model = model
        self.selectionModel().currentChanged.connect(self._current_changed)

    def places(self) -> list[WishPlace]:
        """The chosen days."""
        return [self._model.place(index) for index in self.selectionModel().selectedIndexes()]

    def current_place(self) -> WishPlace | None:
        """The day with the cursor."""
        index = self.currentIndex()
        return self._model.place(index) if index.isValid() else None

    def show_place(self, place: WishPlace) -> None:
        """Put the cursor on a day, and on nothing else, whatever keys are held down."""
        index = self._model.index_of(place)
        how = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, how)
        self.scrollTo(index)

    def ask(self) -> None:
        """Ask for the menu at the cursor."""
        if self.currentIndex().isValid():
            corner = self.visualRect(self.currentIndex()).bottomLeft()
            self.asked.emit(self.viewport().mapToGlobal(corner))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Menu):
            self.ask()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        super().mouseReleaseEvent(event)
        adds = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
        if not adds and self.indexAt(event.position().toPoint()).isValid():
            self.ask()

    def _current_changed(self, index: QModelIndex) -> None:
        if index.isValid():
            self.moved.emit(self._model.place(index))

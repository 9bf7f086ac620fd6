"""The list of findings on the screen: model, and a delegate that paints cards and folding headings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.pages.rota.findings_list import Entry, Kind, Section
from ui.texts import tr
from ui.theme import Theme, theme

ROOT = QModelIndex()
ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
PADDING, GAP, BAR = 10, 6, 4
HEADING, LINE = 34, 16
WRAP = int(Qt.TextFlag.TextWordWrap)
ENDLESS = 10_000


class FindingsModel(QAbstractListModel):
    """The lines of the panel."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()

    def set_entries(self, entries: tuple[Entry, ...]) -> bool:
        """Show these; False where nothing is otherwise than before."""
        if entries == self.entries:
            return False
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()
        return True

    def rowCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _spoken(entry)
        if role == Qt.ItemDataRole.ToolTipRole and entry.finding is not None:
            return f"<p>{tr(f'rule_help.{entry.finding.rule}')}</p>"
        if role == Qt.ItemDataRole.ToolTipRole and entry.kind is Kind.SECTION:
            return f"<p>{tr(f'ui.rota.section_help.{entry.section.value}')}</p>"
        return entry if role == ENTRY_ROLE else None


def _spoken(entry: Entry) -> str:
    if entry.kind is not Kind.CARD:
        state = tr("ui.rota.unfolded" if entry.is_open else "ui.rota.folded")
        return f"{entry.title}, {entry.counted or entry.count}, {state}"
    return ". ".join(part for part in (entry.title, entry.who, entry.body, entry.source) if part)


class CardDelegate(QStyledItemDelegate):
    """Headings as lines, findings as cards with a bar in the colour of what they are."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[Entry, int], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:  # noqa: N802
        entry: Entry = index.data(ENTRY_ROLE)
        width = self._width()
        key = (entry, width)
        if key not in self._heights:
            if len(self._heights) > 2_000:
                self._heights.clear()
            self._heights[key] = self._height(entry, width)
        return QSize(width, self._heights[key])

    def _width(self) -> int:
        """The same whether there is a scroll bar or not, so that no card changes its height by one."""
        return self._view.maximumViewportSize().width() - self._view.verticalScrollBar().sizeHint().width()

    def _height(self, entry: Entry, width: int) -> int:
        if entry.kind is Kind.SECTION:
            return HEADING + (LINE if entry.counted else 0)
        room = width - 2 * PADDING - BAR - 2
        boxes = self._boxes(entry, QRect(0, 0, room, ENDLESS))
        return sum(box.height() for _, box, _, _ in boxes) + 2 * PADDING - 4 + GAP

    def _boxes(self, entry: Entry, room: QRect) -> list[tuple[str, QRect, QFont, str]]:
        """Texts with place, font and role of colour, below one another."""
        bold, plain, small = (
            self._font(QFont.Weight.DemiBold, 9.5),
            self._font(QFont.Weight.Normal, 9.5),
            self._font(QFont.Weight.Normal, 8.5),
        )
        head = f"{entry.title} · {entry.who}" if entry.who else entry.title
        if entry.kind is Kind.FOLD:
            counted = entry.counted.replace(" ", "\u00a0")  # the number stays beside its noun
            head = f"{'▾' if entry.is_open else '▸'} {entry.title} · {counted}"
        parts = [(head, bold, "text"), (entry.body, plain, "text"), (entry.source, small, "muted")]
        found, top = [], room.top()
        for shown, font, role in parts:
            if shown:
                asked = QRect(room.left(), top, room.width(), ENDLESS)
                box = QFontMetrics(font).boundingRect(asked, WRAP, shown)
                box = QRect(room.left(), top, room.width(), box.height())
                found.append((shown, box, font, role))
                top += box.height() + 1
        return found

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        shown = theme()
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        box = QRect(option.rect.left(), option.rect.top(), self._width(), option.rect.height())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if entry.kind is Kind.SECTION:
            self._paint_section(painter, box, entry, is_current)
        else:
            self._paint_card(painter, box, entry, is_current, shown)
        painter.restore()

    def _paint_section(self, painter: QPainter, box: QRect, entry: Entry, is_current: bool) -> None:
        shown = theme()
        if is_current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(shown.accent_ground))
            painter.drawRoundedRect(box.adjusted(0, 6, -1, -3), 4, 4)
        font = self._font(QFont.Weight.DemiBold, 10)
        painter.setFont(font)
        painter.setPen(QColor(shown.text))
        sign = "▾" if entry.is_open else "▸"
        inner = QRect(box.left() + 4, box.top() + 4, box.width() - 10, HEADING - 4)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, f"{sign} {entry.title}")
        painter.setPen(QColor(shown.worse if entry.section is Section.BREACH else shown.muted))
        if entry.counted:  # words want a line of their own: the panel is narrow
            painter.setFont(self._font(QFont.Weight.Normal, 9.5))
            painter.drawText(inner.translated(14, LINE), Qt.AlignmentFlag.AlignVCenter, entry.counted)
        else:
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(inner, right, str(entry.count))

    def _paint_card(
        self, painter: QPainter, box: QRect, entry: Entry, is_current: bool, shown: Theme
    ) -> None:
        frame = box.adjusted(0, 0, -1, -GAP)
        painter.setPen(QPen(QColor(shown.accent if is_current else shown.line), 1.4 if is_current else 1))
        painter.setBrush(QColor(shown.accent_ground if is_current else shown.card))
        painter.drawRoundedRect(frame, 6, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(bar_colour(entry.section, shown)))
        painter.setClipRect(QRect(frame.left(), frame.top(), BAR, frame.height() + 1))
        painter.drawRoundedRect(frame.adjusted(0, 0, 1, 1), 6, 6)
        painter.setClipping(False)
        room = frame.adjusted(BAR + PADDING, PADDING - 2, -PADDING, 0)
        colours = {"text": shown.text, "muted": shown.muted}
        for words, where, font, role in self._boxes(entry, room):
            painter.setFont(font)
            painter.setPen(QColor(colours[role]))
            painter.drawText(where, WRAP, words)

    def _font(self, weight: QFont.Weight, size: float) -> QFont:
        font = QFont(self._view.font())
        font.setPointSizeF(size)
        font.setWeight(weight)
        return font


def bar_colour(section: Section, shown: Theme) -> str:
    """The colour of a kind of finding."""
    return {
        Section.BREACH: shown.worse,
        Section.OPEN_SHIFTS: shown.warning,
        Section.AGREEMENT: shown.accent,
        Section.NOTE: shown.sidebar_mark,
        Section.SET_ASIDE: shown.muted,
    }[section]


def findings_view(parent: QWidget) -> QListView:
    """An empty list of cards."""
    view = QListView(parent)
    view.setModel(FindingsModel(view))
    view.setItemDelegate(CardDelegate(view))
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setObjectName("rota_findings")
    return view

"""The frozen lines below the grid: how many are there, with a sign and a ground where it is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLine, QModelIndex, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QMouseEvent, QPainter, QPixmap, QPolygonF
from PySide6.QtWidgets import QAbstractItemView, QToolTip, QWidget

from heiltid.calendar import Calendar
from heiltid.measures.against import Against, Present
from heiltid.model import SATURDAY
from ui.pages.rota.coverage_model import SIGNS, CoverageModel
from ui.pages.rota.painted_table import PaintedTable, Sight
from ui.theme import theme

COVERAGE_HEIGHT = 20
NUMBERS_FROM, SIGNS_FROM = 10, 17  # column widths
SIGN_HEIGHT = 9
SIGN_WIDTH = 6  # beside a number


class CoverageView(PaintedTable):
    """Numbers by day; a click where people lack asks who could come."""

    asked = Signal(int, int)  # line, day

    def __init__(self, model: CoverageModel, parent: QWidget | None = None) -> None:
        super().__init__(COVERAGE_HEIGHT, parent)
        self.coverage = model
        self._calendar: Calendar | None = None
        self._kept: dict[Present, QPixmap] = {}
        self._made_for: tuple[int, float, bool] | None = None
        self.setModel(model)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setObjectName("rota_coverage")

    def set_calendar(self, calendar: Calendar) -> None:
        """The days it stands below."""
        self._calendar = calendar

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._lacks_at(event) is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self._lacks_at(event)
        if index is not None and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit(index.row(), index.column())
        super().mouseReleaseEvent(event)

    def _lacks_at(self, event: QMouseEvent) -> QModelIndex | None:
        index = self.indexAt(event.position().toPoint())
        is_short = (
            index.isValid()
            and self.coverage.answers
            and bool(self.coverage.lacking(index.row(), index.column()))
        )
        return index if is_short else None

    def paint_cells(self, painter: QPainter, sight: Sight) -> None:
        table = self.coverage.table
        width, shown = self.horizontalHeader().defaultSectionSize(), theme()
        if table is None:
            return
        self._fit(width)
        self._paint_ground(painter, sight, width)
        for row, top in zip(sight.rows, sight.tops, strict=True):
            cells, left = table.cells[row], sight.lefts[0]
            for day in sight.columns:
                present = cells[day]
                if present is not None:
                    painter.drawPixmap(left, top, self._pixmap(present, width))
                left += width
        painter.setPen(QColor(shown.strong_line))  # at the top of the view, however small a piece is painted
        painter.drawLine(sight.lefts[0], 0, sight.lefts[-1] + width, 0)

    def _paint_ground(self, painter: QPainter, sight: Sight, width: int) -> None:
        shown, top = theme(), sight.tops[0]
        bottom, right = sight.tops[-1] + self.row_height, sight.lefts[-1] + width
        lines, strong = [], []
        for day, left in zip(sight.columns, sight.lefts, strict=True):
            calendar = self._calendar
            if day % 7 >= SATURDAY or (calendar is not None and calendar.is_red(day)):
                painter.fillRect(left, top, width, bottom - top, QColor(shown.weekend))
            edge = QLine(left + width - 1, top, left + width - 1, bottom)
            if (day + 1) % 7 == 0:
                strong.append(edge)
            elif width >= 9:
                lines.append(edge)
        height = self.row_height
        lines += [QLine(sight.lefts[0], y + height - 1, right, y + height - 1) for y in sight.tops]
        painter.setPen(QColor(shown.line))
        painter.drawLines(lines)
        if strong:
            painter.setPen(QColor(shown.strong_line))
            painter.drawLines(strong)

    def _fit(self, width: int) -> None:
        wanted = (width, self.devicePixelRatioF(), theme().is_dark)
        if wanted != self._made_for:
            self._made_for = wanted
            self._kept.clear()

    def _pixmap(self, present: Present, width: int) -> QPixmap:
        found = self._kept.get(present)
        if found is None:
            found = self._kept[present] = self._drawn(present, width)
        return found

    def _drawn(self, present: Present, width: int) -> QPixmap:
        ratio, height = self.devicePixelRatioF(), self.row_height
        made = QPixmap(round(width * ratio), round(height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        ground, ink = _colours(present.against)
        box = QRect(0, 0, width - 1, height - 1)
        if ground is not None:
            painter.fillRect(box, QColor(ground))
        has_sign, against = present.against in SIGNS, present.against
        if width >= NUMBERS_FROM:
            if has_sign and width >= SIGNS_FROM:
                _paint_sign(painter, _right_edge(box), QColor(ink), against)
                box.setRight(box.right() - SIGN_WIDTH)
            painter.setFont(self._font(str(present.people), box.width(), ground is not None))
            painter.setPen(QColor(ink))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(present.people))
        elif ground is not None or against is Against.BELOW_TARGET:
            _paint_sign(painter, _middle(box, box.width(), SIGN_HEIGHT), QColor(ink), against)
        painter.end()
        return made

    def _font(self, shown: str, width: int, is_bold: bool) -> QFont:
        size = 9.0
        font = self.small_font(QFont.Weight.Bold if is_bold else QFont.Weight.Normal, size)
        while size > 6.5 and QFontMetrics(font).horizontalAdvance(shown) > width - 2:
            size -= 0.5
            font.setPointSizeF(size)
        return font


def _middle(box: QRect, width: int, height: int) -> QRectF:
    """A box of that size in the middle of another."""
    found = QRectF(0, 0, width, height)
    found.moveCenter(QRectF(box).center())
    return found


def _right_edge(box: QRect) -> QRectF:
    """The place of a sign beside a number."""
    found = _middle(box, SIGN_WIDTH, SIGN_WIDTH)
    found.moveRight(box.right())
    return found


def _paint_sign(painter: QPainter, box: QRectF, colour: QColor, against: Against) -> None:
    """A triangle in its box that points down or up; below Target it is open, as in the coverage map."""
    is_open = against is Against.BELOW_TARGET
    is_below = is_open or against is Against.BELOW_MINIMUM
    base, tip = (box.top(), box.bottom()) if is_below else (box.bottom(), box.top())
    ends = (QPointF(box.left(), base), QPointF(box.right(), base), QPointF(box.center().x(), tip))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour if is_open else Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush if is_open else colour)
    painter.drawPolygon(QPolygonF(ends))


def _colours(against: Against) -> tuple[str | None, str]:
    """Ground, if any, and letters."""
    shown = theme()
    return {
        Against.RIGHT: (None, shown.text),
        Against.ABOVE_TARGET: (None, shown.better),
        Against.BELOW_TARGET: (None, shown.warning),
        Against.BELOW_MINIMUM: (shown.worse_ground, shown.worse),
        Against.ABOVE_MAXIMUM: (shown.warning_ground, shown.warning),
    }[against]


class BandView(PaintedTable):
    """The names of the coverage lines, beside them."""

    def __init__(self, model: CoverageModel, width: int, parent: QWidget | None = None) -> None:
        super().__init__(COVERAGE_HEIGHT, parent)
        self.coverage = model
        self.setModel(model)
        self.horizontalHeader().hide()
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedWidth(width)

    def viewportEvent(self, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            band = self.rowAt(event.pos().y())
            QToolTip.showText(event.globalPos(), "" if band < 0 else self.coverage.why_cut(band), self)
            return True
        return super().viewportEvent(event)

    def paint_cells(self, painter: QPainter, sight: Sight) -> None:
        table, shown = self.coverage.table, theme()
        if table is None:
            return
        painter.setFont(self.small_font())
        right = self.viewport().width() - 1
        for row, top in zip(sight.rows, sight.tops, strict=True):
            painter.setPen(QColor(shown.muted))
            box = QRect(12, top, self.width() - 20, self.row_height - 1)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, table.bands[row].label)
            painter.setPen(QColor(shown.line))
            painter.drawLine(0, top + self.row_height - 1, right, top + self.row_height - 1)
        painter.setPen(QColor(shown.strong_line))
        painter.drawLine(0, 0, right, 0)
        painter.drawLine(right, sight.tops[0], right, sight.tops[-1] + self.row_height)

"""The frozen columns at the left: painted so that the new position is bold and better or worse."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from ui.pages.rota.day_header import HEADER_HEIGHT
from ui.pages.rota.looks import Mark
from ui.pages.rota.painted_table import PaintedTable, Sight
from ui.pages.rota.people_model import DEVIATION, FINDINGS, HOURS, NAME, POSITION, PeopleModel
from ui.pages.rota.people_rows import PersonLine
from ui.texts import hours, position
from ui.theme import theme

NARROWEST_NAME, NARROW_NAME, WIDE_NAME = 112, 138, 186
WIDTHS = {NAME: NARROW_NAME, POSITION: 112, HOURS: 46, DEVIATION: 54, FINDINGS: 38}
PADDING = 8
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PeopleHeader(QHeaderView):
    """The columns' names, as high as the days' header."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setMinimumSectionSize(1)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setFixedHeight(HEADER_HEIGHT)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(super().sizeHint().width(), HEADER_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme().card))
        font = QFont(self.font())
        font.setPointSizeF(8.5)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        for column in range(self.count()):
            box = QRect(self.sectionViewportPosition(column), 0, self.sectionSize(column), HEADER_HEIGHT)
            shown = self.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            painter.setPen(QColor(theme().muted))
            side = LEFT if column == NAME else RIGHT
            inner = box.adjusted(PADDING + 4 if column == NAME else 2, 20, -PADDING, 0)
            painter.drawText(
                inner,
                side,
                QFontMetrics(font).elidedText(str(shown), Qt.TextElideMode.ElideRight, inner.width()),
            )
        painter.setPen(QColor(theme().strong_line))
        painter.drawLine(0, HEADER_HEIGHT - 1, self.width(), HEADER_HEIGHT - 1)
        painter.end()


class PeopleView(PaintedTable):
    """Names and figures beside the grid."""

    row_chosen = Signal(int)
    asked_about = Signal(int)  # a click on a line: what is known of her
    opened = Signal(int)  # double click on a line
    asked = Signal(int, QPoint)  # a menu for a line

    def __init__(self, model: PeopleModel, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(row_height, parent)
        self.people = model
        self.current_row = -1
        self.setHorizontalHeader(PeopleHeader(self))
        self.setModel(model)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTabKeyNavigation(False)  # else Tab would stay in the button of its header
        self.widths = dict(WIDTHS)
        self.give_names(NARROW_NAME)
        self.setObjectName("rota_people")

    def give_names(self, width: int) -> None:
        """So much room for the names."""
        self.widths[NAME] = width
        for column, wide in self.widths.items():
            self.setColumnWidth(column, wide)
        self.setFixedWidth(sum(self.widths.values()))

    def box_of(self, row: int) -> QRect:
        """Where a line is in the viewport."""
        return QRect(0, self.rowViewportPosition(row), self.width(), self.row_height)

    def show_current(self, row: int) -> None:
        """The line in which the grid's current cell stands."""
        if row != self.current_row:
            for changed in (row, self.current_row):
                self.viewport().update(self.box_of(changed))
            self.current_row = row

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.row_chosen.emit(index.row())
            if event.button() is Qt.MouseButton.LeftButton:
                self.asked_about.emit(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index.row())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        index: QModelIndex = self.indexAt(event.pos())
        if index.isValid():
            self.row_chosen.emit(index.row())
            self.asked.emit(index.row(), event.globalPos())

    def paint_cells(self, painter: QPainter, sight: Sight) -> None:
        plain = self.small_font()
        bold = self.small_font(QFont.Weight.Bold)
        shown = theme()
        lefts = {column: self.columnViewportPosition(column) for column in self.widths}
        for row, top in zip(sight.rows, sight.tops, strict=True):
            line, height = self.people.lines[row], self.row_height
            if row == self.current_row:
                painter.fillRect(0, top, self.width(), height, QColor(shown.accent_ground))
            boxes = {
                column: QRect(lefts[column] + 2, top, width - PADDING - 2, height - 1)
                for column, width in self.widths.items()
            }
            self._paint_name(painter, line, boxes[NAME].adjusted(PADDING + 2, 0, PADDING, 0), plain)
            self._paint_position(painter, line, boxes[POSITION], plain, bold)
            painter.setFont(plain)
            painter.setPen(QColor(shown.muted))
            painter.drawText(boxes[HOURS], RIGHT, hours(line.hours_minutes))
            painter.drawText(boxes[DEVIATION], RIGHT, line.deviation)
            self._paint_findings(painter, line, boxes[FINDINGS], bold)
            painter.setPen(QColor(shown.line))
            painter.drawLine(0, top + height - 1, self.width(), top + height - 1)
        painter.setPen(QColor(shown.strong_line))
        right = self.viewport().width() - 1
        painter.drawLine(right, sight.tops[0], right, sight.tops[-1] + self.row_height)

    def _paint_name(self, painter: QPainter, line: PersonLine, box: QRect, font: QFont) -> None:
        painter.setFont(font)
        painter.setPen(QColor(theme().text))
        # Lines nobody holds are told apart by the number at their end.
        mode = Qt.TextElideMode.ElideMiddle if line.name.endswith(")") else Qt.TextElideMode.ElideRight
        shown = QFontMetrics(font).elidedText(line.name, mode, box.width())
        painter.drawText(box, LEFT, shown)

    def _paint_position(
        self, painter: QPainter, line: PersonLine, box: QRect, plain: QFont, bold: QFont
    ) -> None:
        shown, now = theme(), line.now
        if line.was_bp == line.position_bp:
            painter.setFont(plain)
            painter.setPen(QColor(shown.text))
            painter.drawText(box, RIGHT, now)
            return
        painter.setFont(bold)
        # Closing a vacant line takes nothing from anybody.
        fallen = shown.text if line.may_close else shown.worse
        painter.setPen(QColor(shown.better if line.position_bp > line.was_bp else fallen))
        painter.drawText(box, RIGHT, now)
        before = f"{position(line.was_bp).removesuffix(' %')} → "
        painter.setFont(plain)
        painter.setPen(QColor(shown.text))
        room = box.adjusted(0, 0, -QFontMetrics(bold).horizontalAdvance(now), 0)
        shown_before = QFontMetrics(plain).elidedText(before, Qt.TextElideMode.ElideLeft, room.width())
        painter.drawText(room, RIGHT, shown_before)

    def _paint_findings(self, painter: QPainter, line: PersonLine, box: QRect, font: QFont) -> None:
        """The number, red with a mark where a breach is among them."""
        if not line.findings:
            return
        is_breach = line.gravest is Mark.BREACH
        painter.setFont(font if is_breach else self.small_font())
        painter.setPen(QColor(theme().worse if is_breach else theme().muted))
        painter.drawText(box, RIGHT, f"! {line.findings}" if is_breach else str(line.findings))

"""A table that paints itself: one pass over the cells in sight instead of a delegate's call for each.

Model, selection, editors and accessibility are those of QTableView. Rows are of one height, columns
keep the width they are given.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from ui.theme import theme


class Sight:
    """The cells a paint event asks for: rows and columns, both ends included."""

    def __init__(self, view: QTableView, asked: QRect) -> None:
        rows, columns = view.model().rowCount(), view.model().columnCount()
        self.rows = _span(view.rowAt(asked.top()), view.rowAt(asked.bottom()), rows, asked.top() < 0)
        self.columns = _span(
            view.columnAt(asked.left()), view.columnAt(asked.right()), columns, asked.left() < 0
        )
        self.tops = [view.rowViewportPosition(row) for row in self.rows]
        self.lefts = [view.columnViewportPosition(column) for column in self.columns]


def _span(first: int, last: int, count: int, from_start: bool) -> range:
    if first < 0 and not from_start:
        return range(0)
    return range(max(first, 0), (last if last >= 0 else count - 1) + 1)


class PaintedTable(QTableView):
    """Subclasses say in `paint_cells` what their cells look like."""

    def __init__(self, row_height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(1)
        rows.setDefaultSectionSize(row_height)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def row_height(self) -> int:
        """Height of every row."""
        return self.verticalHeader().defaultSectionSize()

    def measure(self) -> None:
        """Take in new sizes at once: what is scrolled to next must know how far it can go."""
        self.updateGeometries()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.fillRect(event.rect(), QColor(theme().card))
        if self.model() is not None:
            sight = Sight(self, event.rect())
            if sight.rows and sight.columns:
                self.paint_cells(painter, sight)
        painter.end()

    def paint_cells(self, painter: QPainter, sight: Sight) -> None:
        """Paint these cells; the ground is there already."""

    def small_font(self, weight: QFont.Weight = QFont.Weight.Normal, size: float = 9.0) -> QFont:
        """The program's font in the size of a table."""
        font = QFont(self.font())
        font.setPointSizeF(size)
        font.setWeight(weight)
        return font

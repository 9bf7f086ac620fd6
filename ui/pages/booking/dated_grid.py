"""The rota's grid over a dated plan, with a mark in the cells that were decided by hand."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPolygonF

from heiltid.model.booking import Booked
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from ui.pages.booking.dated_document import DatedDocument
from ui.pages.rota.grid import RotaGrid
from ui.pages.rota.grid_model import GridModel
from ui.pages.rota.grid_view import GridView
from ui.pages.rota.painted_table import Sight
from ui.pages.rota.people_model import PeopleModel
from ui.pages.rota.people_rows import PersonLine
from ui.texts import tr
from ui.theme import theme

CORNER = 7.0  # pixels of the mark of a decision


class DatedModel(GridModel):
    """Says of a cell that it was decided by hand, too."""

    def __init__(self, document: DatedDocument, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self._dated = document

    def decided(self, row: int, day: int) -> Booked | None:
        """What somebody decided there."""
        return self._dated.decision_at(self.numbers[row], day)

    def decided_cells(self) -> list[tuple[int, int]]:
        """Row and day of every cell with a decision."""
        day_of = self._dated.calendar.day_of
        places = ((self.row_of(employee), day_of(on)) for employee, on in self._dated.decisions)
        return [(row, day) for row, day in places if row is not None and 0 <= day < self.columnCount()]

    def spoken(self, row: int, day: int) -> str:
        words = super().spoken(row, day)
        return words if self.decided(row, day) is None else f"{words}, {tr('ui.booking.by_hand')}"


class DatedPeople(PeopleModel):
    """An hourly substitute has no position for her hours to be more than."""

    def __init__(self, document: DatedDocument, parent: QObject | None = None) -> None:
        super().__init__(document, parent)
        self._dated = document

    def _line(self, judged: Judgement, number: str, findings: dict[str, tuple[Finding, ...]]) -> PersonLine:
        line = super()._line(judged, number, findings)
        return replace(line, by_the_hour=self._dated.is_by_the_hour(number))


class DatedView(GridView):
    """A corner in the colour of the house marks what was decided by hand."""

    cleared = Signal()
    copied = Signal()
    pasted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        for keys, told in (
            (QKeySequence.StandardKey.Delete, self.cleared),
            (QKeySequence.StandardKey.Copy, self.copied),
            (QKeySequence.StandardKey.Paste, self.pasted),
        ):
            if event.matches(keys):
                told.emit()
                return
        super().keyPressEvent(event)

    def paint_cells(self, painter: QPainter, sight: Sight) -> None:
        super().paint_cells(painter, sight)
        model = self.grid
        assert isinstance(model, DatedModel)
        width, height = self.horizontalHeader().defaultSectionSize(), self.row_height
        leg = min(CORNER, width / 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme().card))
        painter.setBrush(QColor(theme().accent))
        for row, day in model.decided_cells():
            if row in sight.rows and day in sight.columns:
                right = self.columnViewportPosition(day) + width - 1
                bottom = self.rowViewportPosition(row) + height - 1
                ends = ((right, bottom), (right - leg, bottom), (right, bottom - leg))
                painter.drawPolygon(QPolygonF([QPointF(*end) for end in ends]))


class DatedGrid(RotaGrid):
    """The grid over a dated document."""

    model_kind = DatedModel
    people_kind = DatedPeople
    view_kind = DatedView

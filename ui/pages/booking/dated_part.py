"""The dated rota in the rota's own grid: what stands on each date, and what was decided there by hand."""

from __future__ import annotations

from datetime import date

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from heiltid.model.booking import Booked
from ui.document import EVERYTHING
from ui.pages.booking.by_line import ByLine
from ui.pages.booking.dated_document import DatedDocument
from ui.pages.booking.dated_grid import DatedGrid, DatedView
from ui.pages.booking.part import Part
from ui.pages.booking.standings import Standings
from ui.pages.booking.words import moment_words
from ui.pages.booking.work import Work
from ui.pages.rota.editing import GridEdits, places_of
from ui.pages.rota.grid import Zoom
from ui.pages.rota.header_tools import ZoomButtons
from ui.pages.rota.words import cell_words
from ui.places import Place
from ui.texts import tr
from ui.widgets.basic import GAP, button, label, row

ZOOM = "booking_zoom"


class DatedPart(Part):
    """To read and to write in: what is written is a decision, with a name and a time."""

    key = "dated"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.dated = DatedDocument(work.unit, self)
        self.dated.decided.connect(work.decide)
        self.edits = GridEdits(self.dated, work.desk.say)
        self.grid = DatedGrid(self.dated)
        self.zooms = ZoomButtons()
        self.by = ByLine(work.desk.settings)
        self._cell = label("", "muted", name="dated_cell")
        self.take_back = button("ui.booking.take_back_decision", name="dated_take_back")
        self._shown: object = None
        self.column.setSpacing(GAP)
        mark = label(tr("ui.booking.by_hand_mark"), "muted")
        head = row(self._cell, mark, self.take_back, self.by, self.zooms)
        head.setStretch(0, 1)
        self.column.addLayout(head)
        self.column.addWidget(self.grid, 1)
        self.setTabOrder(self.zooms.findChildren(QPushButton)[-1], self.grid.legend_button)
        self.setTabOrder(self.grid.legend_button, self.grid.cells)
        self._connect()
        known = work.desk.settings.word(ZOOM, Zoom.FOUR.name)
        self.set_zoom(Zoom[known] if known in Zoom.__members__ else Zoom.FOUR)

    def _connect(self) -> None:
        cells = self.grid.cells
        cells.codes.trouble = self.edits.trouble
        cells.written.connect(self._write)
        cells.written_everywhere.connect(self._write_everywhere)
        cells.dropped.connect(self._drop)
        cells.moved.connect(self._moved)
        self.zooms.zoomed.connect(self.set_zoom)
        self.take_back.clicked.connect(self._take_back)
        for part, name in ((cells, "rota"), (self.grid.people, "people"), (self.grid.coverage, "coverage")):
            part.setAccessibleName(tr(f"ui.spoken.{name}"))
        self.grid.bands.setAccessibleName(tr("ui.spoken.demand"))
        self.grid.people.row_chosen.connect(self._choose_row)
        assert isinstance(cells, DatedView)
        cells.cleared.connect(self._clear)
        cells.copied.connect(self._copy)
        cells.pasted.connect(self._paste)

    def set_zoom(self, zoom: Zoom) -> None:
        """So many weeks in sight; remembered."""
        self.grid.set_zoom(zoom)
        self.zooms.show_zoom(zoom)
        self.work.desk.settings.set_word(ZOOM, zoom.name)

    def refresh(self) -> None:
        rollout = self.work.rollout
        if rollout is None or rollout is self._shown:
            return
        self._shown = rollout
        self.dated.show_rollout(rollout)
        self.grid.cells.codes.codes = self.edits.codes()
        self.grid.refresh(EVERYTHING)
        self.grid.cells.viewport().update()
        current = self.grid.cells.currentIndex()
        self._moved(current.row(), current.column())

    def arrive(self, target: object) -> None:
        """Select cells of the dated plan."""
        if isinstance(target, Place):
            current = self.grid.cells.currentIndex()
            found = None if target.employee is None else self.grid.model.row_of(target.employee)
            place = max(0, current.row()) if found is None else found
            self.grid.cells.show_cells(place, target.days or (0,))
            self.grid.cells.setFocus()

    def _moved(self, place: int, day: int) -> None:
        """What stands in the current cell, and who decided it."""
        model = self.grid.model
        if not (0 <= place < model.rowCount() and 0 <= day < model.columnCount()):
            self._cell.clear()
            self.take_back.setEnabled(False)
            return
        decision = self.dated.decision_at(model.numbers[place], day)
        words = model.spoken(place, day)
        if decision is not None:
            was = cell_words(decision.was, self.dated.judgement.context.shifts)
            when = moment_words(decision.at)
            words = tr("ui.booking.decided_cell", cell=words, by=decision.by, when=when, was=was)
        self._cell.setText(words)
        self._cell.setToolTip(words)
        self.take_back.setEnabled(decision is not None)

    def _take_back(self) -> None:
        decisions = self._selected_decisions()
        if decisions:
            self.work.undecide(tr("ui.booking.step.undecide"), decisions)

    def _selected_decisions(self) -> tuple[Booked, ...]:
        """All decisions, the older ones too, of the selected cells."""
        rollout = self.work.rollout
        assert rollout is not None
        cells = {(who, self._date(day)) for who, day in self._places()}
        return tuple(entry for entry in rollout.decisions if (entry.employee, entry.on) in cells)

    def _date(self, day: int) -> date:
        return self.dated.calendar.date_of(day)

    def _places(self) -> list[tuple[str, int]]:
        return places_of(self.grid.model.numbers, self.grid.cells.selected_cells())

    def _write(self, place: int, day: int, typed: str) -> None:
        self.edits.type([(self.grid.model.numbers[place], day)], typed)

    def _write_everywhere(self, typed: str) -> None:
        self.edits.type(self._places(), typed)

    def _clear(self) -> None:
        self.edits.clear(self._places())

    def _copy(self) -> None:
        rows, days = self.grid.cells.selected_box()
        if rows:
            QGuiApplication.clipboard().setText(self.edits.copied(self.grid.model.numbers, rows, days))

    def _paste(self) -> None:
        rows, days = self.grid.cells.selected_box()
        text = QGuiApplication.clipboard().text()
        if rows and text:
            self.edits.paste(self.grid.model.numbers, rows, days, text)

    def _drop(self, down: int, right: int) -> None:
        cells, model = self.grid.cells.selected_cells(), self.grid.model
        targets = [(place + down, day + right) for place, day in cells]
        if all(0 <= place < model.rowCount() and 0 <= day < model.columnCount() for place, day in targets):
            self.edits.drop(places_of(model.numbers, cells), places_of(model.numbers, targets))

    def _choose_row(self, place: int) -> None:
        self.grid.cells.go(place, max(0, self.grid.cells.currentIndex().column()))
        self.grid.cells.setFocus()

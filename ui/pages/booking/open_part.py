"""The open shifts: a table to narrow down, and beside it who may take the chosen one."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter

from heiltid.booking.places.candidates import Candidates
from heiltid.booking.places.taking import cells_of_taking
from heiltid.model.asking import Booking
from heiltid.model.booking import OpenPlace, RollOut
from ui.models.records import Column
from ui.pages.booking.by_line import ByLine
from ui.pages.booking.candidates import CandidatesCard
from ui.pages.booking.filters import PlaceFilter
from ui.pages.booking.part import Part
from ui.pages.booking.standings import Standings
from ui.pages.booking.words import (
    code_words,
    competence_words,
    date_words,
    place_words,
    takers_words,
    times_words,
    who_words,
)
from ui.pages.booking.work import Work
from ui.texts import hours, tr
from ui.widgets.basic import WIDE_GAP, Card, label
from ui.widgets.record_table import RecordTable

SIZES = (800, 330)
REPAINT_MILLISECONDS = 250


class OpenPart(Part):
    """Giving a shift away is a decision on the dated plan, and one step of undo."""

    key = "open"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.filter = PlaceFilter()
        self.total = label("", "muted", wraps=True, name="open_total")
        self.table = RecordTable(self._columns(), "open_places")
        self.table.setAccessibleName(tr("ui.booking.tab.open"))
        self.candidates = CandidatesCard(work.document.undo_stack)
        self.by = ByLine(work.desk.settings)
        self.candidates.body.addWidget(self.by)
        self._shown: RollOut | None = None
        self._given: OpenPlace | None = None  # what is told in place of who may take the next one
        self._is_giving = self._is_filling = False
        self._asked: tuple[Booking, Candidates] | None = None
        self._repaint = QTimer(self)
        self._repaint.setSingleShot(True)
        self._repaint.setInterval(REPAINT_MILLISECONDS)
        self._repaint.timeout.connect(self._show_answers)
        self._arrange()
        self.filter.changed.connect(self._fill)
        self.table.chosen.connect(self._choose)
        self.table.selected.connect(self._selected)
        self.candidates.wants_next.connect(self._show_next)
        self.candidates.given.connect(self.give)
        standings.answered.connect(self._heard)

    def _arrange(self) -> None:
        left = Card()
        left.body.addWidget(self.filter)
        left.body.addWidget(self.total)
        left.body.addWidget(self.table, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(WIDE_GAP)
        parts.setStyleSheet("QSplitter::handle { background: transparent; }")
        for place, part in enumerate((left, self.candidates)):
            parts.addWidget(part)
            parts.setStretchFactor(place, SIZES[place])
        parts.setSizes(list(SIZES))
        self.column.addWidget(parts, 1)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                key="date",
                title=tr("ui.booking.column.date"),
                shown=lambda place: date_words(place.on),
                sorted_by=lambda place: (place.on, place.start_minute),
                width=128,
            ),
            Column(key="code", title=tr("ui.booking.column.code"), shown=code_words, width=54),
            Column(
                key="times",
                title=tr("ui.booking.column.times"),
                shown=times_words,
                sorted_by=lambda place: place.start_minute,
                width=104,
            ),
            Column(
                key="competence",
                title=tr("ui.booking.column.competence"),
                shown=lambda place: competence_words(place.competence),
                width=106,
            ),
            Column(
                key="why",
                title=tr("ui.booking.column.why"),
                shown=lambda place: tr(f"booking.why.{place.why.value}"),
                width=108,
            ),
            Column(
                key="lacking",
                title=tr("ui.booking.column.lacking"),
                shown=_lacking_words,
                sorted_by=lambda place: place.lacking_minutes,
                look=lambda place: "warning" if place.lacking_minutes else "",
                tooltip=tr("ui.booking.column.lacking_help"),
                is_number=True,
                width=80,
            ),
            Column(
                key="takers",
                title=tr("ui.booking.column.takers"),
                shown=self._takers_words,
                sorted_by=self._takers_count,
                tooltip=tr("ui.booking.column.takers_help"),
                stretches=True,
                least_width=130,
            ),
        )

    def refresh(self) -> None:
        unit, rollout = self.work.unit, self.work.rollout
        if rollout is None:
            return
        last = unit.start + timedelta(days=unit.day_count - 1)
        self.filter.show_unit(unit, unit.start, last)
        if self._shown is not rollout or self._given is not None:
            self._fill()
        else:
            self.standings.ask(self._records())

    def left(self) -> None:
        self.standings.stop()
        self.candidates.told.forget()

    def give(self, place: OpenPlace, employee: str) -> None:
        """A place to somebody, as the leader decides."""
        rollout = self.work.rollout
        if rollout is None:
            return
        who, what = who_words(employee, rollout.unit), place_words(place)
        cells = cells_of_taking(rollout.plan, place, employee, rollout.unit.start)
        self._given, self._is_giving = place, True
        self.work.decide(tr("ui.booking.step.give", what=what, who=who), cells)
        self._is_giving = False
        words = tr("ui.booking.said_given", what=what, who=who)
        self.candidates.show_given(words, has_next=bool(self._records()))

    def _fill(self) -> None:
        """The places that pass; the one chosen stays so, or the next one is."""
        row = self.table.current_row()
        before = self._given or (self.table.record(row) if row >= 0 else None)
        places = self.filter.chosen(self.work.places)
        self._shown, self._is_filling = self.work.rollout, True
        self.table.set_records(places)
        self._say_total()
        if places:
            kept = next(
                (n for n, each in enumerate(places) if _same(each, before)), min(max(row, 0), len(places) - 1)
            )
            self.table.show_row(kept)
            if self._is_giving:
                self.table.clearSelection()
        else:
            self.candidates.show_nothing(tr("ui.booking.no_open"))
        self._is_filling = False
        if not self._is_giving:
            self._choose(self.table.current_row())
        self.standings.ask(places)

    def _records(self) -> tuple[OpenPlace, ...]:
        return self.table.records_model.records

    def _selected(self, rows: list[int]) -> None:
        """The row after one that was given is the current one already, and chosen by this alone."""
        if self._given is not None and rows:
            self._choose(rows[0])

    def _show_next(self) -> None:
        """The shift after the one that was given."""
        self.table.setFocus()
        self.table.show_row(max(self.table.current_row(), 0))

    def _choose(self, row: int) -> None:
        if self._is_filling:
            return
        self._given = None
        if 0 <= row < len(self._records()):
            place = self.table.record(row)
            self.candidates.show_place(place, self._candidates_now().of(place), self.work.unit)

    def _candidates_now(self) -> Candidates:
        """Made once for each state of the booking."""
        booking = self.work.booking
        assert booking is not None
        if self._asked is None or self._asked[0] is not booking:
            self._asked = (booking, Candidates(booking, takers=self.standings.takers))
        return self._asked[1]

    def _takers_words(self, place: OpenPlace) -> str:
        known = self.standings.of(place)
        return tr("ui.booking.asking") if known is None else takers_words(known)

    def _takers_count(self, place: OpenPlace) -> int:
        known = self.standings.of(place)
        return -1 if known is None else sum(standing.can for standing in known)

    def _heard(self) -> None:
        if self.isVisible() and not self._repaint.isActive():
            self._repaint.start()

    def _show_answers(self) -> None:
        self.table.viewport().update()
        self._say_total()

    def _say_total(self) -> None:
        """How many there are, and how many of them nobody may take."""
        places = self._records()
        known = [self.standings.of(place) for place in places]
        if any(entry is None for entry in known):
            self.total.setText(tr("ui.booking.total_asking", count=len(places)))
            return
        nobody = sum(not any(standing.can for standing in entry or ()) for entry in known)
        self.total.setText(tr("ui.booking.total", count=len(places), nobody=nobody))


def _lacking_words(place: OpenPlace) -> str:
    """ "6,8 t"; nothing where only the wanted staffing asks for the shift."""
    return tr("ui.booking.hours", hours=hours(place.lacking_minutes)) if place.lacking_minutes else ""


def _same(one: OpenPlace, other: OpenPlace | None) -> bool:
    """Whether it is the same shift, whatever its number."""
    return other is not None and (one.on, one.code, one.competence, one.whose) == (
        *(other.on, other.code, other.competence, other.whose),
    )

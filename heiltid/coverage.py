"""Demand laid out over the days of a rota, cut where shifts begin and end.

A requirement is one Demand row on one day. A segment is a piece of it in which no shift starts or
ends, so that the people present are the same throughout. Source: workbook.md, sheet Demand.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeAlias

from heiltid.calendar import Calendar
from heiltid.model import (
    MINUTES_PER_DAY,
    SUNDAY,
    DemandRow,
    Plan,
    PlanRow,
    ShiftType,
    Unit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One Demand row on one day: `row` is its place in unit.demand; minutes from the rota's start."""

    row: int
    day: int
    start: int
    end: int
    shift: str | None
    competence: str | None
    minimum: int
    target: int
    maximum: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece [start, end) of a requirement; `covers` lists the (day, code) that are present in it.

    Days may be -1 (history, or the last day of a cyclic rota) or beyond the rota's end only for
    cyclic rotas, where they are already wrapped into 0..day_count-1.
    """

    requirement: Requirement
    start: int
    end: int
    covers: tuple[tuple[int, str], ...]

    @property
    def minutes(self) -> int:
        """Length of the piece."""
        return self.end - self.start


RowInForce: TypeAlias = tuple[int, DemandRow, tuple[int, int]]  # place in unit.demand, row, its minutes

_Piece: TypeAlias = tuple[int, int, tuple[tuple[int, str], ...]]  # start, end, (days on, code) there


class Coverage:
    """The demand of one unit on every day of its rota."""

    def __init__(self, unit: Unit, calendar: Calendar) -> None:
        self.unit = unit
        self.calendar = calendar
        self._shifts = unit.shift_by_code()
        self._pieces: dict[tuple[int, bool], list[_Piece]] = {}
        self._fillers = {
            row.competence: frozenset(
                entry.number
                for entry in unit.employees
                if row.competence in unit.covered_by(entry.competence)
            )
            for row in unit.demand
            if row.competence is not None
        }

    def may_fill(self, employee: str, competence: str | None) -> bool:
        """Whether the person counts towards a requirement of that competence."""
        return competence is None or employee in self._fillers[competence]

    @cached_property
    def surplus_rows(self) -> frozenset[int]:
        """Places in unit.demand of the rows in which more than Target is surplus.

        Where anybody at all is asked for, a row for a competence counts no surplus: those people stand
        in the other row too.
        """
        demand = self.unit.demand
        is_anyone_asked = any(row.competence is None for row in demand)
        return frozenset(
            place for place, row in enumerate(demand) if row.competence is None or not is_anyone_asked
        )

    @cached_property
    def requirements(self) -> tuple[Requirement, ...]:
        """Every requirement of every day, in day order; replaced rows are left out."""
        return tuple(
            Requirement(
                row=index,
                day=day,
                start=day * MINUTES_PER_DAY + start,
                end=day * MINUTES_PER_DAY + end,
                shift=row.shift,
                competence=row.competence,
                minimum=row.minimum,
                target=row.target,
                maximum=row.maximum,
            )
            for day in range(self.unit.day_count)
            for index, row, (start, end) in self.rows_of(day)
        )

    def _span(self, row: DemandRow) -> tuple[int, int]:
        return span_of(row, self._shifts)

    def rows_of(self, day: int) -> list[RowInForce]:
        """The rows in force on a day."""
        is_red = self.calendar.is_red(day)
        weekday = SUNDAY if is_red else self.calendar.weekday(day)
        return rows_in_force(
            self.unit.demand, self._shifts, weekday=weekday, is_red=is_red, when=self.calendar.date_of(day)
        )

    @cached_property
    def segments(self) -> tuple[Segment, ...]:
        """All requirements cut at shift boundaries, in day order."""
        return tuple(itertools.chain.from_iterable(self._cuts))

    @cached_property
    def _cuts(self) -> tuple[list[Segment], ...]:
        return tuple(self._cut(requirement) for requirement in self.requirements)

    def _cut(self, requirement: Requirement) -> list[Segment]:
        """The segments of one requirement; a Demand row is cut the same way on all days but the last."""
        day = requirement.day
        is_last = not self.unit.is_cyclic and day == self.unit.day_count - 1
        key = (requirement.row, is_last)
        if key not in self._pieces:
            self._pieces[key] = self._pieces_of(self.unit.demand[requirement.row], is_last)
        midnight = day * MINUTES_PER_DAY
        return [
            Segment(
                requirement=requirement,
                start=midnight + start,
                end=midnight + end,
                covers=tuple([(self._wrapped(day + step), code) for step, code in covers]),
            )
            for start, end, covers in self._pieces[key]
        ]

    def _pieces_of(self, row: DemandRow, is_last: bool) -> list[_Piece]:
        """A Demand row cut where shifts begin and end, from 00:00 of its day. After the last day is none."""
        first, last = self._span(row)
        present = [
            (step, shift.code, start, end)
            for step in ((-1, 0) if is_last else (-1, 0, 1))
            for shift in self.unit.shifts
            for start in (step * MINUTES_PER_DAY + shift.start_minute,)
            for end in (start + shift.length_minutes,)
            if shift.counts_as_cover and end > first and start < last
            if row.shift is None or (shift.code == row.shift and step == 0)
        ]
        inside = {mark for _, _, *ends in present for mark in ends if first < mark < last}
        return [
            (
                start,
                end,
                tuple((step, code) for step, code, begin, stop in present if begin <= start < end <= stop),
            )
            for start, end in itertools.pairwise(sorted({first, last, *inside}))
        ]

    def _wrapped(self, day: int) -> int:
        return day % self.unit.day_count if self.unit.is_cyclic else day

    @cached_property
    def spans(self) -> tuple[range, ...]:
        """For each of `requirements` the places of its segments in `segments`."""
        ends = itertools.accumulate((len(cut) for cut in self._cuts), initial=0)
        return tuple(range(first, end) for first, end in itertools.pairwise(ends))

    @cached_property
    def requirements_at(self) -> Mapping[tuple[int, str], tuple[int, ...]]:
        """For each (day, code) the places in `requirements` of those it helps to meet."""
        found: dict[tuple[int, str], dict[int, None]] = {}
        for place, cut in enumerate(self._cuts):
            for segment in cut:
                for cover in segment.covers:
                    found.setdefault(cover, {})[place] = None
        return {cover: tuple(places) for cover, places in found.items()}

    def counts(self, plan: Plan) -> tuple[int, ...]:
        """People present in each segment (same order as `segments`), by the competence asked for."""
        present = Presence(self, self.workers(plan))
        return tuple(map(present.in_segment, self.segments))

    def workers(self, plan: Plan) -> Mapping[tuple[int, str], tuple[str, ...]]:
        """Who really works each (day, code); the last history day has day -1."""
        found: dict[tuple[int, str], list[str]] = {}
        for row in plan.rows:
            for cover in self.covers_of(row):
                found.setdefault(cover, []).append(row.employee)
        return {cover: tuple(numbers) for cover, numbers in found.items()}

    def covers_of(self, row: PlanRow) -> list[tuple[int, str]]:
        """Every (day, code) a line really works; the last history day of a dated rota has day -1."""
        found = [
            (day, cell.shift)
            for day, cell in enumerate(row.cells)
            if cell.shift is not None and cell.absence is None
        ]
        if row.history and row.history[-1].works and not self.unit.is_cyclic:
            found.append((-1, str(row.history[-1].shift)))
        return found


class Presence:
    """How many people are there in a segment, each (day, code) counted once per competence."""

    def __init__(self, coverage: Coverage, workers: Mapping[tuple[int, str], tuple[str, ...]]) -> None:
        self._coverage = coverage
        self._workers = workers
        self._known: dict[tuple[tuple[int, str], str | None], int] = {}

    def in_segment(self, segment: Segment) -> int:
        """People present all through the segment who count towards its requirement."""
        competence = segment.requirement.competence
        return sum([self._on(cover, competence) for cover in segment.covers])

    def _on(self, cover: tuple[int, str], competence: str | None) -> int:
        key = (cover, competence)
        if key not in self._known:
            numbers = self._workers.get(cover, ())
            self._known[key] = sum(self._coverage.may_fill(number, competence) for number in numbers)
        return self._known[key]


def span_of(row: DemandRow, shifts: Mapping[str, ShiftType]) -> tuple[int, int]:
    """Minutes of the day a row covers; a row by code covers that shift. `shifts`: by code."""
    if row.shift is not None:
        shift = shifts[row.shift]
        return shift.start_minute, shift.end_minute
    assert row.start_minute is not None
    assert row.end_minute is not None
    return row.start_minute, row.end_minute


def rows_in_force(
    demand: Iterable[DemandRow],
    shifts: Mapping[str, ShiftType],
    *,
    weekday: int,
    is_red: bool = False,
    when: date | None = None,
) -> list[RowInForce]:
    """The rows that count on one day: a date row replaces a red one, a red one a weekday's."""
    ordinary: list[RowInForce] = []
    red: list[RowInForce] = []
    dated: list[RowInForce] = []
    for index, row in enumerate(demand):
        entry = (index, row, span_of(row, shifts))
        if when in row.days.dates:
            dated.append(entry)
        elif is_red and row.days.red:
            red.append(entry)
        elif weekday in row.days.weekdays:
            ordinary.append(entry)
    above = dated + red
    kept = dated + [entry for entry in red if not _replaced(entry, dated)]
    kept += [entry for entry in ordinary if not _replaced(entry, above)]
    return sorted(kept, key=lambda entry: entry[0])


def _replaced(entry: RowInForce, stronger: Iterable[RowInForce]) -> bool:
    """Whether a stronger row of the same competence overlaps the entry in time."""
    _, row, (start, end) = entry
    return any(
        other.competence == row.competence and o_start < end and start < o_end
        for _, other, (o_start, o_end) in stronger
    )

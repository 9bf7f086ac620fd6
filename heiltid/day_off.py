"""The weekly day off (F1) put into a finished rota.

F1 marks the day that carries the weekly rest of 35 h, AML § 10-8 (2): one a week, on Sunday when
Sunday is free. F2-F5 are left to people: F3 and F5 belong to laying red days over a dated rota, and
a red weekday is only given F1 where no other day carries the rest. Source: domain.md section 5.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from heiltid.calendar import Calendar
from heiltid.model import (
    DAYS_PER_WEEK,
    MINUTES_PER_DAY,
    MINUTES_PER_HOUR,
    SUNDAY,
    Cell,
    Employee,
    Plan,
    PlanRow,
    ShiftType,
    Unit,
)

WEEKLY_DAY_OFF = "F1"
WEEKLY_REST_MINUTES = 35 * MINUTES_PER_HOUR
LEAST_REST_MINUTES = 28 * MINUTES_PER_HOUR  # AML § 10-8 (3): no agreement goes below


def with_day_off_codes(unit: Unit, plan: Plan) -> Plan:
    """The plan with F1 on one free day of every week that holds a rest; nothing else changes.

    A week that already has an F1, in which the person is away, or without a rest of at least 28 h
    gets none; neither do closed lines (no shift at all) and hourly substitutes.
    """
    return _marked(unit, plan, {row.employee: range(len(row.cells) // DAYS_PER_WEEK) for row in plan.rows})


def with_days_off_moved(unit: Unit, before: Plan, after: Plan) -> Plan:
    """A shift laid on the F1 of a week moves it to another free day of that week that holds a rest."""
    was = before.row_of()
    weeks = {
        row.employee: [day // DAYS_PER_WEEK for day in _covered(was[row.employee], row)]
        for row in after.rows
        if row.employee in was and row is not was[row.employee]
    }
    return _marked(unit, after, {employee: found for employee, found in weeks.items() if found})


def _covered(was: PlanRow, now: PlanRow) -> list[int]:
    """Days that had F1 and have a shift."""
    return [
        day
        for day, (old, new) in enumerate(zip(was.cells, now.cells, strict=False))
        if old.day_off == WEEKLY_DAY_OFF and new.shift is not None
    ]


def _marked(unit: Unit, plan: Plan, weeks: Mapping[str, Iterable[int]]) -> Plan:
    """The plan with F1 in these weeks of these people, where there is none."""
    if not weeks:
        return plan
    calendar = Calendar(unit)
    shifts = unit.shift_by_code()
    people = unit.employee_by_number()
    changed: dict[str, PlanRow] = {}
    for row in plan.rows:
        person = people.get(row.employee) if row.employee in weeks else None
        if person is not None and person.is_planned and any(cell.shift for cell in row.cells):
            line = _Line(unit, calendar, shifts, person, row)
            changed[row.employee] = replace(row, cells=line.marked(weeks[row.employee]))
    return plan.with_rows(changed)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class _Fitness:
    """How well a free day carries the weekly rest; compared field by field, larger is better."""

    free_sunday: bool  # and the rest around it is long enough
    whole_day_within_week: bool  # no work on the day, 35 h inside Monday-Sunday
    whole_day: bool  # no work on the day, 35 h that may reach into the next week
    within_week: bool  # a night ends on the day, yet 35 h remain inside the week
    not_red: bool
    day: int  # late in the week, near the Sunday


class _Line:
    """One person's line with its working time on either side of the seams."""

    def __init__(
        self,
        unit: Unit,
        calendar: Calendar,
        shifts: dict[str, ShiftType],
        person: Employee,
        row: PlanRow,
    ) -> None:
        self.unit = unit
        self.calendar = calendar
        self.person = person
        self.row = row
        spans = sorted(
            (
                day * MINUTES_PER_DAY + shifts[str(cell.shift)].start_minute,
                day * MINUTES_PER_DAY + shifts[str(cell.shift)].end_minute,
            )
            for day, cell in self._around()
            if cell.works
        )
        self.starts = [start for start, _ in spans]
        self.ends = sorted(end for _, end in spans)

    def _around(self) -> list[tuple[int, Cell]]:
        count = len(self.row.cells)
        if self.unit.is_cyclic:
            edge = 2 * DAYS_PER_WEEK
            return [(day, self.row.cells[day % count]) for day in range(-edge, count + edge)]
        before = [(place - len(self.row.history), cell) for place, cell in enumerate(self.row.history)]
        return before + list(enumerate(self.row.cells))

    def marked(self, weeks: Iterable[int]) -> tuple[Cell, ...]:
        """The cells with the days off of these weeks."""
        cells = list(self.row.cells)
        for place in weeks:
            week = range(place * DAYS_PER_WEEK, (place + 1) * DAYS_PER_WEEK)
            if any(cells[day].day_off == WEEKLY_DAY_OFF for day in week):
                continue
            fit = [self._fitness(day) for day in week if self._is_open(day)]
            best = max((entry for entry in fit if entry is not None), default=None)
            if best is not None:
                cells[best.day] = replace(cells[best.day], day_off=WEEKLY_DAY_OFF)
        return tuple(cells)

    def _is_open(self, day: int) -> bool:
        cell = self.row.cells[day]
        empty = cell.shift is None and cell.day_off is None and cell.absence is None
        return empty and self.calendar.is_present(self.person, day)

    def _fitness(self, day: int) -> _Fitness | None:
        """None where the rest on that day is below every limit."""
        start, end = self._rest_on(day)
        rest = self.calendar.rest_minutes(start, end)
        if rest < LEAST_REST_MINUTES:
            return None
        week_start = self.calendar.week(day) * DAYS_PER_WEEK * MINUTES_PER_DAY
        week_end = week_start + DAYS_PER_WEEK * MINUTES_PER_DAY
        inside = self.calendar.rest_minutes(max(start, week_start), min(end, week_end))
        whole = start <= day * MINUTES_PER_DAY and end >= (day + 1) * MINUTES_PER_DAY
        enough = rest >= WEEKLY_REST_MINUTES
        return _Fitness(
            free_sunday=whole and enough and self.calendar.weekday(day) == SUNDAY,
            whole_day_within_week=whole and inside >= WEEKLY_REST_MINUTES,
            whole_day=whole and enough,
            within_week=inside >= WEEKLY_REST_MINUTES,
            not_red=not self.calendar.is_red(day),
            day=day,
        )

    def _rest_on(self, day: int) -> tuple[int, int]:
        """The rest (from, to) in which the day ends; beyond all work it reaches two weeks out."""
        moment = (day + 1) * MINUTES_PER_DAY - 1
        before = bisect_right(self.ends, moment) - 1
        after = bisect_left(self.starts, moment)
        far = 2 * DAYS_PER_WEEK * MINUTES_PER_DAY
        start = self.ends[before] if before >= 0 else moment - far
        end = self.starts[after] if after < len(self.starts) else moment + far
        return start, end

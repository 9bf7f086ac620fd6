"""Hours of one person on a dated plan: what the position pays for, what is planned, how more would count.

A shift under a laid-over absence is paid and counts as planned; days of an absence are in on both sides.
Hours of the position that are not planned are unbound, beyond the tolerance a contract has anyway. What
comes on top is extra up to full time and overtime beyond the full-time day or week; for somebody with a
full position, here and elsewhere together, all of it is overtime. The full-time day is as long as a shift
may be by agreement: a night of 10 h is an ordinary day of those who work full time on it. Source: domain.md
section 4, AML § 10-5.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from heiltid.calendar import Calendar
from heiltid.contract import full_time_week, paid_hours, present_weeks, tolerance_minutes
from heiltid.model import (
    DAYS_PER_WEEK,
    FULL_TIME_BP,
    MINUTES_PER_DAY,
    Cell,
    Employee,
    PlanRow,
    ShiftType,
    Unit,
)
from heiltid.model.booking import Overtime
from heiltid.rulebook import RuleBook, book_of
from heiltid.rules.hours import agreed_shift_minutes

RULE = "booked_shifts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """Minutes of a shift by how they count; together all that is paid of it."""

    unbound: int
    extra: int
    overtime: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HoursOf:
    """One person's hours with what she has taken on top of the plan.

    week_minutes: her full-time week less what she works elsewhere, as a share; unbound: minutes of the
    position still to be filled; by_week: minutes worked or paid in each week of the plan.
    """

    person: Employee
    position_bp: int
    week_minutes: int
    unbound: int
    by_week: dict[int, int]
    overtime: tuple[Overtime, ...] = ()

    @property
    def is_full_time(self) -> bool:
        """Whether everything on top of the plan is beyond full time."""
        return self.position_bp + self.person.elsewhere_bp >= FULL_TIME_BP


class Hours:
    """The hours of a unit's people. `unit` and `calendar` know employment, and of no absence."""

    def __init__(self, unit: Unit) -> None:
        self.unit = replace(unit, absences=())
        self.calendar = Calendar(self.unit)
        self.book: RuleBook = book_of(unit)
        self.shifts = unit.shift_by_code()
        self._days: dict[str, int] = {}

    def of(self, person: Employee, planned: PlanRow, row: PlanRow) -> HoursOf:
        """A person's hours: as planned, and with what stands in `row` on top of that, in order of dates.

        Minutes of a planned shift that was taken off, or changed for a shorter one, are there to be filled:
        moving a shift adds nothing.
        """
        found = self.untaken(person, planned, row)
        for day, shift, gone in self.taken(planned, row):
            found = self.with_shift(found, day, shift, instead_of=gone)
        return found

    def untaken(self, person: Employee, planned: PlanRow, row: PlanRow) -> HoursOf:
        """A person's hours as planned, less what was taken off, before anything taken on top counts."""
        found = self._as_planned(person, planned)
        for day, (was, cell) in enumerate(zip(planned.cells, row.cells, strict=True)):
            left = self._minutes(was) - self._minutes(cell)
            if left > 0 and (cell.shift is None or (was.works and cell.works)):
                found = self._without(found, day, left)
        return found

    def taken(self, planned: PlanRow, row: PlanRow) -> Iterator[tuple[int, ShiftType, int]]:
        """What stands on top of the plan, by day: the shift, and the minutes of one that it replaces."""
        for day, (was, cell) in enumerate(zip(planned.cells, row.cells, strict=True)):
            if cell.works and cell.shift != was.shift:
                yield day, self.shifts[str(cell.shift)], self._minutes(was)

    def _without(self, hours: HoursOf, day: int, minutes: int) -> HoursOf:
        if not self.calendar.is_employed(hours.person, day):
            return hours
        week = day // DAYS_PER_WEEK
        return replace(
            hours,
            unbound=hours.unbound + minutes,
            by_week={**hours.by_week, week: hours.by_week.get(week, 0) - minutes},
        )

    def _as_planned(self, person: Employee, row: PlanRow) -> HoursOf:
        hours = paid_hours(self.unit, self.calendar, person, row.cells)
        weeks = present_weeks(self.calendar, person)
        week = full_time_week(self.unit, hours, weeks)
        full_time = week * weeks
        expected = full_time * row.position_bp / FULL_TIME_BP
        lacking = expected - hours.total
        is_unbound = lacking > tolerance_minutes(self.unit, person, full_time)
        return HoursOf(
            person=person,
            position_bp=row.position_bp,
            week_minutes=round(week * (FULL_TIME_BP - person.elsewhere_bp) / FULL_TIME_BP),
            unbound=round(lacking) if is_unbound else 0,
            by_week=self._by_week(person, row.cells),
        )

    def _by_week(self, person: Employee, cells: Sequence[Cell]) -> dict[int, int]:
        found: Counter[int] = Counter()
        for day, cell in enumerate(cells):
            if self.calendar.is_employed(person, day):
                found[day // DAYS_PER_WEEK] += self._minutes(cell)
        return dict(found)

    def _minutes(self, cell: Cell) -> int:
        shift = None if cell.shift is None else self.shifts.get(cell.shift)
        return 0 if shift is None else shift.paid_minutes

    def split(self, hours: HoursOf, day: int, shift: ShiftType, *, instead_of: int = 0) -> Split:
        """How a shift on top of the plan counts; `instead_of`: minutes of a planned one it replaces."""
        minutes = max(0, shift.paid_minutes - instead_of)
        unbound = min(minutes, hours.unbound)
        rest = minutes - unbound
        if hours.is_full_time:
            return Split(unbound=unbound, extra=0, overtime=rest)
        week = hours.by_week.get(day // DAYS_PER_WEEK, 0) + minutes
        beyond_week = week - hours.week_minutes
        beyond_day = shift.paid_minutes - self.full_time_day(hours.person.number)
        overtime = min(rest, max(0, beyond_week, beyond_day))
        return Split(unbound=unbound, extra=rest - overtime, overtime=overtime)

    def full_time_day(self, employee: str) -> int:
        """Minutes of a day beyond which a shift on top is overtime."""
        if employee not in self._days:
            limit = self.book.value(RULE, "day_minutes", employee)
            agreed = agreed_shift_minutes(self.book, employee)
            self._days[employee] = MINUTES_PER_DAY if limit is None else max(int(limit), agreed)
        return self._days[employee]

    def with_shift(self, hours: HoursOf, day: int, shift: ShiftType, *, instead_of: int = 0) -> HoursOf:
        """The hours after a shift on top was taken."""
        split = self.split(hours, day, shift, instead_of=instead_of)
        week = day // DAYS_PER_WEEK
        minutes = split.unbound + split.extra + split.overtime
        made = Overtime(employee=hours.person.number, on=self.calendar.date_of(day), minutes=split.overtime)
        return replace(
            hours,
            unbound=hours.unbound - split.unbound,
            by_week={**hours.by_week, week: hours.by_week.get(week, 0) + minutes},
            overtime=(*hours.overtime, made) if split.overtime else hours.overtime,
        )

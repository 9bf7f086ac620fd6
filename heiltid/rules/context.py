"""What every check may look at: unit, plan, rule book, calendar, demand, and who works when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import NamedTuple

from heiltid.calendar import Calendar
from heiltid.contract import PaidHours, accepted_shifts, paid_hours
from heiltid.coverage import Coverage
from heiltid.model import (
    DAYS_PER_WEEK,
    FREE,
    HISTORY_DAYS,
    MINUTES_PER_DAY,
    Cell,
    Employee,
    Plan,
    PlanRow,
    ShiftKind,
    ShiftType,
    Unit,
    Wish,
)
from heiltid.rulebook import RuleBook, book_of
from heiltid.rules.staffing import Staffing, staffing_of


class Worked(NamedTuple):
    """A shift really worked. `day` is the plan's day; start and end are minutes from the rota's start.

    In `Context.around` a cyclic rota's neighbouring runs keep their true position in time: `day` may be
    negative or beyond the end there; `Context.plan_day` folds it back.
    """

    day: int
    start: int
    end: int
    shift: ShiftType


class Line:
    """What checks ask of one person's line, reckoned once."""

    def __init__(self, unit: Unit, calendar: Calendar, shifts: Mapping[str, ShiftType], row: PlanRow) -> None:
        self._row = row
        self._unit = unit
        self._calendar = calendar
        self._shifts = shifts
        self._paid: PaidHours | None = None

    @cached_property
    def worked(self) -> tuple[Worked, ...]:
        """Shifts worked on the plan's own days, in time order."""
        return tuple(self._worked(0, self._row.cells))

    @cached_property
    def around(self) -> tuple[Worked, ...]:
        """The same across the plan's seams: a run before and one after, or the history."""
        if not self._unit.is_cyclic:
            return (*self._worked(-len(self._row.history), self._row.history), *self.worked)
        days = self._calendar.day_count
        return (*self._worked(-days, self._row.cells), *self.worked, *self._worked(days, self._row.cells))

    def _worked(self, first: int, cells: Sequence[Cell]) -> Iterator[Worked]:
        for day, cell in enumerate(cells, first):
            if cell.shift is not None and cell.absence is None:
                shift = self._shifts[cell.shift]
                midnight = day * MINUTES_PER_DAY
                yield Worked(day, midnight + shift.start_minute, midnight + shift.end_minute, shift)

    @cached_property
    def days(self) -> frozenset[int]:
        """The days on which a shift in `around` starts."""
        return frozenset(entry.day for entry in self.around)

    @cached_property
    def paid_by_week(self) -> Mapping[int, int]:
        """Paid minutes really worked, by the week a shift starts in; history's weeks are -2 and -1."""
        found: dict[int, int] = {}
        for entry in self.worked if self._unit.is_cyclic else self.around:
            week = entry.day // DAYS_PER_WEEK
            found[week] = found.get(week, 0) + entry.shift.paid_minutes
        return found

    @cached_property
    def kinds(self) -> Counter[ShiftKind]:
        """How many shifts of each kind that covers demand are worked on the plan's own days."""
        return Counter(entry.shift.kind for entry in self.worked if entry.shift.counts_as_cover)

    def paid_hours(self, person: Employee) -> PaidHours:
        """Paid minutes of the planned cells (contract.paid_hours)."""
        if self._paid is None:
            self._paid = paid_hours(self._unit, self._calendar, person, self._row.cells)
        return self._paid


class Context:
    """A plan with all that judging it needs. Build it once per plan; checks are pure functions of it."""

    def __init__(
        self, unit: Unit, plan: Plan, *, calendar: Calendar | None = None, coverage: Coverage | None = None
    ) -> None:
        self.unit = unit
        self.plan = plan
        self.book: RuleBook = book_of(unit)
        self.calendar = calendar or Calendar(unit)
        self.coverage = coverage or Coverage(unit, self.calendar)
        self.shifts = unit.shift_by_code()
        self.rows = plan.row_of()
        self._lines: dict[str, Line] = {}
        self._kinds: dict[str, frozenset[ShiftKind]] = {}
        self._staffed: Staffing | None = None

    def with_plan(self, plan: Plan, changed: Collection[str]) -> Context:
        """The context of another plan of the unit, whose lines are the same people's in the same order.

        Only those of the `changed` employees are reckoned anew: the others may differ in locks and
        day-off codes, which no rule looks at.
        """
        other = copy(self)
        other.plan = plan
        other.rows = plan.row_of()
        other._lines = {number: line for number, line in self._lines.items() if number not in changed}
        if self._staffed is not None:
            other._staffed = self._staffed.moved(
                (self.rows[number], other.rows[number]) for number in changed
            )
        return other

    @cached_property
    def people(self) -> tuple[Employee, ...]:
        """Planned employees that have a row in the plan."""
        return tuple(p for p in self.unit.planned_employees if p.number in self.rows)

    def row(self, person: Employee) -> PlanRow:
        """The person's line."""
        return self.rows[person.number]

    def line(self, person: Employee) -> Line:
        """What is reckoned of the person's line."""
        found = self._lines.get(person.number)
        if found is None:
            row = self.rows[person.number]
            found = self._lines[person.number] = Line(self.unit, self.calendar, self.shifts, row)
        return found

    def worked(self, person: Employee) -> tuple[Worked, ...]:
        """Shifts worked on the plan's own days, in time order."""
        return self.line(person).worked

    def around(self, person: Employee) -> tuple[Worked, ...]:
        """Shifts worked on the plan's days and across its seams, in time order.

        Cyclic: one whole run before and one after. Dated: the history, if there is one.
        """
        return self.line(person).around

    def paid_hours(self, person: Employee) -> PaidHours:
        """Paid minutes of the person's planned cells (contract.paid_hours), reckoned once."""
        return self.line(person).paid_hours(person)

    def present_days(self, person: Employee) -> int:
        """Days of the rota on which the person is employed and not absent."""
        return self.calendar.present_days(person)

    def wishes_of(self, person: Employee) -> tuple[Wish, ...]:
        """The person's wishes, in the order they stand."""
        return self._wishes.get(person.number, ())

    @cached_property
    def _wishes(self) -> dict[str, tuple[Wish, ...]]:
        found: dict[str, list[Wish]] = {}
        for wish in self.unit.wishes:
            found.setdefault(wish.employee, []).append(wish)
        return {number: tuple(wishes) for number, wishes in found.items()}

    def kinds_open_to(self, person: Employee) -> frozenset[ShiftKind]:
        """The kinds of the codes the person may work on some day, found once."""
        if person.number not in self._kinds:
            kinds = frozenset(shift.kind for shift in accepted_shifts(self.unit, person))
            self._kinds[person.number] = kinds
        return self._kinds[person.number]

    def cell(self, person: Employee, day: int) -> Cell:
        """A cell on any day: folded in a cyclic rota, from history or FREE outside a dated one."""
        row = self.rows[person.number]
        if self.unit.is_cyclic:
            return row.cells[day % self.calendar.day_count]
        if 0 <= day < self.calendar.day_count:
            return row.cells[day]
        if -HISTORY_DAYS <= day < 0 and row.history:
            return row.history[day]
        return FREE

    @property
    def staffed(self) -> Staffing:
        """Who works when, and what that is against the demand."""
        if self._staffed is None:
            self._staffed = staffing_of(self.coverage, self.plan)
        return self._staffed

    @property
    def staffing(self) -> tuple[int, ...]:
        """People present in each of `coverage.segments`, in their order."""
        return self.staffed.counts

    def days_in_use(self, code: str) -> tuple[int, ...]:
        """The plan's days on which somebody really works the code."""
        return tuple(
            day for day in range(self.calendar.day_count) if self.staffed.workers.get((day, code), ())
        )

    def plan_day(self, day: int) -> int:
        """A day folded into the plan (cyclic), or itself (dated)."""
        return day % self.calendar.day_count if self.unit.is_cyclic else day

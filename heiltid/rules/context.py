"""What every check may look at: unit, plan, rule book, calendar, demand, and who works when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from heiltid.calendar import Calendar
from heiltid.contract import PaidHours, paid_hours
from heiltid.coverage import Coverage
from heiltid.model import (
    FREE,
    HISTORY_DAYS,
    MINUTES_PER_DAY,
    Cell,
    Employee,
    Plan,
    PlanRow,
    ShiftType,
    Unit,
)
from heiltid.rulebook import RuleBook, book_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """A shift really worked. `day` is the plan's day; start and end are minutes from the rota's start.

    In `around` a cyclic rota's neighbouring runs keep their true position in time: `day` may be
    negative or beyond the end there; `Context.plan_day` folds it back.
    """

    day: int
    start: int
    end: int
    shift: ShiftType


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
        self._paid: dict[str, PaidHours] = {}
        self._present: dict[str, int] = {}

    @property
    def people(self) -> tuple[Employee, ...]:
        """Planned employees that have a row in the plan."""
        return tuple(p for p in self.unit.planned_employees if p.number in self.rows)

    def row(self, person: Employee) -> PlanRow:
        """The person's line."""
        return self.rows[person.number]

    def worked(self, person: Employee) -> tuple[Worked, ...]:
        """Shifts worked on the plan's own days, in time order."""
        return tuple(entry for entry in self.around(person) if 0 <= entry.day < self.calendar.day_count)

    def around(self, person: Employee) -> tuple[Worked, ...]:
        """Shifts worked on the plan's days and across its seams, in time order.

        Cyclic: one whole run before and one after. Dated: the history, if there is one.
        """
        return self._around[person.number]

    @cached_property
    def _around(self) -> dict[str, tuple[Worked, ...]]:
        return {row.employee: self._worked_around(row) for row in self.plan.rows}

    def _worked_around(self, row: PlanRow) -> tuple[Worked, ...]:
        days = self.calendar.day_count
        if self.unit.is_cyclic:
            cells = [(day, row.cells[day % days]) for day in range(-days, 2 * days)]
        else:
            first = -len(row.history)
            cells = [(first + place, cell) for place, cell in enumerate(row.history)]
            cells += list(enumerate(row.cells))
        return tuple(
            Worked(
                day=day,
                start=day * MINUTES_PER_DAY + self.shifts[str(cell.shift)].start_minute,
                end=day * MINUTES_PER_DAY + self.shifts[str(cell.shift)].end_minute,
                shift=self.shifts[str(cell.shift)],
            )
            for day, cell in cells
            if cell.works
        )

    def paid_hours(self, person: Employee) -> PaidHours:
        """Paid minutes of the person's planned cells (contract.paid_hours), reckoned once."""
        if person.number not in self._paid:
            cells = self.row(person).cells
            self._paid[person.number] = paid_hours(self.unit, self.calendar, person, cells)
        return self._paid[person.number]

    def present_days(self, person: Employee) -> int:
        """Days of the rota on which the person is employed and not absent, counted once."""
        if person.number not in self._present:
            self._present[person.number] = self.calendar.present_days(person)
        return self._present[person.number]

    def cell(self, person: Employee, day: int) -> Cell:
        """A cell on any day: folded in a cyclic rota, from history or FREE outside a dated one."""
        row = self.row(person)
        if self.unit.is_cyclic:
            return row.cells[day % self.calendar.day_count]
        if 0 <= day < self.calendar.day_count:
            return row.cells[day]
        if -HISTORY_DAYS <= day < 0 and row.history:
            return row.history[day]
        return FREE

    @cached_property
    def staffing(self) -> tuple[int, ...]:
        """People present in each of `coverage.segments`, in their order."""
        return self.coverage.counts(self.plan)

    def plan_day(self, day: int) -> int:
        """A day folded into the plan (cyclic), or itself (dated)."""
        return day % self.calendar.day_count if self.unit.is_cyclic else day

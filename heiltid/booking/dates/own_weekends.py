"""Weekends somebody works by her own yes, on top of those the rota lays on her.

The checker holds the rota to `Weekend every` and `Extra weekends`. Who has taken a shift on a free
weekend has agreed to an extra one, and the dated unit says so; a rule book may close that road.
"""

from __future__ import annotations

from dataclasses import replace

from heiltid.model import DAYS_PER_WEEK, SATURDAY, SUNDAY, Employee, Plan, PlanRow, ShiftKind, Unit
from heiltid.rulebook import RuleBook, book_of
from heiltid.rules.weekends import FRIDAY


def may_add_weekends(book: RuleBook, employee: str) -> bool:
    """Whether somebody's own yes is enough for a weekend the rota keeps free."""
    return book.is_on("booked_shifts", "beyond_weekend_frequency", employee)


def with_own_weekends(unit: Unit, planned: Plan, decided: Plan) -> Unit:
    """The dated unit with an extra weekend for each that only the decisions make a worked one."""
    book, before, after = book_of(unit), planned.row_of(), decided.row_of()
    nights = frozenset(shift.code for shift in unit.shifts if shift.kind is ShiftKind.NIGHT)

    def agreed(person: Employee) -> Employee:
        was, row = before[person.number], after[person.number]
        if row is was or not may_add_weekends(book, person.number):
            return person
        counts = book.is_on("weekend_frequency", "friday_night_counts", person.number)
        on_friday = nights if counts else frozenset[str]()
        more = _weekends(row, on_friday) - _weekends(was, on_friday)
        return replace(person, extra_weekends=person.extra_weekends + len(more))

    people = tuple(map(agreed, unit.employees))
    return unit if people == unit.employees else replace(unit, employees=people)


def _weekends(row: PlanRow, on_friday: frozenset[str]) -> frozenset[int]:
    """The weeks in which a shift stands on Saturday or Sunday, under an absence or not.

    on_friday: codes that make it a worked weekend on the Friday before, too.
    """
    return frozenset(
        day // DAYS_PER_WEEK
        for day, cell in enumerate(row.cells)
        if cell.shift is not None
        and (
            day % DAYS_PER_WEEK in (SATURDAY, SUNDAY)
            or (day % DAYS_PER_WEEK == FRIDAY and cell.shift in on_friday)
        )
    )

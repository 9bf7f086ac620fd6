"""Hours by week, and windows of weeks, as the rules on working time need them."""

from __future__ import annotations

from collections.abc import Mapping

from heiltid.model import DAYS_PER_WEEK, Employee
from heiltid.rules.context import Context


def paid_by_week(context: Context, person: Employee) -> Mapping[int, int]:
    """Paid minutes really worked, by the week a shift starts in; history's weeks are -2 and -1.

    Weeks without work are missing.
    """
    return context.line(person).paid_by_week


def windows(context: Context, person: Employee, length: int) -> tuple[tuple[int, ...], ...]:
    """Every window of `length` consecutive weeks that touches the plan.

    Cyclic: one from each week, the rota repeated as often as it takes, so that a week may stand
    several times in a window. Dated: every full window, history included; where not even one is
    full, the plan's own weeks together. A length below one week (a limit set wrong) has no window.
    """
    if length < 1:
        return ()
    weeks = context.unit.weeks
    if context.unit.is_cyclic:
        return tuple(tuple((first + step) % weeks for step in range(length)) for first in range(weeks))
    earliest = -(len(context.row(person).history) // DAYS_PER_WEEK)
    full = tuple(
        tuple(range(first, first + length))
        for first in range(earliest, weeks - length + 1)
        if first + length > 0
    )
    return full or (tuple(range(weeks)),)


def days_of_weeks(weeks: set[int]) -> tuple[int, ...]:
    """All days of these weeks that lie in the plan, in order."""
    return tuple(
        day
        for week in sorted(weeks)
        if week >= 0
        for day in range(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK)
    )

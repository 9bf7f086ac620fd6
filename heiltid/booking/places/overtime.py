"""How much overtime somebody may have: in 7 days, 4 weeks and 52 weeks, AML § 10-6 (4) and (5).

Every such period counts that holds the day, whatever weekday it begins on: the stricter reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from heiltid.model.booking import Overtime
from heiltid.rulebook import RuleBook
from heiltid.rules.agreements import MORE_OVERTIME

RULE = "overtime"
PERIODS = ((7, "week_minutes"), (28, "four_weeks_minutes"), (364, "year_minutes"))  # days, parameter


def overtime_passed(
    book: RuleBook, employee: str, overtime: Iterable[Overtime], on: date, minutes: int
) -> int | None:
    """The days of the shortest period whose limit more overtime on a day would pass; None: it passes none.

    overtime: what there is already, before that day and after it.
    """
    if minutes <= 0:
        return None
    agreed = "agreed_" if book.may_use(MORE_OVERTIME, employee) else ""
    mine = [(entry.on, entry.minutes) for entry in overtime if entry.employee == employee]
    mine.append((on, minutes))
    for days, parameter in PERIODS:
        limit = book.value(RULE, agreed + parameter, employee)
        if limit is not None and _most_in(mine, on, days) > int(limit):
            return days
    return None


def _most_in(entries: Iterable[tuple[date, int]], on: date, days: int) -> int:
    """The most minutes in any run of so many days that holds the day. It begins on a day with overtime."""
    near = [(when, minutes) for when, minutes in entries if abs((when - on).days) < days]
    starts = [when for when, _ in near if when <= on]
    return max(
        sum(minutes for when, minutes in near if start <= when < start + timedelta(days=days))
        for start in starts
    )

"""How much overtime somebody may have: in 7 days, 4 weeks and 52 weeks, AML § 10-6 (4) and (5).

Every such period counts that holds the day, whatever weekday it begins on: the stricter reading.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from heiltid.model.booking import Overtime
from heiltid.rulebook import RuleBook
from heiltid.rules.agreements import MORE_OVERTIME

RULE = "overtime"
PERIODS = ((7, "week_minutes"), (28, "four_weeks_minutes"), (364, "year_minutes"))  # days, parameter


@dataclass(frozen=True, slots=True, kw_only=True)
class OvertimeLimit:
    """A limit that would be passed: so many minutes found in so many days, and how many there may be."""

    days: int
    found_minutes: int
    limit_minutes: int


def overtime_passed(
    book: RuleBook, employee: str, overtime: Iterable[Overtime], on: date, minutes: int
) -> OvertimeLimit | None:
    """The first limit that more overtime on a day would pass, with what there is already; None: none."""
    if minutes <= 0:
        return None
    agreed = "agreed_" if book.may_use(MORE_OVERTIME, employee) else ""
    mine = [(entry.on, entry.minutes) for entry in overtime if entry.employee == employee]
    mine.append((on, minutes))
    for days, parameter in PERIODS:
        limit = book.value(RULE, agreed + parameter, employee)
        if limit is None:
            continue
        most = _most_in(mine, on, days)
        if most > int(limit):
            return OvertimeLimit(days=days, found_minutes=most, limit_minutes=int(limit))
    return None


def _most_in(entries: Iterable[tuple[date, int]], on: date, days: int) -> int:
    """The most minutes in any run of so many days that holds the day. It begins on a day with overtime."""
    near = [(when, minutes) for when, minutes in entries if abs((when - on).days) < days]
    starts = [when for when, _ in near if when <= on]
    return max(
        sum(minutes for when, minutes in near if start <= when < start + timedelta(days=days))
        for start in starts
    )

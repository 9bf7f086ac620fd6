"""What a rota asks of each person: weekends, nights, evenings, red days, long shifts, quick returns.

A shift belongs to the day and weekend it starts in; a weekend is worked if a shift starts on Saturday
or Sunday (a setting lets the Friday night count). Source: domain.md section 3, engine notes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from heiltid.model import DAYS_PER_WEEK, SATURDAY, Employee, ShiftKind
from heiltid.rules.context import Context
from heiltid.rules.weekends import worked_weekends

WEEKS_PER_YEAR = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One person's load over the rota. Counts are shifts, but `weekends` weekends and minutes paid."""

    employee: str
    position_bp: int
    present_weeks: Fraction
    weekends: int
    weekend_minutes: int
    nights: int
    evenings: int
    red_days: int  # shifts that start on a red day (Sundays are in the weekends)
    long_shifts: int
    quick_returns: int

    def per_year(self, amount: int) -> Fraction:
        """An amount of this rota scaled to 52 weeks of presence; 0 for somebody never there."""
        return amount * WEEKS_PER_YEAR / self.present_weeks if self.present_weeks else Fraction(0)


def work_of(context: Context, person: Employee) -> Work:
    """The load of one person."""
    worked = context.worked(person)
    calendar = context.calendar
    weekend = [entry for entry in worked if calendar.weekday(entry.day) >= SATURDAY]
    kinds = [entry.shift.kind for entry in worked]
    return Work(
        employee=person.number,
        position_bp=context.row(person).position_bp,
        present_weeks=Fraction(context.present_days(person), DAYS_PER_WEEK),
        weekends=sum(week >= 0 for week in worked_weekends(context, person)),  # negative: before the start
        weekend_minutes=sum(entry.shift.paid_minutes for entry in weekend),
        nights=kinds.count(ShiftKind.NIGHT),
        evenings=kinds.count(ShiftKind.EVENING),
        red_days=sum(calendar.is_red(entry.day) for entry in worked),
        long_shifts=kinds.count(ShiftKind.LONG),
        quick_returns=quick_returns(context, person),
    )


def all_work(context: Context) -> tuple[Work, ...]:
    """The load of everybody who has a position in the plan."""
    return tuple(work_of(context, person) for person in context.people if context.row(person).position_bp > 0)


def quick_returns(context: Context, person: Employee) -> int:
    """Times the rest before a shift is shorter than the daily rest of 10-8 (1); 0 where that is off."""
    rest = context.book.value("daily_rest", "minutes", person.number)
    if rest is None:
        return 0
    around = context.around(person)
    return sum(
        0 <= later.day < context.calendar.day_count
        and context.calendar.rest_minutes(earlier.end, later.start) < rest
        for earlier, later in pairwise(around)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Least, mean and most of a figure over people; all 0 where there is nobody."""

    least: Fraction
    mean: Fraction
    most: Fraction


def range_of(values: Iterable[Fraction]) -> Range:
    """The range of some figures."""
    kept = list(values)
    if not kept:
        return Range(least=Fraction(0), mean=Fraction(0), most=Fraction(0))
    return Range(least=min(kept), mean=sum(kept, Fraction(0)) / len(kept), most=max(kept))


def weekends_per_year(work: Iterable[Work]) -> Range:
    """Working weekends a year, over the people who are there at all."""
    return range_of(entry.per_year(entry.weekends) for entry in work if entry.present_weeks)


def weekend_minutes_per_year(work: Iterable[Work]) -> Range:
    """Paid minutes of shifts that start on Saturday or Sunday, a year."""
    return range_of(entry.per_year(entry.weekend_minutes) for entry in work if entry.present_weeks)

"""The weekend arithmetic leaders know: how many heads the weekend forces, and how large they can be.

A rule of thumb with exact fractions, not the proven bound. Source: domain.md section 7.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

WEEKDAY_COUNT = 5
WEEKEND_DAYS = 2
_YEAR_WEEKS = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftNeed:
    """One kind of shift: how many a day, and its paid length. Weekend days are alike."""

    weekday_count: int
    weekend_count: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendArithmetic:
    """What the needs amount to. Positions as fractions of full time (1 = 100 %)."""

    weekly_minutes: int  # H
    full_time_equivalents: Fraction  # FTE = H / W
    people_per_weekend: int  # n

    def least_people(self, weekend_every: int | Fraction) -> int:
        """N_min = k * n, the heads the weekends force."""
        return ceil(weekend_every * self.people_per_weekend)

    def highest_average(self, weekend_every: int | Fraction) -> Fraction:
        """p_max = FTE / N_min; may pass 1, which means that the weekends force nobody to be part-time."""
        return self.full_time_equivalents / self.least_people(weekend_every)

    @property
    def frequency_needed(self) -> Fraction:
        """k_needed = FTE / n: with one weekend in that many, everybody could be full-time."""
        return self.full_time_equivalents / self.people_per_weekend


def weekend_arithmetic(
    needs: Iterable[ShiftNeed], full_time_week_minutes: int, shifts_a_weekend: int = 2
) -> WeekendArithmetic:
    """H, FTE and n of a unit; a person takes `shifts_a_weekend` shifts in a working weekend.

    Raises ZeroDivisionError later for a unit without weekend needs: it has no weekend problem.
    """
    kept = tuple(needs)
    weekly = sum(
        (WEEKDAY_COUNT * need.weekday_count + WEEKEND_DAYS * need.weekend_count) * need.minutes
        for need in kept
    )
    people = sum(ceil(Fraction(WEEKEND_DAYS * need.weekend_count, shifts_a_weekend)) for need in kept)
    return WeekendArithmetic(
        weekly_minutes=weekly,
        full_time_equivalents=Fraction(weekly, full_time_week_minutes),
        people_per_weekend=people,
    )


def highest_average_by_share(
    weekend_share: Fraction,
    weekend_every: Fraction,
    *,
    shift_minutes: int = 450,
    full_time_week_minutes: int = 2130,
) -> Fraction:
    """p_max = (5 + 2r) h / (W k r) for b shifts a weekday and r b shifts a weekend day."""
    weekly = (WEEKDAY_COUNT + WEEKEND_DAYS * weekend_share) * shift_minutes
    return weekly / (full_time_week_minutes * weekend_every * weekend_share)


def highest_average_with_long_shifts(
    weekend_share: Fraction,
    weekend_every: Fraction,
    *,
    shift_minutes: int = 450,
    long_minutes: int = 750,
    full_time_week_minutes: int = 2130,
) -> Fraction:
    """The same where one long weekend shift replaces a day and an evening shift: half the heads."""
    heads = weekend_share / 2
    weekly = WEEKDAY_COUNT * shift_minutes + WEEKEND_DAYS * heads * long_minutes
    return Fraction(weekly) / (full_time_week_minutes * weekend_every * heads)


def combined_frequency(weekend_every: int, extra_weekends: int, weeks: int) -> Fraction:
    """k of 1 / k + x / T: ordinary weekends and x extra ones in a rotation of T weeks."""
    return 1 / (Fraction(1, weekend_every) + Fraction(extra_weekends, weeks))


def extra_weekends_a_year(extra_weekends: int, weeks: int) -> int:
    """What x extra weekends in a rotation of T weeks come to in 52 weeks, rounded; a half upwards."""
    return (2 * _YEAR_WEEKS * extra_weekends + weeks) // (2 * weeks)

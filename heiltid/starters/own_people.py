"""What the demand takes of the unit's own people: the figures that the rest of the program uses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil

from heiltid.calendar import Calendar
from heiltid.measures.budget import LeastHours, full_time_week_minutes, presence
from heiltid.measures.weekend_arithmetic import WeekendArithmetic
from heiltid.model import FULL_TIME_BP, Unit
from heiltid.starters.people import PeopleNeeded


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """For the shifts the people accept; more full-time equivalents than the hours are where some are away."""

    arithmetic: WeekendArithmetic
    hours_bp: Fraction  # the hours as positions, were everybody there all the time
    reaches_all: bool  # else times nobody can take are left out

    @property
    def there_bp(self) -> Fraction:
        """The positions they need as they are there."""
        return self.arithmetic.full_time_equivalents * FULL_TIME_BP

    @property
    def equivalents(self) -> float:
        """As the report rounds them: up to whole basis points."""
        return ceil(self.there_bp) / FULL_TIME_BP

    def beside(self, plain: PeopleNeeded) -> PeopleNeeded:
        """The figures to show: the people's, or the rule of thumb's where theirs leave something out."""
        return replace(plain, short=self.arithmetic) if self.reaches_all else plain


def own_need(week: Unit, unit: Unit) -> Own | None:
    """What a week, or the whole rota, takes of the people of `unit`; None without any, or weekends."""
    if not unit.planned_employees:
        return None
    least = LeastHours(replace(week, absences=()))
    heads = least.weekend_heads()
    if not heads:
        return None
    positions = least.weekly_minutes / full_time_week_minutes(unit)
    arithmetic = WeekendArithmetic(
        weekly_minutes=int(least.weekly_minutes),
        full_time_equivalents=positions / presence(unit, Calendar(unit)),
        people_per_weekend=heads,
    )
    return Own(arithmetic=arithmetic, hours_bp=positions * FULL_TIME_BP, reaches_all=least.reaches_all)

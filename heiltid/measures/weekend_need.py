"""How many people the weekends take, those apart who cannot stand in for one another.

Who works nights only is no help by day. Source: domain.md section 7 (weekend arithmetic).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil

from heiltid.measures.budget import LeastHours
from heiltid.measures.extra_weekends import extra_sundays
from heiltid.model import Employee, ShiftKind, Unit

ENOUGH_LARGER = Fraction(11, 10)  # up to a tenth more people than the weekends take: they bind
BY_NIGHT = frozenset({ShiftKind.NIGHT})


class WeekendPart(StrEnum):
    """Of what the weekends ask for."""

    ALL = "all"
    BY_DAY = "by_day"  # day and evening
    BY_NIGHT = "by_night"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendNeed:
    """About how many people a part of the weekends takes, each in the weekends she has now, beside those."""

    part: WeekendPart
    needed: int
    workers: int

    @property
    def lacks(self) -> bool:
        """Whether they are too few."""
        return self.needed > self.workers

    @property
    def shortage(self) -> int:
        """How many they are too few; 0 where they suffice."""
        return max(0, self.needed - self.workers)

    @property
    def is_just_enough(self) -> bool:
        """Whether nobody can have one weekend fewer."""
        return self.needed == self.workers

    @property
    def binds(self) -> bool:
        """Whether about every one of them is needed."""
        return self.workers <= self.needed * ENOUGH_LARGER


def weekend_needs(unit: Unit, people: Iterable[Employee], rota: Unit) -> tuple[WeekendNeed, ...]:
    """What the unit's heaviest weekend takes of such people, with their weekends of a rota, extra ones too.

    One figure for all; where somebody works nights only, day and evening for themselves, and the nights
    only where they lack. () where it is not known, and without weekends.
    """
    takers, least = [person for person in people if works_weekends(person)], LeastHours(unit)
    total = least.weekend_heads()
    if not total or not takers:
        return ()
    whole = _need(WeekendPart.ALL, total, takers, rota)
    if not any(person.works_ordinary_nights_only for person in takers):
        return (whole,)
    by_day = [person for person in takers if not person.works_ordinary_nights_only]
    by_night = [person for person in takers if ShiftKind.NIGHT in person.kinds]
    day_heads = least.weekend_heads(frozenset(ShiftKind) - BY_NIGHT) or 0
    night_heads = least.weekend_heads(BY_NIGHT) or 0
    parts = [_need(WeekendPart.BY_DAY, day_heads, by_day, rota)] if day_heads and by_day else []
    night = _need(WeekendPart.BY_NIGHT, night_heads, by_night, rota)
    if night.lacks or not parts:
        parts.append(night)
    # Who may work both is counted for either, so that all together can lack more than the parts tell.
    is_most = whole.shortage > sum(part.shortage for part in parts)
    return (whole,) if is_most else tuple(parts)


def _need(part: WeekendPart, heads: int, takers: Sequence[Employee], rota: Unit) -> WeekendNeed:
    share = sum((weekend_share(person, rota) for person in takers), Fraction(0))
    return WeekendNeed(part=part, needed=ceil(heads * len(takers) / share), workers=len(takers))


def works_weekends(person: Employee) -> bool:
    """Whether she works weekends at all: who never does is counted for none."""
    return person.weekend_every > 0


def weekend_share(person: Employee, rota: Unit) -> Fraction:
    """The part of all weekends somebody may work whole; of an extra one perhaps only the Saturday is left."""
    if not person.weekend_every:
        return Fraction(0)
    return Fraction(1, person.weekend_every) + Fraction(extra_sundays(rota, person), rota.weeks)

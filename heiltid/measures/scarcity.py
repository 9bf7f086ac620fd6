"""Whether those who take nights, or have a competence, can cover what is asked of them alone.

Least needs beside the most these people can give: where the need is larger, no rota closes the gap.
Source: domain.md section 7 (weekend arithmetic), for a part of the demand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from heiltid.calendar import Calendar
from heiltid.contract import accepted_shifts
from heiltid.coverage import Coverage, Segment
from heiltid.measures.budget import LeastHours, full_time_week_minutes
from heiltid.measures.room import weekend_share
from heiltid.measures.surplus import SurplusTime, surplus_time
from heiltid.model import FULL_TIME_BP, Employee, ShiftKind, Unit

A_MOMENT = Fraction(1, 10)  # a night that begins before the evening ends covers no evening


@dataclass(frozen=True, slots=True, kw_only=True)
class Scarce:
    """A part of the demand that some people alone can cover. Minutes a week, people a weekend."""

    competence: str | None  # None: nights
    people: int
    needed_minutes: Fraction
    available_minutes: Fraction
    weekend_needed: int
    weekend_people: int  # of them, who work weekends at all
    weekend_available: Fraction

    @property
    def lacks_hours(self) -> bool:
        """Positions as large as they may be still hold too few hours."""
        return self.needed_minutes > self.available_minutes

    @property
    def lacks_weekends(self) -> bool:
        """With the weekends they have, too few of them are there in the heaviest one."""
        return self.weekend_needed > self.weekend_available


def scarcities(unit: Unit) -> tuple[Scarce, ...]:
    """The parts that cannot be covered: nights first, then competences as the unit has them."""
    return tuple(part for part in _parts(unit) if part.lacks_hours or part.lacks_weekends)


def _parts(unit: Unit) -> Iterator[Scarce]:
    people = unit.planned_employees
    coverage = Coverage(unit, Calendar(unit))
    takers = [person for person in people if _takes_nights(unit, person)]
    nights = [segment for segment in coverage.segments if _is_night(coverage, segment)]
    yield from _part(unit, None, takers, nights, {ShiftKind.NIGHT})
    for competence in dict.fromkeys(row.competence for row in unit.demand if row.competence is not None):
        asked = replace(unit, demand=tuple(row for row in unit.demand if row.competence == competence))
        segments = [s for s in coverage.segments if s.requirement.competence == competence]
        codes = _codes_of(segments)
        able = [person for person in people if _covers(unit, person, competence, codes)]
        yield from _part(asked, competence, able, segments, set(ShiftKind))


def _is_night(coverage: Coverage, segment: Segment) -> bool:
    """Whether nights, and nothing else, reach it; who is asked for in two rows counts in one."""
    asked, covers = segment.requirement, segment.covers
    is_counted = bool(covers) and asked.row in coverage.surplus_rows
    return is_counted and surplus_time(coverage, asked.day, covers) is SurplusTime.NIGHT


def _part(
    unit: Unit,
    competence: str | None,
    able: Sequence[Employee],
    segments: Iterable[Segment],
    kinds: set[ShiftKind],
) -> Iterator[Scarce]:
    """What is asked of them: the cheapest shifts, or with nobody there the times themselves."""
    needed = _needed(LeastHours(unit), kinds)
    if not able:
        minutes = sum(segment.requirement.target * segment.minutes for segment in segments)
        needed = Fraction(minutes, unit.weeks), 0
    if needed is not None:
        yield _scarce(unit, competence, able, *needed)


def night_minutes_needed(unit: Unit) -> Fraction | None:
    """Paid minutes a week of the nights in the cheapest cover of all targets; None: not known."""
    found = _needed(LeastHours(unit), {ShiftKind.NIGHT})
    return None if found is None else found[0]


def _needed(least: LeastHours, kinds: set[ShiftKind]) -> tuple[Fraction, int] | None:
    """Weekly minutes and heads a weekend of the cheapest cover in shifts of these kinds; None: not known."""
    heads, minutes = least.weekend_heads(kinds), 0
    for columns, cover in least.weeks:
        if cover.counts is None or heads is None:
            return None
        minutes += sum(
            count * column.shift.paid_minutes
            for column, count in zip(columns, cover.counts, strict=True)
            if column.shift.kind in kinds
        )
    return Fraction(minutes, least.unit.weeks), heads or 0


def _codes_of(segments: Sequence[Segment]) -> frozenset[str]:
    """The codes that are there for more than a moment of what is asked for."""
    total = sum(segment.minutes for segment in segments)
    found: Counter[str] = Counter()
    for segment in segments:
        for code in {code for _, code in segment.covers}:
            found[code] += segment.minutes
    return frozenset(code for code, minutes in found.items() if minutes > total * A_MOMENT)


def _covers(unit: Unit, person: Employee, competence: str, codes: Container[str]) -> bool:
    """Whether she has the competence and accepts a shift at such a time."""
    has_it = competence in unit.covered_by(person.competence)
    return has_it and any(shift.code in codes for shift in accepted_shifts(unit, person))


def _takes_nights(unit: Unit, person: Employee) -> bool:
    return any(shift.kind is ShiftKind.NIGHT for shift in accepted_shifts(unit, person))


def _scarce(
    unit: Unit, competence: str | None, able: Sequence[Employee], needed: Fraction, heads: int
) -> Scarce:
    calendar = Calendar(unit)
    present = sum(
        (Fraction(person.max_bp * calendar.present_days(person), unit.day_count) for person in able),
        Fraction(0),
    )
    return Scarce(
        competence=competence,
        people=len(able),
        needed_minutes=needed,
        available_minutes=present * full_time_week_minutes(unit) / FULL_TIME_BP,
        weekend_needed=heads,
        weekend_people=sum(weekend_share(person, unit.weeks) > 0 for person in able),
        weekend_available=sum((weekend_share(person, unit.weeks) for person in able), Fraction(0)),
    )

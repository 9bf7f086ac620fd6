"""Whether those who take nights, or have a competence, can cover what is asked of them alone.

Least needs beside the most these people can give: where the need is larger, no rota closes the gap.
Who works by night in a weekend is not there by day, so nights and a competence are asked together too.
Source: domain.md section 7 (weekend arithmetic), for a part of the demand.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from heiltid.calendar import Calendar
from heiltid.contract import DAY_WEEK_MINUTES, accepted_shifts, takes_nights_only, tolerance_minutes
from heiltid.coverage import Coverage, Segment
from heiltid.measures.budget import LeastHours, full_time_week_minutes
from heiltid.measures.room import most_weekends
from heiltid.measures.surplus import SurplusTime, surplus_time
from heiltid.model import FULL_TIME_BP, Employee, ShiftKind, Unit

A_MOMENT = Fraction(1, 10)  # a night that begins before the evening ends covers no evening


class Part(StrEnum):
    """A part of the demand that some people alone can cover."""

    NIGHTS = "nights"
    COMPETENCE = "competence"
    BY_DAY = "by_day"  # of what a competence is asked for: day and evening
    BY_NIGHT = "by_night"
    BOTH = "both"  # the nights, and all that the competence is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Scarce:
    """The least that a part asks for. Minutes a week, people a weekend; both on average."""

    part: Part
    competence: str | None  # None: nights
    people: int
    needed_minutes: Fraction
    available_minutes: Fraction
    slack_minutes: Fraction  # what their hours may lie above those positions
    weekend_needed: Fraction
    weekend_people: int  # of them, who work weekends at all
    weekend_available: Fraction

    @property
    def lacks_hours(self) -> bool:
        """Positions as large as they may be still hold too few hours."""
        return self.needed_minutes > self.available_minutes + self.slack_minutes

    @property
    def lacks_weekends(self) -> bool:
        """With the weekends they have, they cannot be there in all of them."""
        return self.weekend_needed > self.weekend_available

    @property
    def is_lacking(self) -> bool:
        """Either of the two."""
        return self.lacks_hours or self.lacks_weekends


def scarcities(unit: Unit) -> tuple[Scarce, ...]:
    """The parts whose least staffing cannot be covered: nights first, then competences as the unit has them.

    Parts of parts and both together are told only where nothing else already tells it.
    """
    least = replace(unit, demand=tuple(replace(row, target=row.minimum) for row in unit.demand))
    return tuple(_Parts(least).lacking())


class _Parts:
    """The parts of one unit's demand, and who may cover them."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit
        self._people = unit.planned_employees
        self._coverage = coverage = Coverage(unit, Calendar(unit))
        self._asked = [segment for segment in coverage.segments if all(day >= 0 for day, _ in segment.covers)]
        self._takers = [person for person in self._people if _takes_nights(unit, person)]
        self._nights = [segment for segment in self._asked if self._is_night(segment, of_all=True)]

    def lacking(self) -> Iterator[Scarce]:
        nights = self._reckoned(Part.NIGHTS, None, self._takers, self._nights)
        if nights.is_lacking:
            yield nights
        competences = (row.competence for row in self._unit.demand)
        for competence in dict.fromkeys(name for name in competences if name is not None):
            yield from self._lacking_of(competence, are_nights_told=nights.is_lacking)

    def _lacking_of(self, competence: str, *, are_nights_told: bool) -> Iterator[Scarce]:
        segments = [one for one in self._asked if one.requirement.competence == competence]
        whole = self._of(Part.COMPETENCE, competence, segments)
        if whole.is_lacking:
            yield whole
            return
        at_night = [self._is_night(one, of_all=False) for one in segments]
        by_night = [one for one, is_night in zip(segments, at_night, strict=True) if is_night]
        by_day = [one for one, is_night in zip(segments, at_night, strict=True) if not is_night]
        pieces: list[Scarce] = []
        if by_night and by_day:
            pieces.append(self._of(Part.BY_DAY, competence, by_day))
            pieces.append(self._of(Part.BY_NIGHT, competence, by_night))
        told = [piece for piece in pieces if piece.is_lacking]
        yield from told
        if told or are_nights_told or not segments or not self._nights:
            return
        able, kept = self._able(competence, segments)
        other = [person for person in self._takers if person not in able]
        nights = [one for one in self._nights if one.requirement.competence != competence]
        both = self._reckoned(Part.BOTH, competence, [*able, *other], [*kept, *nights])
        if both.is_lacking:
            yield both

    def _of(self, part: Part, competence: str, segments: Sequence[Segment]) -> Scarce:
        able, kept = self._able(competence, segments)
        return self._reckoned(part, competence, able, kept if able else segments)

    def _able(self, competence: str, segments: Sequence[Segment]) -> tuple[list[Employee], list[Segment]]:
        """Who covers them, and those that nobody else with the competence reaches even for a moment."""
        unit, codes = self._unit, _codes_of(segments)
        able = [person for person in self._people if _covers(unit, person, competence, codes)]
        others = {
            shift.code
            for person in self._people
            if person not in able and competence in unit.covered_by(person.competence)
            for shift in accepted_shifts(unit, person)
        }
        return able, [one for one in segments if not any(code in others for _, code in one.covers)]

    def _is_night(self, segment: Segment, *, of_all: bool) -> bool:
        """Whether nights, and nothing else, reach it. of_all: who is asked for in two rows counts in one."""
        asked, covers = segment.requirement, segment.covers
        is_counted = bool(covers) and (not of_all or asked.row in self._coverage.surplus_rows)
        return is_counted and surplus_time(self._coverage, asked.day, covers) is SurplusTime.NIGHT

    def _reckoned(
        self, part: Part, competence: str | None, able: Sequence[Employee], segments: Sequence[Segment]
    ) -> Scarce:
        """What is asked of them: the cheapest shifts, or with nobody there the times themselves."""
        unit, calendar = self._unit, self._coverage.calendar
        group = replace(unit, employees=tuple(able))
        least = LeastHours(group, calendar=calendar, coverage=self._coverage, segments=segments)
        minutes = sum(segment.requirement.target * segment.minutes for segment in segments)
        weekends = [most_weekends(person, unit.weeks) for person in able]
        heads = sum(least.fewest_in_weekend(week) for week in range(unit.weeks))
        return Scarce(
            part=part,
            competence=competence,
            people=len(able),
            needed_minutes=least.weekly_minutes if able else Fraction(minutes, unit.weeks),
            available_minutes=sum((_most_minutes(unit, calendar, person) for person in able), Fraction(0)),
            slack_minutes=sum((_slack_minutes(unit, person) for person in able), Fraction(0)),
            weekend_needed=Fraction(heads, unit.weeks),
            weekend_people=sum(count > 0 for count in weekends),
            weekend_available=Fraction(sum(weekends), unit.weeks),
        )


def night_minutes_needed(unit: Unit) -> Fraction | None:
    """Paid minutes a week of the nights in the cheapest cover of all targets; None: not known."""
    minutes = 0
    for columns, cover in LeastHours(unit).weeks:
        if cover.counts is None:
            return None
        minutes += sum(
            count * column.shift.paid_minutes
            for column, count in zip(columns, cover.counts, strict=True)
            if column.shift.kind is ShiftKind.NIGHT
        )
    return Fraction(minutes, unit.weeks)


def nights_beyond_bp(unit: Unit) -> Fraction:
    """What the least positions of those who take nights only hold beyond all the nights need; 0 for nothing.

    Nobody's position is cut without her consent, so the cap has so much less for the rest of the staffing.
    """
    people = [person for person in unit.planned_employees if takes_nights_only(unit, person)]
    needed = night_minutes_needed(unit) if people else None
    if needed is None:
        return Fraction(0)
    least = sum(person.min_bp for person in people)
    return max(Fraction(0), least - needed * FULL_TIME_BP / full_time_week_minutes(unit))


def _codes_of(segments: Iterable[Segment]) -> frozenset[str]:
    """The codes that are there for more than a moment of what is asked for."""
    segments = list(segments)
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


def _most_minutes(unit: Unit, calendar: Calendar, person: Employee) -> Fraction:
    """The most somebody can work in a week; the full-time week is the longest any rota may give her."""
    week = full_time_week_minutes(unit)
    if unit.full_time_week_minutes is None and not takes_nights_only(unit, person):
        week = DAY_WEEK_MINUTES
    return Fraction(person.max_bp * calendar.present_days(person) * week, unit.day_count * FULL_TIME_BP)


def _slack_minutes(unit: Unit, person: Employee) -> Fraction:
    """How far above her largest position a week's hours may be, as the contract is rounded."""
    full_time = Fraction(unit.weeks * (unit.full_time_week_minutes or DAY_WEEK_MINUTES))
    return tolerance_minutes(unit, person, full_time) / unit.weeks

"""Counts of people against demand, per band of the day, as the rows below a rota show them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage, Requirement
from heiltid.model import MINUTES_PER_DAY, Plan, Unit


class Level(Enum):
    """How a count stands to its demand."""

    SHORT = "short"  # below Min somewhere in the band
    ENOUGH = "enough"
    ABOVE = "above"  # above Target all through the band, within Max
    TOO_MANY = "too_many"  # above Max at some time of the band


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of the day (minutes from 00:00, end may pass 1440) with its competence, or a code."""

    start: int
    end: int
    shift: str | None
    competence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """Fewest people present at any time of the band on one day; above Max the most."""

    people: int
    level: Level


def band_of(requirement: Requirement) -> Band:
    """The band a requirement belongs to: the same hours and competence on whatever day."""
    origin = requirement.day * MINUTES_PER_DAY
    return Band(
        start=requirement.start - origin,
        end=requirement.end - origin,
        shift=requirement.shift,
        competence=requirement.competence,
    )


def counts_by_band(unit: Unit, calendar: Calendar, plan: Plan) -> dict[Band, dict[int, Count]]:
    """Count per band and day, bands by time of day; days on which a band is not asked for are left out."""
    coverage = Coverage(unit, calendar)
    present: dict[Requirement, list[int]] = {}
    for segment, number in zip(coverage.segments, coverage.counts(plan), strict=True):
        present.setdefault(segment.requirement, []).append(number)
    found: dict[Band, dict[int, Count]] = {}
    for requirement, people in present.items():
        days = found.setdefault(band_of(requirement), {})
        count = _count(requirement, min(people), max(people))
        known = days.get(requirement.day)
        if known is None or _worse(count, known):
            days[requirement.day] = count
    return dict(sorted(found.items(), key=lambda entry: _order(unit, entry[0])))


def _count(requirement: Requirement, least: int, most: int) -> Count:
    if least < requirement.minimum:
        return Count(people=least, level=Level.SHORT)
    if requirement.maximum is not None and most > requirement.maximum:
        return Count(people=most, level=Level.TOO_MANY)
    return Count(people=least, level=Level.ABOVE if least > requirement.target else Level.ENOUGH)


def _worse(count: Count, than: Count) -> bool:
    ranks = (Level.SHORT, Level.TOO_MANY, Level.ABOVE, Level.ENOUGH)
    return ranks.index(count.level) < ranks.index(than.level)


def _order(unit: Unit, band: Band) -> tuple[bool, int, int, int]:
    names = [entry.name for entry in unit.competences]
    place = names.index(band.competence) + 1 if band.competence in names else 0
    return (band.shift is not None, band.start, band.end, place)

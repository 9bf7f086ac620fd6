"""Counts of people against demand, per band of the day, as the rows below a rota show them."""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage, Requirement
from heiltid.measures.against import Present, present_in, worse_of
from heiltid.model import MINUTES_PER_DAY, Plan, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A stretch of the day (minutes from 00:00, end may pass 1440) with its competence, or a code."""

    start: int
    end: int
    shift: str | None
    competence: str | None


def band_of(requirement: Requirement) -> Band:
    """The band a requirement belongs to: the same hours and competence on whatever day."""
    origin = requirement.day * MINUTES_PER_DAY
    return Band(
        start=requirement.start - origin,
        end=requirement.end - origin,
        shift=requirement.shift,
        competence=requirement.competence,
    )


def counts_by_band(unit: Unit, calendar: Calendar, plan: Plan) -> dict[Band, dict[int, Present]]:
    """Count per band and day, bands by time of day; days on which a band is not asked for are left out."""
    coverage = Coverage(unit, calendar)
    counts = coverage.counts(plan)
    found: dict[Band, dict[int, Present]] = {}
    for requirement, span in zip(coverage.requirements, coverage.spans, strict=True):
        people = counts[span.start : span.stop]
        present = present_in(requirement, people, counts_surplus=requirement.row in coverage.surplus_rows)
        days = found.setdefault(band_of(requirement), {})
        days[requirement.day] = worse_of(days.get(requirement.day), present)
    return dict(sorted(found.items(), key=lambda entry: _order(unit, entry[0])))


def _order(unit: Unit, band: Band) -> tuple[bool, int, int, int]:
    names = [entry.name for entry in unit.competences]
    place = names.index(band.competence) + 1 if band.competence in names else 0
    return (band.shift is not None, band.start, band.end, place)

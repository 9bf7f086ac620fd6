"""All figures of one rota together, as reports show them. Source: domain.md section 8."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from heiltid.measures.continuity import employees_met_per_week
from heiltid.measures.hours import CategoryMinutes, hours_by_category
from heiltid.measures.staffing import OpenShift, holes, open_shifts, understaffed_person_minutes
from heiltid.measures.wishes import wishes_met
from heiltid.measures.work import Range, all_work, weekend_minutes_per_year, weekends_per_year
from heiltid.rules.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaFigures:
    """What a rota gives and asks, beside the positions in it. Minutes; the wishes as a share 0..1."""

    understaffed_person_minutes: int
    open_shifts: tuple[OpenShift, ...]
    wishes_met: Fraction | None
    weekends_per_year: Range
    weekend_minutes_per_year: Range
    long_shifts: int
    quick_returns: int
    paid: CategoryMinutes
    employees_met_per_week: Fraction


def rota_figures(context: Context) -> RotaFigures:
    """The figures of a plan."""
    lacking = holes(context)
    work = all_work(context)
    return RotaFigures(
        understaffed_person_minutes=understaffed_person_minutes(lacking),
        open_shifts=open_shifts(context, lacking),
        wishes_met=wishes_met(context),
        weekends_per_year=weekends_per_year(work),
        weekend_minutes_per_year=weekend_minutes_per_year(work),
        long_shifts=sum(entry.long_shifts for entry in work),
        quick_returns=sum(entry.quick_returns for entry in work),
        paid=hours_by_category(context.unit, context.calendar, context.plan),
        employees_met_per_week=employees_met_per_week(context),
    )

"""How much of a position the gaps in the staffing could give one person, whoever may take them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heiltid.contract import reckon
from heiltid.measures.lacks import Lack
from heiltid.measures.staffing import OpenShift
from heiltid.model import FULL_TIME_BP, Employee
from heiltid.rules.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCover:
    """The shifts somebody would work: paid minutes of each, and all of them as basis points of a position."""

    minutes: tuple[int, ...] = ()
    share_bp: int = 0


NO_COVER = GapCover()


def gap_cover(context: Context, person: Employee, gaps: Iterable[Lack]) -> GapCover:
    """The most it can be: on each day the longest of the shifts that close a gap there."""
    longest: dict[int, int] = {}
    for gap in gaps:
        found = [(shift.day, _paid_minutes(context, shift)) for shift in gap.shifts]
        if person.long_shifts:
            found += [(day, context.shifts[code].paid_minutes) for day, code in gap.long_codes]
        for day, minutes in found:
            longest[day] = max(longest.get(day, 0), minutes)
    full_time = reckon(context.unit, context.calendar, person, context.row(person).cells).full_time_minutes
    total = sum(longest.values())
    return GapCover(
        minutes=tuple(longest.values()),
        share_bp=round(total * FULL_TIME_BP / full_time) if full_time else 0,
    )


def _paid_minutes(context: Context, shift: OpenShift) -> int:
    """Where no code of the unit closes the gap, all of its time."""
    if shift.code is None:
        return shift.end_minute - shift.start_minute
    return context.shifts[shift.code].paid_minutes

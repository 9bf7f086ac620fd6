"""Where more people are on duty than the staffing asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from heiltid.coverage import Coverage
from heiltid.measures.against import Against, present_in
from heiltid.model import SATURDAY, ShiftKind
from heiltid.rules.context import Context


class SurplusTime(StrEnum):
    """When a piece of the demand lies, as it matters who could use one more person."""

    DAY = "day"  # Monday to Friday, as far as day shifts reach
    EVENING = "evening"  # Monday to Friday, where none does
    WEEKEND = "weekend"  # Saturday, Sunday, red days
    NIGHT = "night"  # only nights reach it


def surplus_time(coverage: Coverage, day: int, covers: Iterable[tuple[int, str]]) -> SurplusTime:
    """When a piece lies; covers: the (day, code) that are present in it."""
    shifts = coverage.unit.shift_by_code()
    kinds = {shifts[code].kind for _, code in covers}
    if kinds <= {ShiftKind.NIGHT}:
        return SurplusTime.NIGHT
    calendar = coverage.calendar
    is_weekend = calendar.weekday(day) >= SATURDAY or calendar.is_red(day)
    if is_weekend:
        return SurplusTime.WEEKEND
    return SurplusTime.DAY if ShiftKind.DAY in kinds else SurplusTime.EVENING


def times_above(context: Context) -> Mapping[SurplusTime, int]:
    """How often there are more people than Target all through a requirement, by when it lies.

    Hours are not summed: where shifts overlap for handing over, more people are there by intent.
    """
    coverage, found = context.coverage, dict.fromkeys(SurplusTime, 0)
    for asked, span in zip(coverage.requirements, coverage.spans, strict=True):
        is_counted = asked.row in coverage.surplus_rows
        people = context.staffing[span.start : span.stop]
        if present_in(asked, people, counts_surplus=is_counted).against is Against.ABOVE_TARGET:
            covers = {cover for place in span for cover in coverage.segments[place].covers}
            found[surplus_time(coverage, asked.day, covers)] += 1
    return found

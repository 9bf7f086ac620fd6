"""Hours beyond what the staffing asks for, and when they lie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum

from heiltid.coverage import Coverage
from heiltid.model import SATURDAY, ShiftKind
from heiltid.rules.context import Context


class SurplusTime(StrEnum):
    """When a piece of the demand lies, as it matters who could use one more person."""

    WEEKDAY = "weekday"  # day or evening, Monday to Friday
    WEEKEND = "weekend"  # Saturday, Sunday, red days
    NIGHT = "night"  # only nights reach it


def surplus_time(coverage: Coverage, day: int, covers: Iterable[tuple[int, str]]) -> SurplusTime:
    """When a piece lies; covers: the (day, code) that are present in it."""
    shifts = coverage.unit.shift_by_code()
    if all(shifts[code].kind is ShiftKind.NIGHT for _, code in covers):
        return SurplusTime.NIGHT
    calendar = coverage.calendar
    is_weekend = calendar.weekday(day) >= SATURDAY or calendar.is_red(day)
    return SurplusTime.WEEKEND if is_weekend else SurplusTime.WEEKDAY


def surplus_minutes(context: Context) -> Mapping[SurplusTime, int]:
    """Person-minutes above Target over the whole rota, by when they lie."""
    coverage, found = context.coverage, dict.fromkeys(SurplusTime, 0)
    for segment, people in zip(coverage.segments, context.staffing, strict=True):
        asked = segment.requirement
        if people > asked.target and asked.row in coverage.surplus_rows:
            when = surplus_time(coverage, asked.day, segment.covers)
            found[when] += (people - asked.target) * segment.minutes
    return found

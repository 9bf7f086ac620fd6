"""Where more people are on duty than the staffing asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from enum import StrEnum

from heiltid.coverage import Coverage, Segment
from heiltid.measures.against import Against, present_in
from heiltid.measures.unasked import unasked_times
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
    """How often there are more people than Target all through a requirement, by when most of it lies.

    Hours are not summed: where shifts overlap for handing over, more people are there by intent. A shift
    that lies for the most part where nobody is asked for counts once.
    """
    coverage, found = context.coverage, dict.fromkeys(SurplusTime, 0)
    for asked, span in zip(coverage.requirements, coverage.spans, strict=True):
        is_counted = asked.row in coverage.surplus_rows
        people = context.staffing[span.start : span.stop]
        if present_in(asked, people, counts_surplus=is_counted).against is Against.ABOVE_TARGET:
            found[_time_of(coverage, asked.day, [coverage.segments[place] for place in span])] += 1
    for (day, code), times in unasked_shifts(context).items():
        found[surplus_time(coverage, day, [(day, code)])] += times
    return found


def unasked_shifts(context: Context) -> Mapping[tuple[int, str], int]:
    """The worked shifts of which more than half lies where nobody is asked for: how many by day and code."""
    outside: Counter[tuple[int, str]] = Counter()
    for piece in unasked_times(context.coverage):
        for cover in piece.covers:
            outside[cover] += piece.minutes
    worked = context.coverage.workers(context.plan)
    return {
        (day, code): len(worked[day, code])
        for (day, code), minutes in outside.items()
        if (day, code) in worked and 2 * minutes > context.shifts[code].length_minutes
    }


def _time_of(coverage: Coverage, day: int, pieces: Iterable[Segment]) -> SurplusTime:
    minutes: Counter[SurplusTime] = Counter()
    for piece in pieces:
        minutes[surplus_time(coverage, day, piece.covers)] += piece.minutes
    return max(minutes, key=lambda when: minutes[when])

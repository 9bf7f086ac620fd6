"""Minutes of the demand that no ordinary shift covers: one that ends a little before the need does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage, Segment
from heiltid.model import MINUTES_PER_DAY, DaySelector, ShiftKind, ShiftType, Unit
from ui.texts import tr
from ui.typed import clock_words, days_words

LONGEST_MINUTES = 60  # more than that is no slip but a need for a shift of its own
Gap = tuple[str, str, str, int, int]  # text key, the shift that is short, those that cover it, start, end


def short_shift_words(unit: Unit) -> tuple[str, ...]:
    """A sentence for every short time that only long shifts cover, and which shift just misses it."""
    week, shifts = unit.ordinary_week(), unit.shift_by_code()
    days: dict[Gap, set[int]] = defaultdict(set)
    for segment in Coverage(week, Calendar(week)).segments:
        covering = sorted({code for _, code in segment.covers})
        is_long = all(shifts[code].kind is ShiftKind.LONG for code in covering)
        if not covering or not is_long or not segment.requirement.target or segment.minutes > LONGEST_MINUTES:
            continue
        midnight = segment.requirement.day * MINUTES_PER_DAY
        start, end = segment.start - midnight, segment.end - midnight
        for key, code in _missing(segment, start, end, shifts):
            days[key, code, ", ".join(covering), start, end].add(segment.requirement.day)
    return tuple(
        _sentence(
            f"ui.staffing.{key}",
            code=code,
            days=days_words(DaySelector(weekdays=frozenset(on))),
            others=others,
            start=clock_words(start),
            end=clock_words(end),
        )
        for (key, code, others, start, end), on in sorted(days.items())
    )


def _sentence(key: str, *, days: str, **more: str) -> str:
    return tr(key, days=days[:1].upper() + days[1:], **more)


def _missing(
    segment: Segment, start: int, end: int, shifts: Mapping[str, ShiftType]
) -> list[tuple[str, str]]:
    """The ordinary shifts of that day that end where the time begins, or begin where it ends."""
    found = []
    for shift in shifts.values():
        is_there = segment.requirement.day in shift.days.weekdays
        if is_there and shift.kind not in (ShiftKind.LONG, ShiftKind.OTHER):
            if shift.end_minute == start:
                found.append(("ends_early", shift.code))
            elif shift.start_minute == end:
                found.append(("begins_late", shift.code))
    return found

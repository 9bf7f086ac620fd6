"""Whether long shifts lower the number of people a weekend takes, and the times that keep them from it.

An ordinary week is reckoned with, by the proven lower figure of `LeastHours` and by the rule of thumb.
Source: domain.md section 7.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from heiltid.measures.budget import LeastHours
from heiltid.model import (
    DAYS_PER_WEEK,
    MINUTES_PER_DAY,
    SATURDAY,
    SUNDAY,
    DaySelector,
    ShiftKind,
    ShiftType,
    Unit,
)

WEEKEND = frozenset({SATURDAY, SUNDAY})
USUAL_MINUTES = 750  # 12.5 hours: what a long shift would be where the unit has none


@dataclass(frozen=True, slots=True, kw_only=True)
class BusyTime:
    """A time of the weekend day, and how many it takes. Minutes from its midnight."""

    start: int
    end: int
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LongShifts:
    """What a weekend takes without long shifts and with them.

    fewest: people who at least must be there, the proven lower figure first, then that of the rule of
    thumb, 0 where it is not known. times: no shift reaches two of them, so that each takes people of its
    own; () where long shifts save people, or where no such times tell it all.
    """

    shifts: tuple[ShiftType, ...]
    fewest_without: tuple[int, int]
    fewest_with: tuple[int, int]
    times: tuple[BusyTime, ...] = ()

    @property
    def saves(self) -> bool:
        """Whether the weekend takes fewer with them, by either figure."""
        return any(long < short for short, long in zip(self.fewest_without, self.fewest_with, strict=True))


def weekend_long_shifts(unit: Unit) -> tuple[ShiftType, ...]:
    """The unit's long shifts that may stand in a weekend."""
    return tuple(
        shift for shift in unit.shifts if shift.kind is ShiftKind.LONG and shift.days.weekdays & WEEKEND
    )


def long_shifts_of(unit: Unit) -> LongShifts | None:
    """What the unit's long shifts make of its weekends, were everybody willing who works by day.

    None without any, and where ordinary shifts do not reach all of the staffing.
    """
    shifts = weekend_long_shifts(unit)
    return _compared(unit, shifts) if shifts else None


def possible_long_shifts(unit: Unit) -> LongShifts | None:
    """The same with the usual long shifts where the unit has none."""
    if weekend_long_shifts(unit):
        return long_shifts_of(unit)
    return _compared(unit, usual) if (usual := _usual(unit)) else None


def _compared(unit: Unit, shifts: tuple[ShiftType, ...]) -> LongShifts | None:
    added = tuple(shift for shift in shifts if shift not in unit.shifts)
    week = replace(unit.ordinary_week(), shifts=(*unit.shifts, *added))
    short, long = (LeastHours(_willing(week, long_shifts=willing)) for willing in (False, True))
    if not _reaches_all(short, long):
        return None
    found = LongShifts(shifts=shifts, fewest_without=_fewest(short), fewest_with=_fewest(long))
    return found if found.saves else replace(found, times=_times(long, found.fewest_with[0]))


def _fewest(least: LeastHours) -> tuple[int, int]:
    return least.fewest_in_weekend(0), least.weekend_heads() or 0


def _willing(unit: Unit, *, long_shifts: bool) -> Unit:
    people = tuple(
        replace(person, long_shifts=long_shifts and person.works_by_day) for person in unit.employees
    )
    return replace(unit, employees=people)


def _reaches_all(short: LeastHours, long: LeastHours) -> bool:
    """Whether people without long shifts can cover each weekend time that those with them can."""
    workable = short.workable_codes
    return all(
        not segment.requirement.target or any(code in workable for _, code in segment.covers)
        for segment in long.coverage.segments
        if segment.requirement.day % DAYS_PER_WEEK in WEEKEND
        and any(code in long.workable_codes for _, code in segment.covers)
    )


def _times(least: LeastHours, fewest: int) -> tuple[BusyTime, ...]:
    """Times of the heavier day that no shift shares, together needing all of the fewest; nights left out."""
    shifts = least.unit.shift_by_code()
    for day in (SATURDAY, SUNDAY):
        apart = _apart(least, day)
        if _need(apart)[0] == fewest:
            by_day = (
                part for part in apart if any(shifts[code].kind is not ShiftKind.NIGHT for code in part.codes)
            )
            return tuple(sorted((part.time for part in by_day), key=lambda time: time.start))
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    time: BusyTime
    codes: frozenset[str]  # that somebody may work and that reach it


def _apart(least: LeastHours, day: int) -> list[_Part]:
    """The parts of the day that take most people, no two of them within one shift; the narrowest such."""
    heaviest: dict[frozenset[str], BusyTime] = {}
    midnight = day * MINUTES_PER_DAY
    for segment in least.covered_from(day):
        codes = frozenset(code for _, code in segment.covers) & least.workable_codes
        time = BusyTime(
            start=segment.start - midnight, end=segment.end - midnight, people=segment.requirement.target
        )
        known = heaviest.get(codes)
        if codes and time.people and (known is None or _weight(time) > _weight(known)):
            heaviest[codes] = time
    return _heaviest_apart([_Part(time=time, codes=codes) for codes, time in heaviest.items()])


def _weight(time: BusyTime) -> tuple[int, int]:
    return time.people, time.end - time.start


def _heaviest_apart(options: list[_Part]) -> list[_Part]:
    if not options:
        return []
    first, *rest = options
    taken = [first, *_heaviest_apart([part for part in rest if not part.codes & first.codes])]
    return max(taken, _heaviest_apart(rest), key=_need)


def _need(parts: Sequence[_Part]) -> tuple[int, int]:
    return sum(part.time.people for part in parts), -sum(len(part.codes) for part in parts)


def _usual(unit: Unit) -> tuple[ShiftType, ...]:
    """One from the first morning on, one until the last evening's end; () where either is not there."""
    days = DaySelector(weekdays=WEEKEND)
    there = [shift for shift in unit.shifts if shift.days.weekdays & WEEKEND]
    starts = [shift.start_minute for shift in there if shift.kind is ShiftKind.DAY]
    ends = [shift.end_minute for shift in there if shift.kind is ShiftKind.EVENING]
    if not starts or not ends:
        return ()
    spans = ((min(starts), min(starts) + USUAL_MINUTES), (max(ends) - USUAL_MINUTES, max(ends)))
    return tuple(
        ShiftType(code=f"\0{place}", kind=ShiftKind.LONG, start_minute=start, end_minute=end, days=days)
        for place, (start, end) in enumerate(spans)
        if start >= 0
    )

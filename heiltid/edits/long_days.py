"""Long shifts that may stand on weekdays too, and the unit where they are for weekends and red days only."""

from __future__ import annotations

from dataclasses import replace

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage
from heiltid.model import SATURDAY, SUNDAY, ShiftKind, ShiftType, Unit

WEEKEND = frozenset({SATURDAY, SUNDAY})


def long_shifts_all_week(unit: Unit) -> tuple[ShiftType, ...]:
    """The long shifts that may stand in weekends and on weekdays, where somebody has agreed to them.

    () where the weekdays need them: the staffing asks for a time there that only long shifts reach.
    """
    has_agreed = any(person.long_shifts for person in unit.planned_employees)
    if not has_agreed or _need_long_shifts(unit):
        return ()
    return tuple(shift for shift in unit.shifts if _is_all_week(shift))


def with_long_weekends(unit: Unit) -> Unit:
    """The unit where those are for Saturdays, Sundays and red days."""
    found = long_shifts_all_week(unit)
    shifts = tuple(
        replace(shift, days=replace(shift.days, weekdays=WEEKEND & shift.days.weekdays, red=True))
        if shift in found
        else shift
        for shift in unit.shifts
    )
    return replace(unit, shifts=shifts)


def _is_all_week(shift: ShiftType) -> bool:
    weekdays = shift.days.weekdays
    return shift.kind is ShiftKind.LONG and bool(weekdays & WEEKEND) and bool(weekdays - WEEKEND)


def _need_long_shifts(unit: Unit) -> bool:
    """Whether a time is asked for on a weekday that only long shifts reach."""
    week, kinds = unit.ordinary_week(), unit.shift_by_code()
    return any(
        {kinds[code].kind for _, code in segment.covers} == {ShiftKind.LONG}
        for segment in Coverage(week, Calendar(week)).segments
        if segment.requirement.day not in WEEKEND and segment.requirement.target
    )

"""Edits of one line of the staff list that bring its other fields along. Source: workbook.md, Employees."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import count
from typing import Any

from heiltid.model import FULL_TIME_BP, PLANNABLE_KINDS, Employee, ShiftKind, Status, Unit


def usual_min_bp(person: Employee) -> int:
    """Min where nobody says otherwise: nobody is cut without consent, an open line may close."""
    return 0 if person.may_close else person.position_bp


def usual_max_bp(person: Employee) -> int:
    """Max where nobody says otherwise: up to what is wanted, an open line up to full time."""
    room = FULL_TIME_BP - person.elsewhere_bp
    wanted = FULL_TIME_BP if person.status is Status.VACANT else max(person.position_bp, person.wanted_bp)
    return min(room, wanted)


def shares_followed(was: Employee, now: Employee, given: Collection[str]) -> Employee:
    """`now` with Wanted, Min and Max as usual again where they stood so before and are not `given`."""
    if "wanted_bp" not in given and was.wanted_bp == was.position_bp:
        now = replace(now, wanted_bp=now.position_bp)
    if "min_bp" not in given and was.min_bp == usual_min_bp(was):
        now = replace(now, min_bp=usual_min_bp(now))
    if "max_bp" not in given and was.max_bp == usual_max_bp(was):
        now = replace(now, max_bp=usual_max_bp(now))
    return now


def with_fields(person: Employee, **fields: Any) -> Employee:
    """The line with other values, and what follows from them.

    Wanted, Min and Max follow the position. Who becomes paid by the hour has no position, who never works
    weekends no first weekend, and a frequency too short for the first weekend takes it away.
    """
    now = replace(person, **fields)
    if now.status is Status.HOURLY and "status" in fields:
        return replace(now, position_bp=0, wanted_bp=0, min_bp=0, max_bp=0)
    now = shares_followed(person, now, fields)
    if "position_bp" in fields and "max_bp" not in fields:
        now = replace(now, max_bp=max(now.max_bp, now.position_bp))
    if "weekend_every" in fields and (now.weekend_offset or 0) > now.weekend_every:
        now = replace(now, weekend_offset=None)
    return now


def only_nights_but_long(person: Employee, unit: Unit) -> bool:
    """Whether she works nights only, and yet may get long shifts by day. Source: workbook.md, Kinds."""
    may_be_long = not unit.shifts or any(shift.kind is ShiftKind.LONG for shift in unit.shifts)
    return may_be_long and person.long_shifts and person.works_ordinary_nights_only


def new_employee(unit: Unit, name: str = "") -> Employee:
    """Somebody with the next free number, full time, and every kind of shift the unit has but long ones."""
    taken = {person.number for person in unit.employees}
    highest = max((int(number) for number in taken if number.isdecimal() and len(number) < 10), default=0)
    number = next(free for place in count(highest + 1) if (free := str(place)) not in taken)
    has_nights = any(shift.kind is ShiftKind.NIGHT for shift in unit.shifts)
    return Employee(
        number=number,
        name=name,
        position_bp=FULL_TIME_BP,
        wanted_bp=FULL_TIME_BP,
        min_bp=FULL_TIME_BP,
        max_bp=FULL_TIME_BP,
        kinds=PLANNABLE_KINDS if has_nights else PLANNABLE_KINDS - {ShiftKind.NIGHT},
    )

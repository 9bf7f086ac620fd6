"""Short words for writing a sample unit as a table: clocks, shifts, demand rows, staff lines."""

from __future__ import annotations

from datetime import date
from typing import Any

from heiltid.model import (
    EVERY_DAY,
    FULL_TIME_BP,
    MINUTES_PER_DAY,
    Absence,
    DaySelector,
    DemandRow,
    Employee,
    ShiftKind,
    ShiftType,
    Status,
    Wish,
    WishDays,
    WishStrength,
)

MONDAY_TO_FRIDAY = DaySelector(weekdays=frozenset(range(5)))
SATURDAY_SUNDAY = DaySelector(weekdays=frozenset({5, 6}))
WEEKEND_AND_RED = DaySelector(weekdays=frozenset({5, 6}), red=True)
RED = DaySelector(red=True)
WEEKDAY_NAMES = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

NURSE, HEALTH_WORKER, ASSISTANT = "nurse", "health worker", "assistant"


def minutes(clock: str) -> int:
    """Minutes after midnight of "07:30"."""
    hour, minute = clock.split(":")
    return int(hour) * 60 + int(minute)


def span(text: str) -> tuple[int, int]:
    """Start and end minute of "21:45-07:45"; an end not after the start is the next day's."""
    start, end = (minutes(part) for part in text.split("-"))
    return start, end if end > start else end + MINUTES_PER_DAY


def shift(code: str, times: str, name: str, **more: Any) -> ShiftType:
    """A code; its kind is its first letter unless given."""
    start, end = span(times)
    kind = more.pop("kind", None) or ShiftKind(code[0])
    return ShiftType(code=code, name=name, kind=kind, start_minute=start, end_minute=end, **more)


def need(times: str, minimum: int, days: DaySelector = EVERY_DAY, **more: Any) -> DemandRow:
    """People needed between two times of day; the target is the minimum unless given."""
    start, end = span(times)
    more.setdefault("target", minimum)
    return DemandRow(days=days, start_minute=start, end_minute=end, minimum=minimum, **more)


def need_code(code: str, minimum: int, days: DaySelector = EVERY_DAY, **more: Any) -> DemandRow:
    """People needed on one very code."""
    more.setdefault("target", minimum)
    return DemandRow(days=days, shift=code, minimum=minimum, **more)


def basis_points(percent: float) -> int:
    """73.24 -> 7324."""
    return round(percent * FULL_TIME_BP / 100)


def kinds(letters: str) -> frozenset[ShiftKind]:
    """The kinds of "DA"."""
    return frozenset(ShiftKind(letter) for letter in letters)


def line(
    number: str,
    name: str,
    competence: str,
    position: float,
    wanted: float | None = None,
    works: str = "DA",
    **more: Any,
) -> Employee:
    """A line of the staff list in percent, with the defaults of workbook.md, sheet Employees."""
    position_bp = basis_points(position)
    wanted_bp = position_bp if wanted is None else basis_points(wanted)
    status = more.get("status", Status.PERMANENT)
    if status in (Status.VACANT, Status.TEMPORARY):
        more.setdefault("min_bp", 0)
    if status is Status.VACANT:
        more.setdefault("max_bp", FULL_TIME_BP)
    room_bp = FULL_TIME_BP - more.get("elsewhere_bp", 0)
    more.setdefault("min_bp", position_bp)
    more.setdefault("max_bp", min(max(position_bp, wanted_bp), room_bp))
    return Employee(
        number=number,
        name=name,
        competence=competence,
        position_bp=position_bp,
        wanted_bp=wanted_bp,
        kinds=kinds(works),
        **more,
    )


def when(text: str) -> WishDays:
    """A wish's days: "2027-05-17", "Fri" or "w3 Tue"."""
    words = text.split()
    if len(words) == 2:
        return WishDays(week=int(words[0].removeprefix("w")), weekday=WEEKDAY_NAMES.index(words[1]))
    if text in WEEKDAY_NAMES:
        return WishDays(weekday=WEEKDAY_NAMES.index(text))
    return WishDays(on=date.fromisoformat(text))


def wish(number: str, days: str, what: str, strength: str = "weak") -> Wish:
    """A wish: what is "off", a kind's letter, a code, or "not N"."""
    negated = what.startswith("not ")
    word = what.removeprefix("not ")
    letters = {kind.value for kind in ShiftKind}
    return Wish(
        employee=number,
        when=when(days),
        off=word == "off",
        kind=ShiftKind(word) if word in letters else None,
        code=word if word != "off" and word not in letters else None,
        negated=negated,
        strength=WishStrength(strength),
    )


def away(number: str, first: str, last: str, code: str = "FE") -> Absence:
    """An absence known before the plan is made, both days included."""
    return Absence(employee=number, first=date.fromisoformat(first), last=date.fromisoformat(last), code=code)

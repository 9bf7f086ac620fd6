"""Small words for building units and plans in tests: row("D1 D1 - N1 N1 - -")."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from heiltid.model import (
    FREE,
    Cell,
    DemandRow,
    Employee,
    Origin,
    Plan,
    PlanRow,
    ShiftKind,
    ShiftType,
    Unit,
)

MONDAY = date(2027, 1, 4)


def shift(code: str, times: str, **more: Any) -> ShiftType:
    """shift("D1", "07:30-15:00"): the kind is the code's first letter unless given."""
    start, end = (_minute(part) for part in times.split("-"))
    more.setdefault("kind", ShiftKind(code[0]))
    return ShiftType(code=code, start_minute=start, end_minute=end if end > start else end + 1440, **more)


def _minute(text: str) -> int:
    hours, minutes = text.split(":")
    return int(hours) * 60 + int(minutes)


D1 = shift("D1", "07:30-15:00")
A1 = shift("A1", "14:30-22:00")
N1 = shift("N1", "21:45-07:45")
L1 = shift("L1", "07:30-20:00")
L2 = shift("L2", "09:30-22:00")
SHIFTS = (D1, A1, N1, L1, L2)


def person(number: str = "1", position: int = 10_000, **more: Any) -> Employee:
    """A full-time person unless told otherwise."""
    more.setdefault("wanted_bp", position)
    more.setdefault("min_bp", position)
    more.setdefault("max_bp", max(position, more["wanted_bp"]))
    return Employee(number=number, position_bp=position, **more)


def unit(weeks: int = 1, **more: Any) -> Unit:
    """A cyclic unit of one person and the shifts above unless told otherwise."""
    more.setdefault("shifts", SHIFTS)
    more.setdefault("demand", ())
    more.setdefault("employees", (person(),))
    return Unit(start=more.pop("start", MONDAY), weeks=weeks, **more)


def row(text: str, number: str = "1", position: int = 10_000, history: str = "") -> PlanRow:
    """One line: codes separated by spaces, "-" = free, "!" before = locked, "(A1)FE" = laid over."""
    return PlanRow(
        employee=number,
        position_bp=position,
        cells=tuple(_cell(word) for word in text.split()),
        history=tuple(_cell(word) for word in history.split()),
    )


def _cell(word: str) -> Cell:
    locked = word.startswith("!")
    word = word.removeprefix("!")
    if word in {"", "-"}:
        return Cell(locked=True) if locked else FREE
    if word.startswith("("):
        code, absence = word[1:].split(")")
        return Cell(shift=code, absence=absence, locked=locked)
    if word in {"F1", "F2", "F3", "F4", "F5"}:
        return Cell(day_off=word, locked=locked)
    return Cell(shift=word, locked=locked)


def plan(*rows: PlanRow) -> Plan:
    """A plan of these lines."""
    return Plan(rows=rows)


def engine_run(**more: Any) -> Origin:
    """What a plan remembers of the run that made it, as far as the test does not say."""
    known = {"made_at": datetime(2027, 1, 4), "status": "feasible", "seconds": 1.0, "seed": 1, "workers": 2}
    return Origin(**{**known, **more})


def demand(days: frozenset[int], times: str, minimum: int, **more: Any) -> DemandRow:
    """demand(WEEKDAYS, "07:30-15:00", 6)."""
    from heiltid.model import DaySelector

    start, end = (_minute(part) for part in times.split("-"))
    more.setdefault("target", minimum)
    return DemandRow(
        days=DaySelector(weekdays=days),
        start_minute=start,
        end_minute=end if end > start else end + 1440,
        minimum=minimum,
        **more,
    )


WEEKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})

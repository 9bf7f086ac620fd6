"""Small words for tiny requests, those whose every plan can be looked at."""

from __future__ import annotations

from dataclasses import replace

from builders import WEEKDAYS, demand, person, shift

from heiltid.model import (
    DaySelector,
    DemandRow,
    Employee,
    RuleOverride,
    ShiftKind,
    ShiftType,
    Wish,
    WishDays,
    WishStrength,
)

DAY, EVENING, NIGHT = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT
MEETING = shift("O1", "09:00-12:00")
# The engine never shortens the weekly rest to 28 h; here the checker may not either.
FULL_WEEKLY_REST = RuleOverride(rule="weekly_rest", parameter="agreed_minutes", value="35:00")


def on(kind: ShiftType, *weekdays: int) -> ShiftType:
    """A code that exists on some weekdays only, to keep the number of plans small."""
    return replace(kind, days=DaySelector(weekdays=frozenset(weekdays), red=False))


def someone(number: str, position: int = 5_000, **more: object) -> Employee:
    """Free to work anything from nothing to full time, never at weekends unless told otherwise."""
    return person(
        number,
        position,
        **{"min_bp": 0, "max_bp": 10_000, "weekend_every": 0, "kinds": frozenset({DAY, EVENING}), **more},
    )


def wish(employee: str, weekday: int, strength: WishStrength = WishStrength.WEAK, **what: object) -> Wish:
    """A wish for one weekday of every week."""
    return Wish(employee=employee, when=WishDays(weekday=weekday), strength=strength, **what)  # type: ignore[arg-type]


def by_code(code: str, days: frozenset[int], minimum: int, target: int) -> DemandRow:
    """People counted on that very code."""
    return DemandRow(days=DaySelector(weekdays=days), shift=code, minimum=minimum, target=target)


DAYS = demand(WEEKDAYS, "07:30-15:00", 1)
IDLE = demand(WEEKDAYS, "07:30-15:00", 0)

"""Shift types, and the days something applies to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 24 * MINUTES_PER_HOUR
DAYS_PER_WEEK = 7
SATURDAY, SUNDAY = 5, 6
ALL_WEEKDAYS = frozenset(range(DAYS_PER_WEEK))


class ShiftKind(StrEnum):
    """What a shift is, by its letter in the rota."""

    DAY = "D"
    EVENING = "A"
    NIGHT = "N"
    LONG = "L"
    OTHER = "O"


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySelector:
    """The days a row applies to: weekdays (0 = Monday), red days, or dates."""

    weekdays: frozenset[int] = frozenset()
    red: bool = False
    dates: frozenset[date] = frozenset()


EVERY_DAY = DaySelector(weekdays=ALL_WEEKDAYS, red=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftType:
    """One code of the rota. Minutes count from 00:00 of the day the shift starts."""

    code: str
    name: str = ""
    kind: ShiftKind
    start_minute: int
    end_minute: int  # > start_minute; above 1440 when the shift ends the next day
    unpaid_break_minutes: int = 0
    days: DaySelector = EVERY_DAY
    competence: str | None = None  # only people who cover this may work it

    @property
    def length_minutes(self) -> int:
        """From start to end on the clock."""
        return self.end_minute - self.start_minute

    @property
    def paid_minutes(self) -> int:
        """Working time: the clock length without the unpaid break."""
        return self.length_minutes - self.unpaid_break_minutes

    @property
    def counts_as_cover(self) -> bool:
        """Meetings and courses (kind O) cover no demand."""
        return self.kind is not ShiftKind.OTHER

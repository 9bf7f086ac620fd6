"""Wishes the shown rota does not meet, by line and day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from heiltid.calendar import Calendar
from heiltid.model import Plan, PlanRow, ShiftType, Wish, WishStrength
from heiltid.wishes import WishesKept, days_by_person, wishes_kept

SIGNED = frozenset({WishStrength.MUST, WishStrength.STRONG})  # a weak wish is told of, and has no sign
NOTHING = WishesKept(days=0, unmet={})


class WishMarks:
    """The days of every wish, found once for a unit, and what each line gives of them."""

    def __init__(self) -> None:
        self._days: Mapping[str, tuple[tuple[Wish, tuple[int, ...]], ...]] = {}
        self._kept: dict[str, WishesKept] = {}
        self._is_empty = True

    def set_calendar(self, calendar: Calendar) -> None:
        """The wishes of this unit."""
        self._days = days_by_person(calendar)

    def begins(self, plan: Plan) -> bool:
        """Whether a plan is the first with a rota, or the last that had one: nothing is unmet without."""
        was, self._is_empty = self._is_empty, plan.is_empty
        return was is not self._is_empty and bool(self._days)

    def renew(self, row: PlanRow, shifts: Mapping[str, ShiftType]) -> frozenset[int]:
        """Reckon a line anew; the days with a sign."""
        wishes = () if self._is_empty else self._days.get(row.employee, ())
        if not wishes:
            self._kept.pop(row.employee, None)
            return frozenset()
        kept = self._kept[row.employee] = wishes_kept(wishes, row.cells, shifts)
        return frozenset(day for day, unmet in kept.unmet.items() if _has_sign(unmet))

    def kept(self, number: str) -> WishesKept:
        """What somebody's line gives of her wishes."""
        return self._kept.get(number, NOTHING)

    def unmet(self, number: str, day: int) -> tuple[Wish, ...]:
        """Her wishes for a day that are not met."""
        return tuple(self.kept(number).unmet.get(day, ()))


def _has_sign(wishes: Sequence[Wish]) -> bool:
    return any(wish.strength in SIGNED for wish in wishes)

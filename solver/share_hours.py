"""Overtime of a sharing as linear terms: what heiltid.booking.places.hours reckons, for every set at once.

Only the least the overtime can be is said, since every goal wants it small. Hours that fill a position
come first by date, so each place asks what has been taken before it. The one thing that is not said: a
planned shift that was taken off, and a place taken on that very day. What was found is reckoned anew by
heiltid.booking.sharing.shares in any case.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from ortools.sat.python import cp_model

from heiltid.booking.places.hours import HoursOf
from heiltid.booking.places.overtime import PERIODS
from heiltid.booking.places.overtime import RULE as OVERTIME
from heiltid.booking.places.taking import Takers
from heiltid.booking.sharing.shares import NOTHING, Sharing
from heiltid.model import DAYS_PER_WEEK
from heiltid.rules.agreements import MORE_OVERTIME
from heiltid.rules.hours import ordinary_limit
from solver.expressions import Expression, sum_of


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A shift on top of the plan, there already (taken is 1) or to be decided."""

    day: int
    minutes: int
    beyond_day: int  # minutes beyond the longest ordinary day; negative where there is room
    taken: Expression

    @property
    def is_fixed(self) -> bool:
        return isinstance(self.taken, int)


class OvertimeTerms:
    """The overtime one person has on top of the plan, as terms of a model."""

    def __init__(
        self,
        model: cp_model.CpModel,
        sharing: Sharing,
        employee: str,
        taken: Mapping[int, cp_model.IntVar],
    ) -> None:
        self._model = model
        base = sharing.lines.base(employee)
        row = base.context.rows[employee]
        person, planned = base.by_number[employee], base.planned_row(employee)
        self._hours: HoursOf = base.hours.untaken(person, planned, row)
        self._items = _items(sharing, base, employee, taken)
        there = sharing.lines.hours(employee, NOTHING).overtime
        before = sum(entry.minutes for entry in base.overtime_before(employee))
        self.fixed = sum(entry.minutes for entry in there) - before
        self.had = self.fixed - sharing.lines.overtime_minutes(employee, NOTHING)
        self._hold_average(base, employee)
        weeks = self._by_week()
        self.total: Expression = sum_of([*weeks.values()]) if taken else self.fixed
        self._hold_limits(base, weeks)

    def _hold_average(self, base: Takers, employee: str) -> None:
        """The ordinary hours over the whole plan: more work may lower the limit, never raise it."""
        person, context = base.by_number[employee], base.context
        paid, weeks = context.paid_hours(person), Fraction(context.present_days(person), DAYS_PER_WEEK)
        found = ordinary_limit(context, person, paid, weeks) if weeks else None
        more = [item for item in self._items if not item.is_fixed]
        if found is not None and more:
            room = max(0, math.floor(found[1] * weeks) - paid.total)
            self._model.add(self._minutes(more) <= room)

    def _by_week(self) -> dict[int, Expression]:
        """The least the overtime of each week can be, that of shifts she has already included."""
        weeks: dict[int, list[_Item]] = {}
        for item in self._items:
            weeks.setdefault(item.day // DAYS_PER_WEEK, []).append(item)
        return {week: self._week(week, items) for week, items in weeks.items()}

    def _week(self, week: int, items: list[_Item]) -> Expression:
        """All that is taken in a week, less the room in it; and less what fills the position, by date."""
        hours, minutes = self._hours, self._minutes(items)
        room = 0 if hours.is_full_time else max(0, hours.week_minutes - hours.by_week.get(week, 0))
        if hours.unbound == 0:
            beyond = self._above(minutes, room)
        else:
            earlier = [item for item in self._items if item.day // DAYS_PER_WEEK < week]
            beyond = self._least_of(minutes - room, self._minutes(earlier) + minutes - hours.unbound, items)
        if hours.is_full_time or all(item.beyond_day <= 0 for item in items):
            return beyond
        by_shift = sum_of([self._one(item) for item in items])
        self._model.add(by_shift >= beyond)  # follows from them, but not for a linear relaxation
        return by_shift

    def _least_of(self, one: Expression, other: Expression, items: list[_Item]) -> Expression:
        """A number at least as great as one of two, or as 0."""
        over = self._model.new_int_var(0, sum(item.minutes for item in items), "")
        way = self._model.new_bool_var("")
        self._model.add(over >= one).only_enforce_if(way)
        self._model.add(over >= other).only_enforce_if(~way)
        return over

    def _above(self, minutes: Expression, room: int) -> Expression:
        """Minutes beyond what there is room for."""
        if isinstance(minutes, int):
            return max(0, minutes - room)
        if room == 0:
            return minutes
        over = self._model.new_int_var(0, sum(item.minutes for item in self._items), "")
        self._model.add(over >= minutes - room)
        return over

    def _one(self, item: _Item) -> Expression:
        """Overtime of one shift: the least of all its minutes, what is not unbound, what is beyond."""
        earlier = [other for other in self._items if other.day < item.day]
        same_week = [other for other in earlier if other.day // DAYS_PER_WEEK == item.day // DAYS_PER_WEEK]
        in_week = self._hours.by_week.get(item.day // DAYS_PER_WEEK, 0) + item.minutes
        beyond_week = self._minutes(same_week) + (in_week - self._hours.week_minutes)
        rest = self._minutes(earlier) + (item.minutes - self._hours.unbound)
        over = self._model.new_int_var(0, max(0, item.minutes), "")
        ways = [self._model.new_bool_var("") for _ in range(3)]
        self._model.add(over == item.minutes).only_enforce_if(ways[0])
        self._model.add(over >= rest).only_enforce_if(ways[1])
        self._model.add(over >= beyond_week).only_enforce_if(ways[2])
        self._model.add(over >= item.beyond_day).only_enforce_if(ways[2])
        self._model.add(sum_of([*ways]) >= item.taken)
        return over

    def _hold_limits(self, base: Takers, weeks: Mapping[int, Expression]) -> None:
        """What periods may hold of overtime. Where only a week's sum is known, periods begin on Mondays;

        the others are learned. What there is beyond a limit already stays, and lets nothing more in.
        """
        book, employee = base.hours.book, self._hours.person.number
        agreed = "agreed_" if book.may_use(MORE_OVERTIME, employee) else ""
        is_all = self._hours.is_full_time and self._hours.unbound == 0
        days = {item.day: item.taken * item.minutes for item in self._items}
        by_day = days if is_all else {week * DAYS_PER_WEEK: over for week, over in weeks.items()}
        for length, parameter in PERIODS:
            limit = book.value(OVERTIME, agreed + parameter, employee)
            for first in by_day if limit is not None else ():
                inside = [over for day, over in by_day.items() if 0 <= day - first < length]
                if not all(isinstance(over, int) for over in inside):
                    self._model.add(sum_of(inside) <= max(int(limit or 0), self.fixed))

    @staticmethod
    def _minutes(items: list[_Item]) -> Expression:
        return sum_of([item.taken * item.minutes for item in items if item.minutes])


def _items(
    sharing: Sharing, base: Takers, employee: str, taken: Mapping[int, cp_model.IntVar]
) -> list[_Item]:
    """Everything on top of the plan, by day."""
    longest = base.hours.full_time_day(employee)

    def item(day: int, paid: int, minutes: int, is_taken: Expression) -> _Item:
        return _Item(day=day, minutes=minutes, beyond_day=paid - longest, taken=is_taken)

    found = [
        item(day, shift.paid_minutes, max(0, shift.paid_minutes - gone), 1)
        for day, shift, gone in base.hours.taken(base.planned_row(employee), base.context.rows[employee])
    ]
    for number, variable in taken.items():
        minutes = sharing.minutes((number,))
        day = base.context.calendar.day_of(sharing.places[number].on)
        found.append(item(day, minutes, minutes, variable))
    return sorted(found, key=lambda entry: entry.day)

"""Paid hours by the categories that cost more: evening, night, Saturday/Sunday, red days.

Source: domain.md section 4. An hour stands in each category it belongs to (a Sunday night hour in
both); ordinary hours are in none. An unpaid break is taken evenly from the whole shift. Hours under a
laid-over absence are paid; days of an absence known beforehand are out.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from heiltid.calendar import NIGHT_END_MINUTE, NIGHT_START_MINUTE, Calendar
from heiltid.model import MINUTES_PER_DAY, SATURDAY, Plan, ShiftType, Unit

EVENING_START_MINUTE, EVENING_END_MINUTE = 17 * 60, 21 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryMinutes:
    """Paid minutes of a rota by category; `total` counts every minute once."""

    total: Fraction = Fraction(0)
    ordinary: Fraction = Fraction(0)
    evening: Fraction = Fraction(0)
    night: Fraction = Fraction(0)
    saturday_sunday: Fraction = Fraction(0)
    red: Fraction = Fraction(0)

    def __add__(self, other: CategoryMinutes) -> CategoryMinutes:
        return CategoryMinutes(
            total=self.total + other.total,
            ordinary=self.ordinary + other.ordinary,
            evening=self.evening + other.evening,
            night=self.night + other.night,
            saturday_sunday=self.saturday_sunday + other.saturday_sunday,
            red=self.red + other.red,
        )


def hours_by_category(unit: Unit, calendar: Calendar, plan: Plan) -> CategoryMinutes:
    """All paid minutes of a plan, over the whole rota."""
    shifts = unit.shift_by_code()
    people = unit.employee_by_number()
    worth: dict[tuple[int, str], CategoryMinutes] = {}
    total = CategoryMinutes()
    for row in plan.rows:
        person = people.get(row.employee)
        for day, cell in enumerate(row.cells):
            if cell.shift is None or person is None or not calendar.is_present(person, day):
                continue
            key = (day, cell.shift)
            if key not in worth:
                worth[key] = shift_minutes(calendar, day, shifts[cell.shift])
            total += worth[key]
    return total


def shift_minutes(calendar: Calendar, day: int, shift: ShiftType) -> CategoryMinutes:
    """One shift on one day, cut where a category begins or ends."""
    start = day * MINUTES_PER_DAY + shift.start_minute
    end = day * MINUTES_PER_DAY + shift.end_minute
    paid = Fraction(shift.paid_minutes, shift.length_minutes)
    marks = {start, end}
    for midnight in range((day - 1) * MINUTES_PER_DAY, end + MINUTES_PER_DAY, MINUTES_PER_DAY):
        edges = (0, NIGHT_END_MINUTE - MINUTES_PER_DAY, EVENING_START_MINUTE, NIGHT_START_MINUTE)
        marks.update(midnight + edge for edge in edges if start < midnight + edge < end)
    ordered = sorted(marks)
    total = CategoryMinutes()
    for low, high in pairwise(ordered):
        total += _piece(calendar, low, (high - low) * paid)
    return total


def _piece(calendar: Calendar, low: int, minutes: Fraction) -> CategoryMinutes:
    """A piece that lies wholly inside or outside each category, by its first minute."""
    day, clock = divmod(low, MINUTES_PER_DAY)
    none = Fraction(0)
    evening = EVENING_START_MINUTE <= clock < EVENING_END_MINUTE
    night = clock >= NIGHT_START_MINUTE or clock < NIGHT_END_MINUTE - MINUTES_PER_DAY
    weekend = calendar.weekday(day) >= SATURDAY
    red = calendar.is_red(day)
    return CategoryMinutes(
        total=minutes,
        ordinary=none if evening or night or weekend or red else minutes,
        evening=minutes if evening else none,
        night=minutes if night else none,
        saturday_sunday=minutes if weekend else none,
        red=minutes if red else none,
    )

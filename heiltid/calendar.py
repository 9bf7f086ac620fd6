"""Days and clocks of one rota: weekdays, dates, red days, the Sunday zone, the clock change.

Days are counted from 0 = the rota's first Monday; minutes from 00:00 of that Monday, by the
wall clock. Days and minutes before the start are negative. A cyclic rota has no red days but its
Sundays and no clock change. Source: domain.md sections 3 and 9.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime, timedelta
from functools import cache, cached_property
from typing import NamedTuple
from zoneinfo import ZoneInfo

import holidays

from heiltid.model import (
    DAYS_PER_WEEK,
    MINUTES_PER_DAY,
    MINUTES_PER_HOUR,
    SUNDAY,
    DaySelector,
    Employee,
    Unit,
)

ZONE_START_MINUTE = 18 * 60  # AML § 10-10: from 18:00 the day before a Sunday or red day
ZONE_START_ON_EVE_MINUTE = 15 * 60  # Christmas, Easter and Whitsun eves
ZONE_END_MINUTE = 22 * 60  # to 22:00 before the next working day
NIGHT_START_MINUTE, NIGHT_END_MINUTE = 21 * 60, 30 * 60  # AML § 10-11: 21:00-06:00
MARGIN_DAYS = 3 * DAYS_PER_WEEK
OSLO = ZoneInfo("Europe/Oslo")
DISCUSSED_BEFORE_START = timedelta(weeks=2)  # AML § 10-3


def discuss_by(start: date) -> date:
    """The last day to discuss a rota that begins on `start` with the union representatives."""
    return start - DISCUSSED_BEFORE_START


@cache
def _easter_sunday(year: int) -> date:
    found = holidays.country_holidays("NO", years=year, language="en_US", include_sundays=False)
    return next(when for when, name in found.items() if name == "Easter Sunday")


class Inconvenient(NamedTuple):
    """Minutes of a shift that the tariff counts for more."""

    night: int  # 21:00-06:00
    sunday: int  # Sunday/red-day zone, not night
    touches_sunday: bool  # at night or not


class Calendar:
    """The calendar of one unit; cheap to ask, built once per unit."""

    def __init__(self, unit: Unit) -> None:
        self.unit = unit
        self.day_count = unit.day_count
        self._inconvenient: dict[tuple[int, int], Inconvenient] = {}
        self._sundays: dict[int, tuple[int, ...]] = {}
        self._zone_of: dict[int, tuple[int, int]] = {}
        self._presence: dict[tuple[str, date | None, date | None], tuple[bool, ...]] = {}

    def date_of(self, day: int) -> date:
        """The date of a day (for a cyclic rota: of its first run)."""
        return self.unit.start + timedelta(days=day)

    def day_of(self, when: date) -> int:
        """The day of a date; may lie outside the rota."""
        return (when - self.unit.start).days

    def weekday(self, day: int) -> int:
        """0 = Monday; the rota starts on a Monday."""
        return day % DAYS_PER_WEEK

    def week(self, day: int) -> int:
        """Index of the rotation week, 0 for the first."""
        return day // DAYS_PER_WEEK

    @cached_property
    def _red_days(self) -> frozenset[int]:
        if self.unit.is_cyclic:
            return frozenset()
        first = self.date_of(-MARGIN_DAYS)
        last = self.date_of(self.day_count + MARGIN_DAYS)
        years = range(first.year, last.year + 1)
        red = holidays.country_holidays("NO", years=years, include_sundays=False)
        return frozenset(map(self.day_of, red))

    def is_red(self, day: int) -> bool:
        """A public holiday of a dated rota (an ordinary Sunday is not meant)."""
        return day in self._red_days

    def is_sunday_like(self, day: int) -> bool:
        """A Sunday or a red day."""
        return day % DAYS_PER_WEEK == SUNDAY or day in self._red_days

    def _is_great_eve(self, day: int) -> bool:
        """The eves of Christmas, Easter and Whitsun, whose zone starts at 15:00."""
        when = self.date_of(day)
        if self.unit.is_cyclic:
            return False
        easter = _easter_sunday(when.year)
        eves = (easter - timedelta(days=1), easter + timedelta(days=48), date(when.year, 12, 24))
        return when in eves

    @cached_property
    def zones(self) -> tuple[tuple[int, int, int], ...]:
        """Sunday/red-day zones as (start minute, end minute, last red day), sorted, not touching."""
        found: list[tuple[int, int, int]] = []
        for day in range(-MARGIN_DAYS, self.day_count + MARGIN_DAYS):
            if not self.is_sunday_like(day):
                continue
            start, end = self.zone_of(day)
            if found and self.is_sunday_like(day - 1):
                start = found.pop()[0]
            found.append((start, end, day))
        return tuple(found)

    def sundays(self, first: int) -> tuple[int, ...]:
        """The Sundays and red days of the rota from that day on (0, or a negative one in the history)."""
        if first not in self._sundays:
            self._sundays[first] = tuple(filter(self.is_sunday_like, range(first, self.day_count)))
        return self._sundays[first]

    def zone_of(self, day: int) -> tuple[int, int]:
        """The zone of one Sunday or red day alone, as (start, end) minutes; found once."""
        if day not in self._zone_of:
            self._zone_of[day] = self._zone(day)
        return self._zone_of[day]

    def _zone(self, day: int) -> tuple[int, int]:
        eve = ZONE_START_ON_EVE_MINUTE if self._is_great_eve(day - 1) else ZONE_START_MINUTE
        return (day - 1) * MINUTES_PER_DAY + eve, day * MINUTES_PER_DAY + ZONE_END_MINUTE

    def zone_minutes(self, start: int, end: int) -> int:
        """Minutes of [start, end) that lie in a Sunday/red-day zone."""
        return sum(max(0, min(end, z_end) - max(start, z_start)) for z_start, z_end in self._near(start, end))

    def _near(self, start: int, end: int) -> list[tuple[int, int]]:
        position = max(0, bisect_right(self._zone_starts, start) - 1)
        found = []
        for z_start, z_end, _ in self.zones[position:]:
            if z_start >= end:
                break
            found.append((z_start, z_end))
        return found

    @cached_property
    def _zone_starts(self) -> tuple[int, ...]:
        return tuple(zone[0] for zone in self.zones)

    @staticmethod
    def night_minutes(start: int, end: int) -> int:
        """Minutes of [start, end) between 21:00 and 06:00."""
        total = 0
        for day in range(start // MINUTES_PER_DAY - 1, end // MINUTES_PER_DAY + 1):
            night_start = day * MINUTES_PER_DAY + NIGHT_START_MINUTE
            night_end = day * MINUTES_PER_DAY + NIGHT_END_MINUTE
            total += max(0, min(end, night_end) - max(start, night_start))
        return total

    def sunday_outside_night_minutes(self, start: int, end: int) -> int:
        """Minutes of [start, end) in the Sunday zone that are not also night: an hour counts once."""
        total = self.zone_minutes(start, end)
        for day in range(start // MINUTES_PER_DAY - 1, end // MINUTES_PER_DAY + 1):
            night_start = max(start, day * MINUTES_PER_DAY + NIGHT_START_MINUTE)
            night_end = min(end, day * MINUTES_PER_DAY + NIGHT_END_MINUTE)
            if night_start < night_end:
                total -= self.zone_minutes(night_start, night_end)
        return total

    def inconvenient(self, start: int, end: int) -> Inconvenient:
        """What of [start, end) lies at night and in the Sunday zone; found once for each shift and day."""
        found = self._inconvenient.get((start, end))
        if found is None:
            found = self._inconvenient[start, end] = Inconvenient(
                night=self.night_minutes(start, end),
                sunday=self.sunday_outside_night_minutes(start, end),
                touches_sunday=self.zone_minutes(start, end) > 0,
            )
        return found

    @cached_property
    def spring_changes(self) -> tuple[int, ...]:
        """Minutes (of 02:00) at which the clock of a dated rota jumps one hour forward."""
        if self.unit.is_cyclic:
            return ()
        found = []
        for day in range(-MARGIN_DAYS, self.day_count + MARGIN_DAYS):
            noon = datetime.combine(self.date_of(day), datetime.min.time(), OSLO).replace(hour=12)
            before = noon - timedelta(days=1)  # wall-clock arithmetic, on purpose
            if (noon.utcoffset() or timedelta()) > (before.utcoffset() or timedelta()):
                found.append(day * MINUTES_PER_DAY + 2 * 60)
        return tuple(found)

    def rest_minutes(self, end: int, start: int) -> int:
        """Real minutes of rest from `end` to `start` by the wall clock.

        The spring change takes one hour away; the autumn hour is not counted as extra rest.
        """
        rest = start - end
        for change in self.spring_changes:
            if end <= change < start:
                rest -= MINUTES_PER_HOUR
        return rest

    def matches(self, days: DaySelector, day: int) -> bool:
        """Whether a selector names this day, by weekday, as red day or by date."""
        if self.is_red(day) and days.red:
            return True
        return self.weekday(day) in days.weekdays or self.date_of(day) in days.dates

    def is_employed(self, person: Employee, day: int) -> bool:
        """Whether the person's employment dates include the day."""
        if person.employed_from is not None and day < self.day_of(person.employed_from):
            return False
        return person.employed_to is None or day <= self.day_of(person.employed_to)

    @cached_property
    def _absent_days(self) -> dict[str, frozenset[int]]:
        found: dict[str, set[int]] = {}
        for absence in self.unit.absences:
            first = max(self.day_of(absence.first), -MARGIN_DAYS)
            last = min(self.day_of(absence.last), self.day_count + MARGIN_DAYS)
            found.setdefault(absence.employee, set()).update(range(first, last + 1))
        return {number: frozenset(days) for number, days in found.items()}

    def is_absent(self, person: Employee, day: int) -> bool:
        """Whether an absence known before the plan is made covers the day."""
        return day in self._absent_days.get(person.number, ())

    def is_present(self, person: Employee, day: int) -> bool:
        """Employed and not absent."""
        return self.is_employed(person, day) and not self.is_absent(person, day)

    def present_days(self, person: Employee) -> int:
        """Days of the rota on which the person is employed and not absent."""
        return sum(self.presence(person))

    def presence(self, person: Employee) -> tuple[bool, ...]:
        """For each day of the rota whether the person is employed and not absent; found once."""
        key = (person.number, person.employed_from, person.employed_to)
        if key not in self._presence:
            self._presence[key] = tuple(self.is_present(person, day) for day in range(self.day_count))
        return self._presence[key]

"""From hours to positions: the full-time hours of a person, and the contract figure of a rota.

Source: domain.md section 4 (35.5 / 33.6 / three-part), issue "From a unit workbook" section 4
(the contract figure), workbook.md (employment dates and known absences).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from heiltid.calendar import Calendar
from heiltid.model import (
    DAYS_PER_WEEK,
    FULL_TIME_BP,
    MINUTES_PER_DAY,
    Cell,
    Employee,
    ShiftKind,
    ShiftType,
    Unit,
)

DAY_WEEK_MINUTES = 2250  # 37.5 h
ROTA_WEEK_MINUTES = 2130  # 35.5 h
ROUND_THE_CLOCK_WEEK_MINUTES = 2016  # 33.6 h
ROUND_MARKS_BP = (10_000, 8_000, 5_000)
MINIMUM_TOLERANCE_BP = 25  # 0.25 % of full time
SUNDAY_EVERY_WEEKS = 3  # "at least every 3rd Sunday"; these three as [full_time_week] of tariff.toml
MAIN_NIGHT_SHARE_BP = 7_500  # more of the hours at night is "mainly nights"
DAY_EVENING_SHARE_BP = 2_500  # at least so much outside the night in a three-part rota
SUNDAY_EXTRA = Fraction(10, 60)  # each Sunday-zone hour counts 1 h 10 min
NIGHT_EXTRA = Fraction(15, 60)  # each night hour counts 1 h 15 min


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidHours:
    """A person's paid minutes in a rota, split as the three-part reckoning needs it."""

    total: int
    night: int  # 21:00-06:00
    sunday: int  # Sunday/red-day zone, not night
    kinds: frozenset[ShiftKind]
    worked_sundays: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reckoning:
    """What a person's hours amount to. exact_bp is unrounded to marks; contract_bp is the position."""

    hours_minutes: int
    full_time_minutes: Fraction  # over the person's employed and present days
    exact_bp: int
    contract_bp: int

    @property
    def deviation_minutes(self) -> Fraction:
        """Hours in the rota less the hours the contract pays for."""
        return self.hours_minutes - self.full_time_minutes * self.contract_bp / FULL_TIME_BP


def may_work(unit: Unit, person: Employee, shift: ShiftType) -> bool:
    """Whether the person's kinds, long-shift consent and competence admit the code on some day."""
    if shift.kind is ShiftKind.OTHER:
        return False
    if shift.kind is ShiftKind.LONG:
        if not person.long_shifts:
            return False
    elif shift.kind not in person.kinds:
        return False
    return shift.competence is None or shift.competence in unit.covered_by(person.competence)


def accepted_shifts(unit: Unit, person: Employee) -> tuple[ShiftType, ...]:
    """The codes a person may be planned on."""
    return tuple(shift for shift in unit.shifts if may_work(unit, person, shift))


def takes_nights_only(unit: Unit, person: Employee) -> bool:
    """Whether all the codes she may be planned on are nights: she takes no long shifts by day either."""
    return {shift.kind for shift in accepted_shifts(unit, person)} == {ShiftKind.NIGHT}


def paid_hours(unit: Unit, calendar: Calendar, person: Employee, cells: Sequence[Cell]) -> PaidHours:
    """Paid minutes of the planned cells. A shift under a laid-over absence keeps its hours;

    days of an absence known beforehand are out of both sides and count nothing.
    """
    shifts = unit.shift_by_code()
    total = night = sunday = 0
    kinds: set[ShiftKind] = set()
    sundays: set[int] = set()
    for day, (cell, is_present) in enumerate(zip(cells, calendar.presence(person), strict=True)):
        shift = None if cell.shift is None else shifts.get(cell.shift)
        if shift is None or not is_present:
            continue
        start = day * MINUTES_PER_DAY + shift.start_minute
        split = calendar.inconvenient(start, start + shift.length_minutes)
        total += shift.paid_minutes
        night += split.night
        sunday += split.sunday
        kinds.add(shift.kind)
        if split.touches_sunday:
            sundays.add(calendar.week(day))
    return PaidHours(
        total=total,
        night=night,
        sunday=sunday,
        kinds=frozenset(kinds),
        worked_sundays=len(sundays),
    )


def present_weeks(calendar: Calendar, person: Employee) -> Fraction:
    """Weeks of the rota on which the person is employed and present, in days / 7."""
    return Fraction(calendar.present_days(person), DAYS_PER_WEEK)


def full_time_week(unit: Unit, hours: PaidHours, weeks: Fraction) -> Fraction:
    """Minutes of the full-time week the tariff gives a person who works these hours.

    Three-part: p = (H + (10 S + 15 N) / 60) / 37.5 held between H / 35.5 and H / 33.6, so the week
    returned is H / p. Regularly on Sundays or mainly nights: 35.5 h. Else 37.5 h.
    A number in the unit's `Full-time week` is used for everyone.
    """
    if unit.full_time_week_minutes is not None:
        return Fraction(unit.full_time_week_minutes)
    return tariff_week(hours, weeks)


def tariff_week(hours: PaidHours, weeks: Fraction) -> Fraction:
    """The week by tariff alone, whatever the unit has set."""
    if hours.total == 0 or weeks == 0:
        return Fraction(ROTA_WEEK_MINUTES)
    every_third_sunday = hours.worked_sundays * SUNDAY_EVERY_WEEKS >= int(weeks)
    day_and_evening_bp = Fraction((hours.total - hours.night) * FULL_TIME_BP, hours.total)
    if is_three_part(hours.kinds) and every_third_sunday and day_and_evening_bp >= DAY_EVENING_SHARE_BP:
        counted = hours.total + SUNDAY_EXTRA * hours.sunday + NIGHT_EXTRA * hours.night
        week = DAY_WEEK_MINUTES * hours.total / counted
        return min(max(week, Fraction(ROUND_THE_CLOCK_WEEK_MINUTES)), Fraction(ROTA_WEEK_MINUTES))
    mainly_nights = hours.night * FULL_TIME_BP > hours.total * MAIN_NIGHT_SHARE_BP
    if every_third_sunday or mainly_nights or hours.worked_sundays > 0:
        return Fraction(ROTA_WEEK_MINUTES)
    return Fraction(DAY_WEEK_MINUTES)


def is_three_part(kinds: frozenset[ShiftKind]) -> bool:
    """Day, evening and night in one person's plan; a long shift is both day and evening."""
    has_day = bool(kinds & {ShiftKind.DAY, ShiftKind.LONG})
    has_evening = bool(kinds & {ShiftKind.EVENING, ShiftKind.LONG})
    return has_day and has_evening and ShiftKind.NIGHT in kinds


def may_be_three_part(unit: Unit) -> int:
    """How many people accept day, evening and night shifts the unit has; their week may be shorter."""
    return sum(
        is_three_part(frozenset(shift.kind for shift in accepted_shifts(unit, person)))
        for person in unit.planned_employees
    )


def tolerance_minutes(unit: Unit, person: Employee, full_time_minutes: Fraction) -> Fraction:
    """How far hours may lie from a round mark: half the shortest shift, or 0.25 % of full time."""
    shortest = min((shift.paid_minutes for shift in accepted_shifts(unit, person)), default=0)
    return max(Fraction(shortest, 2), full_time_minutes * MINIMUM_TOLERANCE_BP / FULL_TIME_BP)


def round_marks(person: Employee) -> tuple[int, ...]:
    """The round marks a contract may snap to, best first: Wanted, Max, Min, 100, 80, 50 %."""
    marks = (person.wanted_bp, person.max_bp, person.min_bp, *ROUND_MARKS_BP)
    inside = (mark for mark in marks if mark > 0 and person.min_bp <= mark <= person.max_bp)
    return tuple(dict.fromkeys(inside))


def contract_bp(
    hours_minutes: int, full_time_minutes: Fraction, tolerance: Fraction, marks: Iterable[int]
) -> int:
    """The contract figure: the nearest round mark within the tolerance, else hours / full time.

    Zero hours is a closed line, 0.
    """
    if hours_minutes == 0 or full_time_minutes == 0:
        return 0
    near = [
        (abs(hours_minutes - full_time_minutes * mark / FULL_TIME_BP), order, mark)
        for order, mark in enumerate(marks)
    ]
    best = min(near, default=None)
    if best is not None and best[0] <= tolerance:
        return best[2]
    return round(hours_minutes * FULL_TIME_BP / full_time_minutes)


def reckon(unit: Unit, calendar: Calendar, person: Employee, cells: Sequence[Cell]) -> Reckoning:
    """The position a person's cells amount to."""
    hours = paid_hours(unit, calendar, person, cells)
    return reckoning_of(unit, person, hours, present_weeks(calendar, person))


def reckoning_of(unit: Unit, person: Employee, hours: PaidHours, weeks: Fraction) -> Reckoning:
    """The position these hours over so many present weeks amount to."""
    full_time = full_time_week(unit, hours, weeks) * weeks
    exact = round(hours.total * FULL_TIME_BP / full_time) if full_time else 0
    return Reckoning(
        hours_minutes=hours.total,
        full_time_minutes=full_time,
        exact_bp=exact,
        contract_bp=contract_bp(
            hours.total, full_time, tolerance_minutes(unit, person, full_time), round_marks(person)
        ),
    )

"""Random shifts and demand for `random_units`: short, long or mixed, sized to the staff's hours."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from heiltid.model import (
    EVERY_DAY,
    DaySelector,
    DemandRow,
    Employee,
    ShiftType,
)
from sample_rotas.parts import (
    HEALTH_WORKER,
    MONDAY_TO_FRIDAY,
    NURSE,
    RED,
    SATURDAY_SUNDAY,
    WEEKEND_AND_RED,
    need,
    need_code,
    shift,
)

SHORT, LONG, MIXED = "short", "long", "mixed"
WEEK_MINUTES = 2130
WEEKEND_HEAD_SHIFTS = 2


@dataclass(frozen=True, kw_only=True)
class Pattern:
    """What a unit is made of, drawn first: everything else follows from it."""

    style: str  # SHORT, LONG or MIXED
    dated: bool
    tightness: float  # hours asked for, against hours held today
    nights: int
    long_minutes: int = 750  # above 750 the special agreement is signed
    extra_demand: bool = False


def shifts_of(dice: Random, pattern: Pattern) -> tuple[ShiftType, ...]:
    """Codes of the unit. Long ones end where the night takes over, or at the evening's end."""
    hours = pattern.long_minutes // 60
    early = "07:30-20:00" if pattern.long_minutes == 750 else f"07:30-{7 + hours:02}:30"
    late = "09:30-22:00" if pattern.long_minutes == 750 else f"{22 - hours:02}:00-22:00"
    long_days = EVERY_DAY if pattern.style == LONG else WEEKEND_AND_RED
    found = []
    if pattern.style != LONG:
        found += [shift("D1", "07:30-15:00", "Dag"), shift("A1", "14:30-22:00", "Kveld")]
        if dice.random() < 0.4:
            found.append(shift("D2", "08:00-16:00", "Dag, ulønt pause", unpaid_break_minutes=30))
        if dice.random() < 0.2:
            found.append(shift("A2", "16:00-21:00", "Kort kveld", days=MONDAY_TO_FRIDAY))
    if pattern.style != SHORT:
        found += [shift("L1", early, "Lang tidleg", days=long_days)]
        found += [shift("L2", late, "Lang sein", days=long_days)]
    if pattern.nights:
        found.append(shift("N1", "21:45-07:45", "Natt"))
    if dice.random() < 0.25:
        found.append(shift("O1", "09:00-14:00", "Kurs", days=MONDAY_TO_FRIDAY))
    if pattern.style != LONG and dice.random() < 0.25:
        found.append(shift("DS", "07:30-15:00", "Ansvarsvakt", competence=NURSE, days=MONDAY_TO_FRIDAY))
    return tuple(found)


def demand_of(
    dice: Random, pattern: Pattern, shifts: tuple[ShiftType, ...], staff: tuple[Employee, ...]
) -> tuple[DemandRow, ...]:
    """Rows that ask for about `tightness` times the hours the staff holds."""
    rows = _long_rows(pattern, staff) if pattern.style == LONG else _short_rows(pattern, staff)
    if pattern.nights:
        rows.append(need("22:00-07:30", pattern.nights))
    if any(person.competence == NURSE for person in staff):
        rows.append(need("08:00-15:00", 1, competence=NURSE))
        if dice.random() < 0.5:
            rows.append(need("15:00-20:00", 1, competence=HEALTH_WORKER))
    if pattern.extra_demand:
        rows += _special_rows(dice, pattern, shifts)
    return tuple(_with_target(dice, row) for row in rows)


def _hours_left(pattern: Pattern, staff: tuple[Employee, ...]) -> float:
    """Minutes a week left for days and evenings when the nights are staffed."""
    held = sum(person.position_bp for person in staff) * WEEK_MINUTES / 10_000
    return max(0.0, held * pattern.tightness - 7 * 600 * pattern.nights)


def _heads(pattern: Pattern, staff: tuple[Employee, ...]) -> int:
    """People for days and evenings of one weekend, from how often each may work."""
    rate = sum(1 / person.weekend_every for person in staff if person.weekend_every)
    return max(2, round(rate * min(1.1, pattern.tightness)) - pattern.nights)


def _short_rows(pattern: Pattern, staff: tuple[Employee, ...]) -> list[DemandRow]:
    heads = _heads(pattern, staff)
    weekend_day, weekend_evening = heads - heads // 2, heads // 2
    left = _hours_left(pattern, staff) - WEEKEND_HEAD_SHIFTS * heads * 450
    weekday = max(2, round(left / (5 * 450)))
    evening = max(1, weekday * 2 // 5)
    rows = [
        need("07:30-15:00", weekday - evening, MONDAY_TO_FRIDAY),
        need("15:00-22:00", evening, MONDAY_TO_FRIDAY),
    ]
    if pattern.style == SHORT:
        rows.append(need("07:30-15:00", weekend_day, SATURDAY_SUNDAY))
        rows.append(need("15:00-22:00", weekend_evening, SATURDAY_SUNDAY))
    else:
        edge = max(1, weekend_evening // 2)
        rows.append(need("07:30-10:00", edge, SATURDAY_SUNDAY))
        rows.append(need("10:00-20:00", weekend_evening, SATURDAY_SUNDAY))
        rows.append(need("20:00-22:00", edge, SATURDAY_SUNDAY))
    return rows


def _long_rows(pattern: Pattern, staff: tuple[Employee, ...]) -> list[DemandRow]:
    people = max(2, round(_hours_left(pattern, staff) / (7 * pattern.long_minutes)))
    weekend = max(1, min(people, _heads(pattern, staff)))
    rows = []
    for days, present in ((MONDAY_TO_FRIDAY, people), (SATURDAY_SUNDAY, weekend)):
        edge = max(1, present // 2)
        rows.append(need("07:30-10:00", edge, days))
        rows.append(need("10:00-20:00", present, days))
        rows.append(need("20:00-22:00", edge, days))
    return rows


def _special_rows(dice: Random, pattern: Pattern, shifts: tuple[ShiftType, ...]) -> list[DemandRow]:
    """Rows by code, and for red days: what most units do without."""
    rows = []
    if any(entry.code == "DS" for entry in shifts):
        rows.append(need_code("DS", 1, DaySelector(weekdays=frozenset({1, 3})), maximum=2))
    if any(entry.code == "D2" for entry in shifts):
        rows.append(need_code("D2", 1, MONDAY_TO_FRIDAY))
    if pattern.dated:
        rows.append(need("10:00-20:00", dice.randint(1, 3), RED))
    return rows


def _with_target(dice: Random, row: DemandRow) -> DemandRow:
    """Now and then a target above the minimum, or a maximum."""
    if row.shift is not None or row.competence is not None:
        return row
    target = row.minimum + (dice.random() < 0.15)
    maximum = target + dice.randint(3, 6) if dice.random() < 0.1 else None
    return replace(row, target=target, maximum=maximum)

"""Units made by chance, the same for the same seed: input that is valid and now and then hard.

`random_unit(seed)` goes through all styles, kinds and degrees of staffing in 18 seeds in a row;
everything else is drawn. A lawful rota with open shifts exists for each: nobody is guaranteed hours
that no code gives, must-wishes and locks are few and do not meet.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from random import Random

from random_demand import LONG, MIXED, SHORT, Pattern, demand_of, shifts_of
from random_staff import Span, staff_of

from heiltid.calendar import Calendar
from heiltid.contract import accepted_shifts
from heiltid.model import (
    FREE,
    HISTORY_DAYS,
    Absence,
    Agreement,
    Cell,
    Employee,
    NightWrittenOn,
    Plan,
    PlanRole,
    PlanRow,
    RotaKind,
    RuleOverride,
    ShiftKind,
    ShiftType,
    Signed,
    Unit,
    UnitFile,
    Wish,
    WishDays,
    WishStrength,
)

STYLES = (SHORT, MIXED, LONG)
TIGHTNESS = (0.75, 0.95, 1.15)  # loose, fair, tight
CYCLIC_WEEKS = (3, 4, 6, 6, 8, 9, 12, 12, 12, 16, 18, 24, 26)
FIRST_MONDAY = date(2026, 11, 2)
SPECIAL_AGREEMENTS = ("SFS 2310", "10-12 (4)")
OVERRIDES = (
    ("days_in_row", "hard", "5"),
    ("nights_in_row", "hard", "3"),
    ("quick_returns", "hard", "1"),
    ("weekly_rest", "rolling", "yes"),
    ("weekend_frequency", "friday_night_counts", "yes"),
    ("long_shifts_in_row", "hard", "2"),
)


def random_unit(seed: int, *, people: int | None = None, weeks: int | None = None) -> Unit:
    """A valid unit of 6-60 lines and 3-26 weeks, unless told otherwise."""
    dice = Random(seed)
    pattern = _pattern(dice, seed)
    span = Span(start=_start(dice, pattern), weeks=weeks or _weeks(dice, pattern))
    staff = staff_of(dice, pattern, span, people or _people(dice))
    shifts = shifts_of(dice, pattern)
    held = tuple(person for person in staff if person.is_planned)
    bare = Unit(
        name=f"Eining {seed}",
        start=span.start,
        weeks=span.weeks,
        kind=RotaKind.DATED if pattern.dated else RotaKind.CYCLIC,
        full_time_week_minutes=dice.choice((2130, 2130, 2130, 2016, 2250, None)),
        night_written_on=dice.choice((NightWrittenOn.START, NightWrittenOn.END))
        if not pattern.dated
        else NightWrittenOn.START,
        residents=dice.choice((None, 12, 40)),
        small_position_below_bp=dice.choice((5_000, 5_000, 4_000)),
        fte_budget_bp=_budget(dice, held),
        shifts=shifts,
        demand=demand_of(dice, pattern, shifts, held),
        employees=staff,
        agreements=_agreements(dice, pattern, staff),
        overrides=_overrides(dice),
    )
    return _with_wishes_and_absences(dice, bare)


def _pattern(dice: Random, seed: int) -> Pattern:
    style = STYLES[seed % 3]
    return Pattern(
        style=style,
        dated=seed // 3 % 2 == 1,
        tightness=TIGHTNESS[seed // 6 % 3],
        nights=dice.choice((0, 1, 1, 2)),
        long_minutes=dice.choice((720, 750, 780)) if style == LONG else 750,
        extra_demand=dice.random() < 0.5,
    )


def _people(dice: Random) -> int:
    low, high = dice.choice(((6, 12), (6, 12), (13, 24), (13, 24), (25, 40), (41, 60)))
    return dice.randint(low, high)


def _weeks(dice: Random, pattern: Pattern) -> int:
    return dice.randint(3, 26) if pattern.dated else dice.choice(CYCLIC_WEEKS)


def _start(dice: Random, pattern: Pattern) -> date:
    """Dated rotas start anywhere in a year, so that red days and clock changes fall inside some."""
    return FIRST_MONDAY + timedelta(weeks=dice.randint(0, 52) if pattern.dated else 9)


def _budget(dice: Random, staff: tuple[Employee, ...]) -> int | None:
    """Now and then a cap: never below what people are guaranteed."""
    if dice.random() < 0.7:
        return None
    guaranteed = sum(person.min_bp for person in staff)
    held = sum(person.position_bp for person in staff)
    return max(guaranteed, round(held * dice.choice((0.97, 1.0, 1.08)))) + 100


def _agreements(dice: Random, pattern: Pattern, staff: tuple[Employee, ...]) -> tuple[Agreement, ...]:
    """Signed where the long shifts need it; refusals only where another road stays open."""
    found = [
        Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="Tillitsvalde", signed_on=date(2026, 10, 1))
    ]
    if pattern.long_minutes > 750:
        found += [Agreement(paragraph=name, signed=Signed.YES, by="Partane") for name in SPECIAL_AGREEMENTS]
    if dice.random() < 0.2:
        found.append(Agreement(paragraph="10-8 (3)", signed=Signed.REFUSED))
    if dice.random() < 0.2:
        found.append(Agreement(paragraph="10-8 (4)", signed=Signed.REFUSED))
    if pattern.style == MIXED and dice.random() < 0.3:
        # Her short shifts stay; the long ones are closed to her.
        someone = dice.choice(staff).number
        found.append(Agreement(paragraph="10-5 (2)", employee=someone, signed=Signed.REFUSED))
    return tuple(found)


def _overrides(dice: Random) -> tuple[RuleOverride, ...]:
    chosen = [entry for entry in OVERRIDES if dice.random() < 0.06]
    return tuple(
        RuleOverride(rule=rule, parameter=parameter, value=value) for rule, parameter, value in chosen
    )


def _with_wishes_and_absences(dice: Random, unit: Unit) -> Unit:
    planned = unit.planned_employees
    wishes = [_wish(dice, unit, person) for person in planned for _ in range(2) if dice.random() < 0.3]
    absences = [
        _absence(dice, unit, person) for person in planned if not unit.is_cyclic and dice.random() < 0.25
    ]
    return replace(unit, wishes=tuple(wishes), absences=tuple(entry for entry in absences if entry))


def _wish(dice: Random, unit: Unit, person: Employee) -> Wish:
    """A must is one day off; the weaker ones also ask for codes and kinds."""
    must = dice.random() < 0.12
    when = WishDays(week=dice.randint(1, unit.weeks), weekday=dice.randrange(7))
    if not must:
        when = dice.choice((when, WishDays(weekday=dice.randrange(7))))
        if not unit.is_cyclic and dice.random() < 0.5:
            when = WishDays(on=unit.start + timedelta(days=dice.randrange(unit.day_count)))
    what = "off" if must else dice.choice(("off", "off", "code", "kind", "not kind"))
    strength = WishStrength.MUST if must else dice.choice((WishStrength.STRONG, WishStrength.WEAK))
    codes = [shift.code for shift in accepted_shifts(unit, person)]
    return Wish(
        employee=person.number,
        when=when,
        off=what == "off",
        code=dice.choice(codes) if what == "code" else None,
        kind=dice.choice(sorted(person.kinds)) if "kind" in what else None,
        negated=what == "not kind",
        strength=strength,
    )


def _absence(dice: Random, unit: Unit, person: Employee) -> Absence | None:
    """Some days off, never so many that less than two weeks of the person's time is left."""
    longest = unit.weeks * 7 // 3
    first = unit.start + timedelta(days=dice.randrange(unit.day_count - 7))
    last = first + timedelta(days=min(dice.choice((2, 6, 13, 27)), longest))
    absence = Absence(
        employee=person.number, first=first, last=last, code=dice.choice(("FE", "PERM", "SJUK"))
    )
    present = Calendar(unit).present_days(person)
    return absence if present - (last - first).days - 1 >= 14 else None


def random_file(seed: int, *, people: int | None = None, weeks: int | None = None) -> UnitFile:
    """The unit of that seed with part of a rota of today: some cells locked, some dated ones with history."""
    unit = random_unit(seed, people=people, weeks=weeks)
    dice = Random(f"rota {seed}")
    with_history = not unit.is_cyclic and dice.random() < 0.5
    rows = tuple(_row(dice, unit, person, with_history) for person in unit.employees)
    return UnitFile(unit=unit, plans=(Plan(role=PlanRole.TODAY, rows=rows),))


def _row(dice: Random, unit: Unit, person: Employee, with_history: bool) -> PlanRow:
    cells = [FREE] * unit.day_count
    if person.is_planned and person.min_bp >= 4_000:
        for week in range(unit.weeks):
            day = week * 7 + dice.choice((1, 2, 3))  # at least five days apart, away from the weekend
            if _is_open(unit, person, day) and dice.random() < 0.4:
                cells[day] = _cell(dice, unit, person, day)
    history = tuple(_past(unit, person, day) for day in range(HISTORY_DAYS)) if with_history else ()
    return PlanRow(
        employee=person.number, position_bp=person.position_bp, cells=tuple(cells), history=history
    )


def _is_open(unit: Unit, person: Employee, day: int) -> bool:
    """Present, and without a must-wish that day."""
    calendar = Calendar(unit)
    musts = {
        (entry.when.week - 1) * 7 + entry.when.weekday
        for entry in unit.wishes
        if entry.employee == person.number and entry.strength is WishStrength.MUST
        if entry.when.week is not None and entry.when.weekday is not None
    }
    return calendar.is_present(person, day) and day not in musts


def _day_codes(unit: Unit, person: Employee, day: int) -> list[ShiftType]:
    """Codes of at most nine hours by day that the person may work on the day."""
    calendar = Calendar(unit)
    return [
        entry
        for entry in accepted_shifts(unit, person)
        if entry.kind is ShiftKind.DAY and calendar.matches(entry.days, day)
    ]


def _cell(dice: Random, unit: Unit, person: Employee, day: int) -> Cell:
    meetings = [entry for entry in unit.shifts if entry.kind is ShiftKind.OTHER]
    codes = _day_codes(unit, person, day)
    draw = dice.random()
    if draw < 0.25 or not codes:
        return Cell(locked=True)
    if draw < 0.4 and meetings:
        return Cell(shift=meetings[0].code, locked=True)
    return Cell(shift=dice.choice(codes).code, locked=draw < 0.8)


def _past(unit: Unit, person: Employee, day: int) -> Cell:
    """Before the start: a light fortnight of day shifts, for the people who have them."""
    calendar = Calendar(unit)
    codes = _day_codes(unit, person, day - HISTORY_DAYS) if person.is_planned else []
    if day % 7 not in (1, 3) or not codes or not calendar.is_present(person, day - HISTORY_DAYS):
        return FREE
    return Cell(shift=codes[0].code)

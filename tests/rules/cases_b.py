"""For every rule of weekends, long shifts, patterns, availability, wishes and coverage: a plan that breaks

exactly that rule. Positions are what the hours amount to, so that no rule of the contract speaks.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from asking import weeks
from builders import SHIFTS, WEEKDAYS, demand, person, row, shift, unit

from heiltid.calendar import Calendar
from heiltid.contract import reckon
from heiltid.model import (
    Absence,
    DaySelector,
    Employee,
    Plan,
    PlanRow,
    RotaKind,
    ShiftKind,
    Unit,
    Wish,
    WishDays,
    WishStrength,
)

FREE = "- - - - - - -"
BOTH = "D1 D1"
L3 = shift("L3", "08:00-16:00")  # a long shift by kind, short enough to need no agreement
N2 = shift("N2", "22:00-06:00")  # Sunday's begins after the Sunday zone
FEBRUARY = date(2027, 2, 1)  # no red day near
THURSDAY = date(2027, 2, 4)

Case = tuple[Unit, Plan]
COMPANIONS = {"quick_returns": frozenset({"daily_rest"})}  # a quick return is a short daily rest


def case(cells: str | tuple[str, ...], who: Employee | None = None, **more: Any) -> Case:
    """One line of cells for each person (the second like the first, number 2), positions to fit."""
    lines = (cells,) if isinstance(cells, str) else cells
    first = who or person()
    people = tuple(replace(first, number=str(place + 1), min_bp=0) for place in range(len(lines)))
    more.setdefault("shifts", (*SHIFTS, L3, N2))
    length = len(lines[0].split()) // 7
    a_unit = unit(length, employees=people, full_time_week_minutes=None, **more)
    rows = [row(line, employee.number) for line, employee in zip(lines, people, strict=True)]
    return a_unit, Plan(rows=tuple(_fitted(a_unit, entry) for entry in rows))


def _fitted(a_unit: Unit, entry: PlanRow) -> PlanRow:
    who = a_unit.employee_by_number()[entry.employee]
    return replace(entry, position_bp=reckon(a_unit, Calendar(a_unit), who, entry.cells).contract_bp)


def _weekends() -> dict[str, Case]:
    extra = person(extra_weekends=1)
    return {
        "sunday_rest": case(weeks(BOTH, BOTH, FREE, FREE, FREE, FREE), person(weekend_every=1)),
        "weekend_frequency": case(weeks(BOTH, FREE, BOTH, FREE, FREE, FREE)),
        "extra_weekend_spacing": case(weeks(BOTH, "D1 N2", FREE, BOTH, FREE, FREE), extra),
        "weekend_together": case(weeks("D1 D1 -", FREE, FREE)),
        "free_weekend_friday": case(weeks("N2 N2 - -", FREE, FREE)),
    }


def _shifts_in_a_row() -> dict[str, Case]:
    return {
        "long_shift_voluntary": case("L3 L3 - - - - -"),
        "long_shifts_in_row": case("L3 L3 L3 - - - -", person(long_shifts=True)),
        "days_in_row": case(weeks("D1 D1 D1 D1", "D1 D1 - - - - -", FREE)),
        "quick_returns": case("A1 D1 A1 D1 - - -"),
        "isolated_work_day": case("- D1 - - - - -"),
        "isolated_free_day": case("D1 D1 - D1 D1 - -"),
        "kind_split": case(
            (
                weeks("D1 D1 A1 A1 A1 - -", "D1 A1 A1 - - - -"),
                weeks("D1 D1 D1 D1 D1 - -", "D1 D1 D1 - - - -"),
            )
        ),
    }


def _availability() -> dict[str, Case]:
    away = Absence(employee="1", first=FEBRUARY, last=FEBRUARY, code="FE")
    dated: dict[str, Any] = {"kind": RotaKind.DATED, "start": FEBRUARY}
    weekdays_only = shift("D1", "07:30-15:00", days=DaySelector(weekdays=WEEKDAYS))
    for_nurses = shift("D1", "07:30-15:00", competence="nurse")
    off_monday = Wish(employee="1", when=WishDays(weekday=0), off=True, strength=WishStrength.MUST)
    return {
        "absence": case("D1 D1 - - - - -", absences=(away,), **dated),
        "employment": case("- - - D1 D1 - -", person(employed_to=THURSDAY), **dated),
        "accepted_kinds": case("A1 A1 - - - - -", person(kinds=frozenset({ShiftKind.DAY}))),
        "shift_days": case(weeks(BOTH, FREE, FREE), shifts=(weekdays_only,)),
        "shift_competence": case("D1 D1 - - - - -", shifts=(for_nurses,)),
        "must_wish": case("D1 D1 - - - - -", wishes=(off_monday,)),
    }


def _coverage() -> dict[str, Case]:
    def needs(minimum: int, **more: Any) -> Case:
        return case("D1 D1 - - - - -", demand=(demand(frozenset({0}), "07:30-15:00", minimum, **more),))

    return {
        "staffing_minimum": needs(2),
        "staffing_target": needs(1, target=2),
        "staffing_maximum": needs(0, maximum=0),
    }


CASES: dict[str, Case] = {
    **_weekends(),
    **_shifts_in_a_row(),
    **_availability(),
    **_coverage(),
}

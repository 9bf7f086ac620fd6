"""A request about one person alone, with some of what forbids her codes taken away.

Rules that settle which codes may stand in a cell at all (kinds, competence, length, absences, ...)
leave no constraint behind that could be left out, so they are taken out of the unit itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from heiltid.jobs import SolveRequest
from heiltid.model import EVERY_DAY, FREE, PLANNABLE_KINDS, Plan, PlanRow, RuleOverride, Unit, Wish
from solver.frame import Frame

ORDINARY = "ordinary_hours"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the line: rules by name, days whose cell stays, must-wishes."""

    rules: tuple[str, ...]
    fixed: tuple[int, ...]
    wishes: tuple[Wish, ...]


def _any_kind(unit: Unit) -> Unit:
    return replace(unit, employees=tuple(replace(p, kinds=PLANNABLE_KINDS) for p in unit.employees))


def _long_shifts(unit: Unit) -> Unit:
    return replace(unit, employees=tuple(replace(p, long_shifts=True) for p in unit.employees))


def _any_competence(unit: Unit) -> Unit:
    return replace(unit, shifts=tuple(replace(shift, competence=None) for shift in unit.shifts))


def _any_day(unit: Unit) -> Unit:
    return replace(unit, shifts=tuple(replace(shift, days=EVERY_DAY) for shift in unit.shifts))


def _never_absent(unit: Unit) -> Unit:
    return replace(unit, absences=())


def _always_employed(unit: Unit) -> Unit:
    people = (replace(p, employed_from=None, employed_to=None) for p in unit.employees)
    return replace(unit, employees=tuple(people))


def _set(*rows: tuple[str, str, str]) -> Callable[[Unit], Unit]:
    """Rule parameters set to a value for everybody, the person's own settings included."""

    def change(unit: Unit) -> Unit:
        number = unit.employees[0].number
        made = tuple(
            RuleOverride(rule=rule, parameter=parameter, value=value, employee=who)
            for rule, parameter, value in rows
            for who in (None, number)
        )
        return replace(unit, overrides=(*unit.overrides, *made))

    return change


WITHOUT: dict[str, Callable[[Unit], Unit]] = {
    "shift_days": _any_day,
    "shift_competence": _any_competence,
    "long_shift_voluntary": _long_shifts,
    "accepted_kinds": _any_kind,
    "shift_length": _set(("shift_length", "ordinary_minutes", "none")),
    "break_duties": _set(("break_duties", "half_hour_minutes", "none")),
    "absence": _never_absent,
    "employment": _always_employed,
    ORDINARY: _set(
        (ORDINARY, "day_minutes", "none"),
        (ORDINARY, "sunday_minutes", "none"),
        (ORDINARY, "round_the_clock_minutes", "none"),
    ),
    # The rest a shift above 13 h leaves in its own 24 hours forbids the code as such.
    "daily_rest": _set(("daily_rest", "minutes", "0")),
}
ADMISSION = tuple(rule for rule in WITHOUT if rule not in (ORDINARY, "daily_rest"))


def request_of_one(frame: Frame, p: int, asked: Asked) -> SolveRequest:
    """The person alone, with the rules, fixed cells and must-wishes asked for."""
    person = frame.people[p]
    unit = replace(
        frame.unit,
        employees=(person,),
        demand=(),
        fte_budget_bp=0,
        wishes=asked.wishes,
        absences=tuple(entry for entry in frame.unit.absences if entry.employee == person.number),
    )
    for rule, without in WITHOUT.items():
        if rule not in asked.rules:
            unit = without(unit)
    cells = tuple(frame.today_cell(person, day) if day in asked.fixed else FREE for day in range(frame.days))
    old = frame.request.today.row_of().get(person.number) if frame.request.today is not None else None
    history = old.history if old is not None else ()
    row = PlanRow(employee=person.number, position_bp=person.position_bp, cells=cells, history=history)
    return replace(frame.request, unit=unit, today=Plan(rows=(row,)))

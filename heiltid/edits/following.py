"""A unit and its plans brought in step: rows, days and codes that are gone or new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import count
from typing import TypeVar

from heiltid.model import FREE, HISTORY_DAYS, Cell, Decision, Employee, Plan, PlanRole, PlanRow, Unit

T = TypeVar("T")


def kept(entries: tuple[T, ...], holds: Callable[[T], bool]) -> tuple[T, ...]:
    """The entries that hold; the very same tuple when all do."""
    found = tuple(entry for entry in entries if holds(entry))
    return entries if len(found) == len(entries) else found


def consistent(unit: Unit) -> Unit:
    """The unit without mentions of codes, people and weeks it does not have, and no name twice.

    A code or number that stands twice gets a free name the second time: 12, 12-2. Nothing mentions it.
    There is at least one week, and no demand without either times or a code: nothing reckons with that.
    """
    unit = _named_apart(unit if unit.weeks >= 1 else replace(unit, weeks=1))
    codes = {shift.code for shift in unit.shifts}
    people = {None, *(person.number for person in unit.employees)}
    known_codes = {None, *codes}
    found = replace(
        unit,
        demand=kept(
            unit.demand,
            lambda row: (
                row.shift in codes or (row.shift is None and None not in (row.start_minute, row.end_minute))
            ),
        ),
        wishes=kept(
            unit.wishes,
            lambda wish: (
                wish.employee in people and wish.code in known_codes and (wish.when.week or 1) <= unit.weeks
            ),
        ),
        absences=kept(unit.absences, lambda absence: absence.employee in people),
        agreements=kept(unit.agreements, lambda agreement: agreement.employee in people),
        overrides=kept(unit.overrides, lambda override: override.employee in people),
    )
    return unit if found == unit else found


def _named_apart(unit: Unit) -> Unit:
    codes = _apart([shift.code for shift in unit.shifts])
    numbers = _apart([person.number for person in unit.employees])
    if codes is None and numbers is None:
        return unit
    shifts, people = unit.shifts, unit.employees
    if codes is not None:
        shifts = tuple(replace(shift, code=name) for shift, name in zip(shifts, codes, strict=True))
    if numbers is not None:
        people = tuple(replace(person, number=name) for person, name in zip(people, numbers, strict=True))
    return replace(unit, shifts=shifts, employees=people)


def _apart(names: Sequence[str]) -> list[str] | None:
    """The names, each its own; None when they are so already."""
    if len(set(names)) == len(names):
        return None
    taken, found = set(names), list[str]()
    for name in names:
        if name in found:
            name = next(free for n in count(2) if (free := f"{name}-{n}") not in taken)
            taken.add(name)
        found.append(name)
    return found


def followed(plan: Plan, before: Unit, after: Unit) -> Plan:
    """A plan of the unit as it was, brought along to what it is; the very same plan when nothing differs."""
    gone = {shift.code for shift in before.shifts} - {shift.code for shift in after.shifts}
    lines, old = plan.row_of(), before.employee_by_number()
    rows = tuple(
        _new_row(person, after)
        if person.number not in lines
        else _row(lines[person.number], old.get(person.number), person, plan.role, after, gone)
        for person in after.employees
    )
    decisions = _decisions(plan.decisions, after)
    is_same = len(rows) == len(plan.rows) and all(map(lambda new, was: new is was, rows, plan.rows))
    if is_same and decisions == plan.decisions:
        return plan
    return replace(plan, rows=plan.rows if is_same else rows, decisions=decisions)


def _new_row(person: Employee, unit: Unit) -> PlanRow:
    return PlanRow(employee=person.number, position_bp=person.position_bp, cells=(FREE,) * unit.day_count)


def _row(
    row: PlanRow, was: Employee | None, person: Employee, role: PlanRole, unit: Unit, gone: set[str]
) -> PlanRow:
    """The row with the unit's days and codes. Today's rota has today's positions, as the staff list says."""
    cells, history = _freed(_resized(row.cells, unit), gone), _freed(row.history, gone)
    position = row.position_bp
    if role is PlanRole.TODAY and was is not None and was.position_bp == position:
        position = person.position_bp
    if cells is row.cells and history is row.history and position == row.position_bp:
        return row
    return replace(row, cells=cells, history=history, position_bp=position)


def _resized(cells: tuple[Cell, ...], unit: Unit) -> tuple[Cell, ...]:
    """As many days as the unit has: cut, or repeated when cyclic, or with free days after."""
    days = unit.day_count
    if len(cells) == days:
        return cells
    if len(cells) > days:
        return cells[:days]
    if unit.is_cyclic and cells:
        return tuple(cells[day % len(cells)] for day in range(days))
    return cells + (FREE,) * (days - len(cells))


def _freed(cells: tuple[Cell, ...], gone: set[str]) -> tuple[Cell, ...]:
    """The cells without the codes that are gone. An absence over one stays; a lock on nothing does not."""
    if not gone or not any(cell.shift in gone for cell in cells):
        return cells
    return tuple(_without_shift(cell) if cell.shift in gone else cell for cell in cells)


def _without_shift(cell: Cell) -> Cell:
    left = replace(cell, shift=None)
    return FREE if left == Cell(locked=left.locked) else left


def _decisions(decisions: Iterable[Decision], unit: Unit) -> tuple[Decision, ...]:
    """Those about people the unit has, about the days it has."""
    people = {None, *(person.number for person in unit.employees)}
    found = []
    for decision in decisions:
        days = tuple(day for day in decision.days if is_day(unit.day_count, day))
        if decision.employee in people and (days or not decision.days):
            found.append(decision if days == decision.days else replace(decision, days=days))
    return tuple(found)


def is_day(day_count: int, day: int) -> bool:
    """Whether a plan of so many days has the day, the two weeks before Start included."""
    return -HISTORY_DAYS <= day < day_count


def with_codes_renamed(plan: Plan, old: str, new: str) -> Plan:
    """The plan with another name for a shift code."""

    def renamed(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
        if not any(cell.shift == old for cell in cells):
            return cells
        return tuple(replace(cell, shift=new) if cell.shift == old else cell for cell in cells)

    rows = {row.employee: (row, renamed(row.cells), renamed(row.history)) for row in plan.rows}
    changed = {
        who: replace(row, cells=cells, history=history)
        for who, (row, cells, history) in rows.items()
        if cells is not row.cells or history is not row.history
    }
    return plan.with_rows(changed) if changed else plan


def with_employee_renumbered(plan: Plan, old: str, new: str) -> Plan:
    """The plan with another number for a person."""
    rows = tuple(replace(row, employee=new) if row.employee == old else row for row in plan.rows)
    decisions = tuple(
        replace(decision, employee=new) if decision.employee == old else decision
        for decision in plan.decisions
    )
    return replace(plan, rows=rows, decisions=decisions)

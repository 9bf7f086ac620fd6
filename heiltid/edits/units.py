"""Edits of a unit that bring all its plans along, so that the file can always be saved.

A new value of the unit goes in by `with_unit`. What a new value cannot tell (that D1 is now called D2,
and not gone) has a function of its own. What is lost on the way is a value, for the window to say.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeVar

from heiltid.edits.following import consistent, followed, kept, with_codes_renamed, with_employee_renumbered
from heiltid.edits.losses import Loss, losses
from heiltid.edits.problem import EditProblem, Where
from heiltid.edits.unit_problems import unit_problems
from heiltid.model import Competence, Plan, Unit, UnitFile

__all__ = [
    "Edited",
    "Loss",
    "edit_unit",
    "losses",
    "remove_competence",
    "remove_employee",
    "remove_shift",
    "rename_competence",
    "rename_employee_number",
    "rename_shift",
    "unit_problems",
    "with_unit",
]

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A file after an edit. With problems it is the file as it was."""

    file: UnitFile
    problems: tuple[EditProblem, ...] = ()
    losses: tuple[Loss, ...] = ()


def with_unit(file: UnitFile, unit: Unit) -> UnitFile:
    """The file with another value of its unit, its plans brought along; what is unchanged stays the same.

    A shorter rota is cut; a longer one is repeated when it is cyclic, else free at its end. Who is new
    gets a free line; whoever is gone takes line, wishes, absences, agreements and decisions with them.
    Codes that are gone leave free days. Where the staff list has another position, today's rota has it
    too. A code or number that stands twice gets a free name; `unit_problems` tells it beforehand.
    """
    unit = consistent(unit)
    if unit == file.unit:
        return file
    plans = tuple(followed(plan, file.unit, unit) for plan in file.plans)
    return replace(file, unit=unit, plans=plans)


def edit_unit(file: UnitFile, unit: Unit) -> Edited:
    """As `with_unit`, unless the new value makes a problem there was not before."""
    problems = _new_problems(file.unit, unit)
    return Edited(file=file, problems=problems) if problems else _followed(file, unit)


def _new_problems(before: Unit, after: Unit) -> tuple[EditProblem, ...]:
    """What fitted before and does not now; a problem that only stands in another row is not new."""
    known = Counter(replace(problem, where=_anywhere(problem)) for problem in unit_problems(before))
    found = []
    for problem in unit_problems(after):
        same = replace(problem, where=_anywhere(problem))
        known[same] -= 1
        if known[same] < 0 and not problem.warning:
            found.append(problem)
    return tuple(found)


def _anywhere(problem: EditProblem) -> Where:
    return replace(problem.where, row=None)


def rename_shift(file: UnitFile, old: str, new: str) -> Edited:
    """Another code for a shift type, in the rotas, the demand and the wishes too."""
    unit = replace(
        file.unit,
        shifts=_with(file.unit.shifts, "code", old, new),
        demand=_with(file.unit.demand, "shift", old, new),
        wishes=_with(file.unit.wishes, "code", old, new),
    )
    return _renamed(file, unit, lambda plan: with_codes_renamed(plan, old, new))


def rename_employee_number(file: UnitFile, old: str, new: str) -> Edited:
    """Another number for a line of the staff list, wherever the line is mentioned."""
    unit = replace(
        file.unit,
        employees=_with(file.unit.employees, "number", old, new),
        wishes=_with(file.unit.wishes, "employee", old, new),
        absences=_with(file.unit.absences, "employee", old, new),
        agreements=_with(file.unit.agreements, "employee", old, new),
        overrides=_with(file.unit.overrides, "employee", old, new),
    )
    return _renamed(file, unit, lambda plan: with_employee_renumbered(plan, old, new))


def rename_competence(file: UnitFile, old: str, new: str) -> Edited:
    """Another name for a competence, wherever it is mentioned."""
    named = tuple(
        replace(entry, covers=frozenset(new if name == old else name for name in entry.covers))
        for entry in _with(file.unit.competences, "name", old, new)
    )
    unit = replace(
        file.unit,
        competences=named,
        employees=_with(file.unit.employees, "competence", old, new),
        shifts=_with(file.unit.shifts, "competence", old, new),
        demand=_with(file.unit.demand, "competence", old, new),
    )
    return _renamed(file, unit, lambda plan: plan)


def _with(entries: tuple[T, ...], name: str, old: str, new: str) -> tuple[T, ...]:
    """The values with `new` in a field that held `old`."""
    return tuple(
        replace(entry, **{name: new}) if getattr(entry, name) == old else entry  # type: ignore[type-var]
        for entry in entries
    )


def _renamed(file: UnitFile, unit: Unit, plan: Callable[[Plan], Plan]) -> Edited:
    """The file with its unit and plans renamed, unless the new name makes a problem there was not before."""
    if unit == file.unit:
        return Edited(file=file)
    problems = _new_problems(file.unit, unit)
    if problems:
        return Edited(file=file, problems=problems)
    return Edited(file=replace(file, unit=unit, plans=tuple(plan(entry) for entry in file.plans)))


def remove_shift(file: UnitFile, code: str) -> Edited:
    """Without a shift type: its days in the rotas are free, its demand and the wishes for it are gone."""
    return _followed(
        file, replace(file.unit, shifts=kept(file.unit.shifts, lambda shift: shift.code != code))
    )


def remove_employee(file: UnitFile, number: str) -> Edited:
    """Without a line of the staff list and all that hangs on it."""
    people = kept(file.unit.employees, lambda person: person.number != number)
    return _followed(file, replace(file.unit, employees=people))


def remove_competence(file: UnitFile, name: str) -> Edited:
    """Without a competence: who had it has none, shifts that asked for it ask for none, its demand is gone.

    What it covered stays covered by those who covered it.
    """
    unit = file.unit
    inherited = frozenset[str]().union(*(entry.covers for entry in unit.competences if entry.name == name))
    left = tuple(
        replace(entry, covers=(entry.covers | inherited) - {name, entry.name})
        if name in entry.covers
        else entry
        for entry in unit.competences
        if entry.name != name
    )
    return _followed(
        file,
        replace(
            unit,
            competences=left,
            employees=_without(unit.employees, name),
            shifts=_without(unit.shifts, name),
            demand=kept(unit.demand, lambda row: row.competence != name),
        ),
    )


def _covering(entry: Competence, gone: str, instead: frozenset[str]) -> Competence:
    if gone not in entry.covers:
        return entry
    return replace(entry, covers=(entry.covers | instead) - {gone, entry.name})


def _without(entries: tuple[T, ...], competence: str) -> tuple[T, ...]:
    """The values, with no competence where this one stood."""
    return tuple(
        replace(entry, competence=None) if getattr(entry, "competence", None) == competence else entry  # type: ignore[type-var]
        for entry in entries
    )


def _followed(file: UnitFile, unit: Unit) -> Edited:
    after = with_unit(file, unit)
    return Edited(file=after, losses=losses(file, after))

"""Absences that go over the dates at once, and whether a roll-out still is what unit and rota are."""

from __future__ import annotations

from dataclasses import replace

from heiltid.booking.settling.settled import roll_again
from heiltid.edits.units import with_unit
from heiltid.model import Absence, Plan, Unit, UnitFile
from heiltid.model.booking import RollOut


def with_absences(file: UnitFile, absences: tuple[Absence, ...]) -> UnitFile:
    """Other absences in the unit; the roll-out follows at once, from the base it has."""
    changed = with_unit(file, replace(file.unit, absences=absences))
    rollout = None if file.booking is None else file.booking.rollout
    if rollout is None:
        return changed
    base = changed.unit if _same_unit(rollout.base_unit, file.unit) else None
    return roll_again(changed, unit=base, absences=absences)


def source_of(file: UnitFile, rollout: RollOut) -> Plan | None:
    """The plan of the file a roll-out came from, as it is now; None: it is there no more."""
    base = rollout.base_plan
    same = next((plan for plan in file.plans if plan.rows == base.rows), None)
    alike = (plan for plan in file.plans if plan.role is base.role and plan.name == base.name)
    return same or next(alike, None)


def is_behind(file: UnitFile, rollout: RollOut) -> bool:
    """Whether unit or plan have changed since they were laid out, or other absences are known."""
    source = source_of(file, rollout)
    is_same_plan = source is not None and source.rows == rollout.base_plan.rows
    return not (
        is_same_plan and _same_unit(rollout.base_unit, file.unit) and rollout.absences == file.unit.absences
    )


def _same_unit(one: Unit, other: Unit) -> bool:
    """But for absences, which a roll-out has of its own."""
    return replace(one, absences=()) == replace(other, absences=())

"""What the leader does to a roll-out, as functions from file to file; each is one step of undo."""

from __future__ import annotations

from dataclasses import replace

from heiltid.booking.rolling import rolled, rolled_again
from heiltid.booking.tokens import new_secret
from heiltid.edits.units import with_unit
from heiltid.model import Absence, Plan, Unit, UnitFile
from heiltid.model.asking import Booking
from heiltid.model.booking import RollOut, RollOutOptions


def rolled_out(file: UnitFile, plan: Plan, options: RollOutOptions) -> UnitFile:
    """The plan over real weeks; what was decided on an earlier roll-out is laid over it again."""
    booking = file.booking or Booking(secret=new_secret())
    decisions = booking.kept if booking.rollout is None else booking.rollout.decisions
    made = rolled(file.unit, plan, options, file.unit.absences, decisions)
    kept = () if booking.rollout is None else booking.kept
    return replace(file, booking=replace(booking, rollout=made, kept=kept))


def taken_back(booking: Booking) -> Booking:
    """Without its roll-out; what was decided on it is kept for the next one."""
    rollout = booking.rollout
    return booking if rollout is None else replace(booking, rollout=None, kept=rollout.decisions)


def with_absences(file: UnitFile, absences: tuple[Absence, ...]) -> UnitFile:
    """Other absences in the unit; the roll-out follows at once, from the base it has."""
    changed = with_unit(file, replace(file.unit, absences=absences))
    booking = changed.booking
    if booking is None or booking.rollout is None:
        return changed
    was = booking.rollout
    base = changed.unit if _same_unit(was.base_unit, file.unit) else was.base_unit
    made = rolled_again(was, unit=base, absences=absences)
    return replace(changed, booking=replace(booking, rollout=made))


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

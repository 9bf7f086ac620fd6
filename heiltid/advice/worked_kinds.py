"""The kinds of shifts somebody works, where long ones make it more than the ordinary kinds tell.

Long shifts are governed by the person's yes to them alone: who works nights only may have them by day.
"""

from __future__ import annotations

from heiltid.model import BY_DAY, Employee, ShiftKind, ShiftType, Unit

ORDINARY = (ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT)


def may_agree(person: Employee) -> bool:
    """Whether long shifts could be hers by a yes: those who work nights only have others to ask for."""
    return not person.long_shifts and person.works_by_day


def is_by_long_shifts(unit: Unit, person: Employee, shift: ShiftType) -> bool:
    """Whether a long shift is hers though she works no others by day or in the evening, or not both."""
    kinds = only_kinds(unit, person)
    has_others = len(kinds) > 1
    return has_others and shift.kind is ShiftKind.LONG and not person.kinds >= BY_DAY


def only_kinds(unit: Unit, person: Employee) -> tuple[ShiftKind, ...]:
    """All the unit's kinds she works, long shifts last; () where she takes none, or nothing is closed."""
    kinds = {shift.kind for shift in unit.shifts}
    if not person.long_shifts or ShiftKind.LONG not in kinds:
        return ()
    ordinary = tuple(kind for kind in ORDINARY if kind in kinds)
    worked = tuple(kind for kind in ordinary if kind in person.kinds)
    return () if worked == ordinary else (*worked, ShiftKind.LONG)

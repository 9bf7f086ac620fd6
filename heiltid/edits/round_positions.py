"""Positions that can be written in a contract: whole or half per cent, where the rules tolerate it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from heiltid.calendar import Calendar
from heiltid.contract import full_time_week, paid_hours, present_weeks, tolerance_minutes
from heiltid.edits.positions import with_position
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import FULL_TIME_BP, Employee, Plan, Unit

HALF_BP, WHOLE_BP = 50, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """The plan with rounded positions, by employee number.

    kept: who could not be rounded; lowered: of `changed`, those with less than the nearest, for the budget.
    """

    plan: Plan
    changed: tuple[str, ...]
    kept: tuple[str, ...]
    lowered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """One person's round positions, the nearest first."""

    employee: str
    was_bp: int
    options: tuple[int, ...]

    @property
    def lowest(self) -> int:
        """The least of them; what it was where there is none."""
        return min(self.options, default=self.was_bp)


def rounded_positions(unit: Unit, plan: Plan, step_bp: int) -> Rounding:
    """Every position to the nearest multiple of step_bp that its hours, Min, Max and the budget allow.

    Who keeps today's position keeps it as it is: that contract is written. Where the budget has no room
    for the nearest, the one below is taken, by all with the same position and the same choice; where none is
    left, the position stays.
    """
    choices = tuple(_choices(unit, plan, step_bp))
    taken = {choice.employee: (choice.options or (choice.was_bp,))[0] for choice in choices}
    rows = plan.row_of()
    planned = [person.number for person in unit.planned_employees if person.number in rows]
    before = sum(rows[number].position_bp for number in planned)
    most = max(before, fte_budget_bp(unit))
    over = before + sum(taken[choice.employee] - choice.was_bp for choice in choices) - most
    lowered: list[str] = []
    for _, alike in groupby(sorted(choices, key=_order_of_going_down), key=_order_of_going_down):
        if over <= 0:
            break
        for choice in alike:
            lower = min(choice.lowest, choice.was_bp)
            if taken[choice.employee] > lower:
                over -= taken[choice.employee] - lower
                taken[choice.employee] = lower
                lowered.append(choice.employee)
    for employee, position_bp in taken.items():
        plan = with_position(plan, employee, position_bp)
    return Rounding(
        plan=plan,
        changed=tuple(choice.employee for choice in choices if taken[choice.employee] != choice.was_bp),
        kept=tuple(choice.employee for choice in choices if taken[choice.employee] % step_bp),
        lowered=tuple(number for number in lowered if taken[number] % step_bp == 0),
    )


def _order_of_going_down(choice: _Choice) -> tuple[int, int, tuple[int, ...]]:
    """How much farther the lower one is: the least first; those who are alike beside one another."""
    nearest = choice.options[0] if choice.options else choice.was_bp
    farther = abs(choice.was_bp - choice.lowest) - abs(choice.was_bp - nearest)
    return farther, choice.was_bp, choice.options


def _choices(unit: Unit, plan: Plan, step_bp: int) -> Iterator[_Choice]:
    """Everybody whose new position is not round."""
    calendar, rows = Calendar(unit), plan.row_of()
    for person in unit.planned_employees:
        row = rows.get(person.number)
        if row is None or row.position_bp % step_bp == 0 or row.position_bp == person.position_bp:
            continue
        weeks = present_weeks(calendar, person)
        hours = paid_hours(unit, calendar, person, row.cells)
        full_time = full_time_week(unit, hours, weeks) * weeks
        below = row.position_bp // step_bp * step_bp
        near = (below, below + step_bp)
        if row.position_bp - below > step_bp // 2:
            near = near[::-1]
        yield _Choice(
            employee=person.number,
            was_bp=row.position_bp,
            options=tuple(bp for bp in near if _may_have(unit, person, bp, hours.total, full_time)),
        )


def _may_have(unit: Unit, person: Employee, share_bp: int, minutes: int, full_time: Fraction) -> bool:
    """Whether the line's limits allow it, and the rule of hours and position tolerates it."""
    if not person.min_bp <= share_bp <= person.max_bp or not full_time or share_bp == 0:
        return False
    deviation = abs(minutes - full_time * share_bp / FULL_TIME_BP)
    return deviation <= tolerance_minutes(unit, person, full_time)

"""Positions that can be written in a contract: whole or half per cent, where the rules tolerate it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import groupby

from heiltid.calendar import Calendar
from heiltid.contract import full_time_week, paid_hours, present_weeks, tolerance_minutes
from heiltid.edits.positions import with_position
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import FULL_TIME_BP, Employee, Plan, Unit

HALF_BP, WHOLE_BP = 50, 100


class Obstacle(StrEnum):
    """What keeps a position from the nearest round one."""

    HOURS = "hours"  # the rota's hours are farther from it than the rule tolerates
    LEAST = "least"  # below the line's Min
    MOST = "most"  # above the line's Max
    BUDGET = "budget"  # up passes the cap on the sum of positions, and down is not possible


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Somebody whose position could not be rounded, and why."""

    employee: str
    position_bp: int
    obstacle: Obstacle


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounding:
    """The plan with rounded positions, by employee number.

    kept: who could not be rounded; lowered: of `changed`, those with less than the nearest, for the budget.
    """

    plan: Plan
    changed: tuple[str, ...]
    kept: tuple[Kept, ...]
    lowered: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Choice:
    """One person's round positions, the nearest first; obstacle: to the nearest, None: it is possible."""

    employee: str
    was_bp: int
    options: tuple[int, ...]
    obstacle: Obstacle | None

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
        kept=tuple(_kept(choice) for choice in choices if taken[choice.employee] % step_bp),
        lowered=tuple(number for number in lowered if taken[number] % step_bp == 0),
    )


def _kept(choice: _Choice) -> Kept:
    """Whoever has a round position to go to is kept from it by the budget alone."""
    is_possible = choice.obstacle is None or bool(choice.options)
    return Kept(
        employee=choice.employee,
        position_bp=choice.was_bp,
        obstacle=Obstacle.BUDGET if is_possible else choice.obstacle or Obstacle.HOURS,
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
        met = {bp: _obstacle(unit, person, bp, hours.total, full_time) for bp in near}
        yield _Choice(
            employee=person.number,
            was_bp=row.position_bp,
            options=tuple(bp for bp in near if met[bp] is None),
            obstacle=met[near[0]],
        )


def _obstacle(
    unit: Unit, person: Employee, share_bp: int, minutes: int, full_time: Fraction
) -> Obstacle | None:
    """The line's limit, or the rule of hours and position, that forbids it; None: it is possible."""
    if share_bp < person.min_bp:
        return Obstacle.LEAST
    if share_bp > person.max_bp:
        return Obstacle.MOST
    if not full_time or share_bp == 0:
        return Obstacle.HOURS
    deviation = abs(minutes - full_time * share_bp / FULL_TIME_BP)
    return None if deviation <= tolerance_minutes(unit, person, full_time) else Obstacle.HOURS

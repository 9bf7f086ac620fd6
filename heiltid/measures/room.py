"""What keeps positions from growing in a plan, as far as the unit's own data tell.

Source: domain.md section 7 (weekend arithmetic) and 8 (budget of full-time equivalents).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from math import ceil

from heiltid.calendar import Calendar
from heiltid.measures.budget import (
    fte_budget_bp,
    hours_as_positions_bp,
    least_positions_bp,
)
from heiltid.measures.positions import figures_after, positions_of, positions_today
from heiltid.measures.weekend_need import WeekendNeed, WeekendPart, weekend_needs
from heiltid.model import Employee, Plan, PlanRole, Unit

USED_UP_BP = 500  # a twentieth of a position: where less is left, nobody can get more from it
AT_BOUND_BP = 5  # both averages are rounded when they are shown


class Limit(StrEnum):
    """What binds everybody who wants more."""

    BUDGET = "budget"  # the full-time equivalents are used up
    BOUND = "bound"  # the average is proven to be as high as it can be with this staffing and these people


def limit_of(
    *, budget_bp: float | None, used_bp: float | None, average_bp: float | None, bound_bp: float | None
) -> Limit | None:
    """The budget before the proven ceiling, since it is what a leader can change; None: neither is met."""
    if budget_bp is not None and used_bp is not None and budget_bp - used_bp < USED_UP_BP:
        return Limit.BUDGET
    if bound_bp is not None and average_bp is not None and bound_bp - average_bp < AT_BOUND_BP:
        return Limit.BOUND
    return None


def ceiling_bp(plan: Plan, average_bp: float) -> float | None:
    """The proven ceiling of the plan's average position, basis points; None where none is known.

    A plan above it was changed since, or the unit was: then the ceiling says nothing any more.
    """
    bound_bp = None if plan.origin is None else plan.origin.bound_average_position_bp
    return None if bound_bp is None or average_bp > bound_bp + AT_BOUND_BP else bound_bp


class Frame(StrEnum):
    """Where the cap on the sum of positions comes from."""

    SET = "set"  # by the leader
    TODAY = "today"  # today's positions, which are more than the staffing asks for
    IN_USE = "in_use"  # the same, where a rota that the engine made has set them
    STAFFING = "staffing"  # the hours the staffing asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Somebody who is not there through the whole rota; weeks of the rota counted from 1.

    begins, ends: where they lie inside the rota; days: away beside that. All of them empty: never there.
    """

    employee: str
    begins_week: int | None = None
    ends_week: int | None = None
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A plan's positions beside what there is to share out. Sums and shares in basis points."""

    limit: Limit | None
    wanting: int  # people who want more than the plan gives them
    missing_bp: int  # what they lack together
    lines: int  # with a position in the plan
    budget_bp: int
    used_bp: int  # the positions of the plan together
    is_budget_set: bool  # by the leader; else the larger of today's positions and the hours asked for
    needed_bp: int  # the hours the staffing asks for, from people who are not all there all the time
    hours_bp: int  # the same hours, were everybody there all the time
    weekends: tuple[WeekendNeed, ...]  # how many the weekends take, of the lines; () unknown, or no weekends
    away: tuple[Away, ...] = ()  # why needed_bp is more than hours_bp, who makes most of it first
    is_today_made: bool = False  # today's positions are those of a built rota that was taken into use

    @property
    def frame(self) -> Frame:
        """Where the budget comes from."""
        if self.is_budget_set:
            return Frame.SET
        if self.budget_bp <= self.needed_bp:
            return Frame.STAFFING
        return Frame.IN_USE if self.is_today_made else Frame.TODAY

    @property
    def beyond_bp(self) -> int:
        """What the budget holds beyond the hours asked for: extra people on duty. 0 where it is little."""
        beyond = self.budget_bp - self.needed_bp
        return beyond if beyond >= USED_UP_BP else 0

    @property
    def has_binding_weekends(self) -> bool:
        """Whether about everybody who works weekends by day is needed for them."""
        return any(need.binds for need in self.weekends if need.part is not WeekendPart.BY_NIGHT)


def room_of(unit: Unit, plan: Plan, before: Plan | None = None) -> Room:
    """What keeps the plan's positions where they are. before: the rota it replaces, where there is one."""
    is_today_made = _has_set_positions(unit, plan, before)
    unit = _as_it_was(unit, plan, before)
    positions = positions_of(unit, plan)
    figures = figures_after(unit, positions_today(unit), positions)
    people = [person for person in unit.planned_employees if positions[person.number] > 0]
    budget_bp, used_bp = fte_budget_bp(unit), sum(positions.values())
    average_bp = float(figures.lines_average_bp)
    bound_bp = ceiling_bp(plan, average_bp)
    return Room(
        limit=limit_of(budget_bp=budget_bp, used_bp=used_bp, average_bp=average_bp, bound_bp=bound_bp),
        wanting=figures.unwanted_people,
        missing_bp=figures.missing_bp,
        lines=len(people),
        budget_bp=budget_bp,
        used_bp=used_bp,
        is_budget_set=unit.fte_budget_bp is not None,
        needed_bp=least_positions_bp(unit),
        hours_bp=ceil(hours_as_positions_bp(unit)),
        weekends=weekend_needs(unit, people, unit),
        away=people_away(unit),
        is_today_made=is_today_made,
    )


def _as_it_was(unit: Unit, plan: Plan, before: Plan | None) -> Unit:
    """The unit with the positions its budget was reckoned from when the plan was made.

    A rota taken into use has made its own positions those of today; the one it replaced remembers the others.
    """
    then = plan if plan.role is PlanRole.BEFORE else before
    if then is None or then.role is not PlanRole.BEFORE:
        return unit
    rows = then.row_of()
    people = tuple(
        replace(person, position_bp=rows[person.number].position_bp) if person.number in rows else person
        for person in unit.employees
    )
    return replace(unit, employees=people)


def _has_set_positions(unit: Unit, plan: Plan, before: Plan | None) -> bool:
    """Whether the rota in use, which the plan would replace, was built and its positions are today's."""
    if plan.role is not PlanRole.SCENARIO or before is None or before.origin is None:
        return False
    return positions_of(unit, before) == positions_today(unit)


def people_away(unit: Unit) -> tuple[Away, ...]:
    """Everybody who is there only a part of the rota, weighted as in `budget.presence`."""
    calendar = Calendar(unit)
    lost = {
        person.number: max(person.position_bp, 1) * (unit.day_count - calendar.present_days(person))
        for person in unit.planned_employees
    }
    found = [person for person in unit.planned_employees if lost[person.number]]
    return tuple(_away(calendar, person) for person in sorted(found, key=lambda one: -lost[one.number]))


def _away(calendar: Calendar, person: Employee) -> Away:
    last = calendar.day_count - 1
    there = [day for day, present in enumerate(calendar.presence(person)) if present]
    if not there:
        return Away(employee=person.number)
    begins, ends = (
        None if when is None else (when - calendar.date_of(0)).days
        for when in (person.employed_from, person.employed_to)
    )
    return Away(
        employee=person.number,
        begins_week=calendar.week(begins) + 1 if begins is not None and begins > 0 else None,
        ends_week=calendar.week(ends) + 1 if ends is not None and ends < last else None,
        days=sum(calendar.is_absent(person, day) for day in range(calendar.day_count)),
    )


def ordinary_weekends(person: Employee, weeks: int) -> int:
    """The most that "one in `weekend_every`" gives her in a rota of so many weeks, from her first one on."""
    every = person.weekend_every
    if not every:
        return 0
    first = 0 if person.weekend_offset is None else (person.weekend_offset - 1) % every
    return len(range(first, weeks, every))


def most_weekends(person: Employee, weeks: int) -> int:
    """The same with her extra ones."""
    return min(weeks, ordinary_weekends(person, weeks) + person.extra_weekends)

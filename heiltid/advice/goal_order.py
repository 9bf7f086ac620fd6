"""The goals a plan was made by, in their order, and those that tell one who wants more from another."""

from __future__ import annotations

from heiltid.jobs import Goal
from heiltid.model import Plan

SHARING = (Goal.MISSING, Goal.SMALL, Goal.FULL_TIME, Goal.SPREAD)


def goals_of(plan: Plan) -> tuple[Goal, ...]:
    """The goals of the run that made the plan, in their order; those unknown to this version are left out."""
    named = {goal.value: goal for goal in Goal}
    reached = () if plan.origin is None else plan.origin.goals
    return tuple(named[goal.name] for goal in reached if goal.name in named)


def sharing_goals(plan: Plan) -> tuple[Goal, ...]:
    """Those of them by which hours are shared, in their order; the usual ones where the file tells none."""
    return tuple(goal for goal in goals_of(plan) or Goal if goal in SHARING)

"""Between plans and the rows of their tables: lines, origins with their goals, decisions.

The readers raise ValueError, KeyError or TypeError for rows that no Heiltid can have written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from sqlalchemy import Table

from heiltid.model import Decision, GoalReached, Origin, Plan, PlanRole, PlanRow
from heiltid.store import tables
from heiltid.store.cells import cells_from_text, cells_to_text
from heiltid.store.unit_rows import numbered, same_named

Rows: TypeAlias = list[dict[str, Any]]


def plan_rows(plans: Sequence[Plan]) -> tuple[tuple[Table, Rows], ...]:
    """Every table of plans with its rows, in their order."""
    return (
        (tables.plan, numbered({"name": plan.name, "role": plan.role.value} for plan in plans)),
        (tables.plan_row, _of_each(plans, lambda plan: [_line_row(line) for line in plan.rows])),
        (tables.origin, _origin_rows(plans)),
        (tables.goal_reached, _of_each(plans, _goal_rows)),
        (tables.decision, _of_each(plans, lambda plan: [_decision_row(entry) for entry in plan.decisions])),
    )


def _of_each(plans: Iterable[Plan], rows: Callable[[Plan], Rows]) -> Rows:
    """Numbered rows of every plan, each with the plan's place."""
    return [{"plan": place, **row} for place, plan in enumerate(plans) for row in numbered(rows(plan))]


def _line_row(line: PlanRow) -> dict[str, Any]:
    return {
        "employee": line.employee,
        "position_bp": line.position_bp,
        "cells": cells_to_text(line.cells),
        "history": cells_to_text(line.history),
    }


def _origin_rows(plans: Iterable[Plan]) -> Rows:
    return [
        {"plan": place, **same_named(tables.origin, plan.origin)}
        for place, plan in enumerate(plans)
        if plan.origin is not None
    ]


def _goal_rows(plan: Plan) -> Rows:
    goals = () if plan.origin is None else plan.origin.goals
    return [same_named(tables.goal_reached, goal) for goal in goals]


def _decision_row(decision: Decision) -> dict[str, Any]:
    days = " ".join(str(day) for day in decision.days)
    return same_named(tables.decision, decision) | {"days": days}


def plans_from_rows(rows: Callable[[Table], Rows]) -> tuple[Plan, ...]:
    """The plans; `rows` gives a table's rows in their order, without the column that carries it."""
    plans = rows(tables.plan)
    lines = _by_plan(rows(tables.plan_row), len(plans), _line)
    goals = _by_plan(rows(tables.goal_reached), len(plans), lambda row: GoalReached(**row))
    origins = _by_plan(rows(tables.origin), len(plans), lambda row: row)
    decisions = _by_plan(rows(tables.decision), len(plans), _decision)
    return tuple(
        Plan(
            name=plan["name"],
            role=PlanRole(plan["role"]),
            rows=tuple(lines[place]),
            origin=_origin(origins[place], goals[place]),
            decisions=tuple(decisions[place]),
        )
        for place, plan in enumerate(plans)
    )


def _by_plan(rows: Rows, count: int, value: Callable[[dict[str, Any]], Any]) -> list[list[Any]]:
    """The rows' values, a list for each plan."""
    found: list[list[Any]] = [[] for _ in range(count)]
    for row in rows:
        place = row.pop("plan")
        if not 0 <= place < count:
            raise ValueError("a row of a plan that is not there")
        found[place].append(value(row))
    return found


def _line(row: dict[str, Any]) -> PlanRow:
    return PlanRow(
        employee=row["employee"],
        position_bp=row["position_bp"],
        cells=cells_from_text(row["cells"]),
        history=cells_from_text(row["history"]),
    )


def _origin(found: list[dict[str, Any]], goals: list[GoalReached]) -> Origin | None:
    if not found:
        if goals:
            raise ValueError("goals without the run that reached them")
        return None
    return Origin(**found[0], goals=tuple(goals))


def _decision(row: dict[str, Any]) -> Decision:
    days = tuple(int(word) for word in row.pop("days").split())
    return Decision(days=days, **row)

"""From what the leader asks for to the engine's request, and from its report to a new scenario."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from heiltid.edits.cells import locked, with_cells
from heiltid.edits.scenarios import added
from heiltid.edits.units import with_unit
from heiltid.jobs import Goal, SolveReport, SolveRequest
from heiltid.measures.positions import (
    PositionFigures,
    figures_before,
    figures_beside,
    is_by_hand,
    positions_of,
    positions_today,
)
from heiltid.model import (
    DAYS_PER_WEEK,
    GoalReached,
    Origin,
    Plan,
    PlanRole,
    Unit,
    UnitFile,
    empty_plan,
)
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge
from ui.document import Document

WORKERS = 2
KEEP_LITTLE, KEEP_MUCH = 1, 10


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildOptions:
    """What the leader chose. weeks: first and last rotation week to build, None = all."""

    goal_order: tuple[Goal, ...] = tuple(Goal)
    time_limit_seconds: float = 60.0
    keep_weight: int = 0
    kept_people: frozenset[str] = frozenset()
    weeks: tuple[int, int] | None = None
    seed: int = 1


def request_for(unit: Unit, base: Plan, options: BuildOptions) -> SolveRequest:
    """The request; cells of people and weeks that are to stay are locked in what the engine is handed."""
    return SolveRequest(
        unit=unit,
        today=_with_locks(unit, base, options),
        time_limit_seconds=options.time_limit_seconds,
        seed=options.seed,
        workers=WORKERS,
        keep_today_weight=options.keep_weight,
        goal_order=options.goal_order,
    )


def _with_locks(unit: Unit, base: Plan, options: BuildOptions) -> Plan:
    whole = {(number, day) for number in options.kept_people for day in range(unit.day_count)}
    if options.weeks is None:
        outside: list[int] = []
    else:
        first, last = (options.weeks[0] - 1) * DAYS_PER_WEEK, options.weeks[1] * DAYS_PER_WEEK
        outside = [day for day in range(unit.day_count) if not first <= day < last]
    rest = {(row.employee, day) for row in base.rows for day in outside}
    return locked(base, sorted(whole | rest), True)


def base_plan(unit: Unit, shown: Plan) -> Plan:
    """What a build begins from: the shown plan; for a unit without people's lines a bare one."""
    return shown if shown.rows else empty_plan(unit, role=PlanRole.TODAY)


def breaches_of(unit: Unit, plan: Plan) -> int:
    """Breaches by the checker in a plan the engine made; anything but 0 is our fault."""
    return sum(finding.severity is Severity.BREACH for finding in judge(unit, plan))


def average_today(document: Document) -> float:
    """Average position of today's rota, or of the positions people have. Basis points."""
    unit, today = document.unit, document.today
    positions = positions_today(unit) if today is None else positions_of(unit, today)
    return float(figures_before(unit, positions).average_bp)


def figures_of(document: Document, plan: Plan) -> tuple[PositionFigures, PositionFigures]:
    """What the plan replaces and the plan beside it, as at the foot of the window."""
    unit, before = document.unit, document.file.rota_before(plan)
    was = positions_today(unit) if before is None else positions_of(unit, before)
    now = positions_of(unit, plan)
    return figures_before(unit, was), figures_beside(unit, was, now, by_hand=is_by_hand(before, plan))


def with_scenario(
    file: UnitFile,
    request: SolveRequest,
    report: SolveReport,
    stem: str,
    now: datetime,
    seen: Iterable[str] = (),
) -> UnitFile:
    """The file with the report's plan as a new scenario, last of all plans. seen: names used already.

    Locks that only served the run are taken off again. Where the unit has changed since the run began,
    the plan is brought along to the unit of now.
    """
    assert report.plan is not None
    plan = _own_locks(replace(report.plan, origin=origin_of(report, now), decisions=()), request, file)
    if request.unit is not file.unit:
        plan = with_unit(UnitFile(unit=request.unit, plans=(plan,)), file.unit).plans[0]
    return added(file, replace(plan, role=PlanRole.SCENARIO), stem, seen)


def _own_locks(plan: Plan, request: SolveRequest, file: UnitFile) -> Plan:
    """Lock just the cells that the leader had locked herself in some plan of the file."""
    mine = {
        (row.employee, day)
        for known in file.plans
        for row in known.rows
        for day, cell in enumerate(row.cells)
        if cell.locked
    }
    changes = {
        (row.employee, day): replace(cell, locked=False)
        for row in plan.rows
        for day, cell in enumerate(row.cells)
        if cell.locked and (row.employee, day) not in mine
    }
    return with_cells(plan, changes)


def origin_of(report: SolveReport, now: datetime) -> Origin:
    """What a plan remembers of its run."""
    return Origin(
        made_at=now.replace(microsecond=0),
        status=report.status.value,
        seconds=report.seconds,
        seed=report.seed,
        workers=report.workers,
        bound_average_position_bp=report.bound_average_position_bp,
        goals=tuple(
            GoalReached(name=goal.goal.value, value=goal.value, bound=goal.bound) for goal in report.objective
        ),
    )

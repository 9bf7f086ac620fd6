"""The report of the shown plan: the engine's run where it has one, and today's judgement in any case."""

from __future__ import annotations

from datetime import datetime

from heiltid.jobs import Goal, GoalValue, SolveReport, Status
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import Origin
from heiltid.report import build_report
from heiltid.report_model import Report
from ui.document import Document
from ui.texts import language


def report_of(document: Document) -> Report:
    """Before: what the shown plan is compared with; after: the shown plan."""
    return build_report(
        document.unit,
        document.compared_with,
        document.plan,
        solve_report_of(document),
        language=language(),
        findings=document.judgement.findings,
    )


def solve_report_of(document: Document) -> SolveReport:
    """The run the shown plan came from; one of no seconds for a plan made by hand."""
    plan = document.plan
    origin = plan.origin or _by_hand()
    return SolveReport(
        status=Status(origin.status),
        plan=plan,
        objective=tuple(
            GoalValue(goal=Goal(goal.name), value=goal.value, bound=goal.bound) for goal in origin.goals
        ),
        bound_average_position_bp=origin.bound_average_position_bp,
        fte_budget_bp=fte_budget_bp(document.unit),
        seconds=origin.seconds,
        first_plan_seconds=None,
        seed=origin.seed,
        workers=origin.workers,
    )


def _by_hand() -> Origin:
    return Origin(
        made_at=datetime.now().replace(microsecond=0), status=Status.FEASIBLE, seconds=0.0, seed=0, workers=0
    )

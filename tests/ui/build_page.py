"""The page that builds, for its tests, and the engine's answer without the engine."""

from __future__ import annotations

from pathlib import Path

from heiltid.jobs import Goal, GoalValue, SolveReport, Status
from heiltid.model import Plan
from ui.app import Program
from ui.pages.build import BuildPage

FAKE = str(Path(__file__).parent / "fake_worker.py")
PATIENCE = 30_000


def page_of(made: Program) -> BuildPage:
    found = made.window.page("build")
    assert isinstance(found, BuildPage)
    return found


def report_of(plan: Plan, *, bound_bp: float | None = 9_000, staffing_bound: float = 0) -> SolveReport:
    """This plan as the engine's answer."""
    return SolveReport(
        status=Status.FEASIBLE,
        plan=plan,
        objective=(GoalValue(goal=Goal.STAFFING, value=0, bound=staffing_bound),),
        bound_average_position_bp=bound_bp,
        fte_budget_bp=50_000,
        seconds=1.0,
        first_plan_seconds=0.5,
        seed=3,
        workers=2,
    )

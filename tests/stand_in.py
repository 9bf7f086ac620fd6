"""A stand-in for the solver, and a small ward with rotas, for tests of the command line."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from builders import demand, person, plan, row, unit
from typer.testing import Result

from heiltid.jobs import (
    Clash,
    Goal,
    GoalValue,
    OnProgress,
    ShouldStop,
    SolveProgress,
    SolveReport,
    SolveRequest,
)
from heiltid.jobs import Status as RunStatus
from heiltid.model import Plan, Status, Unit, UnitFile
from heiltid.store import save_unit

WARD = unit(
    weeks=1,
    name="Solbakken",
    demand=(demand(frozenset({0, 2, 4}), "07:30-15:00", 1),),
    employees=(
        person("1", 4_000, wanted_bp=6_400, name="Kari [Nordmann]"),
        person("2", 2_400, min_bp=0, status=Status.VACANT),
    ),
)
TODAY = plan(row("D1 - - - D1 - -", "1", 4_000), row("- - D1 - - - -", "2", 2_400))
NEW = plan(row("D1 - D1 - D1 - -", "1", 6_400), row("- - - - - - -", "2", 0))
UNLAWFUL = plan(row("D1 - D1 N1 D1 - -", "1", 6_400), row("- - - - - - -", "2", 0))


def answer(request: SolveRequest, status: RunStatus, made: Plan | None) -> SolveReport:
    return SolveReport(
        status=status,
        plan=made,
        objective=() if made is None else (GoalValue(goal=Goal.STAFFING, value=0.0, bound=0.0),),
        bound_average_position_bp=None if made is None else 6_450.0,
        fte_budget_bp=6_500,
        seconds=2.0,
        first_plan_seconds=None if made is None else 1.0,
        seed=request.seed,
        workers=request.workers,
    )


class FakeSolver:
    """Answers what it is told to and remembers what it was asked."""

    def __init__(self, status: RunStatus = RunStatus.FEASIBLE, made: Plan | None = NEW) -> None:
        self.status, self.made = status, made
        self.request: SolveRequest | None = None
        self.clashes: tuple[Clash, ...] = ()
        self.error: Exception | None = None

    def __call__(self, request: SolveRequest, tell: OnProgress, stop: ShouldStop) -> SolveReport:
        self.request = request
        tell(SolveProgress(stage="bound", seconds=0.1, fraction=0.1))
        if self.error is not None:
            raise self.error
        return replace(answer(request, self.status, self.made), clashes=self.clashes)


Run = Callable[..., Result]


def saved(path: Path, ward: Unit, *plans: Plan) -> Path:
    save_unit(path, UnitFile(unit=ward, plans=plans))
    return path

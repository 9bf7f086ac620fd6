"""A running program for tests of the page that builds, and the engine's answer without the engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from heiltid.jobs import Goal, GoalValue, SolveReport, Status
from heiltid.model import Plan, UnitFile
from heiltid.texts import Language
from tests.ui import screens
from ui.app import Program
from ui.pages.build import BuildPage
from ui.theme import ThemeName

FAKE = str(Path(__file__).parent / "fake_worker.py")
PATIENCE = 30_000


@contextmanager
def program_at(folder: Path, page: str, file: UnitFile | None = None) -> Iterator[Program]:
    """A program on a file, else on the small sample, at a page."""
    program = screens.program(folder, Language.NYNORSK, ThemeName.LIGHT)
    program.desk.files.start_new(file or screens.sample("liten"))
    program.window.show()
    program.window.show_page(page)
    yield program
    screens.close(program)


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

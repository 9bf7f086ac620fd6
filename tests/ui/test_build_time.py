"""Whether more time would help is told by what the run itself came to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, engine_run, person, plan, row, unit
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.jobs import Goal, SolveProgress, Status
from heiltid.measures.room import room_of
from heiltid.model import GoalReached, Plan, UnitFile
from heiltid.texts import Language
from tests.ui import screens
from tests.ui.build_page import page_of, report_of
from ui.app import Program
from ui.building import BuildOptions, request_for
from ui.pages.build.latest import latest
from ui.pages.build.words import gap_words
from ui.room_words import room_words
from ui.run_record import NOT_KNOWN, KnownRuns, RunRecord, Stood
from ui.texts import set_language

# Two at 50 %, one wanted on duty by day Monday to Friday; both want more. On Thursday nobody is there.
WARD = unit(
    employees=(person("1", 5_000, wanted_bp=10_000), person("2", 5_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
TODAY = plan(row("D1 D1 D1 - - - -", "1", 5_000), row("- - - D1 D1 - -", "2", 5_000))
OPEN = replace(TODAY, rows=(TODAY.rows[0], plan(row("- - - - D1 - -", "2", 5_000)).rows[0]))
MINUTES = 450


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with screens.program_at(tmp_path, "build", UnitFile(unit=WARD, plans=(TODAY,))) as program:
        yield program


def land(
    made: Program,
    *gaps: tuple[float, int],
    seconds: float = 60.0,
    status: Status = Status.FEASIBLE,
    options: BuildOptions | None = None,
) -> None:
    """A run that left Thursday open; gaps: its steps, seconds and minutes without people."""
    page, document, job = page_of(made), made.desk.document, made.desk.job
    job._record = RunRecord()
    for at, minutes in gaps:
        job._take(SolveProgress(stage="improve", seconds=at, fraction=0.5, understaffed_minutes=minutes))
    request = request_for(document.unit, TODAY, BuildOptions() if options is None else options)
    page._land(request, replace(report_of(OPEN, bound_bp=None), seconds=seconds, status=status))
    screens.settle()


def words(made: Program) -> str:
    return "\n".join(label.text() for label in page_of(made).findChildren(QLabel) if label.isVisible())


STOOD = "Den siste tredelen av tida gav ikkje færre hol, så meir tid hjelper truleg lite."
MAY = "Meir tid kan hjelpe"


def test_a_run_that_stood_still_advises_no_more_time(made: Program) -> None:
    land(made, (10, 900), (20, MINUTES), (60, MINUTES))
    assert STOOD in words(made)
    assert MAY not in words(made)


def test_a_run_that_still_gained_does(made: Program) -> None:
    land(made, (10, 900), (50, MINUTES), (60, MINUTES))
    assert MAY in words(made)
    assert STOOD not in words(made)


def test_a_run_that_was_cut_short_tells_nothing_of_more_time(made: Program) -> None:
    land(made, (1, MINUTES), (3, MINUTES), seconds=3.0, status=Status.STOPPED)
    assert MAY in words(made)


def test_a_longer_run_that_left_as_much_open_is_named(made: Program) -> None:
    land(made, (10, 900), (290, MINUTES), (300, MINUTES), seconds=300.0)
    first = made.desk.document.file.plans[-1].name
    assert MAY in words(made)
    land(made, (10, 900), (59, MINUTES), (60, MINUTES), seconds=60.0)
    assert f"{first} fekk lengre tid og har ikkje færre hol" in words(made)
    # One that had to leave other cells as they were was asked for something else.
    land(made, (59, MINUTES), (60, MINUTES), seconds=61.0, options=BuildOptions(kept_people=frozenset({"1"})))
    assert MAY in words(made)


def test_an_equally_long_run_tells_nothing_of_more_time(made: Program) -> None:
    land(made, (10, 900), (59, MINUTES), (60, MINUTES), seconds=60.5)
    land(made, (10, 900), (59, MINUTES), (60, MINUTES), seconds=60.0)
    assert MAY in words(made)


def test_what_is_proven_comes_before_what_the_steps_tell() -> None:
    set_language(Language.NYNORSK)

    def told(bound: float, **more: bool) -> str:
        goals = (GoalReached(name=Goal.STAFFING.value, value=MINUTES, bound=bound),)
        return gap_words(replace(OPEN, origin=engine_run(goals=goals)), MINUTES, **more)

    assert told(MINUTES, stood=True).startswith("Meir tid hjelper ikkje: minst 7,5 timar")
    assert told(150, stood=True).startswith("Minst 2,5 timar må stå udekte med desse folka, reglane og vala.")
    assert "For resten hjelper meir tid truleg lite" in told(150, stood=True)
    assert "For resten kan meir tid hjelpe" in told(150)


def test_an_average_that_stood_still_advises_no_more_time_either() -> None:
    set_language(Language.NYNORSK)
    ward = replace(WARD, fte_budget_bp=30_000)
    origin = engine_run(bound_average_position_bp=9_000)
    rota: Plan = replace(TODAY, origin=origin)
    room = room_of(ward, rota)
    may, stood = (room_words(ward, room, 9_000, 0.0, stood=stood) for stood in (False, True))
    assert "så det kan vere meir å hente" in may
    assert "Snittet steig ikkje den siste tredelen av tida, så meir tid hjelper truleg lite." in stood
    assert "meir å hente" not in stood


def test_every_page_tells_the_same_of_more_time_while_the_plan_is_as_it_was_made(made: Program) -> None:
    land(made, (10, MINUTES), (60, MINUTES))
    plan_made = made.desk.document.file.plans[-1]
    assert made.desk.runs.of(plan_made) == Stood(gaps=True)
    assert made.desk.runs.of(replace(plan_made, name="Eit anna namn")) == Stood(gaps=True)
    assert made.desk.runs.of(replace(plan_made, rows=TODAY.rows)) == NOT_KNOWN
    assert made.desk.runs.of(TODAY) == NOT_KNOWN


def test_the_results_tell_it_of_the_average_too(made: Program) -> None:
    land(made, (10, MINUTES), (60, MINUTES))
    file = made.desk.document.file
    shown = replace(
        file.plans[-1], origin=replace(file.plans[-1].origin, bound_average_position_bp=9_000.0), name="Ny"
    )
    unit_ = replace(file.unit, fte_budget_bp=30_000)
    for stood, said in ((True, "Snittet steig ikkje den siste tredelen av tida"), (False, "meir å hente")):
        made.desk.runs = KnownRuns()
        made.desk.runs.keep(shown, Stood(average=stood))
        more = replace(file, unit=unit_, plans=(*file.plans, shown))
        made.desk.document.apply("nytt", more, shown=len(more.plans) - 1)
        made.window.show_page("results")
        screens.settle()
        page = made.window.page("results")
        assert said in "\n".join(label.text() for label in page.findChildren(QLabel))
        made.desk.document.undo_stack.undo()


def test_only_a_whole_run_keeps_what_its_steps_tell() -> None:
    still = Stood(gaps=True, average=True)
    for status, kept in ((Status.FEASIBLE, still), (Status.STOPPED, NOT_KNOWN)):
        rota = replace(OPEN, origin=engine_run(status=status.value))
        assert latest(rota, WARD, TODAY, still).stood == kept

"""The page that builds: what it asks the engine for, and what it says and keeps whatever becomes of it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.__main__ import worker_command
from heiltid.advice.closing_words import closing_words
from heiltid.edits.cells import locked
from heiltid.jobs import Goal, SolveReport
from heiltid.model import FREE, PlanRole
from heiltid.rules.context import Context
from heiltid.texts import Language
from tests.ui import screens
from tests.ui.build_page import FAKE, PATIENCE, page_of, report_of
from ui.app import Program
from ui.building import BuildOptions, request_for, with_scenario
from ui.pages.build import BuildPage
from ui.places import Place
from ui.solve_job import JobEndKind


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """A program on the small sample, at the page that builds; tests set the engine."""
    with screens.program_at(tmp_path, "build") as program:
        yield program


def words(made: Program) -> str:
    return "\n".join(label.text() for label in page_of(made).findChildren(QLabel) if label.isVisible())


def set_engine(made: Program, *command: str) -> None:
    made.desk.job._command = command


def report_on(made: Program) -> SolveReport:
    """The rota of today as the engine's answer."""
    return report_of(made.desk.document.file.plan(PlanRole.TODAY))


@pytest.mark.parametrize("way", ["garbage", "binary", "foreign", "early_exit"])
def test_a_faulty_engine_is_told_of_and_changes_nothing(qtbot: QtBot, made: Program, way: str) -> None:
    set_engine(made, sys.executable, FAKE, way)
    before = made.desk.document.file
    with qtbot.waitSignal(made.desk.job.ended, timeout=PATIENCE):
        page_of(made).start()
    assert made.desk.document.file is before
    assert "som før" in words(made)  # each of the texts says that all is kept
    assert page_of(made).findChild(QPushButton, "build_again").isVisible()


def test_an_engine_killed_in_mid_run_is_told_of_and_can_be_started_again(qtbot: QtBot, made: Program) -> None:
    set_engine(made, sys.executable, FAKE, "hang")
    before = made.desk.document.file
    ends = []
    made.desk.job.ended.connect(ends.append)
    with qtbot.waitSignal(made.desk.job.progressed, timeout=PATIENCE):
        page_of(made).start()
    with qtbot.waitSignal(made.desk.job.ended, timeout=PATIENCE):
        os.kill(made.desk.job._process.processId(), signal.SIGKILL)
    assert ends[-1].kind is JobEndKind.CRASHED
    assert made.desk.document.file is before
    assert "Bygginga stogga" in words(made)
    with qtbot.waitSignal(made.desk.job.progressed, timeout=PATIENCE):
        page_of(made).start()
    made.desk.job.cancel()


def test_an_engine_out_of_memory_is_told_of(
    qtbot: QtBot, made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEILTID_ENGINE_MEMORY_MIB", "150")
    set_engine(made, *worker_command())
    before = made.desk.document.file
    ends = []
    made.desk.job.ended.connect(ends.append)
    with qtbot.waitSignal(made.desk.job.ended, timeout=PATIENCE):
        page_of(made).start()
    assert ends[-1].kind in (JobEndKind.MEMORY, JobEndKind.CRASHED)
    assert made.desk.document.file is before
    assert "som før" in words(made)


def test_one_button_is_the_one_to_press_and_has_the_keyboard(qtbot: QtBot, made: Program) -> None:
    set_engine(made, sys.executable, FAKE, "garbage")
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    start = made.window.findChild(QPushButton, "build_start")
    assert start.isVisible()
    with qtbot.waitSignal(made.desk.job.ended, timeout=PATIENCE):
        qtbot.mouseClick(start, Qt.MouseButton.LeftButton)
        assert not start.isVisible()
        assert page_of(made)._running.chart.hasFocus()
    again = page_of(made).findChild(QPushButton, "build_again")
    assert again.hasFocus()
    qtbot.keyClick(again, Qt.Key.Key_Space)
    assert start.isVisible()


def test_the_window_can_be_used_while_the_engine_works(qtbot: QtBot, made: Program) -> None:
    set_engine(made, sys.executable, FAKE, "hang")
    with qtbot.waitSignal(made.desk.job.progressed, timeout=PATIENCE):
        page_of(made).start()
    document = made.desk.document
    document.apply_unit("namn", replace(document.unit, name="Nytt namn"))
    made.window.show_page("start")
    assert made.desk.job.is_running
    with qtbot.waitSignal(made.desk.job.ended, timeout=PATIENCE):
        made.desk.job.cancel()
    assert document.unit.name == "Nytt namn"


def test_nothing_can_be_built_without_people(qtbot: QtBot, made: Program) -> None:
    document = made.desk.document
    document.apply_unit("tøm", replace(document.unit, employees=(), wishes=(), absences=(), agreements=()))
    start = made.window.findChild(QPushButton, "build_start")
    assert not start.isEnabled()
    assert start.toolTip() == "Legg inn dei tilsette først."


def test_people_and_weeks_that_stay_are_locked_in_the_request(made: Program) -> None:
    document = made.desk.document
    today = document.file.plan(PlanRole.TODAY)
    assert today is not None
    first = today.rows[0].employee
    options = BuildOptions(kept_people=frozenset({first}), weeks=(2, 2))
    asked = request_for(document.unit, today, options).today
    assert asked is not None
    for row in asked.rows:
        free = [day for day, cell in enumerate(row.cells) if not cell.locked]
        assert free == ([] if row.employee == first else list(range(7, 14)))  # week 2 alone is built


def test_a_result_lands_as_a_new_scenario_with_only_the_leaders_own_locks(made: Program) -> None:
    document = made.desk.document
    mine = locked(document.plan, [(document.plan.rows[1].employee, 3)], True)
    document.apply_plan("lås", mine)
    before = document.file
    request = request_for(before.unit, mine, BuildOptions(kept_people=frozenset({mine.rows[0].employee})))
    report = replace(report_on(made), plan=request.today)
    after = with_scenario(before, request, report, "Framlegg", datetime(2027, 1, 4, 12, 30, 1, 5))
    assert after.plans[:-1] == before.plans
    new = after.plans[-1]
    assert new.role is PlanRole.SCENARIO
    locks = [(row.employee, day) for row in new.rows for day, cell in enumerate(row.cells) if cell.locked]
    assert locks == [(mine.rows[1].employee, 3)]
    assert new.origin is not None
    assert (new.origin.seed, new.origin.bound_average_position_bp) == (3, 9_000)
    assert new.origin.made_at == datetime(2027, 1, 4, 12, 30, 1)


def test_a_result_on_a_unit_that_has_changed_meanwhile_is_brought_along(made: Program) -> None:
    document = made.desk.document
    request = request_for(document.unit, document.plan, BuildOptions())
    report = report_on(made)
    fewer = replace(document.unit, employees=document.unit.employees[1:], wishes=(), absences=())
    document.apply_unit("ein sluttar", fewer)
    after = with_scenario(document.file, request, report, "Framlegg", datetime(2027, 1, 4))
    numbers = [row.employee for row in after.plans[-1].rows]
    assert numbers == [person.number for person in fewer.employees]


def test_an_unlawful_plan_of_the_engine_is_rejected(
    qtbot: QtBot, made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = []
    monkeypatch.setattr("ui.pages.build.page.tell_trouble", lambda headline, *_: told.append(headline))
    monkeypatch.setattr("ui.pages.build.page.breaches_of", lambda unit, plan: 1)
    before = made.desk.document.file
    request = request_for(before.unit, before.plans[0], BuildOptions())
    page_of(made)._land(request, report_on(made))
    assert told == ["Turnusen vart forkasta"]
    assert made.desk.document.file is before


def test_goals_are_put_in_another_order_and_back(made: Program) -> None:
    goals = page_of(made)._options.goals
    assert goals.order() == tuple(Goal)
    goals._list.setCurrentRow(1)
    goals._up()
    assert goals.order()[:3] == (Goal.STAFFING, Goal.SMALL, Goal.MISSING)
    goals.reset()
    assert goals.order() == tuple(Goal)


def test_the_outcome_tells_where_people_lack_and_leads_there(made: Program) -> None:
    page, document = page_of(made), made.desk.document
    report = report_on(made)
    assert report.plan is not None
    empty = replace(
        report.plan, rows=tuple(replace(row, cells=(FREE,) * len(row.cells)) for row in report.plan.rows)
    )
    request = request_for(document.unit, report.plan, BuildOptions())
    page._land(request, replace(report, plan=empty))
    lines = page._outcome.lacking.text().splitlines()
    assert " hol i bemanninga, " in lines[0]
    days = document.unit.day_count
    assert lines[1] == "•  15 dagar (mån–fre): manglar 2 kl. 07:30–15:00"
    went: list[tuple[str, object]] = []
    made.desk.going_to.connect(lambda key, target: went.append((key, target)))
    page._outcome.lacking_see.click()
    assert went == [("rota", Place(days=tuple(range(days))))]


def test_where_a_gap_stands_twice_the_outcome_tells_how_many_shifts_close_all(made: Program) -> None:
    page, document = page_of(made), made.desk.document
    competence = document.unit.competences[0].name
    one = replace(document.unit.demand[0], competence=competence, minimum=1, target=1)
    document.apply_unit("krav", replace(document.unit, demand=(*document.unit.demand, one)))
    report = report_on(made)
    assert report.plan is not None
    rows = tuple(replace(row, cells=(FREE,) * len(row.cells)) for row in report.plan.rows)
    empty = replace(report.plan, rows=rows)
    page._land(request_for(document.unit, report.plan, BuildOptions()), replace(report, plan=empty))
    closing = closing_words(Context(document.unit, empty), Language.NYNORSK)
    told = page.findChild(QLabel, "build_lacking_advice").text()
    assert f"i rada for alle: {closing} dekkjer alt." in told


def test_fewer_people_than_the_weekends_take_are_told_of_before_the_run(made: Program) -> None:
    document = made.desk.document
    assert "Helgene treng om lag" not in words(made)
    document.apply_unit("få", replace(document.unit, employees=document.unit.employees[:2]))
    assert "Helgene treng om lag" in words(made)
    assert "og 2 av dykk arbeider helg." in words(made)


def landed(made: Program) -> BuildPage:
    page, document = page_of(made), made.desk.document
    report = report_on(made)
    assert report.plan is not None
    page._land(request_for(document.unit, report.plan, BuildOptions()), report)
    screens.settle()
    return page


def test_the_ways_on_from_a_finished_build_are_seen_without_scrolling(made: Program) -> None:
    made.window.resize(1366, 768)
    page = landed(made)
    buttons = page._outcome.findChildren(QPushButton)
    ways = [page._outcome.rota, page._outcome.see, page._outcome.use]
    for way in ways:
        assert not way.visibleRegion().isEmpty()
        assert way.visibleRegion().boundingRect() == way.rect(), way.text()
    assert [b for b in buttons if b.isVisible() and b.property("look") == "primary"] == [page._outcome.rota]
    assert page._outcome.rota.hasFocus() or not made.window.isActiveWindow()


def test_what_a_build_begins_from_stands_beside_the_choices_only(made: Program) -> None:
    page = landed(made)
    assert page.subtitle() == ""
    page._outcome.again.click()
    assert page.subtitle().startswith("går ut frå ")


def test_a_finished_build_is_taken_into_use_on_the_spot(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, document = landed(made), made.desk.document
    monkeypatch.setattr("ui.taking_into_use.choose", lambda *_: "ui.ask.cancel")
    page._outcome.use.click()
    assert document.plan.role is PlanRole.SCENARIO
    monkeypatch.setattr("ui.taking_into_use.choose", lambda *_: "ui.results.use")
    page._outcome.use.click()
    assert document.plan.role is PlanRole.TODAY
    assert "«Turnus frå 04.01.2027» er no turnusen dykkar." in words(made)
    assert not page._outcome.use.isVisible()
    document.undo_stack.undo()
    assert page._outcome.use.isVisible()


def test_vacant_lines_a_run_kept_are_told_of_beside_the_average(made: Program) -> None:
    made.desk.files.start_new(screens.sample())  # Solbakken: six lines nobody holds
    landed(made)
    assert "6 ledige stillingar og vikariat som framleis har timar, tel med etter, men ikkje før." in words(
        made
    )

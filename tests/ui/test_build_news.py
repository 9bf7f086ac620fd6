"""A build that ends while the user is elsewhere: nothing changes under her, and the way to it is shown."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.edits.scenarios import used_as_today
from heiltid.jobs import SolveReport, Status
from heiltid.model import PlanRole
from tests.ui import screens
from tests.ui.build_page import FAKE, PATIENCE, page_of, report_of
from ui.app import Program
from ui.building import BuildOptions, request_for
from ui.solve_job import JobEnd, JobEndKind


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """A program on the small sample, at the page of agreements."""
    with screens.program_at(tmp_path, "agreements") as program:
        yield program


def button(made: Program, name: str) -> QPushButton:
    found = made.window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def end_of_run(made: Program) -> None:
    """The engine answers with the rota of today."""
    document, page = made.desk.document, page_of(made)
    page._request = request_for(document.unit, document.plan, BuildOptions())
    page._ended(JobEnd(kind=JobEndKind.REPORT, report=report_of(document.file.plan(PlanRole.TODAY))))


def test_the_shown_plan_stays_and_the_new_one_is_offered(made: Program) -> None:
    document = made.desk.document
    before, plan = document.file, document.plan
    end_of_run(made)
    assert document.plan is plan  # nothing changed under her
    assert document.file.plans[:-1] == before.plans
    assert made.window.current.key == "agreements"
    assert button(made, "nav_build").text() == "Lag turnus ✓ ferdig"
    offer = button(made, "build_offer")
    assert offer.isVisible()
    assert offer.text() == "Framlegg 2 er klart: sjå her"
    document.undo_stack.undo()
    assert document.file is before


def test_the_offer_leads_to_the_outcome_and_its_buttons_to_the_new_plan(made: Program) -> None:
    document = made.desk.document
    plan = document.plan
    end_of_run(made)
    button(made, "build_offer").click()
    assert made.window.current.key == "build"
    assert document.plan is plan  # coming to look changes nothing either
    assert not button(made, "build_offer").isVisible()
    assert button(made, "nav_build").text() == "Lag turnus"
    words = [label.text() for label in page_of(made).findChildren(QLabel) if label.isVisible()]
    assert "Framlegg 2 er klart" in words
    assert any(line.startswith("Du arbeider framleis med Dagens turnus") for line in words)
    document.apply("nytt namn", replace(document.file, plans=tuple(document.file.plans)))
    button(made, "build_see").click()
    assert made.window.current.key == "results"
    assert document.plan.name == "Framlegg 2"


def test_an_outcome_stays_until_the_choices_are_asked_for(made: Program) -> None:
    made.window.show_page("build")
    end_of_run(made)
    assert made.desk.document.plan.name == "Framlegg 2"  # she was watching
    assert button(made, "build_see").isVisible()
    made.window.show_page("rota")
    made.window.show_page("build")
    assert button(made, "build_see").isVisible()
    button(made, "build_again").click()
    assert button(made, "build_start").isVisible()
    made.window.show_page("rota")
    made.window.show_page("build")
    assert button(made, "build_start").isVisible()
    again = button(made, "build_last_see")
    assert again.isVisible()
    again.click()
    assert button(made, "build_see").isVisible()


def test_a_new_proposal_begins_with_the_choices_past_the_outcome(made: Program) -> None:
    made.window.show_page("build")
    end_of_run(made)
    made.window.show_page("results")
    button(made, "results_new").click()
    assert made.window.current.key == "build"
    assert button(made, "build_start").isVisible()


def test_an_outcome_that_is_in_use_or_gone_gives_way_to_the_choices(made: Program) -> None:
    made.window.show_page("build")
    end_of_run(made)
    document = made.desk.document
    document.apply("bruk", used_as_today(document.file, len(document.file.plans) - 1), shown=0)
    made.window.show_page("rota")
    made.window.show_page("build")
    assert button(made, "build_start").isVisible()
    assert not button(made, "build_see").isVisible()


def test_undo_takes_the_ways_to_the_plan_away(made: Program) -> None:
    made.window.show_page("build")
    end_of_run(made)
    assert button(made, "build_see").isVisible()
    made.desk.document.undo_stack.undo()
    assert not button(made, "build_see").isVisible()
    assert button(made, "build_again").isVisible()


def test_a_unit_without_a_rota_keeps_showing_none_until_she_asks(made: Program) -> None:
    document = made.desk.document
    today = document.file.plan(PlanRole.TODAY)
    document.apply("utan turnus", replace(document.file, plans=()))
    page = page_of(made)
    page._request = request_for(document.unit, document.plan, BuildOptions())
    report = SolveReport(
        status=Status.FEASIBLE,
        plan=today,
        objective=(),
        bound_average_position_bp=None,
        fte_budget_bp=50_000,
        seconds=1.0,
        first_plan_seconds=0.5,
        seed=3,
        workers=2,
    )
    page._ended(JobEnd(kind=JobEndKind.REPORT, report=report))
    assert document.shown_index is None
    assert document.plan.is_empty
    button(made, "build_offer").click()
    assert page.subtitle() == ""  # the outcome is beside no choice
    page._outcome.again.click()
    assert page.subtitle() == "frå tomt: eininga har ingen turnus enno"
    page._last_see.click()
    button(made, "build_rota").click()
    assert document.plan is document.file.plans[0]


def test_the_sidebar_tells_how_far_a_build_has_come_and_that_it_failed(qtbot: QtBot, made: Program) -> None:
    made.desk.job._command = (sys.executable, FAKE, "hang")
    made.window.show_page("build")
    with qtbot.waitSignal(made.desk.job.progressed, timeout=PATIENCE):
        page_of(made).start()
    made.window.show_page("people")
    assert button(made, "nav_build").text() == "Lag turnus … 0 %"
    page_of(made)._running._began -= 24.0  # of the usual minute
    page_of(made)._tick()
    assert button(made, "nav_build").text() == "Lag turnus … 40 %"
    with qtbot.waitSignal(made.desk.job.ended, timeout=PATIENCE):
        made.desk.job._process.kill()
    assert button(made, "nav_build").text() == "Lag turnus: stogga"
    assert button(made, "build_offer").text() == "Bygginga stogga brått: sjå her"


def test_a_cancelled_build_leaves_no_trace_in_the_frame(qtbot: QtBot, made: Program) -> None:
    made.desk.job._command = (sys.executable, FAKE, "hang")
    made.window.show_page("build")
    with qtbot.waitSignal(made.desk.job.progressed, timeout=PATIENCE):
        page_of(made).start()
    made.window.show_page("people")
    with qtbot.waitSignal(made.desk.job.ended, timeout=PATIENCE):
        made.desk.job.cancel()
    assert button(made, "nav_build").text() == "Lag turnus"
    assert not button(made, "build_offer").isVisible()


def test_the_outcome_says_what_binds_and_leads_there(qtbot: QtBot, made: Program) -> None:
    document = made.desk.document
    unit = document.unit
    wanting = replace(
        unit,
        fte_budget_bp=sum(person.position_bp for person in unit.planned_employees),
        employees=tuple(replace(person, wanted_bp=10_000, max_bp=10_000) for person in unit.employees),
    )
    document.apply_unit("alle vil ha meir", wanting)
    made.window.show_page("build")
    end_of_run(made)
    why = made.window.findChild(QLabel, "build_why").text()
    assert "Ramma de har sett" in why
    assert "lovleg" not in why
    link = button(made, "build_to_staffing")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    assert made.window.current.key == "staffing"


def test_each_goal_says_what_it_means(made: Program) -> None:
    made.window.show_page("build")
    goals = page_of(made)._options.goals
    meaning = made.window.findChild(QLabel, "build_goal_meaning")
    assert meaning.text() == "Vel eit mål for å sjå kva det vil seie."
    told = set()
    for place in range(goals._list.count()):
        goals._list.setCurrentRow(place)
        told.add(meaning.text())
    assert len(told) == goals._list.count()

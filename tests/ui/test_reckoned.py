"""Figures of a proposal after the unit has changed: they are of the unit as it is now, and it is said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, engine_run, person, plan, row, unit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import Plan, PlanRole, Unit, UnitFile
from tests.ui import screens
from tests.ui.build_page import page_of, report_of
from ui.app import Program
from ui.building import BuildOptions, request_for
from ui.pages.results.comparison import ComparisonModel
from ui.reckoned_words import reckoned_words
from ui.run_record import NOT_KNOWN, KnownRuns

WARD = unit(
    employees=(person("1", 5_000, wanted_bp=10_000), person("2", 5_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
SELDOM = replace(WARD.employees[1], weekend_every=4)
FEWER = replace(WARD, demand=())
TODAY = plan(row("D1 D1 D1 - - - -", "1", 5_000), row("- - - D1 D1 - -", "2", 5_000))
SAID = "Framlegg 1 er rekna mot bemanninga slik ho er no."


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with screens.program_at(tmp_path, "build", UnitFile(unit=WARD, plans=(TODAY,))) as program:
        yield program


def land(made: Program, position_bp: int) -> None:
    """A run from what is shown gives the first one this position; its seed tells the runs apart."""
    document = made.desk.document
    found = replace(TODAY, rows=(replace(TODAY.rows[0], position_bp=position_bp), TODAY.rows[1]))
    report = replace(report_of(found, bound_bp=None), seed=position_bp)
    page_of(made)._land(request_for(document.unit, document.plan, BuildOptions()), report)
    screens.settle()


def beside(made: Program) -> str:
    return page_of(made)._outcome.beside.text()


def heads(made: Program) -> list[tuple[str, str]]:
    made.window.show_page("results")
    screens.settle()
    model = made.window.page("results").findChild(ComparisonModel)
    across = Qt.Orientation.Horizontal
    return [
        (
            model.headerData(place, across, Qt.ItemDataRole.DisplayRole),
            model.headerData(place, across, Qt.ItemDataRole.ToolTipRole),
        )
        for place in range(model.columnCount())
    ]


def test_beside_a_proposal_of_another_staffing_it_is_said_what_it_is_reckoned_against(made: Program) -> None:
    land(made, 6_000)
    document = made.desk.document
    document.apply_unit("bemanning", replace(document.unit, demand=()))
    land(made, 7_000)
    assert "Betre enn Framlegg 1: snittstilling 55,0 % → 60,0 %" in beside(made)
    assert beside(made).endswith(f"\n{SAID}")
    names, tips = zip(*heads(made), strict=True)
    assert names[1:] == ("Framlegg 1*", "Framlegg 2")
    assert SAID in tips[1]
    assert tips[2] == "Framlegg 2"


def seen(made: Program, page: str, name: str) -> str:
    made.window.show_page(page)
    screens.settle()
    found = made.window.page(page).findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text() if found.isVisible() else ""


def test_what_is_found_in_a_proposal_of_another_unit_is_told_to_be_by_the_unit_of_now(made: Program) -> None:
    land(made, 6_000)
    document = made.desk.document
    document.show_plan(len(document.file.plans) - 1)
    assert (seen(made, "rota", "rota_reckoned"), seen(made, "results", "scenario_mark")) == ("", "")
    document.apply_unit("helger", replace(document.unit, employees=(WARD.employees[0], SELDOM)))
    said = "Eininga er endra etter at Framlegg 1 blei laga: funna er etter slik ho er no."
    assert seen(made, "rota", "rota_reckoned") == said
    assert seen(made, "results", "scenario_mark").startswith("* rekna mot eininga slik ho er no")
    document.show_plan(0)
    assert seen(made, "rota", "rota_reckoned") == ""  # today's rota was made for no other unit


def test_where_the_unit_is_the_same_nothing_is_said(made: Program) -> None:
    land(made, 6_000)
    land(made, 7_000)
    assert "rekna mot" not in beside(made)
    assert [name for name, _ in heads(made)][1:] == ["Framlegg 1", "Framlegg 2"]


def proposal(seed: int) -> Plan:
    return replace(TODAY, name="Framlegg 1", role=PlanRole.SCENARIO, origin=engine_run(seed=seed))


@pytest.mark.parametrize(
    ("made_of", "was", "said"),
    [
        (proposal(1), FEWER, SAID),
        (proposal(1), replace(WARD, weeks=2), "Framlegg 1 er rekna mot eininga slik ho er no."),
        (proposal(1), WARD, ""),
        (proposal(1), None, ""),
        (TODAY, FEWER, ""),  # what is in use is of no other unit
    ],
)
def test_what_has_changed_is_named(made_of: Plan, was: Unit | None, said: str) -> None:
    assert reckoned_words(made_of, was, WARD) == said


def test_the_unit_of_a_run_is_that_of_the_last_one_known() -> None:
    runs = KnownRuns()
    runs.keep(proposal(1), NOT_KNOWN, FEWER)
    runs.keep(proposal(1), NOT_KNOWN, WARD)
    runs.keep(proposal(1), NOT_KNOWN)
    assert runs.unit_of(proposal(1)) == WARD
    assert runs.unit_of(proposal(2)) is None
    runs.keep(TODAY, NOT_KNOWN, FEWER)
    assert runs.unit_of(TODAY) is None  # of two without a run nothing tells that they are one

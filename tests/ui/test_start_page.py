"""The overview: the way in that fits what is there, and an order of Tab that follows the eye."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.edits.scenarios import used_as_today
from heiltid.texts import Language
from tests.ui.screens import close, program, sample, settle
from ui.app import Program
from ui.areas import stops
from ui.theme import ThemeName


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program_made = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    program_made.window.show()
    program_made.window.show_page("start")
    yield program_made
    close(program_made)


def primary(made: Program) -> list[str]:
    settle()
    found = made.window.page("start").findChildren(QPushButton)
    return [each.objectName() for each in found if each.property("look") == "primary" and each.isVisible()]


def test_the_one_button_to_press_is_a_new_unit_until_there_is_one(made: Program) -> None:
    assert primary(made) == ["start_new"]
    made.desk.files.start_new(sample("liten"))
    assert primary(made) == ["step_results"]  # it has shifts, demand, people and a scenario


def test_tab_goes_from_the_ways_in_to_the_steps_and_then_to_the_samples(made: Program) -> None:
    made.desk.files.start_new(sample("liten"))
    settle()
    names = [each.objectName() for each in stops(made.window.page("start"))]
    steps = ["step_shifts", "step_staffing", "step_people", "step_build", "step_results"]
    assert names[:8] == ["start_new", "start_open", "start_import", *steps]
    assert {name.split("_")[0] for name in names[8:]} == {"sample"}


def test_before_a_unit_is_open_no_steps_are_shown_for_one(made: Program) -> None:
    settle()
    page = made.window.page("start")
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(line.startswith("Inga eining er open.") for line in words)
    assert "Eining utan namn" not in words
    assert made.window.windowTitle() == "Heiltid[*]"
    assert page.findChild(QPushButton, "step_shifts") is None
    made.desk.files.start_new(sample("liten"))
    settle()
    assert page.findChild(QPushButton, "step_shifts").isVisible()


def test_a_rota_in_use_is_named_and_no_more_proposals_are_asked_for(made: Program) -> None:
    file = sample("liten")
    used = used_as_today(file, len(file.plans) - 1, name="Turnus frå 04.01.2027")
    made.desk.files.start_new(used)
    settle()
    page = made.window.page("start")
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "✓ i bruk: Turnus frå 04.01.2027" in words
    assert "ikkje enno" not in words
    assert primary(made) == ["step_results"]

"""The foot of the window says only what is so: what is saved, and what is uncovered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from tests.ui import screens
from ui.app import Program
from ui.figure_line import FigureLine
from ui.theme import ThemeName


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program = screens.program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    program.window.show()
    yield program
    screens.close(program)


def line_of(made: Program) -> FigureLine:
    found = made.window.findChild(FigureLine)
    assert isinstance(found, FigureLine)
    found.show_now()
    return found


def words(part: QWidget) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def test_before_a_unit_is_open_nothing_is_said_of_saving(made: Program) -> None:
    assert not any("lagra" in word for word in words(line_of(made)))
    assert any(label.text() == "Inga eining er open" for label in made.window.findChildren(QLabel))


def test_a_unit_that_stands_in_no_file_is_never_called_saved(made: Program, tmp_path: Path) -> None:
    document, files = made.desk.document, made.desk.files
    files.start_new(screens.sample("liten"))
    assert words(line_of(made))[-1].endswith("· ikkje lagra i noka fil")
    document.apply_unit("namn", replace(document.unit, name="Lia"))
    assert words(line_of(made))[-1].endswith("· ikkje lagra i noka fil")
    files.save(tmp_path / "lia.heiltid")
    assert words(line_of(made))[-1].endswith("· lagra")
    document.apply_unit("namn", replace(document.unit, name="Liane"))
    assert words(line_of(made))[-1].endswith("· ikkje lagra")


def test_uncovered_hours_wait_for_a_rota_and_explain_themselves(made: Program) -> None:
    document = made.desk.document
    made.desk.files.start_new(screens.sample("liten"))
    figure = line_of(made)._figures["open"]
    weeks = document.unit.weeks
    assert f"turnusen på {weeks} veker" in figure.toolTip()
    document.apply("utan turnus", replace(document.file, plans=()))
    line_of(made)
    assert "ingen turnus enno" in words(figure)

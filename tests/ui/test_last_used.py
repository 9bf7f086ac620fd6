"""The sample opens by itself; who has a unit of her own is shown the way to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from heiltid.store import save_unit
from heiltid.texts import Language
from tests.ui.screens import SAMPLES, close, program, sample, settle
from ui.app import Program
from ui.last_used import own_last
from ui.theme import ThemeName

SOLBAKKEN = SAMPLES / "solbakken.xlsx"


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program_made = program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    yield program_made
    close(program_made)


def own(folder: Path) -> Path:
    path = folder / "Lia avdeling 2.heiltid"
    save_unit(path, sample("liten"))
    return path


def press(made: Program, name: str) -> None:
    made.window.findChild(QPushButton, name).click()
    settle()


def test_the_strip_names_her_unit_and_one_click_opens_it_unasked(
    made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = own(tmp_path)
    made.settings.add_recent(SAMPLES / "liten.xlsx")
    made.settings.add_recent(path)
    made.settings.add_recent(SOLBAKKEN)  # as it is after each start without a file
    made.show(SOLBAKKEN)
    settle()
    strip = made.window.last_used
    assert strip.isVisible()
    assert strip.accessibleName() == "Dette er dømet Solbakken. Sist brukte du «Lia avdeling 2»."
    assert strip in made.window.areas()
    asked: list[object] = []
    monkeypatch.setattr("ui.commands.files.choose", lambda *words: asked.append(words) or "ui.ask.cancel")
    press(made, "last_used_open")
    assert asked == []
    assert made.desk.files.path == path
    assert not strip.isVisible()


def test_it_can_be_put_away_and_leaves_the_sample_open(made: Program, tmp_path: Path) -> None:
    made.settings.add_recent(own(tmp_path))
    made.show(SOLBAKKEN)
    press(made, "last_used_away")
    assert not made.window.last_used.isVisible()
    assert made.desk.document.unit.name.startswith("Solbakken")


def test_who_has_no_unit_of_her_own_or_chose_a_file_sees_none(made: Program, tmp_path: Path) -> None:
    made.settings.add_recent(SAMPLES / "liten.xlsx")
    made.show(SOLBAKKEN)
    assert not made.window.last_used.isVisible()
    path = own(tmp_path)
    made.show(path)
    assert not made.window.last_used.isVisible()
    made.window.files.open_path(SOLBAKKEN)  # asked for in the window: no surprise
    assert not made.window.last_used.isVisible()


def test_a_file_that_is_gone_is_not_offered(made: Program, tmp_path: Path) -> None:
    path = own(tmp_path)
    made.settings.add_recent(path)
    path.unlink()
    assert own_last(made.settings.recent) is None
    made.show(SOLBAKKEN)
    assert not made.window.last_used.isVisible()

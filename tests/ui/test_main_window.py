"""The window's frame: titles, closing, change of language, and what is said when something goes wrong."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.errors import StoreError
from heiltid.jobs import SolveRequest
from heiltid.store import open_unit
from heiltid.texts import Language
from tests.ui.screens import close, program, sample, settle
from tests.ui.standins import Asked, Told, edit
from ui.app import Program
from ui.commands import files
from ui.dialogs.settings import SettingsDialog
from ui.texts import language
from ui.theme import ThemeName, theme

ROOT = Path(__file__).parents[2]
MOST_LINES = 250
HANGS = (sys.executable, str(Path(__file__).with_name("fake_worker.py")), "hang")


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program_made = program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    program_made.desk.files.start_new(sample("liten"))
    program_made.window.show()
    yield program_made
    close(program_made)


def test_no_class_of_the_window_is_longer_than_one_can_read() -> None:
    found = {
        f"{path.relative_to(ROOT)}: {node.name}": node.end_lineno - node.lineno + 1
        for path in sorted(ROOT.joinpath("ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef) and node.end_lineno is not None
    }
    assert "ui/main_window.py: MainWindow" in found
    assert {name: lines for name, lines in found.items() if lines > MOST_LINES} == {}


def test_the_title_tells_unit_and_whether_it_is_saved(made: Program, tmp_path: Path) -> None:
    window = made.window
    edit(made)
    assert window.windowTitle() == "Lia[*] – Heiltid"
    assert window.isWindowModified()
    made.desk.files.save(tmp_path / "lia.heiltid")
    assert not window.isWindowModified()
    assert window.windowFilePath() == str(tmp_path / "lia.heiltid")
    made.desk.document.undo_stack.undo()
    assert window.isWindowModified()


def test_closing_what_is_saved_asks_nothing(made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Asked(monkeypatch)
    assert made.window.close()
    assert asked.headlines == []
    assert not made.window.isVisible()


def test_closing_asks_once_and_does_as_told(
    made: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    edit(made)
    asked = Asked(monkeypatch, "ui.ask.cancel")
    assert not made.window.close()
    assert made.window.isVisible()
    asked.answers = ["ui.ask.save"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert not made.window.close()  # she gave up naming the file: nothing may be lost
    asked.answers = ["ui.ask.save"]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "lia"), ""))
    assert made.window.close()
    assert len(asked.headlines) == 3
    assert open_unit(tmp_path / "lia.heiltid").unit.name == "Lia"


def test_closing_without_saving_leaves_no_copy(made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(made)
    made.desk.files.recovery.keep()
    assert list(made.settings.recovery_folder.glob("*.heiltid"))
    Asked(monkeypatch, "ui.ask.discard")
    assert made.window.close()
    assert list(made.settings.recovery_folder.iterdir()) == []


def test_a_save_that_fails_keeps_the_window_open(made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    edit(made)
    Asked(monkeypatch, "ui.ask.save")
    told = Told(monkeypatch, files)

    def full(path: Path | None = None) -> Path:
        raise StoreError("disk_full", name="lia.heiltid")

    monkeypatch.setattr(made.desk.files, "save", full)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("lia", ""))
    assert not made.window.close()
    assert "lia.heiltid" in told.said[0]
    assert made.desk.document.is_modified


def start_engine(qtbot: QtBot, made: Program) -> None:
    made.desk.job._command = HANGS
    unit = made.desk.document.unit
    made.window.show_page("build")
    made.desk.job.start(SolveRequest(unit=unit, today=made.desk.document.plan, time_limit_seconds=60))
    made.window.page("build")._watch()


def test_leaving_a_build_asks_once(qtbot: QtBot, made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    start_engine(qtbot, made)
    asked = Asked(monkeypatch, "ui.ask.stay", "ui.ask.leave")
    assert not made.window.close()
    assert made.desk.job.is_running
    assert made.window.close()
    assert len(asked.headlines) == 2
    qtbot.waitUntil(lambda: not made.desk.job.is_running)


def test_leaving_a_build_and_changes_is_still_one_question(
    qtbot: QtBot, made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_engine(qtbot, made)
    edit(made)
    asked = Asked(monkeypatch, "ui.ask.discard")
    assert made.window.close()
    assert len(asked.headlines) == 1


def test_another_unit_ends_the_build_of_the_old_one(qtbot: QtBot, made: Program) -> None:
    start_engine(qtbot, made)
    made.desk.files.start_new(sample("solbakken"))
    qtbot.waitUntil(lambda: not made.desk.job.is_running)
    settle()
    assert made.desk.document.file == sample("solbakken")  # no rota of the old unit has landed


def choose_look(
    made: Program, monkeypatch: pytest.MonkeyPatch, wanted: Language, look: ThemeName = ThemeName.LIGHT
) -> None:
    """Through the settings as the user does it."""

    def fill_in(dialog: SettingsDialog) -> bool:
        dialog.language.setCurrentIndex(dialog.language.findData(wanted))
        dialog.theme.setCurrentIndex(dialog.theme.findData(look))
        dialog.user.setText("  Åse  ")
        dialog.accept()
        return True

    monkeypatch.setattr(SettingsDialog, "exec", fill_in)
    made.window._owners["view"].settings()
    settle()


def test_another_language_keeps_document_undo_and_page(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(made)
    made.window.show_page("agreements")
    old, file = made.window, made.desk.document.file
    choose_look(made, monkeypatch, Language.ENGLISH, ThemeName.DARK)
    assert made.window is not old
    assert made.window.isVisible()
    assert (language(), made.settings.language, theme().is_dark) == (Language.ENGLISH, Language.ENGLISH, True)
    assert (made.window.current.key, made.window.current.title) == ("agreements", "Agreements")
    assert made.desk.document.file is file
    assert made.window.isWindowModified()
    assert made.settings.word("user") == "Åse"
    made.desk.document.undo_stack.undo()
    settle()
    assert made.window.windowTitle().startswith(sample("liten").unit.name)


def test_the_same_look_leaves_the_window_alone(made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    old = made.window
    choose_look(made, monkeypatch, Language.NYNORSK)
    assert made.window is old


def test_a_build_goes_on_in_the_other_language(
    qtbot: QtBot, made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    start_engine(qtbot, made)
    choose_look(made, monkeypatch, Language.BOKMAL)
    assert made.desk.job.is_running
    cancel = made.window.findChild(QPushButton, "build_cancel")
    assert cancel.isVisible()
    assert not made.window.findChild(QPushButton, "build_start").isEnabled()
    cancel.click()
    qtbot.waitUntil(lambda: not made.desk.job.is_running)
    settle()
    assert made.window.findChild(QPushButton, "build_start").isEnabled()
    assert not cancel.isVisible()


def test_what_is_undone_and_done_again_is_named_at_the_foot(made: Program) -> None:
    said: list[str] = []
    made.desk.status_said.connect(said.append)
    edit(made, "Lia 2")
    edit(made, "Lia 3")
    for name in ("undo", "undo", "redo"):
        action = made.window.findChild(QAction, f"action_{name}")
        assert isinstance(action, QAction)
        action.trigger()
    assert made.desk.document.unit.name == "Lia 2"
    assert said == [*["Angra: namn. Ctrl+Y gjer det om att."] * 2, "Gjort om att: namn. Ctrl+Z angrar."]

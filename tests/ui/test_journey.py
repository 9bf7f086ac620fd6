"""The whole journey with the real engine's process: import, build, edit, lock, rebuild, compare, papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.__main__ import worker_command
from heiltid.edits.cells import locked, with_cells
from heiltid.exchange.files import read_file
from heiltid.model import Cell, PlanRole
from heiltid.rules.finding import Severity
from heiltid.texts import Language
from tests.ui import screens
from ui.app import Program
from ui.dialogs.import_preview import ImportPreview
from ui.theme import ThemeName

FIRST_PLAN_MILLISECONDS = 90_000


def button(made: Program, name: str) -> QPushButton:
    found = made.window.findChild(QPushButton, name)
    assert isinstance(found, QPushButton), name
    return found


def build(qtbot: QtBot, made: Program) -> None:
    """Press "Build rota", wait for the first plan, and take it."""
    made.window.show_page("build")
    again = button(made, "build_again")
    if again.isVisible():
        qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(made, "build_start"), Qt.MouseButton.LeftButton)
    best = button(made, "build_use_best")
    qtbot.waitUntil(best.isEnabled, timeout=FIRST_PLAN_MILLISECONDS)
    with qtbot.waitSignal(made.desk.job.ended, timeout=FIRST_PLAN_MILLISECONDS):
        qtbot.mouseClick(best, Qt.MouseButton.LeftButton)


@pytest.mark.slow
def test_from_a_workbook_to_papers(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screens, "NO_WORKER", worker_command())
    made = screens.program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    document, window = made.desk.document, made.window
    window.show()

    monkeypatch.setattr(ImportPreview, "exec", lambda preview: preview.file is not None)
    bare = document.file
    window.files.import_path(screens.SAMPLES / "liten.xlsx")
    imported = document.file
    assert imported.plan(PlanRole.TODAY) is not None
    document.undo_stack.undo()
    assert document.file is bare  # an import is one step
    document.undo_stack.redo()

    build(qtbot, made)
    assert document.plan.role is PlanRole.SCENARIO
    assert document.plan.origin is not None
    assert document.file.plans[: len(imported.plans)] == imported.plans  # nothing is written over
    assert all(f.severity is not Severity.BREACH for f in document.judgement.findings)

    first = document.plan
    row = first.rows[0]
    day = next(place for place, cell in enumerate(row.cells) if cell.shift is not None)
    document.apply_plan("tøm", with_cells(document.plan, {(row.employee, day): Cell()}))
    document.apply_plan("lås", locked(document.plan, [(row.employee, day)], True))
    assert document.plan.rows[0].cells[day] == Cell(locked=True)

    build(qtbot, made)
    rebuilt = document.plan
    assert rebuilt is not first
    assert rebuilt.rows[0].cells[day].shift is None  # the lock held
    assert sum(plan.role is PlanRole.SCENARIO for plan in document.file.plans) == 2

    window.show_page("results")
    screens.settle()
    _papers(made, tmp_path, monkeypatch)
    saved = made.desk.files.save(tmp_path / "eining.heiltid")
    assert read_file(saved).file == document.file
    screens.close(made)


def _papers(made: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    exports = made.window._owners["exports"]
    for slot, name, start in (
        ("export_report", "drøfting.pdf", b"%PDF"),
        ("export_rota", "turnus.pdf", b"%PDF"),
        ("export_workbook", "resultat.xlsx", b"PK"),
    ):
        path = folder / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, path=path: (str(path), ""))
        getattr(exports, slot)()
        assert path.read_bytes().startswith(start)
    after = read_file(folder / "resultat.xlsx").file.plan(PlanRole.TODAY)
    assert after is not None
    assert [row.cells for row in after.rows] == [row.cells for row in made.desk.document.plan.rows]
    people = folder / "til folk"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(people))
    exports.export_people()
    exports.export_calendars()
    assert list(people.rglob("*.pdf"))
    assert all(path.read_bytes().startswith(b"BEGIN:VCALENDAR") for path in people.rglob("*.ics"))
    assert list(people.rglob("*.ics"))

"""The page inside the window: shortcuts reach the grid, and an open editor keeps its own keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from heiltid.model import Cell, PlanRow
from heiltid.texts import Language
from tests.ui.screens import close, program, sample, settle
from ui.app import Program
from ui.pages.rota import RotaPage
from ui.theme import ThemeName

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def made(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    found = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    found.desk.files.start_new(sample())
    found.window.show()
    found.window.show_page("rota")
    found.window.activateWindow()
    settle()
    yield found
    close(found)


def rota(made: Program) -> RotaPage:
    page = made.window.page("rota")
    assert isinstance(page, RotaPage)
    return page


def first_line(made: Program) -> PlanRow:
    return made.desk.document.plan.rows[0]


def test_the_keys_of_the_menus_reach_the_grid(made: Program) -> None:
    page = rota(made)
    before = first_line(made).cells
    day = next(day for day, cell in enumerate(before) if cell.shift is not None)
    page.grid.cells.go(0, day)
    page.grid.cells.setFocus()
    QTest.keyClick(page.grid.cells, Qt.Key.Key_C, CTRL)
    QTest.keyClick(page.grid.cells, Qt.Key.Key_Delete)
    assert first_line(made).cells[day] == Cell()
    QTest.keyClick(page.grid.cells, Qt.Key.Key_V, CTRL)
    assert first_line(made).cells[day] == before[day]
    QTest.keyClick(page.grid.cells, Qt.Key.Key_L, CTRL)
    assert first_line(made).cells[day].locked
    for _ in range(3):
        QTest.keyClick(page.grid.cells, Qt.Key.Key_Z, CTRL)
    assert first_line(made).cells is before


def test_delete_in_an_open_editor_is_the_editor_s(made: Program) -> None:
    page = rota(made)
    before = first_line(made).cells
    page.grid.cells.go(0, 0)
    editor = page.grid.cells.open_editor(page.grid.cells.currentIndex())
    assert editor is not None
    editor.setText("F3")
    editor.setCursorPosition(1)
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    assert editor.text() == "F"
    assert first_line(made).cells is before
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert page.grid.cells.codes.editor is None


def test_f6_goes_to_the_findings_and_escape_back(made: Program) -> None:
    page = rota(made)
    page.panel.findings.show_now()
    page.grid.cells.setFocus()
    QTest.keyClick(page.grid.cells, Qt.Key.Key_F6)
    assert page.panel.findings.view.hasFocus()
    QTest.keyClick(page.panel.findings.view, Qt.Key.Key_Escape)
    assert page.grid.cells.hasFocus()


def test_the_weeks_in_sight_are_remembered_when_the_window_is_made_anew(made: Program) -> None:
    rota(made).show_one_week()
    made._make_anew()
    settle()
    assert rota(made).grid.zoom.value == 1

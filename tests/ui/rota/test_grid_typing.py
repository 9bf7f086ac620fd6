"""Typing in the grid: codes complete themselves, go on to the next day, and can be undone to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heiltid.edits.cells import text_of_cell
from heiltid.model import Plan, UnitFile
from tests.ui.desk import desk, in_front
from ui.document import Document
from ui.pages.rota import RotaPage

WARD = unit(
    weeks=2,
    employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl")),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
FREE_WEEK = "- - - - - - -"


def file(first: str, second: str) -> UnitFile:
    return UnitFile(unit=WARD, plans=(plan(row(first, "1"), row(second, "2", 5_000)),))


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    made = desk(tmp_path, file(f"D1 A1 {FREE_WEEK} - - - - -", f"!N1 {FREE_WEEK} - - - - - -"))
    with in_front(made, RotaPage) as shown:
        shown.grid.cells.go(0, 2)
        shown.grid.cells.setFocus()
        yield shown


def line(page: RotaPage, row: int = 0) -> str:
    return " ".join(text_of_cell(cell) or "-" for cell in page.document.plan.rows[row].cells)


def keys(page: RotaPage, text: str) -> None:
    """Every key to whoever has the focus, as a keyboard sends it."""
    for letter in text:
        QTest.keyClicks(_focus(page), letter)


def press(
    page: RotaPage, key: Qt.Key, with_key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(_focus(page), key, with_key)


def _focus(page: RotaPage) -> object:
    return page.grid.cells.codes.editor or page.grid.cells


def place(page: RotaPage) -> tuple[int, int]:
    index: QModelIndex = page.grid.cells.currentIndex()
    return index.row(), index.column()


def test_a_row_of_codes_is_typed_without_any_other_key(page: RotaPage) -> None:
    keys(page, "d1a1n1")
    assert line(page) == "D1 A1 D1 A1 N1 - - - - - - - - -"
    assert place(page) == (0, 5)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Right])
def test_the_enter_after_a_code_that_was_accepted_by_itself_leads_nowhere(
    page: RotaPage, end: Qt.Key
) -> None:
    # Whoever types "a1", Enter, "d", Enter means two days of the same person.
    keys(page, "a1")
    press(page, end)
    assert place(page) == (0, 3)
    keys(page, "d")
    press(page, Qt.Key.Key_Tab)
    assert line(page) == "D1 A1 A1 D1 - - - - - - - - - -"
    assert line(page, 1).startswith("!N1 - - - -")
    assert place(page) == (0, 4)


def test_only_the_first_enter_is_left_alone_and_only_in_the_cell_beside(page: RotaPage) -> None:
    keys(page, "a1")
    press(page, Qt.Key.Key_Return)
    press(page, Qt.Key.Key_Return)
    assert place(page) == (1, 3)
    page.grid.cells.go(0, 2)
    keys(page, "d1")
    page.grid.cells.go(0, 6)
    press(page, Qt.Key.Key_Return)
    assert place(page) == (1, 6)


def test_letters_are_completed_and_enter_takes_them(page: RotaPage) -> None:
    keys(page, "d")
    editor = page.grid.cells.codes.editor
    assert editor is not None
    assert (editor.text(), editor.selectedText()) == ("d1", "1")
    press(page, Qt.Key.Key_Return)
    assert line(page).startswith("D1 A1 D1 -")
    assert place(page) == (1, 2)


def test_arrows_and_tab_go_on_from_an_open_editor(page: RotaPage) -> None:
    keys(page, "n")
    press(page, Qt.Key.Key_Tab)
    assert place(page) == (0, 3)
    keys(page, "l")  # L1 and L2: the first is offered
    press(page, Qt.Key.Key_Left)
    assert line(page).startswith("D1 A1 N1 L1 -")
    assert place(page) == (0, 2)


def test_an_unknown_code_stays_red_and_names_the_nearest(page: RotaPage) -> None:
    keys(page, "d9")
    press(page, Qt.Key.Key_Return)
    editor = page.grid.cells.codes.editor
    assert editor is not None
    assert editor.property("wrong") is True
    assert editor.accessibleDescription() == "«d9» er ingen kode her. Meinte du D1?"
    press(page, Qt.Key.Key_Escape)
    assert page.grid.cells.codes.editor is None
    assert line(page) == "D1 A1 - - - - - - - - - - - -"
    assert not page.document.undo_stack.canUndo()


def test_an_absence_over_a_shift_keeps_the_shift_below(page: RotaPage) -> None:
    page.grid.cells.go(0, 0)
    keys(page, "fe")
    assert line(page).startswith("(D1) FE A1")


def test_f2_edits_what_stands_there(page: RotaPage) -> None:
    page.grid.cells.go(0, 1)
    press(page, Qt.Key.Key_F2)
    editor = page.grid.cells.codes.editor
    assert editor is not None
    assert editor.text() == "A1"
    editor.setText("F3")
    press(page, Qt.Key.Key_Return)
    assert line(page).startswith("D1 F3 -")


def test_a_locked_cell_refuses_and_says_so(page: RotaPage, qtbot: QtBot) -> None:
    page.grid.cells.go(1, 0)
    with qtbot.waitSignal(page.desk.status_said) as said:
        keys(page, "d")
    assert "låst" in said.args[0]
    assert page.grid.cells.codes.editor is None
    page.clear()
    assert line(page, 1).startswith("!N1")
    page.toggle_lock()
    assert line(page, 1).startswith("N1 -")
    page.clear()
    assert line(page, 1).startswith("- -")


def test_ctrl_enter_fills_the_selection(page: RotaPage) -> None:
    page.grid.cells.select_box(range(0, 2), range(3, 5))
    keys(page, "d")
    press(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert line(page) == "D1 A1 - D1 D1 - - - - - - - - -"
    assert line(page, 1) == "!N1 - - D1 D1 - - - - - - - - -"


def test_a_shift_typed_on_the_weekly_day_off_moves_that_in_the_same_step(page: RotaPage) -> None:
    keys(page, "f1")
    assert line(page).startswith("D1 A1 F1 - - - -")
    page.grid.cells.go(0, 2)
    keys(page, "d1")
    assert line(page).startswith("D1 A1 D1 - - - F1")  # Wednesday 15:00 until next week's Monday
    page.document.undo_stack.undo()
    assert line(page).startswith("D1 A1 F1 - - - -")


def test_undo_leads_back_to_the_same_value(page: RotaPage) -> None:
    start = page.document.file
    keys(page, "d1a1")
    page.grid.cells.select_box(range(0, 2), range(0, 7))
    page.clear()
    page.toggle_lock()
    stack = page.document.undo_stack
    assert stack.count() == 4
    while stack.canUndo():
        stack.undo()
    assert page.document.file is start
    assert shown(page) == ["D1", "A1", "", "", "", "", ""]


def shown(page: RotaPage) -> list[str]:
    """What the first seven cells of the first line are painted from."""
    return [look.text if look else "" for look in page.grid.model.looks[0][:7]]


def test_a_block_goes_to_excel_and_back(page: RotaPage) -> None:
    page.grid.cells.select_box(range(0, 2), range(0, 2))
    page.copy()
    assert QGuiApplication.clipboard().text() == "D1\tA1\n!N1\t\n"
    page.grid.cells.go(0, 7)
    page.paste()
    assert line(page) == "D1 A1 - - - - - D1 A1 - - - - -"
    assert line(page, 1) == "!N1 - - - - - - !N1 - - - - - -"
    assert page.grid.cells.selected_box() == (range(0, 2), range(7, 9))


def test_one_code_is_pasted_into_every_selected_cell(page: RotaPage) -> None:
    QGuiApplication.clipboard().setText("A1\r\n")
    page.grid.cells.select_box(range(0, 2), range(5, 7))
    page.paste()
    assert line(page) == "D1 A1 - - - A1 A1 - - - - - - -"
    assert line(page, 1) == "!N1 - - - - A1 A1 - - - - - - -"


def test_a_paste_with_an_unknown_code_changes_nothing_and_says_why(page: RotaPage, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("A1\tQ7")
    start = page.document.plan
    with qtbot.waitSignal(page.desk.status_said) as said:
        page.paste()
    assert page.document.plan is start
    assert "Q7" in said.args[0]


def test_cut_leaves_free_days(page: RotaPage) -> None:
    page.grid.cells.select_box(range(0, 1), range(0, 2))
    page.cut()
    assert line(page) == "- - - - - - - - - - - - - -"
    assert QGuiApplication.clipboard().text() == "D1\tA1\n"


def test_a_colleague_s_shift_comes_back_in_exchange(page: RotaPage) -> None:
    document: Document = page.document
    page.grid.cells.select_box(range(0, 1), range(1, 2))
    page.grid.cells.dropped.emit(1, 1)  # onto a free day: moved
    assert (line(page)[:7], line(page, 1)[:9]) == ("D1 - - ", "!N1 - A1 ")
    page.grid.cells.select_box(range(1, 2), range(2, 3))
    page.grid.cells.dropped.emit(-1, -2)  # onto D1: swapped
    assert (line(page)[:7], line(page, 1)[:10]) == ("A1 - - ", "!N1 - D1 -")
    page.grid.cells.dropped.emit(1, 0)  # onto the locked night: nothing
    assert line(page, 1).startswith("!N1")
    assert document.undo_stack.count() == 2


def test_the_mouse_drags_a_cell(page: RotaPage) -> None:
    cells = page.grid.cells
    cells.go(0, 0)
    start = cells.visualRect(cells.grid.index(0, 0)).center()
    end = cells.visualRect(cells.grid.index(1, 3)).center()
    QTest.mousePress(cells.viewport(), Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(cells.viewport(), (start + end) / 2)
    QTest.mouseMove(cells.viewport(), end)
    QTest.mouseRelease(cells.viewport(), Qt.MouseButton.LeftButton, pos=end)
    assert line(page).startswith("- A1")
    assert line(page, 1).startswith("!N1 - - D1")
    assert place(page) == (1, 3)


def test_a_pull_from_a_shift_that_was_not_selected_says_how_to_move_it(page: RotaPage, qtbot: QtBot) -> None:
    cells = page.grid.cells
    cells.go(0, 6)
    before = page.document.plan
    with qtbot.waitSignal(page.desk.status_said) as said:
        pull(page, (0, 0), (0, 3))
    assert "Dra ein gong til" in said.args[0]
    assert page.document.plan is before
    with qtbot.assertNotEmitted(page.desk.status_said):
        pull(page, (1, 5), (1, 6))  # free days: somebody selects


def pull(page: RotaPage, start: tuple[int, int], end: tuple[int, int]) -> None:
    cells = page.grid.cells
    one, other = (cells.visualRect(cells.grid.index(*place)).center() for place in (start, end))
    QTest.mousePress(cells.viewport(), Qt.MouseButton.LeftButton, pos=one)
    QTest.mouseMove(cells.viewport(), other)
    QTest.mouseRelease(cells.viewport(), Qt.MouseButton.LeftButton, pos=other)


def test_selected_days_are_repeated_in_the_weeks_after(page: RotaPage) -> None:
    page.edits.fill_weeks({"1": [0, 1], "2": [0]}, 2)
    assert line(page) == "D1 A1 - - - - - D1 A1 - - - - -"
    assert line(page, 1) == "!N1 - - - - - - N1 - - - - - -"


def test_positions_follow_the_hours(page: RotaPage) -> None:
    # Two shifts of 7.5 h in two weeks of 35.5 h: 15 / 71 = 21.13 %, held up to the least, 100 %.
    # The night of 10 h: 10 / 71 = 14.08 %, held up to 50 %.
    before: Plan = page.document.plan
    page.positions_from_hours()
    assert page.document.plan is before

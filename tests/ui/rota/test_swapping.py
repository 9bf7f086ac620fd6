"""Two people swap a day: the two selected, or one with a colleague chosen; one step of undo each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, shift, unit
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.actions import ACTIONS
from ui.pages.rota import RotaPage

WARD = unit(
    shifts=(shift("D1", "07:30-15:00"), shift("A1", "15:00-22:00"), shift("N1", "21:45-07:45")),
    employees=tuple(
        person(number, name=f"{name} Berg")
        for number, name in zip("123", ("Anne", "Bea", "Cis"), strict=True)
    ),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
# Should Anne have the night on Tuesday she would be at work twice on Wednesday morning.
ROWS = plan(row("- D1 D1 - - - -", "1"), row("- A1 - - - - -", "2"), row("- N1 - - - - -", "3"))
ANNE, BEA = 0, 1
MONDAY, TUESDAY, WEDNESDAY = range(3)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(ROWS,))), RotaPage) as shown:
        settle()
        yield shown


def select(page: RotaPage, *places: tuple[int, int]) -> None:
    """As Ctrl and clicks do; the last is the current cell."""
    cells = page.grid.cells
    cells.go(*places[0])
    for row_number, day in places[1:]:
        index = cells.model().index(row_number, day)
        cells.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)


def names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions()]


def on_tuesday(page: RotaPage) -> list[str | None]:
    return [line.cells[TUESDAY].shift for line in page.document.plan.rows]


def test_two_cells_of_one_day_swap_from_the_menu(page: RotaPage) -> None:
    select(page, (ANNE, TUESDAY), (BEA, TUESDAY))
    menu = page.menu.made()
    next(action for action in menu.actions() if action.objectName() == "rota_menu_swap_two").trigger()
    assert on_tuesday(page) == ["A1", "D1", "N1"]
    assert page.news.words.text().startswith("Bytet: ")
    assert page.document.undo_stack.count() == 1
    page.document.undo_stack.undo()
    assert page.document.plan == ROWS


@pytest.mark.parametrize("places", [[(ANNE, TUESDAY)], [(ANNE, MONDAY), (BEA, TUESDAY)]])
def test_anything_else_selected_is_offered_no_swap_and_told_how(
    page: RotaPage, qtbot: QtBot, places: list[tuple[int, int]]
) -> None:
    select(page, *places)
    assert "rota_menu_swap_two" not in names(page.menu.made())
    assert "rota_menu_swap" in names(page.menu.made())
    with qtbot.waitSignal(page.desk.status_said) as said:
        page.swap_two()
    assert "same dagen" in said.args[0]
    assert page.document.plan is ROWS or page.document.plan == ROWS


def test_a_colleague_is_chosen_among_those_who_can(page: RotaPage) -> None:
    page.grid.cells.go(ANNE, TUESDAY)
    menu = page.swapping.made()
    offered = [action.text() for action in menu.actions() if action.data()]
    assert [words.split(" – ")[0] for words in offered] == ["Bea Berg · A1 15:00–22:00"]
    assert menu.actions()[-1].text() == "1 til kan ikkje byte utan å bryte ein regel"
    next(action for action in menu.actions() if action.data()).trigger()
    assert on_tuesday(page) == ["A1", "D1", "N1"]
    assert page.document.undo_stack.count() == 1


def test_what_a_swap_would_cost_stands_beside_the_name(page: RotaPage) -> None:
    page.grid.cells.go(ANNE, WEDNESDAY)
    (offer, *_) = [action.text() for action in page.swapping.made().actions() if action.data()]
    assert "Berg · fri – " in offer


def test_the_best_colleague_is_under_the_keys_at_once(page: RotaPage) -> None:
    page.grid.cells.go(ANNE, TUESDAY)
    assert page.swapping.made().activeAction().text().startswith("Bea Berg")


def test_a_locked_cell_stays_and_says_so(page: RotaPage, qtbot: QtBot) -> None:
    page.edits.toggle_lock([("2", TUESDAY)])
    select(page, (ANNE, TUESDAY), (BEA, TUESDAY))
    with qtbot.waitSignal(page.desk.status_said) as said:
        page.swap_two()
    assert said.args == ["Cella er låst og står som ho var. Ctrl+L låser opp."]
    assert on_tuesday(page) == ["D1", "A1", "N1"]


def test_both_ways_stand_in_the_menu_of_the_rota_with_keys() -> None:
    found = {entry.key: entry for entry in ACTIONS if entry.key.startswith("swap_")}
    assert {entry.menu for entry in found.values()} == {"rota"}
    assert all(entry.shortcut for entry in found.values())

"""The page of people: what it says of a unit just made, the menu of a line, who leaves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from builders import D1, N1, demand, unit
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import ALL_WEEKDAYS, UnitFile
from tests.ui.people_page import people, shown
from ui.places import Person, Place


def test_whoever_has_made_a_unit_is_told_what_was_filled_in(qtbot: QtBot, tmp_path: Path) -> None:
    made = unit(shifts=(D1, N1), demand=(demand(ALL_WEEKDAYS, "07:30-15:00", 2),), employees=())
    page = shown(qtbot, tmp_path, UnitFile(unit=made))
    words = page.empty.findChild(QLabel, "people_filled")
    assert words.text().startswith("Vakter og bemanning er alt fylte inn (vakter: 2, rader i bemanninga: 1).")
    went: list[str] = []
    page.desk.going_to.connect(lambda key, _: went.append(key))
    page.empty.to_shifts.click()
    page.empty.to_staffing.click()
    assert went == ["unit", "staffing"]
    bare = shown(qtbot, tmp_path, UnitFile(unit=unit(shifts=(), demand=(), employees=())))
    assert not bare.empty.to_shifts.isVisible()


def test_the_menu_of_a_line_opens_copies_shows_and_deletes(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.arrive(Person(employee="2"))
    assert page.table.selected_rows() == [1]
    went: list[tuple[str, object]] = []
    page.desk.going_to.connect(lambda key, target: went.append((key, target)))
    entries = {action.objectName(): action for action in page.menu().actions() if action.objectName()}
    assert [entry.text() for entry in entries.values()] == [
        "Opne skjemaet",
        "Vis i turnusen",
        "Lag arket (PDF) …",
        "Kopier til Excel",
        "Slett",
    ]
    assert entries["people_menu_rota"].isEnabled()
    entries["people_menu_rota"].trigger()
    assert went == [("rota", Place(employee="2"))]
    entries["people_menu_copy"].trigger()
    assert [line.split("\t")[1] for line in QGuiApplication.clipboard().text().splitlines()] == [
        "Namn",
        "Ola Berg",
    ]
    entries["people_menu_remove"].trigger()
    assert [who.name for who in people(page)] == ["Kari Vik"]
    page.document.undo_stack.undo()
    page.table.selectAll()
    able = {action.objectName(): action.isEnabled() for action in page.menu().actions()}
    assert (able["people_menu_open"], able["people_menu_rota"], able["people_menu_copy"]) == (
        False,
        False,
        True,
    )
    assert page.table.contextMenuPolicy() is Qt.ContextMenuPolicy.CustomContextMenu


def test_who_leaves_is_told_in_the_list_and_her_name_is_typed_without_it(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(qtbot, tmp_path)
    people = page.document.unit.employees
    leaving = replace(people[0], employed_to=date(2027, 1, 17))
    page.document.apply_unit("x", replace(page.document.unit, employees=(leaving, *people[1:])))
    cell = page.table.records_model.index(0, 1)
    assert cell.data() == f"{leaving.name} · sluttar 17.01.2027"
    assert cell.data(Qt.ItemDataRole.EditRole) == leaving.name
    assert "sluttar" not in page.table.as_text([0])

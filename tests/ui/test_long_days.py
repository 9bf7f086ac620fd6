"""The line on the page that builds: long shifts may stand on weekdays too, and the way out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import WEEKDAYS, WEEKEND, demand, person, unit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import Unit, UnitFile
from tests.ui.desk import desk, in_front
from ui.pages.build import BuildPage


def ward(*, willing: bool) -> Unit:
    people = tuple(person(number, long_shifts=willing) for number in "12")
    return unit(employees=people, demand=(demand(WEEKDAYS | WEEKEND, "07:30-22:00", 1),))


def days_of(found: Unit) -> set[frozenset[int]]:
    return {shift.days.weekdays for shift in found.shifts if shift.code.startswith("L")}


def test_long_shifts_are_limited_to_weekends_by_a_click_and_undone(qtbot: QtBot, tmp_path: Path) -> None:
    made = desk(tmp_path, UnitFile(unit=ward(willing=True), plans=()))
    said: list[str] = []
    made.status_said.connect(said.append)
    with in_front(made, BuildPage) as page:
        link = page.findChild(QPushButton, "build_long_weekends")
        assert link is not None
        assert link.isVisible()
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
        assert days_of(made.document.unit) == {WEEKEND}
        assert not link.isVisible()
        assert said == ["Langvaktene gjeld no berre helg og raude dagar."]
        made.document.undo_stack.undo()
        assert days_of(made.document.unit) == {WEEKDAYS | WEEKEND}
        assert link.isVisible()


@pytest.mark.usefixtures("qapp")
def test_where_nobody_takes_long_shifts_nothing_is_said(tmp_path: Path) -> None:
    with in_front(desk(tmp_path, UnitFile(unit=ward(willing=False), plans=())), BuildPage) as page:
        assert not page.findChild(QPushButton, "build_long_weekends").isVisible()

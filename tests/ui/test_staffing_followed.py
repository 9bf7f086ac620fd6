"""Where the target goes down with the least number it is said at once: nobody typed it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from builders import WEEKDAYS, demand, unit
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from tests.ui.desk import desk
from ui.figure_line import FigureLine
from ui.pages.staffing import StaffingPage
from ui.pages.staffing.table import LEAST, TARGET

DAY = demand(WEEKDAYS, "07:30-15:00", 3)
SAID = "Ønskt følgde med til 2; skriv 3 der om det framleis er ønskt."


def said(page: StaffingPage, column: int, text: str) -> list[str]:
    told: list[str] = []
    page.desk.status_said.connect(told.append)
    model = page.table.records_model
    model.write(0, column, text, model.records[0])
    page.desk.status_said.disconnect(told.append)
    return told


def shown(qtbot: QtBot, folder: Path) -> StaffingPage:
    page = StaffingPage(desk(folder, UnitFile(unit=unit(demand=(DAY,)))))
    qtbot.addWidget(page)
    page.show()
    page.shown()
    return page


def test_a_target_that_went_down_with_the_least_is_told(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    assert said(page, LEAST, "2") == [SAID]
    assert said(page, TARGET, "3") == []
    assert said(page, LEAST, "1") == []  # wanted 3 stays where it was
    assert page.document.unit.demand == (replace(DAY, minimum=1, target=3),)


def test_a_target_that_goes_up_with_it_needs_no_word(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    assert said(page, LEAST, "4") == []
    assert page.document.unit.demand[0].target == 4


def test_it_stands_at_the_foot_of_the_window_until_the_next_edit(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    line = FigureLine(page.desk)
    qtbot.addWidget(line)
    line.resize(1366, 40)
    said(page, LEAST, "2")
    assert line._said == SAID
    page.document.undo_stack.undo()
    assert line._said == ""

"""Among the results: how many wishes lack a day, beside the share of days, and the way to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.ui import screens, wishes_page
from ui.app import Program
from ui.pages.results.comparison import MEASURES

WISHES = next(place for place, measure in enumerate(MEASURES) if measure.key == "wishes")


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """Kari wants no nights on Mondays and has one, Ola is off as he wished."""
    with screens.program_at(tmp_path, "results", wishes_page.FILE) as program:
        yield program


def link(made: Program) -> QPushButton:
    found = made.window.findChild(QPushButton, "results_wishes")
    assert isinstance(found, QPushButton)
    return found


def test_wishes_are_counted_beside_the_days_and_lead_to_their_page(made: Program) -> None:
    words = "1 av 2 ønske har dagar som ikkje er oppfylte"
    assert link(made).text() == words
    table = made.window.findChild(QTableView, "scenario_table")
    assert isinstance(table, QTableView)
    tips = [
        str(table.model().index(WISHES, column).data(Qt.ItemDataRole.ToolTipRole))
        for column in range(table.model().columnCount())
    ]
    assert any(words in told for told in tips)
    went: list[str] = []
    made.desk.going_to.connect(lambda page, target: went.append(page))
    link(made).click()
    assert went == ["wishes"]


def test_a_single_wish_is_told_of_as_one(made: Program) -> None:
    unit = made.desk.document.unit
    told = []
    for wish in unit.wishes:
        made.desk.document.apply_unit("x", replace(unit, wishes=(wish,)))
        screens.settle()
        told.append(link(made).text())
    assert sorted(told) == ["Det eine ønsket er oppfylt", "Det eine ønsket har dagar som ikkje er oppfylte"]


def test_without_wishes_there_is_no_link(made: Program) -> None:
    made.desk.document.apply_unit("x", replace(made.desk.document.unit, wishes=()))
    screens.settle()
    assert link(made).isHidden()

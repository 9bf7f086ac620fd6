"""A click on a number below the rota where people lack asks who could take the shift."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, shift, unit
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.pages.rota import RotaPage

# Anne works by day, Bjørg is free: somebody lacks every evening.
WARD = unit(
    shifts=(shift("D1", "07:30-15:00"), shift("A1", "15:00-22:00")),
    employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl")),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1), demand(WEEKDAYS, "15:00-22:00", 1)),
)
ROWS = plan(row("D1 - D1 D1 D1 - -", "1"), row("- - - - - - -", "2", 5_000))
BY_DAY, EVENING = 0, 1
MONDAY, TUESDAY = 0, 1


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(ROWS,))), RotaPage) as shown:
        settle()
        yield shown


def click(page: RotaPage, line: int, day: int) -> None:
    view = page.grid.coverage
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=view.visualRect(view.model().index(line, day)).center(),
    )


def test_a_click_on_what_lacks_tells_it_and_offers_those_who_can(page: RotaPage, qtbot: QtBot) -> None:
    click(page, EVENING, TUESDAY)  # the morning lacks as well: it is the evening that was asked about
    assert page.takers.isVisible()
    assert page.takers.title.text() == "Kven kan ta A1 veke 1 tys 5. jan.?"
    assert "15:00–22:00" in page.takers.has_it.text()
    qtbot.waitUntil(lambda: bool(page.takers.list.takers))
    page.takers._give(page.takers.list.takers[0])
    taken = [line.cells[TUESDAY].shift for line in page.document.plan.rows]
    assert sorted(taken, key=str) == ["A1", None]


def test_a_click_where_enough_are_there_asks_nothing(page: RotaPage) -> None:
    click(page, BY_DAY, MONDAY)
    assert not page.takers.isVisible()


def test_hovering_tells_that_a_click_helps_only_where_people_lack(page: RotaPage) -> None:
    model = page.grid.coverage_model
    told = [model.index(line, MONDAY).data(Qt.ItemDataRole.ToolTipRole) for line in (BY_DAY, EVENING)]
    assert ["Klikk for å sjå kven" in words for words in told] == [False, True]

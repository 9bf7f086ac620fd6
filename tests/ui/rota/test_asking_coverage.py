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
from ui.document import Change, Document
from ui.pages.rota import RotaPage
from ui.pages.rota.coverage_model import CoverageModel

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


def test_hovering_tells_when_people_lack_and_how_many_are_there_then() -> None:
    # Three are asked for from 15:00 to 22:00. Two work all of it, the third leaves at 20:00.
    codes = (shift("A1", "15:00-22:00"), shift("A2", "15:00-20:00"))
    people = tuple(person(str(number)) for number in (1, 2, 3))
    ward = unit(shifts=codes, employees=people, demand=(demand(WEEKDAYS, "15:00-22:00", 3),))
    rows = (row(f"{code} - - - - - -", str(place)) for place, code in enumerate(("A1", "A1", "A2"), start=1))
    model = CoverageModel(Document(UnitFile(unit=ward, plans=(plan(*rows),))))
    model.refresh(Change())
    cell = model.index(0, MONDAY)
    assert cell.data() == "2▼"
    lines = cell.data(Qt.ItemDataRole.ToolTipRole).splitlines()
    assert lines[1:] == ["kl. 20:00–22:00: 2 av 3"]
    assert "0 av 3" in model.index(0, TUESDAY).data(Qt.ItemDataRole.ToolTipRole)


def test_hovering_tells_that_a_click_helps_only_where_people_lack(page: RotaPage) -> None:
    model = page.grid.coverage_model
    told = [model.index(line, MONDAY).data(Qt.ItemDataRole.ToolTipRole) for line in (BY_DAY, EVENING)]
    assert ["Klikk for å sjå kven" in words for words in told] == [False, True]

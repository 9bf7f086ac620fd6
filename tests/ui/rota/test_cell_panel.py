"""The panel on one cell: what is broken there stands first, with the edge of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.pages.rota import RotaPage
from ui.pages.rota.edged_words import EdgedWords
from ui.pages.rota.findings_list import Section
from ui.theme import theme

WARD = unit(weeks=3, employees=(person("1", name="Anne Berg"),), demand=(demand(WEEKDAYS, "07:30-15:00", 1),))
# The night ends 07:45 on Thursday, the day shift begins 07:30: a breach. The shift on
# Saturday is a day all by itself: a note.
FILE = UnitFile(unit=WARD, plans=(plan(row(" D1 D1 N1 D1 - D1 -" + " - - - - - - -" * 2, "1")),))
WEDNESDAY, THURSDAY, SATURDAY = 2, 3, 5


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, FILE), RotaPage) as shown:
        yield shown


def told(page: RotaPage, day: int) -> list[object]:
    """What is said of a cell, from the top: edged words, or the plain sentence."""
    page.grid.cells.go(0, day)
    page.panel.cell.show_cell("1", day)
    page.panel.cell.show_reasons()
    lines = page.panel.cell._reasons
    widgets = [lines.itemAt(place).widget() for place in range(lines.count())]
    return [entry if isinstance(entry, EdgedWords) else entry.text() for entry in widgets]  # type: ignore[union-attr]


def test_a_breach_stands_first_and_the_reason_after_it(page: RotaPage) -> None:
    lines = told(page, THURSDAY)
    edged = [entry for entry in lines if isinstance(entry, EdgedWords)]
    assert lines[0] is edged[0]
    assert edged[0].section is Section.BREACH
    assert edged[0].findChildren(QLabel)[0].text().startswith("Brot · ")
    breaches = sum(entry.section is Section.BREACH for entry in edged)
    assert str(lines[breaches]).startswith("Står her fordi ")
    order = [list(Section).index(entry.section) for entry in edged]
    assert order == sorted(order)


def test_the_night_that_breaks_the_next_day_s_rule_says_so(page: RotaPage) -> None:
    (first, *_) = told(page, WEDNESDAY)
    assert isinstance(first, EdgedWords)
    assert first.section is Section.BREACH


def test_a_breach_has_the_red_edge_of_its_card_and_a_note_the_other(page: RotaPage) -> None:
    page.panel.show_cell_part()
    edges = {}
    for day in (THURSDAY, SATURDAY):
        (first, *_) = [entry for entry in told(page, day) if isinstance(entry, EdgedWords)]
        settle()
        edges[first.section] = first.grab().toImage().pixelColor(1, first.height() // 2)
    assert edges[Section.BREACH] == QColor(theme().worse)
    assert edges[Section.NOTE] == QColor(theme().sidebar_mark)


@pytest.fixture
def crowd(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    """Twenty who all work the same days: nobody can take a shift of another."""
    people = tuple(person(str(number), name=f"Nr {number:02}") for number in range(1, 21))
    ward = unit(weeks=3, employees=people, demand=(demand(WEEKDAYS, "07:30-15:00", 20),))
    rows = plan(*(row(" D1 D1 D1 D1 D1 - -" * 3, entry.number) for entry in people))
    with in_front(desk(tmp_path, UnitFile(unit=ward, plans=(rows,))), RotaPage, (1100, 600)) as shown:
        shown.panel.show_cell_part()
        shown.grid.cells.go(0, 0)
        yield shown


def way(page: RotaPage, words: str) -> QPushButton | None:
    found = page.panel.cell.list.findChildren(QPushButton)
    return next((entry for entry in found if words in entry.text() and entry.isVisible()), None)


def pressed(page: RotaPage, qtbot: QtBot, words: str) -> None:
    """A link of the list, with the focus a click brings."""
    qtbot.waitUntil(lambda: way(page, words) is not None)
    made = way(page, words)
    assert made is not None
    made.setFocus()
    assert made.hasFocus()
    made.click()


def test_everybody_opens_in_sight_and_the_focus_stays_in_the_panel(crowd: RotaPage, qtbot: QtBot) -> None:
    panel = crowd.panel.cell
    qtbot.waitUntil(lambda: way(crowd, "Vis alle") is not None)
    reasons = panel._reasons.itemAt(0).widget()  # type: ignore[union-attr]
    pressed(crowd, qtbot, "Vis alle")
    assert panel.area.hasFocus()
    settle()
    bar = panel.area.verticalScrollBar()
    assert bar.maximum() > 0
    assert bar.value() == panel._heading.y() > 0
    assert panel._reasons.itemAt(0).widget() is reasons  # type: ignore[union-attr]


def test_a_shift_put_in_from_the_panel_leaves_the_focus_there(crowd: RotaPage, qtbot: QtBot) -> None:
    crowd.grid.cells.go(0, 5)
    pressed(crowd, qtbot, "Set inn")
    assert crowd.document.plan.rows[0].cells[5].shift is not None
    qtbot.waitUntil(lambda: way(crowd, "Set inn") is None)
    assert crowd.panel.cell.area.hasFocus()

"""The map of the cover: the names of its lines have room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from ui.charts.coverage_map import CoverageMap, CoverCell

LONG = "15:00–22:00 helsefagarbeidar"
CELL = CoverCell(state="enough", words="to på vakt")


def shown(qtbot: QtBot, *names: str, width: int = 900) -> CoverageMap:
    made = CoverageMap()
    qtbot.addWidget(made)
    made.show_cells(names, ("v1",), [[CELL] * 7 for _ in names])
    made.resize(width, 200)
    return made


@pytest.mark.parametrize("name", [LONG, "15:00–22:00 health care assistant"])
def test_the_longest_name_is_seen_whole(qtbot: QtBot, name: str) -> None:
    made = shown(qtbot, "D1", name)
    assert made.name_width(900) > made.fontMetrics().horizontalAdvance(name)
    assert shown(qtbot, "D1").name_width(900) < made.name_width(900)


def test_a_name_longer_than_its_room_is_told_beneath_the_pointer(qtbot: QtBot) -> None:
    made = shown(qtbot, LONG * 5)
    assert made.name_width(900) < 900 / 2
    assert made.words_at(QPoint(5, 100)) == LONG * 5
    assert made.words_at(QPoint(600, 100)) == CELL.words
    assert made.words_at(QPoint(600, 2)) == ""

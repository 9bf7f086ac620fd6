"""The room a table has: columns that share its width, and the row in sight as its height changes."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.screens import settle
from ui.models.records import Column
from ui.widgets.record_table import RecordTable


def test_the_row_one_types_in_stays_in_sight_as_the_table_gets_lower(qtbot: QtBot) -> None:
    table = RecordTable((Column(key="a", title="A", shown=str, parse=lambda line, typed: typed),), "lower")
    qtbot.addWidget(table)
    table.set_records(["D1"] * 7)
    table.show()
    table.resize(500, table.height_of(7))
    settle()
    table.edit_cell(6, 0)
    table.resize(500, table.height_of(4))
    settle()
    assert table.findChild(QLineEdit).geometry().bottom() <= table.viewport().height()
    table.resize(500, table.height_of(7))
    table.setCurrentIndex(table.model().index(0, 0))
    table.resize(500, table.height_of(4))
    settle()
    table.scrollToBottom()  # who has left the row behind is not taken back to it
    table.resize(500, table.height_of(3))
    settle()
    assert table.visualRect(table.currentIndex()).bottom() < 0


def test_columns_that_stretch_share_what_is_left_and_those_that_need_more_get_it(qtbot: QtBot) -> None:
    wide = Column(key="a", title="A", shown=str, stretches=True, least_width=300)
    narrow = Column(key="b", title="B", shown=str, stretches=True, least_width=60)
    table = RecordTable((narrow, wide, narrow), "shared")
    qtbot.addWidget(table)
    table.resize(502, 200)
    table.show()
    settle()
    room = table.viewport().width()
    # 300 for the one, the rest in two halves; the three shares would be 166 each, and 300 + 332 too wide
    assert [table.columnWidth(place) for place in range(3)] == [
        room - 300 - (room - 300) // 2,
        300,
        (room - 300) // 2,
    ]

"""Typing in a table: the list opens, words fit, Enter goes down, what is refused is told and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.screens import settle
from ui.models.records import Column
from ui.theme import ThemeName, apply_theme
from ui.widgets.basic import tip
from ui.widgets.record_table import RecordTable

KINDS = ("dag", "kveld", "hjelpefagarbeidar i lang vakt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row."""

    time: str
    kind: str


def _kind(line: Line, typed: str) -> Line:
    if typed not in KINDS:
        raise ValueError("Vel éin av: dag, kveld.")
    return replace(line, kind=typed)


COLUMNS = (
    Column(
        key="time",
        title="Frå",
        shown=lambda line: line.time,
        parse=lambda line, typed: replace(line, time=typed),
        width=50,
    ),
    Column(
        key="kind",
        title="Slag",
        shown=lambda line: line.kind,
        parse=_kind,
        choices=lambda: KINDS,
        width=70,
    ),
)


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> RecordTable:
    apply_theme(qapp, ThemeName.LIGHT)
    made = RecordTable(COLUMNS, "lines")
    made.set_records([Line(time="22:00", kind="kveld"), Line(time="07:30", kind="dag")])

    def keep(row: int, line: Line) -> None:
        lines = list(made.records_model.records)
        lines[row] = line
        made.set_records(lines)

    made.edited.connect(keep)
    qtbot.addWidget(made)
    made.resize(500, 240)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    return made


def editor(table: RecordTable) -> QLineEdit | QComboBox:
    found = table._cells.editor
    assert isinstance(found, QLineEdit | QComboBox)
    return found


def at(table: RecordTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


def test_a_time_fits_into_its_narrow_column(table: RecordTable) -> None:
    table.edit_cell(0, 0)
    line = editor(table)
    assert isinstance(line, QLineEdit)
    room = line.cursorRect  # the text starts inside the frame, and all of it is seen
    line.setCursorPosition(0)
    left = room().left()
    line.setCursorPosition(5)
    assert 0 <= left < room().right() <= line.width()
    assert line.width() >= line.fontMetrics().horizontalAdvance("22:00") + 10


def test_a_list_is_as_wide_as_its_longest_word(table: RecordTable) -> None:
    table.edit_cell(0, 1)
    assert editor(table).width() > editor(table).fontMetrics().horizontalAdvance(KINDS[2]) + 30
    assert editor(table).geometry().right() <= table.viewport().width()


def test_opening_the_list_keeps_it_open(table: RecordTable) -> None:
    table.edit_cell(0, 1)
    box = editor(table)
    assert isinstance(box, QComboBox)
    box.showPopup()
    settle()
    assert table._cells.editor is box
    assert box.view().isVisible()
    assert box.view().currentIndex().data() == "kveld"
    box.hidePopup()


def test_a_double_click_shows_the_choices(table: RecordTable) -> None:
    place = table.visualRect(table.model().index(1, 1)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    QTest.mouseRelease(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    settle()
    box = editor(table)
    assert isinstance(box, QComboBox)
    assert box.view().isVisible()
    QTest.keyClick(box.view(), Qt.Key.Key_Down)
    QTest.keyClick(box.view(), Qt.Key.Key_Return)
    settle()
    assert table.record(1).kind == KINDS[1]


def test_an_arrow_key_opens_the_list(table: RecordTable) -> None:
    table.edit_cell(0, 1)
    box = editor(table)
    assert isinstance(box, QComboBox)
    QTest.keyClick(box, Qt.Key.Key_Down)
    settle()
    assert box.view().isVisible()
    assert table.record(0).kind == "kveld"
    box.hidePopup()


def test_enter_goes_down_as_in_a_spreadsheet(table: RecordTable) -> None:
    table.edit_cell(0, 0)
    QTest.keyClicks(editor(table), "21:45")
    QTest.keyClick(editor(table), Qt.Key.Key_Return)
    settle()
    assert table.record(0).time == "21:45"
    assert (at(table), table._cells.editor) == ((1, 0), None)
    QTest.keyClick(table, Qt.Key.Key_Return)  # the last row: nowhere to go
    assert at(table) == (1, 0)
    table.show_row(0)
    QTest.keyClick(table, Qt.Key.Key_Enter)
    assert at(table) == (1, 0)


def test_what_is_refused_is_told_and_stays_to_be_put_right(
    table: RecordTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    show = "ui.widgets.record_table.QToolTip.showText"
    monkeypatch.setattr(show, lambda place, words, *more: told.append(words))
    table.edit_cell(0, 1)
    QTest.keyClicks(editor(table), "tull")
    QTest.keyClick(editor(table), Qt.Key.Key_Return)
    settle()
    assert told == ["Vel éin av: dag, kveld."]
    box = editor(table)
    assert isinstance(box, QComboBox)
    assert (at(table), box.currentText(), table.record(0).kind) == ((0, 1), "tull", "kveld")
    QTest.keyClicks(box, "dag")
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle()
    assert (table.record(0).kind, at(table)) == ("dag", (1, 1))


def test_what_is_refused_is_told_once_the_mouse_button_is_let_go(
    table: RecordTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    heard: list[str] = []
    held = [Qt.MouseButton.LeftButton]
    module = "ui.widgets.record_table"
    monkeypatch.setattr(f"{module}.QToolTip.showText", lambda place, words, *more: told.append(words))
    monkeypatch.setattr(f"{module}.QGuiApplication.mouseButtons", lambda: held[0])
    table.refused.connect(heard.append)
    table.edit_cell(0, 1)
    QTest.keyClicks(editor(table), "tull")
    table.setCurrentIndex(table.model().index(1, 0))  # as a click elsewhere begins: letting go ends a tooltip
    QTest.qWait(60)
    assert told == []
    held[0] = Qt.MouseButton.NoButton
    QTest.qWait(60)
    assert told == heard == ["Vel éin av: dag, kveld."]


@pytest.mark.parametrize(
    ("way", "wanted"), [("tab", "dag"), ("escape", "kveld"), ("reset", "kveld"), ("elsewhere", "dag")]
)
def test_a_list_that_is_left_speaks_no_more(table: RecordTable, way: str, wanted: str) -> None:
    table.edit_cell(0, 1)
    box = editor(table)
    QTest.keyClicks(box, "dag")  # a word of the list: losing the keyboard, it calls that a choice
    if way == "tab":
        QTest.keyClick(box, Qt.Key.Key_Tab)
    elif way == "escape":
        QTest.keyClick(box, Qt.Key.Key_Escape)
    elif way == "reset":
        table.set_records(table.records_model.records[:1])
    else:
        table.setCurrentIndex(table.model().index(1, 0))
    settle()  # a warning of Qt's would fail the test
    assert table.record(0).kind == wanted


def test_a_long_tooltip_is_broken_into_lines() -> None:
    assert tip("Kort & godt") == "Kort & godt"
    long = "Kor mange < dette & dette " * 4
    assert tip(long).startswith("<qt>Kor mange &lt; dette &amp; dette")


def test_a_row_that_was_just_made_is_wholly_in_sight(table: RecordTable) -> None:
    lines = [Line(time="07:30", kind="dag")] * 7
    table.set_records(lines)
    table.resize(500, 235)  # room for some rows and a half
    table.set_records([*lines, Line(time="22:00", kind="kveld")])
    table.edit_cell(7, 0)
    area = table.visualRect(table.model().index(7, 0))
    assert area.bottom() <= table.viewport().height()
    assert area.top() >= 0


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

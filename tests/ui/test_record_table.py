"""Typing in a table: the list opens, words fit, Enter goes down, what is refused is told and kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget
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


@pytest.mark.parametrize("kind", [KINDS[2], f"{KINDS[2]} i helga"])
def test_the_words_of_a_list_are_seen_from_their_first_letter(table: RecordTable, kind: str) -> None:
    table.set_records([Line(time="22:00", kind=kind)])
    table.edit_cell(0, 1)
    box = editor(table)
    assert isinstance(box, QComboBox)
    settle()
    line = box.lineEdit()
    assert line.cursorPosition() == len(kind)
    assert line.cursorPositionAt(QPoint(0, line.height() // 2)) == 0


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


@pytest.mark.parametrize("is_current", [False, True])
@pytest.mark.parametrize("column", [0, 1])
def test_a_double_click_whose_button_is_let_go_late_stays_open(
    table: RecordTable, column: int, is_current: bool
) -> None:
    # A release of the window's own goes where Qt sends it: to a list that stands open, if one does.
    window, viewport = table.windowHandle(), table.viewport()
    place = table.visualRect(table.model().index(1, column)).center()
    pressed = viewport.mapTo(table, place)
    if is_current:
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=pressed)
        QTest.qWait(60)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=pressed)
    QTest.mouseDClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(place))
    QTest.qWait(60)  # a finger is slower than a timer
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=pressed)
    QTest.qWait(100)
    assert at(table) == (1, column)
    field = editor(table)
    assert isinstance(field, QComboBox) is (column == 1)
    assert column == 0 or field.view().isVisible()
    assert field.hasFocus() or column == 1


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


def _choose(box: QComboBox, way: str) -> None:
    """The first choice of a list, by the keyboard or the mouse."""
    QTest.keyClick(box, Qt.Key.Key_Down)
    settle()
    view = box.view()
    if way == "arrows":
        QTest.keyClick(view, Qt.Key.Key_Home)
        QTest.keyClick(view, Qt.Key.Key_Return)
    else:
        QTest.qWait(QApplication.doubleClickInterval() + 20)  # a click before that is part of the opening one
        place = view.visualRect(box.model().index(0, 0)).center()
        QTest.mouseMove(view.viewport(), place)
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def _press(key: Qt.Key) -> None:
    """A user's key, wherever the keyboard is."""
    QTest.keyClick(QApplication.focusWidget(), key)
    settle()


@pytest.fixture
def beside(table: RecordTable, qtbot: QtBot) -> Iterator[QPushButton]:
    """A button after the table: where Tab goes when it leaves it."""
    frame = QWidget()
    qtbot.addWidget(frame)
    column = QVBoxLayout(frame)
    made = QPushButton("Ny vakt")
    for widget in (table, made):
        column.addWidget(widget)
    frame.resize(520, 300)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    table.setFocus()
    yield made
    table.setParent(None)


@pytest.mark.usefixtures("beside")
@pytest.mark.parametrize("way", ["arrows", "click"])
@pytest.mark.parametrize(("key", "row"), [(Qt.Key.Key_Tab, 1), (Qt.Key.Key_Backtab, 0)])
def test_tab_goes_on_typing_after_a_choice(table: RecordTable, way: str, key: Qt.Key, row: int) -> None:
    table.edit_cell(0, 0)
    _press(Qt.Key.Key_Tab)
    box = editor(table)
    assert isinstance(box, QComboBox)
    _choose(box, way)
    assert (table.record(0).kind, at(table)) == (KINDS[0], (0, 1))
    _press(key)
    assert (QApplication.focusWidget(), at(table)) == (editor(table), (row, 0))
    QTest.keyClicks(editor(table), "22:15")
    _press(Qt.Key.Key_Tab)
    assert table.record(row).time == "22:15"


@pytest.mark.usefixtures("beside")
def test_tab_goes_on_typing_after_enter(table: RecordTable) -> None:
    table.edit_cell(1, 0)  # the last row, as a new one is: Enter stays there
    QTest.keyClicks(editor(table), "06:45")
    _press(Qt.Key.Key_Return)
    _press(Qt.Key.Key_Tab)
    assert (table.record(1).time, at(table)) == ("06:45", (1, 1))
    assert QApplication.focusWidget() is editor(table)


def test_tab_leaves_the_table_where_nothing_is_being_typed(table: RecordTable, beside: QPushButton) -> None:
    table.edit_cell(0, 1)
    box = editor(table)
    assert isinstance(box, QComboBox)
    _choose(box, "arrows")
    _press(Qt.Key.Key_Escape)
    _press(Qt.Key.Key_Tab)
    assert beside.hasFocus()
    table.setFocus(Qt.FocusReason.BacktabFocusReason)
    _press(Qt.Key.Key_Tab)
    assert beside.hasFocus()


def test_tab_passes_what_is_not_typed_and_stops_at_a_tick(qtbot: QtBot, qapp: QApplication) -> None:
    apply_theme(qapp, ThemeName.LIGHT)
    read_only = Column(key="reckoned", title="Timar", shown=lambda line: "7,5 t")
    ticked = Column(
        key="ticked",
        title="Med",
        shown=lambda line: line.kind,
        parse=lambda line, typed: line,
        checked=lambda line: True,
    )
    made = RecordTable((COLUMNS[0], read_only, ticked, read_only, COLUMNS[1]), "lines")
    made.set_records([Line(time="22:00", kind="kveld")])
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.edit_cell(0, 0)
    _press(Qt.Key.Key_Tab)
    assert (at(made), made._cells.editor, made.hasFocus()) == ((0, 2), None, True)
    _press(Qt.Key.Key_Tab)
    assert (at(made), isinstance(made._cells.editor, QComboBox)) == ((0, 4), True)
    _press(Qt.Key.Key_Backtab)
    _press(Qt.Key.Key_Backtab)
    assert (at(made), isinstance(made._cells.editor, QLineEdit)) == ((0, 0), True)

"""Words wider than their cell: whole under the mouse, and a note stands on a line of its own."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QStyleOptionViewItem, QToolTip
from pytestqt.qtbot import QtBot

from ui.models.records import Column
from ui.widgets.column_room import column_room
from ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    name: str
    note: str = ""


def table(qtbot: QtBot, line: Line, width: int) -> RecordTable:
    column = Column(
        key="name", title="Namn", shown=lambda line: line.name, note=lambda line: line.note, width=width
    )
    made = RecordTable((column,), "cells")
    qtbot.addWidget(made)
    made.set_records([line])
    made.resize(500, 120)
    made.show()
    return made


def said(made: RecordTable, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the first cell tells under the mouse."""
    words: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda *told: words.append(told[1]))
    index = made.model().index(0, 0)
    option = QStyleOptionViewItem()
    made.initViewItemOption(option)
    option.rect = made.visualRect(index)
    place = option.rect.center()
    event = QHelpEvent(QEvent.Type.ToolTip, place, made.viewport().mapToGlobal(place))
    made.itemDelegate().helpEvent(event, made, option, index)
    return words


def test_what_is_cut_is_told_and_what_is_not_is_not(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    line = Line(name="Ingunn Margrethe Haugstad")
    assert said(table(qtbot, line, 70), monkeypatch) == ["Ingunn Margrethe Haugstad"]
    assert said(table(qtbot, line, 400), monkeypatch) == []


def picture(made: RecordTable) -> QImage:
    return made.viewport().grab(made.visualRect(made.model().index(0, 0))).toImage()


def dark_rows(image: QImage) -> int:
    """How many rows of pixels have writing on them."""
    return sum(
        any(image.pixelColor(x, y).lightness() < 128 for x in range(image.width()))
        for y in range(2, image.height() - 2)
    )


def test_a_note_that_does_not_fit_behind_stands_below(qtbot: QtBot) -> None:
    alone = dark_rows(picture(table(qtbot, Line(name="Siri Holm"), 130)))
    noted = table(qtbot, Line(name="Siri Holm", note="sluttar 17.01.2027"), 130)
    wide = table(qtbot, Line(name="Siri Holm", note="sluttar 17.01.2027"), 400)
    assert dark_rows(picture(noted)) > alone + 5  # a second line
    assert dark_rows(picture(wide)) <= alone + 4  # behind the name
    assert noted.model().index(0, 0).data() == "Siri Holm · sluttar 17.01.2027"  # read aloud as before


def test_a_column_has_room_for_heading_and_words(qtbot: QtBot) -> None:
    short, long = column_room("Namn", "a"), column_room("Namn", "bør tilbydast no og med ein gong")
    assert long > short
    assert column_room("Ein lang\noverskrift") < column_room("Ein lang overskrift")
    assert column_room("Namn", least=300) == 300

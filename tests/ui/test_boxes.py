"""Fields to fill in: what the wheel does over them, and dates typed as people write them."""

from __future__ import annotations

import re
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QSpinBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.screens import ROOT
from ui.dialogs.new_unit import NewUnit
from ui.widgets.basic import scrolled
from ui.widgets.boxes import ChoiceBox, NumberBox
from ui.widgets.date_box import DateBox

FIELD = r"Q(ComboBox|FontComboBox|(Double)?SpinBox|(Date|Time|DateTime)Edit|Slider|Dial)"
BARE_FIELDS = re.compile(rf"\b{FIELD}\(|^class \w+\(.*\b{FIELD}\b")  # made, or the base of a class
OURS = ("ui/widgets/boxes.py",)


def test_the_program_makes_no_field_the_wheel_could_change() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {line.strip()}"
        for path in sorted((ROOT / "ui").rglob("*.py"))
        if path.relative_to(ROOT).as_posix() not in OURS
        for line in path.read_text(encoding="utf-8").splitlines()
        if BARE_FIELDS.search(line)
    ]
    assert found == []


def taken(over: QWidget) -> bool:
    """One notch towards the user; whether the field kept it. Qt hands what is not kept on to the page."""
    event = QWheelEvent(
        QPointF(5, 5),
        QPointF(over.mapToGlobal(QPoint(5, 5))),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(over, event)
    return event.isAccepted()


def page_with(qtbot: QtBot, field: QWidget) -> QScrollArea:
    content = QWidget()
    content.setMinimumHeight(2000)
    QVBoxLayout(content).addWidget(field, alignment=Qt.AlignmentFlag.AlignTop)
    area = scrolled(content)
    qtbot.addWidget(area)
    area.resize(300, 200)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    return area


@pytest.mark.parametrize("focused", [False, True])
def test_the_wheel_over_a_list_is_the_pages(qtbot: QtBot, focused: bool) -> None:
    box = ChoiceBox()
    box.addItems(["kvar 3. helg", "kvar 4. helg", "aldri"])
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.setFocus() if focused else box.clearFocus()
    assert not taken(box)
    assert box.currentText() == "kvar 3. helg"


def test_a_plain_list_would_have_changed(qtbot: QtBot) -> None:
    box = QComboBox()
    box.addItems(["kvar 3. helg", "kvar 4. helg"])
    qtbot.addWidget(box)
    assert taken(box)
    assert box.currentText() == "kvar 4. helg"


def test_the_wheel_over_a_number_is_the_pages(qtbot: QtBot) -> None:
    box = NumberBox()
    box.setValue(6)
    qtbot.addWidget(box)
    assert not taken(box)
    assert not taken(box.lineEdit())
    assert box.value() == 6


def test_the_wheel_over_a_date_is_the_pages(qtbot: QtBot) -> None:
    box = DateBox(date(2026, 11, 23))
    qtbot.addWidget(box)
    assert not taken(box)
    assert box.date() == date(2026, 11, 23)


def test_the_wheel_does_not_take_the_keyboard(qtbot: QtBot) -> None:
    for box in (ChoiceBox(), NumberBox()):
        qtbot.addWidget(box)
        assert box.focusPolicy() is Qt.FocusPolicy.StrongFocus


def test_a_number_stands_in_from_the_edge_as_in_a_line(qtbot: QtBot) -> None:
    assert NumberBox().lineEdit().textMargins().left() > QSpinBox().lineEdit().textMargins().left()


def test_a_date_come_to_by_tab_is_written_over(qtbot: QtBot) -> None:
    box = DateBox(date(2026, 11, 23))
    area = page_with(qtbot, box)
    box.clearFocus()
    box.setFocus(Qt.FocusReason.TabFocusReason)
    assert area.isVisible()
    assert box.selectedText() == "23.11.2026"
    QTest.keyClicks(box, "04.01.2027")
    assert box.date() == date(2027, 1, 4)


def test_what_is_no_date_stays_as_it_was_typed_and_is_told_of(qtbot: QtBot) -> None:
    box = DateBox(date(2026, 11, 23))
    qtbot.addWidget(box)
    box.setText("31.02.2027")
    assert (box.date(), box.text()) == (None, "31.02.2027")
    assert box.trouble() == "Skriv datoen som 04.01.2027."
    box.allow(date(2027, 1, 4), date(2027, 2, 14))
    box.setText("15.02.2027")
    assert box.trouble() == "Skriv ein dato frå 04.01.2027 til 14.02.2027."


def test_the_calendar_puts_the_day_into_the_line(qtbot: QtBot) -> None:
    box = DateBox(date(2026, 11, 23))
    area = page_with(qtbot, box)
    assert area.isVisible()
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.calendar is not None
    box.calendar.setSelectedDate(box.calendar.selectedDate().addDays(7))
    box.calendar.clicked.emit(box.calendar.selectedDate())
    assert box.text() == "30.11.2026"
    assert box.calendar is None


def test_a_new_unit_that_would_begin_on_a_wednesday_is_not_made(qtbot: QtBot) -> None:
    dialog = NewUnit()
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()
    dialog.start.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(dialog.start, "06.01.2027")  # a Wednesday
    dialog.accept()
    assert dialog.file is None
    told = "06.01.2027 er ein onsdag. Turnusen tek til på ein måndag: 04.01.2027 eller 11.01.2027."
    assert dialog.trouble == told
    dialog.start.setText("04.01.2027")
    assert dialog.trouble == ""
    dialog.accept()
    assert dialog.file is not None
    assert dialog.file.unit.start == date(2027, 1, 4)

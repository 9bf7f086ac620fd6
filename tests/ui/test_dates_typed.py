"""Dates wherever they are typed: short forms are taken, and a calendar can be opened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import MONDAY, unit
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from heiltid.model import Absence, Agreement, UnitFile
from heiltid.rules.finding import Signer
from tests.ui.desk import desk
from tests.ui.people_page import people, shown, typed
from ui.pages.agreements.lines import AgreementLine, with_date
from ui.pages.unit import UnitPage
from ui.places import Person
from ui.typed import days_typed
from ui.widgets.date_box import DateBox
from ui.widgets.form_fields import DateField

LINE = AgreementLine(
    paragraph="10-5 (2)",
    employee=None,
    signer=Signer.EMPLOYEE,
    use=None,
    row=Agreement(paragraph="10-5 (2)"),
)


@pytest.mark.parametrize("text", ["17.1.27", "17.01.2027", "17/1-27"])
def test_a_box_for_a_date_takes_short_forms(qtbot: QtBot, text: str) -> None:
    box = DateBox(None)
    qtbot.addWidget(box)
    box.setText(text)
    assert (box.trouble(), box.date()) == ("", date(2027, 1, 17))


def test_somebody_leaves_on_a_date_typed_short_or_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.arrive(Person(employee="1"))
    assert typed(page, "to", "17.1.27") == ""
    assert people(page)[0].employed_to == date(2027, 1, 17)
    field = page.form.editors["to"]
    assert isinstance(field, DateField)
    assert field.editor.text() == "17.01.2027"
    box = field.editor
    assert isinstance(box, DateBox)
    box.open_calendar()
    assert box.calendar is not None
    box.calendar.clicked.emit(box.calendar.selectedDate().addDays(1))
    assert people(page)[0].employed_to == date(2027, 1, 18)
    assert typed(page, "to", "") == ""
    assert people(page)[0].employed_to is None


def test_an_absence_is_typed_short_and_chosen_in_its_cell(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.arrive(Person(employee="2"))
    absences = page.form.absences
    absences.first.setText("6/1-27")
    absences.last.setText("7.1.27")
    absences.add()
    made = Absence(employee="2", first=date(2027, 1, 6), last=date(2027, 1, 7), code="FE")
    assert made in page.document.unit.absences
    table = absences.table
    table.edit(table.model().index(0, 1), QAbstractItemView.EditTrigger.AllEditTriggers, None)
    (box,) = table.findChildren(DateBox)
    QTest.keyClick(box, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert box.calendar is not None
    box.calendar.clicked.emit(box.calendar.selectedDate().addDays(1))
    assert replace(made, last=date(2027, 1, 8)) in page.document.unit.absences


def test_the_start_of_the_rota_and_an_agreements_date_too(qtbot: QtBot, tmp_path: Path) -> None:
    page = UnitPage(desk(tmp_path, UnitFile(unit=unit())))
    qtbot.addWidget(page)
    page.shown()
    field = page.unit_card.editors["start"]
    assert isinstance(field, DateField)
    field.editor.setText("11.1.27")
    field.editor.editingFinished.emit()
    assert page.document.unit.start == date(2027, 1, 11)
    row = with_date(LINE, "4/1-27").row
    assert row is not None
    assert row.signed_on == MONDAY
    with pytest.raises(ValueError, match="dato"):
        with_date(LINE, "i går")


def test_dates_in_a_list_of_days() -> None:
    assert days_typed("17.5.27; 24/12-26").dates == {date(2027, 5, 17), date(2026, 12, 24)}

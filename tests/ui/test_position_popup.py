"""Why somebody has the position she has: asked in the results, in the rota, and on paper for one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui import screens
from ui.app import Program
from ui.pages.results import ResultsPage
from ui.pages.results.people_cards import PeopleCards
from ui.pages.rota import RotaPage
from ui.pages.rota.people_model import POSITION
from ui.pages.rota.people_view import PADDING, WIDTHS
from ui.position_reasons import ShownReasons
from ui.texts import position


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    with screens.program_at(tmp_path / "settings", "results") as program:
        yield program


def cards_of(made: Program) -> PeopleCards:
    page = made.window.page("results")
    assert isinstance(page, ResultsPage)
    return page.people


def rota_of(made: Program) -> RotaPage:
    """The page of the rota, in front and filled."""
    made.window.show_page("rota")
    screens.settle()
    page = made.window.page("rota")
    assert isinstance(page, RotaPage)
    return page


def lacking(made: Program) -> tuple[int, str]:
    """The first person of the chart who wants more than the shown plan gives her."""
    cards, reasons = cards_of(made), ShownReasons(made.desk.document)
    for line, number in enumerate(cards.numbers):
        found = reasons.why(number)
        if found is not None and found.missing_bp and "?" in reasons.title(number):
            return line, number
    raise AssertionError("nobody lacks anything in the sample")


def test_a_click_on_a_name_tells_why(made: Program) -> None:
    cards = cards_of(made)
    line, number = lacking(made)
    QTest.mouseClick(cards.people, Qt.MouseButton.LeftButton, pos=cards.people.line_box(line).center())
    name = made.desk.document.unit.employee_by_number()[number].name
    assert cards.popup.isVisible()
    assert cards.popup.title.text() == f"Kvifor ikkje meir for {name}?"
    assert cards.popup.words.text().count("\n\n") >= 1  # what is lacking, and at least one reason
    assert cards.popup.height() >= cards.popup.words.heightForWidth(cards.popup.words.width())
    cards.popup.hide()


def test_arrows_and_enter_ask_as_a_click_does(made: Program) -> None:
    cards = cards_of(made)
    QTest.keyClick(cards.people, Qt.Key.Key_Down)
    QTest.keyClick(cards.people, Qt.Key.Key_Down)
    QTest.keyClick(cards.people, Qt.Key.Key_Return)
    name = made.desk.document.unit.employee_by_number()[cards.numbers[1]].name
    assert name in cards.popup.title.text()
    cards.popup.hide()


def test_the_tip_of_a_name_in_the_rota_has_the_same_reasons(made: Program) -> None:
    _, number = lacking(made)
    page = rota_of(made)
    row = page.grid.model.row_of(number)
    assert row is not None
    tip = page.grid.people_model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)
    reasons = ShownReasons(made.desk.document).sentences(number)
    assert len(reasons) > 1
    assert reasons[0] in tip
    assert "<br>" in tip  # rich text: it is wrapped


def test_an_edit_is_answered_anew(made: Program) -> None:
    document, (_, number) = made.desk.document, lacking(made)
    reasons = ShownReasons(document)
    before = reasons.sentences(number)
    wanted = document.unit.employee_by_number()[number].wanted_bp
    rows = document.plan.row_of()
    document.apply_plan("x", document.plan.with_rows({number: replace(rows[number], position_bp=wanted)}))
    assert reasons.sentences(number) != before
    assert reasons.sentences(number)[0] == "Har stillinga som er ønskt."


def test_weekends_stand_with_what_is_set_and_nobody_who_leaves_is_scaled_to_a_year(made: Program) -> None:
    document, cards = made.desk.document, cards_of(made)
    number = cards.weekend_numbers[0]
    leaving = document.unit.start + timedelta(days=8)
    people = tuple(
        replace(person, employed_to=leaving) if person.number == number else person
        for person in document.unit.employees
    )
    document.apply_unit("x", replace(document.unit, employees=people))
    screens.settle()
    bars = cards.weekends.bars
    assert bars[0].note == f"sluttar {leaving:%d.%m.%Y}"
    assert bars[0].value <= 2  # she is there for one weekend and a day
    weeks = document.unit.weeks
    assert all(f" av {weeks} · " in bar.note for bar in bars[1:])


def test_a_sheet_is_made_for_one_person_alone(
    made: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _, number = lacking(made)
    path = tmp_path / "ark.pdf"
    asked: list[str] = []

    def answer(*words: object) -> tuple[str, str]:
        asked.append(str(words[2]))
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    page = rota_of(made)
    row = page.grid.model.row_of(number)
    assert row is not None
    menu = page.menu.made_for_person(row)
    next(action for action in menu.actions() if action.objectName() == "rota_menu_sheet").trigger()
    menu.deleteLater()
    assert path.read_bytes().startswith(b"%PDF")
    assert made.desk.document.unit.employee_by_number()[number].name in asked[0]


def test_a_position_before_and_after_has_room_beside_the_name(made: Program) -> None:
    page = rota_of(made)
    plain, bold = page.grid.people.small_font(), page.grid.people.small_font(QFont.Weight.Bold)
    before = QFontMetrics(plain).horizontalAdvance(f"{position(5_055).removesuffix(' %')} → ")
    assert before + QFontMetrics(bold).horizontalAdvance(position(5_634)) <= WIDTHS[POSITION] - PADDING - 2


def test_who_is_not_in_the_rota_gets_no_made_up_answer(made: Program) -> None:
    assert ShownReasons(made.desk.document).sentences("finst ikkje") == ()

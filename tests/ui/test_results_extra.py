"""The results: the card of extra shifts is there with a booking, and says what the account says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from heiltid.texts import Language
from tests.ui import screens
from tests.ui.booking_desk import rolled_file, small_file
from tests.ui.test_booking_ledger import with_year
from ui.app import Program
from ui.pages.booking import BookingPage
from ui.pages.results.page import ResultsPage
from ui.theme import ThemeName


def opened(folder: Path, file: UnitFile, language: Language = Language.NYNORSK) -> Program:
    made = screens.program(folder, language, ThemeName.LIGHT)
    made.desk.files.start_new(file)
    made.window.resize(1366, 768)
    made.window.show()
    made.window.show_page("results")
    screens.settle()
    return made


def page_of(made: Program) -> ResultsPage:
    found = made.window.page("results")
    assert isinstance(found, ResultsPage)
    return found


def test_without_a_booking_there_is_no_card(qtbot: QtBot, tmp_path: Path) -> None:
    made = opened(tmp_path, small_file())
    hidden = page_of(made).extra.isHidden()
    screens.close(made)
    assert hidden


def test_it_says_what_the_account_says_and_who_should_be_offered_more(qtbot: QtBot, tmp_path: Path) -> None:
    made = opened(tmp_path, rolled_file())
    card = page_of(made).extra
    told = {key: figure.accessibleName() for key, figure in card.figures.items()}
    nobody = card.offers.text()
    with_year(made.desk)  # Hege, 60 %: 6 x 7.5 h = 2 700 of 52 x 2 130 min are 2.4 %
    due = card.offers.text()
    cut = [*screens.cut_texts(made.window), *screens.overlaps(card)]
    see = made.window.findChild(QPushButton, "results_extra_see")
    assert see is not None
    see.click()
    booking = made.window.page("booking")
    assert isinstance(booking, BookingPage)
    key = booking.current.key
    same = {name: figure.accessibleName() for name, figure in booking.parts["ledger"].figures.items()}
    screens.close(made)
    assert "0 av 5" in told["filled"]
    assert "Ingen har arbeidd så jamleg" in nobody
    assert "Hege Tverrli 60 % → 62,4 %" in due
    assert "15.06.2031" in due  # the roll-out's last day
    assert cut == []
    assert key == "ledger"
    assert same == told


def test_a_roll_out_taken_back_leaves_the_twelve_months(qtbot: QtBot, tmp_path: Path) -> None:
    made = opened(tmp_path, rolled_file(), Language.BOKMAL)
    with_year(made.desk)
    file = made.desk.document.file
    assert file.booking is not None
    made.desk.document.apply_aside("x", replace(file, booking=replace(file.booking, rollout=None)))
    card = page_of(made).extra
    hidden = [figure.isHidden() for figure in card.figures.values()]
    words, hint = card.offers.text(), card.hint.text()
    screens.close(made)
    assert all(hidden)
    assert "Hege Tverrli 60 % → 62,4 %" in words
    assert hint == "ingen turnus er lagt ut på datoer nå"

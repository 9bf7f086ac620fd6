"""The tour: offered once, skippable, and it blocks nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from tests.ui.screens import SAMPLES, close, cut_texts, program, settle
from ui.app import Program
from ui.pages import PAGES
from ui.texts import tr
from ui.theme import ThemeName
from ui.tour import FLAG, STEPS, Tour, place_for


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """A program nobody has used before."""
    program_made = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    program_made.settings.set_flag(FLAG, False)
    program_made.window.resize(1366, 768)
    yield program_made
    close(program_made)


def tour(made: Program) -> Tour | None:
    return made.window.findChild(Tour)


def press(qtbot: QtBot, made: Program, name: str) -> None:
    button = made.window.findChild(QPushButton, name)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def test_it_is_offered_when_the_sample_is_opened_for_the_first_time(made: Program) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    found = tour(made)
    assert found is not None
    assert found.isVisible()
    assert found.findChild(QLabel, "tour_headline").text() == tr("ui.tour.offer")
    assert made.settings.flag(FLAG)
    found.end()
    made.window.files.open_path(SAMPLES / "solbakken.xlsx")
    assert not found.isVisible()  # never again


def test_another_unit_is_no_reason_to_offer_it(made: Program) -> None:
    made.show(SAMPLES / "liten.xlsx")
    assert tour(made) is None
    assert not made.settings.flag(FLAG)


def test_each_step_is_a_page_and_points_at_something_seen(qtbot: QtBot, made: Program) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    assert {step.page for step in STEPS} <= {page.key for page in PAGES}
    assert 5 <= len(STEPS) <= 6
    for place, step in enumerate(STEPS):
        press(qtbot, made, "tour_next")
        found = tour(made)
        assert made.window.current.key == step.page
        target = made.window.findChild(QWidget, step.target)
        assert target.isVisible()
        where = QRect(target.mapTo(made.window, QPoint(0, 0)), target.size())
        assert found._mark.geometry() == where
        assert made.window.rect().contains(found.geometry())
        if place:  # the first step speaks of the whole page, and lies on it
            assert not found.geometry().intersects(where)
        assert list(cut_texts(found)) == []
    assert made.window.findChild(QPushButton, "tour_next").text() == tr("ui.tour.done")
    press(qtbot, made, "tour_next")
    assert not tour(made).isVisible()
    assert not tour(made)._mark.isVisible()


@pytest.mark.parametrize("language", list(Language))
def test_its_words_fit_in_every_language(qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    made = program(tmp_path, language, ThemeName.DARK)
    made.window.resize(1024, 640)
    made.show(SAMPLES / "solbakken.xlsx")
    made.window._owners["help"].tour()
    for _ in STEPS:
        settle()
        assert list(cut_texts(tour(made))) == []
        tour(made).go_on()
    assert not tour(made).isVisible()
    close(made)


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_is_skipped_at_any_time(qtbot: QtBot, made: Program, way: str) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    press(qtbot, made, "tour_next")
    if way == "button":
        press(qtbot, made, "tour_skip")
    else:
        qtbot.keyClick(tour(made), Qt.Key.Key_Escape)
    assert not tour(made).isVisible()
    assert made.window.current.key == STEPS[0].page


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keyboard_alone_leads_through_it(qtbot: QtBot, made: Program, key: Qt.Key) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    for _ in range(len(STEPS) + 1):
        focused = made.window.focusWidget()
        assert focused.objectName() == "tour_next"
        qtbot.keyClick(focused, key)
        settle()
    assert not tour(made).isVisible()


def test_enter_on_the_button_that_skips_skips(qtbot: QtBot, made: Program) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    press(qtbot, made, "tour_next")
    skip = made.window.findChild(QPushButton, "tour_skip")
    skip.setFocus()
    qtbot.keyClick(skip, Qt.Key.Key_Return)
    assert not tour(made).isVisible()


def test_the_program_can_be_used_meanwhile(qtbot: QtBot, made: Program) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    press(qtbot, made, "nav_results")
    assert made.window.current.key == "results"
    made.window.resize(1100, 650)
    settle()
    assert made.window.rect().contains(tour(made).geometry())


def test_the_menu_begins_it_at_its_first_step(made: Program) -> None:
    made.window.show()
    made.window._owners["help"].tour()
    assert tour(made).findChild(QLabel, "tour_headline").text() == tr(f"ui.tour.{STEPS[0].key}")
    tour(made).end()
    made.window._owners["help"].tour()
    assert len(made.window.findChildren(Tour)) == 1


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        (None, QPoint(400, 250)),  # the middle of 1000 x 600 for a card of 200 x 100
        (QRect(0, 50, 180, 30), QPoint(193, 50)),  # to the right: 179 + 14
        (QRect(0, 560, 180, 30), QPoint(193, 486)),  # as low as the window allows: 600 - 100 - 14
        (QRect(190, 550, 800, 50), QPoint(204, 436)),  # no room beside it: above
        (QRect(0, 0, 1000, 600), QPoint(400, 443)),  # all of the window: low on it, 599 - 100 - 56
    ],
)
def test_the_card_lies_beside_what_it_speaks_of(target: QRect | None, wanted: QPoint) -> None:
    assert place_for(QSize(200, 100), target, QRect(0, 0, 1000, 600)) == wanted


def test_who_goes_to_another_page_has_answered_the_offer(made: Program) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    assert tour(made).isVisible()
    made.window.findChild(QPushButton, "nav_people").click()
    assert not tour(made).isVisible()
    assert made.window.current.key == "people"


def test_who_edits_has_answered_the_offer(made: Program) -> None:
    made.show(SAMPLES / "solbakken.xlsx")
    document = made.desk.document
    document.apply_unit("x", replace(document.unit, name="Annan stad"))
    assert not tour(made).isVisible()

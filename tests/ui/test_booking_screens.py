"""Every step of the booking page in every language: nothing cut, nameless or in another language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heiltid.model.asking import Channel
from heiltid.texts import Language
from tests.ui.booking_desk import small_file
from tests.ui.screens import close, cut_texts, overlaps, program, settle, words_on
from tests.ui.test_accessible import nameless, told
from tests.ui.test_booking_share import answered_file
from tests.ui.test_screens import SAME_IN_ALL, SMALLEST
from ui.app import Program
from ui.areas import stops
from ui.pages.booking import BookingPage
from ui.pages.booking.answer_lines import person_columns
from ui.texts import tr
from ui.theme import ThemeName
from ui.widgets.column_room import column_room
from ui.widgets.record_table import RecordTable

PAINTED = "DayHeader"  # it fits its words to its width itself
SAME_HERE = {  # words that are the same in Norwegian and in English, and what only this page has
    *("Nynorsk", "Bokmål", "English"),
}


def booking(made: Program) -> BookingPage:
    found = made.window.page("booking")
    assert isinstance(found, BookingPage)
    return found


def opened(folder: Path, language: Language, theme: ThemeName) -> Program:
    made = program(folder, language, theme)
    made.desk.files.start_new(answered_file())
    made.window.resize(*SMALLEST)
    made.window.show()
    made.window.show_page("booking")
    settle()
    return made


@pytest.mark.parametrize(
    ("language", "theme"),
    [
        (Language.NYNORSK, ThemeName.LIGHT),
        (Language.BOKMAL, ThemeName.DARK),
        (Language.ENGLISH, ThemeName.LIGHT),
    ],
)
def test_no_step_has_cut_or_nameless_parts(
    qtbot: QtBot, tmp_path: Path, language: Language, theme: ThemeName
) -> None:
    made = opened(tmp_path, language, theme)
    page, found = booking(made), []
    for key in page.parts:
        page.show_part(key)
        settle()
        found += [f"{key}: {line}" for line in (*cut_texts(page), *overlaps(page), *nameless(page))]
    found = [line for line in found if PAINTED not in line]
    close(made)
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", list(Language))
def test_every_table_fits_across_a_small_screen(qtbot: QtBot, tmp_path: Path, language: Language) -> None:
    made = opened(tmp_path, language, ThemeName.LIGHT)
    page, found = booking(made), []
    for key in page.parts:
        page.show_part(key)
        settle()
        tables = [table for table in page.findChildren(RecordTable) if table.isVisible()]
        found += [table.objectName() for table in tables if table.horizontalScrollBar().maximum() > 0]
    narrow = [
        channel.value
        for channel in Channel
        for column in person_columns()
        if column.key == "channel"
        and column.width < column_room("", tr(f"ui.booking.answers.channel_{channel.value}"))
    ]
    close(made)
    assert not found
    assert not narrow


def test_no_step_has_english_in_norwegian(qtbot: QtBot, tmp_path: Path) -> None:
    shown: dict[Language, dict[str, set[str]]] = {}
    for language in Language:
        made = opened(tmp_path / language.value, language, ThemeName.LIGHT)
        page = booking(made)
        shown[language] = {}
        for key in page.parts:
            page.show_part(key)
            settle()
            shown[language][key] = words_on(page)
        close(made)
    unit = answered_file().unit
    names = {person.name for person in unit.employees} | SAME_IN_ALL | SAME_HERE
    for norwegian in (Language.NYNORSK, Language.BOKMAL):
        for key, words in shown[norwegian].items():
            same = {
                word
                for word in words & shown[Language.ENGLISH][key]
                if re.search(r"[a-zA-Z]{4}", word) and word not in names
            }
            assert not same, f"{norwegian.value} {key}: {sorted(same)}"
            assert not {word for word in words if re.search(r"\bui\.\w+\.", word)}


def test_before_anything_is_laid_out_nothing_is_cut_either(qtbot: QtBot, tmp_path: Path) -> None:
    made = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    made.desk.files.start_new(small_file())
    made.window.resize(*SMALLEST)
    made.window.show()
    made.window.show_page("booking")
    settle()
    found = [*cut_texts(made.window), *overlaps(made.window), *nameless(booking(made))]
    close(made)
    assert found == []


def test_tab_comes_to_everything_on_every_step(qtbot: QtBot, tmp_path: Path) -> None:
    made = opened(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    page, missed = booking(made), []
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    for key in [key for key in page.parts if key != "dated"]:  # in its grid Tab goes to the next day
        page.show_part(key)
        settle()
        page.tabs.setFocus()
        reached: set[QWidget] = set()
        for _ in range(60):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            if here is page.tabs:
                break
            reached.add(here)
        missed += [f"{key}: {told(part)}" for part in stops(page.current) if part not in reached]
    close(made)
    assert missed == []


def test_tab_goes_through_the_head_and_the_legend_into_the_dated_grid(qtbot: QtBot, tmp_path: Path) -> None:
    made = opened(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    page = booking(made)
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    page.show_part("dated")
    settle()
    page.tabs.setFocus()
    names = []
    for _ in range(6):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().objectName())
        if names[-1] == "rota_grid":
            break
    close(made)
    assert names[-2:] == ["ui.rota.legend", "rota_grid"]


def test_tab_follows_what_the_eye_sees(qtbot: QtBot, tmp_path: Path) -> None:
    """The people before a shift come after the shift and before the name of who decides."""
    made = opened(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    page = booking(made)
    with qtbot.waitActive(made.window):
        made.window.activateWindow()
    found = {}
    for key, table in (("open", "open_places"), ("share", "share_places")):
        page.show_part(key)
        settle()
        part = page.current
        part.table.show_row(1)
        settle()
        part.table.setFocus()
        names = []
        while len(names) < 12 and (not names or names[-1] != "nav_start"):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            here = QApplication.focusWidget()
            names.append(here.objectName() or here.accessibleName())
        found[key] = names
        assert part.table.objectName() == table
    close(made)
    for key, names in found.items():
        gives = [place for place, name in enumerate(names) if "give_" in name]
        assert gives, key
        assert gives == list(range(gives[0], gives[0] + len(gives)))
        assert names.index("Avgjort av") > gives[-1]

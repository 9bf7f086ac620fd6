"""Room in the preview of pasted people: nothing jumps under the hand, no choice is cut, groups are seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from tests.ui.people_preview import preview_of
from ui.pages.people.paste import PeoplePreview
from ui.texts import set_language

UNREAD = "Namn\tStilling\tRart\tVakter\nKari Li\t80\tspl\tD\nOla By\t50\tass\tD"


def say(qtbot: QtBot, preview: PeoplePreview, number: int, meaning: str) -> None:
    box = preview.columns[number]
    box.setCurrentIndex(box.findData(meaning))
    box.activated.emit(box.currentIndex())
    qtbot.wait(20)


def top_of(preview: PeoplePreview, number: int) -> int:
    return preview.columns[number].mapTo(preview, QPoint(0, 0)).y()


def test_the_choices_stay_where_they_are_when_the_last_column_is_set(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, UNREAD)
    before = top_of(preview, 3)
    say(qtbot, preview, 2, "Competence")
    assert not preview.unread.isVisible()
    assert top_of(preview, 3) == before


def test_another_list_gives_the_room_back(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, UNREAD)
    QGuiApplication.clipboard().setText(UNREAD.replace("Rart", "Tittel"))
    before = top_of(preview, 1)
    preview.paste_again()
    qtbot.wait(20)
    assert top_of(preview, 1) < before


@pytest.mark.parametrize("language", list(Language))
def test_no_choice_of_a_column_is_cut(qtbot: QtBot, language: Language) -> None:
    set_language(language)
    preview = preview_of(qtbot, "Namn\tStilling\tStillingskode og tittel i kommunen\nKari Li\t80\tspl")
    seen = preview._columns_area.viewport()
    for box in preview.columns:
        assert box.mapTo(seen, QPoint(box.width(), 0)).x() <= seen.width()
        widest = max(box.fontMetrics().horizontalAdvance(box.itemText(at)) for at in range(box.count()))
        assert widest < box.width()


def test_the_first_weekend_is_shown_where_the_groups_tell_it(qtbot: QtBot) -> None:
    rows = "Namn\tStilling\tHelg\nKari Li\t80\t{}\nOla By\t50\t{}"
    for cells, is_told in ((("Gruppe 1", "Gruppe 2"), True), (("2", "2"), False)):
        preview = preview_of(qtbot, rows.format(*cells))
        keys = [column.key for column in preview.rows.records_model.columns]
        place = keys.index("weekend_offset")
        assert preview.rows.isColumnHidden(place) is not is_told
    preview = preview_of(qtbot, rows.format("Gruppe 1", "Gruppe 2"))
    assert preview.columns[2].currentText() == "Helgegruppe"
    column = preview.rows.records_model.columns[place]
    assert [column.shown(who) for who in preview.people] == ["veke 1", "veke 2"]
    assert "helgegruppe 2 av 2 = kvar 2. helg, første i veke 2" in preview.problems.toPlainText()


def test_the_first_weekend_takes_no_more_room_than_a_week_needs(qtbot: QtBot) -> None:
    set_language(Language.ENGLISH)
    preview = preview_of(qtbot, "Namn\tStilling\tHelg\nKari Li\t80\tA\nOla By\t50\tB")
    place = [column.key for column in preview.rows.records_model.columns].index("weekend_offset")
    longest = preview.rows.fontMetrics().horizontalAdvance("the program chooses")
    assert preview.rows.columnWidth(place) < longest

"""The preview of pasted people: columns not read, what everybody gets, nights, dates, empty cells."""

from __future__ import annotations

import pytest
from builders import A1, D1, N1, person, unit
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from heiltid.exchange.pasted import PEOPLE_MEANINGS
from heiltid.model import ShiftKind, UnitFile
from tests.ui.people_preview import preview_of
from ui.document import Document
from ui.pages.people.paste import PeoplePreview

NIGHTS = "Namn\tStilling\tNattevakt\nKari Li\t80\tja\nOla By\t50\tnei\nEva Dal\t60\tberre natt"


def say(preview: PeoplePreview, number: int, meaning: str | None) -> None:
    box = preview.columns[number]
    box.setCurrentIndex(0 if meaning is None else box.findData(meaning))
    box.activated.emit(box.currentIndex())


def kinds(preview: PeoplePreview) -> list[str]:
    return ["".join(sorted(kind.value for kind in who.kinds)) for who in preview.people]


def test_nights_are_a_choice_of_their_own_and_chosen_by_the_heading(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, NIGHTS)
    assert preview.columns[2].currentText() == "Natt (ja/nei/berre)"
    assert kinds(preview) == ["ADN", "AD", "N"]
    assert preview.unread.text() == ""
    assert preview.by_default.isHidden()


def test_saying_kinds_of_yes_and_no_gives_what_was_meant(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, NIGHTS.replace("Nattevakt", "Anna"))
    assert kinds(preview) == ["ADN", "ADN", "ADN"]
    say(preview, 2, "Kinds")
    assert preview.columns[2].currentText() == "Natt (ja/nei/berre)"
    assert kinds(preview) == ["ADN", "AD", "N"]
    assert preview.faults.isHidden()


def test_a_column_not_read_is_told_above_everything_also_when_it_was_touched(qtbot: QtBot) -> None:
    remembered: dict[str, str | None] = {}
    preview = preview_of(qtbot, "Namn\tStilling\tTelefon\nKari Li\t80\t55 12", remembered=remembered)
    assert preview.unread.text() == "Kolonnen «Telefon» blir ikkje lesen."
    assert preview.unread.isVisible()
    assert "Telefon" not in preview.problems.toPlainText()  # told once
    say(preview, 2, "Competence")
    assert not preview.unread.isVisible()
    say(preview, 2, None)
    assert preview.unread.text() == "Kolonnen «Telefon» blir ikkje lesen."
    assert preview.unread.isVisible()
    again = preview_of(qtbot, "Namn\tStilling\tTelefon\tRom\nKari Li\t80\t55 12\tx", remembered=remembered)
    assert again.unread.text() == "Kolonnane «Telefon» og «Rom» blir ikkje lesne."


def test_an_empty_column_is_nothing_to_tell_of(qtbot: QtBot) -> None:
    assert preview_of(qtbot, "Namn\tStilling\tRom\nKari Li\t80\t").unread.text() == ""


def test_what_shifts_everybody_gets_is_told_once_where_no_column_tells(qtbot: QtBot) -> None:
    two = "Namn\tStilling\nKari Li\t80\nOla By\t50"
    preview = preview_of(qtbot, two)
    assert preview.by_default.text() == "Alle 2 blir sette på dag, kveld og natt. Det kan endrast etterpå."
    assert preview.by_default.isVisible()
    assert "vaktslag" not in preview.problems.toPlainText()
    kari = person("1", name="Kari Li")
    one = preview_of(qtbot, two, unit(shifts=(D1, A1, N1), employees=(kari,)))  # only Ola is new
    assert one.by_default.text() == "Ola By blir sett på dag, kveld og natt. Det kan endrast etterpå."
    told = preview_of(qtbot, "Namn\tStilling\tVakter\nKari Li\t80\tdag og kveld")
    assert told.by_default.isHidden()


def test_without_night_shifts_nobody_is_put_on_nights(qtbot: QtBot) -> None:
    document = Document(UnitFile(unit=unit(shifts=(D1, A1), employees=())))
    preview = PeoplePreview("Namn\tStilling\nKari Li\t80\nOla By\t50", document, {})
    qtbot.addWidget(preview)
    assert preview.by_default.text() == "Alle 2 blir sette på dag og kveld. Det kan endrast etterpå."
    assert all(who.kinds == {ShiftKind.DAY, ShiftKind.EVENING} for who in preview.people)


@pytest.mark.parametrize(("heading", "key"), [("Startdato", "from"), ("Sluttdato", "to")])
def test_dates_are_shown_where_the_list_has_them(qtbot: QtBot, heading: str, key: str) -> None:
    preview = preview_of(qtbot, f"Namn\tStilling\t{heading}\nKari Li\t80\t1.2.27")
    columns = {column.key: place for place, column in enumerate(preview.rows.records_model.columns)}
    other = {"from": "to", "to": "from"}[key]
    assert not preview.rows.isColumnHidden(columns[key])
    assert preview.rows.isColumnHidden(columns[other])
    assert preview.rows.records_model.index(0, columns[key]).data(Qt.ItemDataRole.DisplayRole) == "01.02.2027"
    say(preview, 2, None)
    assert preview.rows.isColumnHidden(columns[key])


def test_an_empty_cell_is_marked_and_a_long_sentence_is_told_whole(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, "Namn\tStilling\tTittel\nKari Li\t\tspl\nOla By\t50\tasistent")
    model = preview.faults.table.records_model
    columns = {column.key: place for place, column in enumerate(model.columns)}
    cell = model.index(0, columns["typed"])
    assert cell.data(Qt.ItemDataRole.DisplayRole).strip() == "(tom)"
    assert cell.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert cell.data(Qt.ItemDataRole.EditRole) == ""  # typing begins with nothing
    whole = model.index(1, columns["why"]).data(Qt.ItemDataRole.ToolTipRole)
    assert "asistent" in whole
    assert "assistent" in whole


def test_nothing_is_drawn_over_anything_while_the_columns_are_told(qtbot: QtBot) -> None:
    rows = "".join(f"\nFeil {number}\t50\tasistent" for number in range(3))
    preview = preview_of(qtbot, "Namn\tStilling\tTittel\tRom\nKari Li\t80\tspl\tx" + rows)
    preview.resize(1260, 640)
    preview.shows_example.click()
    qtbot.wait(20)
    area = next(
        area for area in preview.findChildren(QScrollArea) if area.widget().isAncestorOf(preview.example)
    )
    inside = area.widget()

    def room(part: object) -> QRect:
        return QRect(part.mapTo(inside, QPoint(0, 0)), part.size())  # type: ignore[attr-defined]

    parts = (preview.example, preview.rows, preview.faults.table, preview.faults.why, preview.problems)
    for place, part in enumerate(parts):
        for other in parts[place + 1 :]:
            assert not room(part).intersects(room(other)), (part, other)


def test_every_meaning_has_a_word(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, NIGHTS)
    words = [preview.columns[0].itemText(place) for place in range(preview.columns[0].count())]
    assert len(set(words)) == len(PEOPLE_MEANINGS) + 1

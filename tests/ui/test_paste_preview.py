"""The preview of what was pasted: names to read, what was meant, columns said once."""

from __future__ import annotations

from datetime import date

from builders import person, unit
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from heiltid.texts import Language
from tests.ui.people_preview import preview_of
from ui.dialogs.paste_preview import PastePreview
from ui.document import Document
from ui.pages.people.paste import PeoplePreview
from ui.pages.wishes.paste import WishesPreview
from ui.texts import set_language, tr

LIST = "Tilsett\tTittel\tSt.%\tPlan\nAnne Lise Bakke\tspl\t100\t100\nEva Hauge\tsjukepleair\t50\t75"


def column(preview: PeoplePreview, key: str) -> int:
    return [entry.key for entry in preview.rows.records_model.columns].index(key)


def say(preview: PeoplePreview, number: int, meaning: str) -> None:
    box = preview.columns[number]
    box.setCurrentIndex(box.findData(meaning))
    box.activated.emit(box.currentIndex())


def test_names_can_be_read_and_rows_found_again(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, LIST)
    name = column(preview, "name")
    words = preview.rows.fontMetrics().horizontalAdvance("Anne Lise Bakke")
    assert preview.rows.columnWidth(name) > words + 12
    (anne,) = preview.people
    assert preview.rows.records_model.columns[column(preview, "row")].shown(anne) == "2"
    (fault,) = preview.faults.table.records_model.records
    assert (fault.row, fault.who, fault.heading, fault.typed) == (3, "Eva Hauge", "Tittel", "sjukepleair")


def test_every_suggestion_is_taken_at_once(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, LIST)
    assert preview.accept_all.text() == "Bruk forslaga (1)"
    preview.accept_all.click()
    assert [who.competence for who in preview.people] == ["nurse", "nurse"]
    assert preview.accept_all.isHidden()
    assert preview.faults.isHidden()


def test_what_was_said_of_a_column_holds_for_the_next_paste(qtbot: QtBot) -> None:
    remembered: dict[str, str | None] = {}
    preview = preview_of(qtbot, LIST, remembered=remembered)
    assert (
        preview.problems.toPlainText()
        .splitlines()[0]
        .startswith("Til orientering: Kolonnen «Plan» ser ut til")
    )
    assert preview.people[0].wanted_bp == 10_000
    say(preview, 3, "Wanted")
    assert remembered == {"plan": "Wanted"}
    again = preview_of(qtbot, "Plan\tSt.%\tTilsett\n75\t50\tEva Hauge", remembered=remembered)
    assert [(who.position_bp, who.wanted_bp) for who in again.people] == [(5_000, 7_500)]
    assert again.columns[0].currentText() == "Ønskt stilling"


def test_wishes_that_were_meant_are_taken(qtbot: QtBot) -> None:
    document = Document(UnitFile(unit=unit(employees=(person("7", name="Kari Li"),))))
    preview = WishesPreview("Namn\tNår\tØnske\nKari Li\tmån\tfrii", document, {})
    qtbot.addWidget(preview)
    assert preview.count == 0
    preview.accept_all.click()
    assert [wish.off for wish in preview.wishes] == [True]


def correct(preview: PastePreview, row: int, text: str) -> None:
    """Type into what is red."""
    table = preview.faults.table
    (column,) = [place for place, entry in enumerate(table.records_model.columns) if entry.key == "typed"]
    assert table.records_model.setData(table.records_model.index(row, column), text)


def test_a_cell_that_cannot_be_read_is_put_right_in_the_preview(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, LIST + "\nPer Dal\thfa\tmykje\t80")
    assert [fault.typed for fault in preview.faults.table.records_model.records] == ["sjukepleair", "mykje"]
    assert preview.faults.why.text().startswith("Rad 3: Kompetansen «sjukepleair» er ukjend")
    assert [who.name for who in preview.people] == ["Anne Lise Bakke"]
    correct(preview, 1, "60")
    assert [(who.name, who.position_bp) for who in preview.people] == [
        ("Anne Lise Bakke", 10_000),
        ("Per Dal", 6_000),
    ]
    correct(preview, 0, "veit ikkje")  # wrong again: it stays, as it was typed
    assert [fault.typed for fault in preview.faults.table.records_model.records] == ["veit ikkje"]
    correct(preview, 0, "sjukepleiar")
    assert preview.faults.isHidden()
    assert preview.take.text() == "Legg inn 3 tilsette"


def test_an_empty_clipboard_shows_an_example_and_pasting_works_there(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, "")
    assert preview.headline.text() == "Det er ingenting å lime inn"
    assert preview.problems.isHidden()
    assert not preview.example.isHidden()
    words = " ".join(shown.text() for shown in preview.example.findChildren(QLabel))
    assert "Kari Vik" in words
    assert "Ønskt stilling" in words
    QGuiApplication.clipboard().setText(LIST)
    with qtbot.waitActive(preview):
        preview.activateWindow()
    QTest.keyClick(preview.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [who.name for who in preview.people] == ["Anne Lise Bakke"]
    assert preview.example.isHidden()
    assert len(preview.columns) == 4
    preview.shows_example.click()
    assert not preview.example.isHidden()
    QGuiApplication.clipboard().setText("Namn\tStilling\nEva Hauge\t50")
    preview.again.click()
    assert [who.name for who in preview.people] == ["Eva Hauge"]
    assert len(preview.columns) == 2


def test_the_examples_are_understood_without_a_word(qtbot: QtBot) -> None:
    for language in Language:
        set_language(language)
        rows = tr("ui.people.paste_example").replace(" | ", "\t")
        preview = preview_of(qtbot, rows)
        assert [(who.name, who.wanted_bp, who.weekend_every) for who in preview.people] == [
            ("Kari Vik", 8_000, 3),
            ("Ola Berg", 10_000, 3),
        ]
        people = (person("7", name="Kari Vik"), person("8", name="Ola Berg"))
        ward = unit(weeks=6, start=date(2026, 11, 23), employees=people)
        wishes = tr("ui.wishes.paste_example").replace(" | ", "\t")
        shown = WishesPreview(wishes, Document(UnitFile(unit=ward)), {})
        qtbot.addWidget(shown)
        assert shown.count == 2 + 1 + 3, (language, shown.problems.toPlainText())


def test_people_and_faults_are_both_seen_on_a_small_screen(qtbot: QtBot) -> None:
    # 12 people already there (their choice takes a line of its own), 8 new ones, 4 cells that cannot be read.
    there = tuple(person(str(number), name=f"Gamal {number}") for number in range(12))
    preview = PeoplePreview(_long_list(), Document(UnitFile(unit=unit(employees=there))), {})
    qtbot.addWidget(preview)
    preview.resize(1260, 640)  # what a screen of 1366 x 768 leaves beside its bars
    preview.show()
    assert len(preview.people) == 8
    assert len(preview.faults.table.records_model.records) == 4
    for table, least in ((preview.rows, 3), (preview.faults.table, 4)):
        last = table.model().index(least - 1, 1)
        assert table.viewport().rect().contains(table.visualRect(last)), table.objectName()
    assert preview.accept_all.isVisible()


def _long_list() -> str:
    lines = ["Tilsett\tTittel\tSt.%\tPlan"]
    lines += [f"Gamal {number}\tspl\t50\tx" for number in range(12)]
    lines += [f"Ny {number}\tspl\t50\tx" for number in range(8)]
    lines += [f"Feil {number}\tsjukepleair\t50\tx" for number in range(4)]
    return "\n".join(lines)


def test_a_fault_the_table_tells_whole_is_not_told_again_below(qtbot: QtBot) -> None:
    short = preview_of(qtbot, "Namn\tStilling\tØnskt\nKari Li\t80\tkanskje 90")
    assert not short.faults.isHidden()
    assert short.faults.why.isHidden()
    long = preview_of(qtbot, LIST)  # with what was meant, and all that is allowed
    assert not long.faults.why.isHidden()


def test_every_column_is_seen_in_the_dialog_as_it_opens_on_a_small_screen(qtbot: QtBot) -> None:
    dates = "Namn\tTittel\tStilling\tFrå\tTil\nKari Li\tspl\t80\t01.02.2027\t31.12.2027"
    preview = preview_of(qtbot, dates)
    preview.resize(1300, 700)  # 1366 less what the desktop keeps for itself
    qtbot.wait(20)
    assert not preview.rows.isColumnHidden(column(preview, "to"))
    assert preview.rows.horizontalScrollBar().maximum() == 0
    assert preview.rows.isColumnHidden(column(preview, "mark"))  # all are new, as the headline says


def test_who_is_new_and_who_is_changed_is_told_where_there_are_both(qtbot: QtBot) -> None:
    preview = PeoplePreview(
        "Nr\tNamn\tStilling\n1\tKari Li\t80\n2\tOla Dal\t60",
        Document(UnitFile(unit=unit(employees=(person("1", name="Kari Li"),)))),
        {},
    )
    qtbot.addWidget(preview)
    preview.twins.setCurrentIndex(1)
    preview.show_read()
    assert not preview.rows.isColumnHidden(column(preview, "mark"))


def test_what_a_cross_for_nights_means_is_asked_and_set_for_all(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, "Namn\tStilling\tNatt\nKari Li\t80\tx\nOla Dal\t60\t\nEli Bø\t70\tx")
    assert preview.options.isRowVisible(preview.crosses)
    assert [len(one.kinds) for one in preview.people] == [3, 2, 3]
    preview.crosses.setCurrentIndex(1)
    preview.crosses.activated.emit(1)
    assert [len(one.kinds) for one in preview.people] == [1, 2, 1]
    assert preview.options.isRowVisible(preview.crosses)
    QGuiApplication.clipboard().setText("Namn\tStilling\tNatt\nKari Li\t80\tberre\nOla Dal\t60\t")
    preview.paste_again()
    assert not preview.options.isRowVisible(preview.crosses)
    assert preview.crosses.currentIndex() == 0

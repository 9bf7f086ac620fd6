"""The preview of what was pasted: names to read, what was meant, columns said once."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from builders import person, unit
from pytestqt.qtbot import QtBot

from heiltid.model import UnitFile
from heiltid.texts import Language
from ui.document import Document
from ui.pages.people.paste import PeoplePreview
from ui.pages.wishes.paste import WishesPreview
from ui.texts import set_language

LIST = "Tilsett\tTittel\tSt.%\tPlan\nAnne Lise Bakke\tspl\t100\t100\nEva Hauge\tsjukepleair\t50\t75"


@pytest.fixture(autouse=True)
def _nynorsk() -> Iterator[None]:
    set_language(Language.NYNORSK)
    yield
    set_language(Language.NYNORSK)


def preview_of(qtbot: QtBot, text: str, remembered: dict[str, str | None] | None = None) -> PeoplePreview:
    document = Document(UnitFile(unit=unit(employees=())))
    made = PeoplePreview(text, document, {} if remembered is None else remembered)
    qtbot.addWidget(made)
    made.resize(1260, 680)
    made.show()
    return made


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
    assert preview.problems.toPlainText().startswith("Feil: Rad 3 (Eva Hauge), «Tittel»")


def test_every_suggestion_is_taken_at_once(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, LIST)
    assert preview.accept_all.text() == "Bruk forslaga (1)"
    preview.accept_all.click()
    assert [who.competence for who in preview.people] == ["nurse", "nurse"]
    assert preview.accept_all.isHidden()
    assert "Feil" not in preview.problems.toPlainText()


def test_what_was_said_of_a_column_holds_for_the_next_paste(qtbot: QtBot) -> None:
    remembered: dict[str, str | None] = {}
    preview = preview_of(qtbot, LIST, remembered)
    assert preview.problems.toPlainText().splitlines()[1].startswith("Merknad: Kolonnen «Plan» ser ut til")
    assert preview.people[0].wanted_bp == 10_000
    say(preview, 3, "Wanted")
    assert remembered == {"plan": "Wanted"}
    again = preview_of(qtbot, "Plan\tSt.%\tTilsett\n75\t50\tEva Hauge", remembered)
    assert [(who.position_bp, who.wanted_bp) for who in again.people] == [(5_000, 7_500)]
    assert again.columns[0].currentText() == "Ønskt stilling"


def test_wishes_that_were_meant_are_taken(qtbot: QtBot) -> None:
    document = Document(UnitFile(unit=unit(employees=(person("7", name="Kari Li"),))))
    preview = WishesPreview("Namn\tNår\tØnske\nKari Li\tmån\tfrii", document, {})
    qtbot.addWidget(preview)
    assert preview.count == 0
    preview.accept_all.click()
    assert [wish.off for wish in preview.wishes] == [True]

"""Titles the unit does not know, in the preview of pasted people: new by one click, or one it has."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import A1, D1, person, unit
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from heiltid.model import Competence, UnitFile
from heiltid.starters import service_type
from heiltid.texts import Language
from tests.ui.people_page import shown
from tests.ui.people_preview import preview_of
from ui.pages.people.paste import PeoplePreview

COMPETENCES = service_type("disability_service").competences(Language.NYNORSK)
FILE = UnitFile(
    unit=unit(
        weeks=12,
        shifts=(D1, A1),
        competences=COMPETENCES,
        employees=(person("1", name="Kari Vik", competence="assistant"),),
    )
)
LIST = (
    "Namn\tTittel\tStilling\nAnne Li\tMiljøterapeut\t80\nPer Dal\tmiljøterapeut\t50\nEva By\tSpl\t60"
    "\nOle Moe\tvernepleiar\t70"
)


def words(preview: PeoplePreview) -> list[str]:
    return [line.new.accessibleName() for line in preview.titles.lines]


def add(preview: PeoplePreview, place: int) -> None:
    QTest.mouseClick(preview.titles.lines[place].new, Qt.MouseButton.LeftButton)


def competences(preview: PeoplePreview) -> dict[str, str | None]:
    return {who.name: who.competence for who in preview.people}


def test_one_click_takes_every_row_of_a_title_in_with_a_new_competence(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, LIST, FILE.unit)
    assert words(preview) == [
        "«Miljøterapeut» (2 rader): Ny kompetanse: miljøterapeut",
        "«Spl»: Ny kompetanse: sjukepleiar",
    ]
    assert preview.take.text() == "Legg inn 1 tilsett"
    add(preview, 0)
    assert competences(preview) == {
        "Anne Li": "miljøterapeut",
        "Per Dal": "miljøterapeut",
        "Ole Moe": "vernepleiar",
    }
    assert preview.competences == (Competence(name="miljøterapeut"),)
    told = "Til orientering: Ny kompetanse i eininga: miljøterapeut. Kva andre han kan stå inn for"
    assert preview.problems.toPlainText().startswith(told)
    assert words(preview) == ["«Spl»: Ny kompetanse: sjukepleiar"]
    add(preview, 0)
    assert competences(preview)["Eva By"] == "nurse"
    assert preview.faults.isHidden()
    assert "miljøterapeut, sjukepleiar" in preview.problems.toPlainText()


def test_a_title_can_be_read_as_one_the_unit_has_in_all_its_rows(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, LIST, FILE.unit)
    box = preview.titles.lines[0].known
    assert [box.itemText(place) for place in range(box.count())] == [
        "eller vel ein kjend …",
        *("vernepleiar", "helsefagarbeidar", "assistent"),
    ]
    box.setCurrentIndex(2)
    box.activated.emit(2)
    assert competences(preview)["Anne Li"] == competences(preview)["Per Dal"] == "health worker"
    assert preview.competences == ()


def test_another_list_begins_without_new_competences(qtbot: QtBot) -> None:
    preview = preview_of(qtbot, LIST, FILE.unit)
    add(preview, 0)
    QGuiApplication.clipboard().setText(LIST)
    preview.paste_again()
    assert len(preview.titles.lines) == 2
    assert preview.competences == ()
    QGuiApplication.clipboard().setText("Namn\tTittel\tStilling\nOle Moe\tvernepleiar\t70")
    preview.paste_again()
    assert preview.titles.isHidden()


def test_no_competence_comes_along_that_nobody_has(qtbot: QtBot) -> None:
    preview = preview_of(
        qtbot, "Namn\tTittel\tStilling\nAnne Li\tSosionom\tmykje\nOle Moe\tassistent\t70", FILE.unit
    )
    add(preview, 0)
    assert competences(preview) == {"Ole Moe": "assistant"}
    assert preview.competences == ()


def test_people_and_their_new_competences_are_one_step(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(preview: PeoplePreview) -> int:
        add(preview, 0)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(PeoplePreview, "exec", accept)
    page = shown(qtbot, tmp_path, FILE)
    QGuiApplication.clipboard().setText(LIST)
    page.paste()
    made = page.document.unit
    assert [entry.name for entry in made.competences][3:] == ["miljøterapeut"]
    assert [who.competence for who in made.employees].count("miljøterapeut") == 2
    assert page.document.undo_stack.count() == 1
    page.document.undo_stack.undo()
    assert page.document.file == FILE

"""The page of people: the list, the form, deleting, pasting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import D1, N1, demand, unit
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from heiltid.model import ALL_WEEKDAYS, Absence, ShiftKind, Status, UnitFile
from heiltid.texts import Language
from tests.ui.people_page import FILE, people, shown, typed
from ui.pages.people import PeoplePage
from ui.pages.people import page as people_page
from ui.pages.people.paste import PeoplePreview
from ui.places import Person
from ui.texts import set_language
from ui.widgets.form_fields import TicksField


def test_the_figures_and_the_list_tell_of_the_unit(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    # 60 + 100 % = 1,6 full-time equivalents; Kari wants 20 % more, which is 0,2.
    assert "1,6" in page.figures.equivalents.accessibleName()
    assert "80,0 %" in page.figures.equivalents.accessibleName()
    assert "0,2" in page.figures.more.accessibleName()
    model = page.table.model()
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["1", "Kari Vik", "sjukepleiar", "60 %", "80 %", "kvar 3.", None, "D, A, N", None, "fast"]


def test_wanted_min_and_max_follow_a_position_they_were_as_usual_for(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.arrive(Person(employee="2"))
    assert typed(page, "position", "73,24 %") == ""
    ola = people(page)[1]
    assert (ola.position_bp, ola.wanted_bp, ola.min_bp, ola.max_bp) == (7324, 7324, 7324, 7324)
    page.arrive(Person(employee="1"))
    typed(page, "position", "50")
    kari = people(page)[0]
    assert (kari.position_bp, kari.wanted_bp, kari.min_bp, kari.max_bp) == (5000, 8000, 5000, 8000)
    # Today's rota has today's positions.
    assert page.document.plan.row_of()["1"].position_bp == 5000


def test_each_change_is_one_step_of_undo(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    typed(page, "name", "Kari Vold")
    typed(page, "weekend_every", "høgst kvar 2. helg")
    typed(page, "long", "")
    assert (people(page)[0].name, people(page)[0].weekend_every, people(page)[0].long_shifts) == (
        "Kari Vold",
        2,
        True,
    )
    assert page.document.undo_stack.count() == 3
    for _ in range(3):
        page.document.undo_stack.undo()
    assert page.document.file == FILE
    assert page.form.editors["name"].editor.text() == "Kari Vik"


def test_what_will_not_do_is_refused_with_a_sentence_and_nothing_is_stored(
    qtbot: QtBot, tmp_path: Path
) -> None:
    page = shown(qtbot, tmp_path)
    assert "prosent" in typed(page, "position", "mykje")
    assert "100" in typed(page, "position", "120")
    assert typed(page, "min", "90")  # above Max, 80
    assert "31.12.2026" in typed(page, "from", "i fjor")
    assert "«2»" in typed(page, "number", "2")
    assert typed(page, "number", "") != ""
    assert page.document.file == FILE
    assert page.document.undo_stack.count() == 0
    # Another person: the refused text is forgotten.
    page.arrive(Person(employee="2"))
    page.arrive(Person(employee="1"))
    assert page.form.editors["position"].editor.text() == "60 %"
    assert page.form.editors["position"].trouble == ""


def test_escape_puts_back_what_stood_there(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    line = page.form.editors["name"].editor
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Feil")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert line.text() == "Kari Vik"
    assert page.document.undo_stack.count() == 0


def test_another_number_follows_everywhere(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    typed(page, "number", "77")
    assert people(page)[0].number == "77"
    assert page.document.unit.absences[0].employee == "77"
    assert page.document.plan.rows[0].employee == "77"
    assert page.table.current_row() == 0
    page.document.undo_stack.undo()
    assert page.document.file == FILE


@pytest.mark.parametrize("word", ["timeløn", "ringevikar", "Timevikar"])
def test_a_status_may_be_typed_by_the_words_of_other_lists(qtbot: QtBot, tmp_path: Path, word: str) -> None:
    page = shown(qtbot, tmp_path)
    model = page.table.records_model
    (column,) = [place for place, entry in enumerate(model.columns) if entry.key == "status"]
    assert model.setData(model.index(0, column), word)
    assert model.index(0, column).data() == "timevikar"


def test_who_becomes_hourly_has_no_position(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    typed(page, "status", "timevikar")
    kari = people(page)[0]
    assert (kari.status, kari.position_bp, kari.min_bp, kari.max_bp) == (Status.HOURLY, 0, 0, 0)


def test_the_first_weekend_goes_when_the_frequency_no_longer_has_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    typed(page, "weekend_offset", "veke 3")
    assert people(page)[0].weekend_offset == 3
    typed(page, "weekend_every", "høgst kvar 2. helg")
    assert people(page)[0].weekend_offset is None


def test_kinds_are_ticked_off(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    kinds = page.form.editors["kinds"]
    assert isinstance(kinds, TicksField)
    kinds.boxes["N"].click()
    assert people(page)[0].kinds == frozenset({ShiftKind.DAY, ShiftKind.EVENING})


def test_the_list_can_be_typed_in_sorted_and_filtered(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    model = page.table.records_model
    keys = [column.key for column in model.columns]
    assert model.setData(model.index(1, keys.index("wanted")), "80")
    assert people(page)[1].wanted_bp == 8000
    assert model.setData(model.index(1, keys.index("weekend_every")), "4")
    assert people(page)[1].weekend_every == 4
    assert model.setData(model.index(1, keys.index("competence")), "sykepleier")
    assert people(page)[1].competence == "nurse"
    assert not model.setData(model.index(1, keys.index("status")), "sjef")
    page.table.sortByColumn(keys.index("position"), Qt.SortOrder.DescendingOrder)
    assert page.table.model().index(0, 0).data() == "2"
    page.list.filter.setText("kari")
    assert page.table.model().rowCount() == 1


def test_adding_is_a_new_line_ready_for_a_name(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.list.filter.setText("kari")
    page.add_person()
    made = people(page)[-1]
    assert (made.number, made.position_bp) == ("3", 10_000)
    assert page.table.record(page.table.current_row()) == made
    assert page.form.editors["name"].editor.text() == ""
    typed(page, "name", "Ny")
    assert people(page)[-1].name == "Ny"
    assert len(page.document.plan.rows) == 3


def test_deleting_asks_only_when_more_than_the_line_is_lost(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path)
    asked: list[str] = []

    def answer(headline: str, details: str, answers: tuple[str, ...], parent: object) -> str:
        asked.append(f"{headline} {details}")
        return answers[-1]

    monkeypatch.setattr(people_page, "choose", answer)
    page.remove([0])
    assert len(asked) == 1
    assert "Kari Vik" in asked[0]
    assert "2 vakter i turnusane" in asked[0]
    assert len(people(page)) == 2
    page.remove([1])
    assert len(asked) == 1
    assert [entry.number for entry in people(page)] == ["1"]
    monkeypatch.setattr(people_page, "choose", lambda headline, details, answers, parent: answers[0])
    page.remove([0])
    assert people(page) == ()
    assert page._stack.currentWidget() is page.empty
    page.document.undo_stack.undo()
    page.document.undo_stack.undo()
    assert page.document.file == FILE
    assert page._stack.currentWidget() is not page.empty


def test_absences_are_added_changed_and_removed(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    table = page.form.absences
    table.first.setText("01.02.2027")
    table.last.setText("31.01.2027")
    table.add()
    assert page.document.undo_stack.count() == 0  # ends before it begins
    table.last.setText("07.02.2027")
    table.code.setCurrentText("perm")
    table.add()
    made = Absence(employee="1", first=date(2027, 2, 1), last=date(2027, 2, 7), code="PERM")
    assert page.document.unit.absences[-1] == made
    model = table.table.records_model
    assert model.setData(model.index(1, 1), "08.02.2027")
    assert page.document.unit.absences[-1] == replace(made, last=date(2027, 2, 8))
    assert not model.setData(model.index(1, 2), "D1")  # the code of a shift
    table.table.show_row(0)
    table.table.removed.emit([0])
    assert page.document.unit.absences == (replace(made, last=date(2027, 2, 8)),)
    page.arrive(Person(employee="2"))
    assert table.table.records_model.rowCount() == 0


def test_a_copied_list_pasted_back_changes_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    for language in Language:
        set_language(language)
        page = shown(qtbot, tmp_path)
        page._copy()
        copied = QGuiApplication.clipboard().text()
        preview = PeoplePreview(copied, page.document, {})
        qtbot.addWidget(preview)
        preview.twins.setCurrentIndex(1)
        preview.show_read()
        assert preview.people == (), (language, preview.problems.toPlainText())
        assert not preview.take.isEnabled()
        meanings = {guess.heading: guess.meaning for guess in preview._shown_columns}
        assert None not in meanings.values(), (language, meanings)


def pasted(page: PeoplePage, text: str, monkeypatch: pytest.MonkeyPatch) -> list[PeoplePreview]:
    """Paste, and accept whatever the preview shows."""
    seen: list[PeoplePreview] = []

    def accept(preview: PeoplePreview) -> int:
        seen.append(preview)
        return int(QDialog.DialogCode.Accepted)

    monkeypatch.setattr(PeoplePreview, "exec", accept)
    QGuiApplication.clipboard().setText(text)
    page.paste()
    return seen


def test_pasting_is_one_step(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, tmp_path, UnitFile(unit=replace(FILE.unit, employees=(), absences=())))
    assert page._stack.currentWidget() is page.empty
    pasted(page, "Navn\tStilling\nAnne Li\t80 %\nPer Dal\t50 %\nFeil\tmange", monkeypatch)
    assert [(one.name, one.position_bp) for one in people(page)] == [("Anne Li", 8000), ("Per Dal", 5000)]
    assert page.document.undo_stack.count() == 1
    page.document.undo_stack.undo()
    assert people(page) == ()


def test_those_already_there_can_be_updated(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path)
    text = "Nr\tNavn\tStilling\n1\tKari Vik\t70\n9\tNy Person\t100"
    preview = PeoplePreview(text, page.document, {})
    qtbot.addWidget(preview)
    assert [one.number for one in preview.people] == ["9"]
    preview.twins.setCurrentIndex(1)
    preview.twins.activated.emit(1)
    assert {one.number for one in preview.people} == {"1", "9"}
    assert "2" in preview.take.text()


def test_a_column_can_be_pointed_out(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    preview = PeoplePreview("Navn\tFoo\nAnne Li\t80\nPer Dal\t50", page.document, {})
    qtbot.addWidget(preview)
    box = preview.columns[1]
    box.setCurrentIndex(box.findText("Stilling i dag"))
    box.activated.emit(box.currentIndex())
    assert [one.position_bp for one in preview.people] == [8000, 5000]
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert preview.people == ()


def test_the_empty_page_tells_how_many_the_staffing_asks_for(qtbot: QtBot, tmp_path: Path) -> None:
    bare = unit(employees=(), shifts=(D1, N1), demand=(demand(ALL_WEEKDAYS, "07:30-15:00", 4),), absences=())
    page = shown(qtbot, tmp_path, UnitFile(unit=bare))
    # 4 people each weekend, everybody one in three: 12.
    assert "12" in page.empty._sentence.text()


def test_ctrl_v_pastes_once_and_del_removes(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path)
    seen = pasted(page, "Nr\tNavn\tStilling\n8\tAnne Li\t80 %", monkeypatch)
    assert len(people(page)) == 3
    page.document.undo_stack.undo()
    page.activateWindow()
    page.table.setFocus()
    qtbot.keyClick(page.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(seen) == 2
    assert [entry.number for entry in people(page)] == ["1", "2", "8"]
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert [entry.number for entry in people(page)] == ["1", "2"]

"""The form of people: one person from her name down, several changed together."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import Employee, ShiftKind, UnitFile
from heiltid.texts import Language
from tests.ui.people_page import FILE, KARI, OLA, people, shown, typed
from ui.pages.people import PeoplePage
from ui.pages.people.fields import extra_note
from ui.pages.people.paste import PeoplePreview
from ui.texts import set_language
from ui.widgets.form_fields import ChoiceField, TickField, TicksField


def test_the_list_names_how_often_as_the_form_does(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(
        qtbot, tmp_path, UnitFile(unit=replace(FILE.unit, employees=(replace(KARI, weekend_every=1),)))
    )
    column = next(entry for entry in page.table.records_model.columns if entry.key == "weekend_every")
    choice = page.form.editors["weekend_every"]
    assert isinstance(choice, ChoiceField)
    assert column.shown(people(page)[0]) == choice.editor.currentText() == "kvar helg"


def select(page: PeoplePage, *rows: int) -> None:
    """Mark lines, the last one with the cursor."""
    model, flags = page.table.selectionModel(), QItemSelectionModel.SelectionFlag
    page.table.clearSelection()
    for place in rows:
        model.setCurrentIndex(page.table.model().index(place, 0), flags.Select | flags.Rows)


def test_several_are_changed_in_one_step(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    before = people(page)
    select(page, 0, 1)
    assert page.form.heading.text() == "Gjeld 2 tilsette"
    off = [key for key, editor in page.form.editors.items() if not editor.isEnabled()]
    assert off == ["name", "number", "status", "position", "wanted", "min", "max", "elsewhere", "from", "to"]
    assert typed(page, "weekend_every", "høgst kvar 2. helg") == ""
    assert typed(page, "days_in_row", "4") == ""
    assert [(who.weekend_every, who.max_days_in_row) for who in people(page)] == [(2, 4), (2, 4)]
    assert page.form.heading.text() == "Gjeld 2 tilsette"  # they stay selected
    assert page.document.undo_stack.count() == 2
    page.document.undo_stack.undo()
    page.document.undo_stack.undo()
    assert people(page) == before


def test_one_kind_of_shift_for_several_leaves_the_others_alone(qtbot: QtBot, tmp_path: Path) -> None:
    day, evening, night = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT
    staff = (replace(KARI, kinds=frozenset({day, evening})), replace(OLA, kinds=frozenset({day, night})))
    page = shown(qtbot, tmp_path, UnitFile(unit=replace(FILE.unit, employees=staff)))
    select(page, 0, 1)
    kinds = page.form.editors["kinds"]
    assert isinstance(kinds, TicksField)
    states = {letter: box.checkState() for letter, box in kinds.boxes.items()}
    mixed = Qt.CheckState.PartiallyChecked
    assert states == {"D": Qt.CheckState.Checked, "A": mixed, "N": mixed}
    kinds.boxes["N"].click()  # a dash becomes a tick: everybody works nights
    assert [who.kinds for who in people(page)] == [{day, evening, night}, {day, night}]
    kinds.boxes["N"].click()  # and nobody
    assert [who.kinds for who in people(page)] == [{day, evening}, {day}]


def test_what_one_of_several_cannot_have_changes_nobody(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path)
    select(page, 0, 1)
    assert typed(page, "days_in_row", "mange") == "Skriv eit heilt tal."  # it is the same for all
    editor = page.form.editors["days_in_row"]
    held = page.form._fields.by_key["days_in_row"]

    def only_ola(person: Employee, text: str) -> Employee:
        if person.number == "1":
            raise ValueError("Det går ikkje.")
        return held.parse(person, text)

    monkeypatch.setitem(page.form._fields.by_key, "days_in_row", replace(held, parse=only_ola))
    assert typed(page, "days_in_row", "4") == "Kari Vik: Det går ikkje."
    assert people(page) == FILE.unit.employees
    assert editor.trouble
    select(page, 1)
    assert not editor.trouble
    assert page.form.heading.text() == "Ola Berg"
    assert page.form.editors["name"].isEnabled()


def test_what_differs_is_told_and_chosen_for_all(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    select(page, 0, 1)
    competence, long = page.form.editors["competence"], page.form.editors["long"]
    assert isinstance(competence, ChoiceField)
    assert isinstance(long, TickField)
    assert (competence.editor.currentIndex(), competence.editor.placeholderText()) == (-1, "ulikt")
    assert typed(page, "competence", "sjukepleiar") == ""
    assert [who.competence for who in people(page)] == ["nurse", "nurse"]
    assert typed(page, "long", "") == ""
    assert [who.long_shifts for who in people(page)] == [True, True]


def test_another_person_is_shown_from_her_name_down(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    bar = page.form._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    typed(page, "days_in_row", "4")  # the same person: nothing jumps
    assert bar.value() == bar.maximum()
    page.table.show_row(1)
    assert bar.value() == 0


def test_a_weekend_in_thirty_is_asked_about_and_one_in_six_is_not(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    column = next(
        place for place, entry in enumerate(page.table.records_model.columns) if entry.key == "weekend_every"
    )
    model, said = page.table.records_model, []
    page.desk.status_said.connect(said.append)
    note = "Kvar 30. helg er svært sjeldan. Meinte du eit lågare tal?"
    for typed_in, expected, look in (("6", "", ""), ("30", note, "warning"), ("3", "", "")):
        assert model.setData(model.index(0, column), typed_in)
        assert people(page)[0].weekend_every == int(typed_in)
        assert page.form.editors["weekend_every"].note == expected
        look_of = model.columns[column].look
        assert look_of is not None
        assert look_of(people(page)[0]) == look
    assert said == [f"Kari Vik: {note}"]


def test_nights_alone_with_long_shifts_are_told_in_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    long = replace(FILE.unit.shifts[0], code="L9", kind=ShiftKind.LONG)
    nights = replace(KARI, kinds=frozenset({ShiftKind.NIGHT}))
    ward = replace(FILE.unit, shifts=(*FILE.unit.shifts, long), employees=(nights, OLA))
    page = shown(qtbot, tmp_path, UnitFile(unit=ward))
    note = page.form.editors["long"]
    assert note.note == ""
    typed(page, "long", "")
    assert people(page)[0].long_shifts
    assert note.note == "Berre natt, men langvakter er på: ho kan få langvakter på dagtid."
    select(page, 0, 1)
    assert note.note == "Minst éin går berre natt, men har langvakter på, og kan få langvakter på dagtid."
    select(page, 1)
    assert note.note == ""
    short = tuple(shift for shift in FILE.unit.shifts if shift.kind is not ShiftKind.LONG)
    ward = replace(FILE.unit, shifts=short, employees=(people(page)[0],))
    without = shown(qtbot, tmp_path, UnitFile(unit=ward))
    assert without.form.editors["long"].note == ""  # the unit has no long shifts


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        *(("dag, kveld, natt", "ADN"), ("natt", "N"), ("dag og kveld", "AD"), ("berre natt", "N")),
        *(
            ("bare natt", "N"),
            ("day and evening", "AD"),
            ("nights only", "N"),
            ("D, A, N", "ADN"),
            ("dn", "DN"),
        ),
    ],
)
def test_kinds_are_typed_in_words_or_letters(qtbot: QtBot, tmp_path: Path, words: str, letters: str) -> None:
    page = shown(qtbot, tmp_path)
    model = page.table.records_model
    place = [column.key for column in model.columns].index("kinds")
    other = "D" if letters != "D" else "A"
    assert model.setData(model.index(0, place), other)
    assert model.setData(model.index(0, place), words)
    assert "".join(sorted(kind.value for kind in people(page)[0].kinds)) == letters


def test_kinds_that_are_refused_are_told_where_it_stays(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    said: list[str] = []
    page.desk.status_said.connect(said.append)
    model = page.table.records_model
    place = [column.key for column in model.columns].index("kinds")
    before = people(page)
    assert not model.setData(model.index(0, place), "av og til")
    assert people(page) == before
    assert said == ["Fann «av og til», skal vere vaktslag: D, A, N. Langvakter står i ein eigen kolonne."]


def test_a_usual_name_is_read_whole_beside_the_form(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.resize(900, 640)  # narrower than a small screen's window: the table scrolls before names are cut
    qtbot.wait(10)
    name = [column.key for column in page.table.records_model.columns].index("name")
    words = page.table.fontMetrics().horizontalAdvance("Ingunn Haugstad")
    assert page.table.columnWidth(name) > words + 14


def test_how_often_weekends_is_read_as_a_limit_wherever_it_stands(qtbot: QtBot, tmp_path: Path) -> None:
    words = {
        Language.NYNORSK: ("høgst", "høgst kvar 3. helg", "kvar 3.", "ikkje eit ønske"),
        Language.BOKMAL: ("høyst", "høyst hver 3. helg", "hver 3.", "ikke et ønske"),
        Language.ENGLISH: ("at most", "at most one weekend in 3", "1 in 3", "not a wish"),
    }
    for language, (at_most, in_form, in_cell, no_wish) in words.items():
        set_language(language)
        page = shown(qtbot, tmp_path)
        select(page, 0)
        choice = page.form.editors["weekend_every"]
        assert isinstance(choice, ChoiceField)
        assert choice.editor.currentText() == in_form
        preview = PeoplePreview("Kari Li\t80", page.document, {})
        qtbot.addWidget(preview)
        for model in (page.table.records_model, preview.rows.records_model):
            column = next(entry for entry in model.columns if entry.key == "weekend_every")
            assert at_most in column.title
            assert column.shown(people(page)[0]) == in_cell
            assert no_wish in column.tooltip


def test_a_frequency_that_does_not_fit_the_weeks_is_told_beneath_it(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, replace(FILE, unit=replace(FILE.unit, weeks=6), plans=()))
    select(page, 0)
    assert typed(page, "weekend_every", "høgst kvar 4. helg") == ""
    note = page.form.editors["weekend_every"].findChildren(QLabel)
    assert any("6 veker går ikkje opp i helg kvar 4." in label.text() for label in note)
    assert typed(page, "weekend_every", "høgst kvar 3. helg") == ""
    assert not any("går ikkje opp" in label.text() for label in note)


def test_extra_weekends_are_told_in_a_year(qtbot: QtBot, tmp_path: Path) -> None:
    file = UnitFile(unit=replace(FILE.unit, weeks=6, absences=()))
    page = shown(qtbot, tmp_path, file)
    field = page.form.editors["extra_weekends"]
    assert field.note == ""  # none, nothing to tell
    assert typed(page, "extra_weekends", "1") == ""
    told = field.note
    assert told.startswith("1 i 6 veker: om lag 9 helger meir i året. ")  # 52 / 6 = 8.67
    # Every third weekend in six weeks: the one more lies beside another.
    assert "kan berre laurdag til kl. 18 brukast" in told
    select(page, 0, 1)  # she and one without: no figure holds for both
    assert field.note == ""
    assert typed(page, "extra_weekends", "2") == ""
    assert field.note.startswith("2 i 6 veker: om lag 17 helger meir i året. ")
    assert "Dei 2 gir berre éin søndag meir" in field.note
    assert typed(page, "weekend_every", "høgst kvar 4. helg") == ""
    assert typed(page, "extra_weekends", "1") == ""
    assert field.note == "1 i 6 veker: om lag 9 helger meir i året"


@pytest.mark.parametrize(
    ("extra", "weeks", "expected"),
    [
        (1, 40, "1 i 40 veker: om lag éi helg meir i året"),
        (1, 1, "1 kvar veke: om lag 52 helger meir i året"),
        (1, 52, ""),
        (0, 6, ""),
    ],
)
def test_what_is_told_of_extra_weekends(extra: int, weeks: int, expected: str) -> None:
    assert extra_note(extra, weeks) == expected

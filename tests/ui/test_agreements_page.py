"""The page of agreements: marking what was signed, what people write instead, and what a paragraph means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import person, plan, unit
from builders import row as line_of
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.calendar import Calendar
from heiltid.model import Agreement, Signed, Unit, UnitFile
from heiltid.rules.agreement_list import AgreementUse, agreement_list
from heiltid.rules.agreements import INDIVIDUAL, LOCAL
from heiltid.rules.finding import Signer
from heiltid.rules.registry import judge
from heiltid.texts import Language, text
from tests.ui import screens
from ui.app import Program
from ui.pages.agreements.lines import (
    WHEN_LETTERS,
    agreement_lines,
    changed,
    marked,
    signer_shortly,
    when_words,
    who_words,
    with_typed_state,
)
from ui.pages.rota.findings_list import Grouping, Section, entries, sections
from ui.texts import set_language
from ui.theme import ThemeName
from ui.widgets.cell_words import SIDE
from ui.widgets.record_table import RecordTable

MAGNUS, OLAV = person("1", name="Magnus Berg"), person("2", name="Olav Dahl")


def use(paragraph: str, *employees: str) -> AgreementUse:
    return AgreementUse(
        paragraph=paragraph,
        signer=Signer.EMPLOYEE,
        employees=employees,
        days=(0,),
        rules=("shift_length",),
        signed=Signed.NO,
    )


def two() -> Unit:
    return unit(employees=(MAGNUS, OLAV))


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program = screens.program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    program.desk.files.start_new(screens.sample())
    program.window.show()
    program.window.show_page("agreements")
    screens.settle()
    yield program
    screens.close(program)


def table_of(made: Program) -> RecordTable:
    found = made.window.findChild(RecordTable, "agreements_table")
    assert isinstance(found, RecordTable)
    return found


def button(made: Program, key: str) -> QPushButton:
    found = made.window.findChild(QPushButton, f"ui.agreements.{key}")
    assert isinstance(found, QPushButton)
    return found


def choose(table: RecordTable, *rows: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().clear()
    for row in rows:
        table.selectionModel().select(table.model().index(row, 0), flags.Select | flags.Rows)


def test_chosen_lines_are_marked_together_in_one_step(made: Program) -> None:
    document, table = made.desk.document, table_of(made)
    before = document.file
    assert not button(made, "mark_yes").isEnabled()  # nothing is chosen
    choose(table, 0, 1)
    button(made, "mark_yes").click()
    assert [table.record(row).signed for row in (0, 1)] == [Signed.YES, Signed.YES]
    assert table.record(0).row.signed_on == date.today()
    model = table.records_model
    by = next(place for place, column in enumerate(model.columns) if column.key == "by")
    signatories = [table.record(row).signatory for row in (0, 1)]
    assert [model.index(row, by).data() for row in (0, 1)] == [
        name or "… skriv namnet her" for name in signatories
    ]
    assert model.index(2, by).data() == ""
    assert model.write(0, by, "Eva Sande", table.record(0))
    assert model.index(0, by).data() == "Eva Sande"
    document.undo_stack.undo()
    choose(table, 1)
    button(made, "mark_refused").click()
    assert table.record(0).signed is Signed.YES
    assert any(entry.signed is Signed.REFUSED for entry in document.unit.agreements)
    document.undo_stack.undo()
    document.undo_stack.undo()
    assert document.file is before


def test_the_chosen_paragraph_is_told_in_words_with_its_limit_and_its_place(made: Program) -> None:
    table = table_of(made)
    scope = made.window.findChild(QLabel, "agreement_scope")
    assert scope.text().startswith("Vel ei linje")
    choose(table, 0)
    line = table.record(0)
    headings = [label.text() for label in made.window.page("agreements").findChildren(QLabel)]
    assert any(words.startswith(f"Arbeidsmiljølova § {line.paragraph}: avtalen") for words in headings)
    assert "timar" in scope.text()
    assert made.window.findChild(QLabel, "agreement_use").text().count("\n") >= 1


def test_the_buttons_stay_where_they_are_when_a_line_is_chosen(made: Program) -> None:
    sign = button(made, "mark_yes")
    before = sign.mapTo(made.window, sign.rect().topLeft())
    choose(table_of(made), 0)
    screens.settle()
    assert sign.mapTo(made.window, sign.rect().topLeft()) == before


def test_every_place_counts_the_same_agreements(made: Program) -> None:
    document = made.desk.document
    findings = document.judgement.findings
    needed = len(agreement_list(findings))
    places = sections(document)[Section.AGREEMENT]
    assert len(places) > needed  # one agreement covers many places
    heading = next(line for line in entries(document, Grouping.RULE, ()) if line.section is Section.AGREEMENT)
    assert (heading.title, heading.counted) == ("Treng avtale", f"{len(places)} stader, {needed} avtalar")
    sentence = next(label.text() for label in made.window.page("agreements").findChildren(QLabel))
    assert sentence.startswith(f"Avtalar turnusen treng: {needed}.")


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("signert", Signed.YES),
        ("Ja", Signed.YES),
        ("underskriven", Signed.YES),
        ("nei", Signed.NO),
        ("ikkje enno", Signed.NO),
        ("Avslag", Signed.REFUSED),
    ],
)
def test_what_people_write_is_understood(typed: str, state: Signed) -> None:
    set_language(Language.NYNORSK)
    line = agreement_lines(two(), [use(INDIVIDUAL, "1")])[0]
    assert with_typed_state(line, typed).signed is state


def test_what_nobody_can_understand_is_answered_with_the_words_to_use() -> None:
    set_language(Language.NYNORSK)
    line = agreement_lines(two(), [use(INDIVIDUAL, "1")])[0]
    with pytest.raises(ValueError, match=r"Skriv éin av: underskriven, ikkje enno, avslått\."):
        with_typed_state(line, "kanskje")


def test_a_date_that_is_known_stays_and_goes_when_it_is_not_signed_after_all() -> None:
    signed = Agreement(paragraph=LOCAL, signed=Signed.YES, by="HTV", signed_on=date(2026, 12, 1))
    ward = replace(two(), agreements=(signed,))
    lines = agreement_lines(ward, [use(LOCAL, "1", "2")])
    assert marked(ward, lines, Signed.YES).agreements == (signed,)
    after = marked(ward, lines, Signed.NO).agreements[0]
    assert (after.signed, after.signed_on, after.by) == (Signed.NO, None, "HTV")


def test_what_one_person_signs_leaves_the_row_of_the_whole_unit_alone() -> None:
    everybody = Agreement(paragraph=INDIVIDUAL, signed=Signed.NO)
    ward = replace(two(), agreements=(everybody,))
    lines = agreement_lines(ward, [use(INDIVIDUAL, "1"), use(INDIVIDUAL, "2")])
    after = marked(ward, lines[:1], Signed.YES)
    assert after.agreements[0] == everybody
    assert [(e.employee, e.signed) for e in after.agreements[1:]] == [("1", Signed.YES)]
    assert changed(lines[1], by="x").row.employee == "2"


def test_what_one_employee_signs_is_signed_by_her_until_the_mark_is_taken_away() -> None:
    set_language(Language.NYNORSK)
    ward = two()
    lines = agreement_lines(ward, [use(INDIVIDUAL, "1"), use(LOCAL, "1", "2")])
    after = marked(ward, lines, Signed.YES)
    assert [(entry.paragraph, entry.by) for entry in after.agreements] == [
        (INDIVIDUAL, "Magnus Berg"),
        (LOCAL, ""),
    ]
    again = agreement_lines(after, [use(INDIVIDUAL, "1"), use(LOCAL, "1", "2")])
    assert marked(after, again, Signed.NO).agreements[0].by == ""


def test_before_there_is_a_rota_the_page_says_that_agreements_come_with_it(made: Program) -> None:
    document = made.desk.document
    unit = replace(document.unit, agreements=(Agreement(paragraph=LOCAL),))
    made.desk.files.start_new(UnitFile(unit=unit, plans=()))
    made.window.show_page("agreements")
    screens.settle()
    labels = [label.text() for label in made.window.page("agreements").findChildren(QLabel)]
    assert labels[0] == "Ingen turnus enno: avtalane han treng, viser seg her når han er laga."
    table = table_of(made)
    assert table.records_model.index(0, 1).data() == "–"
    choose(table, 0)
    assert made.window.findChild(QLabel, "agreement_use").text().startswith("Ingen turnus enno")


def test_days_and_weeks_are_counted_where_the_column_has_no_room_for_them(made: Program) -> None:
    table, model = table_of(made), table_of(made).records_model
    place = next(at for at, column in enumerate(model.columns) if column.key == "when")
    for row in range(model.rowCount()):
        words = model.index(row, place).data()
        assert len(words) <= WHEN_LETTERS, words
    used = [line.use for line in map(table.record, range(model.rowCount())) if line.use is not None]
    assert used
    assert all(len(use.grounds) == len(use.rules) for use in used)


@pytest.mark.parametrize(
    ("spoken", "averaged"),
    [
        (Language.NYNORSK, "i snitt over åtte veker, men aldri over 50 timar i ei veke"),
        (Language.BOKMAL, "i snitt over åtte uker, men aldri over 50 timer i en uke"),
        (Language.ENGLISH, "averaged over eight weeks, but never above 50 hours in a week"),
    ],
)
def test_the_employee_s_own_agreement_tells_how_a_week_of_fifty_hours_is_lawful(
    spoken: Language, averaged: str
) -> None:
    # The paper to sign names weeks of more than 48 h under this very sentence.
    assert averaged in text("agreement_scope.individual", spoken)


def test_when_names_the_days_its_column_has_room_for_and_counts_the_rest() -> None:
    set_language(Language.NYNORSK)
    # Nights of 10 h, five a week, in four of eight weeks: above 9 h a shift and 40 h a week.
    ward = unit(8, employees=(MAGNUS,))
    cells = ("N1 N1 N1 N1 N1 - - " + "- - - - - - - ") * 4
    uses = agreement_list(judge(ward, plan(line_of(cells))))
    line = next(entry for entry in agreement_lines(ward, uses) if entry.paragraph == "10-5 (1)")
    days, weeks = "v1 mån–fre, v3 mån–fre, v5 mån–fre, v7 mån–fre", "v1, v3, v5, v7"
    assert when_words(line, Calendar(ward)) == f"{days}; {weeks}"
    assert when_words(line, Calendar(ward), 25) == f"20 dagar; {weeks}"
    assert when_words(line, Calendar(ward), 20) == "20 dagar; 4 veker"


def test_who_names_as_many_as_there_is_room_for_and_counts_the_others() -> None:
    set_language(Language.NYNORSK)
    people = (MAGNUS, OLAV, person("3", name="Ågot Eide"))
    (line,) = agreement_lines(unit(employees=people), [use("10-5 (2)", "1", "2", "3")])
    ward = unit(employees=people)
    assert who_words(line, ward) == "Magnus Berg, Olav Dahl, Ågot Eide"
    assert who_words(line, ward, 32) == "Magnus Berg, Olav Dahl og 1 til"
    assert who_words(line, ward, 25) == "Magnus Berg og 2 til"
    assert who_words(line, ward, 3) == "Magnus Berg og 2 til"
    turned = unit(employees=(replace(MAGNUS, name="Berg, Magnus"), *people[1:]))
    assert who_words(line, turned) == "Berg, Magnus; Olav Dahl; Ågot Eide"


def test_what_who_and_when_are_whole_in_a_small_window(made: Program) -> None:
    made.window.resize(1366, 768)
    screens.settle()
    table = table_of(made)
    assert table.horizontalScrollBar().maximum() == 0
    columns = {column.key: place for place, column in enumerate(table.records_model.columns)}
    for key in ("what", "who", "when"):
        for row_here in range(table.model().rowCount()):
            words = str(table.model().index(row_here, columns[key]).data())
            room = table.columnWidth(columns[key]) - 2 * SIDE
            assert table.fontMetrics().horizontalAdvance(words) <= room, words


@pytest.mark.parametrize("spoken", list(Language))
def test_whoever_signs_is_whole_in_every_language(qtbot: QtBot, tmp_path: Path, spoken: Language) -> None:
    program = screens.program(tmp_path, spoken, ThemeName.LIGHT)
    program.desk.files.start_new(screens.sample())
    program.window.resize(1366, 768)
    program.window.show()
    program.window.show_page("agreements")
    screens.settle()
    table = table_of(program)
    place = next(at for at, column in enumerate(table.records_model.columns) if column.key == "signer")
    room = table.columnWidth(place) - 2 * SIDE
    wide = [
        word for word in map(signer_shortly, Signer) if table.fontMetrics().horizontalAdvance(word) > room
    ]
    no_scrolling = table.horizontalScrollBar().maximum() == 0
    screens.close(program)
    assert not wide
    assert no_scrolling

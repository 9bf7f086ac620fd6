"""The page of the unit: its fields, its shifts, its competences, and what becomes of the rotas."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import A1, D1, N1, WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.model import (
    EVERY_DAY,
    DaySelector,
    DemandRow,
    RotaKind,
    ShiftKind,
    Unit,
    UnitFile,
    Wish,
    WishDays,
)
from ui.desk import Desk
from ui.document import Document
from ui.files import Files
from ui.pages.unit import UnitPage
from ui.pages.unit import page as unit_page
from ui.pages.unit.shifts import BREAK, CODE, COMPETENCE, DAYS, FROM, KIND, NAME, PAID, TO, free_code
from ui.settings import Settings
from ui.starting import bare_unit
from ui.widgets.form_fields import ChoiceField, LineField
from ui.widgets.record_table import RecordTable

BY_CODE = DemandRow(days=DaySelector(weekdays=WEEKDAYS), shift="D1", minimum=1, target=1)
FILE = UnitFile(
    unit=unit(
        weeks=2,
        shifts=(D1, A1, N1),
        demand=(BY_CODE, demand(WEEKDAYS, "14:30-22:00", 1, competence="nurse")),
        employees=(person("1", 5000, competence="nurse"),),
        wishes=(Wish(employee="1", when=WishDays(weekday=0), code="D1"),),
    ),
    plans=(plan(row("D1 D1 - - - - - A1 A1 - - - - -", "1", 5000)),),
)


def shown(qtbot: QtBot, folder: Path, file: UnitFile = FILE) -> UnitPage:
    document = Document(file)
    settings = Settings(folder)
    page = UnitPage(Desk(document, Files(document, settings), settings, ()))
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.shown()
    return page


def ward(page: UnitPage) -> Unit:
    return page.document.unit


def codes(page: UnitPage) -> list[str]:
    return [str(cell.shift) for cell in page.document.plan.rows[0].cells if cell.shift is not None]


def fill(page: UnitPage, key: str, text: str) -> str:
    """Type into a field of the form; the sentence that says why not."""
    editor = page.unit_card.editors[key]
    if isinstance(editor, LineField):
        editor.editor.setText(text)
        editor.editor.editingFinished.emit()
    else:
        assert isinstance(editor, ChoiceField)
        assert editor.editor.findText(text) >= 0
        editor.editor.setCurrentIndex(editor.editor.findText(text))
        editor.editor.textActivated.emit(text)
    return editor.trouble


def typed(table: RecordTable, place: int, column: int, text: str) -> str:
    """Type into a cell; the sentence that says why not."""
    said: list[str] = []
    model = table.records_model
    model.refused.connect(lambda row, column, why: said.append(why))
    model.write(place, column, text, model.records[place])
    return said[0] if said else ""


# -- the unit's own fields --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("name", "Solbakken", "name", "Solbakken"),
        ("municipality", "Fjellvik", "municipality", "Fjellvik"),
        ("residents", "32", "residents", 32),
        ("full_time", "33,6 t", "full_time_week_minutes", 2016),
        ("full_time", "tredelt, rekna for kvar", "full_time_week_minutes", None),
        ("small", "45,5 %", "small_position_below_bp", 4550),
        ("budget", "18,94", "fte_budget_bp", 189_400),
        ("kind", "Med datoar", "kind", RotaKind.DATED),
    ],
)
def test_every_field_is_one_step(
    qtbot: QtBot, tmp_path: Path, key: str, text: str, field: str, value: object
) -> None:
    page = shown(qtbot, tmp_path)
    assert fill(page, key, text) == ""
    assert getattr(ward(page), field) == value
    assert page.document.undo_stack.count() == 1
    page.document.undo_stack.undo()
    assert page.document.file == FILE


@pytest.mark.parametrize(
    ("key", "text", "part"),
    [
        ("start", "05.01.2027", "Meinte du «04.01.2027»"),
        ("start", "i morgon", "Skriv ein dato"),
        ("weeks", "0", "heilt tal"),
        ("weeks", "53", "heilt tal"),
        ("small", "101 %", "prosent"),
        ("budget", "mange", "årsverk"),
        ("residents", "-4", "heilt tal"),
    ],
)
def test_what_does_not_fit_is_told_beneath_the_field(
    qtbot: QtBot, tmp_path: Path, key: str, text: str, part: str
) -> None:
    page = shown(qtbot, tmp_path)
    assert part in fill(page, key, text)
    assert page.document.file == FILE


def test_more_weeks_repeat_a_rotating_rota(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    said: list[str] = []
    page.desk.status_said.connect(said.append)
    fill(page, "weeks", "4")
    assert codes(page) == ["D1", "D1", "A1", "A1"] * 2
    assert said == ["Turnusane er tekne om att til dei er 4 veker."]


def test_fewer_weeks_say_what_is_lost(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, tmp_path)
    asked: list[str] = []

    def answer(headline: str, details: str, answers: tuple[str, ...], parent: object) -> str:
        asked.append(details)
        return answers[len(asked) != 2]

    monkeypatch.setattr(unit_page, "choose", answer)
    fill(page, "weeks", "1")
    assert asked == ["Dette blir fjerna: 2 vakter i turnusane."]
    assert page.document.file == FILE
    assert page.unit_card.editors["weeks"].editor.text() == "2"  # type: ignore[attr-defined]
    fill(page, "weeks", "1")
    assert codes(page) == ["D1", "D1"]


# -- shifts -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("column", "text", "field", "value"),
    [
        (NAME, "Dagvakt", "name", "Dagvakt"),
        (KIND, "langvakt", "kind", ShiftKind.LONG),
        (KIND, "n", "kind", ShiftKind.NIGHT),
        (FROM, "16:00", "end_minute", 900 + 1440),  # 15:00 is now the day after
        (TO, "16", "end_minute", 960),
        (BREAK, "30 min", "unpaid_break_minutes", 30),
        (DAYS, "mån-fre", "days", DaySelector(weekdays=WEEKDAYS)),
        (COMPETENCE, "sjukepleiar", "competence", "nurse"),
    ],
)
def test_every_column_is_typed_in(
    qtbot: QtBot, tmp_path: Path, column: int, text: str, field: str, value: object
) -> None:
    page = shown(qtbot, tmp_path)
    assert typed(page.table, 0, column, text) == ""
    assert getattr(ward(page).shifts[0], field) == value


def test_paid_hours_are_reckoned_and_not_typed(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    typed(page.table, 0, BREAK, "30")
    model = page.table.records_model
    assert model.index(0, PAID).data() == "7,0 t"  # 07:30-15:00 less half an hour
    typed(page.table, 0, BREAK, "35")
    assert model.index(0, PAID).data() == "6,92 t"
    assert not model.flags(model.index(0, PAID)) & Qt.ItemFlag.ItemIsEditable
    typed(page.table, 0, DAYS, "mån")
    typed(page.table, 0, DAYS, "alle")
    assert ward(page).shifts[0].days == EVERY_DAY  # red days too


def test_a_new_code_is_carried_along(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    assert typed(page.table, 0, CODE, "DX") == ""
    assert codes(page) == ["DX", "DX", "A1", "A1"]
    assert (ward(page).demand[0].shift, ward(page).wishes[0].code) == ("DX", "DX")
    assert page.document.undo_stack.count() == 1


@pytest.mark.parametrize(
    ("column", "text", "part"),
    [
        (CODE, "A1", "står alt på linje"),
        (CODE, "F1", "F1"),
        (CODE, "", "kode på"),
        (KIND, "ettermiddag", "Vel eitt av desse: dagvakt"),
        (BREAK, "450", "heilt tal"),
        (DAYS, "", "dagar"),
    ],
)
def test_a_shift_that_does_not_fit_is_refused(
    qtbot: QtBot, tmp_path: Path, column: int, text: str, part: str
) -> None:
    page = shown(qtbot, tmp_path)
    assert part in typed(page.table, 0, column, text)
    assert page.document.file == FILE


def test_shifts_are_made_and_doubled(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    assert free_code(ward(page), "Natt") == "Natt1"
    page.add_shift()
    page.table.show_row(1)
    page.copy_shift()
    assert [shift.code for shift in ward(page).shifts] == ["D1", "A1", "A2", "N1", "D2"]
    assert replace(ward(page).shifts[2], code="A1") == A1


@pytest.mark.parametrize(
    ("kind", "times"),
    [
        ("nattevakt", (21 * 60 + 45, 31 * 60 + 45)),  # 21:45-07:45
        ("kveldsvakt", (14 * 60 + 30, 22 * 60)),
        ("langvakt", (7 * 60 + 30, 20 * 60)),
        ("anna vakt", (8 * 60, 16 * 60)),  # nothing is usual for it
    ],
)
def test_a_new_shift_takes_the_usual_times_of_its_kind_until_others_are_typed(
    qtbot: QtBot, tmp_path: Path, kind: str, times: tuple[int, int]
) -> None:
    page = shown(qtbot, tmp_path)
    page.add_shift()
    typed(page.table, 3, KIND, kind)
    new = ward(page).shifts[3]
    assert (new.start_minute, new.end_minute) == times
    typed(page.table, 3, FROM, "06:15")
    typed(page.table, 3, KIND, "dagvakt")
    assert (ward(page).shifts[3].start_minute, ward(page).shifts[3].kind) == (6 * 60 + 15, ShiftKind.DAY)
    typed(page.table, 3, KIND, "nattevakt")
    assert ward(page).shifts[3].start_minute == 6 * 60 + 15


def test_deleting_a_shift_says_what_goes_with_it(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path)
    asked: list[tuple[str, str]] = []

    def answer(headline: str, details: str, answers: tuple[str, ...], parent: object) -> str:
        asked.append((headline, details))
        return answers[len(asked) != 2]

    monkeypatch.setattr(unit_page, "choose", answer)
    page.remove_shifts([0])
    assert asked[0][0] == "Slette D1?"
    for part in ("1 vaktkode", "1 rad i bemanninga", "1 ønske", "2 vakter i turnusane"):
        assert part in asked[0][1]
    assert page.document.file == FILE
    page.remove_shifts([0])
    assert codes(page) == ["A1", "A1"]
    assert len(ward(page).demand) == 1
    page.remove_shifts([1])  # nobody works N1: nothing to ask
    assert len(asked) == 2
    assert [shift.code for shift in ward(page).shifts] == ["A1"]


# -- competences ------------------------------------------------------------------------------------


def test_a_competence_is_renamed_everywhere(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    table = page.competences.table
    assert typed(table, 0, 0, "Vernepleiar") == ""
    assert (ward(page).employees[0].competence, ward(page).demand[1].competence) == ("Vernepleiar",) * 2
    assert "står alt" in typed(table, 0, 0, "assistent")


def test_whom_a_competence_covers(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    table = page.competences.table
    assert typed(table, 0, 1, "helsefagarbeider, assistent") == ""
    assert ward(page).competences[0].covers == {"health worker", "assistant"}
    assert typed(table, 0, 1, "–") == ""
    assert ward(page).competences[0].covers == frozenset()
    assert "ukjend" in typed(table, 0, 1, "trollmann")


def test_competences_come_and_go(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = shown(qtbot, tmp_path)
    page.add_competence()
    page.add_competence()
    assert [entry.name for entry in ward(page).competences[3:]] == ["ny kompetanse", "ny kompetanse 2"]
    page.remove_competences([3, 4])  # nobody has them
    asked: list[str] = []
    monkeypatch.setattr(unit_page, "choose", lambda *given: asked.append(given[1]))
    page.remove_competences([0])
    assert "1 rad i bemanninga" in asked[0]
    assert len(ward(page).competences) == 3


def test_a_unit_with_nothing_is_shown(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, bare_unit())
    assert page.grab().width() > 0
    page.add_shift()
    assert [shift.code for shift in ward(page).shifts] == ["D1"]


def test_who_may_work_day_evening_and_night_may_have_a_shorter_week_by_the_tariff(
    qtbot: QtBot, tmp_path: Path
) -> None:
    three = frozenset({ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT})
    people = (
        person("1", kinds=three),
        person("2", kinds=three),
        person("3", kinds=three - {ShiftKind.NIGHT}),
    )
    page = shown(qtbot, tmp_path, replace(FILE, unit=replace(FILE.unit, employees=people), plans=()))
    week = page.findChild(QLabel, "unit_week")
    assert week.isVisibleTo(page)
    assert week.text().startswith("2 tilsette kan arbeide både dag, kveld og natt.")
    page.document.apply_unit("tredelt", replace(page.document.unit, full_time_week_minutes=None))
    assert week.isVisibleTo(page)
    assert week.text().startswith(
        "Heiltidsveka blir rekna for kvar etter vaktene i turnusen (HTA § 4.2): 33,6"
    )
    page.document.apply_unit("alle", replace(FILE.unit, employees=(people[2],)))
    assert not week.isVisibleTo(page)  # one week for all, and nobody may have a shorter one

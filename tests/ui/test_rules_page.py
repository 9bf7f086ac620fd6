"""The page of rules: words for every limit, values as people write them, books, changes and the way back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builders import person, unit
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from heiltid.edits.unit_problems import unit_problems
from heiltid.model import RuleOverride, Unit, UnitFile
from heiltid.rulebook import Value, book_names, book_of, load_book, parse_value
from heiltid.texts import Language, catalogue
from ui.desk import Desk
from ui.document import Document
from ui.files import Files
from ui.pages.rules import RulesPage
from ui.pages.rules import page as rules_page
from ui.pages.rules.limits import (
    FOR_ALL,
    Limit,
    limit_words,
    limits_of,
    now_words,
    rule_help,
    rule_title,
    source_words,
    with_book,
    with_value,
    without_change,
)
from ui.pages.rules.values import stored, value_typed, value_words
from ui.settings import Settings
from ui.starting import bare_unit
from ui.texts import set_language

WARD = unit(employees=(person("1", name="Kari Vik"), person("2", name="Ola Berg")))
BOOK = load_book("local")
VALUE = 2  # column of the value
PARAGRAPH = re.compile(r"(AML|HTA \d|SFS \d+)( § [\d.-]+)?( \(\d\))?((,| /) ?(AML § )?[\d-]+ \(\d\))?")


def limit(rule: str, parameter: str, ward: Unit = WARD, employee: str | None = None) -> Limit:
    return next(
        entry for entry in limits_of(ward, employee) if (entry.rule, entry.parameter) == (rule, parameter)
    )


# -- words ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", book_names())
@pytest.mark.parametrize("language", list(Language))
def test_every_limit_of_every_book_has_its_words(name: str, language: Language) -> None:
    set_language(language)
    limits = limits_of(with_book(WARD, name), None)
    assert len(limits) == len(load_book(name).parameters) > 20
    for entry in limits:
        assert limit_words(entry)
        assert rule_title(entry.rule)
        assert rule_help(entry.rule)
        own = f"ui.source.{entry.rule}.{entry.parameter}" in catalogue()
        is_practice = entry.entry.source.startswith("usual practice")
        # What is no bare paragraph must be said in the user's language.
        assert own or is_practice or PARAGRAPH.fullmatch(entry.entry.source), entry.entry.source
        assert source_words(entry)


def test_no_words_are_left_over() -> None:
    known = {f"ui.parameter.{rule}.{parameter}" for rule, parameter in BOOK.parameters}
    known |= {f"ui.source.{rule}.{parameter}" for rule, parameter in BOOK.parameters}
    written = {key for key in catalogue() if key.startswith(("ui.parameter.", "ui.source."))}
    assert written <= known
    assert set(rules_page.BOOKS) == set(book_names())


@pytest.mark.parametrize(
    ("rule", "parameter", "value", "shown"),
    [
        ("daily_rest", "minutes", 660, "11 t"),
        ("shift_length", "local_minutes", 750, "12 t 30 min"),
        ("ordinary_hours", "day_minutes", 2400, "40 t"),
        ("break_duties", "half_hour_minutes", 30, "30 min"),
        ("figures", "band_1_bp", 2500, "25 %"),
        ("sunday_rest", "average_weeks", 26, "26 veker"),
        ("nights_in_row", "hard", 1, "1 natt"),
        ("quick_returns", "hard", 3, "3"),
        ("one_work_period", "enabled", True, "ja"),
        ("weekly_rest", "rolling", False, "nei"),
        ("nights_in_row", "hard", None, "ingen"),
    ],
)
def test_a_value_is_shown_in_its_own_form_and_read_back(
    rule: str, parameter: str, value: Value, shown: str
) -> None:
    entry = BOOK.parameters[rule, parameter]
    assert value_words(value, entry) == shown
    assert value_typed(shown, entry) == value
    kept = parse_value(stored(value, entry))
    assert (kept, type(kept)) == (value, type(value))


@pytest.mark.parametrize("language", list(Language))
def test_every_value_of_the_books_is_read_back(language: Language) -> None:
    set_language(language)
    for (rule, parameter), entry in BOOK.parameters.items():
        assert value_typed(value_words(entry.value, entry), entry) == entry.value, (rule, parameter)


@pytest.mark.parametrize(
    ("rule", "typed", "value"),
    [
        ("daily_rest", "11:00", 660),
        ("daily_rest", "11", 660),  # hours, as the usual value is
        ("daily_rest", "10,5", 630),
        ("daily_rest", "10,5 t", 630),
        ("daily_rest", "9 timar", 540),
        ("daily_rest", "90 min", 90),
        ("daily_rest", "Ingen", None),
    ],
)
def test_times_are_read_as_people_write_them(rule: str, typed: str, value: Value) -> None:
    assert value_typed(typed, BOOK.parameters[rule, "minutes"]) == value


def test_a_short_time_is_read_in_minutes() -> None:
    assert value_typed("20", BOOK.parameters["break_duties", "half_hour_minutes"]) == 20


# -- changes ----------------------------------------------------------------------------------------


def test_a_change_is_kept_and_the_usual_value_is_none() -> None:
    changed = with_value(WARD, limit("nights_in_row", "hard"), 3)
    assert changed.overrides == (RuleOverride(rule="nights_in_row", parameter="hard", value="3"),)
    again = with_value(changed, limit("nights_in_row", "hard", changed), 2)
    assert [row.value for row in again.overrides] == ["2"]
    entry = limit("nights_in_row", "hard", again)
    assert (entry.value, entry.usual, entry.is_changed) == (2, 4, True)
    assert with_value(again, entry, 4).overrides == ()
    assert without_change(again, entry).overrides == ()


def test_a_truth_value_is_no_number() -> None:
    """False == 0 and True == 1 in Python; switched off is not zero."""
    off = with_value(WARD, limit("isolated_days", "enabled"), False)
    assert off.overrides[0].value == "no"
    one = with_value(WARD, limit("quick_returns", "hard"), 1)
    assert one.overrides[0].value == "1"


def test_a_person_has_limits_of_her_own() -> None:
    ward = with_value(WARD, limit("daily_rest", "minutes"), 600)
    entry = limit("daily_rest", "minutes", ward, "1")
    assert (entry.value, entry.usual, entry.is_changed) == (600, 600, False)
    ward = with_value(ward, entry, 540)
    book = book_of(ward)
    found = [book.value("daily_rest", "minutes", who) for who in ("1", "2", None)]
    assert found == [540, 600, 600]
    assert not {entry.rule for entry in limits_of(ward, "1")} & FOR_ALL
    assert unit_problems(ward) == ()


# -- the page ---------------------------------------------------------------------------------------


def shown(qtbot: QtBot, folder: Path, ward: Unit = WARD) -> RulesPage:
    document = Document(UnitFile(unit=ward))
    settings = Settings(folder)
    page = RulesPage(Desk(document, Files(document, settings), settings, ()))
    qtbot.addWidget(page)
    page.resize(1150, 640)
    page.show()
    page.shown()
    return page


def typed(page: RulesPage, rule: str, parameter: str, text: str) -> str:
    """Type a value; the sentence that says why not."""
    said: list[str] = []
    model = page.table.records_model
    model.refused.connect(lambda row, column, why: said.append(why))
    place = [(entry.rule, entry.parameter) for entry in model.records].index((rule, parameter))
    model.write(place, VALUE, text, model.records[place])
    return said[0] if said else ""


def test_typing_a_value_is_one_step_and_judged(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    assert typed(page, "daily_rest", "minutes", "9 t") == ""
    assert page.document.unit.overrides[0].value == "9:00"
    assert page.document.undo_stack.count() == 1
    page.arrive("daily_rest")
    assert page.explanation.title.text() == "Døgnkvile"
    assert "9 t, endra frå 11 t" in page.explanation.value.text()
    page.explanation.back.click()
    assert page.document.unit.overrides == ()
    assert not page.explanation.back.isVisible()
    page.document.undo_stack.undo()
    assert len(page.document.unit.overrides) == 1


@pytest.mark.parametrize(
    ("rule", "parameter", "text", "part"),
    [
        ("daily_rest", "minutes", "lenge", "Skriv timar som 11:00"),
        ("figures", "band_1_bp", "ein del", "Skriv ein prosent"),
        ("nights_in_row", "hard", "-1", "Skriv eit heilt tal"),
        ("nights_in_row", "hard", "2000000", "heilt tal"),
        ("isolated_days", "enabled", "kanskje", "Skriv ja eller nei"),
        ("full_time_week", "rota_minutes", "30 t", "følgjer av tariffen"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(
    qtbot: QtBot, tmp_path: Path, rule: str, parameter: str, text: str, part: str
) -> None:
    page = shown(qtbot, tmp_path)
    assert part in typed(page, rule, parameter, text)
    assert page.document.unit == WARD


def test_a_person_is_chosen_and_named(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    page.whom.setCurrentIndex(page.whom.findText("Kari Vik"))
    page.whom.activated.emit(page.whom.currentIndex())
    typed(page, "nights_in_row", "hard", "2")
    assert page.document.unit.overrides[0].employee == "1"
    assert page.whom.currentText() == "Kari Vik"  # through the edit
    page.whom.setCurrentIndex(0)
    page.whom.activated.emit(0)
    page.arrive("nights_in_row")
    page.table.show_row(page.table.current_row() + 1)
    assert page.explanation.people.text() == "Eigne grenser: Kari Vik (2 netter)."


def test_the_list_is_filtered(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    everything = len(page.table.records_model.records)
    page.filter.setText("netter på rad")
    assert {entry.rule for entry in page.table.records_model.records} == {"nights_in_row"}
    page.filter.clear()
    assert len(page.table.records_model.records) == everything
    page.only_changed.setChecked(True)
    assert page.table.records_model.records == ()
    page.only_changed.setChecked(False)
    typed(page, "nights_in_row", "soft", "2")
    page.only_changed.setChecked(True)
    assert [now_words(entry) for entry in page.table.records_model.records] == ["2 netter"]


def test_another_book_tells_which_changes_it_has_no_place_for(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(qtbot, tmp_path)
    typed(page, "nights_in_row", "hard", "3")  # not in the law's book
    typed(page, "daily_rest", "minutes", "10 t")
    asked: list[str] = []

    def answer(headline: str, details: str, answers: tuple[str, ...], parent: object) -> str:
        asked.append(details)
        return answers[len(asked) != 2]

    monkeypatch.setattr(rules_page, "choose", answer)
    for _ in range(2):
        page.book.setCurrentIndex(rules_page.BOOKS.index("law"))
        page.book.activated.emit(page.book.currentIndex())
        if len(asked) == 1:
            assert page.document.unit.rule_book == "local"
            assert page.book.currentData() == "local"
    assert asked[0] == "Dette blir fjerna: 1 endra regel."
    assert page.document.unit.rule_book == "law"
    assert [row.rule for row in page.document.unit.overrides] == ["daily_rest"]
    page.document.undo_stack.undo()
    assert page.book.currentData() == "local"


def test_a_unit_with_nobody_has_rules_too(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path, bare_unit().unit)
    assert page.whom.count() == 1
    assert len(page.table.records_model.records) == len(BOOK.parameters)
    assert page.grab().width() > 0


def test_a_number_to_have_confirmed_says_so_under_the_mouse(qtbot: QtBot, tmp_path: Path) -> None:
    page = shown(qtbot, tmp_path)
    model = page.table.records_model
    (mark,) = [place for place, column in enumerate(model.columns) if column.key == "mark"]
    told = {
        bool(entry.entry.check): (
            model.index(place, mark).data(),
            model.index(place, mark).data(Qt.ItemDataRole.ToolTipRole),
        )
        for place, entry in enumerate(model.records)
    }
    assert told[False] == ("", None)
    word, why = told[True]
    assert word == "få stadfesta"
    assert "spør HR eller ein tillitsvald" in model.headerData(
        mark, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole
    )
    assert "Spør HR eller ein tillitsvald" in why
    for asks in (True, False):
        place = next(at for at, entry in enumerate(model.records) if bool(entry.entry.check) is asks)
        page.table.show_row(place)
        assert ("Spør HR eller ein tillitsvald" in page.explanation.note.text()) is asks
        assert page.explanation.frame.isHidden() is not asks

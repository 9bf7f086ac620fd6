"""The Wishes, Absence, Agreements and Rules sheets."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import books
import pytest

from heiltid.model import (
    Absence,
    Agreement,
    RuleOverride,
    ShiftKind,
    Signed,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.rulebook import book_of


def wishes(*rows: list[Any]) -> books.Book:
    return books.base(Wishes=[["Number", "When", "Wish", "Strength"], *rows])


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("off", {"off": True}),
        ("FRI", {"off": True}),
        ("D1", {"code": "D1"}),
        ("d1", {"code": "D1"}),
        ("N", {"kind": ShiftKind.NIGHT}),
        ("natt", {"kind": ShiftKind.NIGHT}),
        ("not N", {"kind": ShiftKind.NIGHT, "negated": True}),
        ("ikkje  n", {"kind": ShiftKind.NIGHT, "negated": True}),
        ("ikke D1", {"code": "D1", "negated": True}),
        ("not off", {"off": True, "negated": True}),
    ],
)
def test_what_a_wish_asks_for(typed: str, asked: dict[str, Any], tmp_path: Path) -> None:
    (found,) = books.read(tmp_path, wishes(["1", "Tue", typed])).file.unit.wishes
    assert found == Wish(employee="1", when=WishDays(weekday=1), strength=WishStrength.WEAK, **asked)


def test_a_word_that_is_both_code_and_kind_means_the_code(tmp_path: Path) -> None:
    book = wishes(["1", "Tue", "N"], ["1", "Tue", "not N"], ["1", "Tue", "night"])
    book["Shifts"].append(["N", "N", "22:00", "07:00"])
    by_code, negated, by_kind = books.read(tmp_path, book).file.unit.wishes
    assert (by_code.code, by_code.kind) == ("N", None)
    assert (negated.code, negated.negated) == ("N", True)
    assert (by_kind.code, by_kind.kind) == (None, ShiftKind.NIGHT)


@pytest.mark.parametrize(
    ("row", "problem", "cell"),
    [
        ([None, "Tue", "off"], "cell_empty", "A2"),
        (["9", "Tue", "off"], "employee_unknown", "A2"),
        (["1", None, "off"], "cell_empty", "B2"),
        (["1", "w3 Tue", "off"], "when", "B2"),
        (["1", "Tue", None], "cell_empty", "C2"),
        (["1", "Tue", "party"], "wish", "C2"),
        (["1", "Tue", "not"], "wish", "C2"),
        (["1", "Tue", "x" * 5_000], "wish", "C2"),
        (["1", "Tue", "off", "very"], "choice", "D2"),
    ],
)
def test_wishes_that_do_not_fit(row: list[Any], problem: str, cell: str, tmp_path: Path) -> None:
    assert books.told(tmp_path, wishes(row)) == [(problem, "Wishes", cell)]


def test_strengths(tmp_path: Path) -> None:
    rows = [["1", "Mon", "off", typed] for typed in ("must", "sterkt", "svakt", "må")]
    found = books.read(tmp_path, wishes(*rows)).file.unit.wishes
    assert [wish.strength.value for wish in found] == ["must", "strong", "weak", "must"]


def test_a_wish_outside_the_rota_is_a_warning(tmp_path: Path) -> None:
    book = wishes(["1", date(2027, 1, 17), "off"], ["1", date(2027, 1, 18), "off"])
    assert books.warned(tmp_path, book) == [("date_outside", "Wishes", "B3")]


@pytest.mark.parametrize(("typed", "number"), [(7, "007"), ("7", "007"), ("007", "007"), ("åse", "Åse")])
def test_a_number_is_found_in_spite_of_zeros_and_case(typed: Any, number: str, tmp_path: Path) -> None:
    book = wishes([typed, "Tue", "off"])
    book["Employees"] = [["Number", "Position"], ["007", 100], ["Åse", 100]]
    assert books.read(tmp_path, book).file.unit.wishes[0].employee == number


def test_a_number_that_could_be_two_is_refused(tmp_path: Path) -> None:
    book = wishes([7, "Tue", "off"])
    book["Employees"] = [["Number", "Position"], ["007", 100], ["07", 100]]
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.suggestion) == ("employee_unknown", "07")


def absences(*rows: list[Any]) -> books.Book:
    return books.base(Absence=[["Number", "From", "To", "Code"], *rows])


def test_absences(tmp_path: Path) -> None:
    book = absences(["2", "2027-01-04", date(2027, 1, 10), "FE"], ["2", "11.01.2027", "11.01.2027", "KURS"])
    assert books.read(tmp_path, book).file.unit.absences == (
        Absence(employee="2", first=date(2027, 1, 4), last=date(2027, 1, 10), code="FE"),
        Absence(employee="2", first=date(2027, 1, 11), last=date(2027, 1, 11), code="KURS"),
    )


@pytest.mark.parametrize(
    ("row", "problem", "cell"),
    [
        (["3", "2027-01-04", "2027-01-05", "FE"], "employee_unknown", "A2"),
        (["1", None, "2027-01-05", "FE"], "cell_empty", "B2"),
        (["1", "2027-01-04", None, "FE"], "cell_empty", "C2"),
        (["1", "2027-01-04", "2027-01-03", "FE"], "date_not_before", "C2"),
        (["1", "2027-01-04", "2027-01-05", None], "cell_empty", "D2"),
        (["1", "2027-01-04", "2027-01-05", "to Spain"], "code", "D2"),
        (["1", "2027-01-04", "2027-01-05", "F1"], "code_is_day_off", "D2"),
        (["1", "2027-01-04", "2027-01-05", "D1"], "absence_is_shift", "D2"),
    ],
)
def test_absences_that_do_not_fit(row: list[Any], problem: str, cell: str, tmp_path: Path) -> None:
    assert books.told(tmp_path, absences(row)) == [(problem, "Absence", cell)]


def test_an_absence_wholly_outside_the_rota_is_a_warning(tmp_path: Path) -> None:
    book = absences(
        ["1", "2026-12-01", "2027-01-03", "FE"],
        ["1", "2026-12-01", "2027-01-04", "FE"],
        ["1", "2027-01-18", "2027-01-20", "FE"],
    )
    assert books.warned(tmp_path, book) == [
        ("date_outside", "Absence", "B2"),
        ("date_outside", "Absence", "B4"),
    ]


def agreements(*rows: list[Any]) -> books.Book:
    return books.base(Agreements=[["Paragraph", "Who", "Signed", "By", "Date"], *rows])


def test_agreements(tmp_path: Path) -> None:
    book = agreements(
        ["§ 10-5(2)", None, "ja", "Tillitsvald", "2026-12-01"],
        ["AML 10-5 (1)", "1", "avslått"],
        ["SFS 2310", "alle"],
    )
    assert books.read(tmp_path, book).file.unit.agreements == (
        Agreement(paragraph="10-5 (2)", signed=Signed.YES, by="Tillitsvald", signed_on=date(2026, 12, 1)),
        Agreement(paragraph="10-5 (1)", employee="1", signed=Signed.REFUSED),
        Agreement(paragraph="SFS 2310", signed=Signed.NO),
    )


@pytest.mark.parametrize(
    ("row", "problem", "cell"),
    [
        ([None, None, "yes"], "cell_empty", "A2"),
        (["10-5", None, "yes"], "paragraph", "A2"),
        (["10-5 (2)", "9", "yes"], "employee_unknown", "B2"),
        (["10-5 (2)", None, "perhaps"], "choice", "C2"),
        (["10-5 (2)", None, "yes", "x" * 300], "text_too_long", "D2"),
        (["10-5 (2)", None, "yes", None, "last week"], "date", "E2"),
    ],
)
def test_agreements_that_do_not_fit(row: list[Any], problem: str, cell: str, tmp_path: Path) -> None:
    assert books.told(tmp_path, agreements(row)) == [(problem, "Agreements", cell)]


def test_an_agreement_no_rule_rests_on_is_a_warning(tmp_path: Path) -> None:
    assert books.warned(tmp_path, agreements(["10-2 (4)", None, "yes"])) == [
        ("paragraph_unused", "Agreements", "A2")
    ]


def rules(*rows: list[Any], **keys: Any) -> books.Book:
    return {**books.with_keys(**keys), "Rules": [["Rule", "Parameter", "Value", "Who"], *rows]}


@pytest.mark.parametrize(
    ("typed", "value", "meant"),
    [
        (660, "660", 660),
        ("660", "660", 660),
        ("11:00", "11:00", 660),
        (time(11), "11:00", 660),
        ("none", "none", None),
        ("ingen", "none", None),
    ],
)
def test_values_of_a_number(typed: Any, value: str, meant: int | None, tmp_path: Path) -> None:
    unit = books.read(tmp_path, rules(["daily_rest", "minutes", typed])).file.unit
    assert unit.overrides == (RuleOverride(rule="daily_rest", parameter="minutes", value=value),)
    assert book_of(unit).value("daily_rest", "minutes") == meant


@pytest.mark.parametrize(("typed", "meant"), [("ja", True), (False, False), ("no", False), ("sann", True)])
def test_values_of_yes_and_no(typed: Any, meant: bool, tmp_path: Path) -> None:
    unit = books.read(tmp_path, rules(["weekly_rest", "rolling", typed])).file.unit
    assert book_of(unit).value("weekly_rest", "rolling") is meant


def test_an_override_for_one_person(tmp_path: Path) -> None:
    unit = books.read(
        tmp_path, rules(["daily_rest", "minutes", 600, 2], ["daily_rest", "minutes", 630])
    ).file.unit
    book = book_of(unit)
    assert (book.value("daily_rest", "minutes", "2"), book.value("daily_rest", "minutes", "1")) == (600, 630)


@pytest.mark.parametrize(
    ("row", "problem", "cell", "suggestion"),
    [
        ([None, "minutes", 1], "cell_empty", "A2", None),
        (["daly_rest", "minutes", 1], "rule_unknown", "A2", "daily_rest"),
        (["daily_rest", None, 1], "cell_empty", "B2", None),
        (["daily_rest", "minute", 1], "parameter_unknown", "B2", "minutes"),
        (["daily_rest", "minutes", None], "cell_empty", "C2", None),
        (["daily_rest", "minutes", "eleven"], "rule_number", "C2", None),
        (["daily_rest", "minutes", -1], "rule_number", "C2", None),
        (["daily_rest", "minutes", 1.5], "rule_number", "C2", None),
        (["daily_rest", "minutes", "yes"], "rule_number", "C2", None),
        (["daily_rest", "minutes", 10**9], "rule_number", "C2", None),
        (["daily_rest", "minutes", date(2027, 1, 1)], "rule_number", "C2", None),
        (["weekly_rest", "rolling", 3], "rule_yes_no", "C2", None),
        (["daily_rest", "minutes", 600, "9"], "employee_unknown", "D2", None),
    ],
)
def test_rules_that_do_not_fit(
    row: list[Any], problem: str, cell: str, suggestion: str | None, tmp_path: Path
) -> None:
    (found,) = books.problems(tmp_path, rules(row))
    assert (found.key, found.sheet, found.cell) == (problem, "Rules", cell)
    assert suggestion is None or found.suggestion == suggestion


def test_a_rule_by_the_name_users_read(tmp_path: Path) -> None:
    from heiltid.texts import Language, text

    for language in Language:
        name = text("rule.daily_rest", language)
        unit = books.read(tmp_path, rules([name.upper(), "Minutes", 600])).file.unit
        assert unit.overrides[0].rule == "daily_rest"


def test_the_rules_of_the_chosen_book_only(tmp_path: Path) -> None:
    row = ["days_in_row", "hard", 5]
    assert books.read(tmp_path, rules(row)).file.unit.overrides[0].value == "5"
    assert books.told(tmp_path, rules(row, Rule_book="law")) == [("rule_unknown", "Rules", "A2")]


def test_the_same_parameter_twice(tmp_path: Path) -> None:
    row = ["daily_rest", "minutes", 600]
    assert books.told(tmp_path, rules(row, row)) == [("override_twice", "Rules", "B3")]

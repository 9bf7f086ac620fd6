"""The Competences and Shifts sheets."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import books
import pytest

from heiltid.model import DEFAULT_COMPETENCES, EVERY_DAY, Competence, DaySelector, ShiftKind, ShiftType

HEADINGS = ["Code", "Name", "Kind", "Start", "End", "Unpaid break", "Days", "Competence"]


def shifts(*rows: list[Any]) -> books.Book:
    return books.base(Shifts=[HEADINGS, *rows])


def test_a_shift_with_everything(tmp_path: Path) -> None:
    book = shifts(["N2", "Nattvakt", "natt", "21:45", "07:45", 30, "lau,sun,raude", "sjukepleiar"])
    (found,) = books.read(tmp_path, book).file.unit.shifts
    assert found == ShiftType(
        code="N2",
        name="Nattvakt",
        kind=ShiftKind.NIGHT,
        start_minute=21 * 60 + 45,
        end_minute=31 * 60 + 45,
        unpaid_break_minutes=30,
        days=DaySelector(weekdays=frozenset({5, 6}), red=True),
        competence="nurse",
    )


def test_defaults(tmp_path: Path) -> None:
    (found,) = books.read(tmp_path, shifts(["D1", None, "D", "07:30", "15:00"])).file.unit.shifts
    assert (found.name, found.unpaid_break_minutes, found.competence) == ("", 0, None)
    assert found.days == EVERY_DAY


@pytest.mark.parametrize("days", ["all", "Mon-Sun", "all,red"])
def test_a_code_of_all_days_may_be_worked_on_red_days_too(days: str, tmp_path: Path) -> None:
    book = shifts(["D1", None, "D", "07:30", "15:00", None, days])
    assert books.read(tmp_path, book).file.unit.shifts[0].days == EVERY_DAY


@pytest.mark.parametrize(
    ("start", "end", "minutes"),
    [("22:00", "07:00", (1320, 1860)), ("00:00", "24:00", (0, 1440)), ("08:00", "08:00", (480, 1920))],
)
def test_an_end_at_or_before_its_start_is_the_next_day(
    start: str, end: str, minutes: tuple[int, int], tmp_path: Path
) -> None:
    (found,) = books.read(tmp_path, shifts(["N1", None, "N", start, end])).file.unit.shifts
    assert (found.start_minute, found.end_minute) == minutes


@pytest.mark.parametrize(
    ("row", "problem", "cell"),
    [
        ([None, None, "D", "07:30", "15:00"], "cell_empty", "A2"),
        (["D1", None, None, "07:30", "15:00"], "cell_empty", "C2"),
        (["D1", None, "D", None, "15:00"], "cell_empty", "D2"),
        (["D1", None, "D", "07:30", None], "cell_empty", "E2"),
        (["D 1", None, "D", "07:30", "15:00"], "code", "A2"),
        (["!D1", None, "D", "07:30", "15:00"], "code", "A2"),
        (["(D1)", None, "D", "07:30", "15:00"], "code", "A2"),
        (["D1,", None, "D", "07:30", "15:00"], "code", "A2"),
        (["D" * 13, None, "D", "07:30", "15:00"], "code", "A2"),
        (["F1", None, "D", "07:30", "15:00"], "code_is_day_off", "A2"),
        (["f5", None, "D", "07:30", "15:00"], "code_is_day_off", "A2"),
        (["D1", None, "X", "07:30", "15:00"], "choice", "C2"),
        (["D1", None, "D", "24:00", "15:00"], "time", "D2"),
        (["D1", None, "D", "07:30", 7.3], "time", "E2"),
        (["D1", None, "D", "07:30", "15:00", 450], "whole_number", "F2"),
        (["D1", None, "D", "07:30", "15:00", -1], "whole_number", "F2"),
        (["D1", None, "D", "07:30", "15:00", None, "Mo"], "days", "G2"),
        (["D1", None, "D", "07:30", "15:00", None, None, "surgeon"], "competence_unknown", "H2"),
    ],
)
def test_what_does_not_fit(row: list[Any], problem: str, cell: str, tmp_path: Path) -> None:
    book = shifts(row, ["A1", None, "A", "14:30", "22:00"])
    assert books.told(tmp_path, book) == [(problem, "Shifts", cell)]


def test_a_break_just_shorter_than_the_shift(tmp_path: Path) -> None:
    book = shifts(["D1", None, "D", "07:30", "15:00", 449])
    assert books.read(tmp_path, book).file.unit.shifts[0].paid_minutes == 1


def test_a_code_that_stands_twice(tmp_path: Path) -> None:
    row = ["D1", None, "D", "07:30", "15:00"]
    (problem,) = books.problems(tmp_path, shifts(row, row))
    assert (problem.key, problem.cell, problem.allowed) == ("defined_twice", "A3", "A2")


def test_a_sheet_without_rows(tmp_path: Path) -> None:
    assert ("no_rows", "Shifts", None) in books.told(tmp_path, shifts())


def test_a_faulty_shift_makes_no_further_problems_where_it_is_mentioned(tmp_path: Path) -> None:
    book = shifts(["D1", None, "D", "07:30", "half past"])
    book["Demand"] = [["Days", "Shift", "Min"], ["all", "D1", 1]]
    book["Rota"] = books.rota_rows({"1": "D1 D1"})
    assert books.told(tmp_path, book) == [("time", "Shifts", "E2")]


def test_a_sheet_without_codes_makes_no_further_problems_either(tmp_path: Path) -> None:
    book = books.base(Shifts=[["Kind", "Start", "End"], ["D", "07:30", "15:00"]])
    book["Demand"] = [["Days", "Shift", "Min"], ["all", "D1", 1]]
    book["Rota"] = books.rota_rows({"1": "D1 D1"})
    book["Wishes"] = [["Number", "When", "Wish"], ["1", "Mon", "D1"]]
    assert books.told(tmp_path, book) == [("column_missing", "Shifts", None)]


@pytest.mark.parametrize("rows", [None, [["Competence", "Covers"]], []])
def test_the_usual_competences_when_the_sheet_is_missing_or_empty(rows: Any, tmp_path: Path) -> None:
    book = books.base() if rows is None else books.base(Competences=rows)
    assert books.read(tmp_path, book).file.unit.competences == DEFAULT_COMPETENCES


def test_competences_of_the_units_own(tmp_path: Path) -> None:
    book = books.base(
        Competences=[
            ["Kompetanse", "Dekkjer"],
            ["Sykepleier", "Vernepleiar, helsefagarbeidar"],
            ["Vernepleiar", "HELSE FAGARBEIDER; Vernepleiar"],
            ["helsefagarbeider", None],
        ],
        Employees=[["Number", "Position", "Competence"], ["1", 100, "vernepleiar"], ["2", 50, "Nurse"]],
    )
    unit = books.read(tmp_path, book).file.unit
    assert unit.competences == (
        Competence(name="nurse", covers=frozenset({"Vernepleiar", "health worker"})),
        Competence(name="Vernepleiar", covers=frozenset({"health worker"})),
        Competence(name="health worker"),
    )
    assert [person.competence for person in unit.employees] == ["Vernepleiar", "nurse"]


def test_competences_that_do_not_fit(tmp_path: Path) -> None:
    book = books.base(
        Competences=[["Competence", "Covers"], ["nurse", "asistant"], ["Sjukepleiar", None], [None, "nurse"]],
        Employees=[["Number", "Position", "Competence"], ["1", 100, "assistant"]],
    )
    found = books.problems(tmp_path, book)
    assert [(problem.key, problem.sheet, problem.cell) for problem in found] == [
        ("defined_twice", "Competences", "A3"),
        ("cell_empty", "Competences", "A4"),
        ("competence_unknown", "Competences", "B2"),
        ("competence_unknown", "Employees", "C2"),
    ]


def test_a_misspelt_competence_is_put_right_in_its_own_language(tmp_path: Path) -> None:
    book = books.base(Employees=[["Number", "Position", "Competence"], ["1", 100, "sjukepleair"]])
    (problem,) = books.problems(tmp_path, book)
    assert problem.suggestion == "sjukepleiar"
    assert problem.allowed == "nurse, health worker, assistant"

"""The Unit sheet: required keys, defaults, what each key allows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import books
import pytest

from heiltid.model import NightWrittenOn, RotaKind


def test_defaults(tmp_path: Path) -> None:
    unit = books.read(tmp_path, books.base()).file.unit
    assert (unit.start, unit.weeks, unit.kind) == (books.MONDAY, 2, RotaKind.CYCLIC)
    assert unit.full_time_week_minutes == 2130
    assert (unit.name, unit.municipality, unit.residents, unit.fte_budget_bp) == ("", "", None, None)
    assert unit.small_position_below_bp == 5_000
    assert unit.night_written_on is NightWrittenOn.START
    assert unit.rule_book == "local"


def test_all_keys(tmp_path: Path) -> None:
    book = books.with_keys(
        Name="Solbakken",
        Kommune="Time",
        Start="04.01.2027",
        Weeks="12",
        Kind="datert",
        Full_time_week="tredelt",
        Residents=24,
        Small_position_below="60 %",
        Night_written_on="slutt",
        FTE_budget="18,94",
        Rule_book="tariff",
    )
    book["Unit"] = [row for row in book["Unit"] if row[0] != "Full-time week"]
    unit = books.read(tmp_path, book).file.unit
    assert (unit.name, unit.municipality, unit.weeks, unit.residents) == ("Solbakken", "Time", 12, 24)
    assert (unit.start, unit.kind) == (date(2027, 1, 4), RotaKind.DATED)
    assert unit.full_time_week_minutes is None
    assert (unit.small_position_below_bp, unit.fte_budget_bp) == (6_000, 189_400)
    assert unit.night_written_on is NightWrittenOn.END
    assert unit.rule_book == "tariff"


@pytest.mark.parametrize("key", ["Start", "Weeks", "Kind", "Full-time week"])
def test_required_keys(key: str, tmp_path: Path) -> None:
    book = books.base()
    book["Unit"] = [row for row in book["Unit"] if row[0] != key]
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.sheet, problem.cell, problem.found) == ("key_missing", "Unit", None, key)
    book["Unit"].append([key, None])
    assert books.told(tmp_path, book) == [("cell_empty", "Unit", "B5")]


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("Start", "2027-01-05", "start_not_monday"),
        ("Start", "soon", "date"),
        ("Weeks", 0, "whole_number"),
        ("Weeks", 53, "whole_number"),
        ("Weeks", 2.5, "whole_number"),
        ("Kind", "rolling", "choice"),
        ("Full-time week", 36, "full_time_week"),
        ("Residents", -1, "whole_number"),
        ("Small position below", "101 %", "percent"),
        ("Night written on", "middle", "choice"),
        ("FTE budget", "lots", "fte"),
        ("Rule book", "mine", "choice"),
        ("Name", "x" * 201, "text_too_long"),
    ],
)
def test_values_that_do_not_fit(key: str, value: Any, problem: str, tmp_path: Path) -> None:
    book = books.base()
    book["Unit"] = [row for row in book["Unit"] if row[0] != key] + [[key, value]]
    row = len(book["Unit"])
    assert books.told(tmp_path, book) == [(problem, "Unit", f"B{row}")]


@pytest.mark.parametrize("weeks", [1, 52])
def test_the_edges_of_weeks(weeks: int, tmp_path: Path) -> None:
    assert books.read(tmp_path, books.with_keys(Weeks=weeks)).file.unit.weeks == weeks


def test_the_monday_before_is_suggested(tmp_path: Path) -> None:
    (problem,) = books.problems(tmp_path, books.with_keys(Start="2027-01-08"))
    assert problem.suggestion == "2027-01-04"


@pytest.mark.parametrize(
    ("typed", "name"),
    [("law", "law"), ("Berre lova", "law"), ("LOV", "law"), ("lov og tariff", "tariff"), ("lokal", "local")],
)
def test_rule_books_by_name_word_and_title(typed: str, name: str, tmp_path: Path) -> None:
    assert books.read(tmp_path, books.with_keys(Rule_book=typed)).file.unit.rule_book == name


def test_an_unknown_key_is_one_warning_with_the_nearest_right_one(tmp_path: Path) -> None:
    book = books.base()
    book["Unit"] += [["Municipalty", "Time"], ["Colour", "blue"]]
    first, second = books.read(tmp_path, book).warnings
    assert (first.key, first.cell, first.suggestion) == ("key_unknown", "A6", "Municipality")
    assert (second.key, second.cell, second.suggestion) == ("key_unknown", "A7", None)


def test_a_key_that_stands_twice_in_whatever_language(tmp_path: Path) -> None:
    book = books.base()
    book["Unit"].append(["Veker", 3])
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.cell, problem.allowed) == ("key_twice", "A6", "B3")


def test_a_sheet_without_its_columns(tmp_path: Path) -> None:
    assert books.told(tmp_path, books.base(Unit=[["Start", books.MONDAY]])) == [
        ("column_missing", "Unit", None),
        ("column_missing", "Unit", None),
    ]

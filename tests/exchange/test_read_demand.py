"""The Demand sheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import books
import pytest

from heiltid.model import ALL_WEEKDAYS, DaySelector, DemandRow

HEADINGS = ["Days", "From", "To", "Shift", "Competence", "Min", "Target", "Max"]


def demand(*rows: list[Any], **keys: Any) -> books.Book:
    return {**books.with_keys(**keys), "Demand": [HEADINGS, *rows]}


def test_a_row_by_time_with_everything(tmp_path: Path) -> None:
    (row,) = books.read(
        tmp_path, demand(["Mon-Fri", "21:45", "07:45", None, "nurse", 2, 3, 4])
    ).file.unit.demand
    assert row == DemandRow(
        days=DaySelector(weekdays=frozenset(range(5))),
        start_minute=1305,
        end_minute=1905,
        competence="nurse",
        minimum=2,
        target=3,
        maximum=4,
    )


def test_a_row_by_code_and_its_defaults(tmp_path: Path) -> None:
    (row,) = books.read(tmp_path, demand(["all", None, None, "a1", None, 1])).file.unit.demand
    assert row == DemandRow(days=DaySelector(weekdays=ALL_WEEKDAYS), shift="A1", minimum=1, target=1)


def test_all_days_are_no_red_row(tmp_path: Path) -> None:
    all_days, red = books.read(
        tmp_path, demand(["all", "07:30", "15:00", None, None, 2], ["red", "07:30", "15:00", None, None, 1])
    ).file.unit.demand
    assert (all_days.days.red, red.days.red) == (False, True)


@pytest.mark.parametrize(
    ("row", "problem", "cell"),
    [
        ([None, "07:30", "15:00", None, None, 1], "cell_empty", "A2"),
        (["Mun", "07:30", "15:00", None, None, 1], "days", "A2"),
        (["all", None, "15:00", None, None, 1], "cell_empty", "B2"),
        (["all", "07:30", None, None, None, 1], "cell_empty", "C2"),
        (["all", "7.3", "15:00", None, None, 1], "time", "B2"),
        (["all", "07:30", "15:00", "D1", None, 1], "demand_time_and_shift", "D2"),
        (["all", None, None, "D9", None, 1], "shift_unknown", "D2"),
        (["all", "07:30", "15:00", None, "doctor", 1], "competence_unknown", "E2"),
        (["all", "07:30", "15:00", None, None, None], "cell_empty", "F2"),
        (["all", "07:30", "15:00", None, None, -1], "whole_number", "F2"),
        (["all", "07:30", "15:00", None, None, 1.5], "whole_number", "F2"),
        (["all", "07:30", "15:00", None, None, 2, 1], "not_below", "G2"),
        (["all", "07:30", "15:00", None, None, 2, 3, 2], "not_below", "H2"),
        (["all", "07:30", "15:00", None, None, 2, None, 1], "not_below", "H2"),
    ],
)
def test_what_does_not_fit(row: list[Any], problem: str, cell: str, tmp_path: Path) -> None:
    assert books.told(tmp_path, demand(row)) == [(problem, "Demand", cell)]


@pytest.mark.parametrize("numbers", [(2, 2, 2), (0, 0, 0), (0, 1, 2)])
def test_min_target_and_max_in_order(numbers: tuple[int, int, int], tmp_path: Path) -> None:
    (row,) = books.read(tmp_path, demand(["all", "07:30", "15:00", None, None, *numbers])).file.unit.demand
    assert (row.minimum, row.target, row.maximum) == numbers


def test_neither_time_nor_shift(tmp_path: Path) -> None:
    assert books.told(tmp_path, demand(["all", None, None, None, None, 1])) == [
        ("cell_empty", "Demand", "B2"),
        ("cell_empty", "Demand", "C2"),
    ]


def test_columns_for_time_or_shift_are_needed(tmp_path: Path) -> None:
    (problem,) = books.problems(tmp_path, books.base(Demand=[["Days", "Min", "From"], ["all", 1, "07:30"]]))
    assert (problem.key, problem.sheet, problem.found) == ("column_missing", "Demand", "From, To, Shift")
    by_shift = books.base(Demand=[["Days", "Shift", "Min"], ["all", "D1", 1]])
    assert books.read(tmp_path, by_shift).file.unit.demand[0].shift == "D1"


def test_a_sheet_without_rows(tmp_path: Path) -> None:
    assert books.told(tmp_path, demand()) == [("no_rows", "Demand", None)]


@pytest.mark.parametrize(
    ("when", "is_outside"),
    [("2027-01-03", True), ("2027-01-04", False), ("2027-01-17", False), ("2027-01-18", True)],
)
def test_a_date_outside_the_rota_is_a_warning(when: str, is_outside: bool, tmp_path: Path) -> None:
    found = books.warned(tmp_path, demand([when, "07:30", "15:00", None, None, 1]))
    assert found == ([("date_outside", "Demand", "A2")] if is_outside else [])


# 17 May 2027 is Whit Monday; the rota of two weeks starts on 10 May.
MAY = date(2027, 5, 10)


@pytest.mark.parametrize(
    ("rows", "warned"),
    [
        ([["Sun", "07:30", "15:00"], ["red", "07:30", "15:00"]], []),
        ([["Sun", "07:30", "15:00"], ["red", "07:00", "16:00"]], []),
        ([["Sun", "07:30", "15:00"], ["red", "08:00", "15:00"]], ["A3"]),
        ([["Sun", "07:30", "15:00"], ["red", "15:00", "22:00"]], []),
        ([["Sun", "07:30", "22:00"], ["red", "07:30", "15:00"], ["red", "15:00", "22:00"]], []),
        ([["Sun", "07:30", "22:00"], ["red", "07:30", "15:00"], ["red", "15:30", "22:00"]], ["A3"]),
        ([["Mon-Fri", "07:30", "15:00"], ["red", "08:00", "15:00"]], []),  # red days use Sunday's rows
        ([["Mon-Fri", "07:30", "15:00"], ["2027-05-18", "08:00", "12:00"]], ["A3"]),
        ([["Sat", "07:30", "15:00"], ["2027-05-18", "08:00", "12:00"]], []),
        ([["red", "07:30", "15:00"], ["2027-05-17", "08:00", "12:00"]], ["A3"]),
        ([["all", None, None, "D1"], ["2027-05-18", "08:00", "12:00"]], ["A3"]),
    ],
)
def test_a_partial_overlap_is_a_warning(rows: list[list[Any]], warned: list[str], tmp_path: Path) -> None:
    filled = [[*row, *[None] * (5 - len(row)), 1] for row in rows]
    book = demand(*filled, Start=MAY, Kind="dated")
    found = books.warned(tmp_path, book)
    assert found == [("demand_partial_overlap", "Demand", cell) for cell in warned]


def test_another_competence_is_another_requirement(tmp_path: Path) -> None:
    book = demand(
        ["Sun", "07:30", "15:00", None, "nurse", 1],
        ["red", "08:00", "15:00", None, None, 1],
        Start=MAY,
        Kind="dated",
    )
    assert books.warned(tmp_path, book) == []

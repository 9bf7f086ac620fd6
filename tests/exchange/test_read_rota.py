"""The Rota sheet: cells, columns, rows; and the rota from before in a result workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import books
import pytest

from heiltid.model import FREE, Cell, PlanRole, PlanRow

EMPTY = " ".join(["-"] * 14)


def rota(line: str, **keys: Any) -> books.Book:
    return {**books.with_keys(**keys), "Rota": books.rota_rows({"1": line})}


def first_cell(folder: Path, typed: Any, **sheets: books.Rows) -> Cell:
    book = {**rota(EMPTY), **sheets}
    book["Rota"][1][2] = typed
    return books.read(folder, book).file.plans[0].row_of()["1"].cells[0]


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        (None, FREE),
        ("D1", Cell(shift="D1")),
        ("d1", Cell(shift="D1")),
        ("F1", Cell(day_off="F1")),
        ("f5", Cell(day_off="F5")),
        ("FE", Cell(absence="FE")),
        ("perm", Cell(absence="PERM")),
        ("(A1) FE", Cell(shift="A1", absence="FE")),
        ("(a1)fe", Cell(shift="A1", absence="FE")),
        ("( A1 ) KURS", Cell(shift="A1", absence="KURS")),
        ("(A1) F3", Cell(shift="A1", absence="F3")),
        ("(F1) FE", Cell(day_off="F1", absence="FE")),
        ("!", Cell(locked=True)),
        ("!D1", Cell(shift="D1", locked=True)),
        ("! D1", Cell(shift="D1", locked=True)),
        ("!F1", Cell(day_off="F1", locked=True)),
        ("!(A1) FE", Cell(shift="A1", absence="FE", locked=True)),
        ("!FE", Cell(absence="FE", locked=True)),
    ],
)
def test_cells(typed: Any, cell: Cell, tmp_path: Path) -> None:
    assert first_cell(tmp_path, typed) == cell


def test_codes_that_are_numbers(tmp_path: Path) -> None:
    shifts: books.Rows = [["Code", "Kind", "Start", "End"], [1, "D", "07:30", "15:00"]]
    assert first_cell(tmp_path, 1, Shifts=shifts) == Cell(shift="1")


def test_an_absence_code_of_the_absence_sheet_may_stand_alone(tmp_path: Path) -> None:
    absence: books.Rows = [["Number", "From", "To", "Code"], ["2", "2027-01-04", "2027-01-04", "Kurs"]]
    assert first_cell(tmp_path, "KURS", Absence=absence) == Cell(absence="Kurs")


def test_an_absence_code_used_over_a_shift_may_stand_alone_too(tmp_path: Path) -> None:
    line = "(A1)_KURS KURS " + " ".join(["-"] * 12)
    cells = books.read(tmp_path, rota(line)).file.plans[0].row_of()["1"].cells
    assert cells[1] == Cell(absence="KURS")


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("D2", "D1"),
        ("KURS", None),
        ("F6", "FE"),
        ("A1 FE", "(A1) FE"),
        ("(D9) FE", "(D1) FE"),
        ("(FE) FE", None),
        ("!!D1", "D1"),
        ("!X", None),
        ("D1 A1", "D1"),
        ("()", None),
        (True, None),
        (7.5, None),
        (books.MONDAY, None),
        ("x" * 3_000, None),
    ],
)
def test_cells_that_do_not_fit(typed: Any, suggestion: str | None, tmp_path: Path) -> None:
    book = rota(EMPTY)
    book["Rota"][1][2] = typed
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.sheet, problem.cell) == ("rota_cell", "Rota", "C2")
    assert problem.allowed == "D1, A1, N1, F1-F5"
    assert len(problem.found or "") <= 60
    assert problem.suggestion == suggestion


def test_every_employee_has_a_row_and_todays_position(tmp_path: Path) -> None:
    (plan,) = books.read(tmp_path, rota("D1 - " + EMPTY[:-4])).file.plans
    assert plan.role is PlanRole.TODAY
    assert plan.rows == (
        PlanRow(employee="1", position_bp=10_000, cells=(Cell(shift="D1"), *[FREE] * 13)),
        PlanRow(employee="2", position_bp=5_000, cells=(FREE,) * 14),
    )


@pytest.mark.parametrize("rows", [None, [], [["Number", "Name", "w1 Mon"]]])
def test_no_rota(rows: Any, tmp_path: Path) -> None:
    book = books.base() if rows is None else books.base(Rota=rows)
    assert books.read(tmp_path, book).file.plans == ()


def test_order_of_columns_and_languages_of_headings(tmp_path: Path) -> None:
    book = rota("D1 A1 " + EMPTY[:-4])
    headings, line = book["Rota"]
    headings[2:4] = ["V1 TYS", "u1 mandag"]
    line[2:4] = ["A1", "D1"]
    cells = books.read(tmp_path, book).file.plans[0].rows[0].cells
    assert [cell.shift for cell in cells[:3]] == ["D1", "A1", None]


def test_history(tmp_path: Path) -> None:
    book = books.base(Rota=books.rota_rows({"1": "D1 " + " ".join(["-"] * 26) + " A1"}, first_week=-1))
    row = books.read(tmp_path, book).file.plans[0].rows[0]
    assert (len(row.history), row.history[0].shift, row.cells[13].shift) == (14, "D1", "A1")


def test_missing_and_surplus_days(tmp_path: Path) -> None:
    book = rota(EMPTY)
    book["Rota"][0][3] = "w1 Mun"
    found = books.problems(tmp_path, book)
    assert [(problem.key, problem.sheet, problem.found, problem.allowed) for problem in found] == [
        ("rota_days_missing", "Rota", "w1 Tue", "1")
    ]
    book = rota(EMPTY)
    book["Rota"][0].append("w3 Mon")
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.cell, problem.allowed) == ("rota_days_over", "Q1", "w2 Sun")
    half = books.base(Rota=books.rota_rows({"1": EMPTY}, first_week=1))
    half["Rota"][0].append("w0 Sun")
    assert books.told(tmp_path, half) == [("rota_days_missing", "Rota", None)]


def test_days_are_not_counted_while_the_weeks_are_unknown(tmp_path: Path) -> None:
    book = rota(EMPTY, Weeks=None)
    assert books.told(tmp_path, book) == [("key_missing", "Unit", None)]


@pytest.mark.parametrize(
    ("number", "problem"), [("9", "employee_unknown"), (None, "cell_empty"), ("1", "defined_twice")]
)
def test_rows_that_do_not_fit(number: Any, problem: str, tmp_path: Path) -> None:
    book = rota(EMPTY)
    book["Rota"].append([number, "Kari", "D1"])
    assert books.told(tmp_path, book) == [(problem, "Rota", "A3")]


def test_rows_of_sums_and_columns_of_figures_are_passed_over(tmp_path: Path) -> None:
    book = rota(EMPTY)
    book["Rota"][0] += ["Hours", "Snitt", "Avvik", "Stilling"]
    book["Rota"][1] += [0, 0, 0, 1]
    book["Rota"] += [["Σ", "07:30-15:00", "2▼"], ["Σ", None, 3]]
    assert books.warned(tmp_path, book) == []


def test_a_column_without_a_heading_is_a_warning(tmp_path: Path) -> None:
    book = rota(EMPTY)
    book["Rota"][1].append("D1")
    assert books.warned(tmp_path, book) == [("column_unnamed", "Rota", "Q2")]


def result_book() -> books.Book:
    """A workbook as the program writes it: the new rota and positions, and those from before."""
    return books.base(
        Rota=books.rota_rows({"1": "D1 " + EMPTY[2:]}),
        Before=books.rota_rows({"2": "A1 " + EMPTY[2:]}),
        Positions=[
            ["Number", "Name", "Before", "Wanted", "After"],
            ["1", "Kari", "60 %", 1, 1],
            ["2", None, 0.4],
        ],
        Results=[["Figure", "Before"], ["x", "#REF!"]],
        Findings=[["Rule"], ["=1"]],
    )


def test_the_rota_from_before_with_its_positions(tmp_path: Path) -> None:
    book = result_book()
    book["Positions"][2][2] = (0.4, "0%")
    read = books.read(tmp_path, book)
    today, before = read.file.plans
    assert (today.role, before.role) == (PlanRole.TODAY, PlanRole.BEFORE)
    assert [row.position_bp for row in today.rows] == [10_000, 5_000]
    assert [row.position_bp for row in before.rows] == [6_000, 4_000]
    assert (before.rows[0].cells[0], before.rows[1].cells[0]) == (FREE, Cell(shift="A1"))
    assert read.warnings == ()


@pytest.mark.parametrize(
    ("sheet", "row", "column", "value", "place"),
    [
        ("Before", 1, 2, "X9", ("Before", "C2")),
        ("Before", 1, 0, "9", ("Before", "A2")),
        ("Before", 0, 0, "Numb", ("Before", None)),
        ("Positions", 1, 2, "lots", ("Positions", "C2")),
        ("Positions", 1, 0, "=1", ("Positions", "A2")),
        ("Positions", 0, 2, "Earlier", ("Before", None)),
    ],
)
def test_a_damaged_rota_from_before_is_only_a_warning(
    sheet: str, row: int, column: int, value: Any, place: tuple[str, str | None], tmp_path: Path
) -> None:
    book = result_book()
    book[sheet][row][column] = value
    read = books.read(tmp_path, book)
    assert [plan.role for plan in read.file.plans] == [PlanRole.TODAY]
    found = [(problem.sheet, problem.cell) for problem in read.warnings if problem.key == "before_unreadable"]
    assert found == [place]


def test_the_rota_from_before_needs_its_positions(tmp_path: Path) -> None:
    book = result_book()
    del book["Positions"]
    assert books.warned(tmp_path, book) == [("before_unreadable", "Before", None)]


def test_two_sheets_of_before_are_only_a_warning(tmp_path: Path) -> None:
    book = result_book()
    book["Før"] = book["Before"]
    assert [key for key, *_ in books.warned(tmp_path, book)] == ["sheet_twice"]

"""Cells as they are loaded: formulas, errors, formats, odd sizes."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import time, timedelta
from pathlib import Path

import books
import openpyxl
import pytest

from heiltid.errors import InputError
from heiltid.exchange.workbook import sheets
from heiltid.exchange.workbook.read import read_workbook
from heiltid.exchange.workbook.sheets import load_sheets


def sheet_of(path: Path, number: int) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(f"xl/worksheets/sheet{number}.xml").decode()


def with_sheet(path: Path, number: int, text: str) -> Path:
    """The file with one sheet's XML replaced."""
    name, target = f"xl/worksheets/sheet{number}.xml", io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, text if part == name else old.read(part))
    path.write_bytes(target.getvalue())
    return path


def test_a_formula_counts_by_its_cached_value(tmp_path: Path) -> None:
    book = books.base()
    book["Employees"][1][1] = "=40+35"
    path = books.save(tmp_path / "book.xlsx", book)
    text = sheet_of(path, 4)
    cached = re.sub(r"(<f>40\+35</f>)<v\s*/?>(</v>)?", r"\1<v>75</v>", text)
    assert cached != text
    read = read_workbook(with_sheet(path, 4, cached))
    assert read.file.unit.employees[0].position_bp == 7_500


def test_a_formula_without_a_cached_value_is_an_error_of_its_cell(tmp_path: Path) -> None:
    book = books.base()
    book["Employees"][1][1] = "=40+35"
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.sheet, problem.cell) == ("cell_formula", "Employees", "B2")
    assert problem.found == "=40+35"


def test_a_formula_whose_answer_is_empty_text_is_an_empty_cell(tmp_path: Path) -> None:
    book = books.base(Employees=[["Number", "Position", "Wanted"], ["1", "100 %", '=""']])
    path = books.save(tmp_path / "book.xlsx", book)
    text = sheet_of(path, 4)
    cached = re.sub(r'<c r="C2"([^>]*)><f>""</f><v\s*/?>(</v>)?', r'<c r="C2" t="str"><f>""</f><v></v>', text)
    assert cached != text
    read = read_workbook(with_sheet(path, 4, cached))
    assert read.file.unit.employees[0].wanted_bp == 10_000


def test_a_formula_in_a_heading_and_in_a_rota(tmp_path: Path) -> None:
    book = books.base(Rota=books.rota_rows({"1": "=1+1"}))
    book["Employees"][0].append('="Name"')
    assert books.told(tmp_path, book) == [
        ("cell_formula", "Employees", "C1"),
        ("cell_formula", "Rota", "C2"),
    ]


def test_error_values(tmp_path: Path) -> None:
    book = books.base()
    book["Employees"][1][1] = "#REF!"
    book["Employees"][2][1] = "#DIV/0!"
    assert books.told(tmp_path, book) == [
        ("cell_error", "Employees", "B2"),
        ("cell_error", "Employees", "B3"),
    ]


def test_typed_cells(tmp_path: Path) -> None:
    book = books.base(
        Shifts=[
            ["Code", "Kind", "Start", "End"],
            ["D1", "D", time(7, 30), (1.0, "hh:mm")],
            ["D2", "D", 0.3125, timedelta(hours=15)],
            ["D3", "D", (0.3125, "hh:mm"), (1.0, "[h]:mm")],
        ],
        Employees=[["Number", "Position"], [101, (0.7324, "0.00%")], ["102", 73.24]],
    )
    unit = books.read(tmp_path, book).file.unit
    assert [(shift.start_minute, shift.end_minute) for shift in unit.shifts] == [
        (450, 1440),
        (450, 900),
        (450, 1440),
    ]
    assert [(person.number, person.position_bp) for person in unit.employees] == [
        ("101", 7_324),
        ("102", 7_324),
    ]


def test_a_date_beyond_the_calendar_is_an_error_value(tmp_path: Path) -> None:
    book = books.with_keys(Start=(99_999_999, "yyyy-mm-dd"))
    assert books.told(tmp_path, book) == [("cell_error", "Unit", "B5")]


def test_text_is_tidied(tmp_path: Path) -> None:
    book = books.with_keys(Name="  Solbakken\n avdeling\t2 ", Municipality="Fjell\u200bvik\u00a0 kommune")
    unit = books.read(tmp_path, book).file.unit
    assert (unit.name, unit.municipality) == ("Solbakken avdeling 2", "Fjellvik kommune")


def test_cells_of_white_space_are_empty(tmp_path: Path) -> None:
    book = books.base()
    book["Employees"].append(["  ", "\n"])
    assert len(books.read(tmp_path, book).file.unit.employees) == 2


def test_the_size_a_sheet_claims_is_not_believed(tmp_path: Path) -> None:
    path = books.save(tmp_path / "book.xlsx", books.base())
    text = sheet_of(path, 4)
    for claim in ("A1:B2", "A1:XFD1048576", "A1"):
        changed = re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="{claim}"', text)
        assert len(read_workbook(with_sheet(path, 4, changed)).file.unit.employees) == 2


@pytest.mark.parametrize(
    ("row", "column", "key", "cell"),
    [
        (sheets.MOST_ROWS, 2, None, None),
        (sheets.MOST_ROWS + 1, 2, "too_many_rows", "B5001"),
        (1_048_576, 1, "too_many_rows", "A1048576"),
        (2, sheets.MOST_COLUMNS, None, None),
        (2, sheets.MOST_COLUMNS + 1, "too_many_columns", "ALM2"),
    ],
)
def test_sheets_that_are_too_large(
    row: int, column: int, key: str | None, cell: str | None, tmp_path: Path
) -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Wishes"
    workbook.active.cell(row, column).value = "x"
    workbook.save(tmp_path / "book.xlsx")
    problems = load_sheets(tmp_path / "book.xlsx").problems
    assert [(problem.key, problem.sheet, problem.cell) for problem in problems] == (
        [(key, "Wishes", cell)] if key else []
    )


def test_too_many_cells_in_all_sheets_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = books.save(tmp_path / "book.xlsx", books.base())
    count = sum(len(row) for rows in books.base().values() for row in rows)
    monkeypatch.setattr(sheets, "MOST_CELLS", count)
    read_workbook(path)
    monkeypatch.setattr(sheets, "MOST_CELLS", count - 1)
    with pytest.raises(InputError) as caught:
        read_workbook(path)
    assert [(p.key, p.sheet) for p in caught.value.problems] == [("too_many_cells", "Employees")]


def test_too_many_sheets(tmp_path: Path) -> None:
    extra = {f"Notes {number}": [["x"]] for number in range(sheets.MOST_SHEETS)}
    path = books.save(tmp_path / "book.xlsx", {**books.base(), **extra})
    assert [problem.key for problem in load_sheets(path).problems] == ["too_many_sheets"]


def test_sheets_we_do_not_know_are_left_alone_whatever_they_hold(tmp_path: Path) -> None:
    extra = {
        "My notes": [["=1/0", "#REF!"]],
        "Findings": [["#N/A"]],
        "Resultat": [["=X"]],
        "Guide": [["#NUM!"]],
    }
    assert books.warned(tmp_path, {**books.base(), **extra}) == []


def test_two_sheets_of_the_same_meaning(tmp_path: Path) -> None:
    book = {**books.base(), "Vakter": books.base()["Shifts"]}
    assert books.told(tmp_path, book) == [("sheet_twice", "Vakter", None)]


def test_merged_cells_hold_what_stands_in_their_first(tmp_path: Path) -> None:
    path = books.save(tmp_path / "book.xlsx", books.base())
    workbook = openpyxl.load_workbook(path)
    workbook["Employees"]["C1"] = "Name"
    workbook["Employees"]["C2"] = "Kari"
    workbook["Employees"].merge_cells("C2:F3")
    workbook.save(path)
    assert [person.name for person in read_workbook(path).file.unit.employees] == ["Kari", ""]


def test_long_text_is_cut_in_messages() -> None:
    assert sheets.cut("x" * 10_000) == "x" * 59 + "…"
    assert sheets.cut("two\nlines") == "two lines"

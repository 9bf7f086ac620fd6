"""Small workbooks for tests: a whole right one as lists of rows, changed in one place at a time."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from heiltid.errors import InputError, Problem
from heiltid.exchange.workbook.read import ReadResult, read_workbook

Rows = list[list[Any]]
Book = dict[str, Rows]
MONDAY = date(2027, 1, 4)
DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_BASE: Book = {
    "Unit": [
        ["Key", "Value"],
        ["Start", MONDAY],
        ["Weeks", 2],
        ["Kind", "cyclic"],
        ["Full-time week", 35.5],
    ],
    "Shifts": [
        ["Code", "Kind", "Start", "End"],
        ["D1", "D", "07:30", "15:00"],
        ["A1", "A", "14:30", "22:00"],
        ["N1", "N", "21:45", "07:45"],
    ],
    "Demand": [
        ["Days", "From", "To", "Min"],
        ["all", "07:30", "15:00", 1],
    ],
    "Employees": [
        ["Number", "Position"],
        ["1", "100 %"],
        ["2", "50 %"],
    ],
}


def base(**sheets: Rows) -> Book:
    """A right workbook in English, with sheets replaced or added by name."""
    return {**copy.deepcopy(_BASE), **sheets}


def with_keys(**keys: Any) -> Book:
    """The right workbook with keys of the Unit sheet set; underscores stand for spaces. None leaves out."""
    book = base()
    wanted = {name.replace("_", " "): value for name, value in keys.items()}
    rows = [row for row in book["Unit"] if row[0] not in wanted]
    book["Unit"] = rows + [[name, value] for name, value in wanted.items() if value is not None]
    return book


def rota_rows(lines: Mapping[str, str], weeks: int = 2, first_week: int = 1) -> Rows:
    """A Rota sheet: codes separated by single spaces, "-" for an empty cell, "_" for a space in a cell."""
    headings = [f"w{week} {day}" for week in range(first_week, weeks + 1) for day in DAYS]
    rows: Rows = [["Number", "Name", *headings]]
    for number, line in lines.items():
        cells = [None if word == "-" else word.replace("_", " ") for word in line.split()]
        rows.append([number, None, *cells])
    return rows


def save(path: Path, book: Book) -> Path:
    """Write the rows as a workbook. A tuple (value, number format) sets the format too."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in book.items():
        sheet = workbook.create_sheet(title)
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                cell = sheet.cell(row, column)
                if isinstance(value, tuple):
                    cell.value, cell.number_format = value
                else:
                    cell.value = value
    workbook.save(path)
    return path


def read(folder: Path, book: Book) -> ReadResult:
    """Write and read a book that must be right."""
    return read_workbook(save(folder / "book.xlsx", book))


def problems(folder: Path, book: Book) -> tuple[Problem, ...]:
    """Write and read a book that must be wrong; its errors, warnings left out."""
    try:
        read(folder, book)
    except InputError as refused:
        found = tuple(problem for problem in refused.problems if not problem.warning)
        assert found, "an InputError without an error"
        return found
    raise AssertionError("the workbook was read")


def told(folder: Path, book: Book) -> list[tuple[str, str | None, str | None]]:
    """(key, sheet, cell) of each error."""
    return [(problem.key, problem.sheet, problem.cell) for problem in problems(folder, book)]


def warned(folder: Path, book: Book) -> list[tuple[str, str | None, str | None]]:
    """(key, sheet, cell) of each warning of a book that must be right."""
    return [(problem.key, problem.sheet, problem.cell) for problem in read(folder, book).warnings]

"""A whole workbook: languages mixed, all problems at once, every problem with its place."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import books
import builders as b
import openpyxl
import pytest

from heiltid.errors import InputError
from heiltid.exchange.workbook.read import language_of, read_workbook
from heiltid.exchange.workbook.sheets import load_sheets
from heiltid.exchange.workbook.template import write_template
from heiltid.exchange.workbook.write import write_unit
from heiltid.model import Plan, PlanRole, UnitFile
from heiltid.texts import Language

NYNORSK: books.Book = {
    "Eining": [
        ["Nøkkel", "Verdi"],
        ["Start", "04.01.2027"],
        ["Veker", 2],
        ["Slag", "rullerande"],
        ["Heiltidsveke", "35,5"],
    ],
    "Vakter": [
        ["Kode", "Slag", "Start", "Slutt"],
        ["D1", "D", "7.30", "15.00"],
        ["A1", "A", "1430", "2200"],
        ["N1", "N", "21:45", "07:45"],
    ],
    "Bemanning": [["Dagar", "Frå", "Til", "Minst"], ["alle", "07:30", "15:00", 1]],
    "Tilsette": [["Nummer", "Stilling"], ["1", "100 %"], ["2", "50 %"]],
}
BOKMAL: books.Book = {
    "Enhet": [
        ["Nøkkel", "Verdi"],
        ["Start", "04.01.2027"],
        ["Uker", 2],
        ["Type", "rullerende"],
        ["Heltidsuke", "35,5"],
    ],
    "Vakter": NYNORSK["Vakter"][:1] + NYNORSK["Vakter"][1:],
    "Bemanning": [["Dager", "Fra", "Til", "Minst"], ["alle", "07:30", "15:00", 1]],
    "Ansatte": [["Nummer", "Stilling"], ["1", "100 %"], ["2", "50 %"]],
}
MIXED: books.Book = {
    "  ENHET ": BOKMAL["Enhet"],
    "shifts": [["KODE", "Type", "start", "END"], *NYNORSK["Vakter"][1:]],
    "Bemanning": [["Days", "Fra", "Til", "MIN"], ["Alle", "07:30", "15:00", 1]],
    "tilsette": [["nummer", "Position"], ["1", "100 %"], ["2", "50 %"]],
}


@pytest.mark.parametrize(
    ("book", "language"),
    [
        (NYNORSK, Language.NYNORSK),
        (BOKMAL, Language.BOKMAL),
        (MIXED, None),
        (books.base(), Language.ENGLISH),
    ],
)
def test_the_same_unit_in_every_language(book: books.Book, language: Language | None, tmp_path: Path) -> None:
    expected = books.read(tmp_path, books.base()).file
    path = books.save(tmp_path / "other.xlsx", book)
    assert read_workbook(path).file == expected
    if language is not None:
        assert language_of(load_sheets(path)) is language


def test_what_is_allowed_is_told_in_the_workbooks_language(tmp_path: Path) -> None:
    book = {**NYNORSK, "Tilsette": [["Nummer", "Stilling", "Status"], ["1", 100, "permannent"]]}
    (problem,) = books.problems(tmp_path, book)
    assert problem.allowed == "fast, vikar, ledig, student, timeløn"
    assert problem.suggestion == "permanent"


def test_all_problems_at_once(tmp_path: Path) -> None:
    book = books.base(
        Wishes=[["Number", "When", "Wish"], ["7", "Mon", "off"], ["1", "Mon", "off"], ["1", "x", "y"]],
        Rota=books.rota_rows({"1": "D1 X1 " + " ".join(["-"] * 12)}),
    )
    book["Unit"][2][1] = 99
    book["Shifts"][1][2] = "sunrise"
    book["Demand"][1][3] = "some"
    book["Employees"][2][1] = "120 %"
    assert books.told(tmp_path, book) == [
        ("whole_number", "Unit", "B3"),
        ("time", "Shifts", "C2"),
        ("percent", "Employees", "B3"),
        ("whole_number", "Demand", "D2"),
        ("employee_unknown", "Wishes", "A2"),
        ("when", "Wishes", "B4"),
        ("wish", "Wishes", "C4"),
        ("rota_cell", "Rota", "D2"),
    ]


def test_warnings_come_after_the_errors(tmp_path: Path) -> None:
    book = books.base()
    book["Shifts"][0].append("Colour")
    book["Employees"][1][1] = "full"
    with pytest.raises(InputError) as caught:
        books.read(tmp_path, book)
    found = [(problem.key, problem.warning) for problem in caught.value.problems]
    assert found == [("percent", False), ("column_unknown", True)]


@pytest.mark.parametrize("sheet", ["Unit", "Shifts", "Demand", "Employees"])
def test_required_sheets(sheet: str, tmp_path: Path) -> None:
    book = books.base()
    del book[sheet]
    assert books.told(tmp_path, book) == [("sheet_missing", sheet, None)]


def test_a_misspelt_sheet_is_found(tmp_path: Path) -> None:
    book = {"Tilsete" if name == "Tilsette" else name: rows for name, rows in NYNORSK.items()}
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.found, problem.suggestion) == ("sheet_missing", "Tilsette", "Tilsete")


def test_an_empty_workbook(tmp_path: Path) -> None:
    assert [key for key, *_ in books.told(tmp_path, {"Sheet": []})] == ["sheet_missing"] * 4


@pytest.mark.parametrize(
    ("sheet", "heading"),
    [
        ("Shifts", "Code"),
        ("Shifts", "Kind"),
        ("Shifts", "Start"),
        ("Shifts", "End"),
        ("Demand", "Days"),
        ("Demand", "Min"),
        ("Employees", "Number"),
        ("Employees", "Position"),
    ],
)
def test_required_columns(sheet: str, heading: str, tmp_path: Path) -> None:
    book = books.base()
    place = book[sheet][0].index(heading)
    for row in book[sheet]:
        del row[place]
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.sheet, problem.found) == ("column_missing", sheet, heading)


def test_unknown_columns_give_one_warning_each(tmp_path: Path) -> None:
    book = books.base()
    for row, extra in zip(book["Employees"], (["Phone", "Positon", 2027], [1, 2, 3], [4, 5, 6]), strict=True):
        row.extend(extra)
    found = books.read(tmp_path, book).warnings
    assert [(problem.key, problem.cell, problem.suggestion) for problem in found] == [
        ("column_unknown", "C1", None),
        ("column_unknown", "D1", "Position"),
        ("column_unknown", "E1", None),
    ]


def test_a_heading_is_put_right_in_the_words_of_its_workbook(tmp_path: Path) -> None:
    for language, right in ((Language.NYNORSK, "Helg kvar"), (Language.BOKMAL, "Helg hver")):
        path = tmp_path / f"{language}.xlsx"
        write_template(path, language)
        book = openpyxl.load_workbook(path)
        sheet = book["Tilsette" if language is Language.NYNORSK else "Ansatte"]
        (cell,) = (cell for cell in sheet[1] if cell.value == right)
        cell.value = "Helg"
        book.save(path)
        (problem,) = read_workbook(path).warnings
        assert (problem.key, problem.suggestion) == ("column_unknown", right)


def test_a_column_that_stands_twice(tmp_path: Path) -> None:
    book = books.base()
    for row, extra in zip(book["Employees"], ("Stilling", 1, 2), strict=True):
        row.append(extra)
    (problem,) = books.problems(tmp_path, book)
    assert (problem.key, problem.cell, problem.allowed) == ("column_twice", "C1", "B1")


def test_what_a_result_carries_reads_back_with_the_rota_from_before(tmp_path: Path) -> None:
    people = (b.person("1", 10_000), b.person("2", 5_000))
    unit = b.unit(
        weeks=1,
        employees=people,
        demand=(b.demand(b.WEEKDAYS, "07:30-15:00", 1), b.demand(b.WEEKEND, "07:30-20:00", 1)),
    )
    today = Plan(
        role=PlanRole.TODAY, rows=(b.row("D1 D1 - - - L1 L1", "1"), b.row("- - D1 D1 D1 - -", "2", 5_000))
    )
    before = Plan(
        role=PlanRole.BEFORE,
        rows=(b.row("D1 - - - - - -", "1", 8_000), b.row("- !A1 - - (D1)FE - F1", "2", 4_500)),
    )
    file = UnitFile(unit=unit, plans=(today, before))
    for language in Language:
        write_unit(tmp_path / "book.xlsx", file, language)
        read = read_workbook(tmp_path / "book.xlsx")
        assert read.file == file
        assert read.warnings == ()


def test_reading_a_year_of_forty_people_is_quick(tmp_path: Path) -> None:
    line = " ".join(("D1 D1 A1 A1 F1 F2 - " * 52).split())
    people = tuple(b.person(str(number)) for number in range(1, 41))
    rows = tuple(b.row(line, person.number) for person in people)
    unit = b.unit(weeks=52, employees=people, demand=(b.demand(b.WEEKDAYS, "07:30-15:00", 1),))
    write_unit(tmp_path / "year.xlsx", UnitFile(unit=unit, plans=(Plan(rows=rows),)), Language.NYNORSK)
    started = time.process_time()
    read = read_workbook(tmp_path / "year.xlsx")
    assert time.process_time() - started < 3
    assert read.file == UnitFile(unit=unit, plans=(replace(Plan(rows=rows), name=""),))

"""The Employees sheet: defaults that hang on one another, and the limits of positions."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import books
import pytest

from heiltid.model import PLANNABLE_KINDS, Employee, ShiftKind, Status

HEADINGS = ["Number", "Position", "Wanted", "Min", "Max", "Elsewhere", "Status"]


def staff(*rows: list[Any]) -> books.Book:
    return books.base(Employees=[HEADINGS, *rows])


def person(folder: Path, **values: Any) -> Employee:
    """The one employee of a sheet with these columns; underscores stand for spaces."""
    headings = ["Number", *(name.replace("_", " ") for name in values)]
    book = books.base(Employees=[headings, ["1", *values.values()]])
    return books.read(folder, book).file.unit.employees[0]


def test_a_line_with_everything(tmp_path: Path) -> None:
    book = books.base(
        Employees=[
            [
                *HEADINGS,
                *(
                    "Name",
                    "Competence",
                    "Chosen part-time",
                    "Weekend every",
                    "Weekend offset",
                    "Extra weekends",
                ),
                *("Kinds", "Long shifts", "Max days in row", "Max nights in row", "From", "To"),
            ],
            [
                *("007", "50 %", "80 %", "40 %", "90 %", "10 %", "vikar"),
                *("Kari", "sykepleier", "ja", 4, 2, 1, "D, A", "ja", 5, 3, "2027-01-11", "17.01.2027"),
            ],
        ]
    )
    assert books.read(tmp_path, book).file.unit.employees == (
        Employee(
            number="007",
            name="Kari",
            competence="nurse",
            position_bp=5_000,
            wanted_bp=8_000,
            min_bp=4_000,
            max_bp=9_000,
            elsewhere_bp=1_000,
            status=Status.TEMPORARY,
            chosen_part_time=True,
            weekend_every=4,
            weekend_offset=2,
            extra_weekends=1,
            kinds=frozenset({ShiftKind.DAY, ShiftKind.EVENING}),
            long_shifts=True,
            max_days_in_row=5,
            max_nights_in_row=3,
            employed_from=date(2027, 1, 11),
            employed_to=date(2027, 1, 17),
        ),
    )


def test_defaults(tmp_path: Path) -> None:
    assert person(tmp_path, Position="75 %") == Employee(
        number="1",
        position_bp=7_500,
        wanted_bp=7_500,
        min_bp=7_500,
        max_bp=7_500,
        weekend_every=3,
        kinds=PLANNABLE_KINDS,
    )


@pytest.mark.parametrize(
    ("row", "wanted", "least", "most"),
    [
        ([50, None, None, None, None, None], 5_000, 5_000, 5_000),
        ([50, 80, None, None, None, None], 8_000, 5_000, 8_000),
        ([80, 50, None, None, None, None], 5_000, 8_000, 8_000),  # nobody is cut without consent
        ([80, 50, 50, None, None, None], 5_000, 5_000, 8_000),
        ([50, 80, None, 60, None, None], 8_000, 5_000, 6_000),
        ([50, 100, None, None, 30, None], 10_000, 5_000, 7_000),  # never above 100 % less Elsewhere
        ([50, None, None, None, None, "vacant"], 5_000, 0, 10_000),
        ([0, None, None, None, None, "ledig"], 0, 0, 10_000),
        ([50, None, None, None, 20, "ledig"], 5_000, 0, 8_000),
        ([50, None, None, None, None, "temporary"], 5_000, 0, 5_000),
        ([50, 70, None, None, None, "vikar"], 7_000, 0, 7_000),
        ([50, None, None, None, None, "student"], 5_000, 5_000, 5_000),
        ([0, None, None, None, None, "hourly"], 0, 0, 0),
        ([None, None, None, None, None, "timeløn"], 0, 0, 0),
        ([14, None, 10, 20, None, None], 1_400, 1_000, 2_000),
    ],
)
def test_wanted_min_and_max(row: list[Any], wanted: int, least: int, most: int, tmp_path: Path) -> None:
    (found,) = books.read(tmp_path, staff(["1", *row])).file.unit.employees
    assert (found.wanted_bp, found.min_bp, found.max_bp) == (wanted, least, most)


@pytest.mark.parametrize(
    ("row", "problem", "cell", "allowed"),
    [
        ([101, None, None, None, None, None], "percent", "B2", "0..100"),
        ([50, "lots", None, None, None, None], "percent", "C2", "0..100"),
        ([80, None, None, None, 30, None], "above_room", "B2", "0..70"),
        ([50, None, None, 90, 20, None], "above_room", "E2", "0..80"),
        ([50, None, 60, None, None, None], "min_above_max", "D2", "0..50"),
        ([50, None, 60, 55, None, None], "min_above_max", "D2", "0..55"),
        ([50, None, None, 40, None, None], "max_below_min", "E2", "50..100"),
        ([50, None, None, None, None, "gone"], "choice", "G2", None),
        ([20, None, None, None, None, "hourly"], "hourly_position", "B2", "0 %"),
        ([None, None, None, None, None, None], "cell_empty", "B2", "Position"),
    ],
)
def test_positions_that_do_not_fit(
    row: list[Any], problem: str, cell: str, allowed: str | None, tmp_path: Path
) -> None:
    (found,) = books.problems(tmp_path, staff(["1", *row]))
    assert (found.key, found.sheet, found.cell) == (problem, "Employees", cell)
    if allowed is not None:
        assert found.allowed == allowed


def test_the_edges_of_elsewhere(tmp_path: Path) -> None:
    (found,) = books.read(tmp_path, staff(["1", 70, None, None, 70, 30, None])).file.unit.employees
    assert (found.position_bp, found.max_bp, found.elsewhere_bp) == (7_000, 7_000, 3_000)


@pytest.mark.parametrize(
    ("values", "problem", "cell"),
    [
        ({"Weekend_every": 53}, "whole_number", "C2"),
        ({"Weekend_every": "third"}, "whole_number", "C2"),
        ({"Weekend_every": 2, "Weekend_offset": 3}, "whole_number", "D2"),
        ({"Weekend_offset": 4}, "whole_number", "C2"),
        ({"Weekend_every": 0, "Weekend_offset": 1}, "whole_number", "D2"),
        ({"Weekend_offset": 0}, "whole_number", "C2"),
        ({"Extra_weekends": 3}, "whole_number", "C2"),
        ({"Kinds": "D,L"}, "kinds", "C2"),
        ({"Long_shifts": "perhaps"}, "choice", "C2"),
        ({"Chosen_part-time": 1}, "choice", "C2"),
        ({"Max_days_in_row": 0}, "whole_number", "C2"),
        ({"Max_nights_in_row": "few"}, "whole_number", "C2"),
        ({"From": "soon"}, "date", "C2"),
        ({"From": "2027-01-11", "To": "2027-01-10"}, "date_not_before", "D2"),
        ({"Competence": "docter"}, "competence_unknown", "C2"),
        ({"Name": "x" * 300}, "text_too_long", "C2"),
    ],
)
def test_other_fields_that_do_not_fit(
    values: dict[str, Any], problem: str, cell: str, tmp_path: Path
) -> None:
    headings = ["Number", "Position", *(name.replace("_", " ") for name in values)]
    book = books.base(Employees=[headings, ["1", "100 %", *values.values()]])
    assert books.told(tmp_path, book) == [(problem, "Employees", cell)]


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        ({"Weekend_every": 0}, "weekend_every", 0),
        ({"Weekend_offset": 3}, "weekend_offset", 3),
        ({"Extra_weekends": 2}, "extra_weekends", 2),
        ({"Kinds": "none"}, "kinds", frozenset()),
        ({"Long_shifts": True}, "long_shifts", True),
        ({"From": "2027-01-11", "To": "2027-01-11"}, "employed_to", date(2027, 1, 11)),
    ],
)
def test_the_edges_of_other_fields(values: dict[str, Any], field: str, expected: Any, tmp_path: Path) -> None:
    assert getattr(person(tmp_path, Position=100, **values), field) == expected


def test_a_number_that_stands_twice_typed_or_as_text(tmp_path: Path) -> None:
    (problem,) = books.problems(tmp_path, staff(["12", 50], [12, 60]))
    assert (problem.key, problem.cell, problem.found, problem.allowed) == ("defined_twice", "A3", "12", "A2")


def test_a_line_without_a_number(tmp_path: Path) -> None:
    assert books.told(tmp_path, staff(["1", 50], [None, 60])) == [("cell_empty", "Employees", "A3")]


def test_a_sheet_without_rows(tmp_path: Path) -> None:
    assert books.told(tmp_path, staff()) == [("no_rows", "Employees", None)]


def test_a_bare_fraction_is_read_as_it_stands_and_told(tmp_path: Path) -> None:
    read = books.read(tmp_path, staff(["1", 0.8]))
    assert read.file.unit.employees[0].position_bp == 80
    (warning,) = read.warnings
    assert (warning.key, warning.cell) == ("share_tiny", "B2")
    assert (warning.allowed, warning.suggestion) == ("0.8 %", "80 %")


def test_rows_marked_as_sums_are_passed_over(tmp_path: Path) -> None:
    assert len(books.read(tmp_path, staff(["1", 50], ["Σ", 5000])).file.unit.employees) == 1

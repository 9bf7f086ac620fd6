"""Nights written on the day they end: moved to the day they start."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import books
import builders as b
import pytest

from heiltid.exchange.workbook.nights import MovedLine, to_start_day
from heiltid.model import Cell, ShiftType

EARLY_NIGHT = b.shift("N0", "15:00-23:00")  # of kind N, but it ends on the day it starts
SHIFTS = {shift.code: shift for shift in (*b.SHIFTS, EARLY_NIGHT)}


def moved(text: str, *, is_cyclic: bool = False, history: str = "", after: str = "-") -> MovedLine:
    line = b.row(text, history=history)
    (last,) = b.row(after).cells
    return to_start_day(line.history, line.cells, SHIFTS, is_cyclic=is_cyclic, after=last)


def cells(text: str) -> tuple[Cell, ...]:
    return b.row(text).cells


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("- - N1 - - - -", "- N1 - - - - -"),
        ("- N1 N1 N1 - - -", "N1 N1 N1 - - - -"),
        ("D1 A1 - N1 - D1 -", "D1 A1 N1 - - D1 -"),
        ("- - !N1 - - - -", "- !N1 - - - - -"),
        ("- - (N1)FE - - - -", "- (N1)FE - - - - -"),
        ("D1 - L1 N0 - A1 -", "D1 - L1 N0 - A1 -"),  # nothing else moves
        ("- ! N1 - - - -", "- !N1 - - - - -"),  # a lock on the start day stays a lock
    ],
)
def test_nights_go_one_day_back(written: str, meant: str) -> None:
    found = moved(written)
    assert (found.cells, found.history) == (cells(meant), ())
    assert found.clashes == found.lost_day_off == ()


def test_a_cyclic_rota_wraps() -> None:
    assert moved("N1 - - - - - -", is_cyclic=True).cells == cells("- - - - - - N1")
    assert moved("N1 - - - - - N1", is_cyclic=True).cells == cells("- - - - - N1 N1")


def test_the_first_night_of_a_dated_rota_goes_to_history() -> None:
    found = moved("N1 - - - - - -")
    assert found.cells == cells("- - - - - - -")
    assert found.history == cells("- - - - - - - - - - - - - N1")


def test_history_moves_too_and_its_first_night_falls_out() -> None:
    found = moved("N1 - - - - - -", history="N1 N1 - - - - - - - - - - A1 -")
    assert found.history == cells("N1 - - - - - - - - - - - A1 N1")
    assert found.cells == cells("- - - - - - -")


def test_the_day_after_a_dated_rota_holds_its_last_night() -> None:
    assert moved("- - - - - - -", after="N1").cells == cells("- - - - - - N1")


@pytest.mark.parametrize(
    ("written", "day"), [("D1 N1 - - - - -", 1), ("(D1)FE N1 - - - - -", 1), ("- - - L1 N1 - -", 4)]
)
def test_a_start_day_that_is_taken_is_a_clash(written: str, day: int) -> None:
    assert moved(written).clashes == (day,)


def test_a_day_off_code_on_the_start_day_falls_away() -> None:
    found = moved("- F1 N1 - - - -")
    assert (found.cells, found.clashes, found.lost_day_off) == (cells("- N1 - - - - -"), (), (2,))


def book(line: str, **keys: Any) -> books.Book:
    rota = books.rota_rows({"1": line})
    return {**books.with_keys(Night_written_on="end", **keys), "Rota": rota}


def test_a_workbook_whose_nights_stand_where_they_end(tmp_path: Path) -> None:
    line = "N1 - N1 - - - - - - - - - - -"
    cyclic, dated = (
        books.read(tmp_path, book(line, Kind=kind)).file.plans[0].row_of()["1"]
        for kind in ("cyclic", "dated")
    )
    assert cyclic.cells == cells("- N1 - - - - - - - - - - - N1")
    assert (dated.cells[1].shift, dated.history[-1].shift) == ("N1", "N1")


def test_a_clash_is_told_with_the_nights_cell(tmp_path: Path) -> None:
    found = books.told(tmp_path, book("D1 N1 - - - - - - - - - - - -"))
    assert found == [("rota_night_clash", "Rota", "D2")]
    wrapped = books.told(tmp_path, book("N1 - - - - - - - - - - - - A1"))
    assert wrapped == [("rota_night_clash", "Rota", "C2")]


def test_a_lost_day_off_code_is_a_warning(tmp_path: Path) -> None:
    found = books.warned(tmp_path, book("- F1 N1 - - - - - - - - - - -"))
    assert found == [("rota_night_day_off", "Rota", "E2")]


@pytest.mark.parametrize(("cell", "problem"), [("N1", None), ("D1", "rota_after_end")])
def test_one_column_more_for_the_last_night(cell: str, problem: str | None, tmp_path: Path) -> None:
    changed = book("- - - - - - - - - - - - - -", Kind="dated")
    changed["Rota"][0].append("w3 Mon")
    changed["Rota"][1].append(cell)
    if problem is None:
        row = books.read(tmp_path, changed).file.plans[0].row_of()["1"]
        assert row.cells[-1] == Cell(shift="N1")
    else:
        assert books.told(tmp_path, changed) == [(problem, "Rota", "Q2")]


def test_shifts_of_other_kinds_never_move() -> None:
    late = ShiftType(code="A9", kind=b.A1.kind, start_minute=20 * 60, end_minute=26 * 60)
    line = b.row("- A9 - - - - -")
    assert to_start_day((), line.cells, {"A9": late}, is_cyclic=True).cells == line.cells

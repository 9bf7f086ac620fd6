"""The notation of a rota's cells, shared by workbook and window."""

from __future__ import annotations

import pytest

from heiltid.model import FREE, Cell
from heiltid.notation import CellNotation, cell_text, laid_over_code
from heiltid.spelling import Known

NOTATION = CellNotation(Known(("D1", "A1", "N1")), ("Kurs",))


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        (FREE, ""),
        (Cell(locked=True), "!"),
        (Cell(shift="D1"), "D1"),
        (Cell(day_off="F1", locked=True), "!F1"),
        (Cell(absence="Kurs"), "Kurs"),
        (Cell(shift="A1", absence="FE"), "(A1) FE"),
        (Cell(day_off="F1", absence="FE", locked=True), "!(F1) FE"),
    ],
)
def test_a_cell_is_written_and_read_alike(cell: Cell, shown: str) -> None:
    assert cell_text(cell) == shown
    assert shown == "" or NOTATION.read(shown) == cell
    assert shown == "" or NOTATION.read(shown.lower()) == cell


def test_what_is_not_understood_is_nothing_and_the_nearest_is_named() -> None:
    assert NOTATION.read("D2") is None
    assert NOTATION.meant("!D2") == "D1"
    assert NOTATION.meant("A1 kurs") == "(A1) kurs"
    assert NOTATION.allowed == "D1, A1, N1, F1-F5"


def test_the_mark_can_be_left_out_and_the_code_laid_over_is_found() -> None:
    assert cell_text(Cell(shift="D1", locked=True), locks=False) == "D1"
    assert laid_over_code("!(A1) FE") == "FE"
    assert laid_over_code("A1") is None

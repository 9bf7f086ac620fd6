"""The cells of a workbook, loaded safely: what stands in them, and what is wrong with a cell itself.

A formula counts by its cached value; one without a cached value is a fault of that cell. Links to
other workbooks are never followed. Only sheets whose names we know are read at all.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree.ElementTree import ParseError

import openpyxl
from openpyxl.cell.read_only import EMPTY_CELL
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import CellCoordinatesException, SheetTitleException

from heiltid.errors import InputError, Problem
from heiltid.exchange.workbook.package import DAMAGED_ZIP, read_bytes
from heiltid.exchange.workbook.words import Group, canonical

Raw: TypeAlias = str | int | float | bool | datetime | date | time | timedelta

LAST_SHEET_ROW = 1_048_576  # of the file format
MOST_ROWS = 5_000
MOST_COLUMNS = 1_000
MOST_CELLS = 400_000  # with content, in all sheets together
MOST_SHEETS = 200
LONGEST_SHOWN = 60
_LARGEST_SHARE_SHOWN = 1e6  # above it the bare number says more, and may be too large for a float
LONGEST_TEXT = 32_767
UNREAD_SHEETS = frozenset({"Guide", "Results", "Findings"})

# openpyxl refuses bad content by whatever its own code stumbles over; every kind means a damaged file.
DAMAGED = (
    *DAMAGED_ZIP,
    ParseError,
    CellCoordinatesException,
    SheetTitleException,
    TypeError,
    AttributeError,
    AssertionError,
    LookupError,
    ArithmeticError,
    RuntimeError,
)


@dataclass(frozen=True, slots=True)
class RawCell:
    """One cell with content. `fault`: "formula" (no cached value) or "error" (#REF! and its like)."""

    row: int
    column: int
    value: Raw
    is_percent: bool = False
    fault: str | None = None

    @property
    def address(self) -> str:
        """As "D7"."""
        return address(self.row, self.column)

    def shown(self) -> str:
        """The content as a message shows it, cut when long."""
        if isinstance(self.value, bool):
            return "TRUE" if self.value else "FALSE"
        value = self.value
        if self.is_percent and isinstance(value, int | float) and abs(value) < _LARGEST_SHARE_SHOWN:
            return f"{value * 100:g} %"
        return cut(str(value))


def cut(text: str) -> str:
    """Text on one line and short enough for a message."""
    line = " ".join(text[: 4 * LONGEST_SHOWN].split())
    return line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1] + "…"


def address(row: int, column: int) -> str:
    """As "D7"."""
    return f"{get_column_letter(column)}{row}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet's cells with content, by row and column (both from 1)."""

    title: str
    rows: Mapping[int, Mapping[int, RawCell]]


@dataclass(slots=True)
class LoadedSheets:
    """Known sheets by canonical name, and what went wrong in loading single sheets."""

    grids: dict[str, Grid] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)  # canonical names of sheets that are there but unreadable
    titles: list[str] = field(default_factory=list)  # every sheet's title, known or not
    problems: list[Problem] = field(default_factory=list)


def load_sheets(path: str | Path) -> LoadedSheets:
    """All known sheets of a workbook. The file is read once and never written.

    Raises InputError when the file as a whole cannot be used.
    """
    with opened(read_bytes(path), str(path)) as (values, formulas):
        return _load(values.worksheets, formulas.worksheets)


@contextmanager
def opened(content: bytes, shown: str) -> Iterator[tuple[Any, Any]]:
    """Two readings of a workbook that `read_bytes` let pass: of its values and of its formulas.

    Raises InputError when they cannot be opened; rows are read, and may fail by any of DAMAGED, later.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on what it leaves out
        try:
            values = openpyxl.load_workbook(
                io.BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
            formulas = openpyxl.load_workbook(
                io.BytesIO(content), read_only=True, data_only=False, keep_links=False
            )
        except DAMAGED:
            raise InputError((Problem(key="file_damaged", found=shown),)) from None
        try:
            yield values, formulas
        finally:
            values.close()
            formulas.close()


def _load(values: list[Any], formulas: list[Any]) -> LoadedSheets:
    loaded = LoadedSheets(titles=[str(sheet.title) for sheet in values])
    if len(values) > MOST_SHEETS:
        loaded.problems.append(
            Problem(key="too_many_sheets", found=str(len(values)), allowed=str(MOST_SHEETS))
        )
        return loaded
    room = MOST_CELLS
    for sheet, formula_sheet in zip(values, formulas, strict=True):
        title = str(sheet.title)
        name = canonical(Group.SHEET, title)
        if name is None or name in UNREAD_SHEETS:
            continue
        if name in loaded.grids or name in loaded.broken:
            loaded.problems.append(Problem(key="sheet_twice", sheet=title, found=cut(title)))
            continue
        try:
            grid = read_grid(sheet, formula_sheet, room)
        except DAMAGED:
            grid = Problem(key="sheet_damaged", sheet=title, found=cut(title))
        if isinstance(grid, Problem):
            loaded.problems.append(grid)
            loaded.broken.add(name)
            continue
        loaded.grids[name] = grid
        room -= sum(len(row) for row in grid.rows.values())
    return loaded


def read_grid(sheet: Any, formula_sheet: Any, room: int) -> Grid | Problem:
    """A sheet's cells from both readings, or the limit it breaks. openpyxl's own exceptions pass through.

    room: how many cells with content there may be.
    """
    title = str(sheet.title)
    rows: dict[int, dict[int, RawCell]] = {}
    blank: object = None
    for number, (values, formulas) in enumerate(_row_pairs(sheet, formula_sheet), start=1):
        if values is blank:
            continue  # openpyxl fills gaps between rows with one and the same row
        found = _cells(number, values, formulas)
        if not found:
            blank = values
            continue
        room -= len(found)
        over = _over_limit(title, number, max(found), room)
        if over is not None:
            return over
        rows[number] = found
    return Grid(title, rows)


def _row_pairs(sheet: Any, formula_sheet: Any) -> Iterator[tuple[Any, Any]]:
    """Rows of both readings side by side; they come from the same XML, so they have the same shape.

    The size a sheet claims is not believed: rows are counted as they come, up to the format's last.
    """
    both = []
    for reading in (sheet, formula_sheet):
        reading.reset_dimensions()
        both.append(reading.iter_rows(min_row=1, max_row=LAST_SHEET_ROW, min_col=1, max_col=MOST_COLUMNS + 1))
    return zip(*both, strict=True)


def _cells(row: int, values: Any, formulas: Any) -> dict[int, RawCell]:
    """The cells of one row that have content, by column."""
    found: dict[int, RawCell] = {}
    for column, (cell, formula) in enumerate(zip(values, formulas, strict=True), start=1):
        if cell is EMPTY_CELL:
            continue
        raw = _raw_cell(row, column, cell, formula)
        if raw is not None:
            found[column] = raw
    return found


def _over_limit(title: str, row: int, column: int, room: int) -> Problem | None:
    place = address(row, column)
    if row > MOST_ROWS:
        return Problem(key="too_many_rows", sheet=title, cell=place, found=str(row), allowed=str(MOST_ROWS))
    if column > MOST_COLUMNS:
        return Problem(
            key="too_many_columns", sheet=title, cell=place, found=str(column), allowed=str(MOST_COLUMNS)
        )
    if room < 0:
        return Problem(key="too_many_cells", sheet=title, cell=place, allowed=str(MOST_CELLS))
    return None


def _raw_cell(row: int, column: int, cell: Any, formula: Any) -> RawCell | None:
    """A cell's content, None when there is none."""
    value = cell.value
    if value is None:
        # A cached empty text has the type "str"; without a type nothing was ever reckoned.
        if formula.data_type == "f" and cell.data_type != "str":
            shown = getattr(formula.value, "text", formula.value)
            return RawCell(row, column, cut(str(shown)), fault="formula")
        return None
    if cell.data_type == "e":
        return RawCell(row, column, cut(str(value)), fault="error")
    if isinstance(value, str):
        return _text_cell(row, column, value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return RawCell(row, column, value, is_percent=is_number and "%" in cell.number_format)


def _text_cell(row: int, column: int, text: str) -> RawCell | None:
    """Text on one line without signs that cannot be seen; None when nothing is left."""
    pieces = " ".join(text[:LONGEST_TEXT].split())
    seen = pieces if pieces.isprintable() else "".join(sign for sign in pieces if sign.isprintable())
    return RawCell(row, column, seen) if seen else None

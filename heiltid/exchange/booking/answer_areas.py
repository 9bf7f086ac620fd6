"""Where in a workbook its answers stand: by the names of its cells or, where those are gone, by words.

Phone programs and web sheets often save no names. Then the row of headings tells the columns, and the
personal code is known by its form.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl.utils import column_index_from_string

from heiltid.booking.answers.tokens import LIST_SIGNS, SHORT_TOKEN_SIGNS, SIGNS, normalised
from heiltid.exchange.booking.answer_cells import ANSWERS, CODE, CODES, MOST_HOURS, PLACES
from heiltid.exchange.workbook.sheets import LAST_SHEET_ROW, Grid, RawCell
from heiltid.exchange.workbook.values import plain_text
from heiltid.spelling import normal
from heiltid.texts import catalogue

NAMES = frozenset({CODE, CODES, PLACES, ANSWERS, MOST_HOURS})
LONGEST_REFERENCE = 2_000
_LAST_COLUMN = 16_384
_PLACE = r"\$?([A-Za-z]{1,3})?\$?(\d{1,7})?"
_REFERENCE = re.compile(rf"(?:'((?:[^']|'')+)'|([^'!,\s]+))!{_PLACE}(?::{_PLACE})?")
_CODE = re.compile(rf"\w{{{LIST_SIGNS}}}\s*\W\s*\w{{{SHORT_TOKEN_SIGNS}}}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A block of cells on one sheet."""

    sheet: str
    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Found:
    """A cell with content, and the title of its sheet."""

    sheet: str
    cell: RawCell

    @property
    def place(self) -> str:
        """As "Svar!H7"."""
        return f"{self.sheet}!{self.cell.address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRow:
    """One row to answer on; None: the cell is empty. code: of the shared workbook alone."""

    answer: Found | None
    number: Found | None
    code: Found | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Areas:
    """What of a workbook is read. code: the personal one of the whole book."""

    rows: tuple[AnswerRow, ...]
    code: Found | None = None
    hours: Found | None = None
    is_shared: bool = False


def areas_of(values: Any, grids: Mapping[str, Grid]) -> Areas | None:
    """The cells of a workbook opened by openpyxl; None: there is nothing to answer on."""
    named = {name: tuple(blocks_of(reference)) for name, reference in references(values).items()}
    answers, places = named.get(ANSWERS), named.get(PLACES)
    if answers and places and (CODE in named or CODES in named):
        codes = named.get(CODES)
        return Areas(
            rows=tuple(_rows(grids, answers, places, codes or ())),
            code=first_of(cells_in(grids, named.get(CODE, ()))),
            hours=first_of(cells_in(grids, named.get(MOST_HOURS, ()))),
            is_shared=bool(codes),
        )
    return _by_words(grids)


def references(values: Any, names: Collection[str] = NAMES) -> dict[str, str]:
    """References of our names: of the book, else of the first sheet that has the name to itself."""
    found: dict[str, str] = {}
    scopes = [values.defined_names, *(getattr(sheet, "defined_names", {}) for sheet in values.worksheets)]
    for scope in scopes:
        for name, defined in scope.items():
            plain = str(name).casefold()
            if plain in names and plain not in found and defined.attr_text:
                found[plain] = str(defined.attr_text)[:LONGEST_REFERENCE]
    return found


def blocks_of(reference: str) -> Iterator[Area]:
    """The blocks a name stands for; a whole column or row is one too, #REF! none."""
    for quoted, plain, left, top, right, bottom in _REFERENCE.findall(reference):
        if not left and not top:
            continue
        columns = sorted(map(_column, (left or "A", right or left or "XFD")))
        first, last = sorted((int(top or 1), int(bottom or top or LAST_SHEET_ROW)))
        yield Area(
            sheet=quoted.replace("''", "'") or plain,
            first_row=first,
            last_row=last,
            first_column=columns[0],
            last_column=columns[1],
        )


def _column(letters: str) -> int:
    try:
        return int(column_index_from_string(letters.upper()))
    except ValueError:
        return _LAST_COLUMN


def cells_in(grids: Mapping[str, Grid], areas: Iterable[Area]) -> Iterator[Found]:
    """The cells with content in some areas, row by row."""
    for area in areas:
        grid = grids.get(area.sheet)
        for row, cells in () if grid is None else grid.rows.items():
            if area.first_row <= row <= area.last_row:
                for column, cell in cells.items():
                    if area.first_column <= column <= area.last_column:
                        yield Found(area.sheet, cell)


def code_in(found: Found) -> tuple[str, str] | None:
    """List and token of the personal code in a cell; None: what stands there is none."""
    signs = "" if found.cell.fault else normalised(plain_text(found.cell) or "")
    is_code = len(signs) == LIST_SIGNS + SHORT_TOKEN_SIGNS and set(signs) <= set(SIGNS)
    return (signs[:LIST_SIGNS], signs[LIST_SIGNS:]) if is_code else None


def first_of(found: Iterable[Found]) -> Found | None:
    """The first cell with content."""
    return next(iter(found), None)


def _rows(
    grids: Mapping[str, Grid], answers: Iterable[Area], places: Iterable[Area], codes: Iterable[Area]
) -> Iterator[AnswerRow]:
    """What stands on one row belongs together, wherever the row was moved to."""
    by_row: dict[tuple[str, int], dict[str, Found]] = {}
    for key, areas in (("answer", answers), ("number", places), ("code", codes)):
        for found in cells_in(grids, areas):
            by_row.setdefault((found.sheet, found.cell.row), {}).setdefault(key, found)
    for _, parts in sorted(by_row.items()):
        yield AnswerRow(answer=parts.get("answer"), number=parts.get("number"), code=parts.get("code"))


def _by_words(grids: Mapping[str, Grid]) -> Areas | None:
    for grid in grids.values():
        for row in sorted(grid.rows):
            columns = {_heading(cell): column for column, cell in grid.rows[row].items()}
            if "number" in columns and "answer" in columns:
                return _below(grids, grid, row, columns)
    return None


def _heading(cell: RawCell) -> str | None:
    """Which of our columns a heading stands over."""
    shown = normal((plain_text(cell) or "").rstrip(". "))
    for key in ("number", "answer", "code"):
        if shown in {normal(word.rstrip(".")) for word in catalogue()[f"booking_list.head.{key}"].values()}:
            return key
    return None


def _below(grids: Mapping[str, Grid], grid: Grid, head: int, columns: Mapping[str | None, int]) -> Areas:
    def area(key: str) -> tuple[Area, ...]:
        at = columns.get(key)
        if at is None:
            return ()
        return (
            Area(
                sheet=grid.title,
                first_row=head + 1,
                last_row=LAST_SHEET_ROW,
                first_column=at,
                last_column=at,
            ),
        )

    return Areas(
        rows=tuple(_rows(grids, area("answer"), area("number"), area("code"))),
        code=first_of(code_like(grid)),
        hours=_hours_beside(grid),
        is_shared="code" in columns,
    )


def code_like(grid: Grid) -> Iterator[Found]:
    """Cells with what has the form of a personal code."""
    for cells in grid.rows.values():
        for cell in cells.values():
            if _CODE.fullmatch(plain_text(cell) or ""):
                yield Found(grid.title, cell)


def _hours_beside(grid: Grid) -> Found | None:
    """The cell to the right of the question for the most hours."""
    asked = {normal(words.rstrip(":")) for words in catalogue()["booking_list.most_hours"].values()}
    for cells in grid.rows.values():
        for column, cell in cells.items():
            if normal((plain_text(cell) or "").rstrip(": ")) in asked and column + 1 in cells:
                return Found(grid.title, cells[column + 1])
    return None

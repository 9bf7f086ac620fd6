"""Where in a workbook of wishes its answers stand: by the names of its cells, or by words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from heiltid.exchange.booking.answer_areas import (
    Area,
    Found,
    blocks_of,
    cells_in,
    code_like,
    first_of,
    references,
)
from heiltid.exchange.booking.answer_cells import CODE
from heiltid.exchange.booking.wish_workbook import LONG, QUESTION_COLUMN, WANTED, WEEKENDS, WEEKS, WISHES
from heiltid.exchange.workbook.sheets import LAST_SHEET_ROW, Grid
from heiltid.exchange.workbook.values import plain_text
from heiltid.exchange.workbook.words import weekday_of
from heiltid.model import DAYS_PER_WEEK
from heiltid.spelling import normal
from heiltid.texts import catalogue

NAMES = frozenset({CODE, WEEKS, WISHES, WANTED, WEEKENDS, LONG})


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekRow:
    """One row with a number of a week; days: by weekday, 0 = Monday, the cells with content."""

    number: Found
    days: Mapping[int, Found]


@dataclass(frozen=True, slots=True, kw_only=True)
class WishAreas:
    """What of a workbook of wishes is read; None: the cell is empty."""

    rows: tuple[WeekRow, ...]
    code: Found | None
    wanted: Found | None
    weekends: Found | None
    long: Found | None


def wish_areas_of(values: Any, grids: Mapping[str, Grid]) -> WishAreas | None:
    """The cells of a workbook opened by openpyxl; None: it is none of wishes."""
    named = {name: tuple(blocks_of(reference)) for name, reference in references(values, NAMES).items()}
    if named.get(WISHES) and named.get(WEEKS) and CODE in named:

        def one(name: str) -> Found | None:
            return first_of(cells_in(grids, named.get(name, ())))

        return WishAreas(
            rows=tuple(_rows(grids, named[WEEKS], named[WISHES])),
            code=one(CODE),
            wanted=one(WANTED),
            weekends=one(WEEKENDS),
            long=one(LONG),
        )
    return _by_words(grids)


def _rows(grids: Mapping[str, Grid], weeks: Iterable[Area], wishes: Iterable[Area]) -> Iterator[WeekRow]:
    """What stands on one row belongs together, wherever the row was moved to; rows of dates have no week."""
    blocks = tuple(wishes)
    first = {block.sheet: block.first_column for block in blocks}
    by_row: dict[tuple[str, int], dict[int, Found]] = {}
    for found in cells_in(grids, blocks):
        weekday = found.cell.column - first[found.sheet]
        if weekday < DAYS_PER_WEEK:
            by_row.setdefault((found.sheet, found.cell.row), {})[weekday] = found
    for number in cells_in(grids, weeks):
        days = by_row.get((number.sheet, number.cell.row))
        if days:
            yield WeekRow(number=number, days=days)


def _by_words(grids: Mapping[str, Grid]) -> WishAreas | None:
    for grid in grids.values():
        for row, cells in sorted(grid.rows.items()):
            days = {column for column, cell in cells.items() if weekday_of(plain_text(cell) or "") == 0}
            for first in sorted(days):
                shown = [plain_text(cells[at]) if at in cells else "" for at in range(first, first + 7)]
                if first > 1 and [weekday_of(word or "") for word in shown] == list(range(DAYS_PER_WEEK)):
                    return _below(grids, grid, row, first)
    return None


def _below(grids: Mapping[str, Grid], grid: Grid, head: int, first: int) -> WishAreas:
    def area(left: int, right: int) -> tuple[Area, ...]:
        rows = {"first_row": head + 1, "last_row": LAST_SHEET_ROW}
        return (Area(sheet=grid.title, first_column=left, last_column=right, **rows),)

    return WishAreas(
        rows=tuple(_rows(grids, area(first - 1, first - 1), area(first, first + DAYS_PER_WEEK - 1))),
        code=first_of(code_like(grid)),
        wanted=_beside(grid, "wanted"),
        weekends=_beside(grid, "weekends"),
        long=_beside(grid, "long"),
    )


def _beside(grid: Grid, question: str) -> Found | None:
    """The answer on the row of a question."""
    asked = {normal(words) for words in catalogue()[f"booking_wishes.sheet.{question}"].values()}
    for cells in grid.rows.values():
        for column, cell in cells.items():
            answer = column + QUESTION_COLUMN - 1
            if normal(plain_text(cell) or "") in asked and answer in cells:
                return Found(grid.title, cells[answer])
    return None

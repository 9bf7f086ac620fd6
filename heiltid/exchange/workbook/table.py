"""A sheet as rows of named fields: headings found in any order, unknown columns told and left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

from heiltid.exchange.workbook import values, words
from heiltid.exchange.workbook.columns import SheetDefinition
from heiltid.exchange.workbook.fields import Collector, Fields
from heiltid.exchange.workbook.sheets import Grid, RawCell, address
from heiltid.exchange.workbook.words import Group
from heiltid.notation import SUMMARY_MARK
from heiltid.spelling import nearest

T = TypeVar("T")
HEADING_ROW = 1


class Table:
    """A sheet read by its headings: order is free, unknown columns are told once each and left alone."""

    def __init__(self, definition: SheetDefinition, grid: Grid, collector: Collector) -> None:
        self.definition = definition
        self.grid = grid
        self.collector = collector
        self.columns = {column.heading: column for column in definition.columns}
        self.place_of: dict[str, int] = {}  # canonical heading -> column number
        self.day_columns: dict[int, int] = {}  # day -> column number, on Rota and Before
        self._known: set[int] = set()
        self._read_headings()
        self._find_unnamed_columns()

    @property
    def sheet(self) -> str:
        """The sheet's title in the file."""
        return self.grid.title

    def lacks(self, *headings: str) -> tuple[str, ...]:
        """Those of the headings that have no column."""
        return tuple(heading for heading in headings if heading not in self.place_of)

    def has_required_columns(self) -> bool:
        """Whether all required columns are there; each one missing is noted."""
        missing = self.lacks(*(column.heading for column in self.definition.columns if column.required))
        for heading in missing:
            self.collector.add("column_missing", self.sheet, found=self.collector.word(heading))
        return not missing

    def rows(self) -> Iterator[Fields]:
        """The filled rows below the headings; rows marked as sums are left out."""
        for number in sorted(self.grid.rows):
            if number == HEADING_ROW:
                continue
            row = self.grid.rows[number]
            cells = {
                heading: row[column]
                for heading, column in self.place_of.items()
                if column in row and heading in self.columns
            }
            has_days = any(column in row for column in self.day_columns.values())
            if (not cells and not has_days) or _is_summary(cells):
                continue
            places = {
                heading: address(number, column)
                for heading, column in self.place_of.items()
                if heading in self.columns
            }
            yield Fields(self.collector, self.sheet, self.columns, cells, places)

    def day_cells(self, fields: Fields) -> Mapping[int, RawCell]:
        """The cells of a Rota row by day; empty cells are left out."""
        row = self.grid.rows[row_number(fields)]
        return {day: row[column] for day, column in self.day_columns.items() if column in row}

    def _read_headings(self) -> None:
        for column, cell in self.grid.rows.get(HEADING_ROW, {}).items():
            self._known.add(column)
            if cell.fault is not None:
                self._note(cell, f"cell_{cell.fault}")
                continue
            typed = values.plain_text(cell) or ""
            name = words.canonical(Group.HEADING, typed, (*self.columns, *self.definition.ignored))
            day = words.day_of_heading(typed) if self._has_days else None
            if name is not None:
                self._place(name, column, cell, self.place_of)
            elif day is not None:
                self._place(day, column, cell, self.day_columns)
            else:
                self._note(cell, "column_unknown", suggestion=self._meant(typed), warning=True)

    def _meant(self, typed: str) -> str | None:
        """The nearest heading, in the workbook's own language where the words are equally near."""
        near = nearest(typed, words.spellings_of(Group.HEADING, self.columns))
        name = None if near is None else words.canonical(Group.HEADING, near, tuple(self.columns))
        own = None if name is None else words.word(Group.HEADING, name, self.collector.language)
        return near if own is None else nearest(typed, (own,)) or near

    @property
    def _has_days(self) -> bool:
        return self.definition.name in ("Rota", "Before")

    def _place(self, name: T, column: int, cell: RawCell, into: dict[T, int]) -> None:
        if name in into:
            first = address(HEADING_ROW, into[name])
            self._note(cell, "column_twice", allowed=first)
        else:
            into[name] = column

    def _note(
        self,
        cell: RawCell,
        key: str,
        *,
        allowed: str | None = None,
        suggestion: str | None = None,
        warning: bool = False,
    ) -> None:
        self.collector.add(
            key,
            self.sheet,
            cell.address,
            found=cell.shown(),
            allowed=allowed,
            suggestion=suggestion,
            warning=warning,
        )

    def _find_unnamed_columns(self) -> None:
        """Content below an empty heading would be lost without a word: one warning per column."""
        unnamed: dict[int, RawCell] = {}
        for row in self.grid.rows.values():
            for column, cell in row.items():
                if column not in self._known:
                    unnamed.setdefault(column, cell)
        for column in sorted(unnamed):
            self._note(unnamed[column], "column_unnamed", warning=True)


def row_number(fields: Fields) -> int:
    """The sheet row of a table's fields."""
    first = next(iter(fields.places.values()))
    return int(first.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _is_summary(cells: Mapping[str, RawCell]) -> bool:
    number = cells.get("Number")
    return number is not None and isinstance(number.value, str) and number.value.startswith(SUMMARY_MARK)

"""A sheet as rows of named fields, and the place where every problem of a reading is collected."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from heiltid.errors import Problem
from heiltid.exchange.workbook import values, word_values, words
from heiltid.exchange.workbook.columns import (
    LONGEST_NAME,
    LONGEST_NUMBER,
    Column,
    SheetDefinition,
)
from heiltid.exchange.workbook.sheets import Grid, RawCell, address, cut
from heiltid.exchange.workbook.values import Misfit, Parser
from heiltid.exchange.workbook.words import SUMMARY_MARK, Group
from heiltid.texts import Language

T = TypeVar("T")
HEADING_ROW = 1


@dataclass(slots=True)
class Collector:
    """Problems found so far. `language` is the workbook's own: words a message lists are written in it."""

    language: Language
    problems: list[Problem] = field(default_factory=list)

    def add(
        self,
        key: str,
        sheet: str | None,
        cell: str | None = None,
        *,
        found: str | None = None,
        allowed: str | None = None,
        suggestion: str | None = None,
        warning: bool = False,
    ) -> None:
        """Note one problem; what was found is cut when long."""
        shown = None if found is None else cut(found)
        self.problems.append(
            Problem(
                key=key,
                sheet=None if sheet is None else cut(sheet),
                cell=cell,
                found=shown,
                allowed=allowed,
                suggestion=suggestion,
                warning=warning,
            )
        )

    def word(self, heading: str) -> str:
        """A heading in the workbook's language."""
        return words.word(Group.HEADING, heading, self.language)


class Fields:
    """Named cells that belong together: a row of a table, or the keys of the Unit sheet.

    Every reading method gives None for an empty cell and for one that does not fit; the latter is
    noted with its place, and `failed` knows it.
    """

    def __init__(
        self,
        collector: Collector,
        sheet: str,
        columns: Mapping[str, Column],
        cells: Mapping[str, RawCell],
        places: Mapping[str, str],
    ) -> None:
        self.collector = collector
        self.sheet = sheet
        self.columns = columns
        self.cells = cells
        self.places = places  # address of each field that has a place, filled or not
        self.failed: set[str] = set()

    def place(self, heading: str) -> str | None:
        """The address of a field; of the first field when its column is not there."""
        return self.places.get(heading) or next(iter(self.places.values()), None)

    def has(self, heading: str) -> bool:
        """Whether the cell has content."""
        return heading in self.cells

    def refuse(
        self,
        heading: str,
        key: str,
        *,
        found: str | None = None,
        allowed: str | None = None,
        suggestion: str | None = None,
    ) -> None:
        """Note that a field is wrong; `found` defaults to its content."""
        self.failed.add(heading)
        cell = self.cells.get(heading)
        shown = cell.shown() if found is None and cell is not None else found
        self.collector.add(
            key, self.sheet, self.place(heading), found=shown, allowed=allowed, suggestion=suggestion
        )

    def warn(
        self, heading: str, key: str, *, allowed: str | None = None, suggestion: str | None = None
    ) -> None:
        """Note something odd that does not stop the reading."""
        cell = self.cells.get(heading)
        self.collector.add(
            key,
            self.sheet,
            self.place(heading),
            found=None if cell is None else cell.shown(),
            allowed=allowed,
            suggestion=suggestion,
            warning=True,
        )

    def take(self, heading: str, parse: Parser[T]) -> T | None:
        """The field's value by any parser."""
        cell = self.cells.get(heading)
        if cell is None:
            if self.columns[heading].required and heading in self.places:
                self.refuse(heading, "cell_empty", allowed=self.collector.word(heading))
            return None
        if cell.fault is not None:
            self.refuse(heading, f"cell_{cell.fault}")
            return None
        found = parse(cell)
        if isinstance(found, Misfit):
            self.refuse(heading, found.key, allowed=found.allowed, suggestion=found.suggestion)
            return None
        return found

    def text(self, heading: str) -> str | None:
        """Text, up to the longest name."""
        return self.take(heading, values.text(LONGEST_NAME))

    def number(self, heading: str) -> str | None:
        """An employee number as text, whether typed as a number or as text."""
        return self.take(heading, values.text(LONGEST_NUMBER))

    def whole(self, heading: str) -> int | None:
        """A whole number within the column's bounds."""
        column = self.columns[heading]
        return self.take(heading, values.whole(column.low, column.high))

    def percent(self, heading: str) -> int | None:
        """A share in basis points within the column's bounds."""
        column = self.columns[heading]
        found = self.take(heading, values.percent(column.low, column.high))
        if found is not None and values.is_probably_a_fraction(self.cells[heading]):
            meant = f"{values.percent_text(found * 100)} %"
            self.warn(heading, "share_tiny", allowed=f"{values.percent_text(found)} %", suggestion=meant)
        return found

    def date(self, heading: str) -> date | None:
        """A date."""
        return self.take(heading, values.date_value)

    def yes_no(self, heading: str) -> bool | None:
        """Yes or no."""
        return self.take(heading, word_values.yes_no(self.collector.language))

    def choice(self, heading: str) -> str | None:
        """The canonical word of the column's group."""
        group = self.columns[heading].group
        assert group is not None, heading
        return self.take(heading, word_values.choice(group, self.collector.language))


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
                near = words.nearest(typed, words.spellings_of(Group.HEADING, self.columns))
                self._note(cell, "column_unknown", suggestion=near, warning=True)

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


def loosely(name: str) -> str:
    """A number or code as it is compared when not found exactly: no case, no leading zeros."""
    folded = name.casefold()
    return folded.lstrip("0") or "0" if folded.isdigit() else folded


class Known:
    """Names defined on one sheet and mentioned on others: found exactly, else when `fold` makes them equal.

    `is_complete` False: the defining sheet is missing or lacks columns, so nothing can be called unknown.
    """

    def __init__(
        self, names: Iterable[str], *, is_complete: bool = True, fold: Callable[[str], str] = loosely
    ) -> None:
        self.names = tuple(dict.fromkeys(names))
        self.is_complete = is_complete
        self._fold = fold
        self._exact = frozenset(self.names)
        self._loose: dict[str, list[str]] = {}
        for name in self.names:
            self._loose.setdefault(fold(name), []).append(name)

    def find(self, typed: str) -> str | None:
        """The name meant, None when there is none or more than one."""
        if typed in self._exact:
            return typed
        found = self._loose.get(self._fold(typed), [])
        return found[0] if len(found) == 1 else None

    def nearest(self, typed: str) -> str | None:
        """The name most like a misspelt one."""
        return words.nearest(typed, self.names, cutoff=words.LIKE_CODE)


def mention(fields: Fields, heading: str, typed: str | None, known: Known, key: str) -> str | None:
    """The name that a cell mentions; an unknown one is noted. None stays None."""
    if typed is None:
        return None
    found = known.find(typed)
    if found is None and not known.is_complete:
        return typed
    if found is None:
        fields.refuse(heading, key, suggestion=known.nearest(typed))
    return found

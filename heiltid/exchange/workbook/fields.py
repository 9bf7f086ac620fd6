"""Named cells that belong together, and the place where every problem of a reading is collected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias, TypeVar

from heiltid.errors import Problem
from heiltid.exchange.workbook import values, word_values, words
from heiltid.exchange.workbook.columns import Column
from heiltid.exchange.workbook.sheets import RawCell, cut
from heiltid.exchange.workbook.values import Misfit, Parser
from heiltid.exchange.workbook.words import Group
from heiltid.problem_text import percent_text
from heiltid.ranges import LONGEST_NAME, LONGEST_NUMBER
from heiltid.texts import Language

T = TypeVar("T")
Period: TypeAlias = tuple[date | None, date | None]


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
            meant = f"{percent_text(found * 100)} %"
            self.warn(heading, "share_tiny", allowed=f"{percent_text(found)} %", suggestion=meant)
        return found

    def date(self, heading: str) -> date | None:
        """A date."""
        return self.take(heading, values.date_value)

    def period(self) -> Period:
        """The dates of From and To; a To before its From is noted."""
        first, last = self.date("From"), self.date("To")
        if first is not None and last is not None and last < first:
            self.refuse("To", "date_not_before", allowed=first.isoformat())
        return first, last

    def yes_no(self, heading: str) -> bool | None:
        """Yes or no."""
        return self.take(heading, word_values.yes_no(self.collector.language))

    def choice(self, heading: str) -> str | None:
        """The canonical word of the column's group."""
        group = self.columns[heading].group
        assert group is not None, heading
        return self.take(heading, word_values.choice(group, self.collector.language))

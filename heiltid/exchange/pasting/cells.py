"""A pasted text cut into cells, as Excel and LibreOffice put tables on the clipboard."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

MOST_ROWS = 2_000
MOST_COLUMNS = 100
MOST_SIGNS = 2_000_000
_NOTHING = frozenset({"", "-", "–", "—"})  # what people write into a cell to leave it empty

Row: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastedCells:
    """Rows of trimmed cells, all of one width; a dash alone counts as empty. Row 1 is the first pasted."""

    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """Columns."""
        return len(self.rows[0]) if self.rows else 0

    def filled(self) -> tuple[tuple[int, Row], ...]:
        """The rows with content and their numbers, from 1."""
        return tuple((number, row) for number, row in enumerate(self.rows, start=1) if any(row))

    def column(self, number: int, *, after: int = 0) -> tuple[str, ...]:
        """The contents of a column (from 1) in the rows below row `after`, empty cells left out."""
        return tuple(row[number - 1] for row in self.rows[after:] if row[number - 1])

    def corrected(self, right: Mapping[tuple[int, int], str]) -> PastedCells:
        """With other contents at some places (row and column, from 1)."""
        if not right:
            return self
        return PastedCells(
            rows=tuple(
                tuple(right.get((number, column), cell) for column, cell in enumerate(row, start=1))
                for number, row in enumerate(self.rows, start=1)
            )
        )

    def without(self, rows: Collection[int]) -> PastedCells:
        """With nothing in some rows; the others keep their numbers."""
        nothing = ("",) * self.width
        return PastedCells(
            rows=tuple(nothing if number in rows else row for number, row in enumerate(self.rows, start=1))
        )


def is_too_large(text: str) -> bool:
    """Whether a text is more than anybody means to paste; told before it is cut."""
    return len(text) > MOST_SIGNS or text.count("\n") > MOST_ROWS


def cells_of(text: str) -> PastedCells:
    """The cells of a text: separated by tabs, else by semicolons; else each line is one cell."""
    delimiter = "\t" if "\t" in text else ";"
    cut = [tuple(_trimmed(cell) for cell in row) for row in _split(text, delimiter)]
    width = min(MOST_COLUMNS, max((len(row) for row in cut), default=0))
    return PastedCells(rows=tuple((*row[:width], *("",) * (width - len(row))) for row in cut))


def _split(text: str, delimiter: str) -> list[Sequence[str]]:
    """Quoted cells may hold line ends, as Excel writes them; a stray quotation mark spoils nothing."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    plain: list[Sequence[str]] = [line.split(delimiter) for line in lines.split("\n")]
    if '"' not in text:
        return plain
    try:
        quoted = [list(row) for row in csv.reader(io.StringIO(lines), delimiter=delimiter)]
    except csv.Error:
        return plain
    # An opening quotation mark that nobody closed swallows whole rows into one cell.
    swallowed = any(delimiter in cell and len(cell.split(delimiter)) > 2 for row in quoted for cell in row)
    return plain if swallowed else list(quoted)


def _trimmed(cell: str) -> str:
    """One line without spaces around it."""
    plain = " ".join(cell.replace("\xa0", " ").replace("\x00", "").split())
    return "" if plain in _NOTHING else plain

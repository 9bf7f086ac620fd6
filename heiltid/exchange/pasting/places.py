"""From addresses in the sheet that is built of a pasted table to rows and columns as the user sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from openpyxl.utils.cell import coordinate_to_tuple

from heiltid.errors import Problem
from heiltid.exchange.pasting.cells import PastedCells
from heiltid.exchange.pasting.columns import ColumnGuess
from heiltid.exchange.pasting.word_lists import LAST_NAME
from heiltid.exchange.workbook.sheets import cut
from heiltid.exchange.workbook.table import HEADING_ROW
from heiltid.texts import Language, text

NAME_MEANINGS = ("Name", "Who")
_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d*")


def names_of(cells: PastedCells, columns: Iterable[ColumnGuess], top: int) -> dict[int, str]:
    """What every row below `top` calls the person; first name first."""
    named = [guess for guess in columns if guess.meaning in NAME_MEANINGS]
    named.sort(key=lambda guess: guess.part == LAST_NAME)
    return {
        number: cut(name)
        for number, row in cells.filled()
        if number > top and not (name := " ".join(row[guess.column - 1] for guess in named).strip()).isdigit()
    }


class Places:
    """Names places: the built sheet has one row of headings more than what was pasted."""

    def __init__(
        self,
        columns: Iterable[ColumnGuess],
        language: Language,
        names: Mapping[int, str] = MappingProxyType({}),
    ) -> None:
        self.columns = {guess.column: guess for guess in columns}
        self.language = language
        self.names = names  # who a pasted row is about, by row
        self.rows: dict[int, int] = {}  # pasted row by row of the built sheet, where they differ by more
        self.typed: dict[tuple[int, int], str] = {}  # as pasted, where the built sheet has other words

    def named(self, row: int, column: int | None = None) -> str:
        """As "rad 3 (Kari Li), «Stilling»", "rad 3, kolonne 2", "rad 3"; rows and columns as pasted."""
        guess = None if column is None else self.columns.get(column)
        is_name = guess is not None and guess.meaning in NAME_MEANINGS  # the sentence tells the name then
        name = "" if is_name else self.names.get(row, "")
        shown = f"{row} ({name})" if name else str(row)
        if guess is None:
            return text("pasted.row", self.language, row=shown)
        if guess.heading:
            return text("pasted.row_and_heading", self.language, row=shown, heading=guess.heading)
        return text("pasted.row_and_column", self.language, row=shown, column=guess.column)

    def told(self, problem: Problem) -> Problem:
        """A problem of the built sheet with its place in words, as the place of a whole sheet."""
        allowed = problem.allowed
        if allowed is not None and _ADDRESS.fullmatch(allowed):
            allowed = self._of_address(allowed)
        if problem.cell is None:
            return replace(problem, sheet=None, allowed=allowed)
        place = self._of_address(problem.cell)
        pasted = self.pasted_place(problem)
        found = problem.found if pasted is None else self.typed.get(pasted, problem.found)
        sheet = place[:1].upper() + place[1:]
        return replace(problem, sheet=sheet, cell=None, found=found, allowed=allowed)

    def pasted_place(self, problem: Problem) -> tuple[int, int] | None:
        """Row and column as pasted; None where the problem is not about a pasted cell."""
        if problem.cell is None:
            return None
        row, column = coordinate_to_tuple(problem.cell)
        return (self._pasted_row(row), column) if column in self.columns else None

    def _pasted_row(self, row: int) -> int:
        return self.rows.get(row, row - HEADING_ROW)

    def _of_address(self, address: str) -> str:
        row, column = coordinate_to_tuple(address)
        return self.named(self._pasted_row(row), column)

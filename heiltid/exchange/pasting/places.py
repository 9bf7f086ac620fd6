"""From addresses in the sheet that is built of a pasted table to rows and columns as the user sees them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from openpyxl.utils.cell import coordinate_to_tuple

from heiltid.errors import Problem
from heiltid.exchange.pasting.columns import ColumnGuess
from heiltid.exchange.workbook.table import HEADING_ROW
from heiltid.texts import Language, text

_ADDRESS = re.compile(r"[A-Z]{1,3}[1-9]\d*")


class Places:
    """Names places: the built sheet has one row of headings more than what was pasted."""

    def __init__(self, columns: Iterable[ColumnGuess], language: Language) -> None:
        self.columns = {guess.column: guess for guess in columns}
        self.language = language

    def named(self, row: int, column: int | None = None) -> str:
        """As "rad 3, «Stilling»", "rad 3, kolonne 2", "rad 3"; rows and columns as pasted."""
        guess = None if column is None else self.columns.get(column)
        if guess is None:
            return text("pasted.row", self.language, row=row)
        if guess.heading:
            return text("pasted.row_and_heading", self.language, row=row, heading=guess.heading)
        return text("pasted.row_and_column", self.language, row=row, column=guess.column)

    def told(self, problem: Problem) -> Problem:
        """A problem of the built sheet with its place in words, as the place of a whole sheet."""
        allowed = problem.allowed
        if allowed is not None and _ADDRESS.fullmatch(allowed):
            allowed = self._of_address(allowed)
        if problem.cell is None:
            return replace(problem, sheet=None, allowed=allowed)
        place = self._of_address(problem.cell)
        return replace(problem, sheet=place[:1].upper() + place[1:], cell=None, allowed=allowed)

    def _of_address(self, address: str) -> str:
        row, column = coordinate_to_tuple(address)
        return self.named(row - HEADING_ROW, column)

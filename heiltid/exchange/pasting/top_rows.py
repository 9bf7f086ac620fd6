"""The rows above what is listed: a title may stand over the headings, and they may fill two rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from heiltid.exchange.pasting.cells import PastedCells, Row
from heiltid.exchange.pasting.word_lists import FIRST_NAME, LAST_NAME

MeaningOf = Callable[[str], str | None]

_MOST_ABOVE = 6  # rows with content down to the last of the headings
_LEAST_KNOWN = 2  # a word of a title may happen to be a heading too, hardly two beside each other
_OF_PEOPLE = frozenset({"Name", "Number", "Who", FIRST_NAME, LAST_NAME})
_NUMERIC = re.compile(r"\d+([.,]\d+)?\s*%?")


@dataclass(frozen=True, slots=True, kw_only=True)
class TopRows:
    """count: rows with titles, headings or nothing; headings: by column, "" where there is none."""

    count: int
    headings: Row


def top_rows(cells: PastedCells, meaning_of: MeaningOf) -> TopRows:
    """What stands above the list; meaning_of: the meaning of a heading, None for a word that is none."""
    found = _heading_rows(cells, meaning_of)
    headings = ("",) * cells.width
    for _, row in found:
        headings = tuple(_together(*pair, meaning_of) for pair in zip(headings, row, strict=True))
    return TopRows(count=found[-1][0] if found else 0, headings=headings)


def _heading_rows(cells: PastedCells, meaning_of: MeaningOf) -> list[tuple[int, Row]]:
    """Rows that name several columns, else the first row where it may be one of headings.

    The second of two names people in the same column as the first, or all it has are headings below merged
    ones: a person whose status is "ansatt" and who works "natt" is neither.
    """
    found: list[tuple[int, Row]] = []
    people: set[int] = set()
    for number, row in cells.filled()[:_MOST_ABOVE]:
        known = {place: meaning_of(cell) for place, cell in enumerate(row) if meaning_of(cell) is not None}
        named = {place for place, meaning in known.items() if meaning in _OF_PEOPLE}
        goes_on = named & people or len(known) == sum(map(bool, row))
        if _has_number(row):
            break
        if len(known) >= _LEAST_KNOWN and (goes_on if found else named):
            found.append((number, row))
            people |= named
        elif found:
            break
    return found or [entry for entry in cells.filled()[:1] if _may_be_headings(cells, *entry, meaning_of)]


def _may_be_headings(cells: PastedCells, number: int, row: Row, meaning_of: MeaningOf) -> bool:
    """A row with a known heading, or with words alone above a column of numbers; and no number itself."""
    if _has_number(row):
        return False
    return any(meaning_of(cell) is not None for cell in row) or _stands_above_numbers(cells, number, row)


def _stands_above_numbers(cells: PastedCells, number: int, row: Row) -> bool:
    below = (cells.column(column, after=number) for column, cell in enumerate(row, start=1) if cell)
    return any(content and all(map(_NUMERIC.fullmatch, content)) for content in below)


def _has_number(row: Iterable[str]) -> bool:
    return any(_NUMERIC.fullmatch(cell) for cell in row)


def _together(above: str, below: str, meaning_of: MeaningOf) -> str:
    """ "Stilling" over "fast" is one heading; below a merged one "Ønskt" is told by itself."""
    if not below or meaning_of(below) is not None:
        return below or above
    return f"{above} {below}".strip()

"""Columns headed by one kind of shifts each ("Dag", "Kveld", "Natt"), with a mark for those who work it."""

from __future__ import annotations

from collections.abc import Mapping

from heiltid.exchange.pasting import tidy
from heiltid.exchange.pasting.cells import PastedCells
from heiltid.exchange.pasting.nights import kinds_meant
from heiltid.exchange.pasting.top_rows import TopRows
from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.words import Group

_FEWEST = 2  # a column of nights alone is a question of its own, see nights


def marked_kinds(cells: PastedCells, above: TopRows) -> Mapping[int, str]:
    """The kind (D, A or N) of every such column, by its number; {} unless there are several."""
    found = {}
    for number, heading in enumerate(above.headings, start=1):
        kind = _kind(heading)
        content = cells.column(number, after=above.count)
        if kind and content and all(_answer(cell, kind) is not None for cell in content):
            found[number] = kind
    return found if len(set(found.values())) >= _FEWEST else {}


def is_marked(cell: str, kind: str) -> bool:
    """Whether a cell says yes to the kind: by a cross, a word, or its letter."""
    return _answer(cell, kind) == "yes"


def _answer(cell: str, kind: str) -> str | None:
    return "yes" if _kind(cell) == kind else words.canonical(Group.YES_NO, tidy.yes_no(cell))


def _kind(word: str) -> str:
    """The letter of the only kind a word names; "" for anything else."""
    kinds = kinds_meant(word) or frozenset()
    return "".join(kind.value for kind in kinds) if len(kinds) == 1 else ""

"""A column of people's own lists that tells only of nights: yes, no, or nights alone."""

from __future__ import annotations

from heiltid.exchange.pasting import tidy
from heiltid.exchange.pasting import word_lists as lists
from heiltid.exchange.pasting.cells import PastedCells
from heiltid.exchange.workbook import word_values, words
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import Misfit
from heiltid.exchange.workbook.words import Group
from heiltid.model import ShiftKind
from heiltid.texts import Language

ONLY, YES, NO = "only", "yes", "no"
_KINDS = {YES: "D, A, N", NO: "D, A", ONLY: "N"}


def night_answer(typed: str) -> str | None:
    """YES, NO or ONLY; None for anything else. A single n may mean "no" as well as "night": it is neither."""
    word = tidy.bare(typed)
    if word in lists.ONLY or lists.ONLY_NIGHTS.fullmatch(word):
        return ONLY
    if lists.NOT_NIGHTS.fullmatch(word) or word == "0":
        return NO
    found = words.canonical(Group.YES_NO, typed)
    if found in (YES, NO):
        return found
    return YES if word in lists.YES_WORDS else None


def are_night_answers(content: tuple[str, ...], most_of: float, *, asked: bool = False) -> bool:
    """Whether a column answers the question: most cells do. asked: its heading is of nights; under any other
    "berre natt" alone only says which shifts there are."""
    answers = [night_answer(cell) for cell in content]
    known = [answer for answer in answers if answer is not None]
    return len(known) > most_of * len(answers) and (asked or bool({YES, NO} & set(known)))


def blank_means(content: tuple[str, ...]) -> str:
    """What an empty cell says: no, where only those who do work nights are marked; else nothing ("")."""
    answers = {night_answer(cell) for cell in content}
    return NO if answers & {YES, ONLY} and NO not in answers else ""


def cross_places(cells: PastedCells, column: int, top: int) -> tuple[tuple[int, int], ...]:
    """The rows, each with the column, that a cross marks where crosses are all that stands there: they may
    mean nights too as well as nights alone. () where somebody has answered in words."""
    content = cells.column(column, after=top)
    if not all(tidy.bare(cell) in lists.CROSSES for cell in content):
        return ()
    return tuple((row, column) for row, cell in cells.filled() if row > top and cell[column - 1])


def kinds_with(answer: str, given: str | None) -> str | None:
    """Kinds as the workbook writes them, of the answer and what another column gives; None: they clash."""
    if given is None or answer == ONLY:
        return _KINDS[answer]
    kinds = kinds_meant(given)
    if kinds is None:
        return given  # told of the cell it stands in
    night = frozenset({ShiftKind.NIGHT})
    both = kinds | night if answer == YES else kinds - night
    return ", ".join(sorted(kind.value for kind in both)) or None


def kinds_meant(typed: str) -> frozenset[ShiftKind] | None:
    """Kinds told in letters or words, as "D, A", "dag og kveld", "berre natt"; None for anything else."""
    found = word_values.kinds(Language.NYNORSK)(RawCell(1, 1, tidy.kinds(typed)))
    return None if isinstance(found, Misfit) else found

"""What there is to say of a pasted table: every problem and every guess, with row and column in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from heiltid.errors import Problem
from heiltid.exchange.pasting.cells import PastedCells
from heiltid.exchange.pasting.columns import ColumnGuess
from heiltid.exchange.pasting.places import Places
from heiltid.exchange.workbook.fields import Collector
from heiltid.exchange.workbook.sheets import cut
from heiltid.exchange.workbook.words import competence_word
from heiltid.texts import Language, text

_DEFAULTS = {
    "Wanted": "pasted.default_wanted",
    "Weekend every": "pasted.default_weekend",
    "Kinds": "pasted.default_kinds",
    "Long shifts": "pasted.default_long",
}


class Notes:
    """Collects; `collector` is for the workbook's readers, whose places are of the built sheet."""

    def __init__(self, columns: tuple[ColumnGuess, ...], language: Language) -> None:
        self.columns = columns
        self.language = language
        self.collector = Collector(language=language)
        self.places = Places(columns, language)
        self._own: list[Problem] = []
        self._words: set[str] = set()

    def add(
        self,
        key: str,
        row: int | None = None,
        column: int | None = None,
        *,
        found: str | None = None,
        allowed: str | None = None,
        suggestion: str | None = None,
        warning: bool = False,
    ) -> None:
        """One problem; row and column as pasted."""
        place = None if row is None else self.places.named(row, column)
        self._own.append(
            Problem(
                key=key,
                sheet=None if place is None else place[:1].upper() + place[1:],
                found=None if found is None else cut(found),
                allowed=allowed,
                suggestion=suggestion,
                warning=warning,
            )
        )

    def problems(self) -> tuple[Problem, ...]:
        """Errors first, each once, otherwise in the order found."""
        found = [*(self.places.told(problem) for problem in self.collector.problems), *self._own]
        return tuple(dict.fromkeys(sorted(found, key=lambda problem: problem.warning)))

    def of_columns(self, cells: PastedCells, top: int, chosen: Iterable[int]) -> None:
        """Columns that are not read though something stands there, and shares written as fractions."""
        for guess in self.columns:
            content = cells.column(guess.column, after=top)
            if guess.is_fraction:
                self.add("pasted_fractions", found=self._name(guess), warning=True)
            elif guess.meaning is None and content and guess.column not in chosen:
                self.add("pasted_unread", found=self._name(guess), warning=True)

    def _name(self, guess: ColumnGuess) -> str:
        return guess.heading or str(guess.column)

    def competence(self, typed: str, found: str) -> None:
        """A word taken for a competence of the unit, once."""
        if typed.casefold() not in self._words:
            self._words.add(typed.casefold())
            meant = competence_word(found, self.language)
            self.add("pasted_competence", found=typed, allowed=meant, warning=True)

    def twins(self, many: int, *, is_update: bool) -> None:
        """How many of the rows are about people the unit has."""
        if many:
            self.add("pasted_updated" if is_update else "pasted_skipped", found=str(many), warning=True)

    def numbers_made(self, made: Sequence[str]) -> None:
        """Rows without a number, and what they got."""
        if made:
            shown = made[0] if len(made) == 1 else f"{made[0]}–{made[-1]}"
            self.add("pasted_numbers_made", found=str(len(made)), allowed=shown, warning=True)

    def defaults(self) -> None:
        """What everybody new got because no column tells it."""
        there = {guess.meaning for guess in self.columns}
        lacking = [text(key, self.language) for heading, key in _DEFAULTS.items() if heading not in there]
        if lacking:
            self.add("pasted_defaults", allowed="; ".join(lacking), warning=True)

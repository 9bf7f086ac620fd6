"""What there is to say of a pasted table: every problem and every guess, with row and column in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from heiltid.errors import Problem
from heiltid.exchange.pasting import tidy
from heiltid.exchange.pasting.cells import PastedCells
from heiltid.exchange.pasting.columns import ColumnGuess, look_like_shares
from heiltid.exchange.pasting.headings import is_of_something_else
from heiltid.exchange.pasting.places import Places
from heiltid.exchange.pasting.word_lists import NIGHT, WEEKEND_GROUP
from heiltid.exchange.workbook.fields import Collector
from heiltid.exchange.workbook.sheets import cut
from heiltid.exchange.workbook.words import competence_word
from heiltid.texts import Language, text

TITLE_UNKNOWN = "pasted_competence"
NOBODY: Mapping[int, str] = MappingProxyType({})
_DEFAULTS = {
    "Wanted": "pasted.default_wanted",
    "Weekend every": "pasted.default_weekend",
    "Long shifts": "pasted.default_long",
}


# Notes that change what somebody gets come first, what only tells how a word was read comes last.
_FIRST = (
    "pasted_unread_share",
    "pasted_weekend_groups",
    "pasted_fractions",
    "pasted_same_name",
    "pasted_like_row",
    "pasted_like_known",
    "pasted_nameless",
    "pasted_defaults",
)
_LAST = ("pasted_numbers_made", "pasted_unread", "pasted_competences")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A pasted cell that cannot be read, to be put right where it stands; row and column from 1."""

    row: int
    column: int
    who: str  # "" where the row names nobody
    heading: str
    typed: str
    problem: Problem


class Notes:
    """Collects; `collector` is for the workbook's readers, whose places are of the built sheet.

    names: who a pasted row is about, by row; told beside the row's number.
    """

    def __init__(
        self, columns: tuple[ColumnGuess, ...], language: Language, names: Mapping[int, str] = NOBODY
    ) -> None:
        self.columns = columns
        self.language = language
        self.collector = Collector(language=language)
        self.places = Places(columns, language, names)
        self._own: list[Problem] = []
        self._own_places: dict[Problem, tuple[int, int]] = {}
        self._words: dict[str, list[str]] = {}  # competence -> the words read as it

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
        problem = Problem(
            key=key,
            sheet=None if place is None else place[:1].upper() + place[1:],
            found=None if found is None else cut(found),
            allowed=allowed,
            suggestion=suggestion,
            warning=warning,
        )
        self._own.append(problem)
        if row is not None and column is not None:
            self._own_places[problem] = (row, column)

    def problems(self) -> tuple[Problem, ...]:
        """Errors first, then the notes that matter most; each once, otherwise in the order found."""
        found = [*(self.places.told(problem) for problem in self._read()), *self._own]
        return tuple(dict.fromkeys(sorted((*found, *self._competences()), key=_rank)))

    def suggestions(self) -> dict[tuple[int, int], str]:
        """What was probably meant, by row and column as pasted."""
        placed = ((self.places.pasted_place(entry), entry.suggestion) for entry in self._read())
        own = ((self._own_places.get(entry), entry.suggestion) for entry in self._own)
        return {place: meant for place, meant in (*own, *placed) if place is not None and meant}

    def faults(self, cells: PastedCells) -> tuple[Fault, ...]:
        """The cells with an error, the first error of each, from above."""
        read = ((self.places.pasted_place(entry), self.places.told(entry)) for entry in self._read())
        own = ((self._own_places.get(entry), entry) for entry in self._own)
        found: dict[tuple[int, int], Problem] = {}
        for place, problem in (*read, *own):
            if place is not None and place[1] in self.places.columns and not problem.warning:
                found.setdefault(place, problem)
        return tuple(
            Fault(
                row=row,
                column=column,
                who=self.places.names.get(row, ""),
                heading=self._name(self.places.columns[column]),
                typed=cells.rows[row - 1][column - 1],
                problem=found[row, column],
            )
            for row, column in sorted(found)
        )

    def _read(self) -> list[Problem]:
        """The workbook's readers' problems, told as of what was pasted."""
        return [self._retold(problem) for problem in self.collector.problems]

    def _retold(self, problem: Problem) -> Problem:
        """A title may become a competence of the unit, and a student is not taken for what she is to be,
        nor an apprentice ("lærling") for an empty post ("ledig"); days may be told in more forms."""
        if problem.key == "competence_unknown":
            return _title_unknown(problem)
        if problem.key == "choice" and tidy.is_student(problem.found or ""):
            return replace(problem, suggestion=None)
        if problem.key == "when":
            forms = text("pasted.when_forms", self.language)
            is_numbered = any(sign.isdigit() for sign in problem.found or "")
            suggestion = None if is_numbered else problem.suggestion  # "v60 tys" is not every Tuesday
            return replace(problem, key="pasted_when", allowed=forms, suggestion=suggestion)
        return problem

    def of_columns(
        self, cells: PastedCells, top: int, chosen: Iterable[int], *, may_be_shares: bool = True
    ) -> None:
        """Columns that are not read though something stands there, and shares written as fractions."""
        for guess in self.columns:
            content = cells.column(guess.column, after=top)
            if guess.blank and len(content) < sum(row > top for row, _ in cells.filled()):
                key = "pasted_blank_nights" if guess.meaning == NIGHT else "pasted_blank_weekends"
                self.add(key, found=self._name(guess), warning=True)
            if guess.is_fraction:
                self.add("pasted_fractions", found=self._name(guess), warning=True)
            elif guess.meaning is None and content and guess.column not in chosen:
                may_be = may_be_shares and not is_of_something_else(guess.heading)
                is_share = may_be and look_like_shares(content)
                key = "pasted_unread_share" if is_share else "pasted_unread"
                self.add(key, found=self._name(guess), warning=True)

    def same_names(self, rows: Mapping[str, Sequence[int]]) -> None:
        """Names that stand in several of the pasted rows, and which."""
        for name, places in rows.items():
            if len(places) > 1:
                listed = ", ".join(map(str, places))
                self.add("pasted_same_name", found=name, allowed=listed, warning=True)

    def _name(self, guess: ColumnGuess) -> str:
        return guess.heading or str(guess.column)

    def competence(self, typed: str, found: str) -> None:
        """A word taken for a competence of the unit."""
        known = self._words.setdefault(found, [])
        if typed.casefold() not in (word.casefold() for word in known):
            known.append(typed)

    def _competences(self) -> list[Problem]:
        """All words taken for competences in one line: "spl, sjukepl. = sjukepleiar; hfa = ..."."""
        read = [
            f"{', '.join(map(cut, words))} = {competence_word(name, self.language)}"
            for name, words in self._words.items()
        ]
        return [Problem(key="pasted_competences", allowed="; ".join(read), warning=True)] if read else []

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
        there |= {"Weekend every"} if WEEKEND_GROUP in there else set()
        lacking = [text(key, self.language) for heading, key in _DEFAULTS.items() if heading not in there]
        if lacking:
            self.add("pasted_defaults", allowed="; ".join(lacking), warning=True)


def _title_unknown(problem: Problem) -> Problem:
    word, meant = problem.found or "", problem.suggestion
    is_meant = meant is not None and tidy.is_misspelt(word, meant) and not tidy.is_student(word)
    key = TITLE_UNKNOWN if tidy.is_title(word) else problem.key
    return replace(problem, key=key, suggestion=meant if is_meant else None)


def _rank(problem: Problem) -> int:
    if not problem.warning:
        return 0
    if problem.key in _FIRST:
        return 1
    return 3 if problem.key in _LAST else 2

"""What the columns of a pasted table mean: by their headings, else by what stands in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from heiltid.exchange.pasting import nights, tidy, weekend_groups
from heiltid.exchange.pasting import word_lists as lists
from heiltid.exchange.pasting.cells import PastedCells
from heiltid.exchange.pasting.headings import (
    HEADINGS,
    OR_NOTHING,
    heading_meanings,
    is_of_something_else,
)
from heiltid.exchange.pasting.kind_marks import marked_kinds
from heiltid.exchange.pasting.top_rows import TopRows
from heiltid.exchange.workbook import word_values, words
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import Misfit, decimal_of
from heiltid.exchange.workbook.words import Group
from heiltid.model import Unit
from heiltid.texts import Language, text

_KINDS_PLACE = HEADINGS.index("Kinds") + 1
_WEEKENDS_PLACE = HEADINGS.index("Weekend every") + 1
PEOPLE_MEANINGS = (
    *(*HEADINGS[:_WEEKENDS_PLACE], lists.WEEKEND_GROUP),
    *(*HEADINGS[_WEEKENDS_PLACE:_KINDS_PLACE], lists.NIGHT, *HEADINGS[_KINDS_PLACE:]),
)
MOST_OF = 0.6  # the share of a column's cells that must fit a guess
MOST_WEEKEND_EVERY = 12
SMALLEST_PERCENT = 5
_BLANK = {lists.NIGHT: nights.blank_means, "Weekend every": weekend_groups.blank_means}
_KIND = "Kind "  # before the letter of the only kind a column is about
_OWN_WORDS = {lists.NIGHT: "pasted.night", lists.WEEKEND_GROUP: "pasted.weekend_group"}
_NAME = re.compile(r"[^\W\d_][^\d@]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGuess:
    """What one pasted column (from 1) is taken to mean; meaning None = it is not read.

    meaning: a canonical heading of the Employees (or Wishes) sheet, NIGHT or WEEKEND_GROUP; `part` tells
    first from last names, and the letter of the kind one of several columns of kinds is about.
    blank: what an empty cell says.
    by_content: guessed from its cells, so worth showing to whoever pasted.
    """

    column: int
    heading: str = ""  # as pasted
    meaning: str | None = None
    part: str = ""
    by_content: bool = False
    is_fraction: bool = False  # 0,8 means 80 %
    blank: str = ""
    has_content: bool = False

    def shown(self, language: Language) -> str:
        """The meaning as the user reads it; empty when the column is not read."""
        if self.meaning in _OWN_WORDS:
            return text(_OWN_WORDS[self.meaning], language)
        return "" if self.meaning is None else words.word(Group.HEADING, self.meaning, language)


def people_columns(
    cells: PastedCells, above: TopRows, unit: Unit, meanings: Mapping[int, str | None]
) -> tuple[ColumnGuess, ...]:
    """The meaning of every column.

    meanings: what the user says of some columns, by number; it goes before every guess.
    """
    top, typed = above.count, above.headings
    chosen: dict[int, tuple[str | None, bool]] = {
        number: (meaning, False) for number, meaning in meanings.items()
    }
    for number, heading in enumerate(typed, start=1):
        meaning = _decided(heading_meanings(heading), cells.column(number, after=top), unit)
        if meaning == lists.NIGHT and not _tells_of_nights(cells, number, top, asked=True):
            meaning = None
        if number not in chosen and meaning is not None and meaning not in _taken(chosen):
            chosen[number] = (meaning, False)
    if "Kinds" not in _taken(chosen):
        marks = marked_kinds(cells, above).items()
        chosen |= {number: (_KIND + kind, False) for number, kind in marks if number not in meanings}
    _see_nights(cells, top, chosen)
    _see_weekends(cells, top, chosen)
    _guess(cells, above, unit, chosen)
    return tuple(_column(cells, top, number, typed[number - 1], chosen) for number in _numbers(cells))


def _see_nights(cells: PastedCells, top: int, chosen: dict[int, tuple[str | None, bool]]) -> None:
    """Yes and no under a heading of kinds, or where the user says kinds, can only tell of nights."""
    for number, (meaning, by_content) in chosen.items():
        is_free = lists.NIGHT not in _taken(chosen)
        if meaning == "Kinds" and is_free and _tells_of_nights(cells, number, top, asked=False):
            chosen[number] = (lists.NIGHT, by_content)


def _see_weekends(cells: PastedCells, top: int, chosen: dict[int, tuple[str | None, bool]]) -> None:
    """Groups under a heading of weekends, and how often under one of groups, are what they are."""
    for number, (meaning, by_content) in chosen.items():
        content, taken = cells.column(number, after=top), _taken(chosen)
        if meaning == "Weekend every" and weekend_groups.are_groups(content):
            other = lists.WEEKEND_GROUP
        elif meaning == lists.WEEKEND_GROUP and weekend_groups.are_frequencies(content):
            other = "Weekend every"
        else:
            continue
        if other not in taken:
            chosen[number] = (other, by_content)


def _tells_of_nights(cells: PastedCells, number: int, top: int, *, asked: bool) -> bool:
    content = cells.column(number, after=top)
    return nights.are_night_answers(content, MOST_OF, asked=asked) if content else asked


def _numbers(cells: PastedCells) -> range:
    return range(1, cells.width + 1)


def _column(
    cells: PastedCells, top: int, number: int, heading: str, chosen: Mapping[int, tuple[str | None, bool]]
) -> ColumnGuess:
    meaning, by_content = chosen.get(number, (None, False))
    meaning, part = _whole_and_part(meaning)
    content = cells.column(number, after=top)
    return ColumnGuess(
        column=number,
        heading=heading,
        meaning=meaning,
        part=part,
        by_content=by_content,
        is_fraction=meaning in tidy.SHARES and tidy.are_fractions(content),
        blank=_BLANK[meaning](content) if meaning in _BLANK else "",
        has_content=bool(content),
    )


def _whole_and_part(meaning: str | None) -> tuple[str | None, str]:
    """The heading of the sheet, and which part of it a column holds; "" where it holds all of it."""
    if meaning in (lists.FIRST_NAME, lists.LAST_NAME):
        return "Name", str(meaning)
    if meaning is not None and meaning.startswith(_KIND):
        return "Kinds", meaning.removeprefix(_KIND)
    return meaning, ""


def _taken(chosen: Mapping[int, tuple[str | None, bool]]) -> set[str | None]:
    found = {meaning for meaning, _ in chosen.values()}
    return found | {_whole_and_part(meaning)[0] for meaning in found}


def _decided(meanings: tuple[str, ...], content: tuple[str, ...], unit: Unit) -> str | None:
    """What a heading with these meanings stands for above these cells; None where they do not tell."""
    if set(meanings) == {"Position", "Competence"}:
        return _position_or_competence(content, unit)
    if set(meanings) == {"Name", "Number"}:
        return "Number" if content and all(cell.isdigit() for cell in content) else "Name"
    if len(meanings) > 1:
        asked = (name for name in meanings if name != OR_NOTHING)
        fitting = [name for name in asked if _fits(name, content, unit)]
        return fitting[0] if len(fitting) == 1 else None
    meaning = meanings[0] if meanings else None
    has_digit = any(sign.isdigit() for cell in content for sign in cell)
    if content and meaning in tidy.DATES and not has_digit:
        return None  # "To" may be torsdag
    is_code = content and all(cell.isdigit() for cell in content)
    return None if meaning == "Competence" and is_code else meaning


def _fits(meaning: str, content: tuple[str, ...], unit: Unit) -> bool:
    if meaning == lists.NIGHT:
        return bool(content) and nights.are_night_answers(content, MOST_OF)
    return bool(content) and meaning in _GUESSES and _GUESSES[meaning](content, unit, True)


def _position_or_competence(content: tuple[str, ...], unit: Unit) -> str:
    """A column called Stilling holds shares in some lists, titles in others."""
    has_title = any(tidy.is_competence(cell, unit.competences) for cell in content)
    has_figure = any(sign.isdigit() for cell in content for sign in cell)
    is_title = has_title or (bool(content) and not has_figure)
    return "Competence" if is_title and len(_numbers_in(content)) * 2 < len(content) else "Position"


def _part(cells: tuple[str, ...], fits: Callable[[str], bool]) -> float:
    return sum(fits(cell) for cell in cells) / len(cells) if cells else 0.0


def _guess(
    cells: PastedCells, above: TopRows, unit: Unit, chosen: dict[int, tuple[str | None, bool]]
) -> None:
    """Fill in columns without a known heading by what stands in them, from left to right.

    Below headings only what nobody can do without is guessed: the others mean something else.
    """
    asked = ("Name", "Position") if above.count else tuple(_GUESSES)
    for number in _numbers(cells):
        content = cells.column(number, after=above.count)
        if number in chosen or not content or is_of_something_else(above.headings[number - 1]):
            continue
        for meaning, fits in _GUESSES.items():
            free = meaning in asked and meaning not in _taken(chosen)
            if free and fits(content, unit, "Name" in _taken(chosen)):
                chosen[number] = (meaning, True)
                break


def _are_names(content: tuple[str, ...], unit: Unit, after_name: bool) -> bool:
    def fits(cell: str) -> bool:
        return len(cell) > 2 and _NAME.fullmatch(cell) is not None and not _is_word(cell, unit)

    return _part(content, fits) > MOST_OF


def _is_word(cell: str, unit: Unit) -> bool:
    known = any(words.canonical(group, cell) is not None for group in (Group.STATUS, Group.YES_NO))
    return known or tidy.is_competence(cell, unit.competences) or _is_kinds(cell)


def _are_competences(content: tuple[str, ...], unit: Unit, after_name: bool) -> bool:
    return _part(content, lambda cell: tidy.is_competence(cell, unit.competences)) > MOST_OF


def _numbers_in(content: tuple[str, ...]) -> list[float]:
    found = [decimal_of(cell.removesuffix("%").strip()) for cell in content]
    return [float(number) for number in found if number is not None]


def _are_shares(content: tuple[str, ...], unit: Unit, after_name: bool) -> bool:
    """Percent from 5 to 100, or fractions with at least one between 0 and 1; zeros count for neither."""
    if tidy.are_fractions(content):
        return any("," in cell or "." in cell for cell in content)
    numbers = [number for number in _numbers_in(content) if number]
    is_marked = any(cell.endswith("%") for cell in content)
    inside = sum(SMALLEST_PERCENT <= number <= 100 for number in numbers) / len(content)
    look_like_numbers = not after_name and len(content) > 2 and _are_numbers(content, unit, after_name)
    return inside > MOST_OF and (is_marked or not look_like_numbers)


def look_like_shares(content: tuple[str, ...]) -> bool:
    """Whether a column might be positions: per cents or fractions, whoever reads it or not."""
    numbers = [number for number in _numbers_in(content) if number]
    inside = sum(SMALLEST_PERCENT <= number <= 100 for number in numbers)
    return bool(content) and (tidy.are_fractions(content) or inside > MOST_OF * len(content))


def _are_weekends(content: tuple[str, ...], unit: Unit, after_name: bool) -> bool:
    numbers = _numbers_in(tuple(tidy.weekend_every(cell) for cell in content))
    small = all(number == int(number) and 0 <= number <= MOST_WEEKEND_EVERY for number in numbers)
    return after_name and small and len(numbers) == len(content)


def _are_numbers(content: tuple[str, ...], unit: Unit, after_name: bool) -> bool:
    return all(cell.isdigit() for cell in content) and len(set(content)) == len(content)


def _is_kinds(cell: str) -> bool:
    parse = word_values.kinds(Language.NYNORSK)
    return not isinstance(parse(RawCell(1, 1, tidy.kinds(cell))), Misfit)


def _are_kinds(content: tuple[str, ...], unit: Unit, after_name: bool) -> bool:
    return _part(content, _is_kinds) > MOST_OF


def _are_states(content: tuple[str, ...], unit: Unit, after_name: bool) -> bool:
    return _part(content, lambda cell: words.canonical(Group.STATUS, tidy.status(cell)) is not None) > MOST_OF


# In the order they are tried on a column; Wanted is the second column of shares.
_GUESSES: Mapping[str, Callable[[tuple[str, ...], Unit, bool], bool]] = {
    "Competence": _are_competences,
    "Status": _are_states,
    "Kinds": _are_kinds,
    "Position": _are_shares,
    "Wanted": _are_shares,
    "Weekend every": _are_weekends,
    "Number": _are_numbers,
    "Name": _are_names,
}

"""A column of weekend groups, "Gruppe 2" or A, B, C: those of one group work the same weekends.

As many groups as there are, so seldom is the weekend of each; the first group has the first one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from heiltid.exchange.pasting import tidy
from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.words import Group

MOST_GROUPS = 12
NEVER = "0"
_LABEL = r"(\d{1,2}|[a-l]|i{1,3}|iv|vi{0,3})"
_GROUP = r"(?:gruppe|gruppa|group|grp|gr|lag|team|pulje)"
_WEEKEND = r"(?:helge|helga|helg|weekend)"
_NAMED = re.compile(
    rf"(?:{_WEEKEND}?[\s-]*{_GROUP}|{_WEEKEND}|h)[\s.:-]*(?:nr\.?\s*)?{_LABEL}\.?"
    rf"|([a-l])[\s-]*(?:{_WEEKEND}?[\s-]*{_GROUP}|{_WEEKEND})|(\d{{1,2}})[\s.-]*{_WEEKEND}?[\s-]*{_GROUP}",
    re.IGNORECASE,
)
_LETTER = re.compile(r"([a-l])\.?", re.IGNORECASE)
_NUMBER = re.compile(r"([1-9]\d?)\.?")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendGroups:
    """The groups of a column: place from 1 by label, as "B" or "2"."""

    places: Mapping[str, int] = field(default_factory=dict)

    @property
    def every(self) -> int:
        """A group has one weekend in so many."""
        return len(self.places)

    @property
    def are_several(self) -> bool:
        """One group alone tells nothing of how often, and a name for each person is no group."""
        return 1 < self.every <= MOST_GROUPS

    def place(self, typed: str) -> int | None:
        """The group's place; None for a cell that names no group."""
        label = _label(typed, with_numbers=True)
        return None if label is None else self.places.get(label)


def groups_of(content: Iterable[str]) -> WeekendGroups:
    """The groups named in a column, in the order of their numbers or letters."""
    labels = {label for cell in content if (label := _label(cell, with_numbers=True)) is not None}
    is_roman = "II" in labels and labels <= _ROMAN.keys()

    def rank(label: str) -> tuple[bool, int, str]:
        number = int(label) if label.isdigit() else _ROMAN[label] if is_roman else 0
        return not label.isdigit(), number, label

    return WeekendGroups(places={label: place for place, label in enumerate(sorted(labels, key=rank), 1)})


def is_group(cell: str) -> bool:
    """Whether a cell names a group in so many words; a number alone does not."""
    return _label(cell, with_numbers=False) is not None


def are_groups(content: Iterable[str]) -> bool:
    """Whether a column names groups rather than how often."""
    cells = tuple(content)
    return sum(map(is_group, cells)) > sum(_is_frequency(cell) for cell in cells)


def are_frequencies(content: Iterable[str]) -> bool:
    """Whether a column tells in words how often, and names no group; numbers alone may be either."""
    cells = tuple(content)
    told = [cell for cell in cells if _is_frequency(cell) and not _NUMBER.fullmatch(cell)]
    return bool(told) and not any(map(is_group, cells)) and all(_is_frequency(cell) for cell in cells)


def is_never(cell: str) -> bool:
    """Whether somebody works no weekends, in a column of groups as in any other."""
    return tidy.weekend_every(cell) == NEVER


def works_weekends(cell: str) -> bool:
    """Whether a cell says yes to weekends, as often as anybody, by a cross or a word; a "j" is a group."""
    tells_more = is_group(cell) or _NUMBER.fullmatch(cell)
    return not tells_more and words.canonical(Group.YES_NO, tidy.yes_no(cell)) == "yes"


def blank_means(content: tuple[str, ...]) -> str:
    """What an empty cell of how often says: never, where only those who work weekends are marked; else ""."""
    return NEVER if content and all(map(works_weekends, content)) else ""


def _is_frequency(cell: str) -> bool:
    found = tidy.weekend_every(cell)
    return found.isdigit() and found != NEVER


def _label(cell: str, *, with_numbers: bool) -> str | None:
    plain = cell.strip()
    found = _NAMED.fullmatch(plain) or _LETTER.fullmatch(plain)
    found = found or (_NUMBER.fullmatch(plain) if with_numbers else None)
    if found is None:
        return None
    label = next(part for part in found.groups() if part).upper()
    return str(int(label)) if label.isdigit() else label

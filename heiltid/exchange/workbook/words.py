"""The one table of words of the unit workbook: sheet names, headings and values in three languages.

Two directions: `word` gives the word of a canonical name in a language (for writing), `canonical` the
canonical name of a word in any language (for reading). Canonical names are the English words, and for
values the values of the model's enumerations. Source: workbook.md, "Words".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from heiltid.competence_words import competence_word as competence_word  # the words' other users ask here
from heiltid.exchange.workbook.word_tables import TABLES
from heiltid.model import DAYS_PER_WEEK, HISTORY_DAYS
from heiltid.spelling import MINUS_SIGNS, normal
from heiltid.texts import Language

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
WEEK_LETTERS = {Language.ENGLISH: "w", Language.NYNORSK: "v", Language.BOKMAL: "u"}
_DAY_HEADING = re.compile(r"[wvu]\s*(-?\d{1,2})[\s.:,]*([^\W\d_]+)\.?")


class Group(StrEnum):
    """What a word is used as; the same word may mean different things in different groups."""

    SHEET = "sheet"
    HEADING = "heading"  # also the keys of the Unit sheet
    YES_NO = "yes_no"
    SIGNED = "signed"
    STATUS = "status"
    ROTA_KIND = "rota_kind"
    FULL_TIME = "full_time"  # three-part
    NIGHT = "night"
    DAYS = "days"  # all, red
    WEEKDAY = "weekday"
    WISH = "wish"  # off, not
    STRENGTH = "strength"
    COMPETENCE = "competence"
    SHIFT_KIND = "shift_kind"
    RULE_BOOK = "rule_book"
    NOTHING = "nothing"


def canonical_names(group: Group) -> tuple[str, ...]:
    """All canonical names of a group, in the order of the table."""
    return tuple(TABLES[group.value])


def word(group: Group, canonical_name: str, language: Language) -> str:
    """The word for a canonical name. Raises KeyError for a name the group lacks."""
    english, nynorsk, bokmal, *_ = TABLES[group.value][canonical_name]
    return {Language.ENGLISH: english, Language.NYNORSK: nynorsk, Language.BOKMAL: bokmal}[language]


@cache
def _index(group: Group) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, spellings in TABLES[group.value].items():
        for spelling in (name, *spellings):
            found.setdefault(normal(spelling), name)
    return found


def canonical(group: Group, text: str, among: Iterable[str] | None = None) -> str | None:
    """The canonical name of a word in any of the languages; None for an unknown word.

    `among` narrows the group, as to the headings of one sheet.
    """
    found = _index(group).get(normal(text))
    if found is None or among is None or found in tuple(among):
        return found
    return None


def spellings_of(group: Group, among: Iterable[str] | None = None) -> tuple[str, ...]:
    """Every accepted spelling, for finding the nearest right one."""
    names = TABLES[group.value] if among is None else among
    return tuple(dict.fromkeys(spelling for name in names for spelling in TABLES[group.value][name]))


def allowed_words(group: Group, language: Language, among: Iterable[str] | None = None) -> str:
    """The words of a group in one language, comma separated: what a message lists as allowed."""
    names = TABLES[group.value] if among is None else among
    return ", ".join(word(group, name, language) for name in names)


def weekday_word(weekday: int, language: Language) -> str:
    """The short name of a weekday, 0 = Monday."""
    return word(Group.WEEKDAY, WEEKDAYS[weekday], language)


def weekday_of(text: str) -> int | None:
    """0 = Monday for a weekday's short or full name in any language, else None."""
    name = canonical(Group.WEEKDAY, text.strip().rstrip("."))
    return None if name is None else WEEKDAYS.index(name)


def day_heading(day: int, language: Language) -> str:
    """The heading of a day's column in Rota: day 0 = "w1 Mon"; -1 = "w0 Sun"; -14 = "w-1 Mon"."""
    week, weekday = divmod(day, DAYS_PER_WEEK)
    return f"{WEEK_LETTERS[language]}{week + 1} {weekday_word(weekday, language)}"


def week_and_weekday(text: str) -> tuple[int, int] | None:
    """(3, 1) for "w3 Tue", "v3 tys" or "u3 tir"; None for anything else. Weeks count from 1."""
    plain = re.sub(f"[{MINUS_SIGNS}]", "-", text.strip().casefold())
    found = _DAY_HEADING.fullmatch(unicodedata.normalize("NFC", plain))
    weekday = None if found is None else weekday_of(found[2])
    if found is None or weekday is None:
        return None
    return int(found[1]), weekday


def day_of_heading(text: str) -> int | None:
    """The day of a Rota column: the inverse of `day_heading`; None for any other heading."""
    found = week_and_weekday(text)
    if found is None:
        return None
    day = (found[0] - 1) * DAYS_PER_WEEK + found[1]
    return day if day >= -HISTORY_DAYS else None

"""What the heading of a pasted column says, in any of the ways people write it."""

from __future__ import annotations

import re

from heiltid.exchange.pasting import heading_lists, heading_words, tidy
from heiltid.exchange.pasting import word_lists as lists
from heiltid.exchange.workbook import columns as sheet_columns
from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.words import Group
from heiltid.spelling import normal

HEADINGS = tuple(column.heading for column in sheet_columns.EMPLOYEES.columns)
OR_NOTHING = ""  # among the meanings of a heading: only if the cells fit

_ANSWERS_ASKED_FOR = re.compile(
    r"\s*\(?\b(?:ja|yes)\s*/\s*(?:nei|no)(?:\s*/\s*[^\W\d]+(?:\s+[^\W\d]+)?)?\)?\s*$", re.IGNORECASE
)
_HOW_TO_FILL = re.compile(
    r"\(\s*(?:må |skal |kan |bør )?(?:fyll|skriv|sett|kryss|oblig|valfri|valgfri|frivillig|påkrev|krav|hent"
    r"|f\.?\s?eks|t\.?\s?d|til dømes|required|optional|fill|e\.?g|\d+\s*[-–]\s*\d+|x\s*\)|dd|åååå)[^()]*\)?",
    re.IGNORECASE,
)
_IN_PARENTHESES = re.compile(r"\(([^()]*)\)")
_ODD = re.compile("[\xad\u200b*¹²³†#:;!?\"'«»]")
_PLACE_IN_LIST = re.compile(r"^\s*\d{1,2}[.)]\s+")
_BETWEEN = re.compile(r"\s*[/&+,|\\]\s*|\s+(?:og|and|eller|or)\s+", re.IGNORECASE)
_TODAY = re.compile(r"\b(?:pr\.?|per)?\s*i\s?dag\b", re.IGNORECASE)
_TOKEN = re.compile(r"%|[^\W_]+")
_ENDINGS = ("ene", "ane", "ne", "en", "er", "ar", "et", "a", "e", "n", "r", "s")
_SHORTEST_STEM = 4


def heading_meanings(heading: str) -> tuple[str, ...]:
    """What a heading may stand for, the likeliest first; where there are several the cells decide.

    Canonical headings of the Employees sheet and the meanings of word_lists; OR_NOTHING last: only a column
    whose cells fit is meant.
    """
    plain = _plain(heading)
    if not plain or is_of_something_else(plain):
        return ()
    whole = _meanings_of_words(plain)
    if whole:
        return whole
    around = _IN_PARENTHESES.sub(" ", plain).strip()
    if around and around != plain:
        return _beside_parentheses(around, _IN_PARENTHESES.findall(plain))
    return _of_parts([part for part in _BETWEEN.split(plain) if part.strip(" -–.")])


def people_meaning(heading: str) -> str | None:
    """The likeliest meaning of a heading; None for a heading nobody knows."""
    return next(iter(heading_meanings(heading)), None)


def is_of_something_else(heading: str) -> bool:
    """Whether a column is plainly about what Heiltid does not ask for: pay, telephone, remarks."""
    return heading_words.SOMETHING_ELSE.search(normal(heading)) is not None


def _plain(heading: str) -> str:
    """Without the answers a list asks for, how it is to be filled in, and odd signs."""
    found = _HOW_TO_FILL.sub(" ", _ANSWERS_ASKED_FOR.sub("", heading))
    return " ".join(_PLACE_IN_LIST.sub("", _ODD.sub("", found)).split())


def _beside_parentheses(around: str, inside: list[str]) -> tuple[str, ...]:
    """A word in parentheses may turn a share into another ("Stilling (ønska)"), hardly anything else."""
    found, within = heading_meanings(around), [heading_meanings(part) for part in inside]
    known = [each for each in within if each]
    if any(set(each) - {lists.FIRST_NAME, lists.LAST_NAME, *found} for each in known):
        return tuple(dict.fromkeys((*found, *(name for each in known for name in each), OR_NOTHING)))
    return () if set(found) & set(tidy.SHARES) and not all(within) else found


def _of_parts(parts: list[str]) -> tuple[str, ...]:
    """Words with a slash or "og" between them: each must be known; a unit alone belongs to the one before."""
    named = [part for part in parts if not heading_words.UNIT_WORD.fullmatch(normal(part.strip(" .-")))]
    if len(parts) < 2 or not named:
        return ()
    found = [_meanings_of_words(part) for part in named]
    if not all(found):
        return ()
    meanings = tuple(dict.fromkeys(name for each in found for name in each))
    if set(meanings) <= {"Name", lists.FIRST_NAME, lists.LAST_NAME}:
        return ("Name",)
    return meanings


def _meanings_of_words(heading: str) -> tuple[str, ...]:
    """The meanings of a heading taken as one thing."""
    tokens = [normal(token) for token in _TOKEN.findall(_TODAY.sub(" idag ", heading))]
    has_unit = any(heading_words.UNIT_WORD.fullmatch(token) for token in tokens)
    word = tidy.bare(heading.strip(" .-"))
    if word in heading_lists.BY_CELLS and not has_unit:
        return heading_lists.BY_CELLS[word]
    found = _listed(heading, word)
    if found is None or (has_unit and found not in tidy.SHARES):
        found = None if _BETWEEN.search(heading) else _share(tokens, has_unit=has_unit)
    if found is None and not has_unit:
        found = _inflected(word)
    return () if found is None else (found,)


def _listed(heading: str, word: str) -> str | None:
    ours = words.canonical(Group.HEADING, heading, HEADINGS) or words.canonical(Group.HEADING, word, HEADINGS)
    return ours or next(
        (name for name, other in heading_lists.PEOPLE_HEADINGS.items() if word in other), None
    )


def _inflected(word: str) -> str | None:
    """A listed word in another number or form: "namna", "langvaktene"."""
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        found = _listed(stem, stem) if stem != word and len(stem) >= _SHORTEST_STEM else None
        if found is not None:
            return found
    return None


def _share(tokens: list[str], *, has_unit: bool) -> str | None:
    """Some share of a position, told by words in any order: every one of them must be of that kind."""

    def has(words_meant: re.Pattern[str]) -> bool:
        return any(words_meant.fullmatch(token) for token in tokens)

    known = (*heading_words.SHARE_WORDS, heading_words.UNIT_WORD)
    if not tokens or not all(any(kind.fullmatch(token) for kind in known) for token in tokens):
        return None
    is_share = has_unit or has(heading_words.POSITION_WORD)
    if is_share and has(heading_words.LEAST_WORD):
        return "Min"
    if is_share and has(heading_words.MOST_WORD):
        return "Max"
    if has(heading_words.WANTED_WORD) or (is_share and has(heading_words.GROWN_WORD)):
        return "Wanted"
    return "Position" if is_share else None

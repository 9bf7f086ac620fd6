"""The words wishes are written with by hand, in any of the three languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum, auto

from heiltid.booking.wishing.said import WISHED
from heiltid.model import SATURDAY, SUNDAY, ShiftKind
from heiltid.spelling import normal


class Means(Enum):
    """What a word is, where it is not a kind of day."""

    NOT = auto()
    STRONG = auto()
    WEEK = auto()
    EVERY = auto()
    NEVER = auto()
    POSITION = auto()
    PERCENT = auto()
    YES = auto()
    NO = auto()
    TO = auto()
    FILLING = auto()


def _told(words: Mapping[object, Iterable[str]]) -> dict[str, object]:
    return {normal(word): meant for meant, spellings in words.items() for word in spellings}


_NAMES: tuple[tuple[str, ...], ...] = (
    ("måndag", "mandag", "monday", "mån", "man", "mon", "må", "ma", "mo"),
    ("tysdag", "tirsdag", "tuesday", "tys", "tir", "tue", "tues", "ty", "ti", "tu"),
    ("onsdag", "wednesday", "ons", "wed", "on", "we"),
    ("torsdag", "thursday", "tor", "tors", "thu", "thur", "thurs", "th"),
    ("fredag", "friday", "fre", "fri.", "fr"),
    ("laurdag", "lørdag", "saturday", "lau", "lør", "laur", "sat", "la", "lø", "sa"),
    ("sundag", "søndag", "sunday", "sun", "søn", "su", "sø"),
)
_MANY = ("ar", "er", "s", "en", "ane", "ene")
# "fri" is free in two languages and Friday in the third: it is free. "on" stands before a weekday in English.
_NO_WEEKDAY = frozenset({"fri", "on", "to", "ma"})
WEEKDAYS: Mapping[str, int] = {
    normal(name + end): place
    for place, names in enumerate(_NAMES)
    for name in names
    for end in ("", *(_MANY if name.endswith("day") or name.endswith("dag") else ()))
    if normal(name + end) not in _NO_WEEKDAY and not name.endswith(".")
}
WEEKEND_DAYS = (SATURDAY, SUNDAY)
WEEKEND = frozenset(
    map(normal, ("helg", "helga", "helgen", "helgi", "helger", "helgar", "helgene", "weekend", "weekends"))
)
KINDS: Mapping[str, int] = {
    normal(word): WISHED.index(kind)
    for kind, words in {
        None: ("fri", "fritt", "fridag", "ledig", "off", "free", "day off"),
        ShiftKind.DAY: (
            *("dag", "dagvakt", "dagvakter", "tidleg", "tidlig", "tidlegvakt", "tidligvakt", "d"),
            *("day", "days", "day shift", "day shifts"),
        ),
        ShiftKind.EVENING: (
            *("kveld", "kveldsvakt", "kveldvakt", "kveldsvakter", "sein", "sen", "seinvakt", "senvakt"),
            *("aften", "aftenvakt", "a", "eve", "evening", "evenings", "evening shift", "evening shifts"),
        ),
        ShiftKind.NIGHT: (
            *("natt", "nattvakt", "nattevakt", "nattvakter", "nattevakter", "n"),
            *("night", "nights", "night shift", "night shifts"),
        ),
        ShiftKind.LONG: (
            *("lang", "langvakt", "langvakta", "langvakter", "langvakt er", "lange vakter", "lang vakt", "l"),
            *("long", "long shift", "long shifts"),
        ),
    }.items()
    for word in words
}
MEANINGS: Mapping[str, object] = _told(
    {
        Means.NOT: ("ikkje", "ikke", "not", "ingen", "inga", "helst ikkje", "helst ikke"),
        Means.STRONG: (
            "viktig",
            "svært viktig",
            "veldig viktig",
            "sterkt",
            "important",
            "strong",
            "strongly",
        ),
        Means.WEEK: (
            *("veke", "veka", "vekene", "veker", "uke", "uka", "uken", "uker", "ukene"),
            *("v", "u", "w", "week", "weeks"),
        ),
        Means.EVERY: ("kvar", "hver", "kvart", "hvert", "every", "each"),
        Means.NEVER: ("aldri", "never"),
        Means.POSITION: (
            *("stilling", "stillinga", "stillingen", "stillingsprosent", "ønskt stilling", "ønsket stilling"),
            *("position", "wanted position", "post"),
        ),
        Means.PERCENT: ("prosent", "pst", "percent", "per cent"),
        Means.YES: ("ja", "yes"),
        Means.NO: ("nei", "no"),
        Means.TO: ("til", "to", "until"),
        Means.FILLING: (
            *("i", "på", "den", "det", "og", "vil", "ha", "gjerne", "ønskjer", "ønsker", "eg", "jeg"),
            *("heile", "hele", "whole", "alle", "all", "arbeide", "jobbe", "and", "in", "on", "the", "of"),
            *("want", "would", "like", "have", "work", "nr", "please", "takk"),
        ),
    }
)
ORDINALS: Mapping[str, int] = {
    normal(word): number
    for number, words in {
        2: ("andre", "annan", "anna", "annen", "annet", "other", "second"),
        3: ("tredje", "third"),
        4: ("fjerde", "fourth"),
        5: ("femte", "fifth"),
        6: ("sjette", "sixth"),
    }.items()
    for word in words
}
LONGEST_PHRASE = 2

# In a cell of a sheet with nothing but wishes a single letter is enough.
_LETTERS: Mapping[str, int] = {
    "f": 0,
    "k": WISHED.index(ShiftKind.EVENING),
    "e": WISHED.index(ShiftKind.EVENING),
}


def wish_meant(typed: str) -> tuple[int, bool, bool] | None:
    """What a cell wishes for its day: place in WISHED, turned round, strong; None: no wish.

    "fri", "ikkje kveld!", "-N".
    """
    shown = typed.strip()
    plain = shown.rstrip("! ")
    rest = plain.lstrip("-\u2010\u2011\u2012\u2013\u2014\u2212 ")
    turned = rest != plain
    first, _, last = rest.partition(" ")
    if not turned and MEANINGS.get(normal(first)) is Means.NOT:
        rest, turned = last, True
    word = normal(rest)
    what = KINDS.get(word, _LETTERS.get(word))
    return None if what is None else (what, turned, "!" in shown[len(plain) :])

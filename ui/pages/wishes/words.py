"""Wishes in words, and words back to wishes."""

from __future__ import annotations

from collections.abc import Mapping

from heiltid.calendar import Calendar
from heiltid.edits.wishes import Asked, WishPlace, place_of
from heiltid.exchange.pasting.days_meant import days_meant
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import Misfit
from heiltid.exchange.workbook.word_values import wish_days
from heiltid.model import ShiftKind, Unit, Wish, WishDays, WishStrength
from heiltid.rules.wording import day_text
from heiltid.spelling import normal
from ui.texts import language, tr
from ui.wish_words import asked_word, strength_word

WISHED_KINDS = tuple(kind for kind in ShiftKind if kind is not ShiftKind.OTHER)


def weekday_word(weekday: int) -> str:
    """As "mån"."""
    return tr("wording.weekdays").split()[weekday]


def kinds_of(unit: Unit) -> tuple[ShiftKind, ...]:
    """The kinds of shift the unit has, in the order of the day."""
    there = {shift.kind for shift in unit.shifts}
    return tuple(kind for kind in WISHED_KINDS if kind in there)


def options(unit: Unit) -> tuple[Asked, ...]:
    """All one can ask for: off, kinds, not a kind, then single codes and not those."""
    kinds, codes = kinds_of(unit), tuple(shift.code for shift in unit.shifts)
    return (
        Asked(off=True),
        *(Asked(kind=kind) for kind in kinds),
        *(Asked(kind=kind, negated=True) for kind in kinds),
        *(Asked(code=code) for code in codes),
        *(Asked(code=code, negated=True) for code in codes),
    )


def asked_typed(unit: Unit, typed: str) -> Asked:
    """What a typed word asks for; a word that is both a kind and a code means the code.

    Raises ValueError with the sentence.
    """
    known: dict[str, Asked] = {}
    for asked in options(unit):
        known[normal(asked_word(asked))] = asked
        if asked.kind is not None:
            letter = asked.kind.value
            known.setdefault(normal(tr("ui.wishes.not", what=letter) if asked.negated else letter), asked)
    found = known.get(normal(typed))
    if found is None:
        listed = ", ".join(asked_word(asked) for asked in options(unit)[:8])
        raise ValueError(tr("ui.wishes.bad_wish", allowed=listed))
    return found


def strengths() -> Mapping[str, WishStrength]:
    """Strength by its word, strongest first."""
    return {strength_word(strength): strength for strength in WishStrength}


def place_words(place: WishPlace, calendar: Calendar) -> str:
    """As "kvar mån", "v3 tys", "tys 14.01.2027"."""
    if place.day is None:
        return tr("ui.wishes.every", weekday=weekday_word(place.weekday))
    return day_text(place.day, calendar, language())


def when_words(days: WishDays, calendar: Calendar) -> str:
    """The days of a wish."""
    place = place_of(days, calendar)
    if place is not None and (place.day is None or days.on is None):
        return place_words(place, calendar)
    if days.on is not None:
        return f"{weekday_word(days.on.weekday())} {days.on:%d.%m.%Y}"
    return ""


def when_typed(unit: Unit, typed: str) -> WishDays:
    """Days as people write them: "kvar mån", "måndag", "v3 tys", "14.1.27". Raises ValueError."""
    meant = days_meant(typed, unit)
    if meant is not None and len(meant.words) > 1:
        raise ValueError(tr("ui.wishes.one_day"))
    found = wish_days(unit.weeks, language())(RawCell(1, 1, typed if meant is None else meant.words[0]))
    if isinstance(found, Misfit):
        raise ValueError(tr("ui.wishes.bad_when", found=typed))
    return found


def wish_words(wish: Wish) -> str:
    """What and how strongly: "fri, sterkt"."""
    asked = Asked(off=wish.off, code=wish.code, kind=wish.kind, negated=wish.negated)
    return f"{asked_word(asked)}, {strength_word(wish.strength)}"

"""Codes of absence as people choose and write them."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.absence_words import SICK, SICK_BOKMAL, absence_meant
from heiltid.notation import ABSENCE_CODES
from heiltid.texts import Language
from ui.texts import language, tr


def offered_codes() -> tuple[str, ...]:
    """The codes to choose from, each absence once."""
    other = SICK if language() is Language.BOKMAL else SICK_BOKMAL
    return tuple(code for code in ABSENCE_CODES if code != other)


def code_words(code: str) -> str:
    """As "FE  ferie"."""
    return f"{code}  {tr(f'ui.people.absence_{code.lower()}')}"


def code_meant(typed: str, used: Iterable[str] = ()) -> str:
    """The code somebody means who writes "fe", "Ferie" or "holiday"; used: those of the unit's absences."""
    return absence_meant(typed, language(), used)

"""What those who take nights, or have a competence, cannot cover however large their positions are."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil, floor

from heiltid.competence_words import competence_word
from heiltid.measures.scarcity import Scarce, scarcities
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.rules.wording import amount_text
from heiltid.texts import Language, decimal, fixed, text

HUNDRED = 100


def scarcity_sentences(unit: Unit, language: Language) -> Iterator[str]:
    """A sentence for hours and one for weekends, where they are too few."""
    for part in scarcities(unit):
        if part.lacks_hours:
            yield _said(part, "hours" if part.people else "nobody", part.people, language)
        if part.lacks_weekends and part.people:
            yield _weekends_said(part, language)


def weekend_competence_sentences(unit: Unit, language: Language) -> Iterator[str]:
    """The weekends of the competences alone, beside what is told of the weekends' people in all."""
    for part in scarcities(unit):
        if part.competence is not None and part.lacks_weekends and part.people:
            yield _weekends_said(part, language)


def _weekends_said(part: Scarce, language: Language) -> str:
    key = "weekends" if part.weekend_people else "weekends_nobody"
    return _said(part, key, part.weekend_people, language)


def _said(part: Scarce, key: str, people: int, language: Language) -> str:
    """people: those who are counted, for the weekends only who works weekends."""
    competence = "" if part.competence is None else competence_word(part.competence, language)
    heads, share = _apart(part.weekend_needed, part.weekend_available)
    return text(
        f"advice.scarce.{key}",
        language,
        what=text(f"advice.scarce.what.{part.part.value}", language, competence=competence),
        who=text(f"advice.scarce.who.{part.part.value}", language),
        people=amount_text(people, "people", language),
        needed=decimal(float(part.needed_minutes / MINUTES_PER_HOUR), language, 1),
        available=decimal(float(part.available_minutes / MINUTES_PER_HOUR), language, 1),
        heads=decimal(heads, language, 2),
        share=decimal(share, language, 2),
    )


def _apart(needed: Fraction, available: Fraction) -> tuple[float, float]:
    """The two with two decimals: rounded, but where too few would look like enough they are kept apart."""
    shown = float(fixed(float(needed), 2)), float(fixed(float(available), 2))
    if needed > available and shown[0] <= shown[1]:
        return ceil(needed * HUNDRED) / HUNDRED, floor(available * HUNDRED) / HUNDRED
    return shown

"""What those who take nights, or have a competence, cannot cover however large their positions are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from heiltid.competence_words import competence_word
from heiltid.measures.scarcity import Scarce, scarcities
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.rules.wording import amount_text
from heiltid.texts import Language, decimal, text


def scarcity_sentences(unit: Unit, language: Language) -> Iterator[str]:
    """A sentence for hours and one for weekends, where they are too few."""
    for part in scarcities(unit):
        what = "nights" if part.competence is None else "competence"
        if part.lacks_hours:
            yield _said(part, f"{what}_{'hours' if part.people else 'nobody'}", language)
        if part.lacks_weekends and part.people:
            yield _said(replace(part, people=part.weekend_people), f"{what}_weekends", language)


def _said(part: Scarce, key: str, language: Language) -> str:
    return text(
        f"advice.scarce.{key}",
        language,
        competence="" if part.competence is None else competence_word(part.competence, language),
        people=amount_text(part.people, "people", language),
        needed=decimal(float(part.needed_minutes / MINUTES_PER_HOUR), language, 1),
        available=decimal(float(part.available_minutes / MINUTES_PER_HOUR), language, 1),
        heads=part.weekend_needed,
        share=decimal(float(part.weekend_available), language, 1),
    )

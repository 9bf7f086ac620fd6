"""What those who take nights, or have a competence, cannot cover however large their positions are."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.competence_words import competence_word
from heiltid.measures.scarcity import Scarce, scarcities
from heiltid.model import MINUTES_PER_HOUR, Unit
from heiltid.rules.wording import amount_text
from ui.texts import language, number, tr


def scarcity_sentences(unit: Unit) -> Iterator[str]:
    """A sentence for hours and one for weekends, where they are too few."""
    for part in scarcities(unit):
        what = "nights" if part.competence is None else "competence"
        if part.lacks_hours:
            yield _said(part, f"ui.scarce.{what}_{'hours' if part.people else 'nobody'}")
        if part.lacks_weekends and part.people:
            yield _said(part, f"ui.scarce.{what}_weekends")


def _said(part: Scarce, key: str) -> str:
    return tr(
        key,
        competence="" if part.competence is None else competence_word(part.competence, language()),
        people=amount_text(part.people, "people", language()),
        needed=number(part.needed_minutes / MINUTES_PER_HOUR),
        available=number(part.available_minutes / MINUTES_PER_HOUR),
        heads=part.weekend_needed,
        share=number(float(part.weekend_available), 1),
    )

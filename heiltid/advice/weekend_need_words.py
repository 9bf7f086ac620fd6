"""How many the weekends take beside how many there are, in words."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.measures.scarcity import Part, scarcities
from heiltid.measures.weekend_need import WeekendNeed, WeekendPart
from heiltid.model import Unit
from heiltid.texts import Language, text


def need_words(need: WeekendNeed, language: Language) -> str:
    """ "dag og kveld i helga treng om lag 21 ..., og 18 av dykk arbeider dag eller kveld i helg"."""
    return text(
        "advice.weekend_need.said",
        language,
        what=part_words(need.part, language),
        who=text(f"advice.weekend_need.who.{need.part.value}", language),
        needed=need.needed,
        workers=need.workers,
    )


def part_words(part: WeekendPart, language: Language) -> str:
    """ "dag og kveld i helga"."""
    return text(f"advice.weekend_need.what.{part.value}", language)


def need_sentence(need: WeekendNeed, language: Language) -> str:
    """The same as a sentence of its own."""
    said = need_words(need, language)
    return f"{said[0].upper()}{said[1:]}."


def extra_sentence(need: WeekendNeed, language: Language) -> str:
    """ "Med dei ekstra helgene: om lag 14 personar.", beside a figure without them."""
    key = "advice.weekend_need.extra_lacks" if need.lacks else "advice.weekend_need.extra"
    return text(key, language, needed=need.needed, workers=need.workers)


def lacking_beside_scarcity(unit: Unit, needs: Iterable[WeekendNeed]) -> tuple[WeekendNeed, ...]:
    """The parts that lack; without nights of which `scarcity_sentences` tells more exactly already."""
    found = [need for need in needs if need.lacks]
    if any(need.part is WeekendPart.BY_NIGHT for need in found):
        told = any(part.part is Part.NIGHTS and part.lacks_weekends for part in scarcities(unit))
        found = [need for need in found if not (told and need.part is WeekendPart.BY_NIGHT)]
    return tuple(found)


def just_enough(unit: Unit, needs: Iterable[WeekendNeed]) -> WeekendNeed | None:
    """The part where nobody can have a weekend fewer; None where a competence is told to lack at weekends."""
    found = next((need for need in needs if need.is_just_enough), None)
    if found is None or any(part.competence and part.lacks_weekends for part in scarcities(unit)):
        return None
    return found

"""What people call the usual competences: canonical name -> (English, nynorsk, bokmål, further spellings)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from heiltid.spelling import normal
from heiltid.texts import Language

COMPETENCE_WORDS: Mapping[str, tuple[str, ...]] = {
    "nurse": ("nurse", "sjukepleiar", "sykepleier", "sjukepleier", "sykepleiar"),
    "health worker": ("health worker", "helsefagarbeidar", "helsefagarbeider"),
    "assistant": ("assistant", "assistent", "assistent"),
}


def competence_word(name: str, language: Language) -> str:
    """A competence as the user reads it: the table's word for ours, else the unit's own name."""
    spellings = COMPETENCE_WORDS.get(name)
    if spellings is None:
        return name
    english, nynorsk, bokmal, *_ = spellings
    return {Language.ENGLISH: english, Language.NYNORSK: nynorsk, Language.BOKMAL: bokmal}[language]


def counted_word(count: int, competence: str | None, language: Language) -> str:
    """ "2 sjukepleiar"; "2" where anybody will do."""
    return f"{count} {competence_word(competence, language)}" if competence else str(count)


@cache
def _by_spelling() -> Mapping[str, str]:
    return {normal(word): name for name, spellings in COMPETENCE_WORDS.items() for word in (name, *spellings)}


def competence_meant(word: str) -> str:
    """The canonical name of a usual competence by any of its words; any other word as it is."""
    return _by_spelling().get(normal(word), word)

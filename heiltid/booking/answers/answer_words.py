"""The three answers to an open shift by any word people write for them, in any of the languages."""

from __future__ import annotations

from collections.abc import Mapping

from heiltid.model.asking import Willingness
from heiltid.spelling import normal

ANSWER_WORDS: Mapping[Willingness, tuple[str, ...]] = {
    Willingness.GLADLY: (
        *("gladly", "yes", "want", "i want", "wants", "like to", "would like", "would like to"),
        *("gjerne", "vil gjerne", "gjerna", "ja", "ja takk", "ja gjerne", "vil", "ønskjer", "ønsker"),
    ),
    Willingness.CAN: (
        *("can", "i can", "possible", "if needed", "ok", "okay"),
        *("kan", "eg kan", "jeg kan", "kan ta", "om naudsynt", "om nødvendig", "ved behov"),
    ),
    Willingness.NO: (
        *("no", "no thanks", "cannot", "can not", "can't", "can’t", "not"),
        *("nei", "nei takk", "kan ikkje", "kan ikke", "vil ikkje", "vil ikke", "ikkje", "ikke"),
    ),
}
_END_SIGNS = " .!,;:"
_MEANT = {normal(word): answer for answer, words in ANSWER_WORDS.items() for word in words}


def willingness_meant(typed: str) -> Willingness | None:
    """The answer a word or two stand for, whatever their case and the full stop behind; None: no answer."""
    return _MEANT.get(normal(typed.strip(_END_SIGNS)))

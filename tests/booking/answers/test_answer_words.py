"""The words people answer with."""

from __future__ import annotations

import pytest

from heiltid.booking.answers.answer_words import ANSWER_WORDS, willingness_meant
from heiltid.model.asking import Willingness
from heiltid.spelling import normal


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Vil gjerne", Willingness.GLADLY),
        ("GJERNE!", Willingness.GLADLY),
        (" ja ", Willingness.GLADLY),
        ("Kan", Willingness.CAN),
        ("can", Willingness.CAN),
        ("kan ikkje", Willingness.NO),
        ("kan  ikke", Willingness.NO),
        ("Nei.", Willingness.NO),
        ("No", Willingness.NO),
        ("kanskje", None),
        ("", None),
        ("3", None),
    ],
)
def test_a_word_is_known_whatever_its_case(typed: str, meant: Willingness | None) -> None:
    assert willingness_meant(typed) is meant


def test_no_word_stands_for_two_answers() -> None:
    words = [normal(word) for words in ANSWER_WORDS.values() for word in set(map(normal, words))]
    assert len(words) == len(set(words))

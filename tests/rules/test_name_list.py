"""Names in a row: told apart also where they are written last name first."""

from __future__ import annotations

import pytest

from heiltid.rules.name_list import listed_first, listed_names, listed_with_and
from heiltid.texts import Language


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ((), ""),
        (("Tveit, Marianne",), "Tveit, Marianne"),
        (("Marianne Tveit", "Fatuma Hassan"), "Marianne Tveit, Fatuma Hassan"),
        (("Tveit, Marianne", "Hassan, Fatuma"), "Tveit, Marianne; Hassan, Fatuma"),
        (("Marianne Tveit", "Hassan,Fatuma"), "Marianne Tveit; Hassan,Fatuma"),
        (
            ("Marianne Tveit (72,9 %)", "Fatuma Hassan (50 %)"),
            "Marianne Tveit (72,9 %), Fatuma Hassan (50 %)",
        ),
    ],
)
def test_a_semicolon_stands_between_names_that_hold_a_comma(names: tuple[str, ...], shown: str) -> None:
    assert listed_names(names) == shown


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ((), ""),
        (("a",), "a"),
        (("a", "b"), "a og b"),
        (("a", "b", "c"), "a, b og c"),
        (("Tveit, Marianne", "Hassan, Fatuma", "Nes, Kari"), "Tveit, Marianne; Hassan, Fatuma og Nes, Kari"),
    ],
)
def test_a_word_stands_before_the_last_in_a_sentence(parts: tuple[str, ...], shown: str) -> None:
    assert listed_with_and(parts, Language.NYNORSK) == shown


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("", ""),
        ("a", "a"),
        ("abc", "a, b og c"),
        ("abcd", "a, b, c og 1 til"),
        ("abcde", "a, b, c og 2 til"),
    ],
)
def test_the_first_stand_by_name_and_the_others_as_a_count(names: str, shown: str) -> None:
    assert listed_first(names, 3, Language.NYNORSK) == shown

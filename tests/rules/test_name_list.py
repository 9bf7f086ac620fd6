"""Names in a row: told apart also where they are written last name first."""

from __future__ import annotations

import pytest

from heiltid.rules.name_list import listed_names


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

"""Names in a pasted list that are nearly equal to one another or to somebody's in the unit."""

from __future__ import annotations

import time

import pytest
from pasted_lines import STAFFED, lines, paste, told

from heiltid.exchange.pasting.alike import Alike


def alike(first: str, second: str) -> bool:
    known = Alike()
    known.add(first, "there")
    return known.find(second) == "there"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bjørg Hansen", "Bjørg Hanssen"),  # a letter more
        ("Hanssen, Bjørg", "Bjørg Hansen"),  # a letter less, the other way round
        ("Marta Kowalska", "Marta Kovalska"),  # another letter
        ("Kristin Vik", "Kirstin Vik"),  # two that changed places
    ],
)
def test_near_names(first: str, second: str) -> None:
    assert alike(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Bjørg Hansen", "Bjørg Hansen"),  # equal is told in another way
        ("Kari Li", "Kari Lie"),
        ("Hanne Vik", "Nanne Vik"),
        ("Anne Berg", "Anna Bergh"),  # two letters
        ("Tilsett 1201", "Tilsett 1202"),
        ("Bjørg", "Bjorgh"),  # a first name alone says too little
    ],
)
def test_other_names(first: str, second: str) -> None:
    assert not alike(first, second)


def test_a_note_asks_of_two_rows_and_no_row_is_left_out() -> None:
    found = paste(lines("Namn | Stilling", "Bjørg Hansen | 75", "Nina Vik | 50", "Bjørg Hanssen | 75"))
    assert told(found) == []
    assert "Rad 4 (Bjørg Hanssen): liknar på rad 2 (Bjørg Hansen): same person?" in told(found, warnings=True)
    assert [person.name for person in found.new] == ["Bjørg Hansen", "Nina Vik", "Bjørg Hanssen"]


def test_a_note_asks_of_somebody_in_the_unit() -> None:
    (unit_name,) = [person.name for person in STAFFED.employees if person.number == "7"]
    assert unit_name == "Kari Li"
    found = paste(lines("Namn | Stilling", "Karri Li | 75", "Kari Li | 80"), STAFFED)
    notes = [note for note in told(found, warnings=True) if "same person" in note]
    assert notes == [
        "Rad 2 (Karri Li): liknar på Kari Li (7), som alt er i eininga: same person?",
        "Rad 3 (Kari Li): liknar på rad 2 (Karri Li): same person?",
    ]


def test_a_long_list_is_looked_through_at_once() -> None:
    names = Alike()
    begin = time.perf_counter()
    for number in range(2_000):
        word = "".join(chr(97 + int(digit)) for digit in f"{number:05}")
        names.find(f"Kari Hansen{word}")
        names.add(f"Kari Hansen{word}", word)
    assert time.perf_counter() - begin < 5

"""Lists with a column of crosses for each kind of shifts."""

from __future__ import annotations

import pytest
from pasted_lines import lines, paste, told

from heiltid.exchange.pasted import PastedPeople


def kinds(found: PastedPeople) -> list[str]:
    return ["".join(sorted(kind.value for kind in person.kinds)) for person in found.new]


@pytest.mark.parametrize(
    "headings",
    ["Dag | Kveld | Natt", "D | A | N", "Dagvakt | Kveldsvakt | Nattevakt", "Day | Evening | Night"],
)
def test_crosses_tell_who_works_what(headings: str) -> None:
    rows = ("Kari | 75 | x | x | ", "Ola | 50 | | | X", "Per | 60 | ja | nei | nei", "Siv | 60 | | | ")
    found = paste(lines(f"Namn | Stilling | {headings}", *rows))
    assert [guess.meaning for guess in found.columns[2:]] == ["Kinds"] * 3
    assert kinds(found) == ["AD", "N", "D", "ADN"]  # nobody has said what Siv works
    assert told(found) == []
    assert found.crosses == ()  # a cross at night is no question here


def test_the_letter_is_a_mark_too() -> None:
    assert kinds(paste(lines("Namn | Stilling | Dag | Kveld", "Kari | 75 | D | A", "Ola | 50 | D | "))) == [
        *("AD", "D")
    ]


def test_counts_and_a_column_of_nights_alone_are_no_such_marks() -> None:
    counts = paste(lines("Namn | Stilling | D | A", "Kari | 75 | 12 | 5", "Ola | 50 | 3 | 1"))
    assert [guess.meaning for guess in counts.columns[2:]] == [None, None]
    nights = paste(lines("Namn | Stilling | Natt", "Kari | 75 | x", "Ola | 50 | "))
    assert (nights.columns[2].meaning, kinds(nights)) == ("Night", ["ADN", "AD"])


def test_what_another_column_or_the_user_says_of_kinds_goes_before() -> None:
    text = lines("Namn | Stilling | Vakter | Dag | Natt", "Kari | 75 | D, A | x | x")
    assert [guess.meaning for guess in paste(text).columns[2:4]] == ["Kinds", None]
    text = lines("Namn | Stilling | Dag | Kveld | Natt", "Kari | 75 | x | x | x")
    assert kinds(paste(text, meanings={5: None})) == ["AD"]

"""Wishes that were cut, altered or made up: refused in words, and never another answer than was given."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wishing_round import (
    ASKED,
    BOOKING,
    FIRST,
    KARI,
    NOW,
    UNIT,
    code_of,
    page_file,
    said,
    short_code,
    token_of,
)

from heiltid.booking.answers.receiving import preview
from heiltid.booking.wishing.said import said_in
from heiltid.booking.wishing.typed import typed_wishes
from heiltid.exchange.booking.answer_files import read_answers, read_text
from heiltid.exchange.booking.wish_workbook import write_wish_workbook
from heiltid.texts import Language

ANSWER = said("1.6=F 1.7=F! 2.2=-N 4.3=L", percent=80, weekend_every=3, long_shifts=True)
SIGNS = '0123456789ABCabc{}[]":,.-!\n =|%\u00e5\u2013\0'


def mutated(text: str, chance: Random) -> str:
    """One to three pieces cut out, doubled, swapped or overwritten."""
    for _ in range(chance.randint(1, 3)):
        first, last = sorted((chance.randrange(len(text) + 1), chance.randrange(len(text) + 1)))
        last = min(last, first + chance.choice((1, 2, 8, 40)))
        piece = chance.choice(("", text[first:last] * 2, text[first:last][::-1], chance.choice(SIGNS)))
        text = text[:first] + piece + text[last:]
    return text


@pytest.mark.parametrize("original", [page_file(ANSWER), short_code(ANSWER)], ids=["file", "code"])
def test_a_checked_answer_counts_as_it_is_or_not_at_all(original: str) -> None:
    chance = Random(4)
    for _ in range(1500):
        shown = preview(BOOKING, read_text(mutated(original, chance), BOOKING), NOW)
        assert all(said_in(entry.answer) == ANSWER for entry in shown.wishes)
        assert shown.wishes or shown.refused


def test_what_is_typed_is_understood_or_refused() -> None:
    chance = Random(5)
    typed = f"{code_of(KARI)}: fri veke 1 laurdag, ikkje natt veke 2 tysdag!, stilling 80, helg kvar 3."
    for _ in range(1500):
        shown = preview(BOOKING, read_text(mutated(typed, chance), BOOKING), NOW)
        assert all(wish.day < 42 for entry in shown.wishes for wish in said_in(entry.answer).wishes)


@given(st.text(max_size=200))
def test_any_text_at_all(text: str) -> None:
    found = typed_wishes(text, FIRST, 6)
    assert all(0 <= wish.day < 42 for wish in found.said.wishes)
    assert found.said.percent is None or 0 <= found.said.percent <= 100


def test_a_damaged_workbook_is_refused(tmp_path: Path) -> None:
    chance, path = Random(6), tmp_path / "kari.xlsx"
    write_wish_workbook(path, UNIT, ASKED, KARI, token_of(KARI), Language.NYNORSK)
    content = path.read_bytes()
    for _ in range(40):
        at = chance.randrange(len(content))
        path.write_bytes(content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :])
        shown = preview(BOOKING, read_answers(path, BOOKING), NOW)
        assert shown.refused  # nothing is filled in, or it cannot be read
        assert shown.wishes == ()

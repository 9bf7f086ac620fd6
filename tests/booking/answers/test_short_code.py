"""The short code, sign by sign."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heiltid.booking.answers.short_code import MOST_PLACES, decode, encode, length_of
from heiltid.booking.answers.tokens import SIGNS, check, normalised
from heiltid.model.asking import Choice, Willingness

MADE = datetime(2027, 5, 10, 9, 0, 30)
TOKEN = "9QXM3T8A" + "0" * 24
GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO


def said(**words: Willingness) -> tuple[Choice, ...]:
    return tuple(Choice(place=int(name[1:]), willingness=word) for name, word in words.items())


def code(**more: object) -> str:
    options: dict[str, object] = {
        "made_at": MADE,
        "given_at": datetime(2027, 5, 10, 10, 0, 59),
        "most_hours": 20,
        **more,
    }
    return encode("K7F2", TOKEN, (3, 5, 7, 9), said(p3=GLADLY, p5=CAN, p9=NO), **options)  # type: ignore[arg-type]


def test_a_code_made_by_hand() -> None:
    # 4 places      0000000100
    # 20 hours      00010100
    # 60 minutes    00000000000000111100
    # gladly, can, not answered, no: 01 10 00 11
    # 46 bits, padded with four zeros to 50:
    # 00000 00100 00010 10000 00000 00000 00111 10001 10001 10000 -> 0 4 2 G 0 0 7 H H G
    body = "042G007HHG"
    signs = "HT1K7F29QXM3T8A" + body
    assert code() == "-".join(["HT1", "K7F2", "9QXM", "3T8A", *_fours(body + check(TOKEN, signs))])


def _fours(text: str) -> list[str]:
    return [text[at : at + 4] for at in range(0, len(text), 4)]


def test_a_code_says_what_was_put_into_it() -> None:
    found = decode(normalised(code()) + "WHATEVERFOLLOWS")
    assert found is not None
    assert (found.list, found.token, found.hours, found.minutes) == ("K7F2", "9QXM3T8A", 20, 60)
    assert found.choices((3, 5, 7, 9)) == said(p3=GLADLY, p5=CAN, p9=NO)
    assert found.fits(TOKEN)
    assert not found.fits("9QXM3T8A" + "1" * 24)
    assert found.length == len(normalised(code()))


def test_no_limit_and_clocks_that_are_wrong() -> None:
    early = decode(normalised(code(most_hours=None, given_at=MADE - timedelta(days=400))))
    assert early is not None
    assert early.hours is None
    assert early.minutes == 0
    late = decode(normalised(code(given_at=MADE + timedelta(days=4000))))
    assert late is not None
    assert late.minutes == 1_048_575


def test_answers_for_another_count_of_places_are_no_answers() -> None:
    found = decode(normalised(code()))
    assert found is not None
    with pytest.raises(ValueError, match="zip"):
        found.choices((3, 5, 7))


@given(st.integers(0, MOST_PLACES), st.integers(0, 255), st.integers(0, 1_048_575), st.randoms())
def test_whatever_is_put_in_comes_out(places: int, hours: int, minutes: int, chance) -> None:  # type: ignore[no-untyped-def]
    offered = tuple(range(1, places + 1))
    choices = tuple(
        Choice(place=place, willingness=word)
        for place in offered
        if (word := chance.choice((None, GLADLY, CAN, NO))) is not None
    )
    given_at = MADE.replace(second=0) + timedelta(minutes=minutes)
    made = encode("K7F2", TOKEN, offered, choices, made_at=MADE, given_at=given_at, most_hours=hours or None)
    found = decode(normalised(made.lower()))
    assert found is not None
    assert found.fits(TOKEN)
    assert (found.hours or 0, found.minutes, found.choices(offered)) == (hours, minutes, choices)


def test_no_changed_sign_goes_unseen() -> None:
    signs = normalised(code())
    for at in range(3, len(signs)):
        for other in SIGNS:
            found = decode(signs[:at] + other + signs[at + 1 :])
            assert found is None or not found.fits(TOKEN) or found.token != TOKEN[:8] or other == signs[at]


def test_no_two_signs_change_places_unseen() -> None:
    signs = normalised(code())
    for at in range(3, len(signs) - 1):
        swapped = signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :]
        found = decode(swapped)
        assert swapped == signs or found is None or not found.fits(TOKEN)


@pytest.mark.parametrize("length", range(28))
def test_a_cut_code_is_none(length: int) -> None:
    assert decode(normalised(code())[:length]) is None


def test_what_is_no_code() -> None:
    assert decode("HT2K7F29QXM3T8A042G00Y660AAAAA") is None
    assert decode("HT1K7F29QXM3T8A042G00Y66:AAAAA") is None
    assert decode("HT1K7F29QXM3T8A042G00Y661AAAAA") is None  # the last four bits are not zero
    assert length_of("HT1K7F29QXM3T8A0") is None
    assert length_of("HT1K7F29QXM3T8AU0") is None
    assert length_of("HT1K7F29QXM3T8A04") == 30

"""The short code of wishes: made by the table of docs/booking-files.md, and read back from any message."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wishing_round import ASKED, BOOKING, KARI, MADE, NOW, OLA, said, short_code, token_of

from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.answers.text_answers import answers_in_text
from heiltid.booking.answers.tokens import SIGNS, check, normalised
from heiltid.booking.wishing.code import HEAD_BITS, WISH_BITS, decode, encode
from heiltid.booking.wishing.said import WISHED, HomeWish, RawWishes, Said

wishes = st.builds(
    HomeWish,
    day=st.integers(0, 363),
    what=st.integers(0, len(WISHED) - 1),
    negated=st.booleans(),
    strong=st.booleans(),
)
answers = st.builds(
    Said,
    wishes=st.lists(wishes, max_size=30, unique_by=lambda wish: wish.day).map(
        lambda found: tuple(sorted(found))
    ),
    percent=st.none() | st.integers(0, 100),
    weekend_every=st.none() | st.integers(0, 14),
    long_shifts=st.none() | st.booleans(),
)


def read(text: str) -> list[RawAnswer | RawWishes | Refused]:
    return list(answers_in_text(text, BOOKING, Source()))


def test_the_bits_of_a_small_answer_by_hand() -> None:
    # 1 wish: 000000001; from 10 May 09:00 to 18 May 08:00 are 7 days and 23 hours, 11 460 minutes:
    # 00000010110011000100; 80 % + 1 = 81: 1010001; every 3rd + 1 = 4: 0100; yes: 01;
    # day 19 (week 3, Saturday): 000010011, what off 000, not turned 0, strong 1. 56 bits, padded to 60.
    bits = "000000001" + "00000010110011000100" + "1010001" + "0100" + "01" + "000010011" + "000" + "0" + "1"
    assert len(bits) == HEAD_BITS + WISH_BITS == 56
    padded = bits + "0000"
    body = "".join(SIGNS[int(padded[at : at + 5], 2)] for at in range(0, 60, 5))
    code = short_code(said("3.6=F!", percent=80, weekend_every=3, long_shifts=True))
    plain = code.replace("-", "")
    assert plain[:15] == "HW1W3TA" + token_of(KARI)[:8]
    assert plain[15:-5] == body
    assert code.startswith("HW1-W3TA-")


@given(answers, st.text("abc xyz.,", max_size=10))
def test_every_answer_comes_back(answer: Said, after: str) -> None:
    code = encode(ASKED.code, token_of(KARI), answer, made_at=MADE, given_at=NOW)
    found = decode(normalised(code + after))
    assert found is not None
    assert found.said == answer
    assert found.fits(token_of(KARI))
    assert not found.fits(token_of(OLA))
    assert found.given_at(ASKED) == NOW.replace(second=0)


@given(answers, st.data())
def test_a_cut_or_changed_code_is_none(answer: Said, data: st.DataObject) -> None:
    signs = normalised(encode(ASKED.code, token_of(KARI), answer, made_at=MADE, given_at=NOW))
    cut = data.draw(st.integers(0, len(signs) - 1))
    assert decode(signs[:cut]) is None
    place = data.draw(st.integers(15, len(signs) - 1))
    other = data.draw(st.sampled_from(SIGNS.replace(signs[place], "")))
    changed = decode(signs[:place] + other + signs[place + 1 :])
    assert changed is None or not changed.fits(token_of(KARI))


def body_code(bits: str) -> str:
    """A code of those bits with a check that fits, by somebody who has the token."""
    padded = bits + "0" * (-len(bits) % 5)
    body = "".join(SIGNS[int(padded[at : at + 5], 2)] for at in range(0, len(padded), 5))
    text = f"HW1W3TA{token_of(KARI)[:8]}{body}"
    return text + check(token_of(KARI), text)


NO_WISH, MINUTES = "0" * 9, "0" * 20


@pytest.mark.parametrize(
    "bits",
    [
        NO_WISH + MINUTES + "1100110" + "0000" + "00",  # 101 %
        NO_WISH + MINUTES + "0000000" + "0000" + "11",  # long shifts neither yes nor no
        NO_WISH + MINUTES + "0000000" + "0000" + "00" + "001",  # padded with something
        "000000001" + MINUTES + "0000000" + "0000" + "00" + "000010011" + "101" + "00",  # no such shift
    ],
)
def test_what_no_page_writes_is_no_code_though_its_check_fits(bits: str) -> None:
    assert decode(body_code(NO_WISH + MINUTES + "0000001" + "0000" + "00")) is not None
    (found,) = read(body_code(bits))
    assert isinstance(found, Refused)
    assert found.why is NotAnAnswer.BROKEN_CODE


def test_a_code_in_a_message_is_read_whatever_broke_its_lines() -> None:
    code = short_code(said("3.6=F 4.2=-A", percent=80))
    message = f"> Hei!\n> {code[:20]}=\n> {code[20:].lower()}\nHelsing Kari"
    (found,) = read(message)
    assert isinstance(found, RawWishes)
    assert (found.list, found.token) == ("W3TA", token_of(KARI)[:8])
    assert found.said == said("3.6=F 4.2=-A", percent=80)
    assert found.given_at == NOW.replace(second=0)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (short_code(said("3.6=F"))[:-3], NotAnAnswer.BROKEN_CODE),
        (short_code(said("3.6=F"), secret=b"\1" * 32), NotAnAnswer.FOREIGN),
        (short_code(said("3.6=F")).replace("W3TA", "ZZZZ"), NotAnAnswer.UNKNOWN_LIST),
        (short_code(said("3.6=F"))[:-1] + "U", NotAnAnswer.BROKEN_CODE),
    ],
)
def test_codes_that_are_none(text: str, why: NotAnAnswer) -> None:
    found = read(text)
    assert [raw.why for raw in found if isinstance(raw, Refused)] == [why]
    assert len(found) == 1

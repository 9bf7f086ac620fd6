"""Personal codes that chance has made of letters alone: they are codes, and words are not."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

from answers import BOOKING, DEADLINE, KARI, sent_list

from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused
from heiltid.booking.answers.tokens import LETTERS, personal_code, token
from heiltid.exchange.booking.answer_files import read_text
from heiltid.model.asking import Booking

LIST = "HEPG"


def booking_of_letters() -> tuple[Booking, str]:
    """A booking in which Kari's code has no digit, and that code."""
    for number in count():
        secret = number.to_bytes(32, "big")
        short = token(secret, LIST, KARI, DEADLINE)[:8]
        if set(short) <= set(LETTERS):
            booking = replace(BOOKING, secret=secret, lists=(sent_list(LIST),))
            return booking, personal_code(LIST, token(secret, LIST, KARI, DEADLINE))
    raise AssertionError


def test_an_answer_typed_after_a_code_without_digits_is_read() -> None:
    booking, code = booking_of_letters()
    assert not any(sign.isdigit() for sign in code)
    (found,) = read_text(f"Hei!\n{code}: 3 gjerne, 5 kan\nHelsing Kari", booking)
    assert isinstance(found, RawAnswer)
    assert [choice.place for choice in found.choices] == [3, 5]


def test_words_of_that_form_are_no_codes() -> None:
    booking, _ = booking_of_letters()
    (found,) = read_text("Om hepg-svartene: 3 gjerne", booking)
    assert isinstance(found, Refused)
    assert found.why is NotAnAnswer.NO_CODE

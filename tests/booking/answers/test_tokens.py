"""Secrets, codes, tokens and checks of booking from home."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from heiltid.booking.answers import tokens
from heiltid.booking.answers.tokens import (
    SIGNS,
    check,
    new_list_code,
    new_secret,
    normalised,
    number_of,
    personal_code,
    token,
)

DEADLINE = datetime(2027, 5, 20, 12)


def test_a_token_is_the_first_160_bits_of_the_hmac_as_the_contract_says() -> None:
    secret = bytes(range(32))
    digest = hmac.new(secret, b"heiltid|1|K7F2|1007|2027-05-20T12:00", hashlib.sha256).digest()
    bits = "".join(f"{byte:08b}" for byte in digest)[:160]
    by_hand = "".join(SIGNS[int(bits[at : at + 5], 2)] for at in range(0, 160, 5))
    assert token(secret, "K7F2", "1007", DEADLINE) == by_hand
    assert personal_code("K7F2", by_hand) == f"K7F2-{by_hand[:8]}"


def test_list_person_deadline_and_secret_each_change_the_token() -> None:
    secret = bytes(32)
    other = DEADLINE.replace(minute=1)
    found = {
        token(secret, "K7F2", "1", DEADLINE),
        token(secret, "K7F3", "1", DEADLINE),
        token(secret, "K7F2", "2", DEADLINE),
        token(secret, "K7F2", "1", other),
        token(b"\1" * 32, "K7F2", "1", DEADLINE),
    }
    assert len(found) == 5


def test_a_check_is_the_first_25_bits_of_an_hmac_with_the_token() -> None:
    # RFC 4231, test case 2, begins 5bdcc146:
    # 01011 01111 01110 01100 00010 (1000110): signs 11, 15, 14, 12 and 2 are B, F, E, C and 2.
    assert check("Jefe", "what do ya want for nothing?") == "BFEC2"


def test_a_check_seen_once_tells_nothing_of_another() -> None:
    # With a CRC the checks of two answers differ by the same signs whoever's token it is.
    one, other = "9QXM3T8A" * 4, "7QXM3T8A" * 4
    told = [number_of(check(who, "HT1A")) ^ number_of(check(who, "HT1B")) for who in (one, other)]
    assert told[0] != told[1]


def test_signs_are_read_as_people_write_them() -> None:
    assert normalised(" k7f2 \u2013 9qxm\u00a03t8a\r\n") == "K7F29QXM3T8A"
    assert normalised("oO iI lL") == "001111"
    assert normalised("a\u00adb\u200bc\u2011d") == "ABCD"
    assert normalised("K7F2:3") == "K7F2:3"  # what is no sign stays, and is no code
    assert normalised("\u0131\u017f\u00df") == "\u0131\u017f\u00df"  # nor letters that only look like signs


def test_a_list_code_is_new_and_never_taken_for_a_number_or_a_short_code() -> None:
    found = {new_list_code(()) for _ in range(500)}
    assert len(found) > 480
    assert all(len(code) == 4 and code[0].isalpha() and set(code) <= set(SIGNS) for code in found)


def test_a_list_code_that_is_taken_is_not_used_again(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    falls = iter("K7F2HT1AK7F3")
    monkeypatch.setattr(tokens.secrets, "choice", lambda signs: next(falls))
    assert new_list_code({"K7F2"}) == "K7F3"


def test_secrets_are_long_and_by_chance() -> None:
    assert len(new_secret()) == 32
    assert new_secret() != new_secret()

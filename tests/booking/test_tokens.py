"""Secrets, codes, tokens and checks of booking from home."""

from __future__ import annotations

import hashlib
import hmac
from datetime import datetime

from heiltid.booking import tokens
from heiltid.booking.tokens import SIGNS, check, new_list_code, new_secret, normalised, personal_code, token

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


def test_a_check_is_the_highest_25_bits_of_the_crc_of_token_and_text() -> None:
    # CRC-32 of "123456789" is CBF43926 (the standard's own example):
    # 11001 01111 11010 00011 10010 0100110: signs 25, 15, 26, 3 and 18 are S, F, T, 3 and J.
    assert _check_of_raw("123456789") == "SFT3J"
    assert check("1234", "K") == _check_of_raw("1234|K")


def _check_of_raw(text: str) -> str:
    from zlib import crc32

    bits = f"{crc32(text.encode()):032b}"[:25]
    return "".join(SIGNS[int(bits[at : at + 5], 2)] for at in range(0, 25, 5))


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

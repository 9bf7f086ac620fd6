"""Who an answer is from and whether it was tampered with: secrets, list codes, tokens and checks.

The signs and the messages: docs/booking-files.md, "Names and tokens".
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Collection, Iterator
from datetime import datetime

from heiltid.model.asking import Booking, SentList, WishRound

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LETTERS = SIGNS[10:]
BITS_OF_A_SIGN = 5
LIST_SIGNS = 4
TOKEN_SIGNS = 32
SHORT_TOKEN_SIGNS = 8
CHECK_SIGNS = 5
CODE_START = "HT1"  # of a short code
WISHES_START = "HW1"  # of a short code of wishes
NO_LIST = (CODE_START, WISHES_START)  # no list's code begins so
SECRET_BYTES = 32

# Every kind of hyphen, space and invisible sign that mail programs and word processors put into codes.
HYPHENS = "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
SPACES = " \t\r\n\v\f\u0085\u00a0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
LEFT_OUT = HYPHENS + SPACES + INVISIBLE
_AS_SIGNS = str.maketrans(
    {
        **{sign.lower(): sign for sign in LETTERS},
        **dict.fromkeys("oO", "0"),
        **dict.fromkeys("iIlL", "1"),
        **dict.fromkeys(LEFT_OUT, ""),
    }
)


def new_secret() -> bytes:
    """The key of a unit's file: 32 bytes by chance."""
    return secrets.token_bytes(SECRET_BYTES)


def new_list_code(taken: Collection[str]) -> str:
    """The code of a new list, none of those taken; a letter first, so that nothing reads it as a number.

    taken: of all lists and all questions about wishes.
    """
    while True:
        code = secrets.choice(LETTERS) + "".join(secrets.choice(SIGNS) for _ in range(LIST_SIGNS - 1))
        if code not in taken and not code.startswith(NO_LIST):
            return code


def token(secret: bytes, list_code: str, employee: str, deadline: datetime) -> str:
    """What one person proves with that an answer to one list is hers: 32 signs."""
    message = f"heiltid|1|{list_code}|{employee}|{deadline:%Y-%m-%dT%H:%M}"
    digest = hmac.digest(secret, message.encode(), "sha256")
    bits = TOKEN_SIGNS * BITS_OF_A_SIGN
    return signs_of(int.from_bytes(digest[: bits // 8]), TOKEN_SIGNS)


def personal_code(list_code: str, token: str) -> str:
    """List and person in one: K7F2-9QXM3T8A."""
    return f"{list_code}-{token[:SHORT_TOKEN_SIGNS]}"


def check(token: str, text: str) -> str:
    """Five signs that tell whether a text is as it was written by somebody who has the token."""
    digest = hmac.digest(token.encode(), text.encode(), "sha256")
    return signs_of(int.from_bytes(digest[:4]) >> (32 - CHECK_SIGNS * BITS_OF_A_SIGN), CHECK_SIGNS)


def normalised(text: str) -> str:
    """A code as it is compared: large letters, O as 0, I and L as 1, without spaces and hyphens.

    Whatever else stands in it is left: it is no code then.
    """
    return text.translate(_AS_SIGNS)


def signs_of(number: int, count: int) -> str:
    """A number as so many signs, the highest five bits first."""
    return "".join(
        SIGNS[number >> BITS_OF_A_SIGN * place & len(SIGNS) - 1] for place in range(count - 1, -1, -1)
    )


def number_of(signs: str) -> int:
    """The number of some signs. Raises ValueError for one that is none of them."""
    number = 0
    for sign in signs:
        number = number << BITS_OF_A_SIGN | SIGNS.index(sign)
    return number


def asked_in(sent: SentList | WishRound) -> tuple[str, ...]:
    """Everybody a list or a question about wishes was made for."""
    if isinstance(sent, WishRound):
        return sent.asked
    return tuple(offer.employee for offer in sent.offers)


def tokens_of(secret: bytes, sent: SentList | WishRound) -> Iterator[tuple[str, str]]:
    """Everybody asked, each with her token."""
    for employee in asked_in(sent):
        yield employee, token(secret, sent.code, employee, sent.deadline)


def holder_of(secret: bytes, sent: SentList | WishRound, given: str) -> tuple[str, str] | None:
    """Whose token it is, all of it or its first eight signs, with the whole of it; None: nobody's.

    All are compared, each in the same time whatever its signs: how long it takes tells nothing.
    """
    found = None
    for employee, whole in tokens_of(secret, sent):
        known = whole[:SHORT_TOKEN_SIGNS] if len(given) == SHORT_TOKEN_SIGNS else whole
        if hmac.compare_digest(known.encode(), given.encode(errors="replace")):
            found = employee, whole
    return found


def are_told_apart(secret: bytes, sent: SentList | WishRound) -> bool:
    """Whether no two people's tokens begin with the same eight signs."""
    beginnings = [whole[:SHORT_TOKEN_SIGNS] for _, whole in tokens_of(secret, sent)]
    return len(set(beginnings)) == len(beginnings)


class Holders:
    """Who answers are from, for many of them: the same token is looked up once."""

    def __init__(self, booking: Booking) -> None:
        self._booking = booking
        self._known: dict[tuple[str, str], tuple[str, str] | None] = {}

    def of(self, list_code: str, given: str) -> tuple[str, str] | None:
        """As `holder_of`, of a list or a question about wishes by its code; None also where there is none."""
        sent = self._booking.list_of(list_code) or self._booking.round_of(list_code)
        if sent is None:
            return None
        key = list_code, given
        if key not in self._known:
            self._known[key] = holder_of(self._booking.secret, sent, given)
        return self._known[key]

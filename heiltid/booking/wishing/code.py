"""The short code of wishes, HW1: a whole answer in few signs. Its form: docs/booking-files.md."""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from datetime import datetime, timedelta

from heiltid.booking.answers.tokens import (
    BITS_OF_A_SIGN,
    CHECK_SIGNS,
    LIST_SIGNS,
    SHORT_TOKEN_SIGNS,
    SIGNS,
    WISHES_START,
    check,
    number_of,
    signs_of,
)
from heiltid.booking.wishing.said import MOST_PERCENT, MOST_WEEKEND_EVERY, WISHED, HomeWish, Said
from heiltid.model.asking import WishRound

COUNT_BITS, MINUTES_BITS, PERCENT_BITS, WEEKEND_BITS, LONG_BITS = 9, 20, 7, 4, 2
DAY_BITS, WHAT_BITS = 9, 3
WISH_BITS = DAY_BITS + WHAT_BITS + 2
HEAD_BITS = COUNT_BITS + MINUTES_BITS + PERCENT_BITS + WEEKEND_BITS + LONG_BITS
LATEST_MINUTE = 2**MINUTES_BITS - 1
GROUP = 4
BODY_AT = len(WISHES_START) + LIST_SIGNS + SHORT_TOKEN_SIGNS
COUNT_SIGNS = -(-COUNT_BITS // BITS_OF_A_SIGN)
_LONG = (None, True, False)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishCode:
    """What a short code says. token: its first 8 signs; minutes: since the round was made.

    length: signs of the whole code.
    """

    list: str
    token: str
    minutes: int
    said: Said
    check: str
    checked: str  # the text the check is over
    length: int

    def fits(self, token: str) -> bool:
        """Whether it was made by somebody who has the whole token, and nothing in it was changed."""
        return hmac.compare_digest(self.check, check(token, self.checked))

    def given_at(self, asked: WishRound) -> datetime:
        """When the answer was given, whole minutes."""
        return asked.made_at.replace(second=0, microsecond=0) + timedelta(minutes=self.minutes)


def encode(list_code: str, token: str, said: Said, *, made_at: datetime, given_at: datetime) -> str:
    """The short code of an answer, in groups of four.

    A time before the round was made (a clock that is wrong) counts as the minute it was made.
    """
    minutes = (given_at - made_at.replace(second=0, microsecond=0)) // timedelta(minutes=1)
    parts = [
        (len(said.wishes), COUNT_BITS),
        (min(max(0, minutes), LATEST_MINUTE), MINUTES_BITS),
        (0 if said.percent is None else said.percent + 1, PERCENT_BITS),
        (0 if said.weekend_every is None else said.weekend_every + 1, WEEKEND_BITS),
        (_LONG.index(said.long_shifts), LONG_BITS),
    ]
    for wish in sorted(said.wishes):
        parts += [(wish.day, DAY_BITS), (wish.what, WHAT_BITS), (wish.negated, 1), (wish.strong, 1)]
    bits = 0
    for number, width in parts:
        bits = bits << width | number
    count = len(said.wishes)
    body = signs_of(bits << _padding(count), _body_signs(count))
    text = f"{WISHES_START}{list_code}{token[:SHORT_TOKEN_SIGNS]}{body}"
    rest = text[len(WISHES_START) :] + check(token, text)
    return "-".join([WISHES_START, *(rest[place : place + GROUP] for place in range(0, len(rest), GROUP))])


def decode(signs: str) -> WishCode | None:
    """The code at the beginning of some normalised signs, whatever follows; None: cut, or no code."""
    length = length_of(signs)
    if length is None or len(signs) < length or not set(signs[:length]) <= set(SIGNS):
        return None
    end = length - CHECK_SIGNS
    body = signs[BODY_AT:end]
    bits = _Bits(number_of(body), len(body) * BITS_OF_A_SIGN)
    count, minutes = bits.take(COUNT_BITS), bits.take(MINUTES_BITS)
    percent, every, long_shifts = bits.take(PERCENT_BITS), bits.take(WEEKEND_BITS), bits.take(LONG_BITS)
    is_ours = percent <= MOST_PERCENT + 1 and every <= MOST_WEEKEND_EVERY + 1 and long_shifts < len(_LONG)
    wishes = _wishes(bits, count) if is_ours else None
    if wishes is None or bits.take(bits.left):
        return None
    return WishCode(
        list=signs[len(WISHES_START) : len(WISHES_START) + LIST_SIGNS],
        token=signs[len(WISHES_START) + LIST_SIGNS : BODY_AT],
        minutes=minutes,
        said=Said(
            wishes=tuple(sorted(wishes)),
            percent=percent - 1 if percent else None,
            weekend_every=every - 1 if every else None,
            long_shifts=_LONG[long_shifts],
        ),
        check=signs[end:length],
        checked=signs[:end],
        length=length,
    )


def length_of(signs: str) -> int | None:
    """How many signs the code has that they begin with, as soon as that can be told; None: not yet, never."""
    counted = signs[BODY_AT : BODY_AT + COUNT_SIGNS]
    if not signs.startswith(WISHES_START) or len(counted) < COUNT_SIGNS or not set(counted) <= set(SIGNS):
        return None
    count = number_of(counted) >> COUNT_SIGNS * BITS_OF_A_SIGN - COUNT_BITS
    return BODY_AT + _body_signs(count) + CHECK_SIGNS


class _Bits:
    """A row of bits, taken from its beginning."""

    def __init__(self, number: int, left: int) -> None:
        self._number = number
        self.left = left

    def take(self, count: int) -> int:
        """The next so many, as a number."""
        self.left -= count
        return self._number >> self.left & (1 << count) - 1


def _wishes(bits: _Bits, count: int) -> list[HomeWish] | None:
    """None: one of them is for nothing there is."""
    found = []
    for _ in range(count):
        day, what, negated, strong = bits.take(DAY_BITS), bits.take(WHAT_BITS), bits.take(1), bits.take(1)
        if what >= len(WISHED):
            return None
        found.append(HomeWish(day=day, what=what, negated=bool(negated), strong=bool(strong)))
    return found


def _body_signs(wishes: int) -> int:
    return -(-(HEAD_BITS + WISH_BITS * wishes) // BITS_OF_A_SIGN)


def _padding(wishes: int) -> int:
    return _body_signs(wishes) * BITS_OF_A_SIGN - HEAD_BITS - WISH_BITS * wishes

"""The short code: a whole answer in few signs, for an SMS or the text of an e-mail.

Its form: docs/booking-files.md, "The short code".
"""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from heiltid.booking.answers.tokens import (
    BITS_OF_A_SIGN,
    CHECK_SIGNS,
    CODE_START,
    LIST_SIGNS,
    SHORT_TOKEN_SIGNS,
    SIGNS,
    check,
    number_of,
    signs_of,
)
from heiltid.model.asking import Choice, SentList, Willingness

COUNT_BITS, HOURS_BITS, MINUTES_BITS, CHOICE_BITS = 10, 8, 20, 2
HEAD_BITS = COUNT_BITS + HOURS_BITS + MINUTES_BITS
MOST_PLACES = 2**COUNT_BITS - 1
MOST_HOURS = 2**HOURS_BITS - 1
LATEST_MINUTE = 2**MINUTES_BITS - 1
GROUP = 4
BODY_AT = len(CODE_START) + LIST_SIGNS + SHORT_TOKEN_SIGNS
COUNT_SIGNS = COUNT_BITS // BITS_OF_A_SIGN
_WORDS = (None, Willingness.GLADLY, Willingness.CAN, Willingness.NO)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortCode:
    """What a short code says. token: its first 8 signs; words: for each offered place, in order.

    length: signs of the whole code; hours None: no limit; minutes: since the list was made.
    """

    list: str
    token: str
    hours: int | None
    minutes: int
    words: tuple[Willingness | None, ...]
    check: str
    checked: str  # the text the check is over
    length: int

    def fits(self, token: str) -> bool:
        """Whether it was made by somebody who has the whole token, and nothing in it was changed."""
        return hmac.compare_digest(self.check, check(token, self.checked))

    def choices(self, offered: Sequence[int]) -> tuple[Choice, ...]:
        """Its answers, by the numbers of the places offered. Raises ValueError for another count of them."""
        pairs = zip(offered, self.words, strict=True)
        return tuple(Choice(place=place, willingness=word) for place, word in pairs if word is not None)

    def given_at(self, sent: SentList) -> datetime:
        """When the answer was given, whole minutes."""
        return sent.made_at.replace(second=0, microsecond=0) + timedelta(minutes=self.minutes)


def encode(
    list_code: str,
    token: str,
    offered: Sequence[int],
    choices: Iterable[Choice],
    *,
    made_at: datetime,
    given_at: datetime,
    most_hours: int | None = None,
) -> str:
    """The short code of an answer, in groups of four.

    offered: the numbers of the places offered to her, at most 1023, in order; choices: to some of them.
    A time before the list was made (a clock that is wrong) counts as the minute it was made.
    """
    said = {choice.place: choice.willingness for choice in choices}
    minute = made_at.replace(second=0, microsecond=0)
    minutes = (given_at - minute) // timedelta(minutes=1)
    bits = len(offered) << HOURS_BITS | (most_hours or 0)
    bits = bits << MINUTES_BITS | min(max(0, minutes), LATEST_MINUTE)
    for place in offered:
        bits = bits << CHOICE_BITS | _WORDS.index(said.get(place))
    count = _body_signs(len(offered))
    body = signs_of(bits << _padding(len(offered)), count)
    text = f"{CODE_START}{list_code}{token[:SHORT_TOKEN_SIGNS]}{body}"
    rest = text[len(CODE_START) :] + check(token, text)
    return "-".join([CODE_START, *(rest[place : place + GROUP] for place in range(0, len(rest), GROUP))])


def decode(signs: str) -> ShortCode | None:
    """The code at the beginning of some normalised signs, whatever follows; None: cut, or no code."""
    length = length_of(signs)
    if length is None or len(signs) < length or not set(signs[:length]) <= set(SIGNS):
        return None
    end = length - CHECK_SIGNS
    bits = number_of(signs[BODY_AT:end])
    count = number_of(signs[BODY_AT : BODY_AT + COUNT_SIGNS])
    padding = _padding(count)
    if bits & (1 << padding) - 1:
        return None
    bits >>= padding
    words = [_WORDS[bits >> CHOICE_BITS * place & len(_WORDS) - 1] for place in range(count - 1, -1, -1)]
    bits >>= CHOICE_BITS * count
    return ShortCode(
        list=signs[len(CODE_START) : len(CODE_START) + LIST_SIGNS],
        token=signs[len(CODE_START) + LIST_SIGNS : BODY_AT],
        hours=(bits >> MINUTES_BITS & MOST_HOURS) or None,
        minutes=bits & LATEST_MINUTE,
        words=tuple(words),
        check=signs[end:length],
        checked=signs[:end],
        length=length,
    )


def length_of(signs: str) -> int | None:
    """How many signs the code has that they begin with, as soon as that can be told; None: not yet, never."""
    counted = signs[BODY_AT : BODY_AT + COUNT_SIGNS]
    if not signs.startswith(CODE_START) or len(counted) < COUNT_SIGNS or not set(counted) <= set(SIGNS):
        return None
    return BODY_AT + _body_signs(number_of(counted)) + CHECK_SIGNS


def _body_signs(places: int) -> int:
    return -(-(HEAD_BITS + CHOICE_BITS * places) // BITS_OF_A_SIGN)


def _padding(places: int) -> int:
    return _body_signs(places) * BITS_OF_A_SIGN - HEAD_BITS - CHOICE_BITS * places

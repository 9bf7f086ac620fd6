"""The file a page of wishes saves, read and written: docs/booking-files.md, "Wishes for the next rota"."""

from __future__ import annotations

import hmac
import json
from datetime import datetime
from typing import Any

from heiltid.booking.answers.raw_answers import Source
from heiltid.booking.answers.tokens import CHECK_SIGNS, LIST_SIGNS, TOKEN_SIGNS, check
from heiltid.booking.wishing.said import (
    MOST_PERCENT,
    MOST_WEEKEND_EVERY,
    WISHED,
    HomeWish,
    RawWishes,
    Said,
    checked_text,
    word_of,
)
from heiltid.exchange.booking.answer_fields import AlteredError, is_of, minute, signs, whole
from heiltid.model import DAYS_PER_WEEK
from heiltid.model.asking import Channel
from heiltid.ranges import MOST_WEEKS

KIND, VERSION = "wishes", 1
FIELDS = frozenset(
    {
        *("heiltid", "version", "list", "token", "given", "wanted", "weekend_every", "long_shifts"),
        *("wishes", "check"),
    }
)
_WISH_FIELDS = frozenset({"week", "day", "wish", "not", "strong"})
_WORDS = tuple(map(word_of, WISHED))


def wishes_in(found: dict[str, Any], source: Source) -> RawWishes:
    """What a page's file says that was found to be one of wishes. Raises AlteredError."""
    if set(found) != FIELDS:
        raise AlteredError
    list_code, token = signs(found["list"], LIST_SIGNS), signs(found["token"], TOKEN_SIGNS)
    given_at, said = minute(found["given"]), _said(found)
    expected = check(token, checked_text(list_code, found["given"], said))
    if not hmac.compare_digest(signs(found["check"], CHECK_SIGNS), expected):
        raise AlteredError
    return RawWishes(
        source=source, channel=Channel.PAGE, list=list_code, token=token, said=said, given_at=given_at
    )


def written_wishes(list_code: str, token: str, said: Said, *, given_at: datetime) -> str:
    """What a page saves."""
    given = f"{given_at:%Y-%m-%dT%H:%M}"
    return json.dumps(
        {
            "heiltid": KIND,
            "version": VERSION,
            "list": list_code,
            "token": token,
            "given": given,
            "wanted": said.percent,
            "weekend_every": said.weekend_every,
            "long_shifts": said.long_shifts,
            "wishes": [
                {
                    "week": wish.day // DAYS_PER_WEEK + 1,
                    "day": wish.day % DAYS_PER_WEEK + 1,
                    "wish": wish.word,
                    "not": wish.negated,
                    "strong": wish.strong,
                }
                for wish in sorted(said.wishes)
            ],
            "check": check(token, checked_text(list_code, given, said)),
        }
    )


def _said(found: dict[str, Any]) -> Said:
    wishes, percent, every = found["wishes"], found["wanted"], found["weekend_every"]
    long_shifts = found["long_shifts"]
    if not isinstance(wishes, list):
        raise AlteredError
    if long_shifts is not None and not is_of(long_shifts, bool):
        raise AlteredError
    ordered = tuple(sorted(map(_wish, wishes)))
    if len({wish.day for wish in ordered}) < len(ordered):
        raise AlteredError
    return Said(
        wishes=ordered,
        percent=None if percent is None else whole(percent, 0, MOST_PERCENT),
        weekend_every=None if every is None else whole(every, 0, MOST_WEEKEND_EVERY),
        long_shifts=long_shifts,
    )


def _wish(value: object) -> HomeWish:
    if not isinstance(value, dict) or set(value) != _WISH_FIELDS:
        raise AlteredError
    word = value["wish"]
    if not isinstance(word, str) or word not in _WORDS:
        raise AlteredError
    if not is_of(value["not"], bool) or not is_of(value["strong"], bool):
        raise AlteredError
    week, day = whole(value["week"], 1, MOST_WEEKS), whole(value["day"], 1, DAYS_PER_WEEK)
    return HomeWish(
        day=(week - 1) * DAYS_PER_WEEK + day - 1,
        what=_WORDS.index(word),
        negated=value["not"],
        strong=value["strong"],
    )

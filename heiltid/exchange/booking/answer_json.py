"""The file a page of open shifts saves, read and written: docs/booking-files.md, "The file of a page"."""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from heiltid.booking.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.short_code import MOST_HOURS
from heiltid.booking.tokens import CHECK_SIGNS, LIST_SIGNS, SIGNS, TOKEN_SIGNS, check
from heiltid.exchange.booking.strict_json import NotPlainError, plain_object
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Channel, Choice, Willingness

KIND, VERSION = "answer", 1
FIELDS = frozenset({"heiltid", "version", "list", "token", "given", "most_hours", "answers", "check"})
_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d", re.ASCII)


class _AlteredError(ValueError):
    """It is an answer, but not as a page saves it."""


def answer_of(text: str, source: Source) -> RawAnswer | Refused:
    """The answer in the text of a page's file."""
    try:
        found = plain_object(text)
    except NotPlainError:
        return Refused(source=source, why=NotAnAnswer.UNREADABLE)
    if found.get("heiltid") != KIND or not _is(found.get("version"), int) or found["version"] != VERSION:
        return Refused(source=source, why=NotAnAnswer.UNREADABLE)
    try:
        return _answer(found, source)
    except _AlteredError:
        return Refused(source=source, why=NotAnAnswer.ALTERED)


def written_answer(
    list_code: str,
    token: str,
    choices: Iterable[Choice],
    *,
    given_at: datetime,
    most_hours: int | None = None,
) -> str:
    """What a page saves."""
    ordered = sorted(choices, key=lambda choice: choice.place)
    given = f"{given_at:%Y-%m-%dT%H:%M}"
    return json.dumps(
        {
            "heiltid": KIND,
            "version": VERSION,
            "list": list_code,
            "token": token,
            "given": given,
            "most_hours": most_hours,
            "answers": [{"place": choice.place, "answer": choice.willingness.value} for choice in ordered],
            "check": check(token, checked_text(list_code, given, most_hours, ordered)),
        }
    )


def checked_text(list_code: str, given: str, most_hours: int | None, choices: Iterable[Choice]) -> str:
    """What the check of a page's file is over; the choices in the order of their places."""
    said = ",".join(f"{choice.place}={choice.willingness.value}" for choice in choices)
    return f"{list_code}|{given}|{'' if most_hours is None else most_hours}|{said}"


def _answer(found: dict[str, Any], source: Source) -> RawAnswer:
    if set(found) != FIELDS:
        raise _AlteredError
    list_code, token = _signs(found["list"], LIST_SIGNS), _signs(found["token"], TOKEN_SIGNS)
    choices = _choices(found["answers"])
    hours = found["most_hours"]
    if hours is not None and not (_is(hours, int) and 1 <= hours <= MOST_HOURS):
        raise _AlteredError
    given_at = _minute(found["given"])
    text = checked_text(list_code, found["given"], hours, choices)
    if not hmac.compare_digest(_signs(found["check"], CHECK_SIGNS), check(token, text)):
        raise _AlteredError
    return RawAnswer(
        source=source,
        channel=Channel.PAGE,
        list=list_code,
        token=token,
        choices=choices,
        most_minutes=None if hours is None else hours * MINUTES_PER_HOUR,
        given_at=given_at,
    )


def _is(value: object, kind: type) -> bool:
    """Whether it is of that very type: true is no number here."""
    return type(value) is kind


def _signs(value: object, count: int) -> str:
    if not isinstance(value, str) or len(value) != count or not set(value) <= set(SIGNS):
        raise _AlteredError
    return value


def _minute(value: object) -> datetime:
    if not isinstance(value, str) or _MINUTE.fullmatch(value) is None:
        raise _AlteredError
    try:
        return datetime.fromisoformat(value)
    except ValueError as error:
        raise _AlteredError from error


def _choices(value: object) -> tuple[Choice, ...]:
    """The answers by their places, each place once."""
    if not isinstance(value, list):
        raise _AlteredError
    choices = sorted(map(_choice, value), key=lambda choice: choice.place)
    if len({choice.place for choice in choices}) < len(choices):
        raise _AlteredError
    return tuple(choices)


def _choice(value: object) -> Choice:
    if not isinstance(value, dict) or set(value) != {"place", "answer"}:
        raise _AlteredError
    place, said = value["place"], value["answer"]
    if not _is(place, int) or not isinstance(said, str) or said not in set(Willingness):
        raise _AlteredError
    return Choice(place=place, willingness=Willingness(said))

"""The file a page of open shifts saves, read and written: docs/booking-files.md, "The file of a page"."""

from __future__ import annotations

import hmac
import json
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any

from heiltid.booking.answers.raw_answers import NotAnAnswer, RawAnswer, Refused, Source
from heiltid.booking.answers.short_code import MOST_HOURS
from heiltid.booking.answers.tokens import CHECK_SIGNS, LIST_SIGNS, TOKEN_SIGNS, check
from heiltid.booking.wishing.said import Raw, RawWishes
from heiltid.exchange.booking import wish_json
from heiltid.exchange.booking.answer_fields import AlteredError, is_of, minute, signs
from heiltid.exchange.booking.strict_json import NotPlainError, plain_object
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Channel, Choice, Willingness

KIND, VERSION = "answer", 1
FIELDS = frozenset({"heiltid", "version", "list", "token", "given", "most_hours", "answers", "check"})


def answer_of(text: str, source: Source) -> Raw:
    """The answer in the text of a page's file, to a list or about wishes."""
    try:
        found = plain_object(text)
    except NotPlainError:
        return Refused(source=source, why=NotAnAnswer.UNREADABLE)
    read = _READERS.get(str(found.get("heiltid")))
    if read is None or not is_of(found.get("version"), int) or found["version"] != VERSION:
        return Refused(source=source, why=NotAnAnswer.UNREADABLE)
    try:
        return read(found, source)
    except AlteredError:
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
        raise AlteredError
    list_code, token = signs(found["list"], LIST_SIGNS), signs(found["token"], TOKEN_SIGNS)
    choices = _choices(found["answers"])
    hours = found["most_hours"]
    if hours is not None and not (is_of(hours, int) and 1 <= hours <= MOST_HOURS):
        raise AlteredError
    given_at = minute(found["given"])
    text = checked_text(list_code, found["given"], hours, choices)
    if not hmac.compare_digest(signs(found["check"], CHECK_SIGNS), check(token, text)):
        raise AlteredError
    return RawAnswer(
        source=source,
        channel=Channel.PAGE,
        list=list_code,
        token=token,
        choices=choices,
        most_minutes=None if hours is None else hours * MINUTES_PER_HOUR,
        given_at=given_at,
    )


def _choices(value: object) -> tuple[Choice, ...]:
    """The answers by their places, each place once."""
    if not isinstance(value, list):
        raise AlteredError
    choices = sorted(map(_choice, value), key=lambda choice: choice.place)
    if len({choice.place for choice in choices}) < len(choices):
        raise AlteredError
    return tuple(choices)


def _choice(value: object) -> Choice:
    if not isinstance(value, dict) or set(value) != {"place", "answer"}:
        raise AlteredError
    place, said = value["place"], value["answer"]
    if not is_of(place, int) or not isinstance(said, str) or said not in set(Willingness):
        raise AlteredError
    return Choice(place=place, willingness=Willingness(said))


_READERS: Mapping[str, Callable[[dict[str, Any], Source], RawAnswer | RawWishes]] = {
    KIND: _answer,
    wish_json.KIND: wish_json.wishes_in,
}

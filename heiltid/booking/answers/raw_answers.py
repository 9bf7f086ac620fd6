"""Answers as they were read from files and text, before anything in them is believed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from heiltid.model.asking import Channel, Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an answer stood. name: of the file, "" for pasted text; place: a line or a cell, "" for all."""

    name: str = ""
    place: str = ""


class NotAnAnswer(StrEnum):
    """Why an answer is refused; the sentence is `booking_answer.refused.<value>` in the catalogue."""

    UNREADABLE = "unreadable"  # not a file of a kind that holds answers, or a broken one
    TOO_LARGE = "too_large"
    BROKEN_CODE = "broken_code"  # cut, a sign too much, or the check does not fit
    ALTERED = "altered"  # the check of a file does not fit what stands in it
    NO_CODE = "no_code"  # nothing says whose answer it is
    UNKNOWN_LIST = "unknown_list"  # of another unit, or another file of it
    FOREIGN = "foreign"  # the token is nobody's on that list
    NOT_OFFERED = "not_offered"  # a place that was not offered to her
    UNKNOWN_WORD = "unknown_word"  # none of the answers
    CONTRADICTS = "contradicts"  # two answers to one place, or two typed answers at once
    EMPTY = "empty"  # nothing is answered
    BAD_HOURS = "bad_hours"
    SETTLED = "settled"
    NO_SUCH_DAY = "no_such_day"  # a wish for a day that is none of the rota's
    UNKNOWN_WISH = "unknown_wish"


@dataclass(frozen=True, slots=True, kw_only=True)
class RawAnswer:
    """What one answer says. token: all its 32 signs or, in codes and by hand, the first 8."""

    source: Source
    channel: Channel
    list: str
    token: str
    choices: tuple[Choice, ...]
    most_minutes: int | None = None
    given_at: datetime | None = None  # local wall clock; None: the answer does not say


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that is no answer, or not one that counts. found: the text in question, shortened.

    number: of the place it is about, "" where it is about none or more than can be said.
    """

    source: Source
    why: NotAnAnswer
    found: str = ""
    employee: str | None = None  # whom it is from, where that is known
    number: str = ""


LONGEST_FOUND = 60


def shortened(text: str) -> str:
    """Something found in an answer as it can be shown: on one line, without signs that are none, not long."""
    plain = " ".join(
        "".join(sign if sign.isprintable() else " " for sign in text[: LONGEST_FOUND * 4]).split()
    )
    return plain if len(plain) <= LONGEST_FOUND else plain[: LONGEST_FOUND - 1].rstrip() + "…"

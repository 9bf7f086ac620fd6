"""Answers in a message that nothing tells the giver of: they are told, and never lost without a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from heiltid.booking.answers.message import Message
from heiltid.booking.answers.raw_answers import NotAnAnswer, Refused, Source, shortened
from heiltid.booking.answers.typed_clauses import NUMBERED

_TAKES = r"ja|yes|kan|can|vil|will|gjerne|gladly|want|tek|tar|take|nei|no|ikkje|ikke|not|ønskjer|ønsker|ok"
_BETWEEN = rf"{_TAKES}|eg|jeg|i|ta|ha|have|få|jobbe|arbeide|gå|work|til|to"
# A yes or a no right beside a number: "kan ta nr. 1", "3 gjerne".
_ANSWERED = re.compile(
    rf"""\b(?:{_TAKES})\b(?:[ ]+(?:{_BETWEEN})){{0,5}}(?:[ :]+(?:{"|".join(NUMBERED)})\b\.?)?
        [ :]*\b\d{{1,4}}(?![\d:])
    |\b\d{{1,4}}[.:]?[ ]*(?:(?:eg|jeg|i)[ ]+)?\b(?:{_TAKES})\b""",
    re.IGNORECASE | re.VERBOSE,
)


def looks_answered(line: str) -> bool:
    """Whether somebody answers in a line of text, code or no code."""
    return _ANSWERED.search(line) is not None


def unclaimed(message: Message, read: Collection[int], depth: int, source: Source) -> Iterator[Refused]:
    """What looks like an answer on lines that belong to no code, paragraph by paragraph.

    read: the lines, from 0, that were read as somebody's; depth: what is quoted deeper is not looked at.
    """
    paragraph: list[str] = []
    first: int | None = None
    for number, line in enumerate([*message.text.split("\n"), ""]):
        is_past = number >= len(message.depths) or number in read or message.depths[number] > depth
        if is_past or not line.strip():
            if first is not None:
                at = replace(source, place=str(first + 1))
                yield Refused(source=at, why=NotAnAnswer.NO_CODE, found=shortened(" ".join(paragraph)))
            paragraph, first = [], None
            continue
        paragraph.append(line)
        if first is None and looks_answered(line):
            first = number

"""Which of one person's answers to one round counts: docs/booking-files.md, "Which answer counts"."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TypeAlias

from heiltid.booking.wishing.said import Said, checked_text, said_in
from heiltid.model.asking import WishAnswer

Rank: TypeAlias = tuple[datetime, datetime, bool, str]
Mark: TypeAlias = tuple[str, str, Said, datetime | None]


def rank(answer: WishAnswer) -> Rank:
    """Of one person's answers the one that ranks highest counts, whatever order they were read in.

    The later one does. Of two given in the same minute nobody can tell
    the later: the one that says yes to long shifts does not count, then any, but always the same one.
    """
    return (
        answer.given_at,
        answer.claimed_at or datetime.min,
        answer.long_shifts is not True,
        checked_text("", "", said_in(answer)),
    )


def mark(answer: WishAnswer) -> Mark:
    """By what an answer is known again, from whatever file: who says what, and when by its own words."""
    return (
        answer.round,
        answer.employee,
        said_in(answer),
        answer.claimed_at,
    )


def in_order(answers: Iterable[WishAnswer]) -> tuple[WishAnswer, ...]:
    """The answers as a booking keeps them: by round and person, the one that counts last."""
    return tuple(sorted(answers, key=lambda answer: (answer.round, answer.employee, rank(answer))))

"""Which of several answers of one person to one list counts: docs/booking-files.md, "Which answer counts"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from heiltid.model.asking import Answer, Booking, Channel, Choice, Willingness

Rank: TypeAlias = tuple[bool, datetime, datetime, int, bool, int, tuple[tuple[int, str], ...]]
Mark: TypeAlias = tuple[str, str, tuple[Choice, ...], int | None, datetime | None, bool]


def rank(answer: Answer) -> Rank:
    """Of one person's answers the one that ranks highest counts, whatever order they were read in.

    The leader's own is above all, then the later one. Of two given in the same minute nobody can tell
    the later: the more careful counts, with fewer shifts said yes to and fewer hours, so that nobody
    gets what she may have said no to.
    """
    yes = sum(choice.willingness is not Willingness.NO for choice in answer.choices)
    return (
        answer.channel is Channel.LEADER,
        answer.given_at,
        answer.claimed_at or datetime.min,
        -yes,
        answer.most_minutes is not None,
        -(answer.most_minutes or 0),
        tuple((choice.place, choice.willingness.value) for choice in answer.choices),
    )


def mark(answer: Answer) -> Mark:
    """By what an answer is known again, from whatever file: who says what, and when by its own words."""
    return (
        answer.list,
        answer.employee,
        answer.choices,
        answer.most_minutes,
        answer.claimed_at,
        answer.channel is Channel.LEADER,
    )


def in_order(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """The answers as a booking keeps them: by list and person, the one that counts last."""
    return tuple(sorted(answers, key=lambda answer: (answer.list, answer.employee, rank(answer))))


def written_down(
    booking: Booking,
    list_code: str,
    employee: str,
    choices: Iterable[Choice],
    *,
    at: datetime,
    most_minutes: int | None = None,
) -> Booking:
    """The booking with what somebody told the leader, who wrote it down: no import replaces it.

    It takes the place of what the leader wrote before; what came from the person herself is kept below.
    """
    answer = Answer(
        list=list_code,
        employee=employee,
        choices=tuple(sorted(choices, key=lambda choice: choice.place)),
        most_minutes=most_minutes,
        given_at=at.replace(second=0, microsecond=0),
        received_at=at.replace(microsecond=0),
        channel=Channel.LEADER,
    )
    left = crossed_out(booking, list_code, employee)
    return replace(left, answers=in_order((*left.answers, answer)))


def crossed_out(booking: Booking, list_code: str, employee: str) -> Booking:
    """The booking without what the leader wrote down for somebody: her own newest answer counts again."""
    own = (list_code, employee, Channel.LEADER)
    kept = (entry for entry in booking.answers if (entry.list, entry.employee, entry.channel) != own)
    return replace(booking, answers=tuple(kept))

"""A small list that has been sent, and answers to it through every channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from heiltid.booking.answers.short_code import encode
from heiltid.booking.answers.tokens import personal_code, token
from heiltid.exchange.booking.answer_json import written_answer
from heiltid.model.asking import Booking, Choice, PersonOffer, SentList, Willingness
from heiltid.model.booking import OpenPlace, OpenWhy, Refusal, Standing

MADE = datetime(2027, 5, 10, 9, 0, 30)
DEADLINE = datetime(2027, 5, 20, 12, 0)
NOW = datetime(2027, 5, 18, 8, 0, 12)
FIRST = date(2027, 6, 21)
GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO
KARI, OLA, EVA = "1007", "1008", "1009"
# Who may take what: Kari the odd places, Ola all, Eva none; so that what one says fits nobody else.
OFFERED = {KARI: (1, 3, 5, 7, 9), OLA: tuple(range(1, 11)), EVA: ()}
LETTERS = {"g": GLADLY, "c": CAN, "n": NO}


def place(number: int) -> OpenPlace:
    return OpenPlace(
        number=number,
        on=FIRST + timedelta(days=number),
        code="D1",
        start_minute=450,
        end_minute=900,
        competence=None,
        why=OpenWhy.UNDERSTAFFED,
    )


def offer(employee: str) -> PersonOffer:
    may = OFFERED[employee]
    return PersonOffer(
        employee=employee,
        standings=tuple(
            Standing(place=number, employee=employee, refusal=None if number in may else Refusal.WORKS)
            for number in range(1, 11)
        ),
    )


def sent_list(code: str = "K7F2") -> SentList:
    return SentList(
        code=code,
        made_at=MADE,
        deadline=DEADLINE,
        places=tuple(map(place, range(1, 11))),
        offers=tuple(map(offer, OFFERED)),
    )


BOOKING = Booking(secret=bytes(range(32)), lists=(sent_list(), sent_list("M3TA")))


def settled(booking: Booking = BOOKING, code: str = "K7F2") -> Booking:
    sent = booking.list_of(code)
    assert sent is not None
    return booking.with_list(replace(sent, settled_at=NOW))


def token_of(employee: str, code: str = "K7F2", secret: bytes = BOOKING.secret) -> str:
    return token(secret, code, employee, DEADLINE)


def code_of(employee: str, code: str = "K7F2") -> str:
    """The personal code."""
    return personal_code(code, token_of(employee, code))


def choices(words: str) -> tuple[Choice, ...]:
    """ "3g 5c 7n" as choices."""
    return tuple(Choice(place=int(word[:-1]), willingness=LETTERS[word[-1]]) for word in words.split())


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A time in May 2027."""
    return datetime(2027, 5, day, hour, minute)


def page_file(
    words: str,
    employee: str = KARI,
    *,
    given: datetime = NOW,
    hours: int | None = None,
    code: str = "K7F2",
    secret: bytes = BOOKING.secret,
) -> str:
    """What the page saves."""
    whole = token_of(employee, code, secret)
    return written_answer(code, whole, choices(words), given_at=given, most_hours=hours)


def short_code(
    words: str,
    employee: str = KARI,
    *,
    given: datetime = NOW,
    hours: int | None = None,
    code: str = "K7F2",
    secret: bytes = BOOKING.secret,
) -> str:
    """What the page shows."""
    return encode(
        code,
        token_of(employee, code, secret),
        OFFERED[employee],
        choices(words),
        made_at=MADE,
        given_at=given,
        most_hours=hours,
    )


WORDS = {GLADLY: "gjerne", CAN: "kan", NO: "nei"}


def typed(words: str, employee: str = KARI, *, hours: int | None = None, code: str = "K7F2") -> str:
    """What somebody writes by hand."""
    said = [f"{choice.place} {WORDS[choice.willingness]}" for choice in choices(words)]
    limit = [] if hours is None else [f"høgst {hours} timar"]
    return f"{code_of(employee, code)}: {', '.join([*said, *limit])}"

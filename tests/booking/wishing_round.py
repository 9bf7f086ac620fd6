"""A small question about wishes, people to answer it, and answers through every channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from builders import person, unit

from heiltid.booking.answers.tokens import personal_code, token
from heiltid.booking.wishing.code import encode
from heiltid.booking.wishing.said import WISHED, HomeWish, Said
from heiltid.exchange.booking.wish_json import written_wishes
from heiltid.model import ShiftKind, UnitFile
from heiltid.model.asking import Booking, WishRound

MADE = datetime(2027, 5, 10, 9, 0, 30)
DEADLINE = datetime(2027, 5, 31, 12, 0)
NOW = datetime(2027, 5, 18, 8, 0, 12)
FIRST = date(2027, 8, 30)
KARI, OLA = "1007", "1008"
ASKED = WishRound(code="W3TA", made_at=MADE, deadline=DEADLINE, first=FIRST, weeks=6, asked=(KARI, OLA))
BOOKING = Booking(secret=bytes(range(32)), wish_rounds=(ASKED,))
UNIT = unit(
    6,
    start=FIRST,
    employees=(person(KARI, 7_500, name="Kari Nes"), person(OLA, 5_000, name="Ola Vik", long_shifts=True)),
)
FILE = UnitFile(unit=UNIT, booking=BOOKING)
KINDS = {"F": None, **{kind.value: kind for kind in ShiftKind}}


def wish(words: str) -> HomeWish:
    """ "3.6=F" free on the Saturday of week 3; "-N" no night; "F!" strongly."""
    when, what = words.split("=")
    week, weekday = map(int, when.split("."))
    return HomeWish(
        day=(week - 1) * 7 + weekday - 1,
        what=WISHED.index(KINDS[what.strip("-!")]),
        negated=what.startswith("-"),
        strong=what.endswith("!"),
    )


def said(words: str = "", **more: Any) -> Said:
    """ "3.6=F 4.2=A!" as what is said."""
    return Said(wishes=tuple(sorted(map(wish, words.split()))), **more)


def token_of(employee: str, asked: WishRound = ASKED, secret: bytes = BOOKING.secret) -> str:
    return token(secret, asked.code, employee, asked.deadline)


def code_of(employee: str) -> str:
    """The personal code."""
    return personal_code(ASKED.code, token_of(employee))


def page_file(
    answer: Said, employee: str = KARI, *, given: datetime = NOW, secret: bytes = BOOKING.secret
) -> str:
    """What the page saves."""
    return written_wishes(ASKED.code, token_of(employee, secret=secret), answer, given_at=given)


def short_code(
    answer: Said, employee: str = KARI, *, given: datetime = NOW, secret: bytes = BOOKING.secret
) -> str:
    """What the page shows."""
    whole = token_of(employee, secret=secret)
    return encode(ASKED.code, whole, answer, made_at=MADE, given_at=given)


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A time in May 2027."""
    return datetime(2027, 5, day, hour, minute)


def with_people(file: UnitFile = FILE, **changes: Any) -> UnitFile:
    """The file with Kari changed."""
    kari, *others = file.unit.employees
    return replace(file, unit=replace(file.unit, employees=(replace(kari, **changes), *others)))

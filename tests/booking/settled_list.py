"""A settled list of four places in the week of Monday 21 June 2027, and what two people said to them.

Kari has 50 % and works D1 on Monday; Ola has 100 % and works D1 Monday to Friday.
  1  Tue D1  Kari (said gladly)      2  Wed A1  nobody (Kari: can)
  3  Thu D1  Kari (said can)         4  Sat L1  Ola (said gladly; Kari: can)
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from booking.rolls import booked, roll
from builders import person, row, unit

from heiltid.model import Absence, Unit
from heiltid.model.asking import (
    Allotment,
    Answer,
    Booking,
    BookingSettings,
    Channel,
    Choice,
    PersonOffer,
    SentList,
    Willingness,
)
from heiltid.model.booking import OpenPlace, OpenWhy, RollOut

MADE = datetime(2027, 6, 1, 9, 0)
SETTLED = datetime(2027, 6, 10, 12, 0)
TUE, WED, THU, SAT = (date(2027, 6, day) for day in (22, 23, 24, 26))
GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO


def ward(**names: str) -> Unit:
    """The unit, cyclic."""
    return unit(
        weeks=1,
        name="Solbakken",
        employees=(
            person("1", 5_000, name=names.get("kari", "Kari Nordmann"), max_bp=10_000, competence="nurse"),
            person("2", name="Ola Dunk", long_shifts=True),
        ),
    )


def place(number: int, on: date, code: str, start: int, end: int) -> OpenPlace:
    return OpenPlace(
        number=number,
        on=on,
        code=code,
        start_minute=start,
        end_minute=end,
        competence=None,
        why=OpenWhy.ABSENCE,
        whose="2",
    )


PLACES = (
    place(1, TUE, "D1", 450, 900),
    place(2, WED, "A1", 870, 1320),
    place(3, THU, "D1", 450, 900),
    place(4, SAT, "L1", 450, 1200),
)


def rolled_out(*absences: Absence, **names: str) -> RollOut:
    """The week with what the list gave."""
    decisions = (
        booked(TUE, "D1", at=SETTLED),
        booked(THU, "D1", at=SETTLED),
        booked(SAT, "L1", number="2", at=SETTLED),
    )
    lines = (row("D1 - - - - - -", "1", 5_000), row("D1 D1 D1 D1 D1 - -", "2"))
    return roll(ward(**names), *lines, absences=absences, decisions=decisions)


def answer(employee: str, **said: Willingness) -> Answer:
    """answer("1", p1=GLADLY): to place 1."""
    return Answer(
        list="K7F2",
        employee=employee,
        choices=tuple(Choice(place=int(key[1:]), willingness=word) for key, word in said.items()),
        given_at=MADE,
        received_at=MADE,
        channel=Channel.TYPED,
    )


def booking(*absences: Absence, **more: Any) -> Booking:
    """The whole of it; further words are fields of the settings, `told` is of the list."""
    told = more.pop("told", ())
    names = {"kari": more.pop("kari")} if "kari" in more else {}
    sent = SentList(
        code="K7F2",
        made_at=MADE,
        deadline=datetime(2027, 6, 8, 12),
        places=PLACES,
        offers=(PersonOffer(employee="2", standings=()), PersonOffer(employee="1", standings=())),
        allotments=(
            Allotment(place=1, employee="1"),
            Allotment(place=2, employee=None),
            Allotment(place=3, employee="1", by="Leiar", at=SETTLED),
            Allotment(place=4, employee="2"),
        ),
        told=told,
        settled_at=SETTLED,
    )
    return Booking(
        secret=bytes(32),
        rollout=rolled_out(*absences, **names),
        settings=replace(BookingSettings(), **more),
        lists=(sent,),
        answers=(answer("1", p1=GLADLY, p2=CAN, p3=CAN, p4=CAN), answer("2", p4=GLADLY, p1=NO)),
    )

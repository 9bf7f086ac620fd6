"""Solbakken's summer for pictures: one list settled, the next answered and shared out, some of it by hand."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, datetime, timedelta

from booking.robot import says
from booking.summer import FIRST, summer

from heiltid.booking.answers.sending import ListWish, new_list
from heiltid.booking.answers.which_counts import in_order
from heiltid.booking.settling.settled import settled
from heiltid.booking.sharing.deciding import decided, proposed
from heiltid.booking.sharing.shares import share_request
from heiltid.model import UnitFile
from heiltid.model.asking import Answer, Booking, BookingSettings, Channel, SentList
from solver.allocate import allocate

SECRET = bytes(range(32))
MADE = datetime(2027, 5, 10, 9, 0)
CHANNELS = (Channel.PAGE, Channel.CODE, Channel.WORKBOOK, Channel.TYPED)
SECONDS = 4.0
LEADER = "Ingrid Leiar"


def with_summer(file: UnitFile, seed: int = 1) -> UnitFile:
    """The sample laid out over the summer: six weeks settled, the last six shared out and not settled yet."""
    rollout = summer(seed)
    settings = BookingSettings(ring=("Nordlia", "Heimetenesta nord"), answers_to="leiar@solbakken.example")
    booking = Booking(secret=SECRET, rollout=rollout, settings=settings)
    half = FIRST + timedelta(weeks=6)
    booking, first = _round(booking, FIRST, half - timedelta(days=1), MADE, seed)
    booking = settled(booking, first.code, LEADER, MADE + timedelta(days=11))
    booking, second = _round(booking, half, half + timedelta(days=41), MADE + timedelta(days=12), seed + 1)
    booking = decided(
        booking, second.code, 2, None, LEADER, "Avdelinga klarer seg", MADE + timedelta(days=20)
    )
    unit = replace(rollout.base_unit, absences=rollout.absences)
    return replace(file, unit=unit, booking=booking)


def _round(booking: Booking, since: date, until: date, at: datetime, seed: int) -> tuple[Booking, SentList]:
    """A list sent, answered by the robot and shared out."""
    sent = new_list(booking, ListWish(since=since, until=until), deadline=at + timedelta(days=7), at=at)
    booking = _answered(booking.with_list(sent), sent, at + timedelta(days=2), random.Random(seed))
    request = replace(share_request(booking, sent.code), time_limit_seconds=SECONDS, seed=seed)
    booking = proposed(booking, sent.code, allocate(request, _never).allotments)
    return booking, sent


def _answered(booking: Booking, sent: SentList, at: datetime, chance: random.Random) -> Booking:
    assert booking.rollout is not None
    found = []
    for offer in sent.offers:
        said = says(booking.rollout.unit, sent, offer, chance) if offer.offered else None
        if said is not None:
            found.append(
                Answer(
                    list=sent.code,
                    employee=offer.employee,
                    choices=said.choices,
                    most_minutes=None if said.hours is None else said.hours * 60,
                    given_at=at,
                    received_at=at + timedelta(hours=3),
                    channel=chance.choice(CHANNELS),
                    claimed_at=at,
                )
            )
    return replace(booking, answers=in_order((*booking.answers, *found)))


def _never() -> bool:
    return False

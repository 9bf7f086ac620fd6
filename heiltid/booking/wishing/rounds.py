"""A question to people about what they want of the next rota, and who has answered it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime

from heiltid.booking.answers.tokens import are_told_apart, new_list_code
from heiltid.booking.wishing.which import rank
from heiltid.model import ShiftKind, Status, Unit
from heiltid.model.asking import Booking, WishAnswer, WishRound
from heiltid.ranges import MOST_WEEKS


def new_round(
    booking: Booking,
    people: Iterable[str],
    *,
    first: date,
    weeks: int,
    deadline: datetime,
    at: datetime,
) -> WishRound:
    """A round nobody has been asked yet, with a code of its own. `round_problem` says whether it may go out.

    first: the Monday of the rota's first week; people: employee numbers.
    """
    taken = {*(entry.code for entry in booking.lists), *(entry.code for entry in booking.wish_rounds)}
    asked = WishRound(
        code="",
        made_at=at.replace(microsecond=0),
        deadline=deadline.replace(second=0, microsecond=0),
        first=first,
        weeks=weeks,
        asked=tuple(dict.fromkeys(people)),
    )
    while True:
        named = replace(asked, code=new_list_code(taken))
        if are_told_apart(booking.secret, named):
            return named


def round_problem(asked: WishRound) -> str | None:
    """Why a round cannot go out, as a key of the catalogue; None: it can."""
    if not asked.asked:
        return "booking_wishes.trouble.nobody_asked"
    if asked.first.weekday() != 0:
        return "booking_wishes.trouble.not_monday"
    if not 1 <= asked.weeks <= MOST_WEEKS:
        return "booking_wishes.trouble.weeks"
    if asked.deadline <= asked.made_at:
        return "booking_send.trouble.deadline_passed"
    return None


def with_round(booking: Booking, asked: WishRound) -> Booking:
    """The booking with one more round, the newest last."""
    return replace(booking, wish_rounds=(*booking.wish_rounds, asked))


def without_round(booking: Booking, code: str) -> Booking:
    """The booking without a round and its answers: they count no more. What was taken over stays."""
    return replace(
        booking,
        wish_rounds=tuple(asked for asked in booking.wish_rounds if asked.code != code),
        wish_answers=tuple(answer for answer in booking.wish_answers if answer.round != code),
    )


def wish_answers_of(booking: Booking, code: str) -> dict[str, WishAnswer]:
    """Everybody who has answered a round, with the answer of hers that counts."""
    mine = (answer for answer in booking.wish_answers if answer.round == code)
    return {answer.employee: answer for answer in sorted(mine, key=rank)}


def people_to_ask(unit: Unit, among: Collection[str] | None = None) -> tuple[str, ...]:
    """Everybody a rota is made for, but posts nobody holds. among: of these alone."""
    return tuple(
        person.number
        for person in unit.planned_employees
        if person.status is not Status.VACANT
        and (person.name or person.status is not Status.TEMPORARY)
        and (among is None or person.number in among)
    )


def kinds_to_wish(unit: Unit) -> tuple[ShiftKind, ...]:
    """The kinds of shift the unit has that a day may be wished for."""
    found = {shift.kind for shift in unit.shifts}
    return tuple(kind for kind in ShiftKind if kind in found and kind is not ShiftKind.OTHER)

"""What became of a settled list: who has which place now, who wanted one in vain, what is called off.

What somebody has is read from the dated plan as it is now, not from the list alone: what was decided
since, and an absence laid over it, count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from heiltid.booking.account.ledger import extras_of
from heiltid.booking.answers.sending import answers_of
from heiltid.model.asking import Allotment, Answer, Booking, Extra, SentList, Willingness
from heiltid.model.booking import OpenPlace, RollOut


@dataclass(frozen=True, slots=True, kw_only=True)
class Got:
    """A place somebody has, and how its hours count."""

    place: OpenPlace
    extra: Extra


@dataclass(frozen=True, slots=True, kw_only=True)
class Missed:
    """A place somebody said yes to and did not get, nor one like it that day. is_open: nobody has it."""

    place: OpenPlace
    said: Willingness
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What one person is told of a list. called_off: what she was told before and has no longer."""

    employee: str
    got: tuple[Got, ...]
    missed: tuple[Missed, ...]
    called_off: tuple[OpenPlace, ...]

    @property
    def minutes(self) -> int:
        """Of all she got that counts."""
        extras = [entry.extra for entry in self.got]
        return sum(one.unbound_minutes + one.extra_minutes + one.overtime_minutes for one in extras)


def outcome_problem(booking: Booking | None, list_code: str) -> str | None:
    """Why nothing can be confirmed, as a key of the catalogue; None: it can."""
    sent = None if booking is None else booking.list_of(list_code)
    if booking is None or sent is None:
        return "booking_confirm.trouble.no_list"
    if sent.settled_at is None:
        return "booking_confirm.trouble.not_settled"
    return "booking_confirm.trouble.no_rollout" if booking.rollout is None else None


def holders(booking: Booking, list_code: str) -> dict[int, str]:
    """Who has each filled place of a list in the dated plan as it is now, by its number."""
    rollout, sent = _both(booking, list_code)
    if sent.settled_at is None:
        return {}
    places = {place.number: place for place in sent.places}
    return {
        entry.place: entry.employee
        for entry in sent.allotments
        if entry.employee is not None and works(rollout, entry.employee, places[entry.place])
    }


def works(rollout: RollOut, employee: str, place: OpenPlace) -> bool:
    """Whether somebody works that shift on that day, by the dated plan."""
    row, day = rollout.plan.row_of().get(employee), (place.on - rollout.unit.start).days
    if row is None or not 0 <= day < len(row.cells):
        return False
    return row.cells[day].works and row.cells[day].shift == place.code


def outcomes(booking: Booking, list_code: str) -> tuple[Outcome, ...]:
    """Everybody the list means something to: who answered yes, has a place of it, or had. In its order."""
    rollout, sent = _both(booking, list_code)
    held, answers = holders(booking, list_code), answers_of(booking, list_code)
    extras = {(entry.employee, entry.on): entry for entry in extras_of(rollout)}
    places = _by_date(sent.places)
    asked = [offer.employee for offer in sent.offers]
    found = []
    for employee in dict.fromkeys([*asked, *held.values(), *(str(entry.employee) for entry in sent.told)]):
        mine = [place for place in places if held.get(place.number) == employee]
        off = tuple(_called_off(rollout, sent, employee))
        others = [place for place in places if place not in off]
        outcome = Outcome(
            employee=employee,
            got=tuple(Got(place=place, extra=_extra(extras, employee, place)) for place in mine),
            missed=tuple(_missed(_unlike(others, mine), held, employee, answers.get(employee))),
            called_off=off,
        )
        if outcome.got or outcome.missed or outcome.called_off:
            found.append(outcome)
    return tuple(found)


def _missed(
    places: Iterable[OpenPlace], held: Mapping[int, str], employee: str, answer: Answer | None
) -> Iterator[Missed]:
    said = {} if answer is None else {choice.place: choice.willingness for choice in answer.choices}
    for place in places:
        willingness = said.get(place.number, Willingness.NO)
        if willingness is not Willingness.NO and held.get(place.number) != employee:
            yield Missed(place=place, said=willingness, is_open=place.number not in held)


def _unlike(places: Iterable[OpenPlace], mine: Iterable[OpenPlace]) -> Iterator[OpenPlace]:
    """The places that are not the same shift on the same day as one she has: to her they are that one."""
    known = {_seen(place) for place in mine}
    return (place for place in places if _seen(place) not in known)


def _seen(place: OpenPlace) -> tuple[object, ...]:
    return place.on, place.code, place.start_minute, place.end_minute


def _both(booking: Booking, list_code: str) -> tuple[RollOut, SentList]:
    return booking.known_rollout(), booking.known_list(list_code)


def _by_date(places: Iterable[OpenPlace]) -> list[OpenPlace]:
    return sorted(places, key=lambda place: (place.on, place.start_minute, place.number))


def _extra(extras: dict[tuple[str, date], Extra], employee: str, place: OpenPlace) -> Extra:
    """How a place counts; one that took the place of as long a planned shift counts as nothing on top."""
    nothing = Extra(employee=employee, on=place.on, code=str(place.code))
    found = extras.get((employee, place.on), nothing)
    return found if found.code == place.code else nothing


def _called_off(rollout: RollOut, sent: SentList, employee: str) -> Iterator[OpenPlace]:
    """What she was told she had, on days of the roll-out, and does not work now."""
    told = {entry.place for entry in sent.told if entry.employee == employee}
    for place in _by_date(sent.places):
        inside = 0 <= (place.on - rollout.unit.start).days < rollout.unit.day_count
        if place.number in told and inside and not works(rollout, employee, place):
            yield place


def with_told(booking: Booking, list_code: str, at: datetime) -> Booking:
    """The booking that knows what was confirmed to people: to be kept when confirmations have gone out."""
    _, sent = _both(booking, list_code)
    known = {(entry.place, entry.employee) for entry in sent.told}
    made = tuple(
        Allotment(place=number, employee=employee, at=at.replace(microsecond=0))
        for number, employee in sorted(holders(booking, list_code).items())
        if (number, employee) not in known
    )
    return booking.with_list(replace(sent, told=(*sent.told, *made))) if made else booking


@dataclass(frozen=True, slots=True, kw_only=True)
class BookedDay:
    """A day somebody has a place of any list on, or was told she had. place: the newest of them.

    code: the shift she works that day now, None: none, it is called off.
    """

    on: date
    place: OpenPlace
    code: str | None


def booked_days(booking: Booking, employee: str) -> tuple[BookedDay, ...]:
    """Of all lists, on days of the roll-out in force, by date; what no list told her of is not among them."""
    rollout = booking.rollout
    row = None if rollout is None else rollout.plan.row_of().get(employee)
    if rollout is None or row is None:
        return ()
    found: dict[date, OpenPlace] = {}
    for sent in sorted(booking.lists, key=lambda sent: sent.made_at):
        held = {number for number, who in holders(booking, sent.code).items() if who == employee}
        told = {entry.place for entry in sent.told if entry.employee == employee}
        found.update({place.on: place for place in sent.places if place.number in held | told})
    days = []
    for on, place in sorted(found.items()):
        day = (on - rollout.unit.start).days
        if 0 <= day < len(row.cells):
            cell = row.cells[day]
            days.append(BookedDay(on=on, place=place, code=cell.shift if cell.works else None))
    return tuple(days)

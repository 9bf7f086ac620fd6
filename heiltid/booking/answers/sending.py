"""A list of open places as it goes out: which places, who is asked, and what each of them may take."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Protocol

from heiltid.booking.answers.short_code import MOST_PLACES
from heiltid.booking.answers.tokens import are_told_apart, new_list_code
from heiltid.booking.answers.which_counts import rank
from heiltid.booking.places.taking import open_list, takers_of
from heiltid.errors import InternalError
from heiltid.model import Employee, ShiftKind, ShiftType, Unit
from heiltid.model.asking import Answer, Booking, PersonOffer, SentList
from heiltid.model.booking import OpenPlace, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ListWish:
    """Which places a list shall have, and who is asked. None: all.

    since, until: days; competence: places that somebody of this competence may take, as those that ask
    for none; people: employee numbers; again: also what stands on a list that is not settled yet.
    """

    since: date | None = None
    until: date | None = None
    kinds: Collection[ShiftKind] | None = None
    competence: str | None = None
    people: Collection[str] | None = None
    again: bool = False


class Standers(Protocol):
    """Who says how people stand before places: `Takers`, or somebody who remembers what it said."""

    @property
    def unit(self) -> Unit: ...
    @property
    def people(self) -> tuple[Employee, ...]: ...
    def standing(self, place: OpenPlace, employee: str) -> Standing: ...


def new_list(
    booking: Booking, wish: ListWish, *, deadline: datetime, at: datetime, takers: Standers | None = None
) -> SentList:
    """A list that nobody has got yet, with a code of its own and everybody's standing as it is now.

    takers: of the booking's roll-out, where somebody has asked them before. Raises InternalError
    without a roll-out. `list_problem` says whether it may be sent.
    """
    if booking.rollout is None:
        raise InternalError("a list without a roll-out")
    if takers is None:
        before = [entry.overtime for entry in booking.ledger if entry.overtime_minutes]
        takers = takers_of(booking.rollout, before)
    places = _chosen(booking, takers, wish, at)
    people = [person for person in takers.people if wish.people is None or person.number in wish.people]
    sent = SentList(
        code="",
        made_at=at.replace(microsecond=0),
        deadline=deadline.replace(second=0, microsecond=0),
        places=places,
        offers=tuple(_offer(takers, person, places) for person in people),
    )
    return _named(booking, sent)


def list_problem(sent: SentList) -> str | None:
    """Why a list cannot be sent, as a key of the catalogue; None: it can."""
    if not sent.places:
        return "booking_send.trouble.no_places"
    if not any(offer.offered for offer in sent.offers):
        return "booking_send.trouble.nobody_may"
    if len(sent.places) > MOST_PLACES:
        return "booking_send.trouble.too_many_places"
    if sent.deadline <= sent.made_at:
        return "booking_send.trouble.deadline_passed"
    return None


def answers_of(booking: Booking, list_code: str) -> dict[str, Answer]:
    """Everybody who has answered a list, with the answer of hers that counts."""
    mine = (answer for answer in booking.answers if answer.list == list_code)
    return {answer.employee: answer for answer in sorted(mine, key=rank)}


def _named(booking: Booking, sent: SentList) -> SentList:
    """The list with a code under which no two people's codes begin alike."""
    taken = {*(entry.code for entry in booking.lists), *(entry.code for entry in booking.wish_rounds)}
    while True:
        named = replace(sent, code=new_list_code(taken))
        if are_told_apart(booking.secret, named):
            return named


def _chosen(booking: Booking, takers: Standers, wish: ListWish, at: datetime) -> tuple[OpenPlace, ...]:
    """The places of the list, numbered anew: those that have not begun and that somebody could take."""
    assert booking.rollout is not None
    shifts = takers.unit.shift_by_code()
    found = open_list(booking.rollout, since=wish.since or at.date()).places
    waiting = Counter() if wish.again else _waiting(booking.lists)
    kept = []
    for place in found:
        shift = shifts.get(place.code or "")
        if shift is None or _begins(place) <= at or not _is_wished(takers, wish, place, shift):
            continue
        if waiting[(mark := _mark(place))] > 0:
            waiting[mark] -= 1
            continue
        kept.append(place)
    return tuple(replace(place, number=number) for number, place in enumerate(kept, 1))


def _is_wished(takers: Standers, wish: ListWish, place: OpenPlace, shift: ShiftType) -> bool:
    if wish.until is not None and place.on > wish.until:
        return False
    if wish.kinds is not None and shift.kind not in wish.kinds:
        return False
    if wish.competence is None or place.competence is None:
        return True
    return place.competence in takers.unit.covered_by(wish.competence)


def _begins(place: OpenPlace) -> datetime:
    return datetime.combine(place.on, datetime.min.time()) + timedelta(minutes=place.start_minute)


def _waiting(lists: Iterable[SentList]) -> Counter[OpenPlace]:
    """The places of lists that are not settled, as they are told apart."""
    return Counter(_mark(place) for sent in lists if sent.settled_at is None for place in sent.places)


def _mark(place: OpenPlace) -> OpenPlace:
    """A place without what may differ between two lists it stands on."""
    return replace(place, number=0, lacking_minutes=0)


def _offer(takers: Standers, person: Employee, places: Iterable[OpenPlace]) -> PersonOffer:
    standings = tuple(takers.standing(place, person.number) for place in places)
    return PersonOffer(employee=person.number, standings=standings)

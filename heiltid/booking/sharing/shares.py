"""Who gets which open places: what may be, and what a sharing is worth by each of its goals.

The goals stand in heiltid.allocation.ShareGoal, in their order. The right of part-timers who want more
(AML § 14-3) comes before wishes: the law gives it, so a part-timer who said "can" goes before a
substitute who said "gladly". All here is exact; the engine may only seek.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from heiltid.allocation import LEAST, Asked, ShareGoal, ShareRequest, ShareValue
from heiltid.booking.account.ledger import all_extras
from heiltid.booking.dates.rolling import undecide
from heiltid.booking.places.open_places import open_places
from heiltid.booking.places.position_if_taken import list_weeks
from heiltid.booking.places.taking import Takers
from heiltid.booking.sharing.asked_people import asked_people
from heiltid.booking.sharing.whole import Breach, WholeLines
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Allotment, Booking, Extra, SentList, Willingness
from heiltid.model.booking import OpenPlace, RollOut

LOTS = 9_999  # numbers in the drawing of lots: the lowest wins

NOTHING: frozenset[int] = frozenset()


class ShareLimit(StrEnum):
    """What a proposal never does, whatever the goals would gain by it."""

    SAME_DAY = "same_day"  # she has another of the places that day
    OWN_MOST = "own_most"  # more hours than she wants
    CAP = "cap"  # more shifts than one person gets in a round
    NO_OVERTIME = "no_overtime"  # proposals may not use overtime
    UNLAWFUL = "unlawful"  # the whole of it would break a rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Limited:
    """The first limit that some places would pass for somebody, and the breach if that is it."""

    limit: ShareLimit
    breach: Breach | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one person's places are worth by the goals that look at people."""

    right_minutes: int
    gladly: int
    overtime_minutes: int
    unfairness: int
    lot: int


class Sharing:
    """A request with all that is asked of it again and again. Asking does not change it."""

    def __init__(self, request: ShareRequest) -> None:
        self.request = request
        self.places: dict[int, OpenPlace] = {place.number: place for place in request.places}
        self.asked: dict[str, Asked] = {entry.employee: entry for entry in request.asked}
        self.decided = {entry.place: entry for entry in request.decided if entry.place in self.places}
        self.kept = _by_person(self.decided.values())
        self.takers = Takers(request.unit, request.plan, planned=request.planned, overtime=request.overtime)
        self.lines = WholeLines(self.takers, request.places, self.kept)
        self._said = {
            (entry.employee, choice.place): choice.willingness
            for entry in request.asked
            for choice in entry.choices
        }
        shifts = request.unit.shift_by_code()
        self._minutes = {
            place.number: shifts[place.code].paid_minutes
            if place.code in shifts
            else place.end_minute - place.start_minute
            for place in request.places
        }
        self._shares: dict[tuple[str, frozenset[int]], Share] = {}
        self._lots: dict[tuple[int, str], int] = {}

    # -- one person ---------------------------------------------------------------------------------

    def minutes(self, numbers: Iterable[int]) -> int:
        """Paid minutes of places."""
        return sum(self._minutes[number] for number in numbers)

    def said(self, employee: str, number: int) -> Willingness | None:
        """What somebody said to a place, where that is a yes."""
        return self._said.get((employee, number))

    def options(self, employee: str) -> tuple[int, ...]:
        """The places still to be shared that somebody said yes to, by number."""
        entry = self.asked.get(employee)
        if entry is None or not self.lines.knows(employee):
            return ()
        return tuple(
            choice.place
            for choice in entry.choices
            if choice.willingness is not Willingness.NO
            and choice.place in self.places
            and choice.place not in self.decided
        )

    def kept_by(self, employee: str) -> frozenset[int]:
        """What the leader gave somebody."""
        return self.kept.get(employee, NOTHING)

    def limited(self, employee: str, numbers: frozenset[int]) -> Limited | None:
        """What stops her from having all of these besides what the leader gave her; None: nothing."""
        found = self.limited_at_sight(employee, numbers)
        breach = self.lines.breach(employee, numbers) if found is None and numbers else None
        return found if breach is None else Limited(limit=ShareLimit.UNLAWFUL, breach=breach)

    def limited_at_sight(self, employee: str, numbers: frozenset[int]) -> Limited | None:
        """The same without asking the rules, which is what takes time."""
        kept = self.kept_by(employee)
        if not numbers:
            return None
        both = numbers | kept
        if len({self.places[number].on for number in both}) < len(both):
            return Limited(limit=ShareLimit.SAME_DAY)
        entry = self.asked.get(employee)
        most = None if entry is None else entry.most_minutes
        if most is not None and self.minutes(both) > most:
            return Limited(limit=ShareLimit.OWN_MOST)
        cap = self.request.most_shifts
        if cap is not None and len(both) > cap:
            return Limited(limit=ShareLimit.CAP)
        hindered = self.lines.hindered(employee, numbers)
        if hindered is not None:
            return Limited(limit=ShareLimit.UNLAWFUL, breach=hindered)
        if not self.request.settings.allows_overtime and self.adds_overtime(employee, numbers):
            return Limited(limit=ShareLimit.NO_OVERTIME)
        return None

    def breach_of_decided(self, employee: str) -> Breach | None:
        """What the leader's own decisions break for somebody; None: nothing."""
        if not self.lines.knows(employee):
            return None
        bare = WholeLines(self.takers, self.request.places, {})
        return bare.breach(employee, self.kept_by(employee))

    def adds_overtime(self, employee: str, numbers: frozenset[int]) -> bool:
        """Whether places bring overtime besides what the leader's decisions bring."""
        lines = self.lines
        return lines.overtime_minutes(employee, numbers) > lines.overtime_minutes(employee, NOTHING)

    def share(self, employee: str, numbers: frozenset[int]) -> Share:
        """What these places and those the leader gave somebody are worth."""
        key = employee, numbers
        if key not in self._shares:
            self._shares[key] = self._reckoned(employee, numbers)
        return self._shares[key]

    def _reckoned(self, employee: str, numbers: frozenset[int]) -> Share:
        overtime = 0
        if (numbers or self.kept_by(employee)) and self.lines.knows(employee):
            overtime = self.lines.overtime_minutes(employee, numbers)
        return self.share_with(employee, numbers, overtime)

    def share_with(self, employee: str, numbers: frozenset[int], overtime_minutes: int) -> Share:
        """The same where somebody knows the overtime, which is what takes time to reckon."""
        both = numbers | self.kept_by(employee)
        minutes, entry = self.minutes(both), self.asked.get(employee)
        missing, carried = (0, 0) if entry is None else (entry.missing_minutes, entry.carried_minutes)
        return Share(
            right_minutes=max(0, min(missing, minutes - overtime_minutes)),
            gladly=sum(self.said(employee, number) is Willingness.GLADLY for number in both),
            overtime_minutes=overtime_minutes,
            unfairness=0 if entry is None else ((carried + minutes) // MINUTES_PER_HOUR) ** 2,
            lot=sum(self.lot(number, employee) for number in numbers),
        )

    def lot(self, number: int, employee: str) -> int:
        """The number somebody draws for a place, 1 to LOTS; the lowest wins."""
        key = number, employee
        if key not in self._lots:
            self._lots[key] = drawn(self.request.list, number, employee)
        return self._lots[key]

    # -- all of it ----------------------------------------------------------------------------------

    def proposed(self, allotments: Iterable[Allotment]) -> dict[str, frozenset[int]]:
        """What people get besides what the leader decided."""
        return _by_person(entry for entry in allotments if entry.place not in self.decided)

    def values(self, allotments: Iterable[Allotment]) -> dict[ShareGoal, int]:
        """A sharing by its goals, in their order. Decided places count as decided."""
        proposed = self.proposed(allotments)
        return self.values_of(proposed)

    def values_of(self, proposed: Mapping[str, frozenset[int]]) -> dict[ShareGoal, int]:
        """The same for what people get besides what the leader decided."""
        filled = [entry.place for entry in self.decided.values() if entry.employee is not None]
        filled += [number for numbers in proposed.values() for number in numbers]
        people = dict.fromkeys([*self.asked, *self.kept, *proposed])
        shares = [self.share(employee, proposed.get(employee, NOTHING)) for employee in people]
        return {
            ShareGoal.NEEDED: sum(self.places[number].lacking_minutes for number in filled),
            ShareGoal.FILLED: len(filled),
            ShareGoal.RIGHT: sum(share.right_minutes for share in shares),
            ShareGoal.WISHES: sum(share.gladly for share in shares),
            ShareGoal.OVERTIME: sum(share.overtime_minutes for share in shares),
            ShareGoal.FAIRNESS: sum(share.unfairness for share in shares),
            ShareGoal.LOT: sum(share.lot for share in shares),
        }

    def allotments(self, proposed: Mapping[str, frozenset[int]]) -> tuple[Allotment, ...]:
        """One allotment for each place, by number: the leader's as they are, and what is proposed."""
        taker = {number: employee for employee, numbers in proposed.items() for number in numbers}
        return tuple(
            self.decided.get(number, Allotment(place=number, employee=taker.get(number)))
            for number in sorted(self.places)
        )


def share_request(booking: Booking, list_code: str, *, extras: Iterable[Extra] | None = None) -> ShareRequest:
    """What is to be shared out of a list: its places that are still open, and who said yes to them.

    extras: what people had on top of their plans, for fairness; None: in the twelve months up to the
    list's last day. Raises InternalError without a roll-out, or for a list that is not there.
    """
    rollout, sent = booking.known_rollout(), booking.known_list(list_code)
    overtime = tuple(entry.overtime for entry in booking.ledger if entry.overtime_minutes)
    planned = undecide(rollout, rollout.decisions).plan
    if extras is None:
        until = max((place.on for place in sent.places), default=sent.made_at.date())
        extras = all_extras(booking, until, planned=planned)
    takers = Takers(rollout.unit, rollout.plan, planned=planned, overtime=overtime)
    places = still_open(rollout, sent)
    numbers = {place.number for place in places}
    return ShareRequest(
        list=list_code,
        weeks=list_weeks(sent)[1],
        unit=rollout.unit,
        plan=rollout.plan,
        planned=planned,
        overtime=overtime,
        places=places,
        asked=asked_people(booking, sent, takers, extras),
        settings=booking.settings,
        decided=tuple(entry for entry in sent.allotments if entry.is_decided and entry.place in numbers),
    )


def still_open(rollout: RollOut, sent: SentList) -> tuple[OpenPlace, ...]:
    """The places of a list that the dated plan still has open, by what they are and not by their number.

    A place may ask for another competence than it did, once others have been filled.
    """
    now = open_places(rollout.unit, rollout.plan, rollout.lost)
    found: set[int] = set()
    for mark in (_exactly, _about):
        left = Counter(map(mark, now))
        left.subtract(mark(place) for place in sent.places if place.number in found)
        for place in sent.places:
            if place.number not in found and left[mark(place)] > 0:
                left[mark(place)] -= 1
                found.add(place.number)
    return tuple(place for place in sent.places if place.number in found)


def _exactly(place: OpenPlace) -> tuple[object, ...]:
    return (*_about(place), place.competence)


def _about(place: OpenPlace) -> tuple[object, ...]:
    return (place.on, place.code, place.start_minute, place.end_minute)


def scores(request: ShareRequest, allotments: Iterable[Allotment]) -> tuple[ShareValue, ...]:
    """What a sharing is worth by each goal, in their order."""
    found = Sharing(request).values(allotments)
    return tuple(ShareValue(goal=goal, value=found[goal]) for goal in ShareGoal)


def rank(values: Mapping[ShareGoal, int]) -> tuple[int, ...]:
    """A sharing's values so that the better of two is the greater."""
    return tuple(-values[goal] if goal in LEAST else values[goal] for goal in ShareGoal)


def drawn(code: str, number: int, employee: str) -> int:
    """The number somebody draws for a place of the list of that code: by chance, yet always the same."""
    digest = hashlib.sha256(f"{code}|{number}|{employee}".encode()).digest()
    return int.from_bytes(digest[:4], "big") % LOTS + 1


def _by_person(allotments: Iterable[Allotment]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for entry in allotments:
        if entry.employee is not None:
            found.setdefault(entry.employee, set()).add(entry.place)
    return {employee: frozenset(numbers) for employee, numbers in found.items()}

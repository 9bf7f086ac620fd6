"""Who can take one shift, now: everybody before it, the best first by what the sharing strives for.

Asked of an open place of the dated plan, with or without a list. Who has answered a list that is not
settled, and was offered the same place, is known to be willing.
"""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.booking.account.ledger import all_extras
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.dates.rolling import undecide
from heiltid.booking.places.taking import Takers
from heiltid.booking.sharing.asked_people import carried_minutes, missing_minutes
from heiltid.errors import InternalError
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_HOUR
from heiltid.model.asking import Booking, Willingness
from heiltid.model.booking import OpenPlace, Standing

_BY_WORD = {Willingness.GLADLY: 0, Willingness.CAN: 1, None: 2, Willingness.NO: 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person before one shift.

    right_minutes: of the shift what she has a right to before others (AML § 14-3, and hours of her
    position that nothing fills); had_minutes: what she has had on top of her plan in twelve months;
    said: what she answered where the place stood on a list, None: nothing.
    """

    standing: Standing
    right_minutes: int = 0
    had_minutes: int = 0
    said: Willingness | None = None

    @property
    def employee(self) -> str:
        """Her number."""
        return self.standing.employee


class Candidates:
    """The people of a booking's roll-out; made once, it answers for any place in milliseconds."""

    def __init__(self, booking: Booking, *, takers: Takers | None = None) -> None:
        """takers: the people before the plan as it is, where somebody has them already.

        Raises InternalError without a roll-out.
        """
        rollout = booking.rollout
        if rollout is None:
            raise InternalError("candidates without a roll-out")
        planned = undecide(rollout, rollout.decisions).plan if rollout.decisions else rollout.plan
        if takers is None:
            overtime = [entry.overtime for entry in booking.ledger if entry.overtime_minutes]
            takers = Takers(rollout.unit, rollout.plan, planned=planned, overtime=overtime)
        self._unit, self._takers, self._booking = rollout.unit, takers, booking
        until = takers.context.calendar.date_of(rollout.unit.day_count - 1)
        self._had = carried_minutes(all_extras(booking, until, planned=planned))

    def of(self, place: OpenPlace) -> tuple[Candidate, ...]:
        """Everybody before a place, the best first; then who cannot, in the order of the staff list.

        Of those who can: who has not said no, most of her right, who would rather, least overtime, whose
        hours stay most even, fewest rules strained.
        """
        said = self._said(place)
        found = [self._candidate(standing, place, said) for standing in self._takers.standings(place)]
        able = sorted((entry for entry in found if entry.standing.can), key=_rank)
        return (*able, *(entry for entry in found if not entry.standing.can))

    def _candidate(self, standing: Standing, place: OpenPlace, said: dict[str, Willingness]) -> Candidate:
        right = 0
        if standing.can:
            week = self._takers.context.calendar.day_of(place.on) // DAYS_PER_WEEK
            missing = missing_minutes(self._unit, self._takers, standing.employee, range(week, week + 1))
            right = min(missing, standing.unbound_minutes + standing.extra_minutes)
        return Candidate(
            standing=standing,
            right_minutes=right,
            had_minutes=self._had.get(standing.employee, 0),
            said=said.get(standing.employee),
        )

    def _said(self, place: OpenPlace) -> dict[str, Willingness]:
        """What people answered to the same place on lists that are not settled; the newest counts."""
        found: dict[str, Willingness] = {}
        for sent in self._booking.lists:
            same = {entry.number for entry in sent.places if _is_same(entry, place)}
            if sent.settled_at is not None or not same:
                continue
            for employee, answer in answers_of(self._booking, sent.code).items():
                words = [choice.willingness for choice in answer.choices if choice.place in same]
                if words:
                    found[employee] = min(words, key=_BY_WORD.__getitem__)
        return found


def _rank(entry: Candidate) -> tuple[int, ...]:
    standing, had = entry.standing, entry.had_minutes
    gets = standing.unbound_minutes + standing.extra_minutes + standing.overtime_minutes
    before, after = had // MINUTES_PER_HOUR, (had + gets) // MINUTES_PER_HOUR
    return (
        entry.said is Willingness.NO,
        -entry.right_minutes,
        _BY_WORD[entry.said],
        standing.overtime_minutes,
        after * after - before * before,
        len(standing.strains),
    )


def _is_same(one: OpenPlace, other: OpenPlace) -> bool:
    return (one.on, one.code, one.start_minute) == (other.on, other.code, other.start_minute)

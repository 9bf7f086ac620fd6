"""Why she gets a place, and why not each of the others: reckoned, never guessed.

Whoever is kept from a place by nothing is held against the one who has it by an exchange: what the
sharing would be worth if the place were hers. The first goal that would be worse is the reason.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from heiltid.allocation import LEAST, ShareGoal
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.sharing.shares import NOTHING, Limited, ShareLimit, Sharing, rank, share_request
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Allotment, Booking, Willingness
from heiltid.model.booking import Refusal


class WhyNot(StrEnum):
    """Why somebody does not have a place."""

    NOT_OFFERED = "not_offered"  # with the refusal
    NO_ANSWER = "no_answer"  # to the whole list
    NOT_ANSWERED = "not_answered"  # to this place
    SAID_NO = "said_no"
    DECIDED = "decided"  # the leader gave it to another, or keeps it open
    CANNOT_NOW = "cannot_now"  # the dated plan has changed since she was asked; with the refusal
    SAME_DAY = "same_day"  # `others`: the place she has that day
    OWN_MOST = "own_most"  # `amount`: the minutes she wants in all
    CAP = "cap"  # `amount`: the shifts one person gets in a round
    NO_OVERTIME = "no_overtime"
    TOGETHER = "together"  # with `others` it would be refused, by `rule` or as `refusal` says
    GOAL = "goal"  # `goal` would be worse, by `amount`
    AS_GOOD = "as_good"  # nothing would be worse
    COULD = "could"  # something would be better: the engine was stopped or ran out of time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why one person does not have a place.

    amount, against: of RIGHT and OVERTIME the minutes by which the goal would be worse; of FAIRNESS the
    whole hours she has got, now and before, and those of the one who has the place; of LOT both lots.
    """

    employee: str
    why: WhyNot
    refusal: Refusal | None = None
    rule: str | None = None
    others: tuple[int, ...] = ()
    goal: ShareGoal | None = None
    amount: int = 0
    against: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceReasons:
    """One place: who has it, what set her apart from the next best, and why not each of the others.

    decision: the leader's, if it is hers; nearest: the one it would have gone to next, None: nobody else
    could have it; breach: what the leader's decisions break for the one who has it.
    """

    place: int
    employee: str | None
    decision: Allotment | None
    nearest: Reason | None
    breach: Limited | None
    others: tuple[Reason, ...]


class Reasons:
    """The reasons behind a list's allotments as they stand."""

    def __init__(self, booking: Booking, list_code: str) -> None:
        """Raises InternalError for a list that is not there, and without a roll-out."""
        self._sent = booking.known_list(list_code)
        self._answers = answers_of(booking, list_code)
        self.sharing = Sharing(share_request(booking, list_code))
        known = {entry.place: entry for entry in self._sent.allotments}
        self._given = self.sharing.proposed(
            entry for entry in self._sent.allotments if entry.place in self.sharing.places
        )
        self._takers = {number: entry.employee for number, entry in known.items()}

    def of(self, number: int) -> PlaceReasons:
        """The reasons for one place. Raises KeyError for a place that is not open any more."""
        place, decision = self.sharing.places[number], self.sharing.decided.get(number)
        taker = decision.employee if decision is not None else self._takers.get(place.number)
        others = [
            self._why_not(offer.employee, number, taker)
            for offer in self._sent.offers
            if offer.employee != taker and self.sharing.lines.knows(offer.employee)
        ]
        breach = None
        if decision is not None and taker is not None:
            found = self.sharing.breach_of_decided(taker)
            breach = None if found is None else Limited(limit=ShareLimit.UNLAWFUL, breach=found)
        return PlaceReasons(
            place=number,
            employee=taker,
            decision=decision,
            nearest=self._nearest(number, others),
            breach=breach,
            others=tuple(others),
        )

    def _nearest(self, number: int, others: Iterable[Reason]) -> Reason | None:
        """Of those whom only a goal kept from the place, the one it would have suited best."""
        held = [entry for entry in others if entry.why in (WhyNot.GOAL, WhyNot.AS_GOOD, WhyNot.COULD)]
        return max(held, key=lambda entry: self._rank_with(entry.employee, number), default=None)

    def _why_not(self, employee: str, number: int, taker: str | None) -> Reason:
        said = self._by_her_answer(employee, number)
        if said is not None:
            return said
        if number in self.sharing.decided:
            return Reason(employee=employee, why=WhyNot.DECIDED)
        return self._kept_from(employee, number) or self._exchanged(employee, number, taker)

    def _by_her_answer(self, employee: str, number: int) -> Reason | None:
        """What she was offered and what she said; None: she said yes."""
        offer, answer = self._sent.offer_of(employee), self._answers.get(employee)
        standing = next((s for s in offer.standings if s.place == number), None) if offer else None
        if standing is None or standing.refusal is not None:
            refusal, rule = (None, None) if standing is None else (standing.refusal, standing.rule)
            return Reason(employee=employee, why=WhyNot.NOT_OFFERED, refusal=refusal, rule=rule)
        if answer is None:
            return Reason(employee=employee, why=WhyNot.NO_ANSWER)
        said = next((c.willingness for c in answer.choices if c.place == number), None)
        if said is None:
            return Reason(employee=employee, why=WhyNot.NOT_ANSWERED)
        return Reason(employee=employee, why=WhyNot.SAID_NO) if said is Willingness.NO else None

    def _kept_from(self, employee: str, number: int) -> Reason | None:
        """The limit she would pass with the place besides all she has; None: none."""
        given = self._given.get(employee, NOTHING)
        found = self.sharing.limited(employee, given | {number})
        if found is None:
            return None
        alone = self.sharing.limited(employee, frozenset({number}))
        if alone is not None and alone.breach is not None:
            breach = alone.breach
            return Reason(employee=employee, why=WhyNot.CANNOT_NOW, refusal=breach.refusal, rule=breach.rule)
        if found.limit is ShareLimit.SAME_DAY:
            places, has = self.sharing.places, given | self.sharing.kept_by(employee)
            same = tuple(other for other in sorted(has) if places[other].on == places[number].on)
            return Reason(employee=employee, why=WhyNot.SAME_DAY, others=same)
        least = self._least(employee, number, given)
        found = self.sharing.limited(employee, least | {number}) or found
        return self._limit_reason(employee, found, least)

    def _least(self, employee: str, number: int, given: frozenset[int]) -> frozenset[int]:
        """The least of what she has that stands against the place."""
        for other in sorted(given):
            if self.sharing.limited(employee, (given - {other}) | {number}) is not None:
                given -= {other}
        return given

    def _limit_reason(self, employee: str, found: Limited, others: frozenset[int]) -> Reason:
        if found.breach is not None:
            return Reason(
                employee=employee,
                why=WhyNot.TOGETHER,
                refusal=found.breach.refusal,
                rule=found.breach.rule,
                others=tuple(sorted(others)),
            )
        amount = 0
        if found.limit is ShareLimit.OWN_MOST:
            amount = self.sharing.asked[employee].most_minutes or 0
        elif found.limit is ShareLimit.CAP:
            amount = self.sharing.request.most_shifts or 0
        return Reason(employee=employee, why=WhyNot(found.limit.value), amount=amount)

    # -- by exchange --------------------------------------------------------------------------------

    def _exchange(self, employee: str, number: int) -> dict[str, frozenset[int]]:
        """What people would have if the place were hers."""
        found = {who: numbers - {number} for who, numbers in self._given.items()}
        return {**found, employee: found.get(employee, NOTHING) | {number}}

    def _rank_with(self, employee: str, number: int) -> tuple[int, ...]:
        return rank(self.sharing.values_of(self._exchange(employee, number)))

    def _exchanged(self, employee: str, number: int, taker: str | None) -> Reason:
        now = self.sharing.values_of(self._given)
        then = self.sharing.values_of(self._exchange(employee, number))
        goal = next((goal for goal in ShareGoal if now[goal] != then[goal]), None)
        if goal is None:
            return Reason(employee=employee, why=WhyNot.AS_GOOD)
        worse = then[goal] - now[goal] if goal in LEAST else now[goal] - then[goal]
        if worse < 0 or taker is None:
            return Reason(employee=employee, why=WhyNot.COULD, goal=goal)
        amount, against = worse, 0
        if goal is ShareGoal.FAIRNESS:
            amount = self._hours(employee, NOTHING)
            against = self._hours(taker, frozenset({number}))
        elif goal is ShareGoal.LOT:
            amount, against = self.sharing.lot(number, employee), self.sharing.lot(number, taker)
        return Reason(employee=employee, why=WhyNot.GOAL, goal=goal, amount=amount, against=against)

    def _hours(self, employee: str, without: frozenset[int]) -> int:
        """Whole hours somebody has got, in earlier rounds and besides some places in this one."""
        entry = self.sharing.asked.get(employee)
        has = (self._given.get(employee, NOTHING) | self.sharing.kept_by(employee)) - without
        carried = 0 if entry is None else entry.carried_minutes
        return (carried + self.sharing.minutes(has)) // MINUTES_PER_HOUR

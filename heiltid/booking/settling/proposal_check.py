"""A proposal held against the checker as a whole: before anybody sees it, and before it is settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from heiltid.advice.differences import added
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.dates.judging import judge_who_works
from heiltid.booking.places.taking import refusal_by
from heiltid.booking.settling.settled import settled
from heiltid.booking.sharing.deciding import proposed
from heiltid.model import Signed
from heiltid.model.asking import Allotment, Booking
from heiltid.rulebook import book_of
from heiltid.rules.finding import Finding, Severity


def breaches_brought(
    booking: Booking, list_code: str, allotments: Iterable[Allotment]
) -> tuple[Finding, ...]:
    """What a proposal would break in the dated plan that the leader's own decisions do not break already.

    Overtime limits are the engine's to keep: they are reckoned over lists and months, not from the plan.
    Raises InternalError without a roll-out, or for a list that is settled.
    """
    made = tuple(allotments)
    before, after = (_findings(proposed(booking, list_code, some), list_code) for some in ((), made))
    book = book_of(booking.known_rollout().unit)
    proposed_to = {entry.employee for entry in made if not entry.is_decided}
    return tuple(
        finding
        for finding in added(before, after)
        if finding.employee is not None
        and finding.employee in proposed_to
        and refusal_by(book, finding, finding.employee) is not None
    )


def agreements_brought(booking: Booking, list_code: str) -> tuple[Finding, ...]:
    """What needs an agreement that is not signed yet, and comes with what the list gives people.

    Both what was proposed and what the leader decided. Nothing where the list is settled already.
    """
    sent, rollout = booking.known_list(list_code), booking.known_rollout()
    given = {entry.employee for entry in sent.allotments if entry.employee is not None}
    if sent.settled_at is not None or not given:
        return ()
    return tuple(
        finding
        for finding in added(judge_who_works(rollout.unit, rollout.plan), _findings(booking, list_code))
        if finding.severity is Severity.NEEDS_AGREEMENT
        and finding.signed is not Signed.YES
        and (finding.employee is None or finding.employee in given)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SettlingNotes:
    """What a leader should know of a list before she settles it.

    asked: how many were offered anything; unanswered: those of them who have not answered, in the
    order of the list; still_ahead: the time to answer where it is not out, None: it is.
    """

    asked: int
    unanswered: tuple[str, ...]
    still_ahead: datetime | None


def settling_notes(booking: Booking, list_code: str, now: datetime) -> SettlingNotes:
    """Who may still answer. now: local wall clock. Raises InternalError for a list that is not there."""
    sent = booking.known_list(list_code)
    asked = [offer.employee for offer in sent.offers if offer.offered]
    answered = answers_of(booking, list_code)
    return SettlingNotes(
        asked=len(asked),
        unanswered=tuple(number for number in asked if number not in answered),
        still_ahead=sent.deadline if now.replace(tzinfo=None) < sent.deadline else None,
    )


def _findings(booking: Booking, list_code: str) -> tuple[Finding, ...]:
    """Of the plan as it would be if the list were settled."""
    rollout = settled(booking, list_code, by="-", at=datetime.min).known_rollout()
    return judge_who_works(rollout.unit, rollout.plan)

"""A proposal held against the checker as a whole, before anybody sees it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from heiltid.advice.differences import added
from heiltid.booking.deciding import proposed
from heiltid.booking.judging import judge_who_works
from heiltid.booking.settling import settled
from heiltid.booking.taking import refusal_by
from heiltid.errors import InternalError
from heiltid.model.asking import Allotment, Booking
from heiltid.rulebook import book_of
from heiltid.rules.finding import Finding


def breaches_brought(
    booking: Booking, list_code: str, allotments: Iterable[Allotment]
) -> tuple[Finding, ...]:
    """What a proposal would break in the dated plan that the leader's own decisions do not break already.

    Overtime limits are the engine's to keep: they are reckoned over lists and months, not from the plan.
    Raises InternalError without a roll-out, or for a list that is settled.
    """
    made = tuple(allotments)
    before, after = (_findings(proposed(booking, list_code, some), list_code) for some in ((), made))
    assert booking.rollout is not None
    book = book_of(booking.rollout.unit)
    proposed_to = {entry.employee for entry in made if not entry.is_decided}
    return tuple(
        finding
        for finding in added(before, after)
        if finding.employee is not None
        and finding.employee in proposed_to
        and refusal_by(book, finding, finding.employee) is not None
    )


def _findings(booking: Booking, list_code: str) -> tuple[Finding, ...]:
    """Of the plan as it would be if the list were settled."""
    rollout = settled(booking, list_code, by="-", at=datetime.min).rollout
    if rollout is None:
        raise InternalError("a proposal without a roll-out")
    return judge_who_works(rollout.unit, rollout.plan)

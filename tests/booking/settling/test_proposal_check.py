"""What a sharing brings with it, told before it is settled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import WEEKDAYS, demand, person, row, shift, unit
from rolls import NOON, SUMMER, away, roll

from heiltid.booking.answers.sending import ListWish, new_list
from heiltid.booking.settling.proposal_check import agreements_brought, settling_notes
from heiltid.booking.settling.settled import settled
from heiltid.booking.sharing.deciding import decided, proposed
from heiltid.errors import InternalError
from heiltid.model import Agreement, Signed
from heiltid.model.asking import Allotment, Answer, Booking, Channel, Choice, Willingness

CODE = "K7F2"
D1, A1 = shift("D1", "07:30-15:00"), shift("A1", "14:30-22:00")
DEADLINE = NOON + timedelta(days=9)


def booking(*agreements: Agreement) -> Booking:
    """Person 2 works D1 on Monday and Wednesday; the evening shift of Tuesday is open, person 3 is away."""
    ward = unit(
        1,
        start=SUMMER,
        shifts=(D1, A1),
        employees=(person("1", 5_000), person("2", 5_000), person("3", 10_000)),
        demand=(demand(WEEKDAYS, "15:00-22:00", 1),),
        rule_book="law",
        agreements=agreements,
    )
    rollout = roll(
        ward,
        row("- - - - - - -", "1", 5_000),
        row("D1 - D1 - - - -", "2", 5_000),
        row("- A1 - - - - -", "3"),
        absences=(away(SUMMER, SUMMER + timedelta(days=6), number="3"),),
    )
    found = Booking(secret=b"s" * 32, rollout=rollout)
    sent = replace(new_list(found, ListWish(), deadline=DEADLINE, at=NOON), code=CODE)
    return replace(found, lists=(sent,))


def tuesday(found: Booking) -> int:
    """The number of the place."""
    (number,) = [place.number for place in found.lists[0].places if place.on == SUMMER + timedelta(days=1)]
    return number


def given(found: Booking, employee: str) -> Booking:
    """The open evening proposed for somebody."""
    return proposed(found, CODE, (Allotment(place=tuesday(found), employee=employee),))


def test_a_rest_that_needs_an_agreement_is_told_with_whom_and_how_long() -> None:
    # 22:00 to 07:30 on Wednesday is 9 h 30 min; the law asks for 11 h, and an agreement may go to 8.
    first = booking()
    (finding,) = agreements_brought(given(first, "2"), CODE)
    assert (finding.rule, finding.employee, finding.days) == ("daily_rest", "2", (2,))
    assert agreements_brought(given(first, "1"), CODE) == ()  # nothing stands beside it
    assert agreements_brought(first, CODE) == ()  # nothing is given away


def test_what_the_leader_decided_is_told_as_what_was_proposed() -> None:
    first = booking()
    made = decided(first, CODE, tuesday(first), "2", "Leiar", "", NOON)
    assert [finding.rule for finding in agreements_brought(made, CODE)] == ["daily_rest"]


def test_what_is_signed_or_settled_is_not_told() -> None:
    first = given(booking(), "2")
    (finding,) = agreements_brought(first, CODE)
    signed = Agreement(paragraph=str(finding.agreement), employee=None, signed=Signed.YES)
    assert agreements_brought(given(booking(signed), "2"), CODE) == ()
    assert agreements_brought(settled(first, CODE, "Leiar", NOON), CODE) == ()


def test_who_has_not_answered_and_whether_they_still_may() -> None:
    first = booking()
    number = tuesday(first)
    said = Answer(
        list=CODE,
        employee="1",
        choices=(Choice(place=number, willingness=Willingness.NO),),
        given_at=NOON,
        received_at=NOON,
        channel=Channel.TYPED,
    )
    offered = [offer.employee for offer in first.lists[0].offers if offer.offered]
    notes = settling_notes(replace(first, answers=(said,)), CODE, DEADLINE - timedelta(minutes=1))
    assert notes.asked == len(offered)
    assert notes.unanswered == tuple(entry for entry in offered if entry != "1")
    assert notes.still_ahead == DEADLINE
    assert settling_notes(first, CODE, DEADLINE).still_ahead is None


def test_a_list_that_is_not_there() -> None:
    for ask in (
        lambda: agreements_brought(booking(), "ZZZZ"),
        lambda: settling_notes(booking(), "ZZZZ", NOON),
    ):
        with pytest.raises(InternalError):
            ask()

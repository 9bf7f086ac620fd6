"""What the leader decides stands and is logged; proposals make room for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import D1, WEEKDAYS, demand, person, row, shift, unit
from rolls import NOON, SUMMER, away, roll

from heiltid.booking.answers.sending import ListWish, answers_of, new_list
from heiltid.booking.sharing.deciding import decided, decision_problem, proposed, undecided
from heiltid.errors import InternalError
from heiltid.model import Status
from heiltid.model.asking import Allotment, Answer, Booking, Channel, Choice, Willingness
from heiltid.texts import Language, text

CODE = "K7F2"
A1 = shift("A1", "14:30-22:00")
LATER = NOON + timedelta(hours=2, microseconds=7)


def booking() -> Booking:
    """A week whose evening and day shifts of person 3, who is away, are open: 1 to 10 by date and time."""
    ward = unit(
        1,
        start=SUMMER,
        shifts=(D1, A1),
        employees=(
            person("1", 0, status=Status.HOURLY),
            person("2", 5_000),
            person("3", 10_000),
            person("4", 5_000, employed_from=SUMMER + timedelta(days=4)),
            person("5", 5_000, status=Status.VACANT),
        ),
        demand=(demand(WEEKDAYS, "07:30-15:00", 2), demand(WEEKDAYS, "15:00-22:00", 1)),
        rule_book="law",
    )
    rollout = roll(
        ward,
        row("- - - - - - -", "1", 0),
        row("D1 - - - - - -", "2", 5_000),
        row("D1 A1 D1 A1 D1 - -", "3"),
        row("- - - - - - -", "4", 5_000),
        row("- - - - - - -", "5", 5_000),
        absences=(away(SUMMER, SUMMER + timedelta(days=6), number="3"),),
    )
    found = Booking(secret=b"s" * 32, rollout=rollout)
    sent = replace(new_list(found, ListWish(), deadline=NOON + timedelta(days=9), at=NOON), code=CODE)
    yes = tuple(Choice(place=place.number, willingness=Willingness.CAN) for place in sent.places)
    said = Answer(
        list=CODE, employee="1", choices=yes, given_at=NOON, received_at=NOON, channel=Channel.TYPED
    )
    return replace(found, lists=(sent,), answers=(said,))


def numbers(found: Booking, day: int, code: str) -> list[int]:
    return [
        place.number
        for place in found.lists[0].places
        if place.on == SUMMER + timedelta(days=day) and place.code == code
    ]


def takers(found: Booking) -> dict[int, str | None]:
    return {entry.place: entry.employee for entry in found.lists[0].allotments}


def test_a_decision_stands_against_every_later_proposal_and_is_logged_when_it_overrides() -> None:
    first = booking()
    one, other = first.lists[0].places[0].number, first.lists[0].places[-1].number
    there = proposed(first, CODE, (Allotment(place=one, employee=None), Allotment(place=other, employee="1")))
    made = decided(there, CODE, other, "2", "Leiar", "ho kjenner brukaren", LATER)
    (entry,) = made.lists[0].log
    assert (entry.place, entry.employee, entry.by) == (other, "2", "Leiar")
    assert (entry.reason, entry.at) == ("ho kjenner brukaren", LATER.replace(microsecond=0))
    again = proposed(made, CODE, (Allotment(place=other, employee="1"),))
    assert takers(again) == {other: "2"}
    # The same once more overrides nothing; another one does, and so does keeping it open.
    same = decided(made, CODE, other, "2", "Leiar", "", LATER)
    assert same.lists[0].log == made.lists[0].log
    kept_open = decided(same, CODE, other, None, "Leiar", "", LATER)
    assert [entry.employee for entry in kept_open.lists[0].log] == ["2", None]
    # Nothing was proposed for a place of its own: nothing is overridden.
    assert decided(first, CODE, one, "1", "Leiar", "", LATER).lists[0].log == ()
    assert answers_of(kept_open, CODE) == answers_of(first, CODE)


def test_what_is_left_to_the_proposal_again_is_decided_no_more() -> None:
    first = booking()
    number = first.lists[0].places[0].number
    made = decided(first, CODE, number, None, "Leiar", "", LATER)
    assert takers(made) == {number: None}
    free = undecided(made, CODE, number)
    assert free.lists[0].allotments == ()
    proposal = proposed(free, CODE, (Allotment(place=number, employee="1"),))
    assert undecided(proposal, CODE, number) == proposal


def test_proposals_that_cannot_be_beside_a_decision_are_taken_back() -> None:
    first = booking()
    evening, day, late_day = (
        numbers(first, 1, "A1")[0],
        numbers(first, 2, "D1")[0],
        numbers(first, 4, "D1")[0],
    )
    there = proposed(
        first, CODE, (Allotment(place=day, employee="1"), Allotment(place=late_day, employee="1"))
    )
    made = decided(there, CODE, evening, "1", "Leiar", "", LATER)
    # From 22:00 to 07:30 is no lawful rest without an agreement; Friday has nothing to do with it.
    assert takers(made) == {evening: "1", day: None, late_day: "1"}
    # What she decides herself may break a rule: it is hers to answer for.
    both = decided(made, CODE, day, "1", "Leiar", "", LATER)
    assert takers(both) == {evening: "1", day: "1", late_day: "1"}


@pytest.mark.parametrize(
    ("who", "day", "problem"),
    [
        ("2", 0, "works"),
        ("2", 1, None),
        ("4", 1, "not_employed"),
        ("4", 4, None),
        ("3", 0, "away"),
        ("3", 1, "away"),
        ("5", 1, "no_such_person"),
        ("9", 1, "no_such_person"),
        (None, 0, None),
    ],
)
def test_what_cannot_be_is_refused_in_words(who: str | None, day: int, problem: str | None) -> None:
    first = booking()
    on = SUMMER + timedelta(days=day)
    number = next(place.number for place in first.lists[0].places if place.on == on)
    found = decision_problem(first, CODE, number, who)
    assert found == (None if problem is None else f"sharing.trouble.{problem}")
    if found is None:
        assert takers(decided(first, CODE, number, who, "Leiar", "", LATER))[number] == who
        return
    assert all(text(found, language) for language in Language)
    with pytest.raises(InternalError):
        decided(first, CODE, number, who, "Leiar", "", LATER)


def test_nothing_is_decided_of_what_is_not_there_or_is_settled_and_nobody_decides_unnamed() -> None:
    first = booking()
    assert decision_problem(first, CODE, 99, "1") == "sharing.trouble.no_such_place"
    settled = first.with_list(replace(first.lists[0], settled_at=LATER))
    assert decision_problem(settled, CODE, 1, "1") == "sharing.trouble.settled"
    for attempt in (
        lambda: decided(first, CODE, 1, "1", "", "", LATER),
        lambda: undecided(settled, CODE, 1),
        lambda: decided(first, "ZZZZ", 1, "1", "Leiar", "", LATER),
    ):
        with pytest.raises(InternalError):
            attempt()


def test_two_decided_shifts_of_one_day_cannot_be_one_persons() -> None:
    first = booking()
    same = numbers(first, 1, "D1") + numbers(first, 1, "A1")
    made = decided(first, CODE, same[0], "1", "Leiar", "", LATER)
    assert decision_problem(made, CODE, same[1], "1") == "sharing.trouble.works"
    assert decision_problem(made, CODE, same[0], "1") is None

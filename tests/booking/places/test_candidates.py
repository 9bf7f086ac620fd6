"""Who can take one shift now, the best first, and soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import D1, demand, person, row, unit
from rolls import NOON, SUMMER, away, booked, roll
from summer import summer

from heiltid.booking.answers.sending import ListWish, new_list
from heiltid.booking.places.candidates import Candidate, Candidates
from heiltid.booking.places.open_places import open_places
from heiltid.booking.places.taking import takers_of
from heiltid.errors import InternalError
from heiltid.model import Status
from heiltid.model.asking import Answer, Booking, Channel, Choice, Extra, Willingness
from heiltid.model.booking import OpenPlace, OpenWhy, Refusal
from heiltid.rules.judgement import judge_all

DAY = timedelta(days=1)
FREE = "- - - - - - -"
PEOPLE = (
    person("1", 0, status=Status.HOURLY),
    person("2", 0, status=Status.HOURLY),
    person("3", 2_000, wanted_bp=5_000),
    person("4", 10_000),
    person("5", 10_000),
)


def booking(**more: object) -> Booking:
    """A week in which person 5 is away from a day shift on Friday."""
    rollout = roll(
        unit(1, start=SUMMER, employees=PEOPLE),
        row(FREE, "1", 0),
        row(FREE, "2", 0),
        row("D1 - - - - - -", "3", 2_000),
        row("D1 D1 D1 D1 - - -", "4"),
        row("- - - - D1 - -", "5"),
        absences=(away(SUMMER, SUMMER + 6 * DAY, number="5"),),
        **more,
    )
    return Booking(secret=b"s" * 32, rollout=rollout)


def before_friday(found: Booking) -> tuple[Candidate, ...]:
    """Everybody before Friday's day shift."""
    friday = OpenPlace(
        number=0,
        on=SUMMER + 4 * DAY,
        code="D1",
        start_minute=D1.start_minute,
        end_minute=D1.end_minute,
        competence=None,
        why=OpenWhy.ABSENCE,
    )
    return Candidates(found).of(friday)


def order(found: Booking) -> list[str]:
    """Those who can take Friday's day shift."""
    return [entry.employee for entry in before_friday(found) if entry.standing.can]


def test_the_order_is_that_of_the_goals() -> None:
    found = before_friday(booking())
    # 4 has 5.5 h of her position left, and would have 2 h overtime. 3 wants 30 % of 35.5 h more, and has
    # 7.5 of her 7.1 h: she may claim the whole shift. The substitutes have no right.
    assert [entry.employee for entry in found] == ["3", "4", "1", "2", "5"]
    assert [entry.right_minutes for entry in found] == [450, 330, 0, 0, 0]
    assert found[1].standing.overtime_minutes == 120
    assert found[-1].standing.refusal is Refusal.ABSENT
    # Whoever has had less comes before: 0 h against 3.
    had = Extra(employee="1", on=SUMMER - 40 * DAY, code="D1", extra_minutes=180)
    assert order(replace(booking(), ledger=(had,))) == ["3", "4", "2", "1"]


def test_what_has_been_taken_counts_as_had_and_as_no_longer_missing() -> None:
    taken = tuple(booked(SUMMER + day * DAY, "D1", number="3") for day in (1, 2))
    found = {entry.employee: entry for entry in before_friday(booking(decisions=taken))}
    # 15 h extra in a week in which she may claim 10.65: nothing is left of her right.
    assert (found["3"].right_minutes, found["3"].had_minutes) == (0, 900)


def test_what_people_have_said_to_the_place_on_a_list_is_known() -> None:
    first = booking()
    rollout = first.rollout
    assert rollout is not None
    needs = replace(rollout.unit, demand=(demand(frozenset({4, 5}), "07:30-15:00", 1),))
    first = replace(first, rollout=replace(rollout, unit=needs))
    sent = replace(new_list(first, ListWish(), deadline=NOON + 9 * DAY, at=NOON), code="K7F2")
    place, _ = sent.places

    def said(who: str, *words: tuple[int, Willingness]) -> Answer:
        return Answer(
            list="K7F2",
            employee=who,
            choices=tuple(Choice(place=number, willingness=word) for number, word in words),
            given_at=NOON,
            received_at=NOON,
            channel=Channel.TYPED,
        )

    friday, saturday = 1, 2
    answers = (
        said("1", (saturday, Willingness.GLADLY)),
        said("2", (friday, Willingness.GLADLY), (saturday, Willingness.NO)),
        said("3", (friday, Willingness.NO), (saturday, Willingness.GLADLY)),
    )
    told = replace(first, lists=(sent,), answers=answers)
    found = Candidates(told).of(place)
    # Who has said no comes last of those who can, whatever right she has.
    assert [entry.employee for entry in found if entry.standing.can] == ["4", "2", "1", "3"]
    assert [entry.said for entry in found[:4]] == [None, Willingness.GLADLY, None, Willingness.NO]
    # Of a list that is settled nothing is remembered.
    settled = replace(told, lists=(replace(sent, settled_at=NOON),))
    assert {entry.said for entry in Candidates(settled).of(place)} == {None}


def test_there_is_nobody_without_a_roll_out() -> None:
    with pytest.raises(InternalError):
        Candidates(Booking(secret=b""))


def least(ask: Callable[[], object]) -> float:
    """Seconds of the processor, the least of some tries: others may be at work beside us."""
    found = []
    for _ in range(5):
        began = time.process_time()
        ask()
        found.append(time.process_time() - began)
    return min(found)


def test_asking_costs_no_more_than_judging_the_plan_a_few_times() -> None:
    weeks = summer()
    made = Booking(secret=b"s" * 32, rollout=weeks)
    places = open_places(weeks.unit, weeks.plan, weeks.lost)
    takers = takers_of(weeks)
    everybody = Candidates(made, takers=takers)
    everybody.of(places[0])
    whole = least(lambda: judge_all(weeks.unit, weeks.plan))
    assert least(lambda: everybody.of(places[150])) < whole
    # From nothing: decisions are taken off and hours reckoned first.
    assert least(lambda: Candidates(made).of(places[150])) < 6 * whole

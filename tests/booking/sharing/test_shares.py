"""What a sharing may be and what it is worth, on examples reckoned by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from builders import D1, WEEKDAYS, demand, person, row, unit
from rolls import NOON, SUMMER, away, booked, roll
from shares import MONDAY, asked, best, dated, free, place, request

from heiltid.allocation import LEAST, ShareGoal, ShareRequest
from heiltid.booking.answers.sending import ListWish, new_list
from heiltid.booking.sharing.shares import (
    LOTS,
    ShareLimit,
    Sharing,
    drawn,
    rank,
    scores,
    share_request,
    still_open,
)
from heiltid.errors import InternalError
from heiltid.model import RotaKind, Status
from heiltid.model.asking import (
    Allotment,
    Answer,
    Booking,
    BookingSettings,
    Channel,
    Choice,
    Extra,
    Willingness,
)
from heiltid.model.booking import Overtime, Refusal

PART_TIMER = person("1", 5_000, wanted_bp=10_000)
SUBSTITUTE = person("2", 0, status=Status.HOURLY)
OTHER_SUBSTITUTE = person("3", 0, status=Status.HOURLY)
FULL_TIMER = person("4", 10_000)
EVERYBODY = (PART_TIMER, SUBSTITUTE, OTHER_SUBSTITUTE, FULL_TIMER)
ROWS = (free("1", 5_000), free("2", 0), free("3", 0), row("D1 D1 D1 D1 - - -", "4"))


def made(*people: Any, places: Any = None, **more: Any) -> ShareRequest:
    """One free week for each but the full-timer, who works until Thursday; one day shift on Friday."""
    return request(dated(employees=EVERYBODY), ROWS, places or (place(1, 4),), *people, **more)


def taker(found: ShareRequest, number: int = 1) -> str | None:
    """Who has the place in the best sharing there is."""
    sharing = Sharing(found)
    wanted = best(sharing)
    for employee in (*sharing.asked, None):
        tried = {} if employee is None else {employee: frozenset({number})}
        if (employee is None or sharing.limited(employee, tried[employee]) is None) and sharing.values_of(
            tried
        ) == wanted:
            return employee
    raise AssertionError("more than one place was shared")


def test_a_part_timer_who_wants_more_goes_before_a_substitute_who_would_rather() -> None:
    # She misses 14 h and can; the substitute said gladly. 450 minutes of right against one wish.
    found = made(asked("1", can=(1,), missing_minutes=840), asked("2", gladly=(1,)))
    assert taker(found) == "1"
    # Who misses nothing has no right, and then wishes decide.
    assert taker(made(asked("1", can=(1,)), asked("2", gladly=(1,)))) == "2"


def test_the_right_reaches_no_further_than_what_is_missing() -> None:
    places = (place(1, 0), place(2, 2))
    found = made(asked("1", can=(1, 2), missing_minutes=450), asked("2", gladly=(1, 2)), places=places)
    # One shift fills what she misses; the other goes to the one who would like it.
    assert best(Sharing(found))[ShareGoal.RIGHT] == 450
    assert best(Sharing(found))[ShareGoal.WISHES] == 1


def test_one_person_gets_no_more_shifts_in_a_round_than_the_cap() -> None:
    places = tuple(place(number, number - 1) for number in (1, 2, 3))
    eager = asked("2", gladly=(1, 2, 3))
    one = made(eager, places=places, settings=BookingSettings(most_shifts_in_four_weeks=2))
    assert best(Sharing(one))[ShareGoal.FILLED] == 2
    three = frozenset({1, 2, 3})
    limited = Sharing(one).limited("2", three)
    assert limited is not None
    assert limited.limit is ShareLimit.CAP
    none = replace(one, settings=BookingSettings(most_shifts_in_four_weeks=None))
    assert best(Sharing(none))[ShareGoal.FILLED] == 3
    # The late one gets the third although she only can.
    two = replace(one, asked=(eager, asked("3", can=(1, 2, 3))))
    assert best(Sharing(two))[ShareGoal.FILLED] == 3


def test_the_cap_is_said_for_every_four_weeks_begun() -> None:
    two = made(asked("2"), settings=BookingSettings(most_shifts_in_four_weeks=2))
    assert [replace(two, weeks=weeks).most_shifts for weeks in (1, 4, 5, 8, 12)] == [2, 2, 4, 4, 6]
    assert replace(two, settings=BookingSettings(most_shifts_in_four_weeks=None)).most_shifts is None


def test_what_somebody_had_before_counts_against_what_she_gets_now() -> None:
    # 10 h before: 17.5 h are 17 whole hours, 289 + 0 against 100 + 7 x 7 = 149.
    found = made(asked("2", can=(1,), carried_minutes=600), asked("3", can=(1,)))
    sharing = Sharing(found)
    assert sharing.values_of({"2": frozenset({1})})[ShareGoal.FAIRNESS] == 289
    assert sharing.values_of({"3": frozenset({1})})[ShareGoal.FAIRNESS] == 149
    assert taker(found) == "3"


def test_two_shifts_go_to_two_people_rather_than_to_one() -> None:
    places = (place(1, 0), place(2, 2))
    found = made(asked("2", can=(1, 2)), asked("3", can=(1, 2)), places=places)
    # 7 x 7 twice = 98, and 15 x 15 = 225 for one of them alone.
    assert best(Sharing(found))[ShareGoal.FAIRNESS] == 98


def test_overtime_is_the_last_way_out_and_only_where_it_is_allowed() -> None:
    both = (asked("4", can=(1,)), asked("3", can=(1,), carried_minutes=6_000))
    allowed = BookingSettings(allows_overtime=True)
    # The full-timer has 30 of 35.5 h: 5.5 h are unbound, 2 h of the shift are overtime.
    alone = Sharing(made(both[0], settings=allowed))
    assert alone.values_of({"4": frozenset({1})})[ShareGoal.OVERTIME] == 120
    assert taker(made(*both, settings=allowed)) == "3"
    assert taker(made(both[0], settings=allowed)) == "4"
    assert taker(made(both[0])) is None
    limited = Sharing(made(both[0])).limited("4", frozenset({1}))
    assert limited is not None
    assert limited.limit is ShareLimit.NO_OVERTIME


def test_what_the_leader_gave_counts_though_nothing_is_proposed_and_whoever_has_left_gets_no_hours() -> None:
    def given_to(employee: str) -> Sharing:
        kept = Allotment(place=1, employee=employee, by="L", at=NOON)
        return Sharing(made(asked("4", can=(1,)), decided=(kept,)))

    there = given_to("4").values_of({})
    assert (there[ShareGoal.FILLED], there[ShareGoal.OVERTIME], there[ShareGoal.WISHES]) == (1, 120, 0)
    gone = given_to("gone")
    assert (gone.values_of({})[ShareGoal.FILLED], gone.values_of({})[ShareGoal.OVERTIME]) == (1, 0)
    assert gone.breach_of_decided("gone") is None


def test_hours_beyond_full_time_are_no_part_of_the_right() -> None:
    # 35.5 h a week is full time: of five day shifts, 37.5 h, two hours are overtime.
    places = tuple(place(number, number - 1) for number in range(1, 6))
    allowed = BookingSettings(allows_overtime=True)
    found = made(asked("1", can=(1, 2, 3, 4, 5), missing_minutes=9_999), places=places, settings=allowed)
    values = Sharing(found).values_of({"1": frozenset(range(1, 6))})
    assert (values[ShareGoal.RIGHT], values[ShareGoal.OVERTIME]) == (2_250 - 120, 120)


def test_equal_people_draw_lots_and_the_lower_number_wins() -> None:
    found = made(asked("2", can=(1,)), asked("3", can=(1,)))
    lots = {who: drawn("K7F2", 1, who) for who in ("2", "3")}
    assert taker(found) == min(lots, key=lambda who: lots[who])
    assert all(1 <= lot <= LOTS for lot in lots.values())
    # Another list is another drawing, and nobody is always the lucky one.
    winners = {min(("2", "3"), key=lambda who: drawn(f"L{round_}", 1, who)) for round_ in range(20)}
    assert winners == {"2", "3"}


def test_what_lacks_most_is_filled_first_when_somebody_cannot_take_both() -> None:
    places = (place(1, 0, lacking_minutes=100), place(2, 0, lacking_minutes=450))
    found = made(asked("2", gladly=(1,), can=(2,)), places=places)
    assert best(Sharing(found))[ShareGoal.NEEDED] == 450
    limited = Sharing(found).limited("2", frozenset({1, 2}))
    assert limited is not None
    assert limited.limit is ShareLimit.SAME_DAY


def test_nobody_gets_more_hours_than_she_asked_for() -> None:
    places = (place(1, 0), place(2, 2))
    sharing = Sharing(made(asked("2", can=(1, 2), most_minutes=14 * 60), places=places))
    assert sharing.limited("2", frozenset({1})) is None
    limited = sharing.limited("2", frozenset({1, 2}))
    assert limited is not None
    assert limited.limit is ShareLimit.OWN_MOST


def test_the_whole_of_what_somebody_gets_is_held_against_the_law() -> None:
    # An evening to 22:00 and the next day from 07:30: 9.5 h, by agreement only.
    ward = dated(employees=EVERYBODY, rule_book="law")
    found = request(ward, ROWS, (place(1, 1, "A1"), place(2, 2)), asked("2", can=(1, 2)))
    sharing = Sharing(found)
    assert sharing.limited("2", frozenset({1})) is None
    assert sharing.limited("2", frozenset({2})) is None
    limited = sharing.limited("2", frozenset({1, 2}))
    assert limited is not None
    assert limited.breach is not None
    assert (limited.limit, limited.breach.rule) == (ShareLimit.UNLAWFUL, "daily_rest")
    assert best(sharing)[ShareGoal.FILLED] == 1


def test_ten_hours_of_overtime_in_a_week_are_the_most_with_those_from_before() -> None:
    # Where 30 h are full time nothing of her position is unbound: all 7.5 h are overtime, and 2.5 h more
    # may have been in the same seven days. Fridays two weeks apart are in no week together.
    line = row("D1 D1 D1 D1 - - - D1 D1 D1 D1 - - -", "4")
    ward = dated(2, employees=(FULL_TIMER,), full_time_week_minutes=1_800)
    settings = BookingSettings(allows_overtime=True)
    found = request(ward, (line,), (place(1, 4), place(2, 11)), asked("4", can=(1, 2)), settings=settings)
    assert Sharing(found).values_of({"4": frozenset({1, 2})})[ShareGoal.OVERTIME] == 900
    assert Sharing(found).limited("4", frozenset({1, 2})) is None
    for before, may in ((150, True), (151, False)):
        had = Overtime(employee="4", on=MONDAY + timedelta(days=1), minutes=before)
        limited = Sharing(replace(found, overtime=(had,))).limited("4", frozenset({1}))
        assert (limited is None) is may
        if limited is not None:
            assert limited.breach is not None
            assert limited.breach.refusal is Refusal.OVERTIME


def test_what_the_leader_decided_is_kept_and_its_breach_is_told() -> None:
    ward = dated(employees=EVERYBODY, rule_book="law")
    places = (place(1, 1, "A1"), place(2, 2), place(3, 4))
    decided = tuple(Allotment(place=number, employee="2", by="L", reason="", at=NOON) for number in (1, 2))
    found = request(ward, ROWS, places, asked("2", can=(1, 3)), asked("3", can=(2,)), decided=decided)
    sharing = Sharing(found)
    breach = sharing.breach_of_decided("2")
    assert breach is not None
    assert (breach.refusal, breach.rule) == (Refusal.AGREEMENT, "daily_rest")
    assert sharing.breach_of_decided("3") is None
    # It stops nothing else, and nobody is offered what is decided.
    assert sharing.options("2") == (3,)
    assert sharing.options("3") == ()
    assert sharing.limited("2", frozenset({3})) is None
    assert sharing.allotments({"2": frozenset({3})}) == (*decided, Allotment(place=3, employee="2"))
    # It counts towards the cap, the hours wanted, and every goal but the lot.
    capped = Sharing(replace(found, settings=BookingSettings(most_shifts_in_four_weeks=2)))
    assert capped.limited("2", frozenset({3})) is not None
    values = sharing.values_of({})
    assert (values[ShareGoal.FILLED], values[ShareGoal.WISHES], values[ShareGoal.LOT]) == (2, 0, 0)
    assert values[ShareGoal.FAIRNESS] == 15 * 15


def test_the_goals_come_in_their_order_and_the_better_is_the_greater() -> None:
    found = made(asked("2", gladly=(1,)), asked("3", can=(1,)))
    values = [entry.goal for entry in scores(found, ())]
    assert values == list(ShareGoal)
    sharing = Sharing(found)
    nothing = sharing.values_of({})
    for goal in ShareGoal:
        more = {**nothing, goal: nothing[goal] + 1}
        assert (rank(more) < rank(nothing)) is (goal in LEAST)
    early = {**nothing, ShareGoal.NEEDED: 1, ShareGoal.LOT: 9_999}
    assert rank(early) > rank(nothing)


# -- from a booking -----------------------------------------------------------------------------------


def booking(**more: Any) -> Booking:
    """Two weeks in which person 3 is away on day shifts; 1 and 2 are asked."""
    people = (
        person("1", 5_000, wanted_bp=8_000),
        person("2", 0, status=Status.HOURLY),
        person("3", 10_000),
    )
    ward = unit(
        2,
        start=SUMMER,
        shifts=(D1,),
        employees=more.pop("employees", people),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
    )
    week = "D1 D1 D1 D1 D1 - -"
    rollout = roll(
        ward,
        row("- - - - - - - " * 2, "1", 5_000),
        row("- - - - - - - " * 2, "2", 0),
        row(f"{week} {week}", "3"),
        absences=(away(SUMMER, SUMMER + timedelta(days=13), number="3"),),
        **more,
    )
    found = Booking(secret=b"s" * 32, rollout=rollout)
    sent = replace(new_list(found, ListWish(), deadline=NOON + timedelta(days=9), at=NOON), code="K7F2")
    return replace(found, lists=(sent,))


def answer(employee: str, *choices: Choice, **more: Any) -> Answer:
    return Answer(
        list="K7F2",
        employee=employee,
        choices=choices,
        given_at=more.pop("given_at", NOON),
        received_at=NOON,
        channel=Channel.PAGE,
        **more,
    )


def test_a_request_holds_what_people_said_want_and_have_had() -> None:
    found = booking()
    yes = (
        Choice(place=1, willingness=Willingness.GLADLY),
        Choice(place=2, willingness=Willingness.NO),
        Choice(place=3, willingness=Willingness.CAN),
        Choice(place=99, willingness=Willingness.CAN),
    )
    older = answer("1", Choice(place=4, willingness=Willingness.CAN), given_at=NOON - timedelta(hours=1))
    found = replace(found, answers=(answer("1", *yes, most_minutes=900), older))
    extras = (
        Extra(employee="1", on=SUMMER, code="D1", extra_minutes=300, overtime_minutes=50, unbound_minutes=7),
        Extra(employee="1", on=SUMMER, code="D1", extra_minutes=100),
    )
    asking = share_request(found, "K7F2", extras=extras)
    assert (asking.list, len(asking.places)) == ("K7F2", 10)
    first, second, third = asking.asked
    assert [(choice.place, choice.willingness) for choice in first.choices] == [
        (1, Willingness.GLADLY),
        (3, Willingness.CAN),
    ]
    assert (first.most_minutes, first.carried_minutes) == (900, 457)
    assert (second.choices, second.missing_minutes, second.carried_minutes) == ((), 0, 0)
    assert third.missing_minutes == 0
    # Without being told, the ledger's last twelve months up to the list's last day.
    ledger = (*extras, Extra(employee="2", on=SUMMER - timedelta(days=400), code="D1", extra_minutes=450))
    remembered = share_request(replace(found, ledger=ledger), "K7F2").asked
    assert [entry.carried_minutes for entry in remembered] == [457, 0, 0]
    with pytest.raises(InternalError):
        share_request(found, "ZZZZ")
    with pytest.raises(InternalError):
        share_request(replace(found, rollout=None), "K7F2")


@pytest.mark.parametrize(
    ("who", "missing"),
    [
        # Two empty weeks at 50 %: 35.5 h of the position are not filled. 30 % more over two weeks: 21.3 h.
        ({"wanted_bp": 8_000}, 2_130 + 1_278),
        ({"wanted_bp": 5_000}, 2_130),
        ({"wanted_bp": 8_000, "chosen_part_time": True}, 2_130),
        ({"wanted_bp": 10_000, "elsewhere_bp": 3_000}, 2_130 + 852),  # there is room for 20 % only
        # Who leaves after the first week, or begins on the last Sunday, has a claim for those days; the 2.5 h
        # of that Sunday's position are fewer than a position may differ by anyway.
        ({"wanted_bp": 8_000, "employed_to": SUMMER + timedelta(days=6)}, 1_065 + 639),
        ({"wanted_bp": 8_000, "employed_from": SUMMER + timedelta(days=13)}, 91),
    ],
)
def test_what_somebody_may_claim(who: Any, missing: int) -> None:
    people = (
        person("1", 5_000, **who),
        person("2", 0, status=Status.HOURLY, wanted_bp=10_000),
        person("3", 10_000),
    )
    asking = share_request(booking(employees=people), "K7F2")
    assert abs(asking.asked[0].missing_minutes - missing) <= 1
    assert asking.asked[1].missing_minutes == 0


def test_what_has_been_taken_in_those_weeks_is_not_missed_any_more() -> None:
    taken = tuple(booked(SUMMER + timedelta(days=day), "D1") for day in (0, 1, 2, 7, 8))
    asking = share_request(booking(decisions=taken), "K7F2")
    # 37.5 h: 35.5 h fill the position, 2 h are extra. Of 21.3 h she wants 19.3 h are left.
    assert abs(asking.asked[0].missing_minutes - (1_278 - 120)) <= 1
    assert len(asking.places) == 5


def test_places_that_have_been_filled_since_are_not_shared_again() -> None:
    before = booking()
    assert before.rollout is not None
    (sent,) = before.lists
    after = booking(decisions=(booked(SUMMER + timedelta(days=1), "D1"),)).rollout
    assert after is not None
    assert [entry.number for entry in still_open(after, sent)] == [1, 3, 4, 5, 6, 7, 8, 9, 10]
    assert still_open(before.rollout, sent) == sent.places
    # What asks for another competence than it did is the same place.
    stricter = replace(sent, places=tuple(replace(entry, competence="nurse") for entry in sent.places))
    assert still_open(before.rollout, stricter) == stricter.places
    twice = replace(sent, places=(sent.places[0], replace(sent.places[0], number=11)))
    assert [entry.number for entry in still_open(before.rollout, twice)] == [1]
    assert after.unit.kind is RotaKind.DATED

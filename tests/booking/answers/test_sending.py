"""A list as it goes out: its places, whom it asks, and that it says nothing that is not so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from summer import FIRST, summer

from heiltid.booking.answers import sending
from heiltid.booking.answers.sending import ListWish, answers_of, list_problem, new_list
from heiltid.booking.answers.tokens import SIGNS, token
from heiltid.booking.places.open_places import open_places
from heiltid.booking.places.taking import takers_of
from heiltid.errors import InternalError
from heiltid.model import ShiftKind
from heiltid.model.asking import Answer, Booking, Channel, Choice, SentList, Willingness, WishRound
from heiltid.model.booking import Refusal, RollOut

NOW = datetime(2027, 6, 10, 9, 0, 31, 5)
DEADLINE = datetime(2027, 6, 17, 12)
FEW = ("1901", "1902", "1903")
TEN_DAYS = ListWish(since=FIRST, until=FIRST + timedelta(days=9), people=FEW)


@pytest.fixture(scope="module")
def booking() -> Booking:
    return Booking(secret=bytes(range(32)), rollout=summer())


@pytest.fixture(scope="module")
def sent(booking: Booking) -> SentList:
    return new_list(booking, TEN_DAYS, deadline=DEADLINE, at=NOW)


def rollout_of(booking: Booking) -> RollOut:
    assert booking.rollout is not None
    return booking.rollout


def test_the_places_are_the_open_ones_of_those_days_numbered_anew(booking: Booking, sent: SentList) -> None:
    rollout = rollout_of(booking)
    days = {FIRST + timedelta(days=day) for day in range(10)}
    expected = [place for place in open_places(rollout.unit, rollout.plan, rollout.lost) if place.on in days]
    assert [replace(place, number=0) for place in sent.places] == [
        replace(place, number=0) for place in expected
    ]
    assert [place.number for place in sent.places] == list(range(1, len(expected) + 1))
    assert (len(sent.code), set(sent.code) <= set(SIGNS)) == (4, True)
    assert (sent.made_at, sent.deadline) == (datetime(2027, 6, 10, 9, 0, 31), DEADLINE)


def test_everybody_asked_has_a_standing_before_every_place(booking: Booking, sent: SentList) -> None:
    takers = takers_of(rollout_of(booking))
    assert {offer.employee for offer in sent.offers} == set(FEW)
    for offer in sent.offers:
        assert offer.standings == tuple(takers.standing(place, offer.employee) for place in sent.places)
    refusals = {entry.refusal for offer in sent.offers for entry in offer.standings}
    assert {None, Refusal.COMPETENCE} <= refusals


def test_all_are_asked_but_vacant_lines(booking: Booking) -> None:
    day = ListWish(since=FIRST, until=FIRST)
    asked = {offer.employee for offer in new_list(booking, day, deadline=DEADLINE, at=NOW).offers}
    assert asked == {person.number for person in takers_of(rollout_of(booking)).people}


def test_kinds_and_competence_choose_among_the_places(booking: Booking, sent: SentList) -> None:
    shifts = rollout_of(booking).unit.shift_by_code()
    evenings = new_list(booking, replace(TEN_DAYS, kinds={ShiftKind.EVENING}), deadline=DEADLINE, at=NOW)
    expected = [place for place in sent.places if shifts[place.code or ""].kind is ShiftKind.EVENING]
    assert [place.on for place in evenings.places] == [place.on for place in expected]
    assert 0 < len(expected) < len(sent.places)
    unit = rollout_of(booking).unit
    lowest = min(unit.competences, key=lambda entry: len(unit.covered_by(entry.name))).name
    open_to_all = new_list(booking, replace(TEN_DAYS, competence=lowest), deadline=DEADLINE, at=NOW)
    assert 0 < len(open_to_all.places) < len(sent.places)
    assert {place.competence for place in open_to_all.places} <= {None, *unit.covered_by(lowest)}


def test_what_has_begun_is_not_asked_for(booking: Booking) -> None:
    # On Monday 28 June at noon the day shifts have begun at 7:30, the evening shifts begin at 14:30.
    at = datetime.combine(FIRST + timedelta(days=7), datetime.min.time()) + timedelta(hours=12)
    made = new_list(booking, replace(TEN_DAYS, since=None), deadline=at + timedelta(hours=2), at=at)
    begins = [
        datetime.combine(place.on, datetime.min.time()) + timedelta(minutes=place.start_minute)
        for place in made.places
    ]
    assert min(begins) > at
    assert at.date() in {place.on for place in made.places}


def test_places_of_a_list_that_is_not_settled_are_not_asked_for_twice(
    booking: Booking, sent: SentList
) -> None:
    waiting = booking.with_list(sent)
    assert new_list(waiting, TEN_DAYS, deadline=DEADLINE, at=NOW).places == ()
    more = replace(TEN_DAYS, until=FIRST + timedelta(days=12))
    assert min(place.on for place in new_list(waiting, more, deadline=DEADLINE, at=NOW).places) == (
        FIRST + timedelta(days=10)
    )
    again = new_list(waiting, replace(TEN_DAYS, again=True), deadline=DEADLINE, at=NOW)
    assert again.places == sent.places
    settled = booking.with_list(replace(sent, settled_at=NOW))
    assert new_list(settled, TEN_DAYS, deadline=DEADLINE, at=NOW).places == sent.places


def test_of_two_places_alike_only_the_one_asked_for_is_left_out(booking: Booking, sent: SentList) -> None:
    half = replace(sent, places=sent.places[::2])
    left = new_list(booking.with_list(half), TEN_DAYS, deadline=DEADLINE, at=NOW)
    assert len(left.places) == len(sent.places) - len(half.places)


def test_a_code_is_not_used_twice_nor_one_under_which_two_people_look_alike(
    booking: Booking, sent: SentList, monkeypatch: pytest.MonkeyPatch
) -> None:
    falls = iter(("ALKE", "DFFR"))
    seen = []
    monkeypatch.setattr(sending, "new_list_code", lambda taken: seen.append(set(taken)) or next(falls))
    monkeypatch.setattr(sending, "are_told_apart", lambda secret, named: named.code == "DFFR")
    asked = WishRound(code="W1SH", made_at=NOW, deadline=NOW, first=FIRST, weeks=1, asked=())
    taken = replace(booking.with_list(sent), wish_rounds=(asked,))
    day = ListWish(since=FIRST, until=FIRST, people=FEW)
    assert new_list(taken, day, deadline=DEADLINE, at=NOW).code == "DFFR"
    assert seen == [{sent.code, "W1SH"}] * 2


def test_a_list_that_cannot_be_sent_says_why(booking: Booking, sent: SentList) -> None:
    assert list_problem(sent) is None
    assert list_problem(replace(sent, places=())) == "booking_send.trouble.no_places"
    assert list_problem(replace(sent, offers=())) == "booking_send.trouble.nobody_may"
    assert list_problem(replace(sent, deadline=sent.made_at)) == "booking_send.trouble.deadline_passed"
    many = tuple(replace(sent.places[0], number=number) for number in range(1, 1025))
    assert list_problem(replace(sent, places=many)) == "booking_send.trouble.too_many_places"
    with pytest.raises(InternalError):
        new_list(Booking(secret=b""), TEN_DAYS, deadline=DEADLINE, at=NOW)


def answer(given: datetime, *words: Willingness, who: str = "1", **more: object) -> Answer:
    choices = tuple(Choice(place=place, willingness=word) for place, word in enumerate(words, 1))
    options: dict[str, object] = {"list": "K7F2", "received_at": NOW, "channel": Channel.PAGE, **more}
    return Answer(employee=who, choices=choices, given_at=given, **options)  # type: ignore[arg-type]


GLADLY, CAN, NO = Willingness.GLADLY, Willingness.CAN, Willingness.NO
NINE, TEN = datetime(2027, 6, 12, 9), datetime(2027, 6, 12, 10)


def test_the_newest_answer_counts_and_the_leaders_own_above_all() -> None:
    older, newer = answer(NINE, GLADLY), answer(TEN, NO)
    said = answer(NINE, CAN, channel=Channel.LEADER)
    other, elsewhere = answer(NINE, CAN, who="2"), answer(TEN, CAN, list="K7F3")
    found = Booking(secret=b"", answers=(newer, older, other, elsewhere))
    assert answers_of(found, "K7F2") == {"1": newer, "2": other}
    assert answers_of(replace(found, answers=(said, newer, older)), "K7F2") == {"1": said}


@pytest.mark.parametrize(
    ("careful", "other"),
    [
        (answer(TEN, NO), answer(TEN, GLADLY)),  # fewer shifts said yes to
        (answer(TEN, CAN, most_minutes=600), answer(TEN, CAN)),  # a limit rather than none
        (answer(TEN, CAN, most_minutes=600), answer(TEN, CAN, most_minutes=1200)),
        (answer(TEN, CAN, claimed_at=TEN + timedelta(days=9)), answer(TEN, NO, claimed_at=TEN)),
    ],
)
def test_of_two_of_the_same_minute_the_more_careful_counts(careful: Answer, other: Answer) -> None:
    for answers in ((careful, other), (other, careful)):
        assert answers_of(Booking(secret=b"", answers=answers), "K7F2") == {"1": careful}


def test_tokens_of_a_list_hold_its_deadline(booking: Booking, sent: SentList) -> None:
    assert sent.deadline.second == 0
    assert token(booking.secret, sent.code, FEW[0], sent.deadline) != token(
        booking.secret, sent.code, FEW[0], datetime.combine(date(2027, 6, 18), DEADLINE.time())
    )

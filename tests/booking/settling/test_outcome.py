"""What became of a settled list, by the dated plan as it is now."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from booking.rolls import away
from booking.settled_list import CAN, GLADLY, PLACES, SAT, THU, TUE, WED, answer, booking, place

from heiltid.booking.dates.rolling import decide
from heiltid.booking.settling.outcome import (
    booked_days,
    holders,
    outcome_problem,
    outcomes,
    with_told,
)
from heiltid.errors import InternalError
from heiltid.model import FREE, Cell
from heiltid.model.asking import Allotment, Booking

LATER = datetime(2027, 6, 11, 8, 30, 5, 999)


def told(*pairs: tuple[int, str]) -> tuple[Allotment, ...]:
    return tuple(Allotment(place=number, employee=who, at=LATER) for number, who in pairs)


def with_cell(given: Booking, employee: str, on: object, cell: Cell) -> Booking:
    assert given.rollout is not None
    return replace(given, rollout=decide(given.rollout, {(employee, on): cell}, "L", LATER))


def test_everybody_is_told_what_she_got_and_what_not() -> None:
    ola, kari = outcomes(booking(), "K7F2")  # in the order of the list
    assert [entry.place.number for entry in kari.got] == [1, 3]
    assert [(entry.place.number, entry.said, entry.is_open) for entry in kari.missed] == [
        (2, CAN, True),
        (4, CAN, False),
    ]
    assert [entry.place.number for entry in ola.got] == [4]
    assert ola.missed == kari.called_off == ()


def test_the_twin_of_a_place_she_got_is_nothing_she_did_not_get() -> None:
    # The page shows both of Thursday's as one with "2 ledige": she said yes to both and works one of them.
    first = booking()
    twins = (place(5, THU, "D1", 450, 900), place(6, THU, "A1", 870, 1320), place(7, WED, "A1", 870, 1320))
    said = answer("1", p1=GLADLY, p2=CAN, p3=CAN, p4=CAN, p5=CAN, p6=CAN, p7=CAN)
    listed = first.with_list(replace(first.lists[0], places=(*PLACES, *twins)))
    _, kari = outcomes(replace(listed, answers=(said,)), "K7F2")
    assert [entry.place.number for entry in kari.got] == [1, 3]
    assert [entry.place.number for entry in kari.missed] == [2, 7, 6, 4]


def test_hours_count_as_the_plan_has_them() -> None:
    # 50 % of 35.5 h is 1065 minutes and 450 are planned: 615 unbound. Tuesday takes 450 of them, Thursday
    # 165, and 285 are extra. Ola has a full position: 750 minutes of overtime.
    ola, kari = outcomes(booking(), "K7F2")
    split = [(one.extra.unbound_minutes, one.extra.extra_minutes) for one in kari.got]
    assert split == [(450, 0), (165, 285)]
    assert kari.minutes == 900
    assert [one.extra.overtime_minutes for one in ola.got] == [750]


def test_what_was_taken_away_since_is_got_no_more_and_called_off_where_it_was_told() -> None:
    sick = booking(away(TUE, TUE, "SJUK"), told=told((1, "1"), (3, "1"), (4, "2")))
    assert holders(sick, "K7F2") == {3: "1", 4: "2"}
    _, kari = outcomes(sick, "K7F2")
    assert [entry.place.number for entry in kari.got] == [3]
    assert [place.number for place in kari.called_off] == [1]
    assert [entry.place.number for entry in kari.missed] == [2, 4]
    # Whoever was never told has nothing to be called off: to her it is one more she did not get.
    _, kari = outcomes(booking(away(TUE, TUE, "SJUK")), "K7F2")
    assert (kari.called_off, [entry.place.number for entry in kari.missed]) == ((), [1, 2, 4])


def test_who_works_another_shift_that_day_has_not_got_the_one_of_the_list() -> None:
    moved = with_cell(booking(told=told((1, "1"))), "1", TUE, Cell(shift="A1"))
    assert holders(moved, "K7F2") == {3: "1", 4: "2"}
    _, kari = outcomes(moved, "K7F2")
    assert ([one.place.number for one in kari.got], [one.number for one in kari.called_off]) == ([3], [1])


def test_somebody_who_has_lost_all_she_had_is_told_so() -> None:
    lost = with_cell(booking(told=told((4, "2"))), "2", SAT, FREE)
    ola = next(entry for entry in outcomes(lost, "K7F2") if entry.employee == "2")
    assert ola.got == ()
    assert [place.on for place in ola.called_off] == [SAT]


def test_what_went_out_is_remembered_once() -> None:
    first = with_told(booking(), "K7F2", LATER)
    assert [(entry.place, entry.employee) for entry in first.lists[0].told] == [(1, "1"), (3, "1"), (4, "2")]
    assert first.lists[0].told[0].at == datetime(2027, 6, 11, 8, 30, 5)
    assert with_told(first, "K7F2", datetime(2027, 7, 1)) == first


def test_a_list_taken_back_and_given_to_others_calls_off_what_was_told() -> None:
    before = with_told(booking(), "K7F2", LATER)
    sent = before.lists[0]
    given = (Allotment(place=1, employee="2"), *sent.allotments[1:])
    moved = with_cell(before.with_list(replace(sent, allotments=given)), "1", TUE, FREE)
    _, kari = outcomes(moved, "K7F2")
    assert [place.number for place in kari.called_off] == [1]


def test_the_days_of_a_calendar_are_those_she_has_or_was_told_of() -> None:
    known = booking(away(TUE, TUE, "SJUK"), told=told((1, "1"), (2, "2")))
    assert [(day.on, day.code) for day in booked_days(known, "1")] == [(TUE, None), (THU, "D1")]
    # On Wednesday Ola works his own D1: that is what his calendar says of the day, nothing called off.
    assert [(day.on, day.code) for day in booked_days(known, "2")] == [(WED, "D1"), (SAT, "L1")]
    assert booked_days(known, "9") == ()


def test_only_a_settled_list_on_its_dates_can_be_confirmed() -> None:
    done = booking()
    assert outcome_problem(done, "K7F2") is None
    assert outcome_problem(None, "K7F2") == "booking_confirm.trouble.no_list"
    assert outcome_problem(done, "XXXX") == "booking_confirm.trouble.no_list"
    unsettled = done.with_list(replace(done.lists[0], settled_at=None))
    assert outcome_problem(unsettled, "K7F2") == "booking_confirm.trouble.not_settled"
    assert holders(unsettled, "K7F2") == {}
    assert outcome_problem(replace(done, rollout=None), "K7F2") == "booking_confirm.trouble.no_rollout"
    with pytest.raises(InternalError):
        outcomes(replace(done, rollout=None), "K7F2")

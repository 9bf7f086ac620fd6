"""Edits of one line of the staff list."""

from __future__ import annotations

from dataclasses import replace

from builders import D1, N1, person, unit

from heiltid.edits.people import new_employee, usual_max_bp, with_fields
from heiltid.model import Employee, ShiftKind, Status


def shares(one: Employee) -> tuple[int, int, int, int]:
    return one.position_bp, one.wanted_bp, one.min_bp, one.max_bp


def test_shares_as_usual_follow_the_position() -> None:
    assert shares(with_fields(person("1", 6000), position_bp=7000)) == (7000, 7000, 7000, 7000)
    wants = person("1", 6000, wanted_bp=8000)
    assert shares(with_fields(wants, position_bp=9000)) == (9000, 8000, 9000, 9000)
    assert shares(with_fields(wants, wanted_bp=10_000)) == (6000, 10_000, 6000, 10_000)


def test_shares_set_by_hand_stay() -> None:
    own = person("1", 6000, wanted_bp=8000, min_bp=5000, max_bp=7000)
    assert shares(with_fields(own, wanted_bp=9000)) == (6000, 9000, 5000, 7000)
    # A position above Max raises it: today's position is allowed.
    assert shares(with_fields(own, position_bp=7500)) == (7500, 8000, 5000, 7500)


def test_elsewhere_takes_its_room_from_the_usual_max() -> None:
    assert with_fields(person("1", 6000, wanted_bp=10_000), elsewhere_bp=2000).max_bp == 8000


def test_an_open_line_may_close_and_become_full_time() -> None:
    vacant = with_fields(person("1", 6000), status=Status.VACANT)
    assert (vacant.min_bp, vacant.max_bp) == (0, 10_000)
    assert usual_max_bp(replace(vacant, elsewhere_bp=3000)) == 7000
    hourly = with_fields(person("1", 6000), status=Status.HOURLY)
    assert shares(hourly) == (0, 0, 0, 0)


def test_the_first_weekend_needs_a_frequency_that_has_it() -> None:
    third = person("1", weekend_every=3, weekend_offset=3)
    assert with_fields(third, weekend_every=4).weekend_offset == 3
    assert with_fields(third, weekend_every=2).weekend_offset is None
    assert with_fields(third, weekend_every=0).weekend_offset is None


def test_somebody_new_gets_the_next_free_number() -> None:
    there = (person("7"), person("A"), person("12"))
    assert new_employee(unit(employees=there)).number == "13"
    assert new_employee(unit(employees=())).number == "1"
    without_nights = new_employee(unit(employees=there, shifts=(D1,)))
    assert ShiftKind.NIGHT not in without_nights.kinds
    assert ShiftKind.NIGHT in new_employee(unit(employees=there, shifts=(D1, N1))).kinds

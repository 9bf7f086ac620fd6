"""Where people lack, against the checker's own findings, and which shift stands beside each place."""

from __future__ import annotations

from builders import demand, person, plan, row, unit

from heiltid.measures.lacks import lacks
from heiltid.rules.context import Context
from heiltid.rules.registry import judge
from heiltid.rules.staffing import MINIMUM

MONDAY = frozenset({0})
TWO = (person("1"), person("2", competence="nurse"))


def test_as_many_places_and_minutes_as_the_findings() -> None:
    here = unit(
        employees=TWO,
        demand=(
            demand(MONDAY, "07:30-22:00", 2),
            demand(MONDAY, "07:30-15:00", 1, competence="nurse"),
            demand(frozenset({1}), "22:00-07:30", 1),
        ),
    )
    rota = plan(row("D1 - - - - - -"), row("- N1 - - - - -", "2"))
    found = lacks(Context(here, rota))
    told = [entry for entry in judge(here, rota) if entry.rule == MINIMUM]
    assert [entry.person_minutes for entry in found] == [entry.amount for entry in told]
    # D1 alone from 07:30 to 15:00 lacks one, then two: 7.5 + 2 * 7 = 21.5 h; the nurse lacks 7.5 h
    assert [(entry.times, entry.people, entry.person_minutes) for entry in found] == [
        ("07:30–22:00", 2, 1_290),
        ("07:30–15:00", 1, 450),
    ]


def test_a_shift_stands_only_where_it_fills_the_time_and_the_competence() -> None:
    here = unit(
        employees=TWO,
        demand=(
            demand(MONDAY, "07:30-15:00", 1, competence="nurse"),
            demand(MONDAY, "15:00-22:00", 1),
            demand(MONDAY, "03:00-04:00", 1, competence="doctor"),
        ),
    )
    found = lacks(Context(here, plan(row("- - - - - - -"))))
    assert [(entry.times, [shift.code for shift in entry.shifts]) for entry in found] == [
        ("03:00–04:00", ["N1"]),
        ("07:30–15:00", ["D1"]),
        ("15:00–22:00", ["A1"]),  # and not a long shift that closes a part of both
    ]
    assert found[1].shifts[0].competence == "nurse"


def test_a_time_without_any_code_has_a_nameless_shift_of_its_own() -> None:
    here = unit(
        employees=TWO, shifts=(), demand=(demand(MONDAY, "07:30-15:00", 1), demand(MONDAY, "16:00-17:00", 1))
    )
    found = lacks(Context(here, plan(row("- - - - - - -"))))
    assert [(entry.times, [shift.code for shift in entry.shifts]) for entry in found] == [
        ("07:30–15:00", [None]),
        ("16:00–17:00", [None]),
    ]


def test_a_place_only_a_long_shift_closes_stands_with_that_one_and_the_others_do_not() -> None:
    # One lacks in each of three rows: 09:30-20:00 takes a long shift from end to end, the others do not.
    here = unit(
        employees=TWO,
        demand=(
            demand(MONDAY, "07:30-09:30", 1),
            demand(MONDAY, "09:30-20:00", 1),
            demand(MONDAY, "20:00-22:00", 1),
        ),
    )
    found = lacks(Context(here, plan(row("- - - - - - -"))))
    assert [[shift.code for shift in entry.shifts] for entry in found] == [["D1"], ["L1"], ["A1"]]
    assert [entry.long_codes for entry in found] == [((0, "L1"),), ((0, "L1"), (0, "L2")), ((0, "L2"),)]

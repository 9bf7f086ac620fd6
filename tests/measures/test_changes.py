"""What differs between two plans: positions, days and locked cells."""

from __future__ import annotations

from dataclasses import replace

from builders import person, plan, row, unit

from heiltid.measures.changes import (
    Locks,
    PersonChange,
    changes_between,
    locks_between,
    smaller_positions,
)
from heiltid.model import Status

WARD = unit(employees=(person("1"), person("2"), person("3")))
WAS = plan(row("D1 D1 - - !A1 - -", "1"), row("- - D1 D1 - - -", "2", 5_000), row("N1 - - - - - -", "3"))


def test_a_plan_differs_in_nothing_from_itself() -> None:
    assert changes_between(WARD, WAS, WAS) == ()
    assert locks_between(WAS, WAS) == Locks(count=1, broken=())


def test_only_lines_that_differ_are_told_with_their_days() -> None:
    now = plan(row("D1 A1 - - A1 - D1", "1"), row("- - D1 D1 - - -", "2", 7_500), WAS.rows[2])
    assert changes_between(WARD, WAS, now) == (
        PersonChange(employee="1", was_bp=10_000, now_bp=10_000, days=(1, 6)),
        PersonChange(employee="2", was_bp=5_000, now_bp=7_500, days=()),
    )


def test_day_off_codes_are_no_change_and_an_absence_over_a_shift_is() -> None:
    coded = plan(row("D1 D1 F1 F2 !A1 F1 -", "1"), *WAS.rows[1:])
    assert changes_between(WARD, WAS, coded) == ()
    away = plan(row("(D1)FE D1 - - !A1 - -", "1"), *WAS.rows[1:])
    assert [change.days for change in changes_between(WARD, WAS, away)] == [(0,)]


def test_a_line_a_plan_lacks_works_nothing_and_has_no_position() -> None:
    fewer = replace(WAS, rows=WAS.rows[:2])
    assert changes_between(WARD, WAS, fewer) == (
        PersonChange(employee="3", was_bp=10_000, now_bp=0, days=(0,)),
    )


def test_a_locked_cell_that_stands_otherwise_is_named() -> None:
    now = plan(row("D1 D1 - - D1 - -", "1"), *WAS.rows[1:])
    assert locks_between(WAS, now) == Locks(count=1, broken=(("1", 4),))


def test_whose_position_gets_clearly_smaller_is_told_the_one_who_loses_most_first() -> None:
    # 2 loses 2.5 points, 3 loses 20; 1 only 0.49, which is a shift more or less; 4 is held by nobody.
    ward = unit(employees=(*WARD.employees, person("4", 5_000, status=Status.VACANT)))
    free = "- - - - - - -"
    was = plan(*(row(free, number, 8_000) for number in "1234"))
    now = plan(*(row(free, *one) for one in (("1", 7_951), ("2", 7_750), ("3", 6_000), ("4", 0))))
    assert [change.employee for change in smaller_positions(ward, was, now)] == ["3", "2"]
    assert smaller_positions(ward, now, was) == ()

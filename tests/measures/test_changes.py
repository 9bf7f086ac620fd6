"""What differs between two plans: positions, days and locked cells."""

from __future__ import annotations

from dataclasses import replace

from builders import person, plan, row, unit

from heiltid.measures.changes import Locks, PersonChange, changes_between, locks_between

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

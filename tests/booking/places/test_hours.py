"""How a shift on top of the plan counts: of the position, up to full time, or beyond it.

The full-time week is 35.5 h = 2130 minutes; D1 is 450 minutes, N1 600, L1 750; half of D1, 225, is the
tolerance.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from builders import D1, L1, N1, person, row, unit
from rolls import SUMMER

from heiltid.booking.places.hours import Hours, HoursOf, Split
from heiltid.model import Absence, Agreement, Employee, RotaKind, ShiftType, Signed, Status, Unit

HER_OWN = Agreement(paragraph="10-5 (1)", employee="1", signed=Signed.YES)
NOT_HER_OWN = Agreement(paragraph="10-5 (1)", employee="1", signed=Signed.REFUSED)
UNION = Agreement(paragraph="10-5 (2)", signed=Signed.YES)
NO_UNION = Agreement(paragraph="10-5 (2)", signed=Signed.REFUSED)


def dated(employee: Employee, weeks: int = 1, **more: Any) -> Unit:
    return unit(weeks, start=SUMMER, kind=RotaKind.DATED, employees=(employee,), **more)


def hours(employee: Employee, line: str, now: str = "", **more: Any) -> tuple[Hours, HoursOf]:
    reckoned = Hours(dated(employee, **more))
    planned = row(line, position=employee.position_bp)
    return reckoned, reckoned.of(employee, planned, row(now or line, position=employee.position_bp))


def split(unbound: int = 0, extra: int = 0, overtime: int = 0) -> Split:
    return Split(unbound=unbound, extra=extra, overtime=overtime)


def test_hours_of_the_position_that_are_not_planned_are_unbound() -> None:
    # 50 % of 2130 is 1065; one D1 leaves 615: one more D1 and 165 of the next.
    reckoned, half = hours(person(position=5_000), "D1 - - - - - -")
    assert (half.by_week, half.unbound) == ({0: 450}, 615)
    assert reckoned.split(half, 2, D1) == split(unbound=450)
    then = reckoned.with_shift(half, 2, D1)
    assert reckoned.split(then, 3, D1) == split(unbound=165, extra=285)
    assert reckoned.with_shift(then, 3, D1).unbound == 0


def test_a_position_within_the_tolerance_of_a_contract_has_nothing_unbound() -> None:
    _, half = hours(person(position=5_000), "D1 D1 - - - - -")  # 1065 - 900 = 165, below 225
    assert half.unbound == 0


def test_beyond_the_full_time_week_is_overtime() -> None:
    # 84.5 % is 1800 minutes: four D1. A fifth makes 2250, 120 beyond 2130.
    reckoned, most = hours(person(position=8_450), "D1 D1 D1 D1 - - -")
    assert reckoned.split(most, 4, D1) == split(extra=330, overtime=120)


def test_a_week_the_plan_fills_beyond_full_time_leaves_overtime_only() -> None:
    line = "D1 D1 D1 D1 D1 - - D1 D1 D1 - - - -"  # 2250 and 1350 of 84.5 %: 3600 in all
    reckoned, most = hours(person(position=8_450), line, weeks=2)
    assert reckoned.split(most, 5, D1) == split(overtime=450)
    assert reckoned.split(most, 11, D1) == split(extra=450)  # 1800 in that week


def test_whoever_has_a_full_position_has_overtime_from_the_first_minute() -> None:
    reckoned, full = hours(person(), "D1 D1 D1 D1 D1 - - - D1 D1 D1 D1 - -", weeks=2)
    assert reckoned.split(full, 12, D1) == split(overtime=450)
    # 60 % here and 40 % elsewhere, in a week with two D1 only.
    both = person(position=6_000, elsewhere_bp=4_000)
    reckoned, two = hours(both, "D1 D1 D1 D1 - - - D1 D1 - - - - -", weeks=2)
    assert reckoned.split(two, 11, D1) == split(overtime=450)


def test_a_position_elsewhere_takes_its_share_of_the_week() -> None:
    # 30 % elsewhere leaves 1491 of the week. Two D1 (900) and one more: 1350; then 1800, 309 beyond.
    reckoned, half = hours(person(position=4_225, elsewhere_bp=3_000), "D1 D1 - - - - -")
    assert reckoned.split(half, 3, D1) == split(extra=450)
    then = reckoned.with_shift(half, 3, D1)
    assert reckoned.split(then, 4, D1) == split(extra=141, overtime=309)


@pytest.mark.parametrize(
    ("book", "agreements", "shift", "extra"),
    [
        # By the law alone a day is 9 h: 540 of the 600 and of the 750 minutes.
        ("tariff", (), N1, 540),
        ("tariff", (), L1, 540),
        # 10 h by her own agreement, 12.5 h by the union representatives'.
        ("tariff", (HER_OWN,), N1, 600),
        ("tariff", (HER_OWN,), L1, 600),
        ("tariff", (UNION,), L1, 750),
        ("local", (), L1, 750),
        ("local", (NO_UNION,), L1, 600),
        ("local", (NO_UNION, NOT_HER_OWN), N1, 540),
    ],
)
def test_beyond_the_full_time_day_is_overtime(
    book: str, agreements: tuple[Agreement, ...], shift: ShiftType, extra: int
) -> None:
    """The day is as long as a shift may be by an agreement that may be used for her."""
    reckoned, some = hours(
        person(position=2_113), "D1 - - - - - -", rule_book=book, agreements=agreements
    )  # 450 of 450
    assert reckoned.split(some, 5, shift) == split(extra=extra, overtime=shift.paid_minutes - extra)


def test_long_hours_of_the_own_position_are_no_overtime() -> None:
    reckoned, half = hours(person(position=6_000), "D1 - - - - - -")  # 1278 - 450 = 828
    assert reckoned.split(half, 5, L1) == split(unbound=750)


def test_a_substitute_has_extra_hours_up_to_the_full_week() -> None:
    reckoned, none = hours(person(position=0, status=Status.HOURLY), "- - - - - - -")
    for day, expected in enumerate((450, 450, 450, 450)):
        assert reckoned.split(none, day, D1) == split(extra=expected)
        none = reckoned.with_shift(none, day, D1)
    assert reckoned.split(none, 4, D1) == split(extra=330, overtime=120)  # 1800 + 450 - 2130
    assert reckoned.with_shift(none, 4, D1).overtime[0].minutes == 120


def test_what_stands_on_top_of_the_plan_is_counted_by_its_dates() -> None:
    # 615 unbound: D1 on Wednesday takes 450, the one on Friday 165 and 285 extra.
    _, half = hours(person(position=5_000), "D1 - - - - - -", "D1 - D1 - D1 - -")
    assert (half.unbound, half.overtime, half.by_week) == (0, (), {0: 1350})


def test_a_longer_shift_in_place_of_a_planned_one_counts_for_the_rest() -> None:
    reckoned, full = hours(person(), "D1 D1 D1 D1 D1 - -", "D1 D1 D1 D1 L1 - -")
    assert [entry.minutes for entry in full.overtime] == [300]
    assert reckoned.split(full, 5, D1, instead_of=450) == split()


def test_a_shorter_shift_in_place_of_a_planned_one_leaves_the_rest_to_be_filled() -> None:
    """750 + 3 x 450 of 2130 are planned. D1 instead of L1 leaves 300: of one more D1 150 are on top."""
    line = "L1 D1 D1 D1 - - -"
    reckoned, full = hours(person(), line, "D1 D1 D1 D1 - - -")
    assert (full.unbound, full.by_week) == (300, {0: 1800})
    assert reckoned.split(full, 5, D1) == split(unbound=300, overtime=150)
    # Taken off first and then given the shorter one it is the same.
    gone = hours(person(), line, "- D1 D1 D1 - - -")[1]
    assert reckoned.with_shift(gone, 0, D1) == full


def test_a_shift_moved_to_another_day_is_not_one_more() -> None:
    # Thursday's D1 stands on Saturday now; 2250 is within the tolerance of a full position.
    _, full = hours(person(), "D1 D1 D1 D1 D1 - -", "D1 D1 D1 - D1 D1 -")
    assert (full.unbound, full.overtime, full.by_week) == (0, (), {0: 2250})
    _, away = hours(person(), "D1 D1 D1 D1 D1 - -", "D1 D1 D1 - D1 - -")
    assert (away.unbound, away.by_week) == (450, {0: 1800})


def test_days_of_an_absence_are_in_on_both_sides() -> None:
    ill = Absence(employee="1", first=SUMMER, last=SUMMER, code="SJUK")
    _, half = hours(person(position=6_000), "(D1)SJUK D1 - - - - -", absences=(ill,))
    assert (half.by_week, half.unbound) == ({0: 900}, 1278 - 900)


@pytest.mark.parametrize(("weeks", "minutes"), [(2, 1065), (4, 3195)])
def test_only_days_of_the_employment_count(weeks: int, minutes: int) -> None:
    comes = person(position=5_000, employed_from=SUMMER + timedelta(days=7))
    _, half = hours(comes, " ".join(["-"] * 7 * weeks), weeks=weeks)
    assert half.unbound == minutes

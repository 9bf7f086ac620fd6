"""Tiny requests about positions: who misses what, which lines close."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from builders import D1, MONDAY, WEEKDAYS, demand, plan, row, unit
from tiny_units import DAYS, IDLE, on, someone, wish

from heiltid.jobs import Goal, SolveRequest
from heiltid.model import Absence, RotaKind, Status, WishStrength


def two_want_more() -> SolveRequest:
    """Hours for one and a half: who misses less, then evenly, then the average."""
    people = (someone("1", 5_000, wanted_bp=8_000), someone("2", 4_000, wanted_bp=5_000, min_bp=3_000))
    return SolveRequest(unit=unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(DAYS,)))


def vacant_line_closes() -> SolveRequest:
    """One person can take all the hours, so the vacant line is not announced."""
    people = (someone("1", 6_000, wanted_bp=10_000), someone("2", 4_000, status=Status.VACANT))
    return SolveRequest(unit=unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(DAYS,)))


def vacant_line_of_the_same_size() -> SolveRequest:
    """With and without the vacant line the average is 80 %; only with it the Target is met."""
    people = (
        someone("1", 8_000, min_bp=8_000, max_bp=8_000),
        someone("2", 8_000, max_bp=8_000, status=Status.VACANT),
    )
    wanted = demand(WEEKDAYS, "07:30-15:00", 0, target=2)
    return SolveRequest(unit=unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(wanted,)))


def temporary_line_that_is_locked() -> SolveRequest:
    """A line that may close but holds a locked shift is a line all the same."""
    people = (someone("1", 6_000, wanted_bp=9_000), someone("2", 3_000, status=Status.TEMPORARY))
    today = plan(row("- - - - - - -", "1"), row("!D1 !- !- !- !- !- !-", "2"))
    a_unit = unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(DAYS,))
    return SolveRequest(unit=a_unit, today=today)


def part_held_elsewhere() -> SolveRequest:
    """60 % elsewhere and 40 % here is full time; away for the whole rota keeps the contract."""
    people = (
        someone("1", 3_000, wanted_bp=4_000, max_bp=4_000, elsewhere_bp=6_000),
        someone("2", 4_000, wanted_bp=6_000),
        someone("3", 2_000, min_bp=2_000),
    )
    away = Absence(employee="3", first=MONDAY, last=date(2027, 1, 10), code="PERM")
    a_unit = unit(
        kind=RotaKind.DATED,
        shifts=(on(D1, *WEEKDAYS),),
        employees=people,
        demand=(DAYS,),
        absences=(away,),
        fte_budget_bp=11_000,
    )
    return SolveRequest(unit=a_unit)


def one_minimum_out_of_budget() -> SolveRequest:
    """A budget that stops one of them at 50 %."""
    people = (someone("1", 5_000, min_bp=5_000), someone("2", 5_000, min_bp=5_000, wanted_bp=10_000))
    a_unit = unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(DAYS,), fte_budget_bp=12_000)
    return SolveRequest(unit=a_unit)


def small_position_avoided() -> SolveRequest:
    """Two shifts for one and one for the other: the one with 30 % elsewhere can do with less.

    The wishes ask for the opposite and come later.
    """
    people = (
        someone("1", 3_000, wanted_bp=7_000, max_bp=7_000, elsewhere_bp=3_000),
        someone("2", 4_000, wanted_bp=7_000, max_bp=7_000),
    )
    wishes = (
        wish("1", 0, code="D1"),
        wish("1", 1, code="D1"),
        *(wish("2", day, off=True) for day in range(5)),
    )
    a_unit = unit(
        shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(IDLE,), wishes=wishes, fte_budget_bp=7_200
    )
    return SolveRequest(unit=a_unit)


def missing_spread_evenly() -> SolveRequest:
    """50 + 21 % or 21 + 50 %: the same percent are missing, but one way one person misses it all."""
    people = (someone("1", 3_000, wanted_bp=10_000), someone("2", 4_000, wanted_bp=5_000))
    wishes = (
        wish("2", 0, code="D1"),
        wish("2", 1, code="D1"),
        *(wish("1", day, off=True) for day in range(5)),
    )
    a_unit = unit(
        shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(IDLE,), wishes=wishes, fte_budget_bp=7_200
    )
    return SolveRequest(unit=a_unit)


def other_order_of_goals() -> SolveRequest:
    """Target staffing and wishes before positions."""
    first = (Goal.STAFFING, Goal.TARGET, Goal.SURPLUS, Goal.WISHES)
    order = (*first, *(goal for goal in Goal if goal not in first))
    people = (someone("1", 3_000, wanted_bp=10_000), someone("2", 3_000, wanted_bp=10_000))
    a_unit = unit(
        shifts=(on(D1, *WEEKDAYS),),
        employees=people,
        demand=(demand(frozenset({0, 2, 4}), "07:30-15:00", 1),),
        wishes=(wish("1", 0, off=True), wish("2", 2, WishStrength.STRONG, code="D1")),
        fte_budget_bp=15_000,
    )
    return SolveRequest(unit=a_unit, goal_order=order)


CASES: tuple[Callable[[], SolveRequest], ...] = (
    two_want_more,
    vacant_line_closes,
    vacant_line_of_the_same_size,
    temporary_line_that_is_locked,
    part_held_elsewhere,
    one_minimum_out_of_budget,
    small_position_avoided,
    missing_spread_evenly,
    other_order_of_goals,
)

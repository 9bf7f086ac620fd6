"""Tiny requests about staffing: who counts for what, by day, by night and on red days."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from builders import D1, N1, WEEKDAYS, demand, plan, row, shift, unit
from tiny_units import DAY, FULL_WEEKLY_REST, NIGHT, by_code, on, someone

from heiltid.jobs import SolveRequest
from heiltid.model import Absence, DaySelector, Plan, RotaKind


def nurse_and_assistant() -> SolveRequest:
    """A nurse stands in for the assistant, never the other way round."""
    people = (
        someone("1", 4_000, competence="nurse"),
        someone("2", 4_000, wanted_bp=6_000, competence="assistant"),
    )
    rows = (
        demand(frozenset({0, 1}), "07:30-15:00", 1, competence="nurse"),
        demand(WEEKDAYS, "07:30-15:00", 1),
        demand(frozenset({3}), "07:30-15:00", 2, maximum=2),
    )
    return SolveRequest(unit=unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=rows))


def counted_by_code() -> SolveRequest:
    """Demand by code: a long day on another code does not count."""
    early = shift("D2", "07:00-13:00")
    a_unit = unit(
        shifts=(on(D1, 0, 1, 2), on(early, 0, 1, 2, 3)),
        employees=(someone("1", 5_000), someone("2", 3_000, max_bp=4_000)),
        demand=(by_code("D2", frozenset({0, 1, 2, 3}), 1, 1), by_code("D1", frozenset({1}), 1, 2)),
    )
    return SolveRequest(unit=a_unit)


def nights_and_days() -> SolveRequest:
    """One person, nights across the seam from Sunday to Monday, 24 h before a day shift."""
    a_unit = unit(
        shifts=(on(D1, 0, 1, 2, 3, 4), on(N1, 0, 1, 2, 3, 4)),
        employees=(someone("1", 9_000, kinds=frozenset({DAY, NIGHT})),),
        demand=(demand(frozenset(range(7)), "21:45-07:45", 1), demand(WEEKDAYS, "07:30-15:00", 1)),
        overrides=(FULL_WEEKLY_REST,),
    )
    return SolveRequest(unit=a_unit)


def red_whit_monday() -> SolveRequest:
    """Dated week of 17 May 2027 (Whit Monday): red row on Monday, absence, holiday laid over, history."""
    people = (someone("1", 5_000, weekend_every=3), someone("2", 5_000, weekend_every=3))
    past = "- - - - - - - - D1 D1 D1 D1 - -"
    today = Plan(
        rows=(
            row("- - (D1)FE - - - -", "1", history=past),
            row("- - - - !D1 - -", "2", history="- " * 13 + "D1"),
        )
    )
    a_unit = unit(
        start=date(2027, 5, 17),
        kind=RotaKind.DATED,
        shifts=(replace(D1, days=DaySelector(weekdays=frozenset({1, 2, 3, 4}), red=True)),),
        employees=people,
        demand=(
            replace(demand(frozenset(), "07:30-15:00", 1), days=DaySelector(red=True)),
            demand(WEEKDAYS, "08:00-14:00", 1),
        ),
        absences=(Absence(employee="2", first=date(2027, 5, 18), last=date(2027, 5, 19), code="FE"),),
    )
    return SolveRequest(unit=a_unit, today=today)


def night_from_the_history() -> SolveRequest:
    """The last night before the start staffs Monday's small hours and keeps its worker from Monday."""
    people = (someone("1", 4_000, kinds=frozenset({NIGHT})), someone("2", 5_000, kinds=frozenset({DAY})))
    a_unit = unit(
        kind=RotaKind.DATED,
        start=date(2027, 8, 2),
        shifts=(on(D1, 0, 1, 2), on(N1, 0, 1, 2)),
        employees=people,
        demand=(demand(frozenset({0, 1}), "00:00-07:45", 1), demand(frozenset({0, 1, 2}), "07:30-15:00", 1)),
    )
    today = plan(
        row("- " * 7, "1", history="- " * 13 + "N1"), row("- " * 7, "2", history="- " * 12 + "D1 D1")
    )
    return SolveRequest(unit=a_unit, today=today)


def more_hours_than_asked() -> SolveRequest:
    """Two people with two shifts each where three are asked for; shared nights would be the fairest."""
    night = on(shift("N1", "22:00-05:30"), 0)
    people = tuple(someone(n, 4_225, min_bp=4_225, kinds=frozenset({DAY, NIGHT})) for n in "12")
    rows = (demand(frozenset({2, 4}), "07:30-15:00", 1), demand(frozenset({0}), "22:00-05:30", 1))
    return SolveRequest(unit=unit(shifts=(on(D1, 2, 4), night), employees=people, demand=rows))


def hours_nobody_asks_for() -> SolveRequest:
    """Two with three shifts each where two days are asked for: the third lies by day, not both on one day."""
    people = (
        someone("1", 6_338, min_bp=6_338, max_bp=6_338, kinds=frozenset({DAY})),
        someone("2", 6_338, min_bp=6_338, max_bp=6_338, kinds=frozenset({DAY})),
    )
    a_unit = unit(
        shifts=(on(D1, 0, 1, 3, 4, 5),),
        employees=people,
        demand=(demand(frozenset({0, 1}), "07:30-15:00", 2),),
        fte_budget_bp=13_000,
    )
    return SolveRequest(unit=a_unit)


CASES: tuple[Callable[[], SolveRequest], ...] = (
    nurse_and_assistant,
    counted_by_code,
    nights_and_days,
    red_whit_monday,
    night_from_the_history,
    more_hours_than_asked,
    hours_nobody_asks_for,
)

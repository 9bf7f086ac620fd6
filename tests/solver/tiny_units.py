"""Tiny requests whose every plan can be looked at: one for each thing that may matter, and by chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from builders import A1, D1, L1, MONDAY, N1, WEEKDAYS, WEEKEND, demand, person, plan, row, shift, unit

from heiltid.jobs import Goal, SolveRequest
from heiltid.model import (
    Absence,
    Agreement,
    DaySelector,
    DemandRow,
    Employee,
    Plan,
    RotaKind,
    RuleOverride,
    ShiftKind,
    ShiftType,
    Signed,
    Status,
    Wish,
    WishDays,
    WishStrength,
)

DAY, EVENING, NIGHT = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT
MEETING = shift("O1", "09:00-12:00")
# The engine never shortens the weekly rest to 28 h; here the checker may not either.
FULL_WEEKLY_REST = RuleOverride(rule="weekly_rest", parameter="agreed_minutes", value="35:00")


def on(kind: ShiftType, *weekdays: int) -> ShiftType:
    """A code that exists on some weekdays only, to keep the number of plans small."""
    return replace(kind, days=DaySelector(weekdays=frozenset(weekdays), red=False))


def someone(number: str, position: int = 5_000, **more: object) -> Employee:
    """Free to work anything from nothing to full time, never at weekends unless told otherwise."""
    return person(
        number,
        position,
        **{"min_bp": 0, "max_bp": 10_000, "weekend_every": 0, "kinds": frozenset({DAY, EVENING}), **more},
    )


def wish(employee: str, weekday: int, strength: WishStrength = WishStrength.WEAK, **what: object) -> Wish:
    """A wish for one weekday of every week."""
    return Wish(employee=employee, when=WishDays(weekday=weekday), strength=strength, **what)  # type: ignore[arg-type]


def by_code(code: str, days: frozenset[int], minimum: int, target: int) -> DemandRow:
    """People counted on that very code."""
    return DemandRow(days=DaySelector(weekdays=days), shift=code, minimum=minimum, target=target)


DAYS = demand(WEEKDAYS, "07:30-15:00", 1)
IDLE = demand(WEEKDAYS, "07:30-15:00", 0)


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


def wishes_of_every_strength() -> SolveRequest:
    """Must is kept, strong outweighs two weak ones."""
    wishes = (
        wish("1", 0, WishStrength.MUST, off=True),
        wish("1", 4, WishStrength.MUST, code="D1"),
        wish("1", 1, WishStrength.STRONG, code="D1", negated=True),
        wish("2", 1, off=True),
        wish("2", 2, kind=DAY),
        wish("2", 3, WishStrength.STRONG, off=True, negated=True),
        wish("1", 3, code="D1"),
    )
    people = (someone("1", 5_000), someone("2", 5_000))
    a_unit = unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(DAYS,), wishes=wishes)
    return SolveRequest(unit=a_unit)


def evenings_shared() -> SolveRequest:
    """Two who take evenings, in proportion to what they want; quick returns need 10-8 (3)."""
    people = (someone("1", 8_000, min_bp=7_000), someone("2", 4_000, min_bp=3_000))
    rows = (
        demand(frozenset({0, 1, 2, 3}), "14:30-22:00", 1),
        demand(frozenset({0, 2}), "07:30-15:00", 1),
    )
    a_unit = unit(
        shifts=(on(D1, 0, 1, 2, 3), on(A1, 0, 1, 2, 3)),
        employees=people,
        demand=rows,
        overrides=(FULL_WEEKLY_REST,),
    )
    return SolveRequest(unit=a_unit)


def today_kept() -> SolveRequest:
    """Least change from today's rota, two locked cells, and a meeting that stays."""
    people = (someone("1", 5_000), someone("2", 5_000))
    today = plan(row("D1 D1 !- - O1 - -", "1"), row("- - !D1 D1 D1 - -", "2"))
    a_unit = unit(shifts=(on(D1, *WEEKDAYS), MEETING), employees=people, demand=(DAYS,))
    return SolveRequest(unit=a_unit, today=today, keep_today_weight=3)


def every_second_weekend() -> SolveRequest:
    """One person, two weeks: at most one of the two weekends, whole rather than half."""
    a_unit = unit(
        2,
        shifts=(on(D1, 0, 1, 5, 6),),
        employees=(someone("1", 4_000, wanted_bp=5_000, weekend_every=2),),
        demand=(demand(WEEKEND, "07:30-15:00", 1), demand(frozenset({0, 1}), "07:30-15:00", 0, target=1)),
        overrides=(FULL_WEEKLY_REST,),
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


def long_weekends() -> SolveRequest:
    """Long shifts for the one who says yes to them; the weekend is shared with the other."""
    people = (
        someone("1", 4_000, weekend_every=2, long_shifts=True, kinds=frozenset({DAY})),
        someone("2", 3_000, weekend_every=2, kinds=frozenset({DAY})),
    )
    a_unit = unit(
        2,
        shifts=(on(D1, 0, 5), on(L1, 5, 6)),
        employees=people,
        demand=(demand(WEEKEND, "09:30-20:00", 1), demand(frozenset({0}), "07:30-15:00", 1)),
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


def counted_by_code() -> SolveRequest:
    """Demand by code: a long day on another code does not count."""
    early = shift("D2", "07:00-13:00")
    a_unit = unit(
        shifts=(on(D1, 0, 1, 2), on(early, 0, 1, 2, 3)),
        employees=(someone("1", 5_000), someone("2", 3_000, max_bp=4_000)),
        demand=(by_code("D2", frozenset({0, 1, 2, 3}), 1, 1), by_code("D1", frozenset({1}), 1, 2)),
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


def wishes_before_calm() -> SolveRequest:
    """Monday, Wednesday and Friday wished: restless, but wished."""
    wishes = tuple(wish("1", day, code="D1") for day in (0, 2, 4))
    people = (someone("1", 6_338, min_bp=6_338, max_bp=6_338),)
    a_unit = unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(DAYS,), wishes=wishes)
    return SolveRequest(unit=a_unit)


def rest_refused() -> SolveRequest:
    """Without 10-8 (3) no day shift follows an evening."""
    request = evenings_shared()
    refused = (Agreement(paragraph="10-8 (3)", signed=Signed.REFUSED),)
    return replace(request, unit=replace(request.unit, agreements=refused))


def more_hours_than_asked() -> SolveRequest:
    """Two people with two shifts each where three are asked for; shared nights would be the fairest."""
    night = on(shift("N1", "22:00-05:30"), 0)
    people = tuple(someone(n, 4_225, min_bp=4_225, kinds=frozenset({DAY, NIGHT})) for n in "12")
    rows = (demand(frozenset({2, 4}), "07:30-15:00", 1), demand(frozenset({0}), "22:00-05:30", 1))
    return SolveRequest(unit=unit(shifts=(on(D1, 2, 4), night), employees=people, demand=rows))


def weekends_of_night_workers() -> SolveRequest:
    """Three by night share four Sundays, four Tuesdays and four Wednesdays, four nights each.

    Of the twelve Sunday shifts of all, each of the three would by her size have more than she may: her
    distance from that would be as large with none and two as with one and one.
    """
    night = on(shift("N1", "22:00-05:30"), 1, 2, 6)
    by_night = tuple(
        someone(
            n, 2_113, min_bp=2_100, max_bp=2_130, wanted_bp=10_000, weekend_every=2, kinds=frozenset({NIGHT})
        )
        for n in "123"
    )
    by_day = tuple(someone(n, 1_000, wanted_bp=1_000, weekend_every=2) for n in "4567")
    rows = (
        demand(frozenset({1, 2, 6}), "22:00-05:30", 1),
        demand(frozenset({6}), "07:30-15:00", 2),
    )
    return SolveRequest(unit=unit(4, shifts=(on(D1, 6), night), employees=(*by_night, *by_day), demand=rows))


def extra_weekends(*wishes: Wish) -> SolveRequest:
    """One works three of eight Sundays, every third and two extra."""
    size = {"min_bp": 760, "max_bp": 820, "wanted_bp": 792, "weekend_every": 3, "extra_weekends": 2}
    rows = (demand(frozenset({6}), "07:30-15:00", 1),)
    people = (someone("1", 792, **size),)
    return SolveRequest(unit=unit(8, shifts=(on(D1, 6),), employees=people, demand=rows, wishes=wishes))


def three_on_end() -> SolveRequest:
    """Wishes, which come before calm, make it three weekends on end."""
    when = (WishDays(weekday=6, week=week) for week in (1, 2, 3))
    return extra_weekends(*(Wish(employee="1", when=days, code="D1") for days in when))


CASES: tuple[Callable[[], SolveRequest], ...] = (
    two_want_more,
    vacant_line_closes,
    vacant_line_of_the_same_size,
    temporary_line_that_is_locked,
    nurse_and_assistant,
    wishes_of_every_strength,
    evenings_shared,
    today_kept,
    every_second_weekend,
    nights_and_days,
    long_weekends,
    red_whit_monday,
    night_from_the_history,
    part_held_elsewhere,
    other_order_of_goals,
    counted_by_code,
    one_minimum_out_of_budget,
    small_position_avoided,
    missing_spread_evenly,
    wishes_before_calm,
    rest_refused,
    more_hours_than_asked,
    three_on_end,
)

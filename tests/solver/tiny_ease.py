"""Tiny requests about what people are to live with: wishes, fair shares, weekends, today's rota."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from builders import A1, D1, L1, WEEKDAYS, WEEKEND, demand, plan, row, shift, unit
from tiny_units import DAY, DAYS, FULL_WEEKLY_REST, MEETING, NIGHT, on, someone, wish

from heiltid.jobs import SolveRequest
from heiltid.model import Agreement, Signed, Wish, WishDays, WishStrength


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
    rows = (demand(frozenset({0, 1, 2, 3}), "14:30-22:00", 1), demand(frozenset({0, 2}), "07:30-15:00", 1))
    a_unit = unit(
        shifts=(on(D1, 0, 1, 2, 3), on(A1, 0, 1, 2, 3)),
        employees=people,
        demand=rows,
        overrides=(FULL_WEEKLY_REST,),
    )
    return SolveRequest(unit=a_unit)


def rest_refused() -> SolveRequest:
    """Without 10-8 (3) no day shift follows an evening."""
    request = evenings_shared()
    refused = (Agreement(paragraph="10-8 (3)", signed=Signed.REFUSED),)
    return replace(request, unit=replace(request.unit, agreements=refused))


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


def wishes_before_calm() -> SolveRequest:
    """Monday, Wednesday and Friday wished: restless, but wished."""
    wishes = tuple(wish("1", day, code="D1") for day in (0, 2, 4))
    people = (someone("1", 6_338, min_bp=6_338, max_bp=6_338),)
    a_unit = unit(shifts=(on(D1, *WEEKDAYS),), employees=people, demand=(DAYS,), wishes=wishes)
    return SolveRequest(unit=a_unit)


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
    rows = (demand(frozenset({1, 2, 6}), "22:00-05:30", 1), demand(frozenset({6}), "07:30-15:00", 2))
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
    wishes_of_every_strength,
    evenings_shared,
    rest_refused,
    today_kept,
    every_second_weekend,
    long_weekends,
    wishes_before_calm,
    extra_weekends,
    three_on_end,
)

"""Holes in the staffing are closed by moving shifts, and positions move only when nothing else helps."""

from __future__ import annotations

import pytest
from asking_engine import anyone, must
from builders import D1, WEEKDAYS, WEEKEND, demand, plan, row, unit
from one_line import workshop

from heiltid.jobs import SolveRequest
from heiltid.model import Plan, ShiftKind, Unit
from solver.effort import Effort
from solver.improve import Improver, Incumbent
from solver.mend import MOST_RESTS, Mender
from solver.score import Scorer

DAY = frozenset({ShiftKind.DAY})
EFFORT = Effort(seconds=2.0, workers=1, seed=1, deterministic=True)
FREE_WEEK = "- - - - - - - "
WEEKEND_WORKED = "- - - - - D1 D1 "
TWO_SHIFTS_A_WEEK = 4_225  # 15 h of 35.5 h


def begin(a_unit: Unit, today: Plan) -> tuple[Mender, Incumbent]:
    """A mender for the unit, and the rota to begin with."""
    shop = workshop(SolveRequest(unit=a_unit, today=today))
    scorer = Scorer(shop)
    roster = shop.soft.today
    assert roster is not None
    everybody = [1] * len(shop.frame.people)
    return Mender(shop, scorer, everybody, seed=1), Incumbent(roster, scorer.score(roster))


def weekends() -> tuple[Unit, Plan]:
    """Three weekends and three people who may work one each: the first is double, the second open.

    1 has the third and may have no other, 3 may not have the second: so 2 must take it.
    """
    people = tuple(anyone(n, 1_400, kinds=DAY, weekend_every=3, max_bp=1_500) for n in "123")
    closed = (("1", 1), ("1", 2), ("3", 2))
    away = tuple(must(number, day, week, off=True) for number, week in closed for day in WEEKEND)
    a_unit = unit(3, employees=people, shifts=(D1,), demand=(demand(WEEKEND, "07:30-15:00", 1),), wishes=away)
    today = plan(
        row(FREE_WEEK * 2 + WEEKEND_WORKED, "1"),
        row(WEEKEND_WORKED + FREE_WEEK * 2, "2"),
        row(WEEKEND_WORKED + FREE_WEEK * 2, "3"),
    )
    return a_unit, today


def test_a_hole_is_closed_by_moving_weekends_and_nobodys_position_changes() -> None:
    # 1 must keep weekend 3 and 3 may not have 2, so 2 leaves the first weekend, which is double.
    mender, best = begin(*weekends())
    assert best.score.understaffed_minutes == 2 * 450
    mended = mender.mend(best, EFFORT)
    assert mended.score.understaffed_minutes == 0
    assert mended.score.contracts_bp == best.score.contracts_bp
    assert mender.failures == 0
    assert (mended.roster != best.roster).sum() == 4  # two days left and two taken, nothing else


def test_positions_move_only_after_failures() -> None:
    # She works two of the four days in each of two weeks, 30 h of 71 h. A fifth shift would lie within
    # half a shift of the round mark of 50 %, all eight within that of 80 % (60 h against 56.8 h).
    a_unit = unit(
        2,
        employees=(anyone("1", 3_000, min_bp=3_000, wanted_bp=8_000, max_bp=8_000, kinds=DAY),),
        shifts=(D1,),
        demand=(demand(frozenset(range(4)), "07:30-15:00", 1),),
        fte_budget_bp=10_000,
    )
    mender, best = begin(a_unit, plan(row("D1 D1 - - - - - " * 2)))
    contracts = []
    for _ in range(3):
        best = mender.mend(best, EFFORT)
        contracts.append(best.score.contracts_bp[0])
    assert contracts == [TWO_SHIFTS_A_WEEK, TWO_SHIFTS_A_WEEK, 8_000]
    assert best.score.understaffed_minutes == 0


def test_a_hole_nobody_can_close_is_left_with_more_room_and_longer_rests() -> None:
    # Nobody may work at weekends at all.
    a_unit = unit(
        employees=(anyone("1", 4_000, min_bp=3_000, kinds=DAY),),
        shifts=(D1,),
        demand=(demand(WEEKEND, "07:30-15:00", 1),),
        fte_budget_bp=10_000,
    )
    mender, best = begin(a_unit, plan(row("D1 D1 - - - - -")))
    room = mender.room
    rests = []
    for _ in range(MOST_RESTS + 2):
        assert mender.mend(best, EFFORT) is best
        rests.append(mender.rests)
    assert rests == [1, 2, 3, 4, 4, 4]
    assert mender.room > room


def test_without_a_hole_nothing_is_touched() -> None:
    a_unit, today = weekends()
    mender, best = begin(a_unit, today)
    whole = mender.mend(best, EFFORT)
    assert mender.mend(whole, EFFORT) is whole


FULL_WEEK, SHORT_WEEK = "D1 D1 D1 D1 D1 - - ", "D1 D1 - - - - - "


@pytest.mark.parametrize(("short", "is_together"), [(1, False), (2, True)])
def test_several_people_outside_their_limits_are_settled_together(short: int, is_together: bool) -> None:
    # Full time is 71 h in two weeks, nine shifts are within half a shift of it, four are not.
    people = tuple(anyone(n, 10_000, min_bp=10_000, kinds=DAY) for n in "123")
    a_unit = unit(
        2, employees=people, shifts=(D1,), demand=(demand(WEEKDAYS, "07:30-15:00", 2),), fte_budget_bp=30_000
    )
    lines = [SHORT_WEEK * 2] * short + [FULL_WEEK + "D1 D1 D1 D1 - - - "] * (3 - short)
    mender, best = begin(a_unit, plan(*(row(line, n) for line, n in zip(lines, "123", strict=True))))
    assert sum(outside > 0 for outside in best.score.outside) == short
    settled = mender.settle(best, EFFORT)
    assert (settled.score.outside_bp == 0) is is_together
    assert (settled.score.understaffed_minutes < best.score.understaffed_minutes) is is_together


def test_a_sweep_keeps_the_staffing_and_the_positions() -> None:
    # Monday, Wednesday, Friday against Tuesday, Thursday: each day stands alone, and need not.
    people = tuple(anyone(n, 4_225, kinds=DAY, min_bp=4_000, max_bp=6_500) for n in "12")
    a_unit = unit(
        2, employees=people, shifts=(D1,), demand=(demand(WEEKDAYS, "07:30-15:00", 1),), fte_budget_bp=20_000
    )
    today = plan(row("D1 - D1 - D1 - - " * 2, "1"), row("- D1 - D1 - - - " * 2, "2"))
    mender, best = begin(a_unit, today)
    improver = Improver(mender.shop, mender.scorer, [1, 1], seed=1)
    swept = improver.sweep(best, EFFORT, lambda _: False)
    before, after = best.score, swept.score
    assert after.is_as_good(before, 8)
    assert after.understaffed_minutes == 0
    assert after.reported[-1] < before.reported[-1]  # days stand together
    assert improver.sweep(best, EFFORT, lambda _: True) is best

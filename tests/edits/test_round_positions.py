"""Round positions. A full-time week is 35.5 h; D1 is 7.5 h, so 3.75 h is tolerated: 10.56 %."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import person, plan, row, unit

from heiltid.edits.round_positions import HALF_BP, WHOLE_BP, Kept, Obstacle, rounded_positions
from heiltid.model import Employee, Plan, Unit
from heiltid.rules.contract import POSITION_HOURS
from heiltid.rules.registry import judge

DAYS = "D1 D1 D1 - - - -"  # 22.5 of 35.5 h = 63.38 %


def ward(*people: Employee, budget_bp: int | None = 30_000) -> Unit:
    return unit(employees=people, full_time_week_minutes=2130, fte_budget_bp=budget_bp)


def her(number: str = "1", **more: object) -> Employee:
    return person(number, 4_000, wanted_bp=10_000, **more)


def rota(*shares_bp: int) -> Plan:
    return plan(*(row(DAYS, str(number), share_bp) for number, share_bp in enumerate(shares_bp, start=1)))


@pytest.mark.parametrize(
    ("was", "step", "becomes"),
    [
        (6_338, HALF_BP, 6_350),
        (6_338, WHOLE_BP, 6_300),
        (5_986, HALF_BP, 6_000),
        (5_986, WHOLE_BP, 6_000),
        (6_300, HALF_BP, 6_300),
        (6_375, HALF_BP, 6_350),  # half way: down, which never asks for money
    ],
)
def test_to_the_nearest_half_or_whole_per_cent(was: int, step: int, becomes: int) -> None:
    found = rounded_positions(ward(her()), rota(was), step)
    assert found.plan.rows[0].position_bp == becomes
    assert found.changed == (("1",) if was != becomes else ())
    assert found.kept == ()


def test_min_and_max_hold() -> None:
    assert rounded_positions(ward(her(max_bp=6_340)), rota(6_338), HALF_BP).plan.rows[0].position_bp == 6_300
    narrow = ward(replace(her(max_bp=6_340), min_bp=6_330))
    found = rounded_positions(narrow, rota(6_338), HALF_BP)
    assert (found.plan.rows[0].position_bp, found.changed) == (6_338, ())
    assert found.kept == (Kept(employee="1", position_bp=6_338, obstacle=Obstacle.MOST),)


def test_no_position_leaves_its_hours_further_than_the_rule_tolerates() -> None:
    # 22.5 h less 3.75 h = 18.75 h = 52.82 %: at 52.90 the nearest half, 53, will do and 52.5 would not.
    here = ward(her())
    for was in (5_290, 5_265):  # 52.65 is beyond it already; 52.5 is nearer and farther beyond
        found = rounded_positions(here, rota(was), HALF_BP)
        rules = {finding.rule for finding in judge(here, found.plan)}
        assert found.plan.rows[0].position_bp in (5_300, was)
        assert (POSITION_HOURS in rules) == (found.plan.rows[0].position_bp == 5_265)


def test_the_budget_is_not_passed_though_some_must_go_down() -> None:
    # Both nearest are up: 63.5 + 60 = 123.5, and 123.24 may be used. Down costs the first 0.38 - 0.12,
    # the second 0.36 - 0.14: it is the second who goes down.
    people = (her("1"), her("2"))
    tight = ward(*people, budget_bp=12_324)
    found = rounded_positions(tight, rota(6_338, 5_986), HALF_BP)
    assert [line.position_bp for line in found.plan.rows] == [6_350, 5_950]
    roomy = rounded_positions(ward(*people), rota(6_338, 5_986), HALF_BP)
    assert [line.position_bp for line in roomy.plan.rows] == [6_350, 6_000]


def test_a_position_that_is_today_s_stays_as_it_is_written() -> None:
    same = replace(her(), position_bp=6_338)
    before = rota(6_338)
    found = rounded_positions(ward(same), before, WHOLE_BP)
    assert found.plan is before
    assert (found.changed, found.kept) == ((), ())


def test_a_line_without_hours_is_left_alone() -> None:
    before = plan(row("- - - - - - -", "1", 0))
    assert rounded_positions(ward(her()), before, WHOLE_BP).plan is before


def test_equal_positions_are_rounded_alike() -> None:
    # Three times 84.51 up is 255; 254 may be used. One of them going down would do, but why she?
    three = plan(*(row("D1 D1 D1 D1 - - -", number, 8_451) for number in "123"))
    tight = ward(her("1"), her("2"), her("3"), budget_bp=25_400)
    found = rounded_positions(tight, three, WHOLE_BP)
    assert [line.position_bp for line in found.plan.rows] == [8_400, 8_400, 8_400]
    assert found.lowered == ("1", "2", "3")
    roomy = rounded_positions(ward(her("1"), her("2"), her("3")), three, WHOLE_BP)
    assert ([line.position_bp for line in roomy.plan.rows], roomy.lowered) == ([8_500] * 3, ())


def test_who_is_kept_is_told_by_what() -> None:
    # 63.38: down to 63 is nearest in whole per cent, up to 63.5 in halves.
    def obstacle(rota_: Plan, step: int, budget_bp: int = 30_000, **more: object) -> list[Obstacle]:
        found = rounded_positions(ward(her(**more), budget_bp=budget_bp), rota_, step)
        return [one.obstacle for one in found.kept]

    assert obstacle(rota(6_338), WHOLE_BP, min_bp=6_310, max_bp=6_390) == [Obstacle.LEAST]
    assert obstacle(rota(6_338), HALF_BP, min_bp=6_310, max_bp=6_340) == [Obstacle.MOST]
    assert obstacle(rota(6_338), HALF_BP, 6_338, min_bp=6_310) == [Obstacle.BUDGET]  # 63 is below Min
    assert obstacle(rota(6_338), HALF_BP) == []
    # 22.5 h of 35.5 h is farther than the tolerated 10.56 % from any share at 40.
    assert obstacle(rota(4_020), WHOLE_BP) == [Obstacle.HOURS]

"""When gaps are open for want of hours to share out, and not for want of people: reckoned by hand."""

from __future__ import annotations

from typing import Any

import pytest
from builders import demand, person, plan, row, unit

from heiltid.advice.frame_gap import frame_gap
from heiltid.model import ShiftKind
from heiltid.rules.judgement import judge_all

FOUR_DAYS = frozenset({0, 1, 2, 3})
TWO_OF_FOUR, ALL_FOUR = "D1 D1 - - - - -", "D1 D1 D1 D1 - - -"


def told(line: str = TWO_OF_FOUR, budget_bp: int | None = 4_225, **her: Any) -> int | None:
    """One person who has two day shifts of 7.5 h (15 of 35.5 h, 42.25 %) where four are asked for."""
    known = {"wanted_bp": 10_000, "min_bp": 0, "max_bp": 10_000}
    a_unit = unit(
        employees=(person("1", 4_225, **{**known, **her}),),
        demand=(demand(FOUR_DAYS, "07:30-15:00", 1),),
        fte_budget_bp=budget_bp,
    )
    found = frame_gap(judge_all(a_unit, plan(row(line, "1", 4_225))))
    return None if found is None else found.frame_bp


def test_the_hours_of_the_gaps_are_laid_on_the_cap_and_rounded_up_to_a_tenth() -> None:
    # 15 h lack: 42.25 % more, 84.5 % in all.
    assert told() == 9_000


def test_a_cap_with_a_twentieth_of_a_position_left_is_no_hindrance() -> None:
    assert told(budget_bp=4_724) == 9_000
    assert told(budget_bp=4_725) is None
    assert told(budget_bp=None) is None  # then it is the hours of the need: 84.5 %


@pytest.mark.parametrize(
    "her",
    [
        {"wanted_bp": 4_225},
        {"max_bp": 4_225},
        {"kinds": frozenset({ShiftKind.EVENING})},
    ],
)
def test_nothing_is_said_of_the_cap_where_nobody_wants_or_may_take_more(her: dict[str, Any]) -> None:
    assert told(**her) is None


def test_nothing_is_said_where_nothing_lacks() -> None:
    assert told(ALL_FOUR) is None


def test_nothing_is_said_of_the_cap_where_somebody_is_paid_for_hours_she_does_not_work() -> None:
    assert told("D1 - - - - - -") is None  # 7.5 of her 15 h


def test_no_more_gaps_are_counted_than_she_wants_hours_for() -> None:
    # One shift more is 63.38 %: of the two that lack, the first is hers, 21.13 % on top of 42.25 %.
    assert told(wanted_bp=6_338) == 7_000


def test_a_gap_that_asks_for_a_competence_she_has_not_does_not_wait_for_hours() -> None:
    people = (person("1", 4_225, wanted_bp=10_000, min_bp=0, max_bp=10_000, competence="assistant"),)
    for asked, is_told in (("nurse", False), (None, True)):
        rows = (demand(FOUR_DAYS, "07:30-15:00", 1, competence=asked),)
        a_unit = unit(employees=people, demand=rows, fte_budget_bp=4_225)
        found = frame_gap(judge_all(a_unit, plan(row(TWO_OF_FOUR, "1", 4_225))))
        assert (found is not None) == is_told
        assert found is None or (found.minutes, found.employees) == (900, ("1",))


def test_a_cap_for_all_gaps_counts_the_shifts_that_close_them_and_not_what_nobody_ever_takes() -> None:
    # She works Monday and Tuesday; Wednesday lacks from 08:00 to 12:00, which takes a day shift of 7.5 h.
    # On Thursday an evening lacks, and she takes no evenings.
    day, evening = (
        demand(frozenset({when}), times, 1) for when, times in ((2, "08:00-12:00"), (3, "15:00-22:00"))
    )
    known = {"wanted_bp": 10_000, "min_bp": 0, "max_bp": 10_000}

    def found(*kinds: ShiftKind) -> tuple[int, int, int, int]:
        people = (
            person("1", 4_225, kinds=frozenset({ShiftKind.DAY}), **known),
            person("2", 0, wanted_bp=0, min_bp=0, max_bp=10_000, kinds=frozenset(kinds)),
        )
        a_unit = unit(employees=people, demand=(day, evening), fte_budget_bp=4_225)
        plan_ = plan(row(TWO_OF_FOUR, "1", 4_225), row("- - - - - - -", "2", 0))
        told = frame_gap(judge_all(a_unit, plan_))
        assert told is not None
        return told.minutes, told.frame_bp, told.whole_frame_bp, told.others_minutes

    # 22.5 of 35.5 h are 63.38 %; with the evening, 30 h, 84.5 %, where somebody takes evenings.
    assert found(ShiftKind.NIGHT) == (240, 7_000, 7_000, 0)
    assert found(ShiftKind.EVENING) == (240, 7_000, 9_000, 420)

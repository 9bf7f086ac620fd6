"""Proven bounds: the worked example of the weekend arithmetic, and no value beyond any of them."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from asking_engine import anyone, ask, on, unlawful
from builders import A1, D1, N1, WEEKDAYS, WEEKEND, demand, shift, unit
from one_line import workshop
from wards import EVERY_DAY, ward

from heiltid.jobs import MAXIMISED, Goal, SolveReport, SolveRequest
from heiltid.model import ShiftKind, ShiftType, Unit
from solver.dimension import Dimension
from solver.effort import Effort
from solver.expressions import weighted_sum_of
from solver.positions import ContractModel
from solver.steer import bounds

# 12.5 h, the early one from 07:30 and the late one to 22:00: two are there before 09:30 and after 20:00.
EARLY, LATE = shift("L1", "07:30-20:00"), shift("L2", "09:30-22:00")
ALL = frozenset({ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT})
WEEK = (
    demand(WEEKDAYS, "07:30-15:00", 6),
    demand(WEEKDAYS, "14:30-22:00", 5),
    demand(EVERY_DAY, "21:45-07:45", 2),
)
SHORT_WEEKEND = (demand(WEEKEND, "07:30-15:00", 4), demand(WEEKEND, "14:30-22:00", 4))
LONG_WEEKEND = (
    demand(WEEKEND, "07:30-09:30", 2),
    demand(WEEKEND, "09:30-20:00", 4),
    demand(WEEKEND, "20:00-22:00", 2),
)
# The hours of the worked example: 672.5 a week = 18.94 full-time equivalents, with long weekends 652.5.
SHORT_FTE, LONG_FTE = 672.5 / 35.5, 652.5 / 35.5


def example(heads: int, every: int, *, long_weekends: bool) -> Unit:
    """The unit of domain.md section 7 with so many people, each one weekend in `every`.

    Everybody may work everything: only the number of heads decides.
    """
    people = tuple(
        anyone(
            str(number),
            5_000,
            wanted_bp=10_000,
            weekend_every=every,
            long_shifts=long_weekends,
            kinds=ALL,
        )
        for number in range(heads)
    )
    # A weekend shift covers what a weekday one does not have to: codes by day keep the hours exact.
    short: tuple[ShiftType, ...] = (D1, A1) if not long_weekends else (on(D1, *WEEKDAYS), on(A1, *WEEKDAYS))
    return unit(
        12,
        shifts=(*short, N1, *((on(EARLY, *WEEKEND), on(LATE, *WEEKEND)) if long_weekends else ())),
        employees=people,
        demand=(*WEEK, *(LONG_WEEKEND if long_weekends else SHORT_WEEKEND)),
        fte_budget_bp=round((LONG_FTE if long_weekends else SHORT_FTE) * 10_000),
    )


def understaffed(a_unit: Unit) -> int:
    """The least understaffing of the relaxation, proven. Person-minutes."""
    shop = workshop(SolveRequest(unit=a_unit))
    question = Dimension(shop.frame, shop.needs).build(ContractModel.WIDE)
    question.model.minimize(weighted_sum_of(question.understaffed))
    answer = Effort(seconds=20.0, workers=2, seed=1).solve(question.model)
    assert answer.is_proven
    return round(answer.solver.objective_value)


@pytest.mark.parametrize(
    ("heads", "every", "long_weekends", "average"),
    [(30, 3, False, 63.1), (20, 2, False, 94.7), (24, 4, True, 76.6), (40, 3, False, 47.4)],
)
def test_the_worked_example(heads: int, every: int, long_weekends: bool, average: float) -> None:
    """So many heads staff the weekends, and the budget over the heads is the best average."""
    a_unit = example(heads, every, long_weekends=long_weekends)
    assert understaffed(a_unit) == 0
    shop = workshop(SolveRequest(unit=a_unit))
    found = bounds(Dimension(shop.frame, shop.needs), 0, 0, Effort(seconds=2.0, workers=2, seed=1))
    assert found[Goal.LINES] / 100 == pytest.approx(average, abs=0.05)


@pytest.mark.parametrize(
    ("heads", "every", "long_weekends", "person_weekends", "minutes"),
    [
        # 10 people a weekend, 120 in 12 weeks, 29 x 4 = 116 there: 4 x two evenings, of which 15:00-21:45
        # is left (the day and the night overlap it).
        (29, 3, False, 4, 405),
        (19, 2, False, 6, 405),
        # 6 a weekend, 72, 23 x 3 = 69: three times two nights, of which 22:00-07:30 is left.
        (23, 4, True, 3, 570),
    ],
)
def test_one_head_fewer_leaves_weekends_open(
    heads: int, every: int, long_weekends: bool, person_weekends: int, minutes: int
) -> None:
    a_unit = example(heads, every, long_weekends=long_weekends)
    assert understaffed(a_unit) == person_weekends * 2 * minutes


def test_what_positions_alone_prove_needs_no_search() -> None:
    """Nobody wants or may have more than 60 %, so the average is at most that, whatever the budget says.

    The relaxation with its shifts has no time to find it.
    """
    a_unit = example(30, 3, long_weekends=False)
    people = tuple(replace(person, wanted_bp=6_000, max_bp=6_000) for person in a_unit.employees)
    shop = workshop(SolveRequest(unit=replace(a_unit, employees=people)))
    found = bounds(Dimension(shop.frame, shop.needs), 10**9, 0, Effort(seconds=0.01, workers=2, seed=1))
    assert found[Goal.LINES] == 6_000
    assert found[Goal.FULL_TIME] == 0


def assert_none_passed(reports: list[SolveReport]) -> None:
    """No value of a run passes a bound of a run whose plan was no better staffed.

    A bound speaks of all plans at least as well staffed as its own; a worse one may have larger positions.
    """
    for ours, theirs in itertools.product(reports, reports):
        assert ours.objective[0].goal is Goal.STAFFING
        if ours.objective[0].value > theirs.objective[0].value:
            continue
        for value, bound in zip(ours.objective, theirs.objective, strict=True):
            assert value.goal is bound.goal
            assert bound.bound is not None, bound.goal
            if value.goal in MAXIMISED:
                assert value.value <= bound.bound + 1e-6, value.goal
            else:
                assert value.value >= bound.bound - 1e-6, value.goal


@pytest.mark.parametrize("budget_bp", [None, 75_000])
def test_no_seed_passes_any_bound(budget_bp: int | None) -> None:
    a_unit = replace(ward(3), fte_budget_bp=budget_bp)
    reports = [ask(a_unit, seed=seed, limit=1.5) for seed in (1, 2, 3)]
    for report in reports:
        assert report.plan is not None
        assert unlawful(a_unit, report.plan) == []
    assert_none_passed(reports)


def test_hours_above_a_round_mark_do_not_cost_budget() -> None:
    """37.5 h are 105.6 % of full time and a contract of 100 %: all of them fit into a budget of 100 %."""
    people = tuple(
        anyone(str(n), 10_000, min_bp=5_000, kinds=frozenset({ShiftKind.DAY, ShiftKind.EVENING}))
        for n in range(2)
    )
    a_unit = unit(
        shifts=(D1, A1), employees=people, demand=(demand(WEEKDAYS, "07:30-15:00", 2),), fte_budget_bp=20_000
    )
    report = ask(a_unit)
    assert understaffed(a_unit) == 0
    values = {entry.goal: (entry.value, entry.bound) for entry in report.objective}
    assert values[Goal.STAFFING] == (0, 0)
    assert values[Goal.LINES] == (10_000, 10_000)


def test_without_time_a_bound_says_nothing_false() -> None:
    """CP-SAT reports the bound 0 when it has had no time; where goals may be negative that is no bound."""
    a_unit = ward(3)
    shop = workshop(SolveRequest(unit=a_unit))
    dimension = Dimension(shop.frame, shop.needs)
    rich = bounds(dimension, 10**6, 0, Effort(seconds=30.0, workers=2, seed=1))
    poor = bounds(dimension, 10**6, 0, Effort(seconds=0.0001, workers=1, seed=1))
    for goal, bound in poor.items():
        assert bound >= rich[goal] if goal in MAXIMISED else bound <= rich[goal], goal

"""Small units: the optimum equals enumeration of every plan, goal by goal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import tiny_ease
import tiny_positions
import tiny_staffing
from asking_engine import never, quiet, unlawful
from enumeration import MOST_PLANS, Enumeration
from tiny_by_chance import tiny_request
from tiny_ease import extra_weekends, three_on_end, weekends_of_night_workers
from tiny_staffing import more_hours_than_asked

from heiltid.jobs import SolveReport, SolveRequest
from heiltid.jobs import Status as Ending
from solver.run import solve


def solved(request: SolveRequest) -> SolveReport:
    """Far more time than such a unit takes, one worker."""
    return solve(replace(request, time_limit_seconds=30.0, workers=1), quiet, never)


def assert_same_optimum(request: SolveRequest) -> None:
    """solve() reaches the best values of all plans, proves them, and its plan is one of the lawful."""
    enumeration = Enumeration(request)
    assert enumeration.count() <= MOST_PLANS
    best = enumeration.best()
    report = solved(request)
    if best is None:
        assert report.status is Ending.IMPOSSIBLE
        assert report.clashes
        return
    assert report.plan is not None
    values = {entry.goal: entry.value for entry in report.objective}
    assert values == pytest.approx({goal: best[goal] for goal in values}, abs=1e-4)
    assert [entry.goal for entry in report.objective] == list(request.goal_order)
    assert [entry.bound for entry in report.objective] == [entry.value for entry in report.objective]
    assert report.status is Ending.OPTIMAL
    assert unlawful(request.unit, report.plan) == []


CASES = (*tiny_positions.CASES, *tiny_staffing.CASES, *tiny_ease.CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.__name__)
def test_optimum_equals_enumeration(case: Callable[[], SolveRequest]) -> None:
    assert_same_optimum(case())


@pytest.mark.parametrize("seed", [*range(10), *range(11, 15), 17])
def test_optimum_of_units_by_chance(seed: int) -> None:
    assert_same_optimum(tiny_request(seed))


def test_hours_beyond_the_staffing_are_worked_by_day() -> None:
    """Never a second night watch where a day in the week is there to take the hours."""
    plan = solved(more_hours_than_asked()).plan
    assert plan is not None
    codes = sorted(str(cell.shift) for line in plan.rows for cell in line.cells if cell.works)
    assert codes == ["D1", "D1", "D1", "N1"]


def test_weekends_by_night_are_shared_among_those_who_work_nights_alone() -> None:
    plan = solved(weekends_of_night_workers()).plan
    assert plan is not None
    sundays = {line.employee: sum(line.cells[day].works for day in (6, 13, 20, 27)) for line in plan.rows}
    assert sorted(sundays[number] for number in "123") == [1, 1, 2]


def test_extra_weekends_lie_apart_so_that_nobody_works_three_on_end() -> None:
    def sundays(request: SolveRequest) -> list[bool]:
        plan = solved(request).plan
        assert plan is not None
        return [plan.rows[0].cells[day].works for day in range(6, 56, 7)]

    assert sundays(three_on_end()) == [True] * 3 + [False] * 5  # as wished
    line = sundays(extra_weekends())
    assert sum(line) == 3
    assert not any(all((line + line)[week : week + 3]) for week in range(8))

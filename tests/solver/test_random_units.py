"""Units by chance: never a breach, never "no answer" where staffing may stay open."""

from __future__ import annotations

import pytest
from asking_engine import never, quiet, unlawful
from random_units import random_file

from heiltid.jobs import SolveRequest
from heiltid.jobs import Status as Ending
from heiltid.model import PlanRole
from solver.run import solve

SECONDS = 3.0
# One of every style and kind of rota, small enough for a few seconds; the script
# `python -m tests.bench.random_units` takes twenty of any size.
SEEDS = ((0, 8, 4), (1, 10, 6), (3, 9, 5), (4, 12, 4), (8, 7, 8))


@pytest.mark.parametrize(("seed", "people", "weeks"), SEEDS)
def test_never_a_breach_and_always_an_answer(seed: int, people: int, weeks: int) -> None:
    file = random_file(seed, people=people, weeks=weeks)
    request = SolveRequest(
        unit=file.unit, today=file.plan(PlanRole.TODAY), time_limit_seconds=SECONDS, seed=seed, workers=1
    )
    report = solve(request, quiet, never)
    assert report.status in (Ending.FEASIBLE, Ending.OPTIMAL)
    assert report.plan is not None
    assert unlawful(file.unit, report.plan) == []
    assert sum(row.position_bp for row in report.plan.rows) <= report.fte_budget_bp
    assert [entry.goal for entry in report.objective if entry.bound is None] == []

"""The budget of full-time equivalents holds to the last basis point, whatever it costs in staffing."""

from __future__ import annotations

import pytest
from asking_engine import never, quiet
from builders import A1, D1, WEEKDAYS, demand, person, unit

import solver.build
from heiltid.jobs import SolveReport, SolveRequest, Status
from solver.run import solve

# Six weeks of three on days and two on evenings: 150 shifts of 7 h 30 min. The sum of positions is
# cut off at 52 817, and what fills the staffing nearly whole rounds to 52 818.
WARD = unit(
    weeks=6,
    shifts=(D1, A1),
    employees=tuple(person(str(n), 6_000, min_bp=0, wanted_bp=10_000) for n in range(8)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 3), demand(WEEKDAYS, "14:30-22:00", 2)),
)


def answer() -> SolveReport:
    request = SolveRequest(unit=WARD, time_limit_seconds=1.0, workers=1, deterministic_work=0.1, seed=1)
    return solve(request, quiet, never)


def test_a_plan_one_basis_point_above_is_brought_below() -> None:
    report = answer()
    assert report.status in (Status.FEASIBLE, Status.OPTIMAL)
    assert report.plan is not None
    assert sum(row.position_bp for row in report.plan.rows) <= report.fte_budget_bp == 52_817


def test_it_is_the_cost_of_being_above_at_all_that_does_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solver.build, "OVER_BUDGET_AT_ALL_MINUTES", 0)
    assert answer().plan is None

"""Today's rota is what the engine falls back on, and what it starts from when asked to keep it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from heiltid.jobs import SolveReport, SolveRequest, Status
from heiltid.model import FREE, Plan, PlanRole, Unit
from sample_rotas.catalogue import sample, unit_file
from solver.run import solve


@pytest.fixture(scope="module")
def known() -> tuple[Unit, Plan]:
    file = unit_file(sample("liten"))
    today = file.plan(PlanRole.TODAY)
    assert today is not None
    return file.unit, today


def run(
    unit: Unit, today: Plan | None, *, stop: bool = False, keep: int = 0, seconds: float = 3.0
) -> SolveReport:
    request = SolveRequest(
        unit=unit, today=today, time_limit_seconds=seconds, workers=1, keep_today_weight=keep
    )
    return solve(request, lambda progress: None, lambda: stop)


def codes(plan: Plan) -> list[list[str | None]]:
    return [[cell.shift for cell in row.cells] for row in plan.rows]


def changed(first: Plan, second: Plan) -> int:
    pairs = zip(codes(first), codes(second), strict=True)
    return sum(a != b for one, other in pairs for a, b in zip(one, other, strict=True))


def test_a_run_stopped_at_once_still_has_todays_rota(known: tuple[Unit, Plan]) -> None:
    unit, today = known
    report = run(unit, today, stop=True)
    assert report.status is Status.STOPPED
    assert report.plan is not None


def test_keeping_today_changes_fewer_days_than_not_knowing_it(known: tuple[Unit, Plan]) -> None:
    unit, today = known
    free, kept = run(unit, None), run(unit, today, keep=50)
    assert free.plan is not None
    assert kept.plan is not None
    assert changed(today, kept.plan) < changed(today, free.plan)


def test_an_unlawful_rota_of_today_is_not_fallen_back_on(known: tuple[Unit, Plan]) -> None:
    unit, today = known
    work = replace(FREE, shift=unit.shifts[0].code)
    tired = replace(today.rows[0], cells=(work,) * unit.day_count)  # 21 days in a row
    report = run(unit, today.with_rows({tired.employee: tired}), stop=True)
    assert report.plan is None

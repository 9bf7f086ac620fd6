"""Makes a sample's rota of today with Heiltid's own engine: positions fixed, staffing met."""

from __future__ import annotations

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage
from heiltid.jobs import SolveRequest
from heiltid.model import Plan, Unit
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge
from sample_rotas.catalogue import Sample, todays_unit
from solver.run import solve

SEED = 1


def shortage_minutes(unit: Unit, plan: Plan) -> int:
    """Person-minutes below Min, summed over all rows."""
    coverage = Coverage(unit, Calendar(unit))
    return sum(
        max(0, segment.requirement.minimum - count) * segment.minutes
        for segment, count in zip(coverage.segments, coverage.counts(plan), strict=True)
    )


def make_today(entry: Sample, seconds: float) -> Plan:
    """Today's rota. Raises RuntimeError where the engine finds none, or none that is good enough."""
    unit = todays_unit(entry)
    request = SolveRequest(unit=unit, time_limit_seconds=seconds, seed=SEED)
    report = solve(request, lambda progress: None, lambda: False)
    if report.plan is None:
        raise RuntimeError(f"{entry.name}: {report.status}")
    breaches = [finding for finding in judge(unit, report.plan) if finding.severity is Severity.BREACH]
    lacking = shortage_minutes(unit, report.plan)
    moved = [row.employee for row in report.plan.rows if row.position_bp != _position(unit, row.employee)]
    if breaches or lacking > entry.open_today_minutes or moved:
        raise RuntimeError(
            f"{entry.name}: {len(breaches)} breaches, {lacking} minutes lacking, positions moved: {moved}"
        )
    return report.plan


def _position(unit: Unit, number: str) -> int:
    return unit.employee_by_number()[number].position_bp

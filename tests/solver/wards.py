"""A ward too large to be solved whole, and what must be true of every answer."""

from __future__ import annotations

from asking_engine import anyone, unlawful
from builders import A1, D1, L1, N1, WEEKDAYS, WEEKEND, demand, unit

from heiltid.jobs import MAXIMISED, Goal, SolveReport
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import (
    Plan,
    ShiftKind,
    Status,
    Unit,
)

DAY, EVENING, NIGHT = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT
EVERY_DAY = frozenset(range(7))
WARD = (
    demand(WEEKDAYS, "07:30-15:00", 3),
    demand(WEEKDAYS, "14:30-22:00", 2),
    demand(EVERY_DAY, "21:45-07:45", 1),
    demand(WEEKEND, "07:30-15:00", 2),
    demand(WEEKEND, "14:30-22:00", 2),
)


def ward(weeks: int = 6, **more: object) -> Unit:
    """Twelve people, more than is solved whole: day, evening and night on weekdays and weekends."""
    people = [
        anyone(
            str(number),
            (5_000, 7_500, 10_000)[number % 3],
            wanted_bp=10_000,
            min_bp=3_000,
            weekend_every=3,
            kinds=frozenset({NIGHT}) if number in (1, 2) else frozenset({DAY, EVENING}),
            long_shifts=number % 2 == 0,
        )
        for number in range(1, 12)
    ]
    people.append(anyone("12", 2_000, weekend_every=3, status=Status.VACANT))
    return unit(weeks, **{"shifts": (D1, A1, N1, L1), "employees": tuple(people), "demand": WARD, **more})


def assert_sound(a_unit: Unit, report: SolveReport) -> Plan:
    """Lawful, within the budget and the bounds, with every goal in its place."""
    assert report.plan is not None
    assert unlawful(a_unit, report.plan) == []
    assert sum(line.position_bp for line in report.plan.rows) <= report.fte_budget_bp
    assert report.fte_budget_bp == fte_budget_bp(a_unit)
    assert {entry.goal for entry in report.objective} == set(Goal)
    for entry in report.objective:
        assert entry.bound is not None, entry.goal  # None also where a value has passed its bound
        if entry.goal in MAXIMISED:
            assert entry.value <= entry.bound + 1e-6
        else:
            assert entry.value >= entry.bound - 1e-6
    assert report.first_plan_seconds is not None
    assert report.first_plan_seconds <= report.seconds
    return report.plan

"""A dated plan judged with its hourly substitutes: they have no rota, but rest and hours all the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heiltid.model import FULL_TIME_BP, Plan, Status, Unit
from heiltid.rules.contract import FULL_TIME_WEEK, POSITION_HOURS
from heiltid.rules.finding import Finding
from heiltid.rules.registry import judge

OF_A_POSITION = frozenset({POSITION_HOURS, FULL_TIME_WEEK})  # they have none, and keep what they work


def with_substitutes(unit: Unit, numbers: Iterable[str] | None = None) -> Unit:
    """The unit with hourly substitutes (None: all) as people the rules look at, with room for full time."""
    chosen = None if numbers is None else set(numbers)
    return replace(
        unit,
        employees=tuple(
            replace(person, status=Status.TEMPORARY, max_bp=FULL_TIME_BP - person.elsewhere_bp)
            if person.status is Status.HOURLY and (chosen is None or person.number in chosen)
            else person
            for person in unit.employees
        ),
    )


def substitutes_at_work(unit: Unit, plan: Plan) -> frozenset[str]:
    """The hourly substitutes who have shifts in a plan."""
    hourly = {person.number for person in unit.employees if person.status is Status.HOURLY}
    return frozenset(
        row.employee for row in plan.rows if row.employee in hourly and any(cell.works for cell in row.cells)
    )


def judge_who_works(unit: Unit, plan: Plan) -> tuple[Finding, ...]:
    """All findings of a plan, those of hourly substitutes who have shifts in it too."""
    at_work = substitutes_at_work(unit, plan)
    if not at_work:
        return judge(unit, plan)
    findings = judge(with_substitutes(unit, at_work), plan)
    return tuple(
        finding
        for finding in findings
        if finding.employee not in at_work or finding.rule not in OF_A_POSITION
    )

"""Small words for engine tests: ask(unit, today) runs the engine quietly on one worker."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from builders import person

from heiltid.jobs import SolveProgress, SolveReport, SolveRequest
from heiltid.model import Employee, Plan, ShiftType, Unit, Wish, WishDays, WishStrength
from heiltid.model.shifts import DaySelector
from heiltid.rulebook import book_of
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import judge
from solver.run import solve


def quiet(progress: SolveProgress) -> None:
    """Listens to nothing."""


def never() -> bool:
    """Nobody stops it."""
    return False


def ask(unit: Unit, today: Plan | None = None, *, limit: float = 5.0, **more: Any) -> SolveReport:
    """The engine's answer on one worker."""
    more.setdefault("workers", 1)
    return solve(SolveRequest(unit=unit, today=today, time_limit_seconds=limit, **more), quiet, never)


def on(shift: ShiftType, *weekdays: int) -> ShiftType:
    """The code on some weekdays only."""
    return replace(shift, days=DaySelector(weekdays=frozenset(weekdays)))


def anyone(number: str = "1", position: int = 5_000, **more: Any) -> Employee:
    """From nothing to full time, never at weekends unless told otherwise."""
    return person(number, position, **{"min_bp": 0, "max_bp": 10_000, "weekend_every": 0, **more})


def must(employee: str, weekday: int, week: int | None = None, **what: Any) -> Wish:
    """A must-wish for a weekday of one week, or of all."""
    when = WishDays(weekday=weekday, week=week)
    return Wish(employee=employee, when=when, strength=WishStrength.MUST, **what)


def unlawful(unit: Unit, plan: Plan) -> list[Finding]:
    """Breaches, and deviations whose agreement no plan may use."""
    book = book_of(unit)
    return [
        finding
        for finding in judge(unit, plan)
        if finding.severity is Severity.BREACH
        or (
            finding.severity is Severity.NEEDS_AGREEMENT
            and not book.may_use(finding.agreement or "", finding.employee)
        )
    ]


def codes(report: SolveReport, number: str = "1") -> list[str]:
    """The person's line in codes, "-" for a day without work."""
    assert report.plan is not None
    cells = report.plan.row_of()[number].cells
    return [str(cell.shift) if cell.works else "-" for cell in cells]


def position(report: SolveReport, number: str = "1") -> int:
    """The person's position in the answer."""
    assert report.plan is not None
    return report.plan.row_of()[number].position_bp

"""What became of a rota on its dates: shifts lost, days off due, and findings the base rota has not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from heiltid.advice.differences import added
from heiltid.booking.dates.dated_unit import rotation_day
from heiltid.booking.dates.judging import judge_who_works
from heiltid.booking.dates.red_days import days_off_due
from heiltid.calendar import Calendar
from heiltid.model.booking import Booked, DaysOffDue, LostShift, RollOut, Unfit
from heiltid.rules.finding import Finding
from heiltid.rules.registry import judge

PER_CASE = frozenset({"minutes", "basis points"})  # how much; any other amount counts cases, as the days do


@dataclass(frozen=True, slots=True, kw_only=True)
class RollOutReport:
    """findings: all of the dated plan; new: those of them that the base rota does not have."""

    red_days: tuple[date, ...]
    lost: tuple[LostShift, ...]
    due: tuple[DaysOffDue, ...]
    findings: tuple[Finding, ...]
    new: tuple[Finding, ...]
    unfit: tuple[Unfit, ...]
    covered: tuple[Booked, ...]


def report_of(rollout: RollOut) -> RollOutReport:
    """The dated plan judged again, beside its base."""
    calendar = Calendar(rollout.unit)
    findings = judge_who_works(rollout.unit, rollout.plan)
    return RollOutReport(
        red_days=tuple(calendar.date_of(day) for day in range(calendar.day_count) if calendar.is_red(day)),
        lost=rollout.lost,
        due=days_off_due(rollout.unit, rollout.plan),
        findings=findings,
        new=_new(rollout, findings),
        unfit=rollout.unfit,
        covered=rollout.covered,
    )


def _new(rollout: RollOut, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings that nothing in the base rota answers, on the same days of its rotation."""
    before = judge(rollout.base_unit, rollout.base_plan)
    unit, options = rollout.base_unit, rollout.options
    found = []
    for finding in findings:
        days = tuple(sorted({rotation_day(unit, options, day) for day in finding.days}))
        amount = finding.amount if finding.unit in PER_CASE else 0  # more rounds are more cases
        if added(before, (replace(finding, days=days, amount=amount),)):
            found.append(finding)
    return tuple(found)

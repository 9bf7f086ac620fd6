"""Rules of the contract family: hours and position, the full-time week, Min and Max, the budget.

Source: HTA chapter 1 § 4.2, domain.md section 4; workbook.md, sheets Unit and Employees.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from heiltid.contract import (
    DAY_WEEK_MINUTES,
    ROTA_WEEK_MINUTES,
    ROUND_THE_CLOCK_WEEK_MINUTES,
    full_time_week,
    tariff_week,
    tolerance_minutes,
)
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, Employee, Plan, PlanRole
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.rule import Rule

POSITION_HOURS = "position_hours"
FULL_TIME_WEEK = "full_time_week"
POSITION_LIMITS = "position_limits"
FTE_BUDGET = "fte_budget"
TARIFF_PARAGRAPH = "HTA 1 § 4.2"
PARAGRAPH_BY_WEEK = {
    DAY_WEEK_MINUTES: "HTA 1 § 4.2.1",
    ROTA_WEEK_MINUTES: "HTA 1 § 4.2.2",
    ROUND_THE_CLOCK_WEEK_MINUTES: "HTA 1 § 4.2.3",
}
THREE_PART_PARAGRAPH = "HTA 1 § 4.2.4"


def _present_weeks(context: Context, person: Employee) -> Fraction:
    return Fraction(context.present_days(person), DAYS_PER_WEEK)


def _full_time_minutes(context: Context, person: Employee) -> Fraction:
    weeks = _present_weeks(context, person)
    return full_time_week(context.unit, context.paid_hours(person), weeks) * weeks


def deviation_minutes(context: Context, person: Employee) -> int:
    """The hours of the rota less those the position in it pays for."""
    expected = _full_time_minutes(context, person) * context.row(person).position_bp / FULL_TIME_BP
    return round(context.paid_hours(person).total - expected)


def check_position_hours(context: Context, person: Employee) -> Iterator[Finding]:
    """The rota's hours against the hours the position pays for, beyond the tolerance of a contract."""
    hours = context.paid_hours(person)
    full_time = _full_time_minutes(context, person)
    position_bp = context.row(person).position_bp
    expected = full_time * position_bp / FULL_TIME_BP
    deviation = hours.total - expected
    if full_time == 0 or abs(deviation) <= tolerance_minutes(context.unit, person, full_time):
        return
    yield Finding(
        rule=POSITION_HOURS,
        paragraph=TARIFF_PARAGRAPH,
        severity=Severity.NOTE,
        employee=person.number,
        amount=round(abs(deviation)),
        text_key="position_hours_over" if deviation > 0 else "position_hours_under",
        values=(
            ("found_minutes", hours.total),
            ("expected_minutes", round(expected)),
            ("position_bp", position_bp),
        ),
    )


def check_full_time_week(context: Context, person: Employee) -> Iterator[Finding]:
    """A number in the unit's Full-time week is used for everyone: whose plan would give another?

    Told where the hours then are another position, in whole percent: else nothing is to be settled.
    """
    used = context.unit.full_time_week_minutes
    hours = context.paid_hours(person)
    weeks = _present_weeks(context, person)
    if used is None or hours.total == 0 or weeks == 0:
        return
    exact = tariff_week(hours, weeks)
    by_tariff = round(exact)
    tariff_bp, unit_bp = (_whole_percent(hours.total / (week * weeks)) for week in (exact, used))
    if tariff_bp == unit_bp:
        return
    yield Finding(
        rule=FULL_TIME_WEEK,
        paragraph=PARAGRAPH_BY_WEEK.get(by_tariff, THREE_PART_PARAGRAPH),
        severity=Severity.NOTE,
        employee=person.number,
        amount=abs(used - by_tariff),
        text_key=FULL_TIME_WEEK,
        values=(
            ("found_minutes", by_tariff),
            ("used_minutes", used),
            ("tariff_bp", tariff_bp),
            ("unit_bp", unit_bp),
        ),
    )


def moves_position(finding: Finding, plan: Plan) -> bool:
    """Whether the tariff's week makes another position of the hours than the plan has, in whole percent."""
    position_bp = plan.row_of()[finding.employee or ""].position_bp
    return dict(finding.values)["tariff_bp"] != _whole_percent(Fraction(position_bp, FULL_TIME_BP))


def _whole_percent(share: Fraction) -> int:
    """A position for a sentence: contracts are rounded anyway. Basis points."""
    return round(share * 100) * 100


def check_position_limits(context: Context, person: Employee) -> Iterator[Finding]:
    """The position lies between the line's Min and Max; vacant and temporary lines may close.

    Whoever is away for the whole rota has no hours to make a position of, and keeps the contract. A rota
    that was replaced had the limits of its day, which nobody knows any more. A proposal was built within
    the limits: beyond them it is older than they are, and a new build holds them.
    """
    if context.plan.role is PlanRole.BEFORE:
        return
    position_bp = context.row(person).position_bp
    if (position_bp == 0 and person.may_close) or context.present_days(person) == 0:
        return
    is_proposal = context.plan.role is PlanRole.SCENARIO
    if position_bp < person.min_bp:
        key, limit_bp = "proposal_below_min" if is_proposal else "position_below_min", person.min_bp
    elif position_bp > person.max_bp:
        key, limit_bp = "proposal_above_max" if is_proposal else "position_above_max", person.max_bp
    else:
        return
    yield Finding(
        rule=POSITION_LIMITS,
        paragraph=HOUSE,
        severity=Severity.BREACH,
        employee=person.number,
        amount=abs(position_bp - limit_bp),
        unit="basis points",
        text_key=key,
        values=(("position_bp", position_bp), ("limit_bp", limit_bp)),
    )


def check_fte_budget(context: Context) -> Iterator[Finding]:
    """The sum of the planned lines' positions against the unit's budget, where it has set one."""
    budget_bp = context.unit.fte_budget_bp
    used_bp = sum(context.row(person).position_bp for person in context.people)
    if budget_bp is None or used_bp <= budget_bp:
        return
    yield Finding(
        rule=FTE_BUDGET,
        paragraph=HOUSE,
        severity=Severity.NOTE,
        amount=used_bp - budget_bp,
        unit="basis points",
        text_key=FTE_BUDGET,
        values=(("used", used_bp / FULL_TIME_BP), ("budget", budget_bp / FULL_TIME_BP)),
    )


RULES: tuple[Rule, ...] = (
    Rule(name=POSITION_HOURS, paragraph=TARIFF_PARAGRAPH, check_person=check_position_hours),
    Rule(name=FULL_TIME_WEEK, paragraph=TARIFF_PARAGRAPH, check_person=check_full_time_week),
    Rule(name=POSITION_LIMITS, paragraph=HOUSE, check_person=check_position_limits),
    Rule(name=FTE_BUDGET, paragraph=HOUSE, check_unit=check_fte_budget),
)

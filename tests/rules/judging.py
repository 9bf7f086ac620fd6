"""Judging a plan by one rule only."""

from __future__ import annotations

from heiltid.model import Agreement, Plan, RuleOverride, Signed, Unit
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.registry import RULES, check


def findings(rule: str, unit: Unit, plan: Plan) -> list[Finding]:
    """What one rule has to say of the plan."""
    return list(check(Context(unit, plan), [entry for entry in RULES if entry.name == rule]))


def agreed(paragraph: str, signed: Signed, employee: str | None = None) -> Agreement:
    """A row of the agreement list."""
    return Agreement(paragraph=paragraph, signed=signed, employee=employee)


def override(rule: str, parameter: str, value: str, employee: str | None = None) -> RuleOverride:
    """A row of the Rules sheet."""
    return RuleOverride(rule=rule, parameter=parameter, value=value, employee=employee)


def value(finding: Finding, name: str) -> str | int | float:
    """One of the finding's values."""
    return dict(finding.values)[name]

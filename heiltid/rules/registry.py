"""The list of all rules, and how a plan is judged by them."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.model import Plan, Unit
from heiltid.rules import (
    availability,
    contract,
    coverage,
    hours,
    long_shifts,
    nights,
    patterns,
    rest,
    weekends,
    wishes,
)
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *availability.RULES,
    *rest.RULES,
    *hours.RULES,
    *nights.RULES,
    *weekends.RULES,
    *long_shifts.RULES,
    *patterns.RULES,
    *wishes.RULES,
    *contract.RULES,
    *coverage.RULES,
)


def check(context: Context, rules: Iterable[Rule] = RULES) -> tuple[Finding, ...]:
    """All findings of a plan, in the order of the rules."""
    found: list[Finding] = []
    for rule in rules:
        if rule.check_unit is not None:
            found.extend(rule.check_unit(context))
        if rule.check_person is not None:
            for person in context.people:
                found.extend(rule.check_person(context, person))
    return tuple(found)


def judge(unit: Unit, plan: Plan) -> tuple[Finding, ...]:
    """All findings of a plan of a unit."""
    return check(Context(unit, plan))

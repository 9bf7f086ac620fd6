"""Rules of staffing: too few for the Min, fewer than the Target, more than the Max. Never a breach.

Amounts are person-minutes. Source: workbook.md, sheet Demand; a row of one competence counts everybody
who covers it. What is told is reckoned in heiltid.rules.staffing.
"""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.rule import Rule
from heiltid.rules.staffing import MAXIMUM, MINIMUM, TARGET


def staffing_minimum(context: Context) -> Iterator[Finding]:
    """Fewer people than the Min: one note per Demand row and day."""
    return context.staffed.findings(MINIMUM)


def staffing_target(context: Context) -> Iterator[Finding]:
    """Fewer people than the Target, beyond what already lacks to the Min: one note per Demand row."""
    return context.staffed.findings(TARGET)


def staffing_maximum(context: Context) -> Iterator[Finding]:
    """More people than the Max: one note per Demand row."""
    return context.staffed.findings(MAXIMUM)


RULES: tuple[Rule, ...] = (
    Rule(name=MINIMUM, paragraph=HOUSE, check_unit=staffing_minimum),
    Rule(name=TARGET, paragraph=HOUSE, check_unit=staffing_target),
    Rule(name=MAXIMUM, paragraph=HOUSE, check_unit=staffing_maximum),
)

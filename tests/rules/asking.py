"""found("weekend_frequency", unit, row(...)): what one rule by that name says of a plan."""

from __future__ import annotations

from builders import plan

from heiltid.model import PlanRow, Unit
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding
from heiltid.rules.registry import RULES, check


def found(rule: str, a_unit: Unit, *rows: PlanRow) -> tuple[Finding, ...]:
    """The findings of one rule, as the registry has it under its name."""
    (chosen,) = (entry for entry in RULES if entry.name == rule)
    return check(Context(a_unit, plan(*rows)), (chosen,))


def one(rule: str, a_unit: Unit, *rows: PlanRow) -> Finding:
    """The only finding of one rule."""
    (finding,) = found(rule, a_unit, *rows)
    return finding


def weeks(*texts: str) -> str:
    """Several weeks' cells, one text each; a text of fewer than seven words gets free days in front."""
    return " ".join(" ".join(["-"] * (7 - len(text.split()))) + " " + text for text in texts)

"""Limits as a rule book gives them: a number, or None where the rule is off."""

from __future__ import annotations

from heiltid.model import Employee
from heiltid.rules.context import Context


def limit_of(context: Context, rule: str, parameter: str, person: Employee | None) -> int | None:
    """The number in force for the person (None: for the unit); None where it is missing or off."""
    value = context.book.value(rule, parameter, None if person is None else person.number)
    return None if value is None else int(value)

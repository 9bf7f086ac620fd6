"""Rule books: the parameters of every rule with default, unit and source, and the agreements allowed.

A book is a TOML file in resources/rulebooks and may inherit another. A unit overrides single
parameters on its Rules sheet, for everybody or for one person.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from heiltid.errors import InternalError
from heiltid.model import Agreement, RuleOverride, Signed, Unit
from resources import names, read_text

Value: TypeAlias = int | bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A number a rule uses. value None = the limit is off; check = verify before relying on it."""

    value: Value
    unit: str
    source: str
    check: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleBook:
    """Parameters by (rule, parameter), and what the unit has agreed."""

    name: str
    titles: Mapping[str, str]
    parameters: Mapping[tuple[str, str], Parameter]
    allowed_agreements: frozenset[str]
    overrides: Mapping[tuple[str, str, str | None], Value] = field(default_factory=dict)
    agreements: tuple[Agreement, ...] = ()

    def value(self, rule: str, parameter: str, employee: str | None = None) -> Value:
        """The value in force for a person: her own override, the unit's, or the book's; None = off."""
        for who in (employee, None):
            if (rule, parameter, who) in self.overrides:
                return self.overrides[rule, parameter, who]
        found = self.parameters.get((rule, parameter))
        return None if found is None else found.value

    def minutes(self, rule: str, parameter: str, employee: str | None = None) -> int:
        """A parameter that must have a number; raises InternalError where the book has none."""
        number = self.value(rule, parameter, employee)
        if number is None:
            raise InternalError(f"rule book {self.name} has no {rule}.{parameter}")
        return int(number)

    def is_on(self, rule: str, parameter: str = "enabled", employee: str | None = None) -> bool:
        """A yes/no parameter; False where the book does not know it."""
        return bool(self.value(rule, parameter, employee))

    def signed(self, paragraph: str, employee: str | None) -> Signed:
        """State of an agreement for a person: her own row before the unit's; NO without any row."""
        for who in (employee, None):
            rows = [
                entry.signed
                for entry in self.agreements
                if entry.paragraph == paragraph and entry.employee == who
            ]
            if rows:
                return Signed.REFUSED if Signed.REFUSED in rows else rows[-1]
        return Signed.NO

    def may_use(self, paragraph: str, employee: str | None) -> bool:
        """True when a plan may rest on the agreement: signed, or allowed by the book and not refused."""
        state = self.signed(paragraph, employee)
        if state is Signed.REFUSED:
            return False
        return state is Signed.YES or paragraph in self.allowed_agreements


@cache
def _document(name: str) -> dict[str, object]:
    return tomllib.loads(read_text("rulebooks", f"{name}.toml"))


def book_names() -> tuple[str, ...]:
    """Names of the rule books that come with the program."""
    return tuple(entry.removesuffix(".toml") for entry in names("rulebooks", ".toml"))


def load_book(name: str) -> RuleBook:
    """A rule book without a unit's overrides. Raises FileNotFoundError for an unknown name."""
    document = _document(name)
    parent = document.get("inherits")
    parameters: dict[tuple[str, str], Parameter] = {}
    allowed: frozenset[str] = frozenset()
    if isinstance(parent, str):
        inherited = load_book(parent)
        parameters.update(inherited.parameters)
        allowed = inherited.allowed_agreements
    for rule, table in document.items():
        if rule == "agreements":
            assert isinstance(table, dict)
            allowed |= frozenset(table["allowed"])
        elif isinstance(table, dict) and rule != "title":
            for parameter, entry in table.items():
                parameters[rule, parameter] = _parameter(entry)
    titles = document["title"]
    assert isinstance(titles, dict)
    return RuleBook(name=name, titles=titles, parameters=parameters, allowed_agreements=allowed)


def _parameter(entry: Mapping[str, object]) -> Parameter:
    value = entry["value"]
    number: Value = None if value == "none" else value  # type: ignore[assignment]
    return Parameter(
        value=number,
        unit=str(entry["unit"]),
        source=str(entry["source"]),
        check=bool(entry.get("check", False)),
    )


def book_of(unit: Unit) -> RuleBook:
    """The unit's rule book with its overrides and agreements laid over."""
    base = load_book(unit.rule_book)
    return RuleBook(
        name=base.name,
        titles=base.titles,
        parameters=base.parameters,
        allowed_agreements=base.allowed_agreements,
        overrides=_overrides(unit.overrides),
        agreements=unit.agreements,
    )


def _overrides(rows: Iterable[RuleOverride]) -> dict[tuple[str, str, str | None], Value]:
    return {(row.rule, row.parameter, row.employee): parse_value(row.value) for row in rows}


def parse_value(text: str) -> Value:
    """A parameter's value as typed: a whole number, H:MM for minutes, yes/no, or none.

    Raises ValueError for anything else.
    """
    word = text.strip().lower()
    if word in {"none", "ingen", "-"}:
        return None
    if word in {"yes", "ja", "true"}:
        return True
    if word in {"no", "nei", "false"}:
        return False
    clock = re.fullmatch(r"(\d{1,3}):([0-5]\d)", word)
    if clock:
        return int(clock[1]) * 60 + int(clock[2])
    return int(word)

"""A rule: one name, a paragraph, one pure check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.model import Employee
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding

PersonCheck: TypeAlias = Callable[[Context, Employee], Iterator[Finding]]
UnitCheck: TypeAlias = Callable[[Context], Iterator[Finding]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule by its one name (also its text key `rule.<name>`), with its paragraph and check.

    Exactly one of check_person (judges one person's line) and check_unit (the whole plan) is set.
    """

    name: str
    paragraph: str
    check_person: PersonCheck | None = None
    check_unit: UnitCheck | None = None

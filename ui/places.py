"""Where in the program something is: what pages tell one another when they send the user on."""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.rules.finding import Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Cells of the shown plan: of one employee (None: the coverage rows) on some days."""

    employee: str | None = None
    days: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Where the shown plan has too few people, to see who could come."""

    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A finding of the shown plan, to be read where the findings stand."""

    finding: Finding


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One line of the staff list."""

    employee: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lacking:
    """The lines of the staff list that want more than the shown plan gives them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingStep:
    """One tab of the page of extra shifts, by its key."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitEntry:
    """One field of the page of the unit, by its key."""

    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewBuild:
    """The choices for another proposal, past what came of the last one."""

"""Rules of availability: who may be planned on which shift on which day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from heiltid.model import PLANNABLE_KINDS, Employee
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context, Worked
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.rule import Rule

_Values: TypeAlias = tuple[tuple[str, str], ...]


def _group(
    context: Context, person: Employee, rule: str, says: Callable[[Worked], _Values | None]
) -> Iterator[Finding]:
    """One breach for all shifts of which `says` gives the same values; None = nothing wrong."""
    found: dict[_Values, list[int]] = {}
    for entry in context.worked(person):
        values = says(entry)
        if values is not None:
            found.setdefault(values, []).append(entry.day)
    for values, days in found.items():
        yield Finding(
            rule=rule,
            paragraph=HOUSE,
            severity=Severity.BREACH,
            employee=person.number,
            days=tuple(days),
            amount=len(days),
            unit="shifts",
            text_key=rule,
            values=values,
        )


def absence(context: Context, person: Employee) -> Iterator[Finding]:
    """A shift on a day of an absence known beforehand, unless the absence is laid over it."""

    def says(entry: Worked) -> _Values | None:
        return () if context.calendar.is_absent(person, entry.day) else None

    return _group(context, person, "absence", says)


def employment(context: Context, person: Employee) -> Iterator[Finding]:
    """A shift before the first or after the last day of the employment."""

    def says(entry: Worked) -> _Values | None:
        return None if context.calendar.is_employed(person, entry.day) else ()

    return _group(context, person, "employment", says)


def accepted_kinds(context: Context, person: Employee) -> Iterator[Finding]:
    """A day, evening or night shift for a person who does not work that kind."""

    def says(entry: Worked) -> _Values | None:
        kind = entry.shift.kind
        if kind not in PLANNABLE_KINDS or kind in person.kinds:
            return None  # L is for long_shift_voluntary to judge, O is open to everybody
        return (("kind_key", f"wording.kind.{kind.name.lower()}"),)

    return _group(context, person, "accepted_kinds", says)


def shift_days(context: Context, person: Employee) -> Iterator[Finding]:
    """A code on a day on which its Days do not allow it."""

    def says(entry: Worked) -> _Values | None:
        if context.calendar.matches(entry.shift.days, entry.day):
            return None
        return (("code", entry.shift.code),)

    return _group(context, person, "shift_days", says)


def shift_competence(context: Context, person: Employee) -> Iterator[Finding]:
    """A code that asks for a competence the person does not cover."""
    covered = context.unit.covered_by(person.competence)

    def says(entry: Worked) -> _Values | None:
        needed = entry.shift.competence
        if needed is None or needed in covered:
            return None
        return (("code", entry.shift.code), ("competence", needed))

    return _group(context, person, "shift_competence", says)


RULES: tuple[Rule, ...] = (
    Rule(name="absence", paragraph=HOUSE, check_person=absence),
    Rule(name="employment", paragraph=HOUSE, check_person=employment),
    Rule(name="accepted_kinds", paragraph=HOUSE, check_person=accepted_kinds),
    Rule(name="shift_days", paragraph=HOUSE, check_person=shift_days),
    Rule(name="shift_competence", paragraph=HOUSE, check_person=shift_competence),
)

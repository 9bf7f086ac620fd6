"""Rules of long shifts: only for those who said yes, and how many in a row.

Source: domain.md section 3 (10-12 (4): long shifts are voluntary) and its engine notes.
"""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.model import Employee, ShiftKind
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.limits import limit_of
from heiltid.rules.rule import Rule
from heiltid.rules.spells import RowLimit, person_spells, row_findings


def long_shift_voluntary(context: Context, person: Employee) -> Iterator[Finding]:
    """No long shift for a person who has not said yes to them."""
    if person.long_shifts:
        return
    days = tuple(entry.day for entry in context.worked(person) if entry.shift.kind is ShiftKind.LONG)
    if days:
        yield Finding(
            rule="long_shift_voluntary",
            paragraph=HOUSE,
            severity=Severity.BREACH,
            employee=person.number,
            days=days,
            amount=len(days),
            unit="shifts",
            text_key="long_shift_voluntary",
        )


def long_shifts_in_row(context: Context, person: Employee) -> Iterator[Finding]:
    """Long shifts on days in a row: above the soft limit a note, above the hard one a breach."""
    limit = RowLimit(
        rule="long_shifts_in_row",
        paragraph=HOUSE,
        soft=limit_of(context, "long_shifts_in_row", "soft", person),
        hard=limit_of(context, "long_shifts_in_row", "hard", person),
        unit="shifts",
    )
    if limit.soft is None and limit.hard is None:
        return
    found = person_spells(context, person, lambda shift: shift.kind is ShiftKind.LONG)
    yield from row_findings(limit, person, found)


RULES: tuple[Rule, ...] = (
    Rule(name="long_shift_voluntary", paragraph=HOUSE, check_person=long_shift_voluntary),
    Rule(name="long_shifts_in_row", paragraph=HOUSE, check_person=long_shifts_in_row),
)

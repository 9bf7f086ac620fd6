"""How many different employees a resident meets in a week.

Different people with a day, evening or long shift in the unit, mean over the weeks: an upper figure.
Source: domain.md section 8.
"""

from __future__ import annotations

from fractions import Fraction

from heiltid.model import ShiftKind
from heiltid.rules.context import Context

MET_KINDS = frozenset({ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.LONG})


def employees_met_per_week(context: Context) -> Fraction:
    """Mean number of different people at work by day or evening in a week."""
    met: list[set[str]] = [set() for _ in range(context.unit.weeks)]
    for person in context.people:
        for entry in context.worked(person):
            if entry.shift.kind in MET_KINDS:
                met[context.calendar.week(entry.day)].add(person.number)
    return Fraction(sum(len(people) for people in met), context.unit.weeks)

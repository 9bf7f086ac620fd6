"""How many of people's wishes a rota meets. Source: domain.md section 8."""

from __future__ import annotations

from fractions import Fraction

from heiltid.rules.context import Context
from heiltid.wishes import is_met, wish_days


def wishes_met(context: Context) -> Fraction | None:
    """Met share, 0..1, of all (wish, day) pairs on days the person is there; None without any."""
    people = {person.number: person for person in context.people}
    met = total = 0
    for wish in context.unit.wishes:
        person = people.get(wish.employee)
        if person is None:
            continue
        cells = context.row(person).cells
        for day in wish_days(wish, context.calendar):
            total += 1
            met += is_met(wish, day, cells[day], context.shifts)
    return Fraction(met, total) if total else None

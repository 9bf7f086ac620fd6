"""How many of people's wishes a rota meets. Source: domain.md section 8."""

from __future__ import annotations

from fractions import Fraction

from heiltid.rules.context import Context
from heiltid.wishes import is_met, spoken_wishes, wish_days, wishes_kept


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


def wishes_lacking(context: Context) -> tuple[int, int]:
    """Wishes with a day that is not met, and all, counted as people speak of them."""
    calendar, rows = context.calendar, context.rows
    unmet = {
        wish
        for wish in context.unit.wishes
        if wish.employee in rows
        and wishes_kept([(wish, wish_days(wish, calendar))], rows[wish.employee].cells, context.shifts).unmet
    }
    spoken = spoken_wishes(context.unit.wishes, calendar)
    return sum(not unmet.isdisjoint(wish) for wish in spoken), len(spoken)

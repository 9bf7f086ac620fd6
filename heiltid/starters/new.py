"""A new unit without people: its shifts, staffing and rules filled in for its kind and size."""

from __future__ import annotations

from datetime import date

from heiltid.model import RotaKind, Unit
from heiltid.starters.services import MOST_SIZE, ServiceType
from heiltid.texts import Language

MOST_WEEKS = 52
RULE_BOOK = "local"  # law, tariff and the agreements most units make


def new_unit(
    service: ServiceType,
    name: str,
    start: date,
    weeks: int,
    kind: RotaKind,
    beds_or_users: int,
    language: Language,
) -> Unit:
    """A unit to begin with; nobody works there yet.

    The staffing is a starting point to change. A size of 0 is right for the empty unit, which has none.
    Raises ValueError for a start that is no Monday, and for weeks or a size out of bounds.
    """
    if start.weekday() != 0:
        raise ValueError("a rota starts on a Monday")
    if not 1 <= weeks <= MOST_WEEKS:
        raise ValueError("a rota lasts 1 to 52 weeks")
    if not 0 <= beds_or_users <= MOST_SIZE:
        raise ValueError("a size lies between 0 and 999")
    return Unit(
        name=name.strip(),
        start=start,
        weeks=weeks,
        kind=kind,
        full_time_week_minutes=service.full_time_week_minutes,
        residents=beds_or_users or None,
        rule_book=RULE_BOOK,
        shifts=service.shifts(language, beds_or_users),
        demand=service.demand(beds_or_users, language),
        competences=service.competences(language),
        employees=(),
    )

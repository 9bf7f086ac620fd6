"""Random people for `random_units`: every status, kind and habit the staff list knows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from random_demand import LONG, SHORT, Pattern

from heiltid.model import FULL_TIME_BP, Employee, ShiftKind, Status
from sample_rotas.parts import ASSISTANT, HEALTH_WORKER, NURSE

POSITIONS = (
    2_000,
    2_500,
    3_521,
    4_000,
    5_000,
    6_000,
    7_000,
    7_324,
    7_500,
    8_000,
    9_000,
    10_000,
    10_000,
    10_000,
)
SMALLEST_BP = 1_400
STATUSES = (
    *(Status.PERMANENT,) * 16,
    Status.STUDENT,
    Status.VACANT,
    Status.TEMPORARY,
    Status.HOURLY,
)
KINDS = ("DA", "DA", "DA", "DA", "DAN", "DAN", "N", "D", "A")
FIRST_NAMES = (
    "Alva",
    "Birk",
    "Eira",
    "Gard",
    "Ingrid",
    "Jarle",
    "Kaia",
    "Mons",
    "Oda",
    "Runar",
    "Tiril",
    "Une",
)
LAST_NAMES = ("Askvik", "Brekkmo", "Dalstø", "Fjellro", "Hovset", "Lundvoll", "Myrhaug", "Solstrøm", "Vikøy")


@dataclass(frozen=True, kw_only=True)
class Span:
    """The rota's dates, for people who start or leave in the middle of it."""

    start: date
    weeks: int


def staff_of(dice: Random, pattern: Pattern, span: Span, people: int) -> tuple[Employee, ...]:
    """So many lines; the first is a permanent nurse, so that a unit is never all empty posts."""
    return tuple(_line(dice, pattern, span, place) for place in range(people))


def _line(dice: Random, pattern: Pattern, span: Span, place: int) -> Employee:
    status = Status.PERMANENT if place == 0 else dice.choice(STATUSES)
    competence = NURSE if place == 0 else dice.choice((NURSE, HEALTH_WORKER, HEALTH_WORKER, ASSISTANT, None))
    weekend_every = dice.choice((3,) * 12 + (2, 2, 4, 4, 0))
    positions = _positions(dice, status)
    # A full-timer who is free every weekend needs five days in a row.
    has_room = positions["min_bp"] <= 7_500
    person = Employee(
        number=str(100 + place),
        name="" if status is Status.VACANT else f"{dice.choice(FIRST_NAMES)} {dice.choice(LAST_NAMES)}",
        competence=competence,
        status=status,
        weekend_every=weekend_every,
        weekend_offset=dice.randint(1, weekend_every) if weekend_every and dice.random() < 0.15 else None,
        extra_weekends=dice.randint(1, 2) if weekend_every > 2 and dice.random() < 0.15 else 0,
        max_days_in_row=dice.choice((4, 5)) if has_room and dice.random() < 0.12 else None,
        max_nights_in_row=dice.choice((2, 3)) if dice.random() < 0.08 else None,
        **positions,
        **_kinds(dice, pattern),
    )
    return _with_dates(dice, span, person) if pattern.dated and place else person


def _positions(dice: Random, status: Status) -> dict[str, Any]:
    """Position, wanted, Min, Max, Elsewhere and chosen part-time that fit one another."""
    if status is Status.HOURLY:
        return {"position_bp": 0, "wanted_bp": 0, "min_bp": 0, "max_bp": 0}
    elsewhere = dice.choice((2_000, 3_000, 5_000)) if dice.random() < 0.08 else 0
    room = FULL_TIME_BP - elsewhere
    position = min(dice.choice(POSITIONS), room)
    if status is Status.VACANT:
        size = dice.choice((0, SMALLEST_BP, position))
        return {
            "position_bp": size, "wanted_bp": size, "min_bp": 0, "max_bp": room, "elsewhere_bp": elsewhere
        }  # fmt: skip
    chosen = position < room and dice.random() < 0.15
    wanted = position if chosen else min(room, position + dice.choice((0, 0, 1_000, 2_000, 4_000)))
    minimum = 0 if status is Status.TEMPORARY else position
    if not chosen and minimum and dice.random() < 0.06:  # a person who has agreed to less
        minimum = max(SMALLEST_BP, position - 2_000)
    return {
        "position_bp": position,
        "wanted_bp": wanted,
        "min_bp": minimum,
        "max_bp": max(position, wanted) if dice.random() < 0.85 else room,
        "elsewhere_bp": elsewhere,
        "chosen_part_time": chosen,
    }


def _kinds(dice: Random, pattern: Pattern) -> dict[str, Any]:
    """Kinds and long shifts; whoever works by day where only long shifts exist accepts them."""
    letters = dice.choice([entry for entry in KINDS if pattern.nights or "N" not in entry])
    only_long = pattern.style == LONG and letters != "N"
    says_yes = pattern.style != SHORT and dice.random() < 0.8
    return {
        "kinds": frozenset(ShiftKind(letter) for letter in letters),
        "long_shifts": only_long or says_yes,
    }


def _with_dates(dice: Random, span: Span, person: Employee) -> Employee:
    """One in fifteen starts or leaves inside a rota of six weeks or more."""
    if span.weeks < 6 or dice.random() > 1 / 15:
        return person
    middle = span.start + timedelta(days=dice.randint(14, span.weeks * 7 - 15))
    if dice.random() < 0.5:
        return replace(person, employed_from=middle)
    return replace(person, employed_to=middle)

"""Solbakken's summer: holidays in three pulses, sick leave and leave by chance, six hourly substitutes."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

from heiltid.booking.dates.rolling import rolled
from heiltid.model import Absence, Employee, Plan, Status, Unit
from heiltid.model.booking import RollOut, RollOutOptions
from sample_rotas.catalogue import sample, unit_file
from sample_rotas.parts import ASSISTANT, HEALTH_WORKER, NURSE, line

FIRST = date(2027, 6, 21)
WEEKS = 12
PULSES = (1, 4, 7)  # the week each third of the people begins three weeks of holiday, from 0
SICK_SPELLS = 14


def with_substitutes(unit: Unit) -> Unit:
    """The ward with six people who may take open shifts and have no line of their own."""
    more = tuple(_substitute(place) for place in range(6))
    return replace(unit, employees=(*unit.employees, *more))


def _substitute(place: int) -> Employee:
    competence = (NURSE, HEALTH_WORKER, ASSISTANT)[place % 3]
    return line(
        f"19{place:02}",
        f"Timevikar {place + 1}",
        competence,
        0,
        works="DAN",
        status=Status.HOURLY,
        weekend_every=2,
        long_shifts=place % 2 == 0,
    )


def absences(unit: Unit, seed: int = 1) -> tuple[Absence, ...]:
    """Three weeks of holiday for everybody with a line, and spells of illness and leave by chance."""
    chance = random.Random(seed)
    people = [p for p in unit.employees if p.status not in (Status.VACANT, Status.HOURLY)]
    found = []
    for place, person in enumerate(people):
        first = FIRST + timedelta(weeks=PULSES[place % 3])
        found.append(Absence(employee=person.number, first=first, last=first + timedelta(days=20), code="FE"))
    for _ in range(SICK_SPELLS):
        person, day = chance.choice(people), chance.randrange(WEEKS * 7)
        days, code = chance.choice((1, 2, 3, 7, 14)), chance.choice(("SJUK", "SJUK", "PERM"))
        first = FIRST + timedelta(days=day)
        found.append(
            Absence(employee=person.number, first=first, last=first + timedelta(days=days), code=code)
        )
    return tuple(found)


def base() -> tuple[Unit, Plan]:
    """Solbakken as it is today, with its substitutes."""
    file = unit_file(sample("solbakken"))
    return with_substitutes(file.unit), file.plans[0]


def summer(seed: int = 1) -> RollOut:
    """The twelve weeks."""
    unit, plan = base()
    options = RollOutOptions(first=FIRST, from_week=3, weeks=WEEKS)
    return rolled(unit, plan, options, absences(unit, seed))

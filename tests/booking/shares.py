"""Short words for small sharings, by hand and by chance, and the best of them by trying everything."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any

from builders import SHIFTS, person, plan, row, unit

from heiltid.allocation import Asked, ShareGoal, ShareRequest
from heiltid.booking.sharing.shares import NOTHING, Sharing, rank
from heiltid.model import PlanRow, RotaKind, Status, Unit
from heiltid.model.asking import Allotment, BookingSettings, Choice, Willingness
from heiltid.model.booking import OpenPlace, OpenWhy, Overtime

MONDAY = date(2027, 6, 21)  # no red day for months
GLADLY, CAN = Willingness.GLADLY, Willingness.CAN
NOON = datetime(2027, 5, 1, 12, 0)


def place(number: int, day: int, code: str = "D1", **more: Any) -> OpenPlace:
    """An open place on a day of the plan (0 = its first Monday), wholly below the Min unless told."""
    shift = {entry.code: entry for entry in SHIFTS}[code]
    more.setdefault("lacking_minutes", shift.end_minute - shift.start_minute)
    return OpenPlace(
        number=number,
        on=MONDAY + timedelta(days=day),
        code=code,
        start_minute=shift.start_minute,
        end_minute=shift.end_minute,
        competence=more.pop("competence", None),
        why=OpenWhy.UNDERSTAFFED,
        **more,
    )


def asked(number: str, *, gladly: tuple[int, ...] = (), can: tuple[int, ...] = (), **more: Any) -> Asked:
    """What somebody said yes to."""
    said = {**dict.fromkeys(can, CAN), **dict.fromkeys(gladly, GLADLY)}
    choices = tuple(Choice(place=place, willingness=said[place]) for place in sorted(said))
    return Asked(employee=number, choices=choices, **more)


def dated(weeks: int = 1, **more: Any) -> Unit:
    """A unit on its dates."""
    return unit(weeks, start=MONDAY, kind=RotaKind.DATED, **more)


def request(
    ward: Unit, rows: tuple[PlanRow, ...], places: tuple[OpenPlace, ...], *people: Asked, **more: Any
) -> ShareRequest:
    """A sharing with plenty of time on one worker."""
    rota = plan(*rows)
    more.setdefault("settings", BookingSettings())
    more.setdefault("planned", rota)
    return ShareRequest(
        list="K7F2",
        weeks=1,
        unit=ward,
        plan=rota,
        places=places,
        asked=people,
        overtime=more.pop("overtime", ()),
        workers=1,
        **more,
    )


def free(number: str, position: int, weeks: int = 1) -> PlanRow:
    """A line without shifts."""
    return row(" ".join("-" * 7 * weeks), number, position)


def best(sharing: Sharing) -> dict[ShareGoal, int]:
    """The best sharing by trying every set for everybody. Only for a few places.

    What people's places are worth adds up, so of all ways to give away the same places the best by the
    goals about people is the best to go on with.
    """
    reached: dict[frozenset[int], tuple[tuple[int, ...], dict[str, frozenset[int]]]] = {NOTHING: ((), {})}
    reached[NOTHING] = (_key(sharing, {}), {})
    for employee in sharing.asked:
        sets = list(_lawful(sharing, employee))
        after = dict(reached)
        for given, (_, had) in reached.items():
            for numbers in sets:
                if numbers & given:
                    continue
                tried = {**had, employee: numbers}
                key = _key(sharing, tried)
                if numbers | given not in after or key > after[numbers | given][0]:
                    after[numbers | given] = (key, tried)
        reached = after
    _, proposed = max(reached.values(), key=lambda entry: entry[0])
    return sharing.values_of(proposed)


def _key(sharing: Sharing, proposed: Mapping[str, frozenset[int]]) -> tuple[int, ...]:
    return rank(sharing.values_of(proposed))


def _lawful(sharing: Sharing, employee: str) -> Iterator[frozenset[int]]:
    options = sharing.options(employee)
    for count in range(1, len(options) + 1):
        for chosen in combinations(options, count):
            if sharing.limited(employee, frozenset(chosen)) is None:
                yield frozenset(chosen)


def by_chance(seed: int) -> ShareRequest:
    """A small sharing with a little of everything that may stand in one."""
    chance = random.Random(seed)
    weeks = chance.choice((1, 2, 3))
    people = tuple(_person(chance, str(number)) for number in range(1, chance.randint(2, 4) + 1))
    rows = tuple(_line(chance, entry.number, entry.position_bp, weeks) for entry in people)
    places = tuple(
        place(
            number,
            chance.randrange(weeks * 7),
            chance.choice(("D1", "D1", "A1", "N1", "L1")),
            lacking_minutes=chance.choice((0, 240, 450, 450)),
        )
        for number in range(1, chance.randint(3, 8) + 1)
    )
    people_asked = tuple(_asked(chance, entry.number, places) for entry in people)
    ward = dated(weeks, employees=people, rule_book=chance.choice(("law", "local")))
    taken = tuple(_taken(chance, line) for line in rows)
    found = request(
        ward,
        taken,
        places,
        *people_asked,
        planned=plan(*rows),
        settings=BookingSettings(
            most_shifts_in_four_weeks=chance.choice((None, 1, 2, 3)), allows_overtime=chance.random() < 0.6
        ),
    )
    if chance.random() < 0.3:
        had = Overtime(employee="1", on=MONDAY - timedelta(days=1), minutes=chance.choice((100, 400, 580)))
        found = replace(found, overtime=(had,))
    if chance.random() < 0.4:
        number, who = chance.choice(places).number, chance.choice([None, *(p.number for p in people)])
        made = Allotment(place=number, employee=who, by="L", reason="", at=NOON)
        if who is None or not rows[int(who) - 1].cells[(places[number - 1].on - MONDAY).days].works:
            found = replace(found, decided=(made,))
    return found


def _person(chance: random.Random, number: str) -> Any:
    position = chance.choice((0, 2_000, 5_000, 8_000, 10_000))
    return person(
        number,
        position,
        status=Status.HOURLY if position == 0 else Status.PERMANENT,
        wanted_bp=max(position, chance.choice((position, 10_000))),
        long_shifts=chance.random() < 0.6,
    )


def _line(chance: random.Random, number: str, position: int, weeks: int) -> PlanRow:
    share = position / 10_000 * 0.8
    words = [
        chance.choice(("D1", "A1", "D1", "N1")) if chance.random() < share else "-" for _ in range(7 * weeks)
    ]
    return row(" ".join(words), number, position)


def _taken(chance: random.Random, line: PlanRow) -> PlanRow:
    """The line with perhaps a shift taken since."""
    unworked = [day for day, cell in enumerate(line.cells) if not cell.works]
    if not unworked or chance.random() < 0.7:
        return line
    day = chance.choice(unworked)
    cells = (*line.cells[:day], row("D1").cells[0], *line.cells[day + 1 :])
    return replace(line, cells=cells)


def _asked(chance: random.Random, number: str, places: tuple[OpenPlace, ...]) -> Asked:
    yes = [entry.number for entry in places if chance.random() < 0.75]
    gladly = tuple(found for found in yes if chance.random() < 0.5)
    return asked(
        number,
        gladly=gladly,
        can=tuple(found for found in yes if found not in gladly),
        most_minutes=chance.choice((None, None, 8 * 60, 16 * 60)),
        missing_minutes=chance.choice((0, 0, 300, 1_200)),
        carried_minutes=chance.choice((0, 90, 600, 1_500)),
    )

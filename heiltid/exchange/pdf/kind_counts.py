"""How many work each kind of shift on each day, and whether the staffing they carry is enough."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from heiltid.coverage import Requirement
from heiltid.model import ShiftKind
from heiltid.rules.context import Context

COUNTED = (ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.LONG, ShiftKind.NIGHT)


@dataclass(frozen=True, slots=True, kw_only=True)
class KindCount:
    """People on one kind of shift that starts on one day.

    short: below Min at some time these shifts carry, of all people or of one competence;
    above: more than Target all through such a time, and nowhere short.
    """

    people: int
    short: bool = False
    above: bool = False


def kind_counts(context: Context) -> dict[ShiftKind, tuple[KindCount, ...]]:
    """A count per day for every kind the unit has codes of."""
    unit = context.unit
    kinds = [kind for kind in COUNTED if any(shift.kind is kind for shift in unit.shifts)]
    people = Counter(
        (context.shifts[str(cell.shift)].kind, day)
        for row in context.plan.rows
        for day, cell in enumerate(row.cells)
        if cell.works
    )
    short, above = _judged(context)
    return {
        kind: tuple(
            KindCount(
                people=people[kind, day],
                short=(kind, day) in short,
                above=(kind, day) in above and (kind, day) not in short,
            )
            for day in range(unit.day_count)
        )
        for kind in kinds
    }


_Place = tuple[ShiftKind, int]


def _judged(context: Context) -> tuple[set[_Place], set[_Place]]:
    """Where people lack and where they are more than asked, by the kind that carries the time."""
    workers = context.coverage.workers(context.plan)
    present: dict[Requirement, int] = {}  # the fewest at any time of it
    carried: dict[Requirement, Counter[ShiftKind]] = {}
    for segment, people in zip(context.coverage.segments, context.staffing, strict=True):
        need = segment.requirement
        present[need] = min(people, present.get(need, people))
        minutes = carried.setdefault(need, Counter())
        for cover in segment.covers:
            # a code nobody works still tells whose time it is, where nobody works at all
            weight = 1 + 1_000 * len(workers.get(cover, ()))
            minutes[context.shifts[cover[1]].kind] += segment.minutes * weight
    short, above = set(), set()
    for need, minutes in carried.items():
        if not minutes:
            continue
        # of equals the ordinary one: a long shift carries day and evening both
        kind = max(minutes, key=lambda kind: (minutes[kind], kind is not ShiftKind.LONG))
        place = (kind, need.day)
        if present[need] < need.minimum:
            short.add(place)
        elif present[need] > need.target and need.competence is None:
            above.add(place)
    return short, above

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


class _Time:
    """One requirement: the fewest people at any time of it, and which codes carry it."""

    def __init__(self) -> None:
        self.present: int | None = None
        self.worked: Counter[ShiftKind] = Counter()  # person-minutes
        self.reach: Counter[tuple[ShiftKind, str]] = Counter()  # minutes of one shift of the code

    def kind(self) -> ShiftKind | None:
        """The kind that carries most of it; where nobody works, the kind that could.

        Of equals the ordinary one: a long shift carries day and evening both.
        """
        longest: dict[ShiftKind, int] = {}
        for (kind, _), minutes in self.reach.items():
            longest[kind] = max(minutes, longest.get(kind, 0))
        return max(
            longest,
            key=lambda kind: (self.worked[kind], longest[kind], kind is not ShiftKind.LONG),
            default=None,
        )


def _judged(context: Context) -> tuple[set[_Place], set[_Place]]:
    """Where people lack and where they are more than asked, by the kind that carries the time."""
    workers = context.coverage.workers(context.plan)
    times: dict[Requirement, _Time] = {}
    for segment, people in zip(context.coverage.segments, context.staffing, strict=True):
        found = times.setdefault(segment.requirement, _Time())
        found.present = people if found.present is None else min(people, found.present)
        for day, code in segment.covers:
            kind = context.shifts[code].kind
            found.worked[kind] += segment.minutes * len(workers.get((day, code), ()))
            found.reach[kind, code] += segment.minutes
    short, above = set(), set()
    for need, found in times.items():
        carrier, present = found.kind(), found.present or 0
        if carrier is None:
            continue
        if present < need.minimum:
            short.add((carrier, need.day))
        elif present > need.target and need.competence is None:
            above.add((carrier, need.day))
    return short, above

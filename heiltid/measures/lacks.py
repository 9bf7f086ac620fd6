"""Where people lack, place by place as the checker tells it, each beside the shifts that would close it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from heiltid.coverage import Segment
from heiltid.measures.staffing import OpenShift, holes, open_shifts
from heiltid.model import MINUTES_PER_DAY
from heiltid.rules.context import Context
from heiltid.rules.staffing import MINIMUM, Gap, gap_times


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One finding of the rule `staffing_minimum`: a Demand row on one day.

    times: the clock times at which people lack; shifts: those of `open_shifts` that would close it, of
    which one may stand at several lacks.
    """

    day: int
    times: str
    people: int
    person_minutes: int
    competence: str | None
    shifts: tuple[OpenShift, ...]


def lacks(context: Context) -> tuple[Lack, ...]:
    """Every place below its Min, by day and time: as many as the findings, and their minutes in all."""
    found = holes(context)
    offered = open_shifts(context, found)
    (told,) = (entry for entry in context.staffed.told if entry.rule == MINIMUM)
    gaps = [gap for group in told.groups.values() for gap in group.values()]
    gaps.sort(key=lambda gap: (gap.requirement.day, gap.pieces[0][0].start))
    return tuple(_lack(context, gap, offered) for gap in gaps)


def _lack(context: Context, gap: Gap, offered: Sequence[OpenShift]) -> Lack:
    need = gap.requirement
    pieces = [segment for segment, _ in gap.pieces]
    return Lack(
        day=need.day,
        times=gap_times(gap),
        people=gap.most,
        person_minutes=gap.person_minutes,
        competence=need.competence,
        shifts=tuple(shift for shift in offered if any(_closes(context, shift, piece) for piece in pieces)),
    )


def _closes(context: Context, shift: OpenShift, piece: Segment) -> bool:
    """Whether the shift is one of those that fill this piece."""
    asked = piece.requirement.competence
    if shift.code is None:
        start = piece.requirement.day * MINUTES_PER_DAY + shift.start_minute
        return shift.day == piece.requirement.day and start == piece.start and shift.competence == asked
    may_fill = asked is None or asked in context.unit.covered_by(shift.competence)
    return may_fill and (shift.day, shift.code) in piece.covers

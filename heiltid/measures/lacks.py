"""Where people lack, place by place as the checker tells it, each beside the shifts that would close it."""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.measures.staffing import Hole, OpenShift, open_shifts
from heiltid.model import ShiftKind
from heiltid.rules.context import Context
from heiltid.rules.staffing import MINIMUM, Gap, gap_times


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """One finding of the rule `staffing_minimum`: a Demand row on one day.

    times: the clock times at which people lack; shifts: the `open_shifts` of this place alone, so that
    each is asked about with what fits its time; long_codes: (day, code) of the long shifts that close all
    of it too, for who takes no others by day.
    """

    day: int
    times: str
    people: int
    person_minutes: int
    competence: str | None
    shifts: tuple[OpenShift, ...]
    long_codes: tuple[tuple[int, str], ...] = ()

    @property
    def codes(self) -> tuple[tuple[int, str], ...]:
        """(day, code) of its shifts, without the times no code of the unit covers."""
        return tuple((shift.day, shift.code) for shift in self.shifts if shift.code is not None)


def lacks(context: Context) -> tuple[Lack, ...]:
    """Every place below its Min, by day and time: as many as the findings, and their minutes in all."""
    (told,) = (entry for entry in context.staffed.told if entry.rule == MINIMUM)
    gaps = [gap for group in told.groups.values() for gap in group.values()]
    gaps.sort(key=lambda gap: (gap.requirement.day, gap.pieces[0][0].start))
    return tuple(_lack(context, gap) for gap in gaps)


def _lack(context: Context, gap: Gap) -> Lack:
    need = gap.requirement
    found = [Hole(segment=segment, lacking=people) for segment, people in gap.pieces]
    return Lack(
        day=need.day,
        times=gap_times(gap),
        people=gap.most,
        person_minutes=gap.person_minutes,
        competence=need.competence,
        shifts=open_shifts(context, found),
        long_codes=_long_codes(context, gap),
    )


def _long_codes(context: Context, gap: Gap) -> tuple[tuple[int, str], ...]:
    """The shorter first; none that is not for the day it would stand on."""
    covers = set.intersection(*(set(segment.covers) for segment, _ in gap.pieces))
    calendar, shifts = context.calendar, context.shifts
    long = [
        (day, code)
        for day, code in covers
        if shifts[code].kind is ShiftKind.LONG
        and 0 <= day < calendar.day_count
        and calendar.matches(shifts[code].days, day)
    ]
    return tuple(sorted(long, key=lambda cover: (shifts[cover[1]].paid_minutes, cover[1])))

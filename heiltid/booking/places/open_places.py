"""The open shifts of a dated plan, each with the reason it is open.

A shift that somebody cannot work, or that belongs to a line nobody holds, is open as it stands in the
rota, as long as the staffing misses it (below the Target). What then still lacks to the Min is
understaffing of the rota itself, and is closed by the shifts of measures.staffing. So nothing is
opened twice, and nothing that nobody needs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from heiltid.booking.dates.red_days import RED_DAY_OFF
from heiltid.calendar import Calendar
from heiltid.coverage import Segment
from heiltid.measures.staffing import Hole, competences_open_to, open_shifts
from heiltid.model import FREE, Cell, Plan, ShiftType, Status, Unit
from heiltid.model.booking import LostShift, LostTo, OpenPlace, OpenWhy
from heiltid.rules.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class _Gone:
    """A planned shift that nobody works."""

    day: int
    employee: str
    code: str
    why: OpenWhy


def attended(unit: Unit, plan: Plan) -> Plan:
    """The plan of those who will come: nobody stands on a vacant line."""
    vacant = {person.number for person in unit.employees if person.status is Status.VACANT}
    rows = {
        row.employee: replace(
            row, cells=tuple(map(_without_work, row.cells)), history=tuple(map(_without_work, row.history))
        )
        for row in plan.rows
        if row.employee in vacant
    }
    return plan.with_rows(rows)


def _without_work(cell: Cell) -> Cell:
    return FREE if cell.shift is not None else cell


def open_places(
    unit: Unit, plan: Plan, lost: Iterable[LostShift] = (), *, since: date | None = None
) -> tuple[OpenPlace, ...]:
    """Every open place of a dated plan, by date and time.

    lost: of the roll-out, for the shifts of people who have left; since: leave out the days before.
    """
    context = Context(unit, attended(unit, plan))
    counts = _Counts(context)
    gone = sorted(_gone(unit, context.calendar, plan, lost), key=lambda entry: entry.day)
    found = [place for entry in gone if (place := _reopened(context, counts, entry)) is not None]
    found += _understaffed(context, counts)
    kept = sorted(
        (place for place in found if since is None or place.on >= since),
        key=lambda place: (place.on, place.start_minute, place.code or "", place.competence or ""),
    )
    return tuple(replace(place, number=number) for number, place in enumerate(kept, 1))


def _gone(unit: Unit, calendar: Calendar, plan: Plan, lost: Iterable[LostShift]) -> Iterator[_Gone]:
    people = unit.employee_by_number()
    for row in plan.rows:
        is_vacant = people[row.employee].status is Status.VACANT
        for day, cell in enumerate(row.cells):
            if cell.shift is None or cell.absence == RED_DAY_OFF:
                continue
            if is_vacant:
                yield _Gone(day=day, employee=row.employee, code=cell.shift, why=OpenWhy.VACANCY)
            elif cell.absence is not None:
                yield _Gone(day=day, employee=row.employee, code=cell.shift, why=OpenWhy.ABSENCE)
    for entry in lost:
        if entry.to is LostTo.EMPLOYMENT:
            day = calendar.day_of(entry.on)
            yield _Gone(day=day, employee=entry.employee, code=entry.code, why=OpenWhy.VACANCY)


class _Counts:
    """People present in each segment, moving as places are thought filled."""

    def __init__(self, context: Context) -> None:
        self.coverage = context.coverage
        self.unit = context.unit
        self.counts = list(context.staffing)

    def _filled(self, day: int, code: str, competence: str | None) -> Iterator[tuple[int, Segment]]:
        """The segments somebody of that competence would help to fill with the shift."""
        covered = self.unit.covered_by(competence)
        for place in self.coverage.requirements_at.get((day, code), ()):
            for index in self.coverage.spans[place]:
                segment = self.coverage.segments[index]
                asked = segment.requirement.competence
                if (day, code) in segment.covers and (asked is None or asked in covered):
                    yield index, segment

    def gain(self, day: int, code: str, competence: str | None) -> tuple[int, int]:
        """Person-minutes below the Target, and below the Min, that the shift would fill."""
        to_target = to_minimum = 0
        for index, segment in self._filled(day, code, competence):
            need, count = segment.requirement, self.counts[index]
            to_target += segment.minutes if count < max(need.target, need.minimum) else 0
            to_minimum += segment.minutes if count < need.minimum else 0
        return to_target, to_minimum

    def fill(self, day: int, code: str, competence: str | None) -> None:
        """Count somebody of that competence on the shift."""
        for index, _ in self._filled(day, code, competence):
            self.counts[index] += 1

    def holes(self) -> tuple[Hole, ...]:
        """What still lacks to the Min."""
        return tuple(
            Hole(segment=segment, lacking=segment.requirement.minimum - count)
            for segment, count in zip(self.coverage.segments, self.counts, strict=True)
            if count < segment.requirement.minimum
        )


def _reopened(context: Context, counts: _Counts, entry: _Gone) -> OpenPlace | None:
    """The shift as an open place, asking for the least competence that fills as much; None: not missed."""
    shift = context.shifts.get(entry.code)
    if shift is None or not context.calendar.matches(shift.days, entry.day):
        return None
    unit, person = context.unit, context.unit.employee_by_number()[entry.employee]
    covered = unit.covered_by(person.competence)
    options = [name for name in competences_open_to(unit, shift) if name is None or name in covered]
    best: tuple[int, int, str, str | None] | None = None
    for name in options:
        gain, _ = counts.gain(entry.day, entry.code, name)
        rank = (-gain, len(unit.covered_by(name)), name or "", name)
        best = rank if best is None or rank[:3] < best[:3] else best
    if best is None or best[0] == 0:
        return None
    competence = best[3]
    lacking = counts.gain(entry.day, entry.code, competence)[1]
    counts.fill(entry.day, entry.code, competence)
    return _place(context, entry, shift, competence, lacking)


def _place(
    context: Context, entry: _Gone, shift: ShiftType, competence: str | None, lacking: int
) -> OpenPlace:
    return OpenPlace(
        number=0,
        on=context.calendar.date_of(entry.day),
        code=shift.code,
        start_minute=shift.start_minute,
        end_minute=shift.end_minute,
        competence=competence,
        why=entry.why,
        whose=entry.employee,
        lacking_minutes=lacking,
    )


def _understaffed(context: Context, counts: _Counts) -> Iterator[OpenPlace]:
    for line in open_shifts(context, counts.holes()):
        for _ in range(line.people):
            lacking = line.end_minute - line.start_minute
            if line.code is not None:
                lacking = counts.gain(line.day, line.code, line.competence)[1]
                counts.fill(line.day, line.code, line.competence)
            yield OpenPlace(
                number=0,
                on=context.calendar.date_of(line.day),
                code=line.code,
                start_minute=line.start_minute,
                end_minute=line.end_minute,
                competence=line.competence,
                why=OpenWhy.UNDERSTAFFED,
                lacking_minutes=lacking,
            )

"""Staffing below the least: person-minutes lacking, and the named open shifts that would close it.

Summed over all Demand rows below Min: a missing nurse counts in the nurse row and in the total row.
Source: issue "From a unit workbook" section 4, goal 1.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.coverage import Segment
from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_DAY, SATURDAY, ShiftKind, ShiftType, Unit
from heiltid.rules.context import Context


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A segment where `lacking` people are missing."""

    segment: Segment
    lacking: int

    @property
    def person_minutes(self) -> int:
        """People lacking times minutes."""
        return self.lacking * self.segment.minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenShift:
    """Shifts that would close a hole. code None: no code of the unit covers that time.

    Minutes count from 00:00 of `day`; competence None = anyone may take it.
    """

    day: int
    code: str | None
    start_minute: int
    end_minute: int
    competence: str | None
    people: int


def holes(context: Context) -> tuple[Hole, ...]:
    """Every segment below its Min, in day order."""
    segments = context.coverage.segments
    counts = context.staffing
    return tuple(
        Hole(segment=segment, lacking=segment.requirement.minimum - count)
        for segment, count in zip(segments, counts, strict=True)
        if count < segment.requirement.minimum
    )


def lacks_at_weekends(context: Context) -> bool:
    """Whether a Saturday or Sunday is below its Min."""
    return any(hole.segment.requirement.day % DAYS_PER_WEEK >= SATURDAY for hole in holes(context))


def only_competence(found: Iterable[Hole]) -> str | None:
    """The competence that is all that lacks, the heads being there; None where anything else lacks."""
    asked = {hole.segment.requirement.competence for hole in found}
    return asked.pop() if len(asked) == 1 else None


def understaffed_person_minutes(found: Iterable[Hole]) -> int:
    """Person-minutes below Min over the whole rota, summed over all Demand rows."""
    return sum(hole.person_minutes for hole in found)


Candidate: TypeAlias = tuple[int, str, str | None]  # day, code, competence of whoever takes it
Reach: TypeAlias = Mapping[Candidate, tuple[int, ...]]  # holes it helps to close
Rank: TypeAlias = tuple[bool, int, int, tuple[int, str, str]]


def open_shifts(context: Context, found: Sequence[Hole]) -> tuple[OpenShift, ...]:
    """A small set of shifts that closes every hole: most lacking minutes first, then thinned and fitted.

    A long shift is for what no ordinary one closes: it is nothing in itself to close two requirements
    at once. Ties: the ordinary shift, the shorter, then the least competence that will do.
    """
    shifts = context.shifts
    reach = _reach(context, found)
    order = _order(context.unit, reach)
    chosen, left = _greedy(reach, found, order, _closed_by_ordinary(shifts, reach, found))
    lines = Counter(
        (day, code, shifts[code].start_minute, shifts[code].end_minute, competence)
        for day, code, competence in _fitted(_thinned(chosen, reach, found), reach, found, order)
    )
    named = [_open_shift(*line, people) for line, people in lines.items()]
    nameless = [_nameless(found[index], people) for index, people in left.items() if people > 0]
    return tuple(sorted([*named, *nameless], key=lambda line: (line.day, line.start_minute, line.code or "")))


def _reach(context: Context, found: Sequence[Hole]) -> Reach:
    """Every shift that may be worked on its day, with the holes it helps to close."""
    unit, calendar, shifts = context.unit, context.calendar, context.shifts
    helping: dict[Candidate, list[int]] = {}
    for index, hole in enumerate(found):
        asked = hole.segment.requirement.competence
        for day, code in hole.segment.covers:
            shift = shifts[code]
            if not 0 <= day < calendar.day_count or not calendar.matches(shift.days, day):
                continue
            for competence in competences_open_to(unit, shift):
                if asked is None or asked in unit.covered_by(competence):
                    helping.setdefault((day, code, competence), []).append(index)
    return {candidate: tuple(indices) for candidate, indices in helping.items()}


def competences_open_to(unit: Unit, shift: ShiftType) -> tuple[str | None, ...]:
    """Competences that may take a shift; None where anybody may."""
    names = {entry.name for entry in unit.competences}
    names |= {row.competence for row in unit.demand if row.competence is not None}
    if shift.competence is None:
        return (None, *sorted(names))
    return tuple(name for name in sorted(names) if shift.competence in unit.covered_by(name))


def _closed_by_ordinary(
    shifts: Mapping[str, ShiftType], reach: Reach, found: Sequence[Hole]
) -> frozenset[int]:
    """Holes of the requirements that one shift closes from end to end, and not a long one."""
    pieces: dict[tuple[int, int], set[int]] = {}
    for index, hole in enumerate(found):
        pieces.setdefault((hole.segment.requirement.row, hole.segment.requirement.day), set()).add(index)
    closed: set[int] = set()
    for (_, code, _), indices in reach.items():
        if shifts[code].kind is not ShiftKind.LONG:
            needs = [found[index].segment.requirement for index in indices]
            for place in {(need.row, need.day) for need in needs}:
                if pieces[place] <= set(indices):
                    closed |= pieces[place]
    return frozenset(closed)


def _order(unit: Unit, reach: Reach) -> dict[Candidate, Rank]:
    """How candidates of equal worth are ranked."""
    shifts = unit.shift_by_code()
    return {
        candidate: (
            shifts[candidate[1]].kind is ShiftKind.LONG,
            shifts[candidate[1]].paid_minutes,
            len(unit.covered_by(candidate[2])),
            (candidate[0], candidate[1], candidate[2] or ""),
        )
        for candidate in reach
    }


def _greedy(
    reach: Reach,
    found: Sequence[Hole],
    order: Mapping[Candidate, Rank],
    ordinary: frozenset[int],
) -> tuple[list[Candidate], dict[int, int]]:
    """Chosen candidates (with repeats) and what is still lacking by hole.

    ordinary: holes that are no reason for a long shift; they only tell long ones apart. Worth only ever
    falls, so an outdated top of the heap is put back with its worth of now.
    """
    left = {index: hole.lacking for index, hole in enumerate(found)}

    def below(candidate: Candidate) -> tuple[int, int]:
        open_ = [index for index in reach[candidate] if left[index] > 0]
        is_long = order[candidate][0]
        counted = [index for index in open_ if not (is_long and index in ordinary)]
        return (
            -sum(found[index].segment.minutes for index in counted),
            -sum(found[index].segment.minutes for index in open_),
        )

    heap = [(below(candidate), order[candidate], candidate) for candidate in reach]
    heapq.heapify(heap)
    chosen: list[Candidate] = []
    while heap:
        claimed, rank, candidate = heapq.heappop(heap)
        now = below(candidate)
        if now[0] == 0:
            continue
        if now == claimed:
            chosen.append(candidate)
            for index in reach[candidate]:
                left[index] -= 1
        heapq.heappush(heap, (now, rank, candidate))
    return chosen, left


def _thinned(chosen: Sequence[Candidate], reach: Reach, found: Sequence[Hole]) -> list[Candidate]:
    """Without the shifts whose holes the others close already, last chosen first."""
    covered = Counter(index for candidate in chosen for index in reach[candidate])
    kept: list[Candidate] = []
    for candidate in reversed(chosen):
        if all(covered[index] - 1 >= found[index].lacking for index in reach[candidate]):
            covered.subtract(reach[candidate])
        else:
            kept.append(candidate)
    return kept


def _fitted(
    kept: Sequence[Candidate], reach: Reach, found: Sequence[Hole], order: Mapping[Candidate, Rank]
) -> list[Candidate]:
    """Each shift as the first in order that closes all that this one alone closes."""
    covered = Counter(index for candidate in kept for index in reach[candidate])
    reaching: dict[int, list[Candidate]] = {}
    for candidate, indices in reach.items():
        for index in indices:
            reaching.setdefault(index, []).append(candidate)
    fitted: list[Candidate] = []
    for candidate in kept:
        covered.subtract(reach[candidate])
        alone = {index for index in reach[candidate] if covered[index] < found[index].lacking}
        fitting = [other for other in reaching[min(alone)] if alone <= set(reach[other])]
        best = min(fitting, key=lambda other: order[other])
        covered.update(reach[best])
        fitted.append(best)
    return fitted


def _open_shift(day: int, code: str, start: int, end: int, competence: str | None, people: int) -> OpenShift:
    return OpenShift(
        day=day, code=code, start_minute=start, end_minute=end, competence=competence, people=people
    )


def _nameless(hole: Hole, people: int) -> OpenShift:
    """A time no code of the unit covers, named by its clock."""
    origin = hole.segment.requirement.day * MINUTES_PER_DAY
    return OpenShift(
        day=hole.segment.requirement.day,
        code=None,
        start_minute=hole.segment.start - origin,
        end_minute=hole.segment.end - origin,
        competence=hole.segment.requirement.competence,
        people=people,
    )

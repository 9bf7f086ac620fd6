"""What one shift means for the staffing: who would lack without it, which holes it fills, and which not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.coverage import Segment
from heiltid.rules.staffing import MINIMUM, TARGET, Cover, Staffing

Spans: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortfall:
    """A Demand row that falls short without a shift: `present` people where `needed` are asked for.

    rule: staffing_minimum, or staffing_target where the Min is still met; row: its place in
    unit.demand; spans: when, in minutes from the rota's start; shift or competence: whom it counts.
    """

    rule: str
    row: int
    shift: str | None
    competence: str | None
    spans: Spans
    present: int
    needed: int


def shortfalls(now: Staffing, without: Staffing, cover: Cover) -> tuple[Shortfall, ...]:
    """What lacks without the shift and does not with it, or lacks more: below the Min first, and there

    what nobody at all would be left for.
    """
    found: dict[tuple[str, int, int, int], list[Segment]] = {}
    for place, index in _touched(now, cover):
        present = without.counts[index]
        if present >= now.counts[index]:
            continue
        need = now.coverage.requirements[place]
        if present < need.minimum:
            key = (MINIMUM, place, present, need.minimum)
        elif present < need.target:
            key = (TARGET, place, present, need.target)
        else:
            continue
        found.setdefault(key, []).append(now.coverage.segments[index])
    ordered = sorted(found.items(), key=lambda entry: (entry[0][0] != MINIMUM, entry[0][2] > 0, entry[0][1]))
    return tuple(_shortfall(rule, present, needed, where) for (rule, _, present, needed), where in ordered)


def lacking_then(staffed: Staffing, cover: Cover) -> tuple[Shortfall, ...]:
    """Who lacks to the Min on the day of a shift, or in its time where that reaches into the next."""
    found: dict[tuple[int, int, int], list[Segment]] = {}
    below = next(told for told in staffed.told if told.rule == MINIMUM)
    for inside in below.groups.values():
        for place, gap in inside.items():
            for segment, many in gap.pieces:
                if gap.requirement.day == cover[0] or cover in segment.covers:
                    minimum = gap.requirement.minimum
                    found.setdefault((place, minimum - many, minimum), []).append(segment)
    return tuple(
        _shortfall(MINIMUM, present, needed, where) for (_, present, needed), where in sorted(found.items())
    )


def _shortfall(rule: str, present: int, needed: int, where: list[Segment]) -> Shortfall:
    need = where[0].requirement
    return Shortfall(
        rule=rule,
        row=need.row,
        shift=need.shift,
        competence=need.competence,
        spans=_joined(where),
        present=present,
        needed=needed,
    )


def _joined(where: list[Segment]) -> Spans:
    """The segments' times, neighbours drawn together."""
    spans: list[tuple[int, int]] = []
    for segment in where:
        if spans and spans[-1][1] == segment.start:
            spans[-1] = (spans[-1][0], segment.end)
        else:
            spans.append((segment.start, segment.end))
    return tuple(spans)


def filled_minutes(before: Staffing, after: Staffing, cover: Cover) -> int:
    """Person-minutes below the Min that a shift put in takes away, summed over Demand rows."""
    total = 0
    for place, index in _touched(before, cover):
        minimum = before.coverage.requirements[place].minimum
        lacked, lacks = minimum - before.counts[index], minimum - after.counts[index]
        total += (max(0, lacked) - max(0, lacks)) * before.coverage.segments[index].minutes
    return total


def left_lacking(before: Staffing, after: Staffing, cover: Cover) -> tuple[str, ...]:
    """The competences still below their Min in the shift's time to which whoever took it adds nobody."""
    found = dict[str, None]()
    for place, index in _touched(before, cover):
        need = before.coverage.requirements[place]
        is_short = after.counts[index] < need.minimum and after.counts[index] <= before.counts[index]
        if need.competence is not None and is_short:
            found[need.competence] = None
    return tuple(found)


def _touched(staffing: Staffing, cover: Cover) -> Iterator[tuple[int, int]]:
    """(place of the requirement, place of the segment) of all that the cover may help to meet."""
    for place in staffing.coverage.requirements_at.get(cover, ()):
        for index in staffing.coverage.spans[place]:
            yield place, index

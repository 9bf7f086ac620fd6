"""What dragging an edge or the top of a bar makes of the demand: pure functions on its rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from typing import TypeAlias

from heiltid.model import MINUTES_PER_DAY, DemandRow
from heiltid.ranges import MOST_PEOPLE

STEP_MINUTES = 15
Demand: TypeAlias = tuple[DemandRow, ...]


class Part(StrEnum):
    """What of a bar is held."""

    START = "start"
    END = "end"
    LEAST = "least"
    TARGET = "target"


def dragged(demand: Demand, place: int, part: Part, value: int) -> Demand:
    """The demand with one side of a row moved to a minute or a number of people, as far as it fits.

    An edge that another row of the same days and competence meets takes that row's edge with it.
    A row by code keeps its time.
    """
    row = demand[place]
    if part is Part.LEAST:
        return _with(demand, {place: with_least(row, value)})
    if part is Part.TARGET:
        return _with(demand, {place: with_target(row, value)})
    if row.start_minute is None or row.end_minute is None:
        return demand
    edge = row.start_minute if part is Part.START else row.end_minute
    other = _meeting(demand, place, part, edge)
    moved = _fitting(value, demand, place, other, part)
    here, there = ("start_minute", "end_minute") if part is Part.START else ("end_minute", "start_minute")
    changed = {place: replace(row, **{here: moved})}
    if other is not None:
        changed[other] = replace(demand[other], **{there: moved})
    return _with(demand, changed)


def _with(demand: Demand, changed: Mapping[int, DemandRow]) -> Demand:
    return tuple(changed.get(place, row) for place, row in enumerate(demand))


def _meeting(demand: Demand, place: int, part: Part, edge: int) -> int | None:
    """The row whose other edge lies on this one."""
    row = demand[place]
    for other, entry in enumerate(demand):
        meets = entry.end_minute if part is Part.START else entry.start_minute
        alike = (entry.days, entry.competence) == (row.days, row.competence)
        if other != place and meets == edge and alike and entry.shift is None:
            return other
    return None


def _fitting(value: int, demand: Demand, place: int, other: int | None, part: Part) -> int:
    """The nearest minute at which the rows on both sides of the edge still have some length."""
    before, after = (other, place) if part is Part.START else (place, other)
    lowest, highest = 0, 2 * MINUTES_PER_DAY
    if before is not None:
        start = demand[before].start_minute or 0
        lowest, highest = start + STEP_MINUTES, start + MINUTES_PER_DAY
    if after is not None:
        end = demand[after].end_minute or 0
        lowest = max(lowest, end - MINUTES_PER_DAY)
        highest = min(highest, end - STEP_MINUTES, MINUTES_PER_DAY - STEP_MINUTES)
    return max(lowest, min(value, highest))


def with_least(row: DemandRow, people: int) -> DemandRow:
    """Another least number; the target follows where it was the same, and never lies below."""
    least = max(0, min(people, MOST_PEOPLE if row.maximum is None else row.maximum))
    follows = row.target == row.minimum
    return replace(row, minimum=least, target=least if follows else max(row.target, least))


def with_target(row: DemandRow, people: int) -> DemandRow:
    """Another target, between least and most."""
    most = MOST_PEOPLE if row.maximum is None else row.maximum
    return replace(row, target=max(row.minimum, min(people, most)))


def snapped(minute: float) -> int:
    """The nearest quarter of an hour."""
    return round(minute / STEP_MINUTES) * STEP_MINUTES

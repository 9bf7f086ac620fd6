"""Times at which shifts may be present though the staffing asks for nobody."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from heiltid.coverage import Coverage
from heiltid.model import MINUTES_PER_DAY

_Span = tuple[int, int]  # minutes from a day's midnight


@dataclass(frozen=True, slots=True, kw_only=True)
class Unasked:
    """A piece of one day in which the same (day, code) of `covers` may be there throughout.

    In a cyclic rota the days are wrapped; in a dated one day -1 is left out.
    """

    day: int
    minutes: int
    covers: tuple[tuple[int, str], ...]


def unasked_times(coverage: Coverage) -> tuple[Unasked, ...]:
    """All such pieces in day order; of a dated rota as far as its last midnight."""
    known: dict[tuple[tuple[_Span, ...], bool], tuple[tuple[int, tuple[tuple[int, str], ...]], ...]] = {}
    found: list[Unasked] = []
    count, is_cyclic = coverage.unit.day_count, coverage.unit.is_cyclic
    for day in range(count):
        has_night = is_cyclic or day > 0
        key = (tuple(_asked_on(coverage, day)), has_night)
        if key not in known:
            known[key] = tuple(_pieces(coverage, *key))
        found += [
            Unasked(
                day=day,
                minutes=minutes,
                covers=tuple(
                    ((day + step) % count if is_cyclic else day + step, code) for step, code in covers
                ),
            )
            for minutes, covers in known[key]
        ]
    return tuple(found)


def _asked_on(coverage: Coverage, day: int) -> Iterator[_Span]:
    """When anybody is asked for between a day's midnights, by its rows and those of the day before."""
    count = coverage.unit.day_count
    for step in (-1, 0):
        if coverage.unit.is_cyclic or day + step >= 0:
            for place, _, (start, end) in coverage.rows_of((day + step) % count):
                first, last = start + step * MINUTES_PER_DAY, end + step * MINUTES_PER_DAY
                if place in coverage.surplus_rows and last > 0 and first < MINUTES_PER_DAY:
                    yield max(first, 0), min(last, MINUTES_PER_DAY)


def _pieces(
    coverage: Coverage, asked: Iterable[_Span], has_night: bool
) -> Iterator[tuple[int, tuple[tuple[int, str], ...]]]:
    """Minutes and (days on, code) of each piece of such a day."""
    busy = tuple(asked)
    present = [
        (step, shift.code, max(first, 0), min(last, MINUTES_PER_DAY))
        for step in ((-1, 0) if has_night else (0,))
        for shift in coverage.unit.shifts
        for first in (step * MINUTES_PER_DAY + shift.start_minute,)
        for last in (first + shift.length_minutes,)
        if shift.counts_as_cover and last > 0 and first < MINUTES_PER_DAY
    ]
    marks = {mark for _, _, *ends in present for mark in ends} | {mark for ends in busy for mark in ends}
    for start, end in itertools.pairwise(sorted(marks)):
        if any(first <= start < last for first, last in busy):
            continue
        covers = tuple((step, code) for step, code, first, last in present if first <= start < end <= last)
        if covers:
            yield end - start, covers

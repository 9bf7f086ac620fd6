"""The lines below the grid: for each part of the demand how many are there on each day, and what lacks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heiltid.competence_words import competence_word
from heiltid.coverage import Coverage, Requirement, Segment
from heiltid.measures.against import Present, present_in, worse_of
from heiltid.model import MINUTES_PER_DAY, DemandRow, ShiftType, Unit
from heiltid.rules.staffing import Gap
from ui.pages.rota.words import times_of
from ui.texts import clock, language, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Rows of the demand that ask for the same at the same time of day: one line below the grid."""

    label: str
    times: tuple[int, int]  # minutes from 00:00; the end may lie on the day after


def cut_words(unit: Unit, band: Band) -> str:
    """What is counted in a line, and which shifts begin and end at its edges."""
    lines = [tr("ui.rota.band", band=band.label)]
    for key, minute in zip(("from", "until"), band.times, strict=True):
        at = minute % MINUTES_PER_DAY
        ends = _codes(shift for shift in unit.shifts if shift.end_minute % MINUTES_PER_DAY == at)
        begins = _codes(shift for shift in unit.shifts if shift.start_minute % MINUTES_PER_DAY == at)
        told = [tr("ui.rota.band_ends", codes=ends)] if ends else []
        told += [tr("ui.rota.band_begins", codes=begins)] if begins else []
        if told:
            lines.append(tr(f"ui.rota.band_{key}", time=clock(minute), what=", ".join(told)))
    return "\n".join(lines)


def _codes(shifts: Iterable[ShiftType]) -> str:
    return ", ".join(f"{shift.code} {times_of(shift)}" for shift in shifts)


def _key(row: DemandRow) -> tuple[object, ...]:
    return (row.shift, row.start_minute, row.end_minute, row.competence)


def bands_of(unit: Unit) -> tuple[tuple[Band, ...], tuple[int, ...]]:
    """The lines, and for each row of the demand the place of its line."""
    keys = list(dict.fromkeys(_key(row) for row in unit.demand))
    by_key = {_key(row): row for row in reversed(unit.demand)}
    ordered = sorted(keys, key=lambda key: (key[3] is not None, _start(unit, by_key[key]), str(key[3])))
    place = {key: number for number, key in enumerate(ordered)}
    bands = tuple(_band(unit, by_key[key]) for key in ordered)
    return bands, tuple(place[_key(row)] for row in unit.demand)


def _start(unit: Unit, row: DemandRow) -> int:
    if row.shift is not None:
        shift = unit.shift_by_code().get(row.shift)
        return 0 if shift is None else shift.start_minute
    return row.start_minute or 0


def _band(unit: Unit, row: DemandRow) -> Band:
    if row.shift is not None:
        shift = unit.shift_by_code().get(row.shift)
        times = "" if shift is None else times_of(shift)
        span = (0, 0) if shift is None else (shift.start_minute, shift.end_minute)
        name = row.shift
    else:
        start, end = row.start_minute or 0, row.end_minute or 0
        span, times = (start, end), f"{clock(start)}–{clock(end)}"
        name = tr(f"ui.rota.part_of_day.{_part_of_day(start, end)}")
    if row.competence is not None:
        word = competence_word(row.competence, language())
        name = word[:1].upper() + word[1:]
    return Band(label=f"{name} {times}".strip(), times=span)


def _part_of_day(start: int, end: int) -> str:
    middle = (start + end) // 2 % MINUTES_PER_DAY
    if end > MINUTES_PER_DAY or middle < 6 * 60:
        return "night"
    return "day" if middle < 15 * 60 + 30 else "evening"


def pieces_alike(gap: Gap) -> list[list[tuple[Segment, int]]]:
    """Neighbouring pieces of a gap in which as many lack."""
    found: list[list[tuple[Segment, int]]] = []
    for segment, lacking in gap.pieces:
        if found and found[-1][-1][0].end == segment.start and found[-1][-1][1] == lacking:
            found[-1].append((segment, lacking))
        else:
            found.append([(segment, lacking)])
    return found


class CoverageTable:
    """What stands in the lines, kept by day so that an edit renews a few days only."""

    def __init__(self, unit: Unit, coverage: Coverage) -> None:
        self.unit = unit
        self.coverage = coverage
        self.bands, band_of = bands_of(unit)
        self.cells: list[list[Present | None]] = [[None] * unit.day_count for _ in self.bands]
        self.asked: list[list[Requirement | None]] = [[None] * unit.day_count for _ in self.bands]
        self._on_day: list[list[tuple[int, int]]] = [[] for _ in range(unit.day_count)]
        for place, requirement in enumerate(coverage.requirements):
            band = band_of[requirement.row]
            self._on_day[requirement.day].append((place, band))
            self.asked[band][requirement.day] = requirement

    def places(self, band: int, day: int) -> tuple[int, ...]:
        """The requirements counted on a day of a line, by their place in the coverage."""
        return tuple(place for place, line in self._on_day[day] if line == band)

    def renew(self, counts: tuple[int, ...], days: Iterable[int]) -> list[tuple[int, int]]:
        """Count these days anew; the (line, day) that show something else now."""
        changed = []
        for day in days:
            found: dict[int, Present] = {}
            for place, band in self._on_day[day]:
                span = self.coverage.spans[place]
                asked = self.coverage.requirements[place]
                is_surplus = asked.row in self.coverage.surplus_rows
                present = present_in(asked, counts[span.start : span.stop], counts_surplus=is_surplus)
                found[band] = worse_of(found.get(band), present)
            for band, present in found.items():
                if self.cells[band][day] != present:
                    self.cells[band][day] = present
                    changed.append((band, day))
        return changed

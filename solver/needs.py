"""The demand as the engine counts it: stretches of time with the cells that cover them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from heiltid.measures.surplus import SurplusTime, surplus_time
from heiltid.measures.unasked import unasked_times
from solver.frame import Frame, Roster

NO_ROW = -1  # of a time that no row asks for
OVER_MAXIMUM_FACTOR = 5  # a person beyond Max counts as much surplus as six beyond Target
# Hours beyond what the staffing asks for are of use by day in the week; a second night watch costs her rest.
SURPLUS_FACTORS = {
    SurplusTime.DAY: 1,
    SurplusTime.EVENING: 2,
    SurplusTime.WEEKEND: 3,
    SurplusTime.NIGHT: 6,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """People wanted during `minutes` of one day, or none; `covers` are the (day, code) present throughout.

    day may be -1 in covers for the last day of the history of a dated rota.
    """

    day: int
    row: int
    minutes: int
    minimum: int
    target: int
    maximum: int | None
    group: int  # index into Needs.fillers: who counts
    covers: tuple[tuple[int, int], ...]
    surplus_factor: int  # what a minute beyond Target counts; 0: another line counts it


class Needs:
    """All needs of a rota, in day order, with an index from cells to needs."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        competences = list(dict.fromkeys([*(row.competence for row in frame.unit.demand), None]))
        self.fillers = np.array(
            [[frame.coverage.may_fill(person.number, c) for person in frame.people] for c in competences],
            dtype=bool,
        ).reshape(len(competences), len(frame.people))
        merged: dict[tuple[int, int, tuple[tuple[int, int], ...]], int] = {}
        for segment in frame.coverage.segments:
            covers = tuple((day, frame.shift_index[code]) for day, code in segment.covers)
            key = (segment.requirement.day, segment.requirement.row, covers)
            merged[key] = merged.get(key, 0) + segment.minutes
        asked = (
            self._need(day, row, covers, minutes, competences)
            for (day, row, covers), minutes in merged.items()
        )
        self.all: tuple[Need, ...] = (*asked, *self._unasked(competences.index(None)))

    def _unasked(self, anybody: int) -> Iterator[Need]:
        """Times nobody is asked for: whoever is there is one too many."""
        coverage, places = self.frame.coverage, self.frame.shift_index
        for piece in unasked_times(coverage):
            yield Need(
                day=piece.day,
                row=NO_ROW,
                minutes=piece.minutes,
                minimum=0,
                target=0,
                maximum=None,
                group=anybody,
                covers=tuple((day, places[code]) for day, code in piece.covers),
                surplus_factor=SURPLUS_FACTORS[surplus_time(coverage, piece.day, piece.covers)],
            )

    def _need(
        self,
        day: int,
        row: int,
        covers: tuple[tuple[int, int], ...],
        minutes: int,
        competences: list[str | None],
    ) -> Need:
        demand = self.frame.unit.demand[row]
        return Need(
            day=day,
            row=row,
            minutes=minutes,
            minimum=demand.minimum,
            target=demand.target,
            maximum=demand.maximum,
            group=competences.index(demand.competence),
            covers=covers,
            surplus_factor=self._surplus_factor(day, row, covers),
        )

    def _surplus_factor(self, day: int, row: int, covers: tuple[tuple[int, int], ...]) -> int:
        coverage, shifts = self.frame.coverage, self.frame.shifts
        if row not in coverage.surplus_rows:
            return 0
        return SURPLUS_FACTORS[surplus_time(coverage, day, ((on, shifts[code].code) for on, code in covers))]

    @cached_property
    def by_cell(self) -> dict[tuple[int, int], tuple[int, ...]]:
        """Indices of the needs that a (day, code) helps to cover."""
        found: dict[tuple[int, int], list[int]] = {}
        for index, need in enumerate(self.all):
            for cover in need.covers:
                found.setdefault(cover, []).append(index)
        return {cover: tuple(indices) for cover, indices in found.items()}

    def present(self, roster: Roster) -> npt.NDArray[np.int32]:
        """People on duty by (group, day + 1, code): index 0 of the days is the day before a dated rota."""
        codes = len(self.frame.shifts)
        if not self.fillers.size:  # nobody to count, or nothing to count for
            return np.zeros((len(self.fillers), self.frame.days + 1, codes), dtype=np.int32)
        before = self.frame.history[:, -1:]
        columns = np.concatenate([before, roster], axis=1)
        one_hot = columns[:, :, None] == np.arange(codes, dtype=np.int16)[None, None, :]
        flat = one_hot.reshape(len(self.frame.people), -1).astype(np.int32)
        counted = self.fillers.astype(np.int32) @ flat
        found: npt.NDArray[np.int32] = counted.reshape(len(self.fillers), -1, codes)
        return found

    @cached_property
    def _gather(self) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        """Flat indices into `present` of every cover, and the need each belongs to."""
        codes, days = len(self.frame.shifts), self.frame.days + 1
        places, owners = [], []
        for index, need in enumerate(self.all):
            for day, code in need.covers:
                places.append((need.group * days + day + 1) * codes + code)
                owners.append(index)
        return np.array(places, dtype=np.intp), np.array(owners, dtype=np.intp)

    def counts(self, roster: Roster) -> npt.NDArray[np.int64]:
        """People present in each need."""
        places, owners = self._gather
        weights = self.present(roster).reshape(-1)[places]
        return np.bincount(owners, weights=weights, minlength=len(self.all)).astype(np.int64)

    @cached_property
    def columns(self) -> dict[str, npt.NDArray[np.int64]]:
        """minutes, minimum, target, maximum (a large number for none), surplus (its factor) of each need."""
        no_limit = 1_000_000

        def column(values: list[int]) -> npt.NDArray[np.int64]:
            return np.array(values, dtype=np.int64)

        return {
            "minutes": column([need.minutes for need in self.all]),
            "minimum": column([need.minimum for need in self.all]),
            "target": column([need.target for need in self.all]),
            "maximum": column([no_limit if n.maximum is None else n.maximum for n in self.all]),
            "surplus": column([need.surplus_factor for need in self.all]),
        }

    def lacking(self, roster: Roster) -> npt.NDArray[np.int64]:
        """Person-minutes below Min in each need."""
        columns = self.columns
        missing = np.maximum(0, columns["minimum"] - self.counts(roster))
        found: npt.NDArray[np.int64] = missing * columns["minutes"]
        return found

    def totals(self, roster: Roster) -> tuple[int, int, int]:
        """(minutes below Min, minutes below Target, weighted surplus minutes) of a roster."""
        columns, counts = self.columns, self.counts(roster)
        minutes = columns["minutes"]
        below = (np.maximum(0, columns["minimum"] - counts) * minutes).sum()
        short = (np.maximum(0, columns["target"] - counts) * minutes).sum()
        beyond = np.maximum(0, counts - columns["target"])
        tiers = (beyond + np.maximum(0, beyond - 1)) * columns["surplus"]
        above = OVER_MAXIMUM_FACTOR * np.maximum(0, counts - columns["maximum"])
        return int(below), int(short), int(((tiers + above) * minutes).sum())

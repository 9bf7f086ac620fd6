"""Hours and the contracts they give: what bounds one person's line."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from fractions import Fraction

from heiltid.contract import round_marks
from heiltid.model import FULL_TIME_BP, Employee


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """A stretch of hours [low, high] (minutes) of one person and the contract they give.

    contract_bp is a round mark, or None for hours / full time.
    """

    low: int
    high: int
    contract_bp: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What bounds one person's hours: all contracts between Min and Max, as zones without gaps."""

    full_time_minutes: Fraction
    full_time_range: tuple[Fraction, Fraction]  # differ only where the week is reckoned three-part
    tolerance: Fraction
    low: int
    high: int
    zones: tuple[Zone, ...]

    def contract_bp(self, minutes: int) -> int:
        """The contract figure of these hours (also outside the limits, where no mark applies)."""
        if self.full_time_minutes == 0:
            return self.zones[0].contract_bp or 0
        if minutes == 0:
            return 0
        for zone in self.zones:
            if zone.contract_bp is not None and zone.low <= minutes <= zone.high:
                return zone.contract_bp
        return round(minutes * FULL_TIME_BP / self.full_time_minutes)


def zones_of(
    person: Employee, full_time: Fraction, tolerance: Fraction, low: int, high: int
) -> tuple[Zone, ...]:
    """Hours from `low` to `high` cut where the contract figure changes its nature.

    Where two marks' tolerances overlap, the nearer mark holds, as in contract.contract_bp.
    """
    if full_time == 0:  # away for the whole rota: no hours to make a position of, the contract stays
        return (Zone(low=0, high=0, contract_bp=person.position_bp),)
    marks = [(full_time * mark / FULL_TIME_BP, mark) for mark in round_marks(person)]
    zones: list[Zone] = []
    if person.min_bp == 0 or person.may_close:
        zones.append(Zone(low=0, high=0, contract_bp=0))
        low = max(low, 1)
    edges = {low, high + 1}
    for minutes, _ in marks:
        edges |= {-int(-(minutes - tolerance) // 1), int((minutes + tolerance) // 1) + 1}
    for (first, _), (second, _) in zip(sorted(marks), sorted(marks)[1:], strict=False):
        edges |= {int((first + second) // 2), int((first + second) // 2) + 1}
    inside = sorted(edge for edge in edges if low <= edge <= high + 1)
    for start, stop in itertools.pairwise(inside):
        zones.append(Zone(low=start, high=stop - 1, contract_bp=_mark_at(start, marks, tolerance)))
    return tuple(zones)


def _mark_at(minutes: int, marks: list[tuple[Fraction, int]], tolerance: Fraction) -> int | None:
    near = [(abs(minutes - at), order, mark) for order, (at, mark) in enumerate(marks)]
    best = min(near, default=None)
    return best[2] if best is not None and best[0] <= tolerance else None

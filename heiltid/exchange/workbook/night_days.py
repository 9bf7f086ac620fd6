"""The day a night shift stands on in a file, when that is the day it ends.

Inside Heiltid a night always stands on the day it starts. `nights` is the way back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from heiltid.exchange.workbook.nights import ends_next_day
from heiltid.model import (
    FREE,
    Cell,
    NightWrittenOn,
    Plan,
    PlanRow,
    Unit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRow:
    """One line as the file shows it: cells by day, negative days before the start; free days left out."""

    cells: Mapping[int, Cell] = field(default_factory=dict)

    def cell(self, day: int) -> Cell | None:
        """What stands on a day, or None."""
        return self.cells.get(day)


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRows:
    """A plan as the file shows it. has_overflow: a last night ends on the Monday after the rota."""

    rows: Mapping[str, WrittenRow]
    has_history: bool
    has_overflow: bool


def night_codes(unit: Unit) -> frozenset[str]:
    """The codes that stand on another day when nights are written where they end."""
    return frozenset(shift.code for shift in unit.shifts if ends_next_day(shift))


def written_on(unit: Unit, plans: Iterable[Plan]) -> NightWrittenOn:
    """The unit's setting, unless some plan has two things on the day a night ends.

    Then no cell could hold both, and the file says that its nights stand where they start.
    """
    if unit.night_written_on is NightWrittenOn.START:
        return NightWrittenOn.START
    nights = night_codes(unit)
    fits = all(_moved(unit, row, nights) is not None for plan in plans for row in plan.rows)
    return NightWrittenOn.END if fits else NightWrittenOn.START


def written_rows(unit: Unit, plan: Plan, on: NightWrittenOn) -> WrittenRows:
    """The plan's cells on the days the file shows them."""
    nights = night_codes(unit) if on is NightWrittenOn.END else frozenset()
    rows = {row.employee: WrittenRow(cells=_moved(unit, row, nights) or {}) for row in plan.rows}
    return WrittenRows(
        rows=rows,
        has_history=any(row.history for row in plan.rows),
        has_overflow=any(unit.day_count in row.cells for row in rows.values()),
    )


def _moved(unit: Unit, row: PlanRow, nights: frozenset[str]) -> dict[int, Cell] | None:
    """Cells by the day they are written on; None when two of them meet on one day.

    A mere day-off code gives way: who works into a day has no F day there in such a file.
    """
    found: dict[int, Cell] = {}
    ordered = [(place - len(row.history), cell) for place, cell in enumerate(row.history)]
    ordered += list(enumerate(row.cells))
    for day, cell in ordered:
        if cell == FREE:
            continue
        shown = day
        if cell.shift in nights:
            shown = day + 1
            if unit.is_cyclic and shown == 0:
                return None  # the first column is the last week's night, in a rota that repeats
            if unit.is_cyclic and shown == unit.day_count:
                shown = 0
        known = found.get(shown)
        if known is not None and not _gives_way(known) and not _gives_way(cell):
            return None
        if known is None or _gives_way(known):
            found[shown] = cell
    return found


def _gives_way(cell: Cell) -> bool:
    return cell.shift is None and cell.absence is None and not cell.locked

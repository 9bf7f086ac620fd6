"""Nights written on the day they end, moved to the day they start; `night_days` is the way back.

Inside Heiltid a shift stands on the day it starts. Some units write a night that begins on Monday
evening under Tuesday. Only shifts of kind N that end on the next day are moved. Source: domain.md
section 9, `Night written on`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from heiltid.model import FREE, HISTORY_DAYS, MINUTES_PER_DAY, Cell, ShiftKind, ShiftType


def ends_next_day(shift: ShiftType | None) -> bool:
    """Whether a code is one that the setting moves."""
    return shift is not None and shift.kind is ShiftKind.NIGHT and shift.end_minute > MINUTES_PER_DAY


def _is_moved(cell: Cell, shifts: Mapping[str, ShiftType]) -> bool:
    return cell.shift is not None and ends_next_day(shifts.get(cell.shift))


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedLine:
    """A line with its nights on their start days; days as in Rota: 0 = the first, -1 = the day before.

    clashes: days as written whose night finds another shift or an absence on its start day;
    lost_day_off: days as written whose night took the place of a day-off code.
    """

    history: tuple[Cell, ...]
    cells: tuple[Cell, ...]
    clashes: tuple[int, ...] = ()
    lost_day_off: tuple[int, ...] = ()


def to_start_day(
    history: tuple[Cell, ...],
    cells: tuple[Cell, ...],
    shifts: Mapping[str, ShiftType],
    *,
    is_cyclic: bool,
    after: Cell = FREE,
) -> MovedLine:
    """A line as written on end days turned into one of start days.

    Cyclic: the first day's night belongs to the last day. Dated: to the last day of history, which is
    made when there is none; `after`, the cell of the day after the rota, holds the last day's night.
    """
    if is_cyclic:
        return _moved(history, cells, shifts, follower=cells[0] if cells else FREE, keeps_first=False)
    if not history and cells and _is_moved(cells[0], shifts):
        history = (FREE,) * HISTORY_DAYS
    return _moved(history, cells, shifts, follower=after, keeps_first=True)


def _moved(
    history: tuple[Cell, ...],
    cells: tuple[Cell, ...],
    shifts: Mapping[str, ShiftType],
    *,
    follower: Cell,
    keeps_first: bool,
) -> MovedLine:
    """Move every night one place back. keeps_first: the first cell's night goes to history's last day."""
    line, first = (*history, *cells), -len(history)
    found: list[Cell] = []
    clashes, lost = list[int](), list[int]()
    for place, cell in enumerate(line):
        day = first + place
        stays = FREE if _is_moved(cell, shifts) else cell
        coming = line[place + 1] if place + 1 < len(line) else follower
        if not _is_moved(coming, shifts) or (day == -1 and not keeps_first):
            found.append(stays)
            continue
        if stays.shift is not None or stays.absence is not None:
            clashes.append(day + 1)
        elif stays.day_off is not None:
            lost.append(day + 1)
        found.append(replace(coming, locked=coming.locked or stays.locked))
    return MovedLine(
        history=tuple(found[: len(history)]),
        cells=tuple(found[len(history) :]),
        clashes=tuple(clashes),
        lost_day_off=tuple(lost),
    )

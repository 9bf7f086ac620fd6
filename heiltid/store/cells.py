"""A line of a rota as text: a JSON list with one entry a day.

null = free, "D1" = just that shift, and anything more as an object with the letters below:
{"s": "A1", "a": "FE"} is "(A1) FE", {"f": "F1"} a day off, {"l": 1} a locked free day. A line of
364 days so takes about 2 KiB and 0.1 ms, and a person can still read it.
"""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TypeAlias

from heiltid.model import FREE, Cell

Entry: TypeAlias = str | dict[str, str | int] | None


def cells_to_text(cells: tuple[Cell, ...]) -> str:
    """The cells as JSON text."""
    return json.dumps([_entry(cell) for cell in cells], ensure_ascii=False, separators=(",", ":"))


def cells_from_text(text: str) -> tuple[Cell, ...]:
    """The cells a text stands for. Raises ValueError for anything `cells_to_text` cannot have written."""
    entries = json.loads(text)
    if not isinstance(entries, list):
        raise ValueError("a line of a rota is a list")
    return tuple(_cell(entry) for entry in entries)


@lru_cache(maxsize=4096)
def _entry(cell: Cell) -> Entry:
    if cell == FREE:
        return None
    if cell == Cell(shift=cell.shift) and cell.shift is not None:
        return cell.shift
    parts = {"s": cell.shift, "f": cell.day_off, "a": cell.absence, "l": 1 if cell.locked else None}
    return {letter: part for letter, part in parts.items() if part is not None}


def _cell(entry: object) -> Cell:
    if entry is None:
        return FREE
    if isinstance(entry, str):
        return _known_cell(entry, None, None, False)
    if not isinstance(entry, dict) or not set(entry) <= {"s", "f", "a", "l"}:
        raise ValueError("a day of a rota is nothing, a code or an object")
    return _known_cell(
        _word(entry.get("s")), _word(entry.get("f")), _word(entry.get("a")), bool(entry.get("l"))
    )


def _word(part: object) -> str | None:
    if part is not None and not isinstance(part, str):
        raise ValueError("a code is a word")
    return part


@lru_cache(maxsize=4096)
def _known_cell(shift: str | None, day_off: str | None, absence: str | None, locked: bool) -> Cell:
    """One value for all equal cells: a year's plan of 60 people has 22 000 of them."""
    return Cell(shift=shift, day_off=day_off, absence=absence, locked=locked)

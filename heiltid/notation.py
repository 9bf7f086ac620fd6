"""The cells of a rota as text, both ways: "A1", "F1", "FE", "(A1) FE", and "!" before what is locked.

The workbook and the window write and read the same notation. Source: workbook.md, "Rota".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from heiltid.model import FREE, Cell
from heiltid.spelling import LIKE_CODE, Known, nearest

DAY_OFF_CODES = ("F1", "F2", "F3", "F4", "F5")
ABSENCE_CODES = ("FE", "PERM", "SJUK", "SYK", "EGM")  # known without standing among the absences
LOCK_MARK = "!"
SUMMARY_MARK = "Σ"  # a row whose Number begins with it (dates, counts, demand) is no employee: skipped
LONGEST_CODE = 12
SHOWN_CODES = 12  # of a unit's codes, in a message
CODE = re.compile(rf"[^\s()!,;]{{1,{LONGEST_CODE}}}")
_LAID_OVER = re.compile(rf"\(\s*([^\s()]{{1,{LONGEST_CODE}}})\s*\)\s*([^\s()!,;]{{1,{LONGEST_CODE}}})")


def cell_text(cell: Cell, *, locks: bool = True) -> str:
    """A cell as it is written: "A1", "!A1", "!", "(A1) FE", "F1"; empty when free."""
    shown = cell.shift or cell.day_off or ""
    if cell.absence is not None:
        shown = f"({shown}) {cell.absence}" if shown else cell.absence
    return LOCK_MARK + shown if cell.locked and locks else shown


def laid_over_code(typed: str) -> str | None:
    """The absence code of "(A1) FE", locked or not; None for any other text."""
    found = _LAID_OVER.fullmatch(typed.lstrip(LOCK_MARK))
    return None if found is None else found[2]


class CellNotation:
    """Reads cells: a code, F1-F5, "(A1) FE", an absence alone, each with "!" before it when locked.

    `shifts` are the unit's codes, `absences` the codes known besides ABSENCE_CODES. Lower case will do.
    """

    def __init__(self, shifts: Known, absences: Iterable[str]) -> None:
        self._shifts = shifts
        self._absences: dict[str, str] = {}
        for name in (*absences, *ABSENCE_CODES):
            self._absences.setdefault(name.casefold(), name)

    def read(self, typed: str) -> Cell | None:
        """What a text that is not empty means; None when it means nothing."""
        if not typed.startswith(LOCK_MARK):
            return self._content(typed)
        inner = typed.removeprefix(LOCK_MARK).strip()
        found = self._content(inner) if inner else FREE
        return None if found is None else replace(found, locked=True)

    def _content(self, typed: str) -> Cell | None:
        laid_over = _LAID_OVER.fullmatch(typed)
        if laid_over is None:
            return self._plain(typed)
        below = self._plain(laid_over[1])
        if below is None or below.absence is not None:
            return None
        return replace(below, absence=self._absences.get(laid_over[2].casefold(), laid_over[2]))

    def _plain(self, typed: str) -> Cell | None:
        """A code, a day-off code or an absence; None for anything else."""
        shift = self._shifts.find(typed)
        if shift is not None:
            return Cell(shift=shift)
        if typed.upper() in DAY_OFF_CODES:
            return Cell(day_off=typed.upper())
        if typed.casefold() in self._absences:
            return Cell(absence=self._absences[typed.casefold()])
        return None if self._shifts.is_complete else Cell(shift=typed)

    @property
    def allowed(self) -> str:
        """The codes there are, as a message lists them."""
        names = self._shifts.names
        more = ("…",) if len(names) > SHOWN_CODES else ()
        return ", ".join((*names[:SHOWN_CODES], *more, "F1-F5"))

    def meant(self, typed: str) -> str | None:
        """The nearest right text: "A1 FE" is "(A1) FE" without its brackets; else the nearest code."""
        inner = typed.removeprefix(LOCK_MARK).strip()
        first, _, rest = inner.partition(" ")
        if self._shifts.find(first) is not None and rest.casefold() in self._absences:
            return f"({first}) {rest}"
        laid_over = _LAID_OVER.fullmatch(inner)
        if laid_over is not None:
            below = self._shifts.nearest(laid_over[1])
            return None if below is None else f"({below}) {laid_over[2]}"
        others = (*DAY_OFF_CODES, *self._absences.values())
        return self._shifts.nearest(inner) or nearest(inner, others, cutoff=LIKE_CODE)

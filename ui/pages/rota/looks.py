"""How a cell of the rota looks, as a value: what is drawn once is kept and drawn again for its like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from typing import NamedTuple

from heiltid.model import Cell, Plan, ShiftType, Signed
from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding, Severity

ABSENT, DAY_OFF, UNKNOWN, FREE_DAY = "absent", "day_off", "unknown", ""


class Mark(IntEnum):
    """What the rules say of a cell; of several the gravest is shown."""

    NONE = 0
    AGREEMENT = 1  # lawful with a paper nobody has signed yet
    NOTE = 2
    BREACH = 3


class Look(NamedTuple):
    """All that a cell's picture depends on. tone: a ShiftKind's letter, or one of the words above."""

    text: str
    tone: str
    mark: Mark
    is_locked: bool
    is_unwished: bool = False  # not what its person wished strongly, or must have


def look_of(
    cell: Cell, mark: Mark, shifts: Mapping[str, ShiftType], *, is_unwished: bool = False
) -> Look | None:
    """A cell's look; None for a free day nobody has anything to say of."""
    if mark is Mark.AGREEMENT and not cell.works:
        mark = Mark.NONE  # a week of many hours: the days off in it make nobody need a paper
    text, tone = _content(cell, shifts)
    if not text and mark is Mark.NONE and not cell.locked and not is_unwished:
        return None
    return Look(text, tone, mark, cell.locked, is_unwished)


def _content(cell: Cell, shifts: Mapping[str, ShiftType]) -> tuple[str, str]:
    if cell.absence is not None:
        return cell.absence, ABSENT
    if cell.shift is not None:
        shift = shifts.get(cell.shift)
        return cell.shift, UNKNOWN if shift is None else shift.kind.value
    return (cell.day_off, DAY_OFF) if cell.day_off is not None else ("", FREE_DAY)


def mark_of(finding: Finding) -> Mark:
    """What a finding makes of the cells it names."""
    if finding.severity is Severity.BREACH:
        return Mark.BREACH
    if finding.severity is Severity.NOTE:
        return Mark.NOTE
    return Mark.NONE if finding.signed is Signed.YES else Mark.AGREEMENT


def marks_of(findings: Iterable[Finding], plan: Plan) -> dict[int, Mark]:
    """The gravest mark by day; what was set aside marks nothing."""
    found: dict[int, Mark] = {}
    for finding in findings:
        mark = mark_of(finding)
        if mark is Mark.NONE or (plan.decisions and decision_for(finding, plan) is not None):
            continue
        for day in finding.days:
            if mark > found.get(day, Mark.NONE):
                found[day] = mark
    return found

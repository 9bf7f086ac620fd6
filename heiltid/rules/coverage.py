"""Rules of staffing: too few for the Min, fewer than the Target, more than the Max. Never a breach.

Amounts are person-minutes. Source: workbook.md, sheet Demand; a row of one competence counts everybody
who covers it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from heiltid.coverage import Requirement, Segment
from heiltid.model import MINUTES_PER_DAY, MINUTES_PER_HOUR
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.rule import Rule

_Off: TypeAlias = Callable[[Requirement, int], int]  # people too few or too many among those present
_Hole: TypeAlias = tuple[Segment, int]


@dataclass(slots=True)
class _Holes:
    """Pieces of one Demand row where people lack, or are too many."""

    pieces: list[_Hole] = field(default_factory=list)

    @property
    def person_minutes(self) -> int:
        return sum(segment.minutes * people for segment, people in self.pieces)

    @property
    def most(self) -> int:
        return max(people for _, people in self.pieces)

    @property
    def days(self) -> tuple[int, ...]:
        return tuple(sorted({segment.requirement.day for segment, _ in self.pieces}))

    def times(self) -> str:
        """Clock times of one day's pieces, neighbours drawn together: "07:30–09:30, 20:00–22:00"."""
        spans: list[tuple[int, int]] = []
        for segment, _ in self.pieces:
            if spans and spans[-1][1] == segment.start:
                spans[-1] = (spans[-1][0], segment.end)
            else:
                spans.append((segment.start, segment.end))
        return ", ".join(f"{_clock(start)}–{_clock(end)}" for start, end in spans)


def _clock(minute: int) -> str:
    hour, rest = divmod(minute % MINUTES_PER_DAY, MINUTES_PER_HOUR)
    return f"{hour:02d}:{rest:02d}"


def _holes(context: Context, off: _Off) -> Iterable[_Hole]:
    for segment, present in zip(context.coverage.segments, context.staffing, strict=True):
        people = off(segment.requirement, present)
        if people > 0:
            yield segment, people


def staffing_minimum(context: Context) -> Iterator[Finding]:
    """Fewer people than the Min: one note per Demand row and day."""
    found: dict[tuple[int, int], _Holes] = {}
    for segment, people in _holes(context, lambda need, present: need.minimum - present):
        place = (segment.requirement.day, segment.requirement.row)
        found.setdefault(place, _Holes()).pieces.append((segment, people))
    for holes in found.values():
        need = holes.pieces[0][0].requirement
        yield _finding("staffing_minimum", need, holes, holes.times())


def staffing_target(context: Context) -> Iterator[Finding]:
    """Fewer people than the Target, beyond what already lacks to the Min: one note per Demand row."""
    return _per_row(
        context,
        "staffing_target",
        lambda need, present: need.target - max(present, need.minimum),
    )


def staffing_maximum(context: Context) -> Iterator[Finding]:
    """More people than the Max: one note per Demand row."""
    return _per_row(
        context,
        "staffing_maximum",
        lambda need, present: 0 if need.maximum is None else present - need.maximum,
    )


def _per_row(context: Context, rule: str, off: _Off) -> Iterator[Finding]:
    found: dict[int, _Holes] = {}
    for segment, people in _holes(context, off):
        found.setdefault(segment.requirement.row, _Holes()).pieces.append((segment, people))
    for _, holes in sorted(found.items()):
        need = holes.pieces[0][0].requirement
        yield _finding(rule, need, holes, f"{_clock(need.start)}–{_clock(need.end)}")


def _finding(rule: str, need: Requirement, holes: _Holes, times: str) -> Finding:
    asked = need.shift if need.shift is not None else need.competence
    ending = "_shift" if need.shift is not None else "_competence" if need.competence is not None else ""
    return Finding(
        rule=rule,
        paragraph=HOUSE,
        severity=Severity.NOTE,
        days=holes.days,
        amount=holes.person_minutes,
        unit="person minutes",
        text_key=rule + ending,
        values=(
            ("times", times),
            ("people", holes.most),
            ("total_minutes", holes.person_minutes),
            *((("asked", asked),) if asked is not None else ()),
        ),
    )


RULES: tuple[Rule, ...] = (
    Rule(name="staffing_minimum", paragraph=HOUSE, check_unit=staffing_minimum),
    Rule(name="staffing_target", paragraph=HOUSE, check_unit=staffing_target),
    Rule(name="staffing_maximum", paragraph=HOUSE, check_unit=staffing_maximum),
)

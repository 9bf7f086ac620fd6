"""Spells: days in a row of one kind, across the seams of a rota, and limits on how long they may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from heiltid.model import Employee, ShiftType
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """Places in a row. `endless`: a ring that is marked all the way round."""

    places: tuple[int, ...]
    endless: bool = False

    @property
    def length(self) -> int:
        """Number of places; of an endless spell those of one turn."""
        return len(self.places)

    def exceeds(self, limit: int | None) -> bool:
        """Longer than the limit; None is no limit, and an endless spell is longer than any."""
        return limit is not None and (self.endless or self.length > limit)


def spells(marked: Sequence[bool], *, ring: bool) -> tuple[Spell, ...]:
    """The spells of marked places; on a ring one that passes the end is one spell, in its own order."""
    size = len(marked)
    if True not in marked:
        return ()
    if ring and all(marked):
        return (Spell(places=tuple(range(size)), endless=True),)
    offset = marked.index(False) if ring else 0
    found: list[tuple[int, ...]] = []
    step = offset
    for is_marked, places in groupby((*marked[offset:], *marked[:offset])):
        length = len(tuple(places))
        if is_marked:
            found.append(tuple(place % size for place in range(step, step + length)))
        step += length
    return tuple(Spell(places=places) for places in sorted(found))


def person_spells(
    context: Context, person: Employee, wanted: Callable[[ShiftType], bool]
) -> tuple[tuple[Spell, tuple[int, ...]], ...]:
    """Spells of days with wanted shifts, with the plan's days in each; those wholly in the history are

    left out.
    """
    row, is_cyclic = context.row(person), context.unit.is_cyclic
    before = 0 if is_cyclic else len(row.history)
    marked = [False] * (before + len(row.cells))
    for entry in context.worked(person) if is_cyclic else context.around(person):
        if wanted(entry.shift):
            marked[before + entry.day] = True
    placed = (
        (spell, tuple(place - before for place in spell.places if place >= before))
        for spell in spells(marked, ring=is_cyclic)
    )
    return tuple((spell, days) for spell, days in placed if days)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowLimit:
    """How many in a row: above `soft` a note, above `hard` a breach; None = no limit."""

    rule: str
    paragraph: str
    soft: int | None
    hard: int | None
    unit: str


def row_findings(
    limit: RowLimit, person: Employee, found: Sequence[tuple[Spell, tuple[int, ...]]]
) -> Iterator[Finding]:
    """A breach for every spell above the hard limit, one note for all that are only above the soft one."""
    strained: list[tuple[Spell, tuple[int, ...]]] = []
    for spell, days in found:
        if spell.exceeds(limit.hard):
            yield _finding(limit, person, Severity.BREACH, limit.hard, [(spell, days)])
        elif spell.exceeds(limit.soft):
            strained.append((spell, days))
    if strained:
        yield _finding(limit, person, Severity.NOTE, limit.soft, strained)


def form_of(severity: Severity) -> tuple[tuple[str, str], ...]:
    """A note tells of the limit that is advised, a breach of the one that holds: by texts of their own."""
    return (("form", "advised"),) if severity is Severity.NOTE else ()


def _finding(
    limit: RowLimit,
    person: Employee,
    severity: Severity,
    allowed: int | None,
    found: Sequence[tuple[Spell, tuple[int, ...]]],
) -> Finding:
    assert allowed is not None
    return Finding(
        rule=limit.rule,
        paragraph=limit.paragraph,
        severity=severity,
        employee=person.number,
        days=tuple(sorted(day for _, days in found for day in days)),
        amount=sum(max(1, spell.length - allowed) for spell, _ in found),
        unit=limit.unit,
        text_key=f"{limit.rule}_endless" if any(spell.endless for spell, _ in found) else limit.rule,
        values=(
            ("times", len(found)),
            ("longest", max(spell.length for spell, _ in found)),
            ("limit", allowed),
            *form_of(severity),
        ),
    )

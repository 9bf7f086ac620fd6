"""Rotas: who works what on which day, and the position each person gets by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from heiltid.model.unit import Unit

HISTORY_DAYS = 14  # the two weeks before Start that a file may carry


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One person on one day. An absence over a shift is written "(A1) FE"."""

    shift: str | None = None
    day_off: str | None = None  # F1..F5
    absence: str | None = None
    locked: bool = False

    @property
    def works(self) -> bool:
        """A shift that is really worked: it covers demand and counts in rest and weekend rules."""
        return self.shift is not None and self.absence is None


FREE = Cell()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One employee's line: `cells` has Weeks x 7 entries, `history` 14 (oldest first) or none."""

    employee: str
    position_bp: int
    cells: tuple[Cell, ...]
    history: tuple[Cell, ...] = ()


class PlanRole(StrEnum):
    """What a plan is to its unit."""

    TODAY = "today"
    BEFORE = "before"  # the rota that `today` replaced, as a result workbook carries it
    SCENARIO = "scenario"


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalReached:
    """One goal of the engine as its run left it: value and proven bound (None: none known)."""

    name: str  # heiltid.jobs.Goal
    value: float
    bound: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The engine's run a plan came from. It tells of the plan as it was then, before hand edits."""

    made_at: datetime  # local wall clock, whole seconds
    status: str  # heiltid.jobs.Status
    seconds: float
    seed: int
    workers: int
    bound_average_position_bp: float | None = None
    goals: tuple[GoalReached, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A soft rule somebody set aside for one person's days (or the unit's), with the reason.

    It answers every finding of that rule and employee whose days all lie in `days`.
    """

    rule: str
    employee: str | None
    days: tuple[int, ...]
    reason: str
    by: str
    decided_at: datetime  # local wall clock, whole seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole rota with the positions that go with it; one row per employee of the unit."""

    name: str = ""
    role: PlanRole = PlanRole.TODAY
    rows: tuple[PlanRow, ...]
    origin: Origin | None = None  # None: made by hand or imported
    decisions: tuple[Decision, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in the rota: the plan then tells positions only."""
        return all(cell == FREE for row in self.rows for cell in (*row.cells, *row.history))

    def row_of(self) -> dict[str, PlanRow]:
        """Rows by employee number."""
        return {row.employee: row for row in self.rows}

    def with_rows(self, changed: dict[str, PlanRow]) -> Plan:
        """The same plan with some employees' rows replaced."""
        return replace(self, rows=tuple(changed.get(row.employee, row) for row in self.rows))


def empty_plan(unit: Unit, *, name: str = "", role: PlanRole = PlanRole.SCENARIO) -> Plan:
    """A plan where nobody works, with today's positions."""
    free = (FREE,) * unit.day_count
    return Plan(
        name=name,
        role=role,
        rows=tuple(
            PlanRow(employee=person.number, position_bp=person.position_bp, cells=free)
            for person in unit.employees
        ),
    )

"""The unit: all that is known before a rota is made."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from heiltid.model.shifts import DAYS_PER_WEEK, DaySelector, ShiftType
from heiltid.model.staff import (
    DEFAULT_COMPETENCES,
    Absence,
    Agreement,
    Competence,
    Employee,
    RuleOverride,
    Wish,
)


class RotaKind(StrEnum):
    """A cyclic rota repeats (week T + 1 = week 1); a dated one happens once on real dates."""

    CYCLIC = "cyclic"
    DATED = "dated"


class NightWrittenOn(StrEnum):
    """The day a night shift stands on in files. Inside Heiltid it is always the start day."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandRow:
    """People needed on some days: by time of day (minutes from 00:00, end may pass 1440) or by code."""

    days: DaySelector
    start_minute: int | None = None
    end_minute: int | None = None
    shift: str | None = None
    competence: str | None = None
    minimum: int
    target: int
    maximum: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """Everything about a unit but its rotas. Immutable; change it with dataclasses.replace."""

    name: str = ""
    municipality: str = ""
    start: date  # a Monday
    weeks: int  # 1..52
    kind: RotaKind = RotaKind.CYCLIC
    full_time_week_minutes: int | None = 2130  # None = three-part, reckoned per person
    residents: int | None = None
    small_position_below_bp: int = 5_000
    night_written_on: NightWrittenOn = NightWrittenOn.START
    fte_budget_bp: int | None = None  # cap on the sum of positions; None = the default of measures.budget
    rule_book: str = "local"  # name of a file in resources/rulebooks
    shifts: tuple[ShiftType, ...]
    demand: tuple[DemandRow, ...]
    competences: tuple[Competence, ...] = DEFAULT_COMPETENCES
    employees: tuple[Employee, ...]
    wishes: tuple[Wish, ...] = ()
    absences: tuple[Absence, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    overrides: tuple[RuleOverride, ...] = ()

    @property
    def day_count(self) -> int:
        """Days in the rota."""
        return self.weeks * DAYS_PER_WEEK

    @property
    def is_cyclic(self) -> bool:
        """True when the rota repeats."""
        return self.kind is RotaKind.CYCLIC

    @property
    def planned_employees(self) -> tuple[Employee, ...]:
        """All lines but hourly substitutes."""
        return tuple(person for person in self.employees if person.is_planned)

    def ordinary_week(self) -> Unit:
        """The same unit with a rolling rota of one week: what weekdays ask for, no red days, no dates."""
        return replace(self, weeks=1, kind=RotaKind.CYCLIC)

    def shift_by_code(self) -> dict[str, ShiftType]:
        """Shift types by their code."""
        return {shift.code: shift for shift in self.shifts}

    def employee_by_number(self) -> dict[str, Employee]:
        """Employees by their number."""
        return {person.number: person for person in self.employees}

    def covered_by(self, competence: str | None) -> frozenset[str]:
        """All competences somebody with `competence` may fill, itself included (transitive)."""
        if competence is None:
            return frozenset()
        direct = {entry.name: entry.covers for entry in self.competences}
        found: set[str] = set()
        waiting = [competence]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting.extend(direct.get(name, ()))
        return frozenset(found)

"""A cyclic rota laid over real weeks: what was asked for, what people decided on it, what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from heiltid.model.rota import Cell, Plan
from heiltid.model.staff import Absence
from heiltid.model.unit import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class RollOutOptions:
    """Which weeks: from the Monday `first`, begun in rotation week `from_week` (1..the rota's weeks)."""

    first: date
    from_week: int
    weeks: int  # 1..52
    gives_red_days: bool = True  # F3 is laid over shifts nobody needs on red days, where it is due


@dataclass(frozen=True, slots=True, kw_only=True)
class Booked:
    """A cell somebody decided on the dated plan. `was`: what stood there when it was decided."""

    employee: str
    on: date
    cell: Cell
    was: Cell
    by: str
    at: datetime  # local wall clock, whole seconds


class Unfitness(StrEnum):
    """Why a decision cannot be laid over the dated plan any more."""

    OUTSIDE = "outside"  # neither one of its days nor of the two weeks before
    NO_SUCH_PERSON = "no_such_person"
    NOT_EMPLOYED = "not_employed"
    NO_SUCH_CODE = "no_such_code"
    ROTA_CHANGED = "rota_changed"  # another shift stands there than when it was decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """A decision that was kept but could not be laid over the plan."""

    decision: Booked
    why: Unfitness


class LostTo(StrEnum):
    """What takes a planned shift away on its date."""

    RED_DAY = "red_day"  # given free without loss of pay: F3
    ABSENCE = "absence"
    EMPLOYMENT = "employment"  # before the first or after the last day


@dataclass(frozen=True, slots=True, kw_only=True)
class LostShift:
    """A planned shift that nobody works. `absence`: the code laid over it."""

    employee: str
    on: date
    code: str
    to: LostTo
    absence: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RollOut:
    """A base rota, the dated unit and plan made of it, and everything needed to make them again.

    decisions: all that was decided, in its order, those of `unfit` included; covered: decisions over
    which an absence lies that came later; lost: the planned shifts nobody works, by person and date.
    """

    base_fingerprint: str  # of base_unit and base_plan
    base_unit: Unit
    base_plan: Plan
    options: RollOutOptions
    absences: tuple[Absence, ...]  # as given
    unit: Unit
    plan: Plan
    decisions: tuple[Booked, ...] = ()
    unfit: tuple[Unfit, ...] = ()
    covered: tuple[Booked, ...] = ()
    lost: tuple[LostShift, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysOffDue:
    """Days off that red days give one person: F3 or F5. `red`: the days it is due for; `given`: when."""

    employee: str
    code: str
    count: int
    red: tuple[date, ...]
    given: tuple[date, ...]

    @property
    def left(self) -> int:
        """Days that are due and not given."""
        return max(0, self.count - len(self.given))


class OpenWhy(StrEnum):
    """Why a shift is open."""

    UNDERSTAFFED = "understaffed"  # the rota itself has nobody there
    ABSENCE = "absence"
    VACANCY = "vacancy"  # of a line nobody holds, or of somebody who has left or not begun


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """One shift one person may take. Minutes count from 00:00 of `on`.

    number: its name within one list; code None: no code of the unit covers that time; competence None:
    anyone may take it; whose: whose shift it was, for the unit alone, never for a list that is sent;
    lacking_minutes: person-minutes below the Min that it fills, 0 where only the Target asks for it.
    """

    number: int
    on: date
    code: str | None
    start_minute: int
    end_minute: int
    competence: str | None
    why: OpenWhy
    whose: str | None = None
    lacking_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenList:
    """Open places, and who is asked, in order: the own unit first, then others by their names."""

    places: tuple[OpenPlace, ...]
    ring: tuple[str, ...] = ()


class Refusal(StrEnum):
    """Why somebody may not take an open place."""

    NO_CODE = "no_code"
    NOT_EMPLOYED = "not_employed"
    ABSENT = "absent"
    WORKS = "works"
    LOCKED = "locked"
    SHIFT_DAYS = "shift_days"
    KIND = "kind"
    LONG_SHIFTS = "long_shifts"
    COMPETENCE = "competence"
    REST = "rest"
    RULE = "rule"  # another rule would be broken
    AGREEMENT = "agreement"  # it would need one that may not be used
    OVERTIME = "overtime"  # more than AML § 10-6 allows


class CountsAs(StrEnum):
    """How hours count: of the position, up to full time, or beyond it."""

    UNBOUND = "unbound"
    EXTRA = "extra"
    OVERTIME = "overtime"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One person before one place: how its minutes would count, or why she may not take it.

    rule: the rule behind the refusal; strains: rules she would strain that stop nobody.
    """

    place: int
    employee: str
    unbound_minutes: int = 0
    extra_minutes: int = 0
    overtime_minutes: int = 0
    refusal: Refusal | None = None
    rule: str | None = None
    strains: tuple[str, ...] = ()

    @property
    def can(self) -> bool:
        """Whether she may take it."""
        return self.refusal is None

    @property
    def counts_as(self) -> CountsAs:
        """The dearest way in which some of it counts."""
        if self.overtime_minutes:
            return CountsAs.OVERTIME
        return CountsAs.EXTRA if self.extra_minutes else CountsAs.UNBOUND


@dataclass(frozen=True, slots=True, kw_only=True)
class Overtime:
    """Overtime already worked or agreed."""

    employee: str
    on: date
    minutes: int

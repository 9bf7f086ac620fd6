"""The people of a unit: competences, employees, wishes, absences, agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from heiltid.model.shifts import ShiftKind

FULL_TIME_BP = 10_000  # 100 % in basis points
BY_DAY = frozenset({ShiftKind.DAY, ShiftKind.EVENING})
PLANNABLE_KINDS = BY_DAY | {ShiftKind.NIGHT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Competence:
    """A competence and the others it may stand in for (directly; the unit makes it transitive)."""

    name: str
    covers: frozenset[str] = frozenset()


DEFAULT_COMPETENCES = (
    Competence(name="nurse", covers=frozenset({"health worker"})),
    Competence(name="health worker", covers=frozenset({"assistant"})),
    Competence(name="assistant"),
)


class Status(StrEnum):
    """Who holds a line of the staff list."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    VACANT = "vacant"
    STUDENT = "student"
    HOURLY = "hourly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Employee:
    """One line of the staff list: a person, or a post nobody holds. Shares in basis points."""

    number: str
    name: str = ""
    competence: str | None = None
    position_bp: int
    wanted_bp: int
    min_bp: int
    max_bp: int
    elsewhere_bp: int = 0
    status: Status = Status.PERMANENT
    chosen_part_time: bool = False
    weekend_every: int = 3  # at most one weekend in this many; 0 = never
    weekend_offset: int | None = None  # 1..weekend_every: rotation week of the first working weekend
    extra_weekends: int = 0
    kinds: frozenset[ShiftKind] = PLANNABLE_KINDS  # of D, A, N; L is governed by long_shifts alone
    long_shifts: bool = False
    max_days_in_row: int | None = None
    max_nights_in_row: int | None = None
    employed_from: date | None = None
    employed_to: date | None = None  # included

    @property
    def holds_position(self) -> bool:
        """True for the people the public statistics count: no vacant, temporary or hourly line."""
        return self.status in (Status.PERMANENT, Status.STUDENT)

    @property
    def may_close(self) -> bool:
        """Vacant and temporary lines may shrink to zero and close."""
        return self.status in (Status.VACANT, Status.TEMPORARY)

    @property
    def is_planned(self) -> bool:
        """Hourly substitutes are never planned and counted nowhere."""
        return self.status is not Status.HOURLY

    @property
    def works_by_day(self) -> bool:
        """Day or evening: only then does a long shift stand for two others of hers."""
        return bool(self.kinds & BY_DAY)

    @property
    def works_ordinary_nights_only(self) -> bool:
        """Nights are her only kind; with a yes to long shifts she may still have those by day.

        Whether the unit has no other shift for her at all: `contract.takes_nights_only`.
        """
        return self.kinds == {ShiftKind.NIGHT}


class WishStrength(StrEnum):
    """How much a wish weighs; MUST is hard."""

    MUST = "must"
    STRONG = "strong"
    WEAK = "weak"


@dataclass(frozen=True, slots=True, kw_only=True)
class WishDays:
    """When a wish applies: exactly one of a date, a weekday, or a weekday of a rotation week."""

    on: date | None = None
    weekday: int | None = None  # 0 = Monday
    week: int | None = None  # rotation week 1..Weeks, together with weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A wish without a reason. Exactly one of off, code, kind says what; `negated` turns it round."""

    employee: str
    when: WishDays
    off: bool = False
    code: str | None = None
    kind: ShiftKind | None = None
    negated: bool = False
    strength: WishStrength = WishStrength.WEAK


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """Days known before the plan is made, both included. `code` as in the rota (FE, PERM, SJUK)."""

    employee: str
    first: date
    last: date
    code: str


class Signed(StrEnum):
    """State of an agreement; REFUSED closes its road."""

    YES = "yes"
    NO = "no"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """A row of the agreement list. employee None = the whole unit."""

    paragraph: str  # canonical, as "10-5 (2)"
    employee: str | None = None
    signed: Signed = Signed.NO
    by: str = ""
    signed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleOverride:
    """A parameter of the rule book set for the unit, or for one person."""

    rule: str
    parameter: str
    value: str
    employee: str | None = None

"""All that passes between a front end and the engine when open places are shared out.

The goals and their order are stated here once; heiltid.booking.sharing.shares reckons them, the engine seeks
the best plan by them, and the reasons shown to the leader are told from them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from heiltid.jobs import ShouldStop, Status
from heiltid.model import Plan, Unit
from heiltid.model.asking import Allotment, BookingSettings, Choice
from heiltid.model.booking import OpenPlace, Overtime


class ShareGoal(StrEnum):
    """What the sharing strives for, in this order; none yields to a later one.

    The right comes before wishes on purpose: the law gives it (AML § 14-3).
    """

    NEEDED = "needed_person_minutes"  # person-minutes below the Min that are filled: most
    FILLED = "filled_places"  # most
    RIGHT = "preferential_minutes"  # minutes, overtime apart, to those who may claim more, up to that: most
    WISHES = "gladly_places"  # places that go to somebody who said "gladly": most
    OVERTIME = "overtime_minutes"  # least
    FAIRNESS = "unfairness"  # sum over people of the square of whole hours got, now and before: least
    LOT = "lot"  # the drawing of lots by the list's code: least


CAP_WEEKS = 4  # a cap is said for so many weeks
LEAST = frozenset({ShareGoal.OVERTIME, ShareGoal.FAIRNESS, ShareGoal.LOT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One person in a sharing: what she said yes to, and where she starts from.

    choices: gladly and can only; most_minutes: the most she wants in all; missing_minutes: what she
    may claim: hours of her position that nothing fills, and by AML § 14-3 her wanted position less her
    own over these weeks, 0 for whoever has no such right; carried_minutes: what she got on top of her
    plans in the last twelve months.
    """

    employee: str
    choices: tuple[Choice, ...]
    most_minutes: int | None = None
    missing_minutes: int = 0
    carried_minutes: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareRequest:
    """What to share out. plan: the dated plan in force; planned: without what was taken since.

    weeks: that the list reaches over.
    """

    list: str
    weeks: int
    unit: Unit
    plan: Plan
    planned: Plan
    overtime: tuple[Overtime, ...]
    places: tuple[OpenPlace, ...]
    asked: tuple[Asked, ...]
    settings: BookingSettings
    decided: tuple[Allotment, ...] = ()  # by the leader: kept as they are
    time_limit_seconds: float = 10.0
    seed: int = 1
    workers: int = 2

    @property
    def most_shifts(self) -> int | None:
        """The most one person may get of the list; None: no cap."""
        cap = self.settings.most_shifts_in_four_weeks
        return None if cap is None else cap * max(1, -(-self.weeks // CAP_WEEKS))


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareValue:
    """One goal of a sharing: its value and the proven bound (None: none known)."""

    goal: ShareGoal
    value: int
    bound: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareReport:
    """The end of a sharing: one allotment for each place, by number; there always is a lawful one."""

    status: Status
    allotments: tuple[Allotment, ...]
    goals: tuple[ShareValue, ...]
    seconds: float


Share: TypeAlias = Callable[[ShareRequest, ShouldStop], ShareReport]

"""All that passes between a front end (command line, window) and the solver."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from heiltid.model import Plan, Unit


class Status(StrEnum):
    """How a run ended. Never mixed: each means one thing."""

    OPTIMAL = "optimal"  # every goal meets its proven bound
    FEASIBLE = "feasible"  # a lawful plan; better may exist
    IMPOSSIBLE = "impossible"  # proven: nothing lawful exists; `clashes` says why
    NO_ANSWER = "no_answer"  # time ran out before any plan or proof
    STOPPED = "stopped"  # the user stopped it; the plan is the best so far


class Goal(StrEnum):
    """The goals, in the order they count. A user may reorder all but the first."""

    STAFFING = "understaffed_person_minutes"
    MISSING = "missing_position_bp"
    SMALL = "small_positions"
    FULL_TIME = "full_time_employees"
    LINES = "average_position_bp"
    SPREAD = "missing_spread"
    TARGET = "target_person_minutes"
    SURPLUS = "surplus_person_minutes"
    WISHES = "unmet_wishes"
    FAIRNESS = "unfairness"
    CALM = "unrest"


MAXIMISED = frozenset({Goal.FULL_TIME, Goal.LINES})
SPREAD_STEPS_BP = (500, 1_000, 2_000, 4_000)  # Goal.SPREAD: missing beyond each step counts once more


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalValue:
    """One goal of a plan: its value and the proven bound no lawful plan can pass (None: none known)."""

    goal: Goal
    value: float
    bound: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveRequest:
    """What to build. `today` holds the rota in force: its locked cells and O shifts are kept."""

    unit: Unit
    today: Plan | None = None
    time_limit_seconds: float = 60.0
    seed: int = 1
    workers: int = 2
    keep_today_weight: int = 0  # 0 = ignore today's rota; higher = change fewer cells
    goal_order: tuple[Goal, ...] = tuple(Goal)
    deterministic_work: float | None = None  # budget in solver units instead of time; needs workers=1


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveProgress:
    """Streamed while solving."""

    stage: str  # bound, construct, improve, finish: text key `stage.<stage>`
    seconds: float
    fraction: float  # of the time limit, 0..1
    goals: tuple[GoalValue, ...] = ()
    understaffed_minutes: int | None = None
    average_position_bp: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Why nothing lawful exists: rules that cannot hold together, for whom and when."""

    rules: tuple[str, ...]  # rule names, as in the catalogue `rule.<name>`
    employee: str | None
    days: tuple[int, ...]
    amount: int | None = None
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SolveReport:
    """The end of a run, whatever it was."""

    status: Status
    plan: Plan | None
    objective: tuple[GoalValue, ...]
    bound_average_position_bp: float | None
    fte_budget_bp: int
    seconds: float
    first_plan_seconds: float | None
    seed: int
    workers: int
    clashes: tuple[Clash, ...] = ()


OnProgress: TypeAlias = Callable[[SolveProgress], None]
ShouldStop: TypeAlias = Callable[[], bool]
Solve: TypeAlias = Callable[[SolveRequest, OnProgress, ShouldStop], SolveReport]

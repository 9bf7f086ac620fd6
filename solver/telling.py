"""What a run tells whoever asked: how it goes, and its report."""

from __future__ import annotations

import time
from collections.abc import Mapping

from heiltid.jobs import (
    MAXIMISED,
    Clash,
    Goal,
    GoalValue,
    OnProgress,
    SolveProgress,
    SolveReport,
    Status,
)
from heiltid.model import Plan
from solver.frame import Frame
from solver.improve import Incumbent


class Teller:
    """Keeps what reports carry: the clock, the bounds proven so far, when the first plan was there."""

    def __init__(self, frame: Frame, on_progress: OnProgress, started: float) -> None:
        """started: of time.monotonic."""
        self._frame = frame
        self._request = frame.request
        self._on_progress = on_progress
        self._started = started
        self._first_plan_seconds: float | None = None
        self.bounds: dict[Goal, float] = {}

    def seconds(self) -> float:
        """Since the run began."""
        return time.monotonic() - self._started

    def note_first(self, best: Incumbent) -> None:
        """Remembers when the first plan within all limits was there."""
        if self._first_plan_seconds is None and best.score.outside_bp == 0:
            self._first_plan_seconds = self.seconds()

    def progress(self, stage: str, best: Incumbent | None = None, fraction: float | None = None) -> None:
        """Where the run is; fraction: of the whole, by the time limit unless told."""
        seconds = self.seconds()
        of_limit = seconds / max(0.001, self._request.time_limit_seconds)
        values = dict(zip(self._request.goal_order, best.score.reported, strict=True)) if best else {}
        self._on_progress(
            SolveProgress(
                stage=stage,
                seconds=seconds,
                fraction=min(1.0, of_limit if fraction is None else fraction),
                goals=self.goal_values(values),
                understaffed_minutes=best.score.understaffed_minutes if best else None,
                average_position_bp=values[Goal.LINES] if best else None,
            )
        )

    def goal_values(self, values: Mapping[Goal, float]) -> tuple[GoalValue, ...]:
        """The goals in their order, each with its bound."""
        return tuple(
            GoalValue(goal=goal, value=values[goal], bound=_sound(goal, values[goal], self.bounds.get(goal)))
            for goal in self._request.goal_order
            if goal in values
        )

    def report(
        self,
        status: Status,
        *,
        plan: Plan | None = None,
        objective: tuple[GoalValue, ...] = (),
        clashes: tuple[Clash, ...] = (),
    ) -> SolveReport:
        """The answer to the request."""
        average = next((g.bound for g in objective if g.goal is Goal.LINES), None)
        return SolveReport(
            status=status,
            plan=plan,
            objective=objective,
            bound_average_position_bp=average,
            fte_budget_bp=self._frame.budget_bp,
            seconds=self.seconds(),
            first_plan_seconds=self._first_plan_seconds if plan is not None else None,
            seed=self._request.seed,
            workers=self._request.workers,
            clashes=clashes,
        )


def _sound(goal: Goal, value: float, bound: float | None) -> float | None:
    """The bound, unless the value passes it: a wrong proof must not cost the user her rota.

    A test holds that this never happens.
    """
    if bound is None:
        return None
    passed = value > bound + 1e-6 if goal in MAXIMISED else value < bound - 1e-6
    return None if passed else bound

"""Ends a CP-SAT search that no longer pays."""

from __future__ import annotations

import threading
import time

from ortools.sat.python import cp_model

from solver.steer import Effort


class Patience(cp_model.CpSolverSolutionCallback):
    """Stops when a share of the effort has passed without a better answer.

    Under a deterministic budget it never interferes, so that a seed gives the same plan.
    """

    def __init__(self, effort: Effort, share: float = 0.35) -> None:
        super().__init__()
        self._seconds = max(0.3, effort.seconds * share)
        self._is_on = not effort.deterministic
        self._timer: threading.Timer | None = None
        self.first_seconds: float | None = None
        self._started = time.monotonic()

    def on_solution_callback(self) -> None:
        """A better answer: wait anew."""
        if self.first_seconds is None:
            self.first_seconds = time.monotonic() - self._started
        if not self._is_on:
            return
        self.end()
        self._timer = threading.Timer(self._seconds, self.stop_search)
        self._timer.daemon = True
        self._timer.start()

    def end(self) -> None:
        """Calls the waiting off; to be called after the solve."""
        if self._timer is not None:
            self._timer.cancel()

"""How hard CP-SAT may try, and how it is made to stop."""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from heiltid.jobs import ShouldStop

ANSWERS = (cp_model.OPTIMAL, cp_model.FEASIBLE)
# Two strategies that lean on the linear relaxation, which is tight in these models: measured better
# than CP-SAT's own choice for two workers, whose second one is a neighbourhood search like ours.
LINEAR_PAIR = ("max_lp", "reduced_costs")


class Stop:
    """A switch that ends every search under way; once thrown it stays so."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._active: set[cp_model.CpSolver] = set()
        self.is_thrown = False

    def throw(self) -> None:
        """Ends all searches, and those to come at once."""
        with self._lock:
            self.is_thrown = True
            for solver in self._active:
                solver.stop_search()

    def enter(self, solver: cp_model.CpSolver) -> None:
        """A search begins."""
        with self._lock:
            self._active.add(solver)

    def leave(self, solver: cp_model.CpSolver) -> None:
        """A search has ended."""
        with self._lock:
            self._active.discard(solver)


class Stopwatch:
    """Asks now and then whether the user wants to stop, away from the search's threads."""

    def __init__(self, should_stop: ShouldStop, stop: Stop) -> None:
        self._should_stop = should_stop
        self._stop = stop
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(0.1):
            if self._should_stop():
                self._stop.throw()
                return


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a search found. `solver` may be asked for values only when `found`."""

    solver: cp_model.CpSolver
    status: cp_model.CpSolverStatus

    @property
    def found(self) -> bool:
        """There is a solution."""
        return self.status in ANSWERS

    @property
    def is_proven(self) -> bool:
        """The solution is optimal."""
        return bool(self.status == cp_model.OPTIMAL)

    @property
    def is_impossible(self) -> bool:
        """There is no solution."""
        return bool(self.status == cp_model.INFEASIBLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """Seconds, or deterministic units of work when `deterministic`; workers; seed; the stop switch."""

    seconds: float
    workers: int
    seed: int
    deterministic: bool = False
    stop: Stop = field(default_factory=Stop)

    def part(self, share: float) -> Effort:
        """A part of the effort."""
        return replace(self, seconds=self.seconds * share)

    def at_least(self, seconds: float) -> Effort:
        """The same with so many seconds, if it has fewer. Work that is counted stays as it is."""
        return self if self.deterministic else replace(self, seconds=max(self.seconds, seconds))

    def alone(self) -> Effort:
        """The same with one worker."""
        return replace(self, workers=1)

    def solve(
        self,
        model: cp_model.CpModel,
        *,
        patience: float | None = None,
        gap: float = 0.0,
        slack: float = 0.0,
        linear: bool = False,
    ) -> Answer:
        """Solves a model.

        patience: seconds without a better answer after which it is good enough. gap: relative gap
        that is good enough. slack: the same as a distance. linear: two workers lean on the linear relaxation.
        """
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.random_seed = self.seed
        parameters.num_workers = self.workers
        parameters.linearization_level = 2
        parameters.relative_gap_limit = gap
        parameters.absolute_gap_limit = slack
        parameters.catch_sigint_signal = False  # Ctrl-C belongs to the front end
        if linear and self.workers == len(LINEAR_PAIR):
            parameters.subsolvers.extend(LINEAR_PAIR)
        if self.deterministic:
            parameters.max_deterministic_time = max(0.01, self.seconds)
        else:
            parameters.max_time_in_seconds = max(0.05, self.seconds)
        if self.stop.is_thrown:
            parameters.max_time_in_seconds = 0.01
        waiting = _Patience(None if self.deterministic else patience)
        self.stop.enter(solver)
        try:
            status = solver.solve(model, waiting)
        finally:
            waiting.end()
            self.stop.leave(solver)
        return Answer(solver=solver, status=status)


class _Patience(cp_model.CpSolverSolutionCallback):
    """Stops a search when some seconds have passed without a better answer."""

    def __init__(self, seconds: float | None) -> None:
        super().__init__()
        self._seconds = seconds
        self._timer: threading.Timer | None = None
        self._last = time.monotonic()

    def on_solution_callback(self) -> None:
        """A better answer: wait anew."""
        if self._seconds is None:
            return
        self._last = time.monotonic()
        if self._timer is None:
            self._wait(self._seconds)

    def _wait(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._look)
        self._timer.daemon = True
        self._timer.start()

    def _look(self) -> None:
        if self._seconds is None:
            return
        left = self._seconds - (time.monotonic() - self._last)
        if left <= 0:
            self.stop_search()
        else:
            self._wait(left)

    def end(self) -> None:
        """Calls the waiting off."""
        self._seconds = None
        if self._timer is not None:
            self._timer.cancel()

"""The engine at work, with a progress bar; Ctrl-C asks it to stop and hand over the best so far."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Generic, TypeVar

from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from heiltid.allocation import Share, ShareReport, ShareRequest
from heiltid.jobs import Solve, SolveProgress, SolveReport, SolveRequest
from heiltid.model import MINUTES_PER_HOUR
from heiltid.terminal.screen import Screen
from heiltid.texts import catalogue

WAIT_SECONDS = 0.2  # between looks at the solver; a signal is heard in between
Report = TypeVar("Report")


class _Run(threading.Thread, Generic[Report]):
    """The engine in a thread of its own, so that the main thread hears Ctrl-C while it counts."""

    def __init__(self, work: Callable[[], Report]) -> None:
        super().__init__(name="solve", daemon=True)
        self._work = work
        self.report: Report | None = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Keeps the answer, or the error to raise where somebody waits for it."""
        try:
            self.report = self._work()
        except BaseException as error:
            self.error = error

    def done(self) -> Report:
        """The report, when it is there."""
        self.start()
        while self.is_alive():
            self.join(WAIT_SECONDS)
        if self.error is not None:
            raise self.error
        assert self.report is not None
        return self.report


def solve_showing_progress(solve: Solve, request: SolveRequest, screen: Screen) -> SolveReport:
    """Run the solver. A second Ctrl-C gives up without a plan: KeyboardInterrupt."""
    stop = threading.Event()
    with _bar(screen) as (bar, task), _stopping(stop, screen):

        def on_progress(step: SolveProgress) -> None:
            bar.update(task, completed=step.fraction, description=_described(step, screen))

        return _Run(lambda: solve(request, on_progress, stop.is_set)).done()


def share_out(share: Share, request: ShareRequest, screen: Screen) -> ShareReport:
    """Share open shifts out; as `solve_showing_progress`, without a bar: it takes seconds."""
    stop = threading.Event()
    with _stopping(stop, screen, "book.stopping"):
        return _Run(lambda: share(request, stop.is_set)).done()


@contextmanager
def _bar(screen: Screen) -> Iterator[tuple[Progress, TaskID]]:
    bar = Progress(
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
        console=screen.err,
        disable=not screen.err.is_terminal,
        transient=True,
    )
    with bar:
        yield bar, bar.add_task(screen.words("stage.start"), total=1.0)


def _described(step: SolveProgress, screen: Screen) -> str:
    key = f"stage.{step.stage}"
    parts = [screen.words(key if key in catalogue() else "stage.improve")]
    if step.average_position_bp is not None:
        parts.append(screen.words("stage.average", average=round(step.average_position_bp / 100, 1)))
    if step.understaffed_minutes is not None:
        hours = round(step.understaffed_minutes / MINUTES_PER_HOUR, 1)
        parts.append(screen.words("stage.lacking", hours=hours))
    return " · ".join(parts)


@contextmanager
def _stopping(stop: threading.Event, screen: Screen, key: str = "stage.stopping") -> Iterator[None]:
    """While the block runs, the first Ctrl-C sets `stop`, the next interrupts."""

    def heard(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()
        screen.complain_line(screen.words(key), style="yellow")

    if threading.current_thread() is not threading.main_thread():
        yield  # only the main thread may listen to signals
        return
    earlier = signal.signal(signal.SIGINT, heard)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, earlier)

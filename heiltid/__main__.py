"""Where the parts are put together: the command line gets its solver here, and only here."""

from __future__ import annotations

import io
import multiprocessing
import sys
from pathlib import Path

from heiltid.allocation import ShareReport, ShareRequest
from heiltid.cli import build_app, language_of
from heiltid.jobs import OnProgress, ShouldStop, SolveReport, SolveRequest
from heiltid.texts import Language

RUN_ENGINE = "import sys; sys.path.insert(0, {root!r}); from solver.worker import main; main()"
ENGINE_WORD = "--engine"  # a packed program that is started with it is the engine's process


def solve_when_needed(request: SolveRequest, on_progress: OnProgress, should_stop: ShouldStop) -> SolveReport:
    """The solver, loaded only when somebody solves: `check` starts without it."""
    from solver.run import solve

    return solve(request, on_progress, should_stop)


def share_when_needed(request: ShareRequest, should_stop: ShouldStop) -> ShareReport:
    """What shares open shifts out, loaded only when somebody does."""
    from solver.allocate import allocate

    return allocate(request, should_stop)


def worker_command() -> tuple[str, ...]:
    """The command of the engine's own process. -P: nothing in the user's folder hides our modules."""
    if getattr(sys, "frozen", False):  # packed: the executable is Heiltid, not Python
        return (sys.executable, ENGINE_WORD)
    root = str(Path(__file__).resolve().parents[1])
    return (sys.executable, "-P", "-c", RUN_ENGINE.format(root=root))


def show_window(path: Path | None, language: Language | None) -> int:
    """The window until it is closed, loaded only when somebody wants it."""
    import pydantic.types  # noqa: F401 - before Qt: its import hook stumbles over pydantic's lazy parts

    from ui.app import run_window

    return run_window(path, language, worker_command())


def main() -> None:
    """The command line."""
    multiprocessing.freeze_support()
    if sys.argv[1:2] == [ENGINE_WORD]:
        from solver.worker import main as run_engine

        run_engine()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks a letter shows "?", no traceback
    app = build_app(solve_when_needed, language_of(sys.argv[1:]), show_window, share_when_needed)
    app(prog_name="heiltid")


if __name__ == "__main__":
    main()

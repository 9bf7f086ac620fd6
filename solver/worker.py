"""The engine in a process of its own: `python -m solver.worker`, or `--engine` in a packed program.

Standard input and output carry the lines of heiltid.job_lines and nothing else. One process answers one
request. Whoever started it ends it by closing its input; it then goes at once, whatever it is doing.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from enum import IntEnum
from typing import BinaryIO

from heiltid.allocation import ShareRequest
from heiltid.job_lines import (
    MOST_LINE_BYTES,
    BadLineError,
    EngineError,
    EngineErrorKind,
    message_line,
    read_request,
    read_stop,
)
from heiltid.jobs import SolveProgress
from solver.allocate import allocate
from solver.run import solve

LEAST_SECONDS_BETWEEN = 0.2  # two lines of progress within one stage
MEMORY_VARIABLE = "HEILTID_ENGINE_MEMORY_MIB"
INPUT, OUTPUT, ERRORS = 0, 1, 2


class Exit(IntEnum):
    """How the process ends."""

    DONE = 0
    FAILED = 1  # told in an error line
    BAD_INPUT = 2  # likewise
    LEFT_ALONE = 3  # nobody reads or asks any longer


# Written when there may be no room to make it.
_OUT_OF_MEMORY = message_line(EngineError(kind=EngineErrorKind.MEMORY, text="MemoryError"))
_WORDS_OF_MEMORY = ("can't start new thread", "Resource temporarily unavailable", "annot allocate memory")


def main() -> None:
    """Answers the request on standard input; never returns."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the one who started us
    lines = _Lines(_own_output())
    try:
        _limit_memory()
        lines.leave(_answer(lines))
    except Exception as error:
        lines.write(_OUT_OF_MEMORY if _is_about_memory(error) else _failure(error))
    lines.leave(Exit.FAILED)


def _answer(lines: _Lines) -> Exit:
    source = os.fdopen(INPUT, "rb", closefd=False)  # a packed program without console has no sys.stdin
    first = source.readline(MOST_LINE_BYTES + 1)
    if not first:
        return Exit.LEFT_ALONE
    try:
        request = read_request(first)
    except BadLineError as error:
        lines.write(_failure(error))
        return Exit.BAD_INPUT
    stop = threading.Event()
    threading.Thread(target=_listen, args=(source, stop, lines), daemon=True).start()
    if isinstance(request, ShareRequest):
        lines.write(message_line(allocate(request, stop.is_set)))
    else:
        lines.write(message_line(solve(request, _Teller(lines.write), stop.is_set)))
    return Exit.DONE


def _listen(source: BinaryIO, stop: threading.Event, lines: _Lines) -> None:
    """What comes while the engine runs: a stop, or the end."""
    while line := source.readline(MOST_LINE_BYTES + 1):
        try:
            read_stop(line)
        except BadLineError as error:
            lines.write(_failure(error))
            lines.leave(Exit.BAD_INPUT)
        stop.set()
    lines.leave(Exit.LEFT_ALONE)


def _is_about_memory(error: Exception) -> bool:
    """Also a thread that cannot be begun, in Python or in the search: what it lacks is room for its stack."""
    return isinstance(error, MemoryError) or any(word in str(error) for word in _WORDS_OF_MEMORY)


def _failure(error: Exception) -> bytes:
    """Only the type and, for the developer, the way there: what an exception says may hold a name."""
    traceback.print_tb(error.__traceback__)
    return message_line(EngineError(kind=EngineErrorKind.INTERNAL, text=type(error).__name__))


class _Teller:
    """Passes progress on, but no more than a window can use: on a new stage, else five times a second."""

    def __init__(self, write: Callable[[bytes], None]) -> None:
        self._write = write
        self._stage: str | None = None
        self._told = 0.0

    def __call__(self, progress: SolveProgress) -> None:
        now = time.monotonic()
        if progress.stage == self._stage and now - self._told < LEAST_SECONDS_BETWEEN:
            return
        self._stage, self._told = progress.stage, now
        self._write(message_line(progress))


class _Lines:
    """Writes whole lines, from any thread; ends the process without waiting for threads of the search."""

    def __init__(self, output: int) -> None:
        self._output = output
        self._lock = threading.Lock()

    def write(self, line: bytes) -> None:
        """Writes a line; when nobody reads any longer, that is the end."""
        with self._lock:
            try:
                while line:
                    line = line[os.write(self._output, line) :]
            except OSError:
                os._exit(Exit.LEFT_ALONE)

    def leave(self, ending: Exit) -> None:
        """Ends the process at once, but never in the middle of a line."""
        with self._lock:
            os._exit(ending)


def _own_output() -> int:
    """The real standard output, for us alone: what anybody else prints goes where errors go."""
    output = os.dup(OUTPUT)
    os.dup2(ERRORS, OUTPUT)
    return output


def _limit_memory() -> None:
    """The limit of MEMORY_VARIABLE, where the system knows one: for trying what happens then."""
    mebibytes = os.environ.get(MEMORY_VARIABLE, "")
    if sys.platform == "win32" or not mebibytes.isdigit():
        return
    import resource

    limit = int(mebibytes) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


if __name__ == "__main__":
    main()

"""A stand-in for the engine's process that behaves as its first argument says: fake_worker.py hang.

Every behaviour but `early_exit` reads the request first. Nothing of the program is imported, so that it
starts at once and says what the program would not.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

PROGRESS = b'{"progress":{"stage":"improve","seconds":%d,"fraction":0.5}}\n'
STOPPED = (
    b'{"report":{"status":"stopped","plan":null,"objective":[],"bound_average_position_bp":null,'
    b'"fte_budget_bp":0,"seconds":1,"first_plan_seconds":null,"seed":1,"workers":2}}\n'
)
FOREIGN = STOPPED.replace(b'"plan":null', b'"plan":{"rows":[{"employee":"Ola","position_bp":1,"cells":[]}]}')


def say(line: bytes) -> None:
    while line:
        line = line[os.write(1, line) :]


def hang() -> None:
    """Hears nothing, not even that it is left alone."""
    say(PROGRESS % 1)
    time.sleep(60)


def obey() -> None:
    """Answers a stop, and goes when its input ends."""
    say(PROGRESS % 1)
    if sys.stdin.buffer.readline() == b'{"stop":true}\n':
        say(STOPPED)
        sys.stdin.buffer.read()


def report() -> None:
    """A good report, and then it will not leave."""
    say(STOPPED + b"rubbish after the last word\n")
    time.sleep(60)


def garbage() -> None:
    say(PROGRESS % 1 + b"Kari Nordmann has called in sick\n" + STOPPED)
    time.sleep(60)


def binary() -> None:
    say(bytes(range(256)) * 40)
    time.sleep(60)


def foreign() -> None:
    """A report on another unit."""
    say(FOREIGN)
    time.sleep(60)


def empty_optimal() -> None:
    """A report that contradicts itself."""
    say(STOPPED.replace(b"stopped", b"optimal"))
    time.sleep(60)


def half_lines() -> None:
    """A byte at a time, then the report in two halves."""
    for place in range(len(PROGRESS % 7)):
        say((PROGRESS % 7)[place : place + 1])
    say(STOPPED[:50])
    time.sleep(0.2)
    say(STOPPED[50:])


def dies_in_a_line() -> None:
    say(PROGRESS % 1 + STOPPED[:50])
    os._exit(7)


def early_exit() -> None:
    os._exit(0)


def flood() -> None:
    """As much progress as a pipe takes, then the report."""
    say((PROGRESS % 1) * 50_000 + PROGRESS % 2)
    say(STOPPED)


def endless_line() -> None:
    while True:
        say(b"x" * 65_536)


def raises() -> None:
    """A traceback with a name in it, as Python would write one."""
    for number in range(20_000):
        print(f"log line {number} about Kari Nordmann", file=sys.stderr)
    raise ValueError("Kari Nordmann")


def no_memory() -> None:
    """As C++ and Rust go when there is none."""
    print("terminate called after throwing an instance of 'std::bad_alloc'", file=sys.stderr, flush=True)
    os.abort()


def error_memory() -> None:
    say(b'{"error":{"kind":"memory","text":"MemoryError"}}\n')


def error_internal() -> None:
    say(b'{"error":{"kind":"internal","text":"KeyError: Kari Nordmann"}}\n')


BEHAVIOURS: tuple[Callable[[], None], ...] = (
    *(hang, obey, report, garbage, binary, foreign, empty_optimal, half_lines, dies_in_a_line),
    *(early_exit, flood, endless_line, raises, no_memory, error_memory, error_internal),
)

if __name__ == "__main__":
    chosen = {behaviour.__name__: behaviour for behaviour in BEHAVIOURS}[sys.argv[1]]
    if chosen is not early_exit:
        sys.stdin.buffer.readline()
    chosen()

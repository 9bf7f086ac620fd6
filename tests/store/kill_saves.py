"""Kills saving at random points and looks at what is left.

    PYTHONPATH=.:tests python tests/store/kill_saves.py FOLDER [COUNT] [careless]

A child process saves a new file over an old one and is killed without warning (SIGKILL) somewhere in
between; the file must then be the old one or the new one, whole. Prints how often each stood there.
`careless` writes in place instead, to show that this script notices. Runs by itself, on systems that
have fork: a fork costs 1 ms where a new process would cost a second.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

from builders import SHIFTS, person, unit

from heiltid.atomic import write_atomically
from heiltid.errors import StoreError
from heiltid.model import Cell, Plan, PlanRow, UnitFile
from heiltid.store import open_unit, save_unit, unit_file

SEED = 20270104
Write: TypeAlias = Callable[[Path, bytes], None]


def write_carelessly(path: Path, data: bytes) -> None:
    """What a save must not be."""
    with path.open("wb") as stream:
        for half in (data[: len(data) // 2], data[len(data) // 2 :]):
            stream.write(half)
            stream.flush()
            time.sleep(0.002)


def sample(name: str) -> UnitFile:
    """Forty people over half a year: large enough that writing takes a while."""
    people = tuple(person(str(number), name=f"{name} {number}") for number in range(40))
    cells = tuple(Cell(shift=SHIFTS[day % len(SHIFTS)].code) for day in range(26 * 7))
    rows = tuple(PlanRow(employee=who.number, position_bp=8_000, cells=cells) for who in people)
    return UnitFile(unit=unit(26, name=name, employees=people), plans=(Plan(rows=rows),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A process that saves once and ends. `writing` gives a byte when it begins to write."""

    number: int
    writing: int

    def wait(self) -> bool:
        """Waits for the end; whether it was killed before it was done."""
        os.close(self.writing)
        return os.WIFSIGNALED(os.waitpid(self.number, 0)[1])


def save_in_child(path: Path, file: UnitFile, write: Write) -> Child:
    """Starts a child that saves the file."""
    reader, writer = os.pipe()
    number = os.fork()
    if number:
        os.close(writer)
        return Child(number=number, writing=reader)

    def announced(target: Path, data: bytes) -> None:
        os.write(writer, b"w")
        write(target, data)

    unit_file.write_atomically = announced  # type: ignore[attr-defined]
    save_unit(path, file)
    os._exit(0)


def usual_seconds(path: Path, file: UnitFile, write: Write) -> tuple[float, float]:
    """How long such a child takes when nobody kills it: in all, and from its first written byte."""
    started = time.perf_counter()
    child = save_in_child(path, file, write)
    os.read(child.writing, 1)
    writing = time.perf_counter()
    child.wait()
    ended = time.perf_counter()
    return ended - started, ended - writing


def what_stands(path: Path) -> UnitFile | None:
    """The file, or None when it cannot be opened."""
    try:
        return open_unit(path)
    except StoreError:
        return None


def main(folder: Path, count: int, write: Write) -> int:
    """0 when every file was whole; prints the tally. Every second kill comes while it writes."""
    dice, tally = random.Random(SEED), Counter[str]()
    path, standing = folder / "eining.heiltid", sample("gammal")
    save_unit(path, standing)
    measured = [usual_seconds(path, standing, write) for _ in range(3)]
    whole, writing = (max(times) * 1.2 for times in zip(*measured, strict=True))
    for number in range(count):
        coming = replace(standing, unit=replace(standing.unit, name=f"utgåve {number}"))
        child = save_in_child(path, coming, write)
        if number % 2:
            os.read(child.writing, 1)
        time.sleep(dice.uniform(0, writing if number % 2 else whole))
        os.kill(child.number, signal.SIGKILL)
        killed = child.wait()
        found = what_stands(path)
        if found not in (standing, coming):
            print(f"BROKEN by kill {number + 1}")
            return 1
        tally[f"{'killed' if killed else 'finished'}, {'new' if found == coming else 'old'} file"] += 1
        standing = found
    leftovers = len(list(folder.glob(".*.tmp")))
    print(f"{count} kills, every file whole: {dict(tally)}, {leftovers} in the middle of writing")
    return 0


if __name__ == "__main__":
    how = write_carelessly if "careless" in sys.argv else write_atomically
    sys.exit(main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 200, how))

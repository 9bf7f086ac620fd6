"""python -m tests.fuzz.kill_window TIMES [SEED]: kills a program while it edits, and looks what is left.

The program's copy for recovery is renewed thirty times as often as in use, so that the 30 seconds it may
lose at most are one second here. After each kill the saved file and the copy are opened: both must be
whole, and no edit older than that second may be missing from the newer of them.
"""

from __future__ import annotations

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from subprocess import PIPE, Popen

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from heiltid.store import open_unit  # noqa: E402
from ui.recovery import EVERY_MILLISECONDS, left_behind  # noqa: E402

SCALE = 30
RENEWED_MILLISECONDS = EVERY_MILLISECONDS // SCALE
MOST_SECONDS = 30 / SCALE
LONGEST_LIFE_SECONDS = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one kill has left. lost_seconds: from the oldest edit that is lost to the last one done."""

    edits: int
    kept: int  # the newest edit in the file or the copy
    lost_seconds: float
    has_copy: bool


def killed(folder: Path, seconds: float) -> Found:
    """Let a program edit for a while and kill it. Raises StoreError where something is not whole."""
    words = [sys.executable, str(Path(__file__).with_name("editing_process.py"))]
    with Popen([*words, str(folder), str(RENEWED_MILLISECONDS)], stdout=PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        process.kill()
    return looked_at(folder)


def looked_at(folder: Path) -> Found:
    """What the file, the copy and the journal say."""
    lines = [line.split() for line in (folder / "journal").read_text().splitlines()]
    done = {int(number): float(at) for number, at in lines}
    copies = sorted(folder.joinpath("recovery").glob("*.heiltid"))
    assert len(copies) <= 1
    kept = int(open_unit(folder / "eining.heiltid").unit.name)
    for copy in copies:
        kept = max(kept, int(open_unit(copy).unit.name))  # raises where it is not whole
    offered = left_behind(folder / "recovery")
    assert [left.copy for left in offered] == copies
    lost = [at for number, at in done.items() if number > kept]
    return Found(
        edits=len(done),
        kept=kept,
        lost_seconds=max(done.values()) - min(lost) if lost else 0.0,
        has_copy=bool(copies),
    )


def main() -> int:
    """Prints what was lost; 1 where it was too much."""
    times = int(sys.argv[1])
    dice = Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    found = []
    for _ in range(times):
        with tempfile.TemporaryDirectory() as folder:
            found.append(killed(Path(folder), dice.uniform(0, LONGEST_LIFE_SECONDS)))
    lost = [one.lost_seconds * SCALE for one in found]
    print(
        f"{times} kills after {sum(one.edits for one in found)} edits: every file and copy whole,"
        f" {sum(one.has_copy for one in found)} copies; lost at most {max(lost):.1f} s,"
        f" median {median(lost):.1f} s in the program's own time"
    )
    return int(max(lost) > MOST_SECONDS * SCALE)


if __name__ == "__main__":
    sys.exit(main())

"""python -m tests.fuzz.window ACTIONS SEED: so many random actions on the document, and on the real window.

First Hypothesis' leader does anything to a document in any order; then a random user presses keys and
clicks on every page. Exceptions, warnings of Qt, and an undo that does not lead back to the exact start
are told with what was done before; exit code 1. LOG, a third word, is a file that holds the newest
actions also if the program itself dies.
"""

from __future__ import annotations

import faulthandler
import os
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import seed as seeded  # noqa: E402
from hypothesis.stateful import run_state_machine_as_test  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from heiltid.texts import Language  # noqa: E402
from tests.fuzz.document_machine import DocumentMachine, how_long  # noqa: E402
from tests.fuzz.random_user import RandomUser  # noqa: E402
from tests.ui.screens import close, program, sample, settle  # noqa: E402
from ui.theme import ThemeName  # noqa: E402

UNDO_EVERY = 500
UNITS = ("liten", "solbakken", "heimeteneste")


def on_the_window(actions: int, seed: int, log: Path | None) -> list[str]:
    """Faults, each with the actions before it; a new program every UNDO_EVERY actions."""
    faults: list[str] = []
    done: Counter[str] = Counter()
    for number in range(-(-actions // UNDO_EVERY)):
        with tempfile.TemporaryDirectory() as folder:
            faults += one_program(Path(folder), min(UNDO_EVERY, actions), seed + number, log, done)
            actions -= UNDO_EVERY
    print(", ".join(f"{name} {count}" for name, count in done.most_common()))
    return faults


def one_program(folder: Path, actions: int, seed: int, log: Path | None, done: Counter[str]) -> list[str]:
    """Faults of one program from its start to the undo of everything."""
    languages, themes = list(Language), (ThemeName.LIGHT, ThemeName.DARK)
    made = program(folder, languages[seed % 3], themes[seed % 2])
    made.desk.files.start_new(sample(UNITS[seed % 3]))
    made.window.show()
    settle()
    began = time.monotonic()
    with RandomUser(made, folder, seed) as user:
        for _ in range(actions):
            user.act()
            if log is not None:
                log.write_text("\n".join(user.trail), encoding="utf-8")
        if not user.undo_all():
            user.faults.append(f"seed {seed}: undo did not lead back to the start")
        faults = user.faults
        done.update(user.done)
        close(made)
    seconds = time.monotonic() - began
    print(f"seed {seed}: {actions} actions, {len(faults)} faults, {seconds:.0f} s", flush=True)
    return [f"seed {seed}\n{fault}" for fault in faults]


def main() -> int:
    """Runs both; prints counts and every different fault once."""
    faulthandler.enable()
    actions, seed = int(sys.argv[1]), int(sys.argv[2])
    log = Path(sys.argv[3]) if len(sys.argv) > 3 else None
    application = QApplication.instance() or QApplication([])
    began = time.monotonic()
    run_state_machine_as_test(seeded(seed)(DocumentMachine), settings=how_long(actions))
    print(f"document: {actions} steps, {time.monotonic() - began:.0f} s", flush=True)
    faults = on_the_window(actions, seed, log)
    different = {fault.splitlines()[-1]: fault for fault in faults}
    print(*different.values(), sep="\n\n")
    print(f"{len(faults)} faults, {len(different)} different")
    application.quit()
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main())

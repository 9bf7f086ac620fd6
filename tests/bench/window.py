"""python -m tests.bench.window [TIMES]: how long the window takes to start, to open a year, to save it.

Medians in seconds, on the clock and of the processor, with nothing on the screen (offscreen):
start    from the start of `python -m heiltid window sample_rotas/solbakken.xlsx` until its rota is painted
opening  60 people x 364 dated days from a .heiltid file until the rota is painted; goal 1.5 s
saving   the same file; goal 1 s
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

SAMPLE = ROOT / "sample_rotas" / "solbakken.xlsx"
CHILD = "--child"
GOALS = {"start": 3.0, "opening": 1.5, "saving": 1.0}


def started() -> tuple[float, float]:
    """Seconds of one start in a process of its own, on the clock and of the processor."""
    with tempfile.TemporaryDirectory() as home:
        settings = Path(home) / "Heiltid"
        settings.mkdir()
        settings.joinpath("heiltid.ini").write_text("[flag]\ntour_seen=true\n", encoding="utf-8")
        places = {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        began = time.time()
        words = [sys.executable, "-m", "tests.bench.window", CHILD]
        result = subprocess.run(words, cwd=ROOT, env=os.environ | places, capture_output=True, check=True)
    painted_at, processor = result.stdout.split()
    return float(painted_at) - began, float(processor)


def child() -> None:
    """What `python -m heiltid window` does, but that it ends when the rota has been painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    import ui.app

    class FirstPaint(QObject):
        """Waits until a widget of the page in front has been painted with the unit in it."""

        def __init__(self, program: ui.app.Program) -> None:
            super().__init__(program)
            self._program = program
            self._end = QTimer(self, singleShot=True)
            self._end.timeout.connect(self.report)

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() is QEvent.Type.Paint and self._program.desk.document.unit.employees:
                self._end.start(0)  # when all that is painted in this turn has been
            return False

        def report(self) -> None:
            print(time.time(), time.process_time(), flush=True)
            os._exit(0)

    show = ui.app.Program.show

    def show_and_watch(program: ui.app.Program, path: Path | None) -> None:
        program.window.winId()
        ui.app.QApplication.instance().installEventFilter(FirstPaint(program))
        show(program, path)

    ui.app.Program.show = show_and_watch
    sys.argv = ["heiltid", "window", str(SAMPLE)]
    from heiltid.__main__ import main as run

    run()


def year(times: int) -> dict[str, list[tuple[float, float]]]:
    """Opening and saving the year, by name."""
    from PySide6.QtWidgets import QApplication

    from heiltid.model import UnitFile
    from heiltid.store import save_unit
    from heiltid.texts import Language
    from tests.bench.judging import year_of_sixty
    from tests.ui.screens import close, program, settle
    from ui.theme import ThemeName

    application = QApplication.instance() or QApplication([])
    unit, plan = year_of_sixty()
    found: dict[str, list[tuple[float, float]]] = {"opening": [], "saving": []}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "year.heiltid"
        save_unit(path, UnitFile(unit=unit, plans=(plan,)))
        made = program(Path(folder) / "settings", Language.NYNORSK, ThemeName.LIGHT)
        made.window.resize(1920, 1000)
        made.window.show()

        def opened() -> None:
            made.window.files.open_path(path)
            settle()

        for _ in range(times):
            made.desk.files.start_new(UnitFile(unit=made.desk.document.unit))
            found["opening"].append(timed(opened))
            found["saving"].append(timed(made.desk.files.save))
        close(made)
    application.quit()
    return found


def timed(work: Callable[[], object]) -> tuple[float, float]:
    clock, processor = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - clock, time.process_time() - processor


def main() -> int:
    """Prints a line for each; 1 where a median misses its goal."""
    times_wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    started()  # the first one fills the system's memory of the files
    found = {"start": [started() for _ in range(times_wanted)], **year(times_wanted)}
    missed = False
    for name, times in found.items():
        clock, processor = (median(column) for column in zip(*times, strict=True))
        missed |= clock > GOALS[name]
        slowest = max(entry for entry, _ in times)
        print(
            f"{name:9}{clock:6.2f} s (goal {GOALS[name]:.1f}), {processor:.2f} s of the processor,"
            f" slowest {slowest:.2f}, of {len(times)}"
        )
    return int(missed)


if __name__ == "__main__":
    if sys.argv[1:] == [CHILD]:
        child()
    sys.exit(main())

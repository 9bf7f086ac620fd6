"""python -m tests.bench.grid [TIMES]: how quick the grid is, 60 people x 364 days at 1920 x 1000.

Medians in milliseconds, on the clock and of the processor. A repaint is of all four views; a scroll step
from setting the bar to painted; an edit from the key's text to painted cells with the plan judged again;
an undo likewise. All inside the whole window, painted offscreen.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT)]

from PySide6.QtWidgets import QApplication  # noqa: E402

from heiltid.model import UnitFile  # noqa: E402
from heiltid.texts import Language  # noqa: E402
from tests.bench.judging import year_of_sixty  # noqa: E402
from ui.app import Program, prepared_application  # noqa: E402
from ui.pages.rota import RotaPage  # noqa: E402
from ui.pages.rota.grid import Zoom  # noqa: E402
from ui.settings import Settings  # noqa: E402

SIZE = (1920, 1000)
NO_WORKER = (sys.executable, "-c", "raise SystemExit(1)")


def measured(times: int, act: Callable[[int], None]) -> str:
    """Medians of so many calls, after one that does not count."""
    act(-1)
    clock, processor = [], []
    for number in range(times):
        began, worked = time.perf_counter(), time.process_time()
        act(number)
        processor.append((time.process_time() - worked) * 1_000)
        clock.append((time.perf_counter() - began) * 1_000)
    return f"{median(clock):7.1f} {median(processor):7.1f}"


class Bench:
    """The window on the year of sixty people."""

    def __init__(self, folder: Path, times: int) -> None:
        settings = Settings(folder)
        settings.set_flag("tour_seen", True)
        prepared_application(settings, Language.NYNORSK)
        unit, plan = year_of_sixty()
        self.program = Program(settings, NO_WORKER)
        self.program.desk.document.load(UnitFile(unit=unit, plans=(plan,)))
        window = self.program.window
        window.resize(*SIZE)
        window.show()
        window.show_page("rota")
        page = window.page("rota")
        assert isinstance(page, RotaPage)
        self.page, self.times = page, times
        self.random = Random(1)
        settle()

    def paint(self, number: int) -> None:
        """All four views."""
        grid = self.page.grid
        for view in (grid.cells, grid.people, grid.coverage, grid.bands):
            view.viewport().repaint()

    def across(self, number: int) -> None:
        """One column on, back at the end."""
        bar = self.page.grid.cells.horizontalScrollBar()
        step = self.page.grid.cells.columnWidth(0)
        bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + step)
        settle()

    def down(self, number: int) -> None:
        """One row on, back at the end."""
        bar = self.page.grid.cells.verticalScrollBar()
        bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + self.page.grid.cells.row_height)
        settle()

    def edit(self, number: int) -> None:
        """A code into a cell in sight."""
        row, day = self.random.randrange(20), self.random.randrange(28)
        stands = self.page.grid.model.cell(row, day).shift
        self.page.edits.type([(self.page.grid.model.numbers[row], day)], "A1" if stands == "D1" else "D1")
        settle()

    def undo(self, number: int) -> None:
        """One step back."""
        self.program.desk.document.undo_stack.undo()
        settle()

    def run(self) -> None:
        """Print the table."""
        print("milliseconds              clock  processor")
        for zoom in Zoom:
            self.page.grid.set_zoom(zoom)
            settle()
            name = f"{zoom.value or 'all'} weeks"
            print(f"repaint, {name:12s} {measured(self.times, self.paint)}")
            print(f"scroll across, {name:6s}{measured(self.times, self.across)}")
            print(f"scroll down, {name:8s}{measured(self.times, self.down)}")
        self.page.show_four_weeks()
        self.page.grid.cells.go(0, 0)
        settle()
        print(f"edit, judged and shown{measured(self.times, self.edit)}")
        print(f"undo, judged and shown{measured(self.times, self.undo)}")


def settle() -> None:
    """Paint what waits to be painted."""
    QApplication.processEvents()


def main() -> None:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), times)
        bench.run()
        bench.program.desk.job.close()
        bench.program.desk.files.close()


if __name__ == "__main__":
    main()

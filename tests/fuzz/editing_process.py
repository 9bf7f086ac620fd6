"""python -m tests.fuzz.editing_process FOLDER MILLISECONDS: edits a unit without end, until it is killed.

A real document with its file and its copy for recovery, every edit some milliseconds after the last; each
names the unit by its number and is written into FOLDER/journal with its time. Now and then it is saved.
MILLISECONDS is how often the copy is renewed, where the program itself takes 15 seconds.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QObject, QTimer  # noqa: E402

from heiltid.edits.cells import with_cells  # noqa: E402
from heiltid.exchange.files import read_file  # noqa: E402
from heiltid.model import Cell  # noqa: E402
from ui import recovery  # noqa: E402
from ui.document import Document  # noqa: E402
from ui.files import Files  # noqa: E402
from ui.settings import Settings  # noqa: E402

EDIT_EVERY_MILLISECONDS = 4
SAVED_EVERY = 700  # edits


class Editor(QObject):
    """One edit after another."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.document = Document(read_file(ROOT / "sample_rotas" / "solbakken.xlsx").file)
        self.files = Files(self.document, Settings(folder))
        self.files.start_new(replace(self.document.file, unit=replace(self.document.unit, name="0")))
        self.files.save(folder / "eining.heiltid")
        self._journal = os.open(folder / "journal", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
        self._number = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.edit)
        self._timer.start(EDIT_EVERY_MILLISECONDS)

    def edit(self) -> None:
        """A cell and the unit's name; then the journal."""
        self._number += 1
        document, number = self.document, self._number
        row = document.plan.rows[number % len(document.plan.rows)]
        place = (row.employee, number % len(row.cells))
        document.apply_plan("celle", with_cells(document.plan, {place: Cell(absence=f"X{number}")}))
        document.apply_unit("namn", replace(document.unit, name=str(number)))
        os.write(self._journal, f"{number} {time.time()}\n".encode())
        if number % SAVED_EVERY == 0:
            self.files.save()


if __name__ == "__main__":
    recovery.EVERY_MILLISECONDS = int(sys.argv[2])
    application = QCoreApplication([])
    editor = Editor(Path(sys.argv[1]))
    print("ready", flush=True)
    sys.exit(application.exec())

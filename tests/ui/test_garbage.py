"""A document nobody holds any more takes its steps of undo with it, and not the program."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# In a cycle with its stack, as pages make one: Python then ends the parts in whatever order it likes.
SCRIPT = """
import gc
from dataclasses import replace
from PySide6.QtWidgets import QApplication
from builders import person, unit
from heiltid.model import UnitFile
from ui.document import Document

class Page:
    pass

application = QApplication([])
for turn in range(40):
    document, page = Document(UnitFile(unit=unit(employees=(person("1"),)))), Page()
    page.document, page.stack, document.page = document, document.undo_stack, page
    document.changed.connect(lambda change: None)
    for name in "abcde":
        document.apply_unit("namn", replace(document.unit, name=name))
    del document, page
print(gc.collect() > 0)
"""


def test_documents_in_cycles_can_be_collected() -> None:
    paths = f"{ROOT}:{ROOT / 'tests'}" if sys.platform != "win32" else f"{ROOT};{ROOT / 'tests'}"
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={"PYTHONPATH": paths, "QT_QPA_PLATFORM": "offscreen", "PATH": ""},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "True"), done.stderr

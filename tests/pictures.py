"""python -m tests.pictures FOLDER [UNIT]: every page in three languages, two themes, two sizes.

Beside the single pictures it writes a contact sheet for each language and theme. UNIT: a workbook or
.heiltid to show instead of the sample (a result workbook shows before and after).
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRect, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from heiltid.exchange.files import read_file  # noqa: E402
from heiltid.model import UnitFile  # noqa: E402
from heiltid.texts import Language  # noqa: E402
from tests.ui.screens import close, program, sample, settle  # noqa: E402
from ui.pages import PAGES  # noqa: E402
from ui.theme import ThemeName  # noqa: E402

SIZES = ((1366, 768), (2560, 1440))
THEMES = (ThemeName.LIGHT, ThemeName.DARK)
WAIT_MILLISECONDS = 400
SHEET_COLUMNS, SHEET_WIDTH, SHEET_HEIGHT = 3, 683, 384


def main() -> int:
    """Takes all pictures; prints where they are."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    file = read_file(Path(sys.argv[2])).file if len(sys.argv) > 2 else sample()
    for language in Language:
        for theme in THEMES:
            pictures = [path for size in SIZES for path in _taken(folder, language, theme, size, file)]
            _contact_sheet(folder / f"sheet-{language.value}-{theme.value}.png", pictures)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    application.quit()
    return 0


def _taken(
    folder: Path, language: Language, theme: ThemeName, size: tuple[int, int], file: UnitFile
) -> list[Path]:
    with tempfile.TemporaryDirectory() as settings:
        made = program(Path(settings), language, theme)
        made.desk.files.start_new(file)
        made.window.resize(*size)
        made.window.show()
        paths = []
        for page in PAGES:
            made.window.show_page(page.key)
            QTest.qWait(WAIT_MILLISECONDS)  # what a page puts off until the hand rests
            settle()
            path = folder / f"{page.key}-{language.value}-{theme.value}-{size[0]}x{size[1]}.png"
            made.window.grab().save(str(path))
            paths.append(path)
        close(made)
    return paths


def _contact_sheet(path: Path, pictures: list[Path]) -> None:
    rows = -(-len(pictures) // SHEET_COLUMNS)
    sheet = QImage(SHEET_COLUMNS * SHEET_WIDTH, rows * SHEET_HEIGHT, QImage.Format.Format_RGB32)
    sheet.fill(Qt.GlobalColor.gray)
    painter = QPainter(sheet)
    for place, picture in enumerate(pictures):
        row, column = divmod(place, SHEET_COLUMNS)
        box = QRect(column * SHEET_WIDTH + 4, row * SHEET_HEIGHT + 4, SHEET_WIDTH - 8, SHEET_HEIGHT - 8)
        small = QImage(str(picture)).scaled(
            box.size(), Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(box.topLeft(), small)
    painter.end()
    sheet.save(str(path))


if __name__ == "__main__":
    sys.exit(main())

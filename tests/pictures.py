"""python -m tests.pictures FOLDER [UNIT] [--only nn-light-1366x768 ...]: every page, in every look.

Every page and every step of extra shifts in three languages, two themes, two sizes; beside the single
pictures a contact sheet for each language and theme. UNIT: a workbook or .heiltid to show instead of the
sample with its summer (a result workbook shows before and after). --only: these looks alone.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from booking.shown_summer import with_summer  # noqa: E402
from PySide6.QtCore import QRect, Qt  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from heiltid.exchange.files import read_file  # noqa: E402
from heiltid.model import UnitFile  # noqa: E402
from heiltid.texts import Language  # noqa: E402
from tests.ui.screens import close, program, sample, settle  # noqa: E402
from ui.app import Program  # noqa: E402
from ui.pages import PAGES  # noqa: E402
from ui.pages.booking import BookingPage  # noqa: E402
from ui.theme import ThemeName  # noqa: E402

SIZES = ((1366, 768), (2560, 1440))
THEMES = (ThemeName.LIGHT, ThemeName.DARK)
WAIT_MILLISECONDS = 400
SHEET_COLUMNS, SHEET_WIDTH, SHEET_HEIGHT = 3, 683, 384


def main() -> int:
    """Takes all pictures; prints where they are."""
    told = _told()
    folder: Path = told.folder
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    file = with_summer(sample()) if told.unit is None else read_file(told.unit).file
    for language in Language:
        for theme in THEMES:
            looks = [(language, theme, size) for size in SIZES]
            wanted = [look for look in looks if not told.only or _name(*look) in told.only]
            pictures = [path for look in wanted for path in _taken(folder, *look, file)]
            if pictures:
                _contact_sheet(folder / f"sheet-{language.value}-{theme.value}.png", pictures)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    application.quit()
    return 0


def _told() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures")
    parser.add_argument("folder", type=Path)
    parser.add_argument("unit", type=Path, nargs="?")
    names = [_name(language, theme, size) for language in Language for theme in THEMES for size in SIZES]
    parser.add_argument("--only", nargs="+", choices=names, default=(), metavar="LOOK")
    return parser.parse_args()


def _name(language: Language, theme: ThemeName, size: tuple[int, int]) -> str:
    return f"{language.value}-{theme.value}-{size[0]}x{size[1]}"


def _taken(
    folder: Path, language: Language, theme: ThemeName, size: tuple[int, int], file: UnitFile
) -> list[Path]:
    look = _name(language, theme, size)
    with tempfile.TemporaryDirectory() as settings:
        made = program(Path(settings), language, theme)
        made.desk.files.start_new(file)
        made.window.resize(*size)
        made.window.show()
        paths = []
        for page in PAGES:
            made.window.show_page(page.key)
            steps = _steps(made) if page is BookingPage else [""]
            for step in steps:
                paths.append(folder / f"{page.key}{step and f'-{step}'}-{look}.png")
                _take(made, paths[-1], step)
        close(made)
    return paths


def _steps(made: Program) -> list[str]:
    """The steps of extra shifts that can be shown."""
    page = made.window.page(BookingPage.key)
    assert isinstance(page, BookingPage)
    return [key for key, part in page.parts.items() if part.can_be_shown()]


def _take(made: Program, path: Path, step: str) -> None:
    page = made.window.page(BookingPage.key)
    if step and isinstance(page, BookingPage):
        page.show_part(step)
    QTest.qWait(WAIT_MILLISECONDS)  # what a page puts off until the hand rests
    settle()
    made.window.grab().save(str(path))


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

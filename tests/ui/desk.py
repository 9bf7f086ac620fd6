"""A desk with a small ward on it, for tests of single pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from heiltid.model import UnitFile
from heiltid.texts import Language
from tests.ui.screens import settle
from ui.desk import Desk
from ui.document import Document
from ui.files import Files
from ui.page import Page
from ui.settings import Settings
from ui.texts import set_language
from ui.theme import LIGHT, ThemeName, apply_theme, theme

NO_WORKER = (sys.executable, "-c", "raise SystemExit(1)")
Shown = TypeVar("Shown", bound=Page)


def desk(folder: Path, file: UnitFile) -> Desk:
    """Document, files and settings of their own, in nynorsk and light."""
    settings = Settings(folder)
    set_language(Language.NYNORSK)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    if theme() is not LIGHT or not application.styleSheet():  # dear with many widgets about
        apply_theme(application, ThemeName.LIGHT)
    document = Document(file)
    return Desk(document, Files(document, settings), settings, NO_WORKER)


@contextmanager
def in_front(
    made: Desk, kind: Callable[[Desk], Shown], size: tuple[int, int] = (1200, 700)
) -> Iterator[Shown]:
    """A page alone in a window, taken down in good order: Python and Qt let go of it together."""
    page = shown_page(made, kind, size)
    yield page
    page.hide()
    page.deleteLater()
    made.job.close()
    settle()


def shown_page(made: Desk, kind: Callable[[Desk], Shown], size: tuple[int, int] = (1200, 700)) -> Shown:
    """A page alone in a window, in front."""
    page = kind(made)
    page.resize(*size)
    page.show()
    page.shown()
    page.activateWindow()
    return page

"""A program with a window for tests and pictures, and what a careful eye would find wrong with a screen."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QToolButton,
    QWidget,
)

from heiltid.edits.scenarios import added
from heiltid.exchange.files import read_file
from heiltid.model import PlanRole, UnitFile
from heiltid.texts import Language
from ui.app import Program
from ui.settings import Settings
from ui.texts import set_language
from ui.theme import ThemeName, apply_theme

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_rotas"
NO_WORKER = (sys.executable, "-c", "raise SystemExit(1)")
SLACK = 1  # pixels a text may be wider than its room by rounding


def program(folder: Path, language: Language, theme: ThemeName) -> Program:
    """A program on settings of its own, in a language and theme, with no unit open."""
    settings = Settings(folder)
    settings.language, settings.theme = language, theme
    settings.set_flag("tour_seen", True)
    set_language(language)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, theme)
    return Program(settings, NO_WORKER)


def sample(name: str = "solbakken") -> UnitFile:
    """A sample unit with its rota of today, and the same rota once more as a scenario."""
    file = read_file(SAMPLES / f"{name}.xlsx").file
    today = file.plan(PlanRole.TODAY)
    assert today is not None
    return added(file, replace(today, role=PlanRole.SCENARIO), "Framlegg")


def settle() -> None:
    """Let Qt do everything it has put off, deletions too."""
    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QCoreApplication.sendPostedEvents()  # a timer may have asked for a new layout just now


def close(made: Program) -> None:
    """End a program as a test must: no question, no engine, no timers."""
    made.desk.job.close()
    made.desk.files.close()
    made.window.hide()
    made.window.deleteLater()
    made.deleteLater()
    settle()


@contextmanager
def program_at(folder: Path, page: str, file: UnitFile | None = None) -> Iterator[Program]:
    """A program on a file, else on the small sample, at a page."""
    made = program(folder, Language.NYNORSK, ThemeName.LIGHT)
    made.desk.files.start_new(file or sample("liten"))
    made.window.show()
    made.window.show_page(page)
    settle()
    yield made
    close(made)


def cut_texts(window: QWidget) -> Iterator[str]:
    """Words that do not fit the room they are shown in."""
    for widget in _visible(window, QLabel):
        if widget.text() and widget.textFormat() is not Qt.TextFormat.RichText and not _scrolls_away(widget):
            yield from _cut_label(widget)
    for widget in _visible(window, QAbstractButton):
        is_worded = isinstance(widget, QPushButton | QToolButton | QCheckBox | QRadioButton) and widget.text()
        if is_worded and widget.sizeHint().width() > widget.width() + SLACK:
            yield f"{_place(widget)}: button «{widget.text()}»"
    for header in _visible(window, QHeaderView):
        yield from _cut_heads(header)


def _cut_label(widget: QLabel) -> Iterator[str]:
    room = widget.contentsRect()
    if widget.wordWrap():
        needed = widget.heightForWidth(widget.width())
        if needed > widget.height() + SLACK:
            yield f"{_place(widget)}: wrapped «{widget.text()[:60]}» needs {needed}, has {widget.height()}"
    elif widget.fontMetrics().horizontalAdvance(widget.text()) > room.width() + SLACK:
        yield f"{_place(widget)}: «{widget.text()[:60]}»"


def _cut_heads(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    if model is None or header.orientation() is Qt.Orientation.Vertical:
        return
    for section in range(header.count()):
        words = str(model.headerData(section, Qt.Orientation.Horizontal) or "")
        room = header.sectionSize(section) - 10
        if words and not header.isSectionHidden(section) and room > 30:
            widest = max(header.fontMetrics().horizontalAdvance(line) for line in words.splitlines())
            if widest > room + SLACK:
                yield f"{_place(header)}: heading «{words}» in {header.sectionSize(section)}"


def overlaps(window: QWidget) -> Iterator[str]:
    """Sibling widgets with words that lie over one another."""
    for parent in [window, *_visible(window, QWidget)]:
        worded = [child for child in parent.children() if isinstance(child, QLabel | QPushButton)]
        shown = [child for child in worded if child.isVisible() and child.text()]
        for place, one in enumerate(shown):
            for other in shown[place + 1 :]:
                if one.geometry().adjusted(1, 1, -1, -1).intersects(other.geometry()):
                    yield f"{_place(one)} «{one.text()[:30]}» over «{other.text()[:30]}»"


def words_on(window: QWidget) -> set[str]:
    """Every text a screen shows in labels, buttons, menus and headings."""
    found = {widget.text() for widget in _visible(window, QLabel)}
    found |= {widget.text() for widget in _visible(window, QAbstractButton)}
    for header in _visible(window, QHeaderView):
        model = header.model()
        if model is not None:
            count = model.columnCount() if header.orientation() is Qt.Orientation.Horizontal else 0
            found |= {str(model.headerData(i, header.orientation()) or "") for i in range(count)}
    return {words for words in found if words}


def _visible(window: QWidget, kind: type) -> list:
    return [widget for widget in window.findChildren(kind) if widget.isVisible()]


def _scrolls_away(widget: QWidget) -> bool:
    """Whether a text lies in something that scrolls sideways, where being wider is no fault."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea) and not isinstance(parent, QScrollArea):
            return True
        parent = parent.parentWidget()
    return False


def _place(widget: QWidget) -> str:
    names = []
    current: QWidget | None = widget
    while current is not None and len(names) < 4:
        names.append(current.objectName() or type(current).__name__)
        current = current.parentWidget()
    return " < ".join(names)

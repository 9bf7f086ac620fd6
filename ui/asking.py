"""Questions and messages over the window, in whole sentences, with buttons that say what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from heiltid.errors import HeiltidError, InputError, Problem, StoreError
from heiltid.exchange.problems import problem_lines
from ui.texts import language, tr

MOST_LINES = 12
GIVE_UP = ("ui.ask.cancel", "ui.ask.later", "ui.ask.stay")  # what Esc means


def tell(headline: str, details: str = "", parent: QWidget | None = None) -> None:
    """A message that wants nothing but to be read."""
    _box(parent, QMessageBox.Icon.Information, headline, details, ("ui.ask.ok",)).exec()


def tell_trouble(headline: str, details: str = "", parent: QWidget | None = None) -> None:
    """Something did not go; `details` says why and what to do."""
    _box(parent, QMessageBox.Icon.Warning, headline, details, ("ui.ask.ok",)).exec()


def choose(headline: str, details: str, answers: Sequence[str], parent: QWidget | None = None) -> str | None:
    """Ask; answers are text keys, the first is the default. None when the question was closed."""
    box = _box(parent, QMessageBox.Icon.Question, headline, details, answers)
    box.exec()
    clicked = box.clickedButton()
    return None if clicked is None else str(clicked.objectName()) or None


def _box(
    parent: QWidget | None, icon: QMessageBox.Icon, headline: str, details: str, answers: Sequence[str]
) -> QMessageBox:
    box = QMessageBox(parent or QApplication.activeWindow())
    box.setIcon(icon)
    box.setWindowTitle(tr("ui.name"))
    box.setText(f"<b>{_plain(headline)}</b>")
    box.setInformativeText(details)
    for place, key in enumerate(answers):
        role = QMessageBox.ButtonRole.AcceptRole if place == 0 else QMessageBox.ButtonRole.ActionRole
        if key in GIVE_UP:
            role = QMessageBox.ButtonRole.RejectRole
        made = QPushButton(tr(key), box)  # the box owns it: without a parent it would die at the end here
        made.setObjectName(key)
        box.addButton(made, role)
        if place == 0:
            made.setProperty("look", "primary")
            box.setDefaultButton(made)
    return box


def _plain(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


def error_text(error: HeiltidError) -> str:
    """What went wrong, in the user's words."""
    if isinstance(error, StoreError):
        return tr(f"file.{error.key}", **error.values)
    if isinstance(error, InputError):
        return problems_text(error.problems)
    return tr("ui.error.internal")


def problems_text(problems: tuple[Problem, ...]) -> str:
    """Problems of a file, a line each; only the first dozen, and how many more there are."""
    lines = list(problem_lines(problems[:MOST_LINES], language()))
    if len(problems) > MOST_LINES:
        lines.append(tr("ui.error.more", count=len(problems) - MOST_LINES))
    return "\n".join(lines)

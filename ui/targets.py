"""Asking where a file is to go, with the suffix it must have and never over another file unasked."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui.asking import choose
from ui.texts import tr

NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # on one system or another
LONGEST_NAME = 80


def file_name(words: str) -> str:
    """A name a file can have on every system, from a unit's; "unit" in the user's words for none."""
    plain = NOT_IN_NAMES.sub(" ", words)[:LONGEST_NAME].strip(" .")
    return " ".join(plain.split()) or tr("ui.file.default_name")


def ask_target(title: str, suggested: Path, pattern: str, suffix: str, parent: QWidget) -> Path | None:
    """Where to write; None when the user gave up.

    The dialog itself asks before a file it shows is replaced. It knows nothing of the suffix put behind
    the name afterwards, so that is asked here.
    """
    found, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), pattern)
    if not found:
        return None
    path = Path(found)
    if path.suffix.lower() == suffix:
        return path
    path = path.with_name(path.name + suffix)
    if path.exists() and not _may_replace(path, parent):
        return None
    return path


def _may_replace(path: Path, parent: QWidget) -> bool:
    headline = tr("ui.file.exists", name=path.name)
    answers = ("ui.ask.cancel", "ui.ask.replace")
    return choose(headline, tr("ui.file.exists_details"), answers, parent) == "ui.ask.replace"

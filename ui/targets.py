"""Asking where a file is to go, with the suffix it must have and never over another file unasked."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from heiltid.model import Plan
from ui.asking import choose
from ui.plan_names import plan_name
from ui.texts import tr

NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')  # on one system or another
LONGEST_NAME = 80
LONGEST_PART = 50  # of a name made of three: Windows counts the whole path


def file_name(words: str) -> str:
    """A name a file can have on every system, from a unit's; "unit" in the user's words for none."""
    return _plain(words, LONGEST_NAME) or tr("ui.file.default_name")


def paper_name(unit_name: str, plan: Plan, what: str) -> str:
    """What a paper or a file out of a plan is to be called: two plans of a unit have no name in common.

    what: the kind of paper, or whose it is.
    """
    parts = (
        _plain(unit_name, LONGEST_PART) or tr("ui.file.default_name"),
        _plain(plan_name(plan), LONGEST_PART),
    )
    return " - ".join(part for part in (*parts, _plain(what, LONGEST_PART)) if part)


def _plain(words: str, longest: int) -> str:
    plain = NOT_IN_NAMES.sub(" ", words)[:longest].strip(" .")
    return " ".join(plain.split())


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

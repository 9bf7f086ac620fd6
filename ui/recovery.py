"""A copy of unsaved work, renewed every few seconds, for the start after a crash.

Each running program keeps one copy under a lock of its own. A copy whose lock nobody holds was left
by a program that died, and is offered at the next start.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from heiltid.errors import HeiltidError
from heiltid.model import UnitFile
from heiltid.store import UnitLock, lock_unit, open_unit, save_unit
from ui.document import Document

EVERY_MILLISECONDS = 15_000  # at most 30 s may be lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """Work that a program which died left behind. original: the file it belonged to, if any."""

    copy: Path
    original: Path | None
    file: UnitFile


class Recovery(QObject):
    """Keeps the copy of one document while it has unsaved changes."""

    failed = Signal(str)  # why no copy can be kept (said once)

    def __init__(self, document: Document, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._folder = folder
        self._copy: Path | None = None
        self._lock: UnitLock | None = None
        self._kept: UnitFile | None = None
        self._original: Path | None = None
        self._has_complained = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.keep)
        self._timer.start()

    def start(self, original: Path | None) -> None:
        """What stands in the file now needs no copy; from here on changes do."""
        self._remove()
        self._original = original
        self._kept = self._document.file

    def keep(self) -> None:
        """Write the copy if anything unsaved has changed since the last one."""
        file = self._document.file
        if file is self._kept:
            return
        try:
            save_unit(self._place(), file)
        except (HeiltidError, OSError) as error:
            self._complain(error)
            return
        self._kept = file

    def finish(self) -> None:
        """The program ends in order: no copy is left."""
        self._timer.stop()
        self._remove()

    def _place(self) -> Path:
        if self._copy is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._copy = self._folder / f"{uuid4().hex}.heiltid"
            self._lock = lock_unit(self._copy)
            original = None if self._original is None else str(self._original.resolve())
            self._note(self._copy).write_text(json.dumps({"original": original}), encoding="utf-8")
        return self._copy

    def _remove(self) -> None:
        copy, self._copy = self._copy, None
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        if copy is not None:
            forget(copy)

    def _complain(self, error: Exception) -> None:
        if not self._has_complained:
            self._has_complained = True
            self.failed.emit(type(error).__name__)

    @staticmethod
    def _note(copy: Path) -> Path:
        return copy.with_suffix(".json")


def left_behind(folder: Path) -> tuple[Left, ...]:
    """Copies of programs that died, newest first. Copies still in use or unreadable are passed over."""
    if not folder.is_dir():
        return ()
    copies = sorted(folder.glob("*.heiltid"), key=os.path.getmtime, reverse=True)
    return tuple(found for copy in copies if (found := _left(copy)) is not None)


def _left(copy: Path) -> Left | None:
    try:
        with lock_unit(copy):
            file = open_unit(copy)
    except HeiltidError:
        return None
    return Left(copy=copy, original=_original(copy), file=file)


def _original(copy: Path) -> Path | None:
    try:
        found = json.loads(copy.with_suffix(".json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    name = found.get("original") if isinstance(found, dict) else None
    return Path(name) if isinstance(name, str) else None


def forget(copy: Path) -> None:
    """Remove a copy and what stands beside it."""
    for path in (copy, copy.with_suffix(".json"), copy.with_name(f".{copy.name}.lock")):
        path.unlink(missing_ok=True)

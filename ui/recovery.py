"""A copy of unsaved work, renewed every few seconds, for the start after a crash.

Each running program keeps one copy under a lock of its own. A copy whose lock nobody holds was left
by a program that died, and is offered at the next start.
"""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
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
    kept_at: datetime
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
        self._timer.timeout.connect(self._on_time)
        self._timer.start()

    def start(self, original: Path | None) -> None:
        """What is in work now needs no copy; from here on changes do."""
        self._remove()
        self._original = original
        self._kept = self._document.file

    def take_over(self, left: Left) -> None:
        """What is in work now was left behind: a copy of our own first, then the old one goes."""
        self.start(left.original)
        self._kept = None
        if self.keep():
            forget(left.copy)

    def keep(self) -> bool:
        """Have a copy if anything is unsaved, and none if nothing is; False when it cannot be written."""
        file = self._document.file
        if file is self._kept:
            return True
        if not self._document.is_modified:
            self.start(self._original)
            return True
        try:
            save_unit(self._place(), file)
        except (HeiltidError, OSError) as error:
            self._complain(error)
            return False
        self._kept = file
        return True

    def _on_time(self) -> None:
        self.keep()

    def finish(self) -> None:
        """The program ends in order: no copy is left."""
        self._timer.stop()
        self._remove()

    def _place(self) -> Path:
        if self._copy is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            copy = self._folder / f"{uuid4().hex}.heiltid"
            self._lock = lock_unit(copy)
            self._copy = copy
            original = None if self._original is None else str(self._original.resolve())
            _note(copy).write_text(json.dumps({"original": original}), encoding="utf-8")
        return self._copy

    def _remove(self) -> None:
        copy, self._copy = self._copy, None
        lock, self._lock = self._lock, None
        if copy is not None and lock is not None:
            _remove_copy(copy)  # while it is ours: nobody may offer it in between
            lock.release()
            forget(copy)

    def _complain(self, error: Exception) -> None:
        if not self._has_complained:
            self._has_complained = True
            self.failed.emit(type(error).__name__)


def left_behind(folder: Path) -> tuple[Left, ...]:
    """Copies of programs that died, newest first. Copies still in use or unreadable are passed over."""
    if not folder.is_dir():
        return ()
    found = (_left(copy) for copy in folder.glob("*.heiltid"))
    return tuple(sorted((left for left in found if left is not None), key=_age, reverse=True))


def _age(left: Left) -> datetime:
    return left.kept_at


def _left(copy: Path) -> Left | None:
    try:
        with lock_unit(copy):
            kept_at = datetime.fromtimestamp(copy.stat().st_mtime)
            return Left(copy=copy, kept_at=kept_at, original=_original(copy), file=open_unit(copy))
    except (HeiltidError, OSError):  # in use, not understood, or gone by now
        return None


def _original(copy: Path) -> Path | None:
    try:
        found = json.loads(_note(copy).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    name = found.get("original") if isinstance(found, dict) else None
    return Path(name) if isinstance(name, str) else None


def forget(copy: Path) -> None:
    """Remove a copy and what stands beside it. What another program holds stays."""
    _remove_copy(copy)
    with suppress(OSError):
        copy.with_name(f".{copy.name}.lock").unlink(missing_ok=True)


def _remove_copy(copy: Path) -> None:
    leftovers = copy.parent.glob(f".{copy.name}.*.tmp")  # of a program killed while it wrote
    for path in (copy, _note(copy), *leftovers):
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _note(copy: Path) -> Path:
    """What is known of a copy: the file it belongs to."""
    return copy.with_suffix(".json")

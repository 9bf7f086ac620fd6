"""The unit's file on disk: opening, saving, the lock, and the copy kept for recovery."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from heiltid.errors import HeiltidError, StoreError
from heiltid.exchange.files import STORE_SUFFIX, Loaded, kind_of, read_file
from heiltid.model import UnitFile
from heiltid.store import UnitLock, lock_unit, save_unit
from ui.document import Document
from ui.recovery import Recovery
from ui.settings import Settings


class Files(QObject):
    """Which file the document stands in. A workbook is imported, never written over."""

    path_changed = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._settings = settings
        self._lock: UnitLock | None = None
        self.path: Path | None = None
        self.suggested_name = ""
        self.recovery = Recovery(document, settings.recovery_folder, self)

    def open(self, path: Path) -> Loaded:
        """Open a .heiltid file for writing, or take in a workbook as a unit that stands in no file yet.

        So is a .heiltid file where nobody may write, such as one on a disk that is only read. Raises
        InputError with every problem, or StoreError (`locked`: open in another window); then nothing has
        changed.
        """
        is_ours = kind_of(path) == STORE_SUFFIX and self._holds(path)
        lock = None if is_ours else _lock_to_write(path)
        try:
            loaded = read_file(path)
        except HeiltidError:
            if lock is not None:
                lock.release()
            raise
        if not is_ours:
            self._take(lock, None if lock is None else path)
        self.suggested_name = path.stem
        self._document.load(loaded.file)
        self.recovery.start(self.path)
        self._settings.add_recent(path)
        self.path_changed.emit()
        return loaded

    def start_new(self, file: UnitFile, name: str = "") -> None:
        """A unit that stands in no file yet."""
        self._take(None, None)
        self.suggested_name = name or file.unit.name
        self._document.load(file)
        self.recovery.start(None)
        self.path_changed.emit()

    def save(self, path: Path | None = None) -> Path:
        """Save where the document stands, or at `path` from now on.

        Raises StoreError; ValueError where there is no path yet.
        """
        target = path or self.path
        if target is None:
            raise ValueError("a place to save in is needed")
        if target.suffix.lower() != STORE_SUFFIX:
            target = target.with_name(target.name + STORE_SUFFIX)
        lock = None if self._holds(target) else lock_unit(target)
        try:
            save_unit(target, self._document.file)
        except HeiltidError:
            if lock is not None:
                lock.release()
            raise
        if lock is not None:
            self._take(lock, target)
        self._document.mark_saved()
        self._settings.add_recent(target)
        self.recovery.start(self.path)
        self.path_changed.emit()
        return target

    def close(self) -> None:
        """Let go of the file; what was kept for recovery is no longer needed."""
        self.recovery.finish()
        self._take(None, None)

    def _holds(self, path: Path) -> bool:
        return self._lock is not None and self.path is not None and self.path.resolve() == path.resolve()

    def _take(self, lock: UnitLock | None, path: Path | None) -> None:
        if self._lock is not None:
            self._lock.release()
        self._lock, self.path = lock, path


def _lock_to_write(path: Path) -> UnitLock | None:
    """The lock on a .heiltid file; None for what cannot be saved in place. Raises StoreError."""
    if path.suffix.lower() != STORE_SUFFIX or not path.is_file():
        return None
    try:
        return lock_unit(path)
    except StoreError as error:
        if error.key == "no_permission":
            return None
        raise


__all__ = ["Files", "StoreError"]

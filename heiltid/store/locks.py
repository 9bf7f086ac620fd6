"""One writer at a time: a lock file beside the unit's file, freed by the system if its holder dies."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from heiltid.errors import StoreError
from heiltid.store.trouble import file_errors

_held: dict[Path, UnitLock] = {}


class UnitLock:
    """The right to write one file. Use it with `with`, or call release()."""

    def __init__(self, path: Path) -> None:
        self.path = Path(os.path.realpath(path))
        self._lock = FileLock(self.path.with_name(f".{self.path.name}.lock"), timeout=0, thread_local=False)

    def acquire(self) -> None:
        """Raises StoreError: `locked` when this or another process has it, `no_permission`."""
        if self.path in _held:
            raise StoreError("locked", name=self.path.name)
        with file_errors(self.path):
            self.path.parent.stat()  # filelock would make a missing folder
            try:
                self._lock.acquire()
            except Timeout:
                raise StoreError("locked", name=self.path.name) from None
        _held[self.path] = self

    def release(self) -> None:
        """Free the file for others; doing it twice does no harm."""
        if _held.get(self.path) is self:
            del _held[self.path]
            self._lock.release()

    def __enter__(self) -> UnitLock:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()


def lock_unit(path: Path) -> UnitLock:
    """Take the file for writing until released. Raises StoreError (see UnitLock.acquire)."""
    lock = UnitLock(path)
    lock.acquire()
    return lock


def holds_lock(path: Path) -> bool:
    """Whether this process has the file for writing."""
    return Path(os.path.realpath(path)) in _held

"""The .heiltid file: one unit with all its plans, in SQLite, saved whole or not at all.

SQLAlchemy is loaded when a file is first opened or saved, not by every program that may do so.
"""

from __future__ import annotations

from pathlib import Path

from heiltid.model import UnitFile
from heiltid.store.locks import UnitLock, lock_unit

SUFFIX = ".heiltid"

__all__ = ["SUFFIX", "UnitLock", "lock_unit", "open_unit", "save_unit"]


def open_unit(path: Path) -> UnitFile:
    """The unit and plans in a .heiltid file; see unit_file.open_unit."""
    from heiltid.store import unit_file

    return unit_file.open_unit(path)


def save_unit(path: Path, file: UnitFile) -> None:
    """Write the file whole, or not at all; see unit_file.save_unit."""
    from heiltid.store import unit_file

    unit_file.save_unit(path, file)

"""The .heiltid file: one unit with all its plans, in SQLite, saved whole or not at all."""

from heiltid.store.locks import UnitLock, lock_unit
from heiltid.store.unit_file import SUFFIX, open_unit, save_unit

__all__ = ["SUFFIX", "UnitLock", "lock_unit", "open_unit", "save_unit"]

"""Files of any kind Heiltid knows, told apart by the end of their name.

What reads and writes a format is loaded when a file of it is: each brings large libraries along.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from heiltid.errors import Problem, StoreError
from heiltid.model import UnitFile
from heiltid.store import SUFFIX as STORE_SUFFIX
from heiltid.store import open_unit, save_unit
from heiltid.texts import Language

WORKBOOK_SUFFIX = ".xlsx"
SUFFIXES = (WORKBOOK_SUFFIX, STORE_SUFFIX)


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What a file holds, and what was odd in it."""

    file: UnitFile
    warnings: tuple[Problem, ...] = ()


def kind_of(path: Path) -> str:
    """The suffix of a file Heiltid knows. Raises StoreError `unknown_suffix`."""
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise StoreError("unknown_suffix", name=path.name, allowed=", ".join(SUFFIXES))
    return suffix


def read_file(path: Path) -> Loaded:
    """A unit with its plans. Raises InputError with every problem, or StoreError."""
    if path.is_dir():
        raise StoreError("is_folder", name=path.name or str(path))
    kind = kind_of(path)
    if not path.exists():
        raise StoreError("missing", name=path.name)
    if kind == STORE_SUFFIX:
        return Loaded(file=open_unit(path))
    from heiltid.exchange.workbook.read import read_workbook

    found = read_workbook(path)
    return Loaded(file=found.file, warnings=found.warnings)


def check_target(path: Path, *, inputs: tuple[Path, ...], suffixes: tuple[str, ...]) -> None:
    """Refuse a place that cannot be written or that is an input, before any long work is begun.

    Raises StoreError.
    """
    if path.is_dir():
        raise StoreError("is_folder", name=path.name or str(path))
    if path.exists() and not path.is_file():
        raise StoreError("no_file", name=str(path))
    if path.suffix.lower() not in suffixes:
        raise StoreError("unknown_suffix", name=path.name, allowed=", ".join(suffixes))
    if not path.parent.is_dir():
        raise StoreError("no_folder", name=path.name, folder=str(path.parent))
    if not os.access(path.parent, os.W_OK):
        raise StoreError("no_permission", name=path.name)
    if any(_is_same(path, source) for source in inputs):
        raise StoreError("is_input", name=path.name)


def check_json_target(path: Path, *, inputs: tuple[Path, ...]) -> None:
    """As `check_target`, for a file of figures: any name but that of a unit, which would be lost."""
    check_target(path, inputs=inputs, suffixes=(path.suffix.lower(),))
    if path.suffix.lower() in SUFFIXES:
        raise StoreError("json_is_unit", name=path.name)


def free_name(path: Path) -> Path:
    """A name beside `path` that nobody uses: new.xlsx gives new-2.xlsx, else new-3.xlsx, ..."""
    tries = (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))
    return next(entry for entry in tries if not entry.exists())


def _is_same(path: Path, other: Path) -> bool:
    if path.exists() and other.exists():
        return path.samefile(other)
    return path.resolve() == other.resolve()


def save_file(path: Path, file: UnitFile, language: Language) -> None:
    """A unit with its plans, in the format of the file's name. Raises StoreError or OSError.

    A workbook is a contract with other programs: it carries today's rota and the one before, not the
    scenarios, the run a plan came from, what was decided about it, nor the booking. A .heiltid file keeps
    all.
    """
    if kind_of(path) == STORE_SUFFIX:
        save_unit(path, file)
    else:
        from heiltid.exchange.workbook.write import write_unit

        write_unit(path, file, language)

"""Opening and saving a .heiltid file: one unit with all its plans.

Opening reads the bytes once and changes nothing. Saving writes a complete new file beside the old
one and puts it in its place; a file of an older format is copied aside first.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import count
from pathlib import Path
from sqlite3 import Connection as SqliteConnection
from sqlite3 import Error as SqliteError

from sqlalchemy import Connection, text
from sqlalchemy.exc import SQLAlchemyError

from heiltid.atomic import write_atomically
from heiltid.errors import HeiltidError, InternalError, StoreError
from heiltid.model import UnitFile
from heiltid.store import tables
from heiltid.store.content import (
    check_rule_book,
    make_current,
    memory_database,
    read_booking,
    read_content,
    revision_of,
    to_bytes,
)
from heiltid.store.faults import first_fault
from heiltid.store.fingerprint import has_its_fingerprint
from heiltid.store.locks import holds_lock, lock_unit
from heiltid.store.trouble import file_errors

MAXIMUM_BYTES = 256 * 1024 * 1024  # a thousand times a large unit
SQLITE_MAGIC = b"SQLite format 3\0"
APPLICATION_ID_AT = slice(68, 72)
ODD_CONTENT = (
    *(SqliteError, SQLAlchemyError, ValueError, LookupError, TypeError, AttributeError),
    *(ArithmeticError, RecursionError),  # figures beyond all measure, texts without a bottom
)


def open_unit(path: Path) -> UnitFile:
    """The unit, plans and booking in a .heiltid file, whatever format it is in.

    Raises StoreError: missing, is_folder, no_permission, unusable, too_large, not_heiltid, damaged,
    newer (made by a later Heiltid), rule_book (needs one this Heiltid lacks), booking (what it holds of
    open shifts does not fit together). Raises InternalError for a file that is just as it was saved and
    yet not understood.
    """
    content = _read(path)
    if not _is_heiltid(content):
        raise StoreError("not_heiltid", name=path.name)
    with memory_database(content) as (connection, raw):
        with _reasons_hidden(StoreError("damaged", name=path.name)):
            revision = _checked_revision(path, connection, raw)
        with _reasons_hidden(InternalError(f"a whole file of format {revision} is not understood")):
            make_current(connection)
            file = read_content(connection)
        check_rule_book(file.unit, path.name)
        with _reasons_hidden(StoreError("booking", name=path.name)):
            booking = read_booking(connection, path.name)
    return file if booking is None else replace(file, booking=booking)


def _read(path: Path) -> bytes:
    with file_errors(path), path.open("rb") as stream:
        content = stream.read(MAXIMUM_BYTES + 1)
    if len(content) > MAXIMUM_BYTES:
        raise StoreError("too_large", name=path.name)
    return content


def _is_heiltid(content: bytes) -> bool:
    wanted = tables.APPLICATION_ID.to_bytes(4, "big")
    return content.startswith(SQLITE_MAGIC) and content[APPLICATION_ID_AT] == wanted


@contextmanager
def _reasons_hidden(shown: HeiltidError) -> Iterator[None]:
    """Raises `shown` for whatever odd content makes the block fail.

    `from None`: the reason may quote what stands in the file, and that is about people.
    """
    try:
        yield
    except ODD_CONTENT:
        raise shown from None


def _checked_revision(path: Path, connection: Connection, raw: SqliteConnection) -> str:
    """The format of a file that is whole. Raises StoreError for a newer one, and ValueError."""
    if connection.execute(text("PRAGMA integrity_check")).scalar() != "ok":
        raise ValueError("pages do not hang together")
    revision = revision_of(connection)
    if revision > tables.CURRENT_REVISION:
        raise StoreError("newer", name=path.name, program=_program(connection))
    if not has_its_fingerprint(raw):
        raise ValueError("the content is not what was saved")
    return revision


def _program(connection: Connection) -> str:
    """The version of the program that made the file, or ? where a later format hides it."""
    try:
        found = connection.execute(text("SELECT value FROM about WHERE key = 'program'")).scalar()
    except SQLAlchemyError:
        return "?"
    return str(found or "?")


def save_unit(path: Path, file: UnitFile) -> None:
    """Write the file whole, or not at all.

    Uses this process's lock on the path if it has one, else takes one while it writes. Raises
    StoreError: locked, no_permission, disk_full, missing (the folder), is_folder, unusable; and
    InternalError when the values contradict one another. A file of an older format that stands
    there is kept beside it under a new name.
    """
    fault = first_fault(file)
    if fault is not None:
        raise InternalError(f"a unit that could not be opened again was to be saved: {fault}")
    content = to_bytes(file)
    with nullcontext() if holds_lock(path) else lock_unit(path):
        _keep_older(path)
        with file_errors(path):
            write_atomically(path, content)


def _keep_older(path: Path) -> None:
    """Copy a file of an older format aside, under a name of its own, before it is replaced."""
    if not path.is_file():
        return
    content = _read(path)
    revision = _older_revision(content)
    if revision is None:
        return
    with file_errors(path):
        for copy in _backup_names(Path(os.path.realpath(path)), revision):
            if not copy.exists():
                write_atomically(copy, content)
                return
            if copy.read_bytes() == content:
                return


def _older_revision(content: bytes) -> str | None:
    """The format of a .heiltid file older than the current one; None for anything else."""
    if not _is_heiltid(content):
        return None
    try:
        with memory_database(content) as (connection, _):
            revision = revision_of(connection)
    except (SqliteError, SQLAlchemyError):
        return None
    return revision if revision < tables.CURRENT_REVISION else None


def _backup_names(path: Path, revision: str) -> Iterator[Path]:
    """solbakken.format-0001.heiltid, solbakken.format-0001-2.heiltid, ..."""
    yield path.with_name(f"{path.stem}.format-{revision}{path.suffix}")
    for number in count(2):
        yield path.with_name(f"{path.stem}.format-{revision}-{number}{path.suffix}")

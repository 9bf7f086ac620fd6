"""A whole file's content: from a unit with its plans to the bytes of a SQLite database, and back.

Everything happens in memory: the file on disk is read once and written once, so no journal, no
half-written page and no deleted name can ever stand in it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert, select, text
from sqlalchemy.pool import StaticPool

from heiltid import __version__
from heiltid.errors import StoreError
from heiltid.model import Plan, Unit, UnitFile
from heiltid.model.asking import Booking
from heiltid.model.booking import RollOut
from heiltid.rulebook import book_names
from heiltid.store import tables
from heiltid.store.booking_rows import booking_from_rows, booking_rows
from heiltid.store.faults import booking_fault, content_fault
from heiltid.store.fingerprint import add_fingerprint
from heiltid.store.packing import packed, unpacked
from heiltid.store.plan_rows import plan_rows, plans_from_rows
from heiltid.store.unit_rows import LIST_MAPPINGS, numbered, unit_from_row, unit_row

VERSION_TABLE = "alembic_version"


@contextmanager
def memory_database(content: bytes | None = None) -> Iterator[tuple[Connection, sqlite3.Connection]]:
    """A database in memory, filled with `content` if given; committed at the end of the block.

    Errors never carry the values that were being stored (hide_parameters): these are people's names.
    """
    raw = sqlite3.connect(":memory:", check_same_thread=False)
    engine = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool, hide_parameters=True)
    try:
        if content is not None:
            raw.deserialize(content)
        raw.execute("PRAGMA trusted_schema = OFF")  # the file may come from anybody
        with engine.begin() as connection:
            yield connection, raw
    finally:
        engine.dispose()
        raw.close()


def to_bytes(file: UnitFile) -> bytes:
    """The file's content as a complete SQLite database of the current revision."""
    with memory_database() as (connection, raw):
        connection.execute(text(f"PRAGMA application_id = {tables.APPLICATION_ID}"))
        tables.metadata.create_all(connection)
        connection.execute(
            text(f"CREATE TABLE {VERSION_TABLE} (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
        )
        connection.execute(text(f"INSERT INTO {VERSION_TABLE} VALUES ('{tables.CURRENT_REVISION}')"))
        connection.execute(insert(tables.about), [{"key": "program", "value": __version__}])
        _insert_unit(connection, file.unit)
        for table, rows in plan_rows(file.plans):
            _insert(connection, table, rows)
        if file.booking is not None:
            for table, rows in booking_rows(file.booking, _base_bytes(file.booking.rollout)):
                _insert(connection, table, rows)
        add_fingerprint(raw)
        connection.commit()
        return raw.serialize()


def _base_bytes(rollout: RollOut | None) -> bytes | None:
    """The base of a roll-out as a whole file of its own: so it comes along when the format changes."""
    if rollout is None:
        return None
    return packed(to_bytes(UnitFile(unit=rollout.base_unit, plans=(rollout.base_plan,))))


def _insert_unit(connection: Connection, unit: Unit) -> None:
    _insert(connection, tables.unit, numbered([unit_row(unit)]))
    for name, table, to_row, _ in LIST_MAPPINGS:
        _insert(connection, table, numbered(to_row(value) for value in getattr(unit, name)))


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def revision_of(connection: Connection) -> str:
    """The format of an open database: revisions are four digits and sort as words."""
    return str(connection.execute(text(f"SELECT version_num FROM {VERSION_TABLE}")).scalar_one())


def make_current(connection: Connection) -> None:
    """Bring an open database of an older format up to the current one."""
    if revision_of(connection) < tables.CURRENT_REVISION:
        from heiltid.store.migrate import migrate  # here: alembic is only loaded for older files

        migrate(connection, tables.CURRENT_REVISION)


def read_content(connection: Connection) -> UnitFile:
    """The unit and plans of a database of the current revision.

    Raises ValueError, KeyError, TypeError or sqlalchemy's errors when it holds anything else.
    """
    lists = {
        name: tuple(from_row(row) for row in _rows(connection, table))
        for name, table, _, from_row in LIST_MAPPINGS
    }
    (only_unit,) = _rows(connection, tables.unit)
    plans = plans_from_rows(lambda table: _rows(connection, table))
    file = UnitFile(unit=unit_from_row(only_unit, lists), plans=plans)
    fault = content_fault(file)
    if fault is not None:
        raise ValueError(fault)
    return file


def read_booking(connection: Connection, name: str) -> Booking | None:
    """The booking of a database of the current revision; `name`: of the file. Raises as `read_content`.

    Raises StoreError `rule_book` when the roll-out rests on one this Heiltid lacks.
    """

    def base(content: bytes) -> tuple[Unit, Plan]:
        with memory_database(unpacked(content)) as (inner, _):
            make_current(inner)
            file = read_content(inner)
        (plan,) = file.plans
        check_rule_book(file.unit, name)
        return file.unit, plan

    booking = booking_from_rows(lambda table: _rows(connection, table), base)
    fault = None if booking is None else booking_fault(booking)
    if fault is not None:
        raise ValueError(fault)
    return booking


def check_rule_book(unit: Unit, name: str) -> None:
    """Raises StoreError `rule_book` for a unit of the file `name` that goes by rules we have not."""
    if unit.rule_book not in book_names():
        raise StoreError("rule_book", name=name, book=unit.rule_book)


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    """The rows in their order, without the column that only carries the order."""
    found = connection.execute(select(table).order_by(*table.primary_key)).mappings()
    return [{name: value for name, value in row.items() if name != "position"} for row in found]

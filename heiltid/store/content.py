"""A whole file's content: from a unit with its plans to the bytes of a SQLite database, and back.

Everything happens in memory: the file on disk is read once and written once, so no journal, no
half-written page and no deleted name can ever stand in it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Table, create_engine, insert, select, text
from sqlalchemy.pool import StaticPool

from heiltid import __version__
from heiltid.model import HISTORY_DAYS, Plan, PlanRole, Unit, UnitFile
from heiltid.store import tables
from heiltid.store.fingerprint import add_fingerprint
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
        add_fingerprint(raw)
        connection.commit()
        return raw.serialize()


def _insert_unit(connection: Connection, unit: Unit) -> None:
    _insert(connection, tables.unit, numbered([unit_row(unit)]))
    for name, table, to_row, _ in LIST_MAPPINGS:
        _insert(connection, table, numbered(to_row(value) for value in getattr(unit, name)))


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


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
    fault = first_fault(file)
    if fault is not None:
        raise ValueError(fault)
    return file


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    """The rows in their order, without the column that only carries the order."""
    found = connection.execute(select(table).order_by(*table.primary_key)).mappings()
    return [{name: value for name, value in row.items() if name != "position"} for row in found]


def first_fault(file: UnitFile) -> str | None:
    """What makes a file's values unusable together, without any name in it; None when nothing does.

    Asked before saving and after opening, so that whatever was saved can be opened.
    """
    unit = file.unit
    codes = {shift.code for shift in unit.shifts}
    people = {person.number for person in unit.employees}
    if len(codes) != len(unit.shifts) or len(people) != len(unit.employees):
        return "a shift code or an employee number stands twice"
    if any(row.shift is not None and row.shift not in codes for row in unit.demand):
        return "demand for an unknown shift code"
    roles = Counter(plan.role for plan in file.plans)
    if roles[PlanRole.TODAY] > 1 or roles[PlanRole.BEFORE] > 1:
        return "more than one rota of today"
    faults = (_plan_fault(plan, unit.day_count, codes, people) for plan in file.plans)
    return next((fault for fault in faults if fault is not None), None)


def _plan_fault(plan: Plan, day_count: int, codes: set[str], people: set[str]) -> str | None:
    if len({row.employee for row in plan.rows}) != len(plan.rows):
        return "a person has two lines in one plan"
    for row in plan.rows:
        if row.employee not in people:
            return "a line of a plan belongs to nobody"
        if len(row.cells) != day_count or len(row.history) not in (0, HISTORY_DAYS):
            return "a line of a plan has a wrong number of days"
        used = {cell.shift for cell in (*row.cells, *row.history) if cell.shift is not None}
        if not used <= codes:
            return "a plan uses an unknown shift code"
    for decision in plan.decisions:
        if decision.employee is not None and decision.employee not in people:
            return "a decision is about nobody"
        if not all(-HISTORY_DAYS <= day < day_count for day in decision.days):
            return "a decision is about days outside the plan"
    return None

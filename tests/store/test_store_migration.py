"""Older files: migrated in memory, kept beside when saved over; and the migrations make the tables."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from types import ModuleType

import first_format
import pytest
import second_format
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from builders import unit

from heiltid.model import UnitFile
from heiltid.store import migrate, open_unit, save_unit, tables
from heiltid.store.content import memory_database

LATER = """
import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade():
    with op.batch_alter_table("unit") as table:
        table.add_column(sa.Column("note", sa.Text(), nullable=False, server_default=""))
    op.execute("UPDATE unit SET name = name || ' (migrated)'")
"""


@pytest.fixture
def older(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of today's format under a Heiltid whose format is 0004 with one more real migration."""
    path = tmp_path / "eining.heiltid"
    save_unit(path, UnitFile(unit=unit(name="Solbakken")))
    scripts = tmp_path / "scripts"
    shutil.copytree(migrate.SCRIPTS, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "r0004_later.py").write_text(LATER, encoding="utf-8")
    monkeypatch.setattr(migrate, "SCRIPTS", scripts)
    monkeypatch.setattr(tables, "CURRENT_REVISION", "0004")
    return path


def test_an_older_file_is_migrated_without_being_touched(older: Path) -> None:
    before = older.read_bytes()
    assert open_unit(older).unit.name == "Solbakken (migrated)"
    assert older.read_bytes() == before


def test_saving_over_an_older_file_keeps_it_beside_once(older: Path) -> None:
    before = older.read_bytes()
    save_unit(older, open_unit(older))
    backup = older.with_name("eining.format-0003.heiltid")
    assert backup.read_bytes() == before
    assert open_unit(older).unit.name == "Solbakken (migrated)"
    save_unit(older, UnitFile(unit=unit(name="again")))
    assert len(list(older.parent.glob("*.heiltid"))) == 2, "a current file needs no copy"


def test_a_backup_is_never_written_over(older: Path) -> None:
    before = older.read_bytes()
    taken = older.with_name("eining.format-0003.heiltid")
    taken.write_bytes(b"somebody's own")
    save_unit(older, UnitFile(unit=unit()))
    assert taken.read_bytes() == b"somebody's own"
    assert older.with_name("eining.format-0003-2.heiltid").read_bytes() == before


@pytest.mark.parametrize("older_format", [first_format, second_format])
def test_a_real_file_of_an_older_format_opens_with_all_its_content(older_format: ModuleType) -> None:
    before = older_format.PATH.read_bytes()
    assert b"0.1.0" in before
    assert open_unit(older_format.PATH) == older_format.CONTENT
    assert older_format.PATH.read_bytes() == before


@pytest.mark.parametrize(("older_format", "name"), [(first_format, "0001"), (second_format, "0002")])
def test_a_real_file_of_an_older_format_is_kept_aside_when_saved(
    tmp_path: Path, older_format: ModuleType, name: str
) -> None:
    path = tmp_path / "solbakken.heiltid"
    shutil.copyfile(older_format.PATH, path)
    save_unit(path, open_unit(path))
    kept = path.with_name(f"solbakken.format-{name}.heiltid")
    assert kept.read_bytes() == older_format.PATH.read_bytes()
    assert open_unit(path) == older_format.CONTENT
    with sqlite3.connect(path) as database:
        (revision,) = database.execute("SELECT version_num FROM alembic_version").fetchone()
    database.close()
    assert revision == tables.CURRENT_REVISION == "0003"


def test_the_newest_migration_is_the_current_format() -> None:
    assert ScriptDirectory(str(migrate.SCRIPTS)).get_heads() == [tables.CURRENT_REVISION]


def test_the_migrations_make_the_very_tables_that_are_saved() -> None:
    with memory_database() as (connection, _):
        migrate.migrate(connection, tables.CURRENT_REVISION)
        context = MigrationContext.configure(connection)
        assert compare_metadata(context, tables.metadata) == []

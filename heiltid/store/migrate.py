"""Older files made current. Only a copy in memory is ever migrated, never the file itself."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util.exc import CommandError
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"


def migrate(connection: Connection, revision: str) -> None:
    """Bring the database behind the connection up to `revision`.

    Raises sqlalchemy's errors, or ValueError for a database of a revision the scripts do not know.
    """
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, revision)
    except CommandError as error:
        raise ValueError("no migration leads from this format") from error

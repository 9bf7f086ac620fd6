"""A fingerprint of everything in a file, kept in the file: SQLite itself does not notice a changed digit."""

from __future__ import annotations

import hashlib
import json
import sqlite3

KEY = "fingerprint"


def add_fingerprint(database: sqlite3.Connection) -> None:
    """Put the fingerprint of all that stands in the database into its table `about`."""
    database.execute("INSERT INTO about (key, value) VALUES (?, ?)", (KEY, _fingerprint(database)))


def has_its_fingerprint(database: sqlite3.Connection) -> bool:
    """Whether the content is what was saved. Raises sqlite3.Error or TypeError for odd databases."""
    found = database.execute("SELECT value FROM about WHERE key = ?", (KEY,)).fetchone()
    return found is not None and found[0] == _fingerprint(database)


def _fingerprint(database: sqlite3.Connection) -> str:
    """SHA-256 over the tables' definitions and all their rows, but for the fingerprint itself."""
    digest = hashlib.sha256()
    definitions = database.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    digest.update(json.dumps(definitions).encode())
    for table in (name for kind, name, _ in definitions if kind == "table"):
        quoted = '"' + table.replace('"', '""') + '"'
        for row in database.execute(f"SELECT * FROM {quoted} ORDER BY rowid"):
            if (table, row[0]) != ("about", KEY):
                digest.update(json.dumps([table, *row], default=bytes.hex).encode())
    return digest.hexdigest()

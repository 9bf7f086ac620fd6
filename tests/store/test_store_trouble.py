"""Files that cannot be opened or saved: each says why, and nothing is lost."""

from __future__ import annotations

import errno
import os
import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from builders import person, unit

from heiltid.errors import InternalError, StoreError
from heiltid.model import UnitFile
from heiltid.store import open_unit, save_unit, tables, unit_file
from heiltid.texts import Language, text

FILE = UnitFile(unit=unit(name="Solbakken", employees=(person("1", name="Kari Nordmann"),)))


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "solbakken.heiltid"
    save_unit(path, FILE)
    return path


def key_of(action: Callable[[], object]) -> str:
    with pytest.raises(StoreError) as caught:
        action()
    error = caught.value
    for language in Language:
        assert text(f"file.{error.key}", language, **error.values)
    assert "Nordmann" not in f"{error!r} {error.__cause__!r} {error.values}"
    return error.key


def test_a_missing_file_and_a_missing_folder(tmp_path: Path) -> None:
    assert key_of(lambda: open_unit(tmp_path / "x.heiltid")) == "missing"
    assert key_of(lambda: save_unit(tmp_path / "no" / "x.heiltid", FILE)) == "missing"
    assert not (tmp_path / "no").exists()


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    (tmp_path / "x.heiltid").mkdir()
    assert key_of(lambda: open_unit(tmp_path / "x.heiltid")) in {"is_folder", "no_permission"}
    assert key_of(lambda: save_unit(tmp_path / "x.heiltid", FILE)) in {"is_folder", "no_permission"}
    assert not [entry for entry in tmp_path.iterdir() if entry.suffix == ".tmp"]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 a workbook", b"SQLite format 3\0" + bytes(200)])
def test_other_files_are_not_ours(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.heiltid"
    path.write_bytes(content)
    assert key_of(lambda: open_unit(path)) == "not_heiltid"
    assert path.read_bytes() == content


def test_a_file_beyond_all_measure_is_not_read_whole(saved: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unit_file, "MAXIMUM_BYTES", saved.stat().st_size - 1)
    assert key_of(lambda: open_unit(saved)) == "too_large"


def test_a_cut_file_is_damaged_wherever_it_is_cut(saved: Path) -> None:
    whole = saved.read_bytes()
    for length in range(100, len(whole), len(whole) // 40):
        saved.write_bytes(whole[:length])
        assert key_of(lambda: open_unit(saved)) == "damaged"


def opened_or_key(path: Path) -> UnitFile | str:
    try:
        return open_unit(path)
    except StoreError as error:
        return error.key


def test_changed_bytes_are_noticed_or_harmless(saved: Path) -> None:
    """Any three bytes changed: the content is what was saved, or the file is refused; never a third."""
    whole = saved.read_bytes()
    dice = random.Random(7)
    outcomes = []
    for _ in range(150):
        spoilt = bytearray(whole)
        for _ in range(3):
            spoilt[dice.randrange(100, len(spoilt))] = dice.randrange(256)
        saved.write_bytes(spoilt)
        outcomes.append(opened_or_key(saved))
        assert saved.read_bytes() == spoilt
    assert all(outcome in (FILE, "damaged", "newer") for outcome in outcomes)
    assert outcomes.count("damaged") > 5


def test_content_that_is_whole_but_not_understood_is_our_fault(
    saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ValueError("Nordmann")

    monkeypatch.setattr(unit_file, "read_content", fail)
    with pytest.raises(InternalError) as caught:
        open_unit(saved)
    assert "Nordmann" not in repr(caught.value)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE employee SET name = 'Ola Nordmann'",
        "DELETE FROM about",
        "DELETE FROM alembic_version",
        "DROP TABLE wish",
        "UPDATE unit SET kind = 'Nordmann'",
        "UPDATE alembic_version SET version_num = '0000'",
    ],
)
def test_a_file_edited_by_other_means_is_refused(saved: Path, statement: str) -> None:
    with sqlite3.connect(saved) as database:
        database.execute(statement)
    database.close()
    before = saved.read_bytes()
    assert key_of(lambda: open_unit(saved)) == "damaged"
    assert saved.read_bytes() == before


def test_a_file_from_a_later_version_says_which(saved: Path) -> None:
    with sqlite3.connect(saved) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
        database.execute("UPDATE about SET value = '7.5' WHERE key = 'program'")
    database.close()
    with pytest.raises(StoreError) as caught:
        open_unit(saved)
    assert (caught.value.key, caught.value.values["program"]) == ("newer", "7.5")


def test_a_rule_book_we_lack_is_named(tmp_path: Path) -> None:
    path = tmp_path / "x.heiltid"
    save_unit(path, UnitFile(unit=unit(rule_book="svensk")))
    with pytest.raises(StoreError) as caught:
        open_unit(path)
    assert (caught.value.key, caught.value.values["book"]) == ("rule_book", "svensk")


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EACCES, "no_permission"),
        (errno.EROFS, "no_permission"),
        (errno.EIO, "unusable"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_when_the_disk_refuses_the_old_file_stays(
    saved: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, key: str
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = saved.read_bytes()
    monkeypatch.setattr(os, step, refuse)
    assert key_of(lambda: save_unit(saved, UnitFile(unit=unit(name="ny")))) == key
    assert saved.read_bytes() == before
    assert {entry.name for entry in saved.parent.iterdir()} <= {saved.name, f".{saved.name}.lock"}


def test_opening_leaves_no_trace(saved: Path) -> None:
    before = {entry.name: entry.read_bytes() for entry in saved.parent.iterdir()}
    open_unit(saved)
    assert {entry.name: entry.read_bytes() for entry in saved.parent.iterdir()} == before
    assert saved.read_bytes()[68:72] == tables.APPLICATION_ID.to_bytes(4, "big")

"""The unit's file: opened under a lock, saved whole, and nothing lost when either fails."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heiltid.errors import InputError, StoreError
from heiltid.exchange.files import read_file
from heiltid.model import UnitFile
from heiltid.store import open_unit, save_unit
from tests.ui.running import WARD, Running
from tests.ui.screens import SAMPLES
from ui.starting import bare_unit


@pytest.fixture
def own(qtbot: QtBot, tmp_path: Path) -> Path:
    """A saved unit."""
    path = tmp_path / "lia.heiltid"
    save_unit(path, WARD)
    return path


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path) -> Running:
    return Running(tmp_path / "settings")


def test_an_opened_file_is_ours_until_it_is_closed(own: Path, running: Running) -> None:
    running.files.open(own)
    assert (running.files.path, running.document.file) == (own, WARD)
    assert not running.document.is_modified
    other = Running(own.parent / "other")
    with pytest.raises(StoreError) as told:
        other.files.open(own)
    assert told.value.key == "locked"
    assert other.document.unit == bare_unit().unit  # nothing has changed there
    assert other.files.path is None
    running.files.close()
    other.files.open(own)
    assert other.document.file == WARD
    other.files.close()


def test_the_same_file_may_be_opened_again_here(own: Path, running: Running) -> None:
    running.files.open(own)
    running.edit()
    running.files.open(own)
    assert (running.document.file, running.document.is_modified) == (WARD, False)
    running.files.close()


def test_opening_another_lets_go_of_the_first(own: Path, running: Running) -> None:
    second = own.with_name("to.heiltid")
    save_unit(second, WARD)
    running.files.open(own)
    running.files.open(second)
    other = Running(own.parent / "other")
    other.files.open(own)
    other.files.close()
    running.files.close()


@pytest.mark.parametrize("content", [b"", b"rubbish", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_cannot_be_read_changes_nothing(own: Path, running: Running, content: bytes) -> None:
    running.files.open(own)
    bad = own.with_name("skadd.heiltid")
    bad.write_bytes(content)
    with pytest.raises(StoreError):
        running.files.open(bad)
    assert (running.files.path, running.document.file) == (own, WARD)
    with pytest.raises(StoreError):  # still locked by us
        Running(own.parent / "other").files.open(own)
    assert running.settings.recent[0] == own.resolve()
    running.files.close()
    other = Running(own.parent / "third")
    with pytest.raises(StoreError) as told:
        other.files.open(bad)
    assert told.value.key != "locked"  # the lock was given back


def test_a_file_that_is_gone_leaves_no_trace(own: Path, running: Running) -> None:
    with pytest.raises(StoreError) as told:
        running.files.open(own.with_name("borte.heiltid"))
    assert told.value.key == "missing"
    assert not list(own.parent.glob(".borte*"))


def test_a_workbook_becomes_a_unit_that_stands_in_no_file(running: Running) -> None:
    book = SAMPLES / "liten.xlsx"
    before = book.read_bytes()
    running.files.open(book)
    assert running.document.file == read_file(book).file
    assert (running.files.path, running.files.suggested_name) == (None, "liten")
    assert running.settings.recent == (book.resolve(),)
    with pytest.raises(ValueError, match="place"):
        running.files.save()
    assert book.read_bytes() == before


def test_a_bad_workbook_tells_every_problem(running: Running, tmp_path: Path) -> None:
    bad = tmp_path / "feil.xlsx"
    bad.write_bytes(b"PK not a workbook")
    with pytest.raises(InputError) as told:
        running.files.open(bad)
    assert told.value.problems


def test_save_puts_the_document_where_it_stands(own: Path, running: Running, qtbot: QtBot) -> None:
    running.files.open(own)
    running.edit("Lia 2")
    assert open_unit(own) == WARD
    with qtbot.waitSignal(running.files.path_changed):
        assert running.files.save() == own
    assert open_unit(own).unit.name == "Lia 2"
    assert not running.document.is_modified
    running.document.undo_stack.undo()
    assert running.document.is_modified  # undo after saving is a change
    running.files.close()


def test_save_as_moves_to_the_new_place_and_lets_go_of_the_old(own: Path, running: Running) -> None:
    running.files.open(own)
    running.edit("Lia 2")
    there = running.files.save(own.with_name("kopi"))
    assert there == own.with_name("kopi.heiltid")
    assert running.files.path == there
    assert (open_unit(own).unit.name, open_unit(there).unit.name) == ("Lia", "Lia 2")
    assert running.settings.recent[0] == there.resolve()
    other = Running(own.parent / "other")
    other.files.open(own)
    with pytest.raises(StoreError):
        other.files.open(there)
    other.files.close()
    running.files.close()


def test_a_place_somebody_else_has_open_is_refused(own: Path, running: Running) -> None:
    other = Running(own.parent / "other")
    other.files.open(own)
    running.edit("Mi")
    with pytest.raises(StoreError) as told:
        running.files.save(own)
    assert told.value.key == "locked"
    assert (running.document.is_modified, running.files.path) == (True, None)
    assert open_unit(own) == WARD
    other.files.close()


def test_a_failed_save_keeps_the_old_file_and_the_changes(
    own: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    running.files.open(own)
    running.edit()

    def full(path: Path, file: UnitFile) -> None:
        raise StoreError("disk_full", name=path.name)

    monkeypatch.setattr("ui.files.save_unit", full)
    for target in (None, own.with_name("anna.heiltid")):
        with pytest.raises(StoreError):
            running.files.save(target)
        assert (running.document.is_modified, running.files.path) == (True, own)
        assert open_unit(own) == WARD
    monkeypatch.undo()
    Running(own.parent / "other").files.save(own.with_name("anna.heiltid"))  # its lock was given back
    running.files.close()


@pytest.mark.skipif(sys.platform == "win32", reason="folders without write access are POSIX's")
def test_saving_into_a_folder_that_is_not_there(running: Running, tmp_path: Path) -> None:
    running.edit()
    with pytest.raises(StoreError) as told:
        running.files.save(tmp_path / "borte" / "lia.heiltid")
    assert told.value.key == "missing"
    assert running.document.is_modified


def test_a_file_nobody_may_write_to_can_be_looked_at_and_saved_elsewhere(
    own: Path, running: Running, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(path: Path) -> object:
        raise StoreError("no_permission", name=path.name)

    monkeypatch.setattr("ui.files.lock_unit", refused)  # whoever runs the tests may be allowed everything
    running.files.open(own)
    assert (running.document.file, running.files.path) == (WARD, None)
    assert running.files.suggested_name == "lia"
    monkeypatch.undo()
    running.edit("Lia 2")
    assert running.files.save(own.with_name("anna.heiltid")) == running.files.path
    assert open_unit(own) == WARD
    running.files.close()

"""The copy for the start after a crash: there while something is unsaved, gone when nothing is."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heiltid.errors import StoreError
from heiltid.model import UnitFile
from heiltid.store import open_unit
from tests.ui.running import WARD, Running
from ui import recovery
from ui.commands import recover
from ui.desk import Desk
from ui.recovery import forget, left_behind


@pytest.fixture
def running(qtbot: QtBot, tmp_path: Path) -> Running:
    made = Running(tmp_path)
    made.files.start_new(WARD)
    return made


def copies(running: Running) -> list[Path]:
    return sorted(running.settings.recovery_folder.glob("*.heiltid"))


def die(running: Running) -> None:
    """As a crash leaves it: the system frees the lock, the copy stays."""
    lock = running.files.recovery._lock
    assert lock is not None
    lock.release()
    running.files.recovery._timer.stop()


def test_a_change_is_copied_and_a_save_removes_the_copy(running: Running, tmp_path: Path) -> None:
    running.files.recovery.keep()
    assert copies(running) == []  # nothing has changed
    running.edit("Lia 2")
    running.files.recovery.keep()
    (copy,) = copies(running)
    assert open_unit(copy) == running.document.file
    running.edit("Lia 3")
    running.files.recovery.keep()
    assert copies(running) == [copy]  # renewed in its place
    assert open_unit(copy).unit.name == "Lia 3"
    running.files.save(tmp_path / "lia.heiltid")
    assert list(running.settings.recovery_folder.iterdir()) == []
    running.edit("Lia 4")
    running.files.recovery.keep()
    assert len(copies(running)) == 1
    running.files.close()
    assert list(running.settings.recovery_folder.iterdir()) == []


def test_a_change_taken_back_needs_no_copy(running: Running) -> None:
    running.edit()
    running.files.recovery.keep()
    running.document.undo_stack.undo()
    running.files.recovery.keep()
    assert copies(running) == []
    running.document.undo_stack.redo()
    running.files.recovery.keep()
    assert open_unit(copies(running)[0]) == running.document.file
    running.files.close()


def test_the_copy_is_written_by_itself(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert recovery.EVERY_MILLISECONDS <= 30_000  # what the house promises at most to lose
    monkeypatch.setattr(recovery, "EVERY_MILLISECONDS", 20)
    running = Running(tmp_path)
    running.edit()
    qtbot.waitUntil(lambda: bool(copies(running)), timeout=5_000)
    running.files.close()


def test_what_another_running_program_keeps_is_not_offered(running: Running) -> None:
    running.edit()
    running.files.recovery.keep()
    assert left_behind(running.settings.recovery_folder) == ()
    die(running)
    (left,) = left_behind(running.settings.recovery_folder)
    assert left.file == running.document.file
    assert left.original is None
    forget(left.copy)
    assert list(running.settings.recovery_folder.iterdir()) == []


def test_a_copy_knows_the_file_it_belongs_to(running: Running, tmp_path: Path) -> None:
    running.files.save(tmp_path / "lia.heiltid")
    running.edit()
    running.files.recovery.keep()
    die(running)
    (left,) = left_behind(running.settings.recovery_folder)
    assert left.original == (tmp_path / "lia.heiltid").resolve()


def test_the_newest_copy_is_offered_first(running: Running, tmp_path: Path) -> None:
    other = Running(tmp_path)
    for made, name in ((running, "eldst"), (other, "nyast")):
        made.edit(name)
        made.files.recovery.keep()
        die(made)
    first = next(copy for copy in copies(running) if open_unit(copy).unit.name == "eldst")
    os.utime(first, (1_000_000_000, 1_000_000_000))
    found = left_behind(running.settings.recovery_folder)
    assert [left.file.unit.name for left in found] == ["nyast", "eldst"]


@pytest.mark.parametrize("note", ["", "[]", '{"original": 3}', "rubbish"])
def test_a_copy_with_a_broken_note_is_still_offered(running: Running, note: str) -> None:
    running.edit()
    running.files.recovery.keep()
    die(running)
    copies(running)[0].with_suffix(".json").write_text(note, encoding="utf-8")
    (left,) = left_behind(running.settings.recovery_folder)
    assert left.original is None


def test_a_copy_that_is_damaged_is_passed_over(running: Running) -> None:
    running.edit()
    running.files.recovery.keep()
    die(running)
    (running.settings.recovery_folder / "skadd.heiltid").write_bytes(b"half a copy")
    assert len(left_behind(running.settings.recovery_folder)) == 1


def test_trouble_with_the_copy_is_told_once(
    running: Running, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, file: UnitFile) -> None:
        raise StoreError("disk_full", name=path.name)

    monkeypatch.setattr(recovery, "save_unit", full)
    told: list[str] = []
    running.files.recovery.failed.connect(told.append)
    for name in ("a", "b"):
        running.edit(name)
        assert not running.files.recovery.keep()
    assert told == ["StoreError"]
    monkeypatch.undo()
    assert running.files.recovery.keep()  # when there is room again
    assert open_unit(copies(running)[0]).unit.name == "b"
    running.files.close()


class Answers:
    """What the user says to each question, and what she was asked."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, headline: str, details: str, answers: object, parent: object) -> str:
        self.asked.append(headline)
        return self.answers.pop(0)


@pytest.fixture
def after_crash(running: Running, tmp_path: Path) -> Desk:
    """A program started after another has died with "Lia 2" unsaved."""
    running.edit("Lia 2")
    running.files.recovery.keep()
    die(running)
    fresh = Running(tmp_path)
    return Desk(fresh.document, fresh.files, fresh.settings, ("none",))


def test_recovered_work_is_unsaved_and_copied_again_before_the_old_copy_goes(
    after_crash: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recover, "choose", Answers("ui.ask.recover"))
    (old,) = after_crash.settings.recovery_folder.glob("*.heiltid")
    assert recover.offer_recovery(after_crash, None)
    assert after_crash.document.unit.name == "Lia 2"
    assert after_crash.document.is_modified
    assert after_crash.files.path is None
    (copy,) = after_crash.settings.recovery_folder.glob("*.heiltid")
    assert copy != old
    assert open_unit(copy).unit.name == "Lia 2"
    after_crash.files.close()


def test_a_copy_nobody_wants_now_is_asked_about_next_time(
    after_crash: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers("ui.ask.later", "ui.ask.throw_away")
    monkeypatch.setattr(recover, "choose", answers)
    assert not recover.offer_recovery(after_crash, None)
    assert after_crash.document.unit.name == ""
    assert not recover.offer_recovery(after_crash, None)
    assert list(after_crash.settings.recovery_folder.iterdir()) == []
    assert not recover.offer_recovery(after_crash, None)
    assert len(answers.asked) == 2
    assert "Lia 2" in answers.asked[0]


def test_a_copy_that_cannot_be_made_again_keeps_the_old_one(
    after_crash: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, file: UnitFile) -> None:
        raise StoreError("disk_full", name=path.name)

    monkeypatch.setattr(recover, "choose", Answers("ui.ask.recover"))
    monkeypatch.setattr(recovery, "save_unit", full)
    (old,) = after_crash.settings.recovery_folder.glob("*.heiltid")
    assert recover.offer_recovery(after_crash, None)
    assert old.exists()
    after_crash.files.close()


def test_the_note_holds_a_path_and_nothing_of_the_unit(running: Running) -> None:
    running.document.apply_unit("namn", replace(WARD.unit, name="Kari Nordmann"))
    running.files.recovery.keep()
    note = copies(running)[0].with_suffix(".json").read_text(encoding="utf-8")
    assert json.loads(note) == {"original": None}
    running.files.close()

"""After a fault of ours or a crash: the work is kept, and the user is told in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heiltid.store import open_unit
from heiltid.texts import Language
from tests.ui.screens import SAMPLES, close, program, sample, settle
from tests.ui.standins import Asked, Told, edit
from ui import mishaps
from ui.app import Program
from ui.commands import recover
from ui.mishaps import Mishaps
from ui.texts import tr
from ui.theme import ThemeName


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program_made = program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    program_made.desk.files.start_new(sample("liten"))
    program_made.window.show()
    yield program_made
    close(program_made)


def test_a_fault_of_ours_is_told_once_and_the_work_is_kept(
    made: Program, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    told = Told(monkeypatch, mishaps)
    taker = Mishaps(made.desk)
    lines: list[str] = []
    made.desk.status_said.connect(lines.append)
    edit(made, "Lia 2")
    for _ in range(3):
        try:
            raise KeyError("Kari Nordmann")
        except KeyError as error:
            taker.take(type(error), error, error.__traceback__)
        settle()
    assert len(told.said) == 1
    assert lines == [tr("ui.mishap.again")] * 2
    (copy,) = made.settings.recovery_folder.glob("*.heiltid")
    assert open_unit(copy).unit.name == "Lia 2"
    written = capsys.readouterr().err
    assert "KeyError at test_mishaps.py:" in written
    assert "Kari" not in written


def test_a_start_offers_what_was_left_before_it_opens_a_file(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(made, "Lia 2")
    made.desk.files.recovery.keep()
    made.desk.files.recovery._lock.release()
    fresh = program(made.settings.recovery_folder.parent, Language.NYNORSK, ThemeName.LIGHT)
    asked = Asked(monkeypatch, "ui.ask.recover", where=recover)
    fresh.show(SAMPLES / "liten.xlsx")
    assert len(asked.headlines) == 1
    assert fresh.desk.document.unit.name == "Lia 2"
    assert fresh.window.isWindowModified()
    close(fresh)

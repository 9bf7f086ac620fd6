"""What the program remembers, also when the file it stands in is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from heiltid.texts import Language, system_language
from ui.settings import MOST_RECENT, Settings
from ui.theme import ThemeName


def again(folder: Path, settings: Settings) -> Settings:
    """As the next start finds them."""
    settings.save()
    return Settings(folder)


def test_everything_set_is_there_at_the_next_start(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.language, settings.theme = Language.ENGLISH, ThemeName.DARK
    settings.set_flag("tour_seen", True)
    settings.set_word("user", "Åse Ødegård, leiar")
    settings.set_layout("window", QByteArray(b"\x00\x01geometry"))
    found = again(tmp_path, settings)
    assert (found.language, found.theme) == (Language.ENGLISH, ThemeName.DARK)
    assert found.flag("tour_seen")
    assert found.word("user") == "Åse Ødegård, leiar"
    assert found.layout("window") == QByteArray(b"\x00\x01geometry")


def test_nothing_set_is_the_systems_own(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert (settings.language, settings.theme) == (system_language(), ThemeName.SYSTEM)
    assert (settings.recent, settings.flag("tour_seen"), settings.word("user")) == ((), False, "")
    assert settings.layout("window").isEmpty()


@pytest.mark.parametrize("count", [1, 2, MOST_RECENT + 3])
def test_recent_files_newest_first_each_once_and_only_those_that_are_there(
    qtbot: QtBot, tmp_path: Path, count: int
) -> None:
    settings = Settings(tmp_path / "settings")
    paths = [tmp_path / f"eining, {number}.heiltid" for number in range(count)]
    for path in paths:
        path.touch()
        settings.add_recent(path)
    settings.add_recent(paths[0])
    newest_first = [paths[0], *reversed(paths[1:])][:MOST_RECENT]
    assert again(tmp_path / "settings", settings).recent == tuple(newest_first)
    paths[0].unlink()
    assert paths[0] not in again(tmp_path / "settings", settings).recent


@pytest.mark.parametrize(
    "content",
    [
        b"\x00\xff\xfe rubbish",
        b"[General]\nlanguage=klingon\ntheme=pink\nrecent=@Invalid()\n",
        b"[General]\nrecent=@Variant(\\0\\0)\nlanguage=@ByteArray(\\x1)\n[layout]\nwindow=nonsense\n",
        b"[General]\nrecent=1, 2, @Invalid()\n[flag]\ntour_seen=perhaps\n",
        b"[General]\nrecent=/\\0/x\n",
    ],
)
def test_a_broken_file_counts_as_not_set(qtbot: QtBot, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "heiltid.ini").write_bytes(content)
    settings = Settings(tmp_path)
    assert (settings.language, settings.theme) == (system_language(), ThemeName.SYSTEM)
    assert (settings.recent, settings.flag("tour_seen")) == ((), False)
    assert settings.layout("window").isEmpty()
    own = tmp_path / "lia.heiltid"
    own.touch()
    settings.add_recent(own)
    settings.language = Language.BOKMAL
    found = again(tmp_path, settings)
    assert (found.recent, found.language) == ((own,), Language.BOKMAL)


def test_recovery_copies_lie_beside_the_settings_that_were_asked_for(qtbot: QtBot, tmp_path: Path) -> None:
    assert Settings(tmp_path).recovery_folder == tmp_path / "recovery"
    assert Settings().recovery_folder.parts[-2:] == ("Heiltid", "recovery")

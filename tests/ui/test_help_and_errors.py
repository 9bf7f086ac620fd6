"""Help for every page, and every error in the user's words."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from heiltid.errors import InputError, InternalError, Problem, StoreError
from heiltid.texts import Language, catalogue
from tests.ui.screens import close, program, sample, settle
from ui.app import Program
from ui.asking import error_text
from ui.dialogs.help import NAMES, HelpDialog
from ui.pages import PAGES
from ui.texts import set_language, tr
from ui.theme import ThemeName


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    program_made = program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    program_made.desk.files.start_new(sample("liten"))
    program_made.window.show()
    yield program_made
    close(program_made)


@pytest.mark.parametrize("wanted", list(Language))
def test_every_page_has_help_that_opens(made: Program, wanted: Language) -> None:
    set_language(wanted)
    for page in PAGES:
        made.window.show_page(page.key)
        made.window._owners["help"].help()
        dialog = made.window.findChild(HelpDialog)
        assert dialog.isVisible()
        assert NAMES[dialog._list.currentRow()] == page.help_name
        assert len(dialog._text.toPlainText()) > 300
    made.window._owners["help"].shortcuts_help()
    shown = dialog._text.toPlainText()
    assert "Ctrl+S" in shown
    assert "{" not in shown
    dialog.close()


def test_links_between_help_pages_are_followed(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    dialog.show_page("start")
    dialog._follow(QUrl("rota.md"))
    assert NAMES[dialog._list.currentRow()] == "rota"
    dialog._follow(QUrl("https://example.org"))  # leads nowhere: the program uses no network
    assert NAMES[dialog._list.currentRow()] == "rota"


def test_the_lines_of_the_list_do_not_cover_one_another(made: Program) -> None:
    made.window._owners["help"].help()
    lines = made.window.findChild(HelpDialog)._list
    settle()
    areas = [lines.visualItemRect(lines.item(place)) for place in range(lines.count())]
    assert all(area.height() >= lines.sizeHintForRow(0) for area in areas)
    assert all(above.bottom() < below.top() for above, below in pairwise(areas))


@pytest.mark.parametrize("wanted", list(Language))
def test_every_error_is_said_in_the_users_words(wanted: Language) -> None:
    set_language(wanted)
    values = dict.fromkeys(("name", "reason", "program", "book", "allowed", "folder"), "§")
    keys = [key.removeprefix("file.") for key in catalogue() if key.startswith("file.")]
    assert "locked" in keys
    for key in keys:
        assert len(error_text(StoreError(key, **values))) > 20
    assert error_text(InternalError("Kari Nordmann")) == tr("ui.error.internal")
    problems = tuple(Problem(key="rota_cell", found=str(place), allowed="x") for place in range(30))
    lines = error_text(InputError(problems)).splitlines()
    assert len(lines) == 13
    assert "18" in lines[-1]  # 30 problems, 12 told

"""The table of actions: each one runs something, has words in three languages, and a key of its own."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from heiltid.texts import Language, text
from tests.ui.screens import close, program, sample, settle
from ui.actions import ACTIONS, MENUS
from ui.app import Program
from ui.commands.exports import ExportCommands
from ui.commands.files import FileCommands
from ui.commands.help import HelpCommands
from ui.commands.view import ViewCommands
from ui.pages import PAGES
from ui.theme import ThemeName

OWNERS: dict[str, type] = {
    "files": FileCommands,
    "exports": ExportCommands,
    "view": ViewCommands,
    "help": HelpCommands,
    **{page.key: page for page in PAGES},
}


@pytest.mark.parametrize("entry", ACTIONS, ids=[entry.key for entry in ACTIONS])
def test_an_action_runs_a_method_of_its_owner_and_has_words(entry: object) -> None:
    assert entry.owner in OWNERS
    assert callable(getattr(OWNERS[entry.owner], entry.slot, None))
    assert entry.menu in MENUS
    assert all(text(f"ui.action.{entry.key}", language).strip() for language in Language)


def test_no_action_stands_twice_and_no_shortcut_means_two_things(qapp: object) -> None:
    keys = Counter(entry.key for entry in ACTIONS)
    assert [key for key, times in keys.items() if times > 1] == []
    shortcuts = Counter(QKeySequence(entry.shortcut).toString() for entry in ACTIONS if entry.shortcut)
    assert [shortcut for shortcut, times in shortcuts.items() if times > 1] == []
    assert "" not in shortcuts  # every one is understood
    standard = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
    taken = {binding.toString() for key in standard for binding in QKeySequence.keyBindings(key)}
    assert taken.isdisjoint(shortcuts)


@pytest.mark.parametrize("language", list(Language))
def test_every_menu_opens_with_a_letter_of_its_own(language: Language) -> None:
    letters = [re.findall(r"&(\w)", text(f"ui.menu.{menu}", language)) for menu in MENUS]
    assert all(len(found) == 1 for found in letters)
    assert len({found[0].lower() for found in letters}) == len(MENUS)


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Program:
    program_made = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    program_made.desk.files.start_new(sample("liten"))
    program_made.window.show()
    yield program_made
    close(program_made)


def menu_actions(made: Program) -> list[QAction]:
    menus = [action.menu() for action in made.window.menuBar().actions()]
    assert all(isinstance(menu, QMenu) for menu in menus)
    return [action for menu in menus for action in menu.actions() if not action.isSeparator()]


def test_the_keyboard_reaches_every_action_through_the_menus(made: Program) -> None:
    names = {action.objectName() for action in menu_actions(made)}
    assert names == {f"action_{entry.key}" for entry in ACTIONS} | {"action_undo", "action_redo"}


def test_a_pages_actions_wait_until_the_page_is_in_front(made: Program) -> None:
    def enabled() -> set[str]:
        return {action.objectName() for action in menu_actions(made) if action.isEnabled()}

    of_rota = {f"action_{entry.key}" for entry in ACTIONS if entry.owner == "rota"}
    made.window.show_page("start")
    assert enabled().isdisjoint(of_rota)
    made.window.show_page("rota")
    assert of_rota <= enabled()


def test_undo_says_what_it_takes_back(made: Program) -> None:
    undo = made.window.findChild(QAction, "action_undo")
    assert not undo.isEnabled()
    document = made.desk.document
    document.apply_unit("Nytt namn", replace(document.unit, name="Lia"))
    assert undo.isEnabled()
    assert "Nytt namn" in undo.text()
    undo.trigger()
    settle()
    assert document.unit == sample("liten").unit

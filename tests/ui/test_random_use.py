"""A short walk of what `python -m tests.fuzz.window ACTIONS SEED` does for hours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis.stateful import run_state_machine_as_test
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from tests.fuzz.document_machine import DocumentMachine, how_long
from tests.fuzz.random_user import RandomUser
from tests.ui.screens import close, program, sample
from ui.page import Page
from ui.theme import ThemeName


def test_any_edits_in_any_order_can_be_saved_and_undone(qapp: object) -> None:
    run_state_machine_as_test(DocumentMachine, settings=how_long(200))


@pytest.mark.parametrize("seed", [2, 3])
def test_random_keys_and_clicks_break_nothing(qtbot: QtBot, tmp_path: Path, seed: int) -> None:
    made = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    made.desk.files.start_new(sample("liten"))
    made.window.show()
    with RandomUser(made, tmp_path, seed) as user:
        _walk(user)
        assert user.undo_all()
        close(made)
    assert user.faults == []
    assert user.done["changes of the document"] > 0


def _walk(user: RandomUser) -> None:
    """At least 120 actions, and on until one has changed something.

    Dialogs come when the clock lets them, so the same seed does not always take the same way; one in some
    thirty changed nothing in 120.
    """
    for number in range(2000):
        if number >= 120 and user.done["changes of the document"]:
            return
        user.act()


def test_what_goes_wrong_would_be_noticed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(page: Page, change: object) -> None:
        raise ValueError("a page that breaks")

    made = program(tmp_path, Language.NYNORSK, ThemeName.LIGHT)
    monkeypatch.setattr(type(made.window.page("start")), "refresh", broken)
    made.window.show()
    with RandomUser(made, tmp_path, 1) as user:
        made.desk.files.start_new(sample("liten"))
        close(made)
    assert "a page that breaks" in user.faults[-1]

"""Questions have their buttons, in a real box that is really shown."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from ui.asking import choose, tell, tell_trouble
from ui.texts import set_language

ANSWERS = ("ui.ask.save", "ui.ask.discard", "ui.ask.cancel")


class Answering:
    """Presses a button of the box that comes up, as a user would; remembers what stood on all of them."""

    def __init__(self, name: str | None) -> None:
        self.name = name
        self.seen: list[str] = []
        QTimer.singleShot(50, self.press)

    def press(self) -> None:
        gc.collect()
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.seen = [button.text() for button in box.buttons()]
        if self.name is None:
            box.reject()
            return
        found = box.findChild(QPushButton, self.name)
        assert isinstance(found, QPushButton)
        found.click()


@pytest.mark.parametrize("name", ANSWERS)
def test_each_answer_can_be_pressed(qtbot: QtBot, name: str) -> None:
    set_language(Language.NYNORSK)
    answering = Answering(name)
    assert choose("Vil du lagre?", "Elles er det borte.", ANSWERS) == name
    assert sorted(answering.seen) == ["Avbryt", "Ikkje lagre", "Lagre"]


def test_a_question_that_is_closed_is_no_yes(qtbot: QtBot) -> None:
    answering = Answering(None)  # kept: a timer does not keep what it calls
    assert choose("Vil du lagre?", "Elles er det borte.", ANSWERS) in (None, "ui.ask.cancel")
    assert answering.seen


@pytest.mark.parametrize("say", [tell, tell_trouble])
def test_a_message_can_be_read_and_put_away(qtbot: QtBot, say: type(tell)) -> None:
    answering = Answering("ui.ask.ok")
    say("Det gjekk ikkje", "Fila er borte.")
    assert answering.seen == ["OK"]

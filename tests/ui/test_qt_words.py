"""Qt's own words: a file dialog and a field's menu speak the user's language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from ui.qt_words import SOURCES, QtWords, speak
from ui.texts import set_language, tr


@pytest.fixture
def words(qtbot: QtBot) -> Iterator[QtWords]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    speak(application)
    speak(application)  # a second start of the window adds no second voice
    made = application.findChildren(QtWords)
    assert len(made) == 1
    yield made[0]
    application.removeTranslator(made[0])
    made[0].setParent(None)
    set_language(Language.NYNORSK)


def asked(folder: Path) -> QFileDialog:
    dialog = QFileDialog(None, "", str(folder))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    return dialog


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (Language.NYNORSK, {"&Mappe:", "Fil&namn:", "Vis:", "&Opne", "Avbryt"}),
        (Language.BOKMAL, {"&Mappe:", "Fil&navn:", "Vis:", "&Åpne", "Avbryt"}),
        (Language.ENGLISH, {"&Look in:", "File &name:", "Show:", "&Open", "Cancel"}),
    ],
)
def test_a_file_dialog_speaks_the_users_language(
    qtbot: QtBot, words: QtWords, tmp_path: Path, language: Language, expected: set[str]
) -> None:
    set_language(language)
    dialog = asked(tmp_path)
    qtbot.addWidget(dialog)
    shown = {part.text() for kind in (QLabel, QPushButton) for part in dialog.findChildren(kind)}
    assert expected <= shown


def test_a_word_nobody_has_written_is_left_to_qt(words: QtWords) -> None:
    assert QCoreApplication.translate("QNothing", "Not in the catalogue") == "Not in the catalogue"


def test_a_word_without_a_mark_for_its_key_has_none(words: QtWords) -> None:
    assert QCoreApplication.translate("QFileDialog", "&Open") == "&Opne"
    assert QCoreApplication.translate("QPlatformTheme", "Open") == "Opne"


def test_every_word_that_has_places_keeps_them(words: QtWords) -> None:
    for source, key in SOURCES.items():
        assert source.count("%1") == tr(f"ui.qt.{key}").count("%1"), key


def test_a_dialog_for_folders_speaks_it_too(qtbot: QtBot, words: QtWords, tmp_path: Path) -> None:
    set_language(Language.NYNORSK)
    dialog = asked(tmp_path)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    qtbot.addWidget(dialog)
    offered = [box.itemText(place) for box in dialog.findChildren(QComboBox) for place in range(box.count())]
    assert "Mapper" in offered
    assert "Directories" not in offered

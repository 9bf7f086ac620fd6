"""Every page in every language and theme: nothing cut, nothing overlapping, nothing untranslated."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from heiltid.texts import Language
from tests.ui.screens import close, cut_texts, overlaps, program, sample, settle, words_on
from ui.pages import PAGES
from ui.theme import ThemeName

SMALLEST = (1366, 768)
SAME_IN_ALL = {  # words that are right in Norwegian and in English
    *("Heiltid", "Solbakken", "Status", "OK", "Min", "nurse", "assistant", "health worker"),
}


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("theme", [ThemeName.LIGHT, ThemeName.DARK])
def test_no_page_has_cut_or_overlapping_words(
    qtbot: QtBot, tmp_path: Path, language: Language, theme: ThemeName
) -> None:
    made = program(tmp_path, language, theme)
    made.desk.files.start_new(sample())
    made.window.resize(*SMALLEST)
    made.window.show()
    found = []
    for page in PAGES:
        made.window.show_page(page.key)
        settle()
        found += [f"{page.key}: {line}" for line in (*cut_texts(made.window), *overlaps(made.window))]
    close(made)
    assert not found, "\n".join(found)


def test_no_english_in_a_norwegian_screen(qtbot: QtBot, tmp_path: Path) -> None:
    shown: dict[Language, dict[str, set[str]]] = {}
    for language in Language:
        made = program(tmp_path / language.value, language, ThemeName.LIGHT)
        made.desk.files.start_new(sample())
        made.window.resize(*SMALLEST)
        made.window.show()
        shown[language] = {}
        for page in PAGES:
            made.window.show_page(page.key)
            settle()
            shown[language][page.key] = words_on(made.window)
        close(made)
    file = sample()
    names = {file.unit.name, file.unit.municipality, *(plan.name for plan in file.plans)}
    names |= {person.name for person in file.unit.employees}
    for norwegian in (Language.NYNORSK, Language.BOKMAL):
        for key, words in shown[norwegian].items():
            same = {
                word
                for word in words & shown[Language.ENGLISH][key]
                if re.search(r"[a-zA-Z]{4}", word) and word not in SAME_IN_ALL and word not in names
            }
            assert not same, f"{norwegian.value} {key}: {sorted(same)}"
            raw = {word for word in words if re.search(r"\bui\.\w+\.", word)}
            assert not raw, f"{norwegian.value} {key}: {sorted(raw)}"

"""What users read: complete in three languages, with the same places, and in the language it claims."""

from __future__ import annotations

import string
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from text_use import BOKMAL_WORDS, NYNORSK_WORDS, foreign_words, missing

from heiltid.jobs import Goal
from heiltid.rules.registry import RULES
from heiltid.texts import Language, catalogue, fixed
from resources import names, read_text

ROOT = Path(__file__).parents[1]
LANGUAGES = {language.value for language in Language}


def places(text: str) -> set[str]:
    return {part[1] for part in string.Formatter().parse(text) if part[1] is not None}


def test_every_text_has_the_three_languages_and_none_is_empty() -> None:
    for key, texts in catalogue().items():
        assert set(texts) == LANGUAGES, key
        assert all(text.strip() for text in texts.values()), key


def test_the_languages_of_a_text_have_the_same_places() -> None:
    for key, texts in catalogue().items():
        found = {language: places(text) for language, text in texts.items()}
        assert found["nn"] == found["nb"] == found["en"], key
        assert all(place.isidentifier() for place in found["nn"]), key


def test_no_key_stands_twice() -> None:
    def keys(prefix: str, table: dict[str, object]) -> Iterator[str]:
        for name, inner in table.items():
            if isinstance(inner, dict):
                yield from keys(f"{prefix}{name}.", inner)
            elif name == "nn":
                yield prefix

    counted = Counter(
        key for name in names("texts", ".toml") for key in keys("", tomllib.loads(read_text("texts", name)))
    )
    assert [key for key, times in counted.items() if times > 1] == []
    assert len(counted) == len(catalogue())


@pytest.mark.parametrize("package", ["heiltid", "ui"])
def test_every_text_the_sources_ask_for_exists(package: str) -> None:
    assert missing(ROOT / package, catalogue()) == []


def test_a_text_that_lacks_is_noticed(tmp_path: Path) -> None:
    lines = [
        'text("rule.daily_rest", nn)',
        'text("rule.daily_rast", nn)',
        'text(f"rule.{name}", nn)',
        'text(f"rule.nights_{name}", nn)',
        'raise StoreError("lokka", name="x")',
        'Problem(key="gale")',
        'Finding(text_key="feil")',
        'table = {"a": "rule.other"}',
        'open("notes.txt")',
    ]
    (tmp_path / "x.py").write_text("\n".join(lines))
    lacking = missing(tmp_path, {"rule.daily_rest": {}, "file.locked": {}})
    assert {line.split(": ")[1] for line in lacking} == {
        *("rule.daily_rast", "rule.nights_", "file.lokka"),
        *("problem.gale", "finding.feil", "rule.other"),
    }


def test_every_rule_and_every_goal_has_a_name_the_user_reads() -> None:
    assert len(RULES) > 20
    assert {f"rule.{rule.name}" for rule in RULES} <= set(catalogue())
    assert {f"rule_help.{rule.name}" for rule in RULES} <= set(catalogue())
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert len(Goal) > 5


@pytest.mark.parametrize(("language", "marks"), [("nn", BOKMAL_WORDS), ("nb", NYNORSK_WORDS)])
def test_no_text_is_in_the_other_norwegian(language: str, marks: frozenset[str]) -> None:
    wrong = {key: foreign_words(texts[language], marks) for key, texts in catalogue().items()}
    assert {key: words for key, words in wrong.items() if words} == {}


def test_who_takes_extra_shifts_only_has_one_word() -> None:
    # The unit workbook's own value is another word: where its sheet is explained both stand.
    others = ("timeløn", "ringevikar", "tilkallingsvikar")
    used = {
        (key, other)
        for key, texts in catalogue().items()
        for other in others
        if other in f"{texts['nn']} {texts['nb']}".casefold()
    }
    assert used == {("column.employees.status", "timeløn")}


def test_sunday_has_one_word() -> None:
    assert [key for key, texts in catalogue().items() if "sundag" in texts["nn"].casefold()] == []


def test_the_other_norwegian_is_noticed() -> None:
    assert foreign_words("Ho har ikke fri kvar uke, {en}.", BOKMAL_WORDS) == {"ikke", "uke"}
    assert foreign_words("Hun har ikkje fri hver veke, {ein}.", NYNORSK_WORDS) == {"ikkje", "veke"}
    assert not BOKMAL_WORDS & NYNORSK_WORDS


@pytest.mark.parametrize(
    ("value", "digits", "shown"),
    [
        (465.25, 1, "465.3"),
        (427.75, 1, "427.8"),
        (-0.25, 1, "-0.3"),
        (0.35, 1, "0.4"),
        (12.05, 2, "12.05"),
        (7, 0, "7"),
    ],
)
def test_halves_are_rounded_away_from_zero_as_people_do(value: float, digits: int, shown: str) -> None:
    # 427.75 + 37.5 = 465.25: shown 427.8 + 37.5 = 465.3.
    assert fixed(value, digits) == shown

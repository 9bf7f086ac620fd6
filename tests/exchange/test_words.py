"""The table of words: both directions, three languages, nothing ambiguous."""

from __future__ import annotations

import pytest

from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.word_tables import TABLES
from heiltid.exchange.workbook.words import Group
from heiltid.spelling import nearest, normal
from heiltid.texts import Language


@pytest.mark.parametrize("group", Group)
def test_every_word_leads_back_to_its_name(group: Group) -> None:
    for name in words.canonical_names(group):
        for language in Language:
            spelling = words.word(group, name, language)
            assert words.canonical(group, spelling) == name
            assert words.canonical(group, f"  {spelling.upper()} ") == name


@pytest.mark.parametrize("group", Group)
def test_no_two_names_of_a_group_share_a_spelling(group: Group) -> None:
    owners: dict[str, str] = {}
    for name, spellings in TABLES[group.value].items():
        for spelling in spellings:
            assert owners.setdefault(normal(spelling), name) == name, spelling


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("FULLTIME WEEK", "Full-time week"),
        ("heltids uke", "Full-time week"),
        ("arsverksramme", "FTE budget"),
        ("A\u030arsverksramme", "FTE budget"),  # å as a and a ring, as macOS writes it
        ("Smastilling  under", "Small position below"),
        ("fra", "From"),
        ("hogst", "Max"),
    ],
)
def test_case_spaces_and_missing_norwegian_letters_do_not_matter(typed: str, name: str) -> None:
    assert words.canonical(Group.HEADING, typed) == name


def test_a_word_outside_the_wanted_names_is_unknown() -> None:
    assert words.canonical(Group.HEADING, "Helger", among=("Number", "Name")) is None
    assert words.canonical(Group.HEADING, "Helger", among=("Weekends",)) == "Weekends"


def test_the_nearest_right_word_of_a_misspelling() -> None:
    right = words.spellings_of(Group.STATUS)
    assert nearest("permannent", right) == "permanent"
    assert nearest("timelønnet", right) == "timelønn"
    assert nearest("qqqq", right) is None
    assert nearest("", right) is None
    assert nearest("x" * 5_000, right) is None


@pytest.mark.parametrize("language", Language)
def test_day_headings_go_both_ways(language: Language) -> None:
    for day in range(-14, 52 * 7):
        assert words.day_of_heading(words.day_heading(day, language)) == day


def test_day_headings_as_the_contract_writes_them() -> None:
    assert words.day_heading(0, Language.NYNORSK) == "v1 mån"
    assert words.day_heading(0, Language.BOKMAL) == "u1 man"
    assert words.day_heading(-1, Language.ENGLISH) == "w0 Sun"
    assert words.day_heading(-14, Language.ENGLISH) == "w-1 Mon"
    assert words.day_of_heading("U2 LØRDAG") == 12
    assert words.day_of_heading("w−1 Mon") == -14
    for other in ("w-2 Sun", "Number", "w1", "w1 Foo", "1 Mon", "w123 Mon", ""):
        assert words.day_of_heading(other) is None

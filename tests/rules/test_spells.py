"""Spells of marked places on a line and on a ring."""

from __future__ import annotations

import pytest
from builders import person, unit
from hypothesis import given
from hypothesis import strategies as st

from heiltid.calendar import Calendar
from heiltid.rules.finding import Severity
from heiltid.rules.spells import RowLimit, Spell, row_findings, spells
from heiltid.rules.wording import finding_text
from heiltid.texts import Language


def test_a_ring_joins_its_ends() -> None:
    marks = [True, False, True, True, False, True]
    assert [spell.places for spell in spells(marks, ring=False)] == [(0,), (2, 3), (5,)]
    assert [spell.places for spell in spells(marks, ring=True)] == [(2, 3), (5, 0)]


def test_a_ring_marked_all_round_has_no_end() -> None:
    assert spells([True, True], ring=True) == (Spell(places=(0, 1), endless=True),)
    assert spells([True, True], ring=False) == (Spell(places=(0, 1)),)
    assert spells([], ring=True) == spells([], ring=False) == ()


@given(st.lists(st.booleans(), max_size=12), st.booleans())
def test_every_marked_place_is_in_one_spell_and_neighbours_are_together(
    marks: list[bool], ring: bool
) -> None:
    found = spells(marks, ring=ring)
    places = [place for spell in found for place in spell.places]
    assert sorted(places) == [place for place, marked in enumerate(marks) if marked]
    home = {place: number for number, spell in enumerate(found) for place in spell.places}
    pairs = list(zip(range(len(marks)), range(1, len(marks)), strict=False))
    if ring and len(marks) > 1:
        pairs.append((len(marks) - 1, 0))
    assert all(home[a] == home[b] for a, b in pairs if marks[a] and marks[b])
    steps = [
        (b - a) % len(marks) for spell in found for a, b in zip(spell.places, spell.places[1:], strict=False)
    ]
    assert set(steps) <= {1}


@pytest.mark.parametrize("rule", ["days_in_row", "nights_in_row", "long_shifts_in_row"])
@pytest.mark.parametrize("is_endless", [True, False])
def test_a_note_names_the_limit_as_advised_and_a_breach_as_the_one_that_holds(
    rule: str, is_endless: bool
) -> None:
    ward, four = unit(1), Spell(places=(0, 1, 2, 3), endless=is_endless)
    said: dict[Severity, list[str]] = {}
    for hard in (3, None):
        limit = RowLimit(rule=rule, paragraph="", soft=2, hard=hard, unit="days")
        (finding,) = row_findings(limit, person(), [(four, four.places)])
        said[finding.severity] = [finding_text(finding, ward, Calendar(ward), each) for each in Language]
    advised = ("tilrådd er høgst 2", "anbefalt er høyst 2", "advised")
    assert all(word in words for word, words in zip(advised, said[Severity.NOTE], strict=True))
    assert not any(word in words for word, words in zip(advised, said[Severity.BREACH], strict=True))
    assert all("3" in words for words in said[Severity.BREACH])

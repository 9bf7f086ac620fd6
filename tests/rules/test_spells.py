"""Spells of marked places on a line and on a ring."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from heiltid.rules.spells import Spell, spells


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

"""Holes drawn together: alike times on many days."""

from __future__ import annotations

from measures.holes_case import FOUND

from heiltid.measures.lack_groups import lack_groups


def test_the_most_frequent_holes_come_first_with_their_days() -> None:
    first, last = lack_groups(FOUND)
    assert (sorted(first.days), first.people, first.competence) == ([5, 6, 11, 12, 13], 1, "")
    assert (sorted(last.days), last.people, last.competence) == ([6, 13], 1, "nurse")

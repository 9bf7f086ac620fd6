"""Holes drawn together: alike times on many days."""

from __future__ import annotations

from builders import WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.measures.lack_groups import lack_groups
from heiltid.rules.judgement import judge_all

# Two weeks: one by day on every day, a nurse on Sundays; D1 is worked on weekdays but for the last Friday.
WARD = unit(
    2,
    employees=(person("1", competence="assistant"),),
    demand=(
        demand(WEEKDAYS | WEEKEND, "07:30-15:00", 1),
        demand(frozenset({6}), "07:30-15:00", 1, competence="nurse"),
    ),
)
FOUND = judge_all(WARD, plan(row("D1 D1 D1 D1 D1 - - D1 D1 D1 D1 - - -", "1"))).findings


def test_the_most_frequent_holes_come_first_with_their_days() -> None:
    first, last = lack_groups(FOUND)
    assert (sorted(first.days), first.people, first.competence) == ([5, 6, 11, 12, 13], 1, "")
    assert (sorted(last.days), last.people, last.competence) == ([6, 13], 1, "nurse")

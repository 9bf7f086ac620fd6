"""With whom a day can be swapped: the rules' word on both, and what keeps one from being asked at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from builders import demand, person, plan, row, shift
from small_ward import FREE, fortnight, ward

from heiltid.advice.swaps import Swap, swaps
from heiltid.model import Absence, DaySelector, Plan, ShiftKind, Unit
from heiltid.rules.judgement import judge_all

WEDNESDAY = 2
NOTHING = fortnight(FREE)


def found(a_unit: Unit, a_plan: Plan, employee: str = "1") -> dict[str, Swap]:
    return {entry.employee: entry for entry in swaps(judge_all(a_unit, a_plan), employee, WEDNESDAY)}


def test_the_two_cells_change_places_and_nothing_else() -> None:
    a_plan = plan(row(fortnight("- - D1 - - - -"), "1"), row(fortnight("- - A1 - - - -"), "2"))
    (swap,) = found(ward(person("1"), person("2")), a_plan).values()
    assert swap.cell.shift == "A1"
    now = [line.cells for line in swap.after.plan.rows]
    assert [cells[WEDNESDAY].shift for cells in now] == ["A1", "D1"]
    assert [cells[:WEDNESDAY] for cells in now] == [line.cells[:WEDNESDAY] for line in a_plan.rows]


def test_a_rule_broken_for_either_of_the_two_is_told_and_put_last() -> None:
    # 1 has D1. 2 has N1 (to 07:45 on Thursday) and is free then; 3 has A1. With 2 the night would come before
    # D1 of 1 on Thursday 07:30: two shifts at once.
    lines = [
        row(fortnight("- - D1 D1 - - -"), "1"),
        row(fortnight("- - N1 - - - -"), "2"),
        row(fortnight("- - - - - - -"), "3"),
    ]
    swap = found(ward(*(person(number) for number in "123")), plan(*lines))
    assert {number: entry.can for number, entry in swap.items()} == {"2": False, "3": True}


def test_who_is_away_locked_alike_or_not_for_that_shift_is_not_asked() -> None:
    people = [person(number) for number in "123456"]
    people[3] = replace(people[3], kinds=frozenset({ShiftKind.NIGHT}))
    start = ward(*people).start
    people[4] = replace(people[4], employed_from=start + timedelta(days=7))
    when = start + timedelta(days=WEDNESDAY)
    away = Absence(employee="6", first=when, last=when, code="FE")
    lines = [
        row(fortnight("- - D1 - - - -"), "1"),
        row(fortnight("- - !A1 - - - -"), "2"),
        row(fortnight("- - D1 - - - -"), "3"),
        *(row(NOTHING, number) for number in "456"),
    ]
    assert found(ward(*people, absences=(away,)), plan(*lines)) == {}
    assert found(ward(*people, absences=(away,)), plan(*lines), "2") == {}


def test_the_one_who_leaves_no_hole_comes_first() -> None:
    # A nurse is asked for by day and 1 is one; 2 is an assistant, 3 a nurse.
    people = (
        person("1", competence="nurse"),
        person("2", competence="assistant"),
        person("3", competence="nurse"),
    )
    need = demand(DaySelector(weekdays=frozenset({WEDNESDAY})).weekdays, "07:30-15:00", 1, competence="nurse")
    lines = [row(fortnight("- - D1 - - - -"), "1"), row(NOTHING, "2"), row(NOTHING, "3")]
    assert list(found(ward(*people, demand=(need,)), plan(*lines))) == ["3", "2"]


def test_a_shift_in_return_comes_before_a_free_day() -> None:
    lines = [row(fortnight("- - D1 - - - -"), "1"), row(NOTHING, "2"), row(fortnight("- - A1 - - - -"), "3")]
    assert list(found(ward(*(person(number) for number in "123")), plan(*lines))) == ["3", "2"]


def test_who_rids_of_a_finding_comes_before_who_changes_nothing_and_who_moves_it() -> None:
    # A1 (to 22:00) on Tuesday and D1 (07:30) on Wednesday leave 1 a rest of 9.5 h. With D2 (07:45) of 2 it
    # is as short a finding; with A1 of 3 it stands before D1 on Thursday instead; with 4, free, it is gone.
    lines = [
        row(fortnight("- A1 D1 D1 - - -"), "1"),
        row(fortnight("- - D2 - - - -"), "2"),
        row(fortnight("- - A1 - - - -"), "3"),
        row(NOTHING, "4"),
    ]
    shifts = (shift("D1", "07:30-15:00"), shift("D2", "07:45-15:00"), shift("A1", "14:30-22:00"))
    a_unit = ward(*(person(number) for number in "1234"), shifts=shifts)
    swap = found(a_unit, plan(*lines))
    assert list(swap) == ["4", "2", "3"]
    assert [entry.papers.change for entry in swap.values()] == [-1, 0, 0]
    (moved,) = swap["3"].papers.moved
    assert (moved.finding.rule, moved.finding.employee, moved.days) == ("daily_rest", "1", (3,))

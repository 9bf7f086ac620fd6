"""Judging anew after an edit gives what judging from the ground up gives, finding by finding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from hypothesis import given, settings
from hypothesis import strategies as st
from random_units import random_file

from heiltid.model import FREE, HISTORY_DAYS, Cell, Plan, PlanRow, RotaKind, RuleOverride, Unit
from heiltid.rules.judgement import Judgement, judge_all, rejudge
from heiltid.rules.registry import judge

# Rules that are off or milder unless a unit asks for them, so that every check has something to do.
STRICT = (("weekly_rest", "rolling", "yes"), ("weekend_frequency", "friday_night_counts", "yes"))


@lru_cache
def drawn(seed: int) -> Judgement:
    """A unit by chance with its part of a rota: cyclic and dated, with and without history."""
    file = random_file(seed, people=7, weeks=3 + seed % 2)
    a_unit = file.unit
    if seed % 5 == 0:
        extra = [RuleOverride(rule=rule, parameter=name, value=value) for rule, name, value in STRICT]
        a_unit = replace(a_unit, overrides=(*a_unit.overrides, *extra))
    if seed % 4 == 1:  # unpaid breaks of 20 minutes break the duty of § 10-9
        a_unit = replace(
            a_unit, shifts=tuple(replace(entry, unpaid_break_minutes=20) for entry in a_unit.shifts)
        )
    return judge_all(a_unit, file.plans[0])


@st.composite
def edited(draw: st.DrawFn, a_unit: Unit, was: Plan) -> Plan:
    """The plan after one edit: cells (a shift, free, laid over), a lock, a position or the history."""
    line = draw(st.sampled_from(was.rows))
    what = draw(st.sampled_from(["cells", "cells", "cells", "cells", "lock", "position", "history"]))
    if what == "position":
        return was.with_rows({line.employee: replace(line, position_bp=draw(st.integers(0, 100)) * 100)})
    cell = st.builds(
        Cell,
        shift=st.sampled_from([None, *(entry.code for entry in a_unit.shifts)]),
        absence=st.sampled_from([None, None, None, "FE"]),
        day_off=st.sampled_from([None, None, "F1"]),
    )
    if what == "history":
        past = draw(st.lists(cell, min_size=HISTORY_DAYS, max_size=HISTORY_DAYS))
        return was.with_rows({line.employee: replace(line, history=tuple(past))})
    cells = list(line.cells)
    for day in draw(st.lists(st.integers(0, len(cells) - 1), min_size=1, max_size=6)):
        cells[day] = replace(cells[day], locked=True) if what == "lock" else draw(cell)
    return was.with_rows({line.employee: replace(line, cells=tuple(cells))})


def same(one: Judgement, other: Judgement) -> None:
    assert one.plan is other.plan
    assert list(one.by_person.items()) == list(other.by_person.items())
    assert one.of_unit == other.of_unit
    assert one.findings == other.findings == judge(one.unit, one.plan)
    assert one.context.staffing == other.context.staffing


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 19), st.data())
def test_edits_one_after_another_are_judged_as_the_plan_they_lead_to(seed: int, data: st.DataObject) -> None:
    found = drawn(seed)
    for _ in range(data.draw(st.integers(1, 6))):
        after = data.draw(edited(found.unit, found.plan))
        found = rejudge(found, after)
    same(found, judge_all(found.unit, found.plan))


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 19), st.data())
def test_a_plan_of_other_lines_and_back_again(seed: int, data: st.DataObject) -> None:
    first = drawn(seed)
    codes = [entry.code for entry in first.unit.shifts]
    weeks = st.lists(st.sampled_from([None, *codes]), min_size=7, max_size=7)
    lines = {
        line.employee: replace(
            line, cells=tuple(Cell(shift=code) for code in data.draw(weeks) * first.unit.weeks)
        )
        for line in first.plan.rows
    }
    other = rejudge(first, first.plan.with_rows(lines))
    same(other, judge_all(first.unit, other.plan))
    same(rejudge(other, first.plan), first)


def test_the_findings_are_those_of_the_registry_in_its_order() -> None:
    for seed in range(6):
        found = drawn(seed)
        assert found.findings
        assert found.findings == judge(found.unit, found.plan)


TWO = unit(
    weeks=1,
    employees=(person("1"), person("2")),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
MONDAY = "D1 - - - - - -"


@pytest.mark.parametrize(
    "change",
    [
        lambda rows: rows[::-1],
        lambda rows: rows[:1],
        lambda rows: (*rows, row(MONDAY, "3")),
        lambda rows: (*rows, row(MONDAY, "2")),
        lambda rows: (row(MONDAY, "2"), row(MONDAY, "1")),
    ],
)
def test_other_people_or_another_order_are_judged_from_the_ground_up(
    change: Callable[[tuple[PlanRow, ...]], tuple[PlanRow, ...]],
) -> None:
    first = judge_all(TWO, plan(row(MONDAY, "1"), row(MONDAY, "2")))
    found = rejudge(first, plan(*change(first.plan.rows)))
    assert found.findings == judge(TWO, found.plan)


def test_only_the_lines_that_changed_are_asked_again() -> None:
    first = judge_all(TWO, plan(row(MONDAY, "1"), row(MONDAY, "2")))
    found = rejudge(first, first.plan.with_rows({"2": row("D1 D1 - - - - -", "2")}))
    assert found.by_person["1"] is first.by_person["1"]
    assert found.by_person["2"] is not first.by_person["2"]
    # D1 on Monday and Tuesday; three weekdays still lack it.
    lacking = [entry.days for entry in found.of_unit if entry.rule == "staffing_minimum"]
    assert lacking == [(2,), (3,), (4,)]


def test_a_lock_a_day_off_code_or_a_decision_asks_nobody_again() -> None:
    first = judge_all(TWO, plan(row(MONDAY, "1"), row("- " * 7, "2")))
    marked = replace(
        first.plan.rows[0], cells=(Cell(shift="D1", locked=True), Cell(day_off="F1"), *[FREE] * 5)
    )
    found = rejudge(first, replace(first.plan.with_rows({"1": marked}), name="Framlegg 2"))
    assert found.by_person["1"] is first.by_person["1"]
    assert found.plan.name == "Framlegg 2"
    assert found.context.row(TWO.employees[0]).cells[0].locked
    assert found.findings == first.findings


def test_a_shift_of_the_history_that_lasts_into_the_first_day() -> None:
    # N1 21:45-07:45: on the Sunday before the start it staffs Monday 06:00-07:00 of a dated rota.
    early = unit(
        kind=RotaKind.DATED,
        employees=(person("1"),),
        demand=(demand(frozenset({0}), "06:00-07:00", 1),),
    )
    free, past = "- " * 7, "- " * 13
    first = judge_all(early, plan(row(free, history=past + "-")))
    assert [entry.days for entry in first.of_unit if entry.rule == "staffing_minimum"] == [(0,)]
    after = rejudge(first, plan(row(free, history=past + "N1")))
    assert [entry for entry in after.of_unit if entry.rule == "staffing_minimum"] == []
    assert after.findings == judge(early, after.plan)

"""Units with something missing, switched off, closed, locked or reckoned in another way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from asking_engine import anyone, ask, codes, must, on, position, unlawful
from builders import A1, D1, MONDAY, N1, WEEKDAYS, demand, person, plan, row, unit
from wards import EVERY_DAY, assert_sound

from heiltid.jobs import Goal
from heiltid.jobs import Status as Ending
from heiltid.model import (
    Absence,
    Cell,
    Employee,
    NightWrittenOn,
    Plan,
    PlanRow,
    RotaKind,
    RuleOverride,
    ShiftKind,
    Status,
)

DAY, EVENING, NIGHT = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT


@pytest.mark.parametrize("kinds", [frozenset({DAY, EVENING, NIGHT}), frozenset({DAY, EVENING})])
@pytest.mark.parametrize("every", [0, 3])
def test_weeks_reckoned_three_part(kinds: frozenset[ShiftKind], every: int) -> None:
    people = tuple(anyone(str(n), 10_000, min_bp=10_000, weekend_every=every, kinds=kinds) for n in range(5))
    asked = (
        demand(WEEKDAYS, "07:30-15:00", 1),
        demand(WEEKDAYS, "14:30-22:00", 1),
        demand(WEEKDAYS, "21:45-07:45", 1),
    )
    a_unit = unit(6, full_time_week_minutes=None, shifts=(D1, A1, N1), employees=people, demand=asked)
    report = ask(a_unit, limit=6.0)
    assert_sound(a_unit, report)
    assert {position(report, person_.number) for person_ in people} == {10_000}


def test_who_is_away_for_the_whole_rota_keeps_her_contract() -> None:
    away = Absence(employee="2", first=MONDAY, last=date(2027, 2, 1), code="PERM")
    a_unit = unit(
        2,
        kind=RotaKind.DATED,
        employees=(anyone("1"), anyone("2", 6_000, min_bp=6_000)),
        shifts=(D1,),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
        absences=(away,),
    )
    report = ask(a_unit)
    assert_sound(a_unit, report)
    assert position(report, "2") == 6_000
    assert set(codes(report, "2")) == {"-"}


def test_a_unit_without_demand() -> None:
    a_unit = unit(
        2, employees=(anyone("1", 5_000, min_bp=5_000, wanted_bp=8_000), anyone("2", 4_000)), shifts=(D1,)
    )
    report = ask(a_unit)
    assert_sound(a_unit, report)
    assert position(report) >= 5_000


def test_a_unit_without_people() -> None:
    report = ask(unit(employees=(), shifts=(D1,), demand=(demand(WEEKDAYS, "07:30-15:00", 1),)))
    assert report.plan is not None
    assert report.plan.rows == ()
    assert report.objective[0].value == 5 * 450


def test_a_unit_of_one_person() -> None:
    report = ask(unit(3, employees=(person(),), demand=(demand(WEEKDAYS, "07:30-15:00", 1),), shifts=(D1,)))
    # 15 day shifts are 6750 minutes, full time in three weeks is 6390 and half a shift 225: 14 fit.
    assert report.status is Ending.OPTIMAL
    assert position(report) == 10_000
    assert report.objective[0].value == 450


def test_a_unit_without_codes_anybody_accepts_is_left_open() -> None:
    nobody = anyone(kinds=frozenset({NIGHT}))
    report = ask(unit(employees=(nobody,), shifts=(D1,), demand=(demand(WEEKDAYS, "07:30-15:00", 1),)))
    assert report.plan is not None
    assert set(codes(report)) == {"-"}
    assert report.objective[0].value == 5 * 450


def test_hourly_substitutes_are_never_planned() -> None:
    people: tuple[Employee, ...] = (anyone("1", 3_000, max_bp=3_000), anyone("2", 0, status=Status.HOURLY))
    a_unit = unit(
        employees=people, shifts=(D1,), demand=(demand(WEEKDAYS, "07:30-15:00", 2),), fte_budget_bp=20_000
    )
    today = plan(row("- - - - - - -", "1"), row("D1 D1 - - - - -", "2"))
    report = ask(a_unit, today)
    assert set(codes(report, "2")) == {"-"}
    assert position(report, "2") == 0


def test_a_vacant_line_closes_when_people_want_its_hours() -> None:
    people = (anyone("1", 6_000, wanted_bp=10_000), anyone("2", 4_000, status=Status.VACANT))
    a_unit = unit(employees=people, shifts=(on(D1, *WEEKDAYS),), demand=(demand(WEEKDAYS, "07:30-15:00", 1),))
    report = ask(a_unit)
    assert (position(report, "1"), position(report, "2")) == (10_000, 0)
    assert set(codes(report, "2")) == {"-"}


def test_a_vacant_line_may_close_whatever_its_min() -> None:
    people = (anyone("1", 6_000, wanted_bp=10_000), anyone("2", 4_000, min_bp=4_000, status=Status.VACANT))
    a_unit = unit(
        employees=people,
        shifts=(on(D1, *WEEKDAYS),),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
        fte_budget_bp=10_000,
    )
    report = ask(a_unit)
    assert (position(report, "1"), position(report, "2")) == (10_000, 0)


def test_what_is_held_elsewhere_counts_for_full_time() -> None:
    people = (anyone("1", 3_000, wanted_bp=4_000, max_bp=4_000, elsewhere_bp=6_000),)
    a_unit = unit(
        employees=people, shifts=(on(D1, 0, 1),), demand=(demand(frozenset({0, 1}), "07:30-15:00", 1),)
    )
    report = ask(a_unit)
    values = {entry.goal: entry.value for entry in report.objective}
    assert position(report) == 4_000  # 900 of 2130 minutes, within 225 of 852
    assert (values[Goal.FULL_TIME], values[Goal.SMALL]) == (1, 0)


def test_a_must_wish_met_by_a_locked_cell() -> None:
    a_unit = unit(
        employees=(anyone(),),
        shifts=(D1,),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
        wishes=(must("1", 0, code="D1"),),
    )
    report = ask(a_unit, plan(row("!D1 - - - - - -")), limit=2.0)
    assert codes(report)[0] == "D1"
    assert report.status is Ending.OPTIMAL


def test_a_must_wish_under_an_absence_laid_over() -> None:
    a_unit = unit(
        employees=(anyone(),),
        shifts=(D1,),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
        wishes=(must("1", 0, code="D1"),),
    )
    report = ask(a_unit, plan(row("(D1)FE - - - - - -")), limit=2.0)
    assert report.plan is not None
    assert report.status is Ending.OPTIMAL
    assert report.plan.rows[0].cells[0] == Cell(shift="D1", absence="FE")


def test_must_wishes_of_a_vacant_line_and_across_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    # A day shift wished for on the first Monday of week 2: the Sunday night before it is closed to her.
    monkeypatch.setattr("solver.construct.CELLS_PER_WINDOW", 1)
    monkeypatch.setattr("solver.run.is_small", lambda frame: False)
    people = (anyone("1", 10_000, weekend_every=1), anyone("2", 0, status=Status.VACANT))
    a_unit = unit(
        2,
        employees=people,
        shifts=(D1, N1),
        demand=(demand(EVERY_DAY, "21:45-07:45", 1),),
        wishes=(must("1", 0, 2, code="D1"), must("2", 3, code="D1")),
        fte_budget_bp=20_000,
    )
    report = ask(a_unit, limit=2.0)
    assert_sound(a_unit, report)
    assert codes(report)[7] == "D1"
    assert (codes(report, "2")[3], codes(report, "2")[10]) == ("D1", "D1")


def test_any_seven_days_hold_a_weekly_rest_where_the_book_says_so() -> None:
    # Eight days of must-wishes from Wednesday to the next Wednesday: each calendar week has its rest, the
    # seven days from Thursday on have none.
    settings = (
        RuleOverride(rule="weekly_rest", parameter="rolling", value="yes"),
        RuleOverride(rule="days_in_row", parameter="hard", value="none"),
    )
    eight = ((1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (2, 0), (2, 1), (2, 2))
    a_unit = unit(
        2,
        employees=(anyone("1", 10_000, weekend_every=2, kinds=frozenset({DAY})),),
        shifts=(D1,),
        demand=(demand(EVERY_DAY, "07:30-15:00", 1),),
        wishes=tuple(must("1", day, week, code="D1") for week, day in eight),
        overrides=settings,
    )
    report = ask(a_unit, limit=2.0)
    assert report.status is Ending.IMPOSSIBLE
    assert {"weekly_rest", "must_wish"} <= set(report.clashes[0].rules)
    calendar_weeks = replace(a_unit, overrides=settings[1:])
    assert_sound(calendar_weeks, ask(calendar_weeks, limit=2.0))


SWITCHED_OFF = (
    ("weekly_rest", "minutes"),
    ("daily_rest", "minutes"),
    ("daily_rest", "agreed_minutes"),
    ("weekly_hours", "local_minutes"),
    ("average_weekly_hours", "minutes"),
    ("night_average", "minutes"),
    ("night_average", "night_shift_above_minutes"),
    ("sunday_rest", "average_weeks"),
    ("sunday_rest", "rest_every_weeks"),
    ("days_in_row", "hard"),
    ("quick_returns", "hard"),
)


@pytest.mark.parametrize(("rule", "parameter"), SWITCHED_OFF)
def test_a_limit_set_to_none_is_off(rule: str, parameter: str) -> None:
    off = RuleOverride(rule=rule, parameter=parameter, value="none")
    a_unit = unit(
        employees=(anyone(),), shifts=(D1, N1), demand=(demand(WEEKDAYS, "07:30-15:00", 1),), overrides=(off,)
    )
    assert_sound(a_unit, ask(a_unit, limit=2.0))


def test_a_friday_night_may_count_as_weekend_work() -> None:
    # It takes one of her weekends; it is not forbidden.
    counts = RuleOverride(rule="weekend_frequency", parameter="friday_night_counts", value="yes")
    a_unit = unit(
        3,
        employees=(anyone("1", 3_000, weekend_every=3, kinds=frozenset({NIGHT})),),
        shifts=(on(N1, 4),),
        demand=(demand(frozenset({4}), "21:45-07:45", 1),),
        overrides=(counts,),
    )
    assert codes(ask(a_unit)).count("N1") == 1


def test_a_position_is_more_than_no_hours() -> None:
    # 5 % of one week is 107 minutes, within half a shift of nothing at all; but nothing is no position.
    a_unit = unit(
        employees=(anyone("1", 500, min_bp=500, max_bp=500),),
        shifts=(on(D1, 0),),
        demand=(demand(frozenset({0}), "07:30-15:00", 0),),
    )
    report = ask(a_unit, limit=1.0)
    if report.plan is None:  # 450 minutes are 118 above what 5 % and half a shift allow
        assert report.status is Ending.IMPOSSIBLE
    else:
        assert unlawful(a_unit, report.plan) == []


def test_night_is_written_on_the_day_it_starts_whatever_the_files_say() -> None:
    made = []
    for written in NightWrittenOn:
        a_unit = unit(
            employees=(anyone(kinds=frozenset({NIGHT})),),
            shifts=(on(N1, 0, 1),),
            demand=(demand(frozenset({0, 1}), "21:45-07:45", 1),),
            night_written_on=written,
        )
        made.append(codes(ask(a_unit)))
    assert made[0] == made[1] == ["N1", "N1", "-", "-", "-", "-", "-"]


def test_history_rows_come_back() -> None:
    a_unit = unit(
        kind=RotaKind.DATED, employees=(anyone(),), shifts=(D1,), demand=(demand(WEEKDAYS, "07:30-15:00", 1),)
    )
    past = row("- " * 7, history="- " * 12 + "D1 D1")
    report = ask(a_unit, Plan(rows=(past,)))
    assert report.plan is not None
    made: PlanRow = report.plan.rows[0]
    assert made.history == past.history

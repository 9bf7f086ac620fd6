"""Where nothing lawful exists the engine says which rules clash, for whom, when and by how much."""

from __future__ import annotations

from datetime import date

import pytest
from asking_engine import anyone, ask, must, on
from builders import A1, D1, L1, MONDAY, N1, WEEKDAYS, WEEKEND, demand, plan, row, shift, unit

from heiltid.jobs import Clash, Status
from heiltid.model import (
    Absence,
    Agreement,
    Employee,
    Plan,
    RotaKind,
    RuleOverride,
    ShiftKind,
    Signed,
    Unit,
)
from heiltid.report_lines import clash_lines
from heiltid.texts import Language

DEMAND = (demand(WEEKDAYS, "07:30-15:00", 1),)
HALF = {"min_bp": 5_000}


def made(*people: Employee, weeks: int = 1, **more: object) -> Unit:
    return unit(weeks, employees=people or (anyone(),), demand=DEMAND, **more)


def clashes(a_unit: Unit, today: Plan | None = None) -> tuple[Clash, ...]:
    """The clashes of a unit for which nothing lawful exists."""
    report = ask(a_unit, today, limit=0.5)
    assert report.status is Status.IMPOSSIBLE
    assert report.plan is None
    assert report.objective == ()
    for language in Language:
        assert all(line.text for line in clash_lines(a_unit, report.clashes, language))
    return report.clashes


def only(a_unit: Unit, today: Plan | None = None) -> Clash:
    (clash,) = clashes(a_unit, today)
    return clash


def seen(clash: Clash) -> tuple[set[str], str | None, tuple[int, ...]]:
    return set(clash.rules), clash.employee, clash.days


def test_must_wishes_that_leave_no_rest() -> None:
    # 23:55 -> 07:30 is 7 h 35 min, below the 8 h that the union representatives may agree on.
    late = shift("A3", "16:00-23:55")
    wishes = (must("1", 0, code="A3"), must("1", 1, code="D1"), must("1", 4, code="D1"))
    clash = only(made(shifts=(D1, late), wishes=wishes))
    assert seen(clash) == ({"daily_rest", "must_wish"}, "1", (0, 1))


def test_must_wishes_that_may_both_be_met() -> None:
    # 22:00 -> 07:30 is 9.5 h: lawful with 10-8 (3).
    wishes = (must("1", 0, code="A1"), must("1", 1, code="D1"))
    assert ask(made(shifts=(D1, A1), wishes=wishes)).clashes == ()


def test_a_must_wish_for_a_kind_she_does_not_work() -> None:
    who = anyone(kinds=frozenset({ShiftKind.DAY}))
    clash = only(made(who, shifts=(D1, N1), wishes=(must("1", 2, kind=ShiftKind.NIGHT),)))
    assert seen(clash) == ({"accepted_kinds", "must_wish"}, "1", (2,))


def test_a_must_wish_for_a_code_the_day_does_not_have() -> None:
    clash = only(made(shifts=(on(D1, 0, 1, 2),), wishes=(must("1", 3, code="D1"),)))
    assert seen(clash) == ({"shift_days", "must_wish"}, "1", (3,))


def test_a_must_wish_at_a_weekend_of_somebody_who_never_works_weekends() -> None:
    clash = only(made(shifts=(D1,), wishes=(must("1", 5, code="D1"),)))
    assert seen(clash) == ({"weekend_frequency", "must_wish"}, "1", (5,))


def test_a_must_wish_on_an_absence_counts_nothing() -> None:
    away = Absence(employee="1", first=MONDAY, last=MONDAY, code="FE")
    report = ask(made(kind=RotaKind.DATED, shifts=(D1,), absences=(away,), wishes=(must("1", 0, code="D1"),)))
    assert report.clashes == ()
    assert report.plan is not None


@pytest.mark.parametrize(
    ("line", "rule", "days", "amount"),
    [
        ("!N1 !D1 - - - - -", "one_work_period", (1,), 15),  # 07:30 before 07:45
        ("!A3 !D1 - - - - -", "daily_rest", (1,), 205),  # 7 h 35 min of 11 h
    ],
)
def test_locked_cells_too_near(line: str, rule: str, days: tuple[int, ...], amount: int) -> None:
    late = shift("A3", "16:00-23:55")
    clash = only(made(shifts=(D1, late, N1)), plan(row(line)))
    assert seen(clash) == ({"locked_cell", rule}, "1", days)
    assert (clash.amount, clash.unit) == (amount, "minutes")


def test_locked_cells_need_a_refused_agreement() -> None:
    today = plan(row("!A1 !D1 - - - - -"))
    refused = Agreement(paragraph="10-8 (3)", signed=Signed.REFUSED)
    clash = only(made(shifts=(D1, A1), agreements=(refused,)), today)
    assert seen(clash) == ({"locked_cell", "daily_rest"}, "1", (1,))
    assert ask(made(shifts=(D1, A1)), today).clashes == ()


def test_locked_cells_need_an_agreement_the_book_does_not_allow() -> None:
    clash = only(made(shifts=(D1, A1), rule_book="law"), plan(row("!A1 !D1 - - - - -")))
    assert seen(clash) == ({"locked_cell", "daily_rest"}, "1", (1,))


def test_a_locked_code_of_a_kind_she_does_not_work() -> None:
    who = anyone(kinds=frozenset({ShiftKind.EVENING}))
    clash = only(made(who, shifts=(D1, A1)), plan(row("- - !D1 - - - -")))
    assert seen(clash) == ({"locked_cell", "accepted_kinds"}, "1", (2,))


def test_a_locked_shift_on_an_absence() -> None:
    away = Absence(employee="1", first=MONDAY, last=date(2027, 1, 5), code="FE")
    clash = only(made(kind=RotaKind.DATED, absences=(away,)), plan(row("!D1 !D1 !D1 - - - -")))
    assert seen(clash) == ({"locked_cell", "absence"}, "1", (0, 1))


def test_a_locked_free_day_against_a_must_wish() -> None:
    clash = only(made(shifts=(D1,), wishes=(must("1", 0, code="D1"),)), plan(row("!- - - - - - -")))
    assert seen(clash) == ({"locked_cell", "must_wish"}, "1", (0,))


def test_a_locked_cell_against_a_must_wish_of_another_day() -> None:
    # The night ends 07:45, after the day shift began.
    clash = only(made(shifts=(D1, N1), wishes=(must("1", 1, code="D1"),)), plan(row("!N1 - - - - - -")))
    assert seen(clash) == ({"daily_rest", "must_wish", "locked_cell"}, "1", (0, 1))


def test_min_without_a_code_of_her_kind() -> None:
    # 50 % of 35.5 h is 1065 minutes; hours of nothing give no position, one minute would (tolerance
    # of no code at all: 0.25 % of full time = 5.325 minutes), so 1060 are missing.
    who = anyone(kinds=frozenset({ShiftKind.NIGHT}), **HALF)
    clash = only(made(who, shifts=(D1, A1)))
    assert seen(clash) == ({"accepted_kinds", "position_limits"}, "1", ())
    assert (clash.amount, clash.unit) == (1_060, "minutes")


def test_min_with_weekend_codes_and_no_weekends() -> None:
    # 1 week, 30 %: 639 - 225 = 414 minutes. One Saturday would do, and so would a code on a weekday.
    who = anyone(min_bp=3_000)
    clash = only(made(who, shifts=(on(D1, 5),), kind=RotaKind.DATED))
    assert seen(clash) == ({"weekend_frequency", "shift_days", "position_limits"}, "1", ())


def test_min_with_too_few_weekends() -> None:
    # 3 weeks, 20 % of 6390 minutes: 1278 - 225 = 1053, three Saturdays where one in three is hers.
    who = anyone(min_bp=2_000, weekend_every=3)
    clash = only(made(who, weeks=3, shifts=(on(D1, 5),), kind=RotaKind.DATED))
    assert seen(clash) == ({"weekend_frequency", "shift_days", "position_limits"}, "1", ())
    assert clash.amount == 1_053 - 450


def test_min_with_an_employment_over_a_weekend_only() -> None:
    # Friday to Sunday: 3/7 of full time = 913 minutes, 913 - 225 = 688 take two shifts, Friday gives one.
    who = anyone(min_bp=10_000, employed_from=date(2027, 1, 8))
    clash = only(made(who, kind=RotaKind.DATED, shifts=(D1,)))
    assert seen(clash) == ({"weekend_frequency", "employment", "position_limits"}, "1", ())
    assert clash.amount == 688 - 450


def test_a_refused_agreement_that_closes_the_only_codes() -> None:
    refused = Agreement(paragraph="10-5 (2)", signed=Signed.REFUSED)
    who = anyone(long_shifts=True, **HALF)
    clash = only(made(who, shifts=(L1,), agreements=(refused,)))
    assert seen(clash) == ({"shift_length", "position_limits"}, "1", ())


def test_long_shifts_are_voluntary_and_there_is_nothing_else() -> None:
    clash = only(made(anyone(**HALF), shifts=(L1,)))
    assert seen(clash) == ({"long_shift_voluntary", "position_limits"}, "1", ())


def test_the_only_code_asks_for_a_competence() -> None:
    clash = only(made(anyone(**HALF), shifts=(shift("D1", "07:30-15:00", competence="nurse"),)))
    assert seen(clash) == ({"shift_competence", "position_limits"}, "1", ())


def test_ordinary_hours_below_the_position() -> None:
    low = RuleOverride(rule="ordinary_hours", parameter="day_minutes", value="30:00")
    clash = only(made(anyone(min_bp=10_000), shifts=(D1,), overrides=(low,)))
    assert seen(clash) == ({"ordinary_hours", "position_limits"}, "1", ())


def test_must_wishes_for_days_off_against_the_position() -> None:
    # Five weekdays, three of them wished off: 2 x 450 is below 80 % = 1704 - 225 minutes.
    wishes = tuple(must("1", day, off=True) for day in (0, 1, 2))
    clash = only(made(anyone(min_bp=8_000), shifts=(on(D1, *WEEKDAYS),), wishes=wishes))
    assert {"position_limits", "must_wish"} <= set(clash.rules)
    assert set(clash.days) <= {0, 1, 2}
    assert clash.days


def test_the_budget_below_the_positions_nobody_may_be_cut_below() -> None:
    people = (anyone("1", min_bp=5_000), anyone("2", min_bp=4_000))
    clash = only(made(*people, fte_budget_bp=8_000))
    assert seen(clash) == ({"fte_budget", "position_limits"}, None, ())
    assert (clash.amount, clash.unit) == (1_000, "basis points")


def test_a_clash_for_each_who_has_one() -> None:
    people = (anyone("1"), anyone("2", long_shifts=False, **HALF), anyone("3", long_shifts=True, **HALF))
    found = clashes(made(*people, shifts=(L1,)))
    assert [clash.employee for clash in found] == ["2"]


def test_a_unit_that_has_a_plan_has_no_clash() -> None:
    report = ask(made(anyone(**HALF), weeks=2, shifts=(D1, A1), wishes=(must("1", 2, 1, off=True),)))
    assert report.clashes == ()
    assert report.status in (Status.OPTIMAL, Status.FEASIBLE)


def test_weekend_shifts_only_where_weekends_suffice() -> None:
    codes = (on(D1, *WEEKEND),)
    assert ask(made(anyone(weekend_every=3), weeks=3, shifts=codes)).clashes == ()

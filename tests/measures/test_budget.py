"""The least hours that meet every target, and the budget that follows from them."""

from dataclasses import replace
from datetime import date

from builders import A1, D1, L1, L2, N1, WEEKDAYS, WEEKEND, demand, person, shift, unit

from heiltid.measures.budget import (
    LeastHours,
    fte_budget_bp,
    least_positions_bp,
    weekend_arithmetic_of,
)
from heiltid.model import (
    Absence,
    Competence,
    DaySelector,
    DemandRow,
    Employee,
    RotaKind,
    ShiftKind,
    Status,
    Unit,
)
from sample_rotas.units import solbakken

ALL = WEEKDAYS | WEEKEND


def ward(*people: Employee, weeks: int = 3, **more: object) -> Unit:
    rows = (
        demand(WEEKDAYS, "07:30-15:00", 6),
        demand(WEEKDAYS, "14:30-22:00", 5),
        demand(WEEKEND, "07:30-09:30", 2),
        demand(WEEKEND, "09:30-20:00", 4),
        demand(WEEKEND, "20:00-22:00", 2),
        demand(ALL, "21:45-07:45", 2),
    )
    return unit(weeks=weeks, demand=rows, employees=people, **more)


WILLING = person("1", long_shifts=True)


def test_the_worked_example_needs_652_and_a_half_hours_with_long_shifts() -> None:
    assert LeastHours(ward(WILLING)).weekly_minutes == 652.5 * 60
    assert LeastHours(solbakken.build()).weekly_minutes == 652.5 * 60


def test_it_needs_672_and_a_half_where_nobody_accepts_long_shifts() -> None:
    assert LeastHours(ward(person("1"))).weekly_minutes == 672.5 * 60


def test_hourly_substitutes_accept_nothing_for_the_rota() -> None:
    willing = person("2", position=0, long_shifts=True, status=Status.HOURLY)
    assert LeastHours(ward(person("1"), willing)).weekly_minutes == 672.5 * 60


def test_codes_nobody_may_work_leave_their_time_out() -> None:
    day_only = person("1", kinds=frozenset({ShiftKind.DAY}))
    weekday, weekend = 6 * 450 * 5, 4 * 450 * 2
    assert LeastHours(ward(day_only)).weekly_minutes == weekday + weekend
    assert not LeastHours(ward(day_only)).reaches_all
    assert LeastHours(ward(WILLING)).reaches_all
    before_any = (demand(ALL, "05:00-06:00", 1), demand(ALL, "07:30-15:00", 1))  # no code covers the first
    assert LeastHours(unit(demand=before_any, shifts=(D1, A1), employees=(day_only,))).reaches_all


def test_targets_count_and_minimums_do_not() -> None:
    rows = (demand(frozenset({0}), "07:30-15:00", 1, target=3, maximum=5),)
    assert LeastHours(unit(demand=rows)).weekly_minutes == 3 * 450


def test_people_of_different_competence_cannot_stand_in_for_each_other() -> None:
    rows = tuple(
        demand(frozenset({0}), "07:30-15:00", need, competence=name)
        for name, need in (("nurse", 1), ("cook", 1), (None, 1))
    )
    nurse, cook = person("1", competence="nurse"), person("2", competence="cook")
    assert LeastHours(unit(demand=rows, employees=(nurse, cook))).weekly_minutes == 2 * 450
    assert LeastHours(unit(demand=rows, employees=(nurse, cook))).reaches_all
    assert not LeastHours(unit(demand=rows, employees=(nurse,))).reaches_all
    both = replace(nurse, competence="chief")
    chief = Competence(name="chief", covers=frozenset({"nurse", "cook"}))
    assert LeastHours(unit(demand=rows, employees=(both,), competences=(chief,))).weekly_minutes == 450


def test_one_kind_of_code_on_its_own_row() -> None:
    row = DemandRow(days=DaySelector(weekdays=ALL), shift="A1", minimum=1, target=1)
    assert LeastHours(unit(demand=(row,))).weekly_minutes == 7 * 450


def test_a_need_before_morning_is_staffed_by_the_night_before() -> None:
    rows = (demand(frozenset({0}), "00:00-07:00", 1),)
    found = LeastHours(unit(weeks=2, demand=rows))
    assert found.weekly_minutes == N1.paid_minutes
    columns, cover = found.weeks[0]
    assert cover.counts is not None
    assert [column.weekday for column, n in zip(columns, cover.counts, strict=True) if n] == [6]


def test_codes_are_used_on_their_own_days_only() -> None:
    cheap = shift("D9", "07:30-14:00", days=DaySelector(weekdays=WEEKDAYS))
    rows = (demand(ALL, "08:00-14:00", 1),)
    found = LeastHours(unit(demand=rows, shifts=(D1, cheap)))
    assert found.weekly_minutes == 5 * 390 + 2 * 450


def test_unpaid_breaks_are_not_paid_for() -> None:
    rows = (demand(ALL, "07:30-15:00", 1),)
    found = LeastHours(unit(demand=rows, shifts=(replace(D1, unpaid_break_minutes=30),)))
    assert found.weekly_minutes == 7 * 420


def test_red_days_of_a_dated_rota_use_their_own_rows() -> None:
    # 2027-05-17 is a Monday and both Constitution Day and Whit Monday.
    rows = (demand(frozenset({0}), "07:30-15:00", 5), demand(frozenset({6}), "07:30-15:00", 2))
    start = date(2027, 5, 10)
    dated = unit(weeks=2, demand=rows, start=start, kind=RotaKind.DATED)
    cyclic = unit(weeks=2, demand=rows, start=start)
    assert LeastHours(cyclic).total_minutes == 2 * 7 * 450
    assert LeastHours(dated).total_minutes == (7 + 4) * 450


def test_the_least_positions_are_rounded_up_from_hours_over_the_full_time_week() -> None:
    assert least_positions_bp(ward(WILLING)) == 183_803  # 652.5 / 35.5 = 18.38028...
    assert least_positions_bp(ward(WILLING, full_time_week_minutes=2016)) == 194_197  # / 33.6
    assert least_positions_bp(ward(WILLING, full_time_week_minutes=None)) == 183_803  # three-part


def test_days_somebody_is_known_to_be_away_are_out_of_the_full_time_hours() -> None:
    away = Absence(employee="1", first=date(2027, 1, 4), last=date(2027, 1, 10), code="FE")
    gone = ward(WILLING, absences=(away,))
    assert least_positions_bp(gone) == 275_705  # there in two of three weeks: 3 / 2 of 18.38


def test_the_budget_is_what_the_unit_sets() -> None:
    assert fte_budget_bp(ward(WILLING, fte_budget_bp=123_400)) == 123_400


def test_else_the_larger_of_todays_positions_and_the_least_needed() -> None:
    assert fte_budget_bp(ward(WILLING)) == 183_803
    staff = [person(str(n), long_shifts=True) for n in range(18)]
    vacant = person("v", position=2_000, status=Status.VACANT)
    temporary = person("t", position=3_000, status=Status.TEMPORARY)
    hourly = person("h", position=9_000, status=Status.HOURLY)
    assert fte_budget_bp(ward(*staff, vacant, temporary, hourly)) == 185_000


def test_the_weekend_arithmetic_of_a_real_unit() -> None:
    found = weekend_arithmetic_of(ward(WILLING))
    assert found is not None
    assert (found.people_per_weekend, found.least_people(3)) == (6, 18)
    assert round(found.highest_average(3) * 100) == 102
    short = weekend_arithmetic_of(ward(person("1")))
    assert short is not None
    assert (short.people_per_weekend, round(float(short.highest_average(3)) * 100, 1)) == (10, 63.1)


def test_a_unit_without_weekends_has_no_weekend_arithmetic() -> None:
    rows = (demand(WEEKDAYS, "07:30-15:00", 1),)
    assert weekend_arithmetic_of(unit(demand=rows, shifts=(D1, A1, L1, L2))) is None

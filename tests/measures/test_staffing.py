"""Holes in the least staffing, and the open shifts that would close them."""

from dataclasses import replace

from builders import A1, D1, L1, L2, N1, WEEKDAYS, WEEKEND, demand, person, plan, row, shift, unit

from heiltid.measures.staffing import (
    OpenShift,
    holes,
    lacks_at_weekends,
    open_shifts,
    understaffed_person_minutes,
)
from heiltid.model import DaySelector, Plan, Unit
from heiltid.rules.context import Context

MONDAY = frozenset({0})
FREE_WEEK = "- - - - - - -"


def lines(ward: Unit, now: Plan) -> list[tuple[int, str | None, str | None, int]]:
    context = Context(ward, now)
    return [(s.day, s.code, s.competence, s.people) for s in open_shifts(context, holes(context))]


def lacking(ward: Unit, now: Plan) -> int:
    return understaffed_person_minutes(holes(Context(ward, now)))


def test_a_missing_nurse_counts_in_the_nurse_row_and_in_the_total_row() -> None:
    rows = (demand(MONDAY, "07:30-15:00", 1), demand(MONDAY, "07:30-15:00", 1, competence="nurse"))
    ward = unit(demand=rows)
    assert lacking(ward, plan(row(FREE_WEEK))) == 2 * 450
    assert lacking(ward, plan(row("D1 - - - - - -"))) == 450  # somebody, but no nurse
    assert lines(ward, plan(row(FREE_WEEK))) == [(0, "D1", "nurse", 1)]


def test_only_below_min_is_a_hole() -> None:
    rows = (demand(MONDAY, "07:30-15:00", 1, target=2),)
    ward = unit(demand=rows)
    assert lacking(ward, plan(row("D1 - - - - - -"))) == 0
    assert lines(ward, plan(row("D1 - - - - - -"))) == []


def test_a_hole_on_saturday_or_sunday_is_one_at_the_weekend() -> None:
    rows = (demand(MONDAY, "07:30-15:00", 1), demand(WEEKEND, "07:30-15:00", 1))
    for cells, lacks in (("- - - - - D1 D1", False), ("D1 - - - - D1 -", True), ("D1 - - - - - D1", True)):
        assert lacks_at_weekends(Context(unit(demand=rows), plan(row(cells)))) is lacks


def test_the_shortest_code_that_closes_the_hole_is_named() -> None:
    ward = unit(demand=(demand(MONDAY, "07:30-15:00", 2),))
    assert lines(ward, plan(row(FREE_WEEK))) == [(0, "D1", None, 2)]


def test_a_whole_day_is_closed_by_two_shifts_not_three() -> None:
    ward = unit(demand=(demand(MONDAY, "07:30-22:00", 1),))
    found = lines(ward, plan(row(FREE_WEEK)))
    assert found == [(0, "D1", None, 1), (0, "A1", None, 1)]  # no long one: the two close it as well


def test_a_long_shift_that_closes_a_part_of_two_rows_is_not_offered_for_ordinary_ones() -> None:
    # The evening lacks one until 20:00 only: one L1 would close both.
    rows = (demand(MONDAY, "07:45-14:30", 1), demand(MONDAY, "15:00-20:00", 1))
    assert lines(unit(demand=rows), plan(row(FREE_WEEK))) == [(0, "D1", None, 1), (0, "A1", None, 1)]


def test_a_long_shift_that_is_needed_closes_the_rows_beside_it_too() -> None:
    rows = (demand(MONDAY, "07:30-09:30", 1), demand(MONDAY, "09:30-20:00", 1))
    assert lines(unit(demand=rows), plan(row(FREE_WEEK))) == [(0, "L1", None, 1)]


def test_an_ordinary_shift_is_offered_before_a_shorter_long_one() -> None:
    short = shift("L9", "08:00-14:00")
    ward = unit(demand=(demand(MONDAY, "08:00-13:00", 1),), shifts=(short, D1))
    assert lines(ward, plan(row(FREE_WEEK))) == [(0, "D1", None, 1)]


def test_the_weekend_of_the_worked_example_is_closed_by_four_long_shifts() -> None:
    rows = (
        demand(WEEKEND, "07:30-09:30", 2),
        demand(WEEKEND, "09:30-20:00", 4),
        demand(WEEKEND, "20:00-22:00", 2),
    )
    ward = unit(demand=rows, shifts=(L1, L2))
    assert lines(ward, plan(row(FREE_WEEK))) == [
        (5, "L1", None, 2),
        (5, "L2", None, 2),
        (6, "L1", None, 2),
        (6, "L2", None, 2),
    ]


def test_the_shifts_named_really_close_every_hole() -> None:
    rows = (
        demand(WEEKDAYS, "07:00-15:00", 3),
        demand(WEEKDAYS | WEEKEND, "14:00-23:00", 2),
        demand(WEEKDAYS | WEEKEND, "21:45-07:45", 1, competence="nurse"),
    )
    ward = unit(demand=rows, shifts=(shift("D2", "07:00-14:30"), D1, A1, shift("A2", "14:00-23:00"), N1))
    staff = []
    for day, code, competence, people in lines(ward, plan(row(FREE_WEEK))):
        for _ in range(people):
            number = str(len(staff) + 10)
            cells = ["-"] * 7
            cells[day] = str(code)
            staff.append((person(number, competence=competence), row(" ".join(cells), number)))
    full = replace(ward, employees=tuple(entry for entry, _ in staff))
    assert lacking(full, plan(*(line for _, line in staff))) == 0


def test_a_time_no_code_covers_is_named_by_its_clock() -> None:
    ward = unit(demand=(demand(MONDAY, "06:00-15:00", 1),), shifts=(D1,))
    context = Context(ward, plan(row(FREE_WEEK)))
    assert open_shifts(context, holes(context)) == (
        OpenShift(day=0, code=None, start_minute=360, end_minute=450, competence=None, people=1),
        OpenShift(day=0, code="D1", start_minute=450, end_minute=900, competence=None, people=1),
    )


def test_a_code_is_offered_only_on_its_own_days_and_for_its_own_competence() -> None:
    weekday_only = replace(D1, days=DaySelector(weekdays=WEEKDAYS))
    ward = unit(
        demand=(demand(frozenset({4, 5}), "07:30-15:00", 1),),
        shifts=(weekday_only, shift("D8", "07:30-15:30", competence="nurse")),
    )
    assert lines(ward, plan(row(FREE_WEEK))) == [(4, "D1", None, 1), (5, "D8", "nurse", 1)]


def test_the_night_before_closes_the_morning_across_the_seam() -> None:
    ward = unit(demand=(demand(MONDAY, "00:00-07:00", 1),))
    assert lines(ward, plan(row(FREE_WEEK))) == [(6, "N1", None, 1)]

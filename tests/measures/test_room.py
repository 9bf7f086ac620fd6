"""What keeps positions from growing: the budget before the proven ceiling, and what the weekends take."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import WEEKDAYS, WEEKEND, demand, engine_run, person, plan, row, unit

from heiltid.edits.scenarios import renewed
from heiltid.measures.room import Frame, Limit, ceiling_bp, limit_of, room_of
from heiltid.model import Absence, Plan, PlanRole, Unit, UnitFile

WEEK = "D1 D1 D1 D1 D1 - -"


def ward(*, every: int = 3, budget_bp: int | None = None, need: int = 2) -> Unit:
    """Six half-timers who want 75 %; `need` people every day of the week from 07:30 to 15:00."""
    people = tuple(person(str(n), 5_000, wanted_bp=7_500, weekend_every=every) for n in range(1, 7))
    rows = (demand(WEEKDAYS | WEEKEND, "07:30-15:00", need),)
    return unit(weeks=3, employees=people, demand=rows, fte_budget_bp=budget_bp)


def rota(position_bp: int = 5_000, bound_bp: float | None = None) -> Plan:
    rows = [row(" ".join([WEEK] * 3), str(n), position_bp) for n in range(1, 7)]
    origin = engine_run(
        bound_average_position_bp=bound_bp,
    )
    return replace(plan(*rows), origin=origin)


def test_a_plan_above_its_ceiling_was_changed_since_and_has_none() -> None:
    assert ceiling_bp(rota(bound_bp=7_290), 7_290) == 7_290
    assert ceiling_bp(rota(bound_bp=7_290), 7_295) == 7_290  # rounding
    assert ceiling_bp(rota(bound_bp=7_290), 7_310) is None
    assert ceiling_bp(replace(rota(), origin=None), 5_000) is None


@pytest.mark.parametrize(
    ("used", "average", "bound", "limit"),
    [
        (29_501, 4_000, 9_000, Limit.BUDGET),  # 499 left: less than a twentieth of a position
        (29_500, 4_000, 9_000, None),
        (29_501, 8_996, 9_000, Limit.BUDGET),  # both are met: the budget is what can be changed
        (20_000, 8_996, 9_000, Limit.BOUND),
        (20_000, 8_995, 9_000, None),
        (20_000, 8_996, None, None),
    ],
)
def test_which_limit_is_met(used: int, average: float, bound: float | None, limit: Limit | None) -> None:
    assert limit_of(budget_bp=30_000, used_bp=used, average_bp=average, bound_bp=bound) is limit


def test_nothing_is_known_of_a_plan_without_budget_and_run() -> None:
    assert limit_of(budget_bp=None, used_bp=None, average_bp=None, bound_bp=None) is None


def test_what_people_lack_is_counted_where_the_positions_of_today_are_the_budget() -> None:
    found = room_of(ward(), rota())
    assert (found.limit, found.wanting, found.missing_bp) == (Limit.BUDGET, 6, 6 * 2_500)
    assert (found.budget_bp, found.is_budget_set, found.lines) == (30_000, False, 6)
    assert found.needed_bp == 29_578  # 2 x 7 x 7.5 h = 105 h of 35.5 h a week = 2.9578 positions, upwards


def test_a_budget_that_was_set_leaves_room() -> None:
    found = room_of(ward(budget_bp=40_000), rota(bound_bp=6_000.0))
    assert (found.limit, found.is_budget_set) == (None, True)
    assert room_of(ward(budget_bp=40_000), rota(bound_bp=5_000.0)).limit is Limit.BOUND


def test_two_people_in_every_weekend_take_six_who_work_each_third() -> None:
    assert [need.needed for need in room_of(ward(), rota()).weekends] == [6]
    assert room_of(ward(), rota()).has_binding_weekends
    half = room_of(ward(every=2), rota())
    assert [need.needed for need in half.weekends] == [4]
    assert not half.has_binding_weekends  # six are more than a tenth above four


def test_who_works_no_weekends_is_not_counted_for_them() -> None:
    # Two never work them: the other four, each third weekend, are 4/3 where two are needed, so six are taken.
    people = tuple(replace(one, weekend_every=0 if int(one.number) > 4 else 3) for one in ward().employees)
    found = room_of(replace(ward(), employees=people), rota())
    (need,) = found.weekends
    assert (found.lines, need.workers, need.needed) == (6, 4, 6)
    assert found.has_binding_weekends


def test_weekends_nobody_works_bind_nobody() -> None:
    found = room_of(ward(every=0), rota())
    assert found.weekends == ()
    assert not found.has_binding_weekends


def test_who_leaves_makes_the_same_hours_more_positions() -> None:
    ordinary = room_of(ward(), rota())
    assert (ordinary.hours_bp, ordinary.needed_bp) == (29_578, 29_578)
    # One of six equal half-timers is there for one of three weeks: 16 of 18 shares of the time.
    people = ward().employees
    leaving = replace(ward(), employees=(*people[:-1], replace(people[-1], employed_to=date(2027, 1, 10))))
    found = room_of(leaving, rota())
    assert (found.hours_bp, found.needed_bp) == (29_578, 33_275)  # 29 577.46 x 18 / 16 = 33 274.6


def adopted(today_bp: int, made_bp: int) -> UnitFile:
    """A ward that took a built rota into use. Full time is 35.5 h a week, no rota was there before."""
    away = Absence(employee="1", first=date(2027, 1, 4), last=date(2027, 1, 24), code="PERM")
    small = unit(
        weeks=3,
        employees=(person("1", today_bp, wanted_bp=9_000), person("2", 5_000, wanted_bp=9_000)),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
        absences=(away,),
    )
    rows = (row("- " * 21, "1", today_bp), row(" ".join([WEEK] * 3), "2", made_bp))
    made = replace(plan(*rows), role=PlanRole.SCENARIO, origin=rota().origin)
    return renewed(UnitFile(unit=small, plans=(made,)), made)


def test_a_rota_taken_into_use_has_the_frame_it_was_made_with() -> None:
    # 37.5 h are 10 564 bp; the second is half of all the positions that are there: 21 127 are needed,
    # more than today's 10 000. Afterwards she is 10 000 of 15 000, so 15 846 would do, and the
    # positions are 15 000.
    file = adopted(5_000, 10_000)
    after = file.plan(PlanRole.TODAY)
    assert after is not None
    now, then = room_of(file.unit, after), room_of(file.unit, after, file.rota_before(after))
    assert now.budget_bp == 15_846
    assert (then.budget_bp, then.frame) == (21_127, Frame.STAFFING)
    assert then.used_bp == now.used_bp == 15_000
    was = file.plan(PlanRole.BEFORE)
    assert was is not None
    assert room_of(file.unit, was).budget_bp == 21_127


def test_today_s_positions_after_a_built_rota_are_told_as_those_of_that_rota() -> None:
    # Half of the positions are there: 21 127 needed, 8 000 + 8 000 = 16 000 is below. With nobody away
    # 10 564 are needed, so what is in use binds.
    file = adopted(8_000, 8_000)
    unit_now = replace(file.unit, absences=())
    after = file.plan(PlanRole.TODAY)
    assert after is not None
    next_one = replace(after, role=PlanRole.SCENARIO)
    assert room_of(unit_now, next_one, after).frame is Frame.IN_USE
    assert room_of(unit_now, next_one, replace(after, origin=None)).frame is Frame.TODAY
    changed = replace(unit_now, employees=(unit_now.employees[0], person("2", 9_000)))
    assert room_of(changed, next_one, after).frame is Frame.TODAY  # she changed it since

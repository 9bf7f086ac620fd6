"""A rota laid over dates, with absences and decisions; taken back and rolled again."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from builders import demand, person, plan, row, unit
from hypothesis import given
from hypothesis import strategies as st
from rolls import MAY, SUMMER, away, booked, roll, rolled_again, shown

from heiltid.booking.dates.fingerprint import fingerprint
from heiltid.booking.dates.rolling import (
    decide,
    options_problem,
    rolled,
    running_week,
    undecide,
)
from heiltid.errors import InternalError
from heiltid.model import Cell, Decision, Plan, RotaKind, Status, Unit, Wish, WishDays
from heiltid.model.booking import Booked, LostTo, RollOutOptions, Unfitness
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge

TWO_WEEKS = "D1 D1 - - - - - A1 A1 A1 - - - -"
DAY = timedelta(days=1)


def two_weeks(**more: object) -> Unit:
    return unit(2, **more)


# -- the rota on its dates --------------------------------------------------------------------------


def test_a_rota_begins_in_any_of_its_weeks_and_goes_round() -> None:
    found = roll(two_weeks(), row(TWO_WEEKS), week=2, weeks=3)
    assert shown(found) == "A1 A1 A1 - - - - D1 D1 - - - - - A1 A1 A1 - - - -"
    assert (found.unit.kind, found.unit.start, found.unit.weeks) == (RotaKind.DATED, SUMMER, 3)


def test_the_two_weeks_before_are_those_the_rota_ran() -> None:
    found = roll(two_weeks(), row(TWO_WEEKS), week=2, weeks=1)  # so weeks 2 and 1 ran before it
    before = [cell.shift or "-" for cell in found.plan.rows[0].history]
    assert " ".join(before) == "A1 A1 A1 - - - - D1 D1 - - - - -"


def test_at_the_rotas_own_start_the_weeks_before_are_those_of_the_base() -> None:
    base = two_weeks(start=SUMMER)
    own = roll(base, row(TWO_WEEKS, history="- - - - - - - - - - - - - N1"))
    assert own.plan.rows[0].history[-1].shift == "N1"
    assert roll(base, row(TWO_WEEKS)).plan.rows[0].history == ()
    # A week later, the last of them is the rota's own and the other the second of the base's two.
    later = roll(base, row(TWO_WEEKS, history="- - - - - - - - - - - - - N1"), first=SUMMER + 7 * DAY, week=2)
    assert [cell.shift for cell in later.plan.rows[0].history[6:9]] == ["N1", "D1", "D1"]


def test_who_comes_and_who_leaves_is_free_outside_the_employment() -> None:
    leaves = person(employed_to=SUMMER)
    found = roll(two_weeks(employees=(leaves,)), row(TWO_WEEKS))
    assert shown(found).split()[:3] == ["D1", "-", "-"]
    assert [(lost.on, lost.code, lost.to) for lost in found.lost] == [
        (SUMMER + DAY, "D1", LostTo.EMPLOYMENT),
        *((SUMMER + days * DAY, "A1", LostTo.EMPLOYMENT) for days in (7, 8, 9)),
    ]


def test_an_absence_lies_over_the_shift_and_leaves_free_days_free() -> None:
    found = roll(two_weeks(), row(TWO_WEEKS), absences=(away(SUMMER + DAY, SUMMER + 7 * DAY),))
    assert shown(found) == "D1 (D1)FE - - - - - (A1)FE A1 A1 - - - -"
    assert [(lost.on, lost.code, lost.absence) for lost in found.lost] == [
        (SUMMER + DAY, "D1", "FE"),
        (SUMMER + 7 * DAY, "A1", "FE"),
    ]
    assert len(found.unit.absences) == 1


def test_absences_of_other_times_and_people_are_not_carried() -> None:
    entries = (
        away(SUMMER - 30 * DAY, SUMMER - 15 * DAY),  # ends the day before the history begins
        away(SUMMER + 14 * DAY, SUMMER + 20 * DAY),  # begins the day after the end
        away(SUMMER, SUMMER, number="gone"),
        away(SUMMER - 20 * DAY, SUMMER - 14 * DAY),
    )
    assert roll(two_weeks(), row(TWO_WEEKS), absences=entries).unit.absences == entries[3:]


def test_of_two_absences_on_a_day_the_first_given_shows() -> None:
    entries = (away(SUMMER, SUMMER, "SJUK"), away(SUMMER, SUMMER + DAY, "FE"))
    found = roll(two_weeks(), row(TWO_WEEKS), absences=entries)
    assert shown(found).startswith("(D1)SJUK (D1)FE - ")


def test_wishes_for_a_day_of_the_rotation_become_dates() -> None:
    wishes = (
        Wish(employee="1", when=WishDays(week=1, weekday=1), off=True),
        Wish(employee="1", when=WishDays(weekday=4), off=True),
        Wish(employee="1", when=WishDays(on=SUMMER + 3 * DAY), off=True),
        Wish(employee="1", when=WishDays(on=SUMMER - DAY), off=True),
    )
    found = roll(two_weeks(wishes=wishes), row(TWO_WEEKS), week=2, weeks=4)
    assert [wish.when for wish in found.unit.wishes] == [
        WishDays(on=SUMMER + 8 * DAY),  # rotation week 1 stands in the second week and the fourth
        WishDays(on=SUMMER + 22 * DAY),
        WishDays(weekday=4),
        WishDays(on=SUMMER + 3 * DAY),
    ]


@pytest.mark.parametrize(
    ("weeks", "every", "offset", "from_week", "length", "dated"),
    [
        (6, 3, 3, 3, 6, 1),  # week 3 is the first of the dated weeks
        (6, 3, 1, 3, 6, 2),  # weeks 1, 4: week 4 is the second of them
        (6, 2, 1, 4, 6, 2),  # weeks 1, 3, 5: week 5 is the second
        (4, 3, 1, 1, 4, 1),
        (4, 3, 1, 1, 5, None),  # week 1 follows week 4: the rhythm is broken there
    ],
)
def test_the_weekend_rhythm_follows_the_weeks(
    weeks: int, every: int, offset: int, from_week: int, length: int, dated: int | None
) -> None:
    base = unit(weeks, employees=(person(weekend_every=every, weekend_offset=offset),))
    found = roll(base, row(" ".join(["-"] * 7 * weeks)), week=from_week, weeks=length)
    assert found.unit.employees[0].weekend_offset == dated


def test_a_longer_roll_out_has_room_for_more_extra_weekends() -> None:
    base = two_weeks(employees=(person(extra_weekends=1),))
    assert roll(base, row(TWO_WEEKS), weeks=4).unit.employees[0].extra_weekends == 2
    assert roll(base, row(TWO_WEEKS), weeks=5).unit.employees[0].extra_weekends == 3


def test_who_has_no_line_in_the_rota_has_a_free_one_on_the_dates() -> None:
    base = two_weeks(employees=(person("1"), person("2", 0, status=Status.HOURLY)))
    found = roll(base, row(TWO_WEEKS))
    assert shown(found, "2") == " ".join(["-"] * 14)
    assert [line.employee for line in found.base_plan.rows] == ["1"]


def test_answers_to_findings_come_along_on_all_dates_of_their_days() -> None:
    def answer(*days: int) -> Decision:
        return Decision(rule="x", employee="1", days=days, reason="", by="", decided_at=datetime(2027, 1, 1))

    base = replace(plan(row(TWO_WEEKS)), decisions=(answer(1), answer(8), answer()))
    found = rolled(two_weeks(), base, RollOutOptions(first=SUMMER, from_week=1, weeks=1))
    assert [entry.days for entry in found.plan.decisions] == [(1,), ()]


@pytest.mark.parametrize(
    ("base", "options", "problem"),
    [
        (unit(2), RollOutOptions(first=SUMMER, from_week=2, weeks=52), None),
        (unit(2), RollOutOptions(first=SUMMER + DAY, from_week=1, weeks=2), "not_monday"),
        (unit(2), RollOutOptions(first=SUMMER, from_week=3, weeks=2), "no_such_week"),
        (unit(2), RollOutOptions(first=SUMMER, from_week=0, weeks=2), "no_such_week"),
        (unit(2), RollOutOptions(first=SUMMER, from_week=1, weeks=53), "too_many_weeks"),
    ],
)
def test_what_cannot_be_rolled_out_is_told(base: Unit, options: RollOutOptions, problem: str | None) -> None:
    found = options_problem(base, options)
    assert found == (None if problem is None else f"booking.trouble.{problem}")
    if problem is not None:
        with pytest.raises(InternalError):
            rolled(base, plan(row(TWO_WEEKS)), options)


def test_a_running_rota_knows_its_week() -> None:
    # 4 January is week 1 of two; 21 June is 24 weeks later: week 1 again; a week later week 2.
    assert [running_week(two_weeks(), SUMMER + days * DAY) for days in (0, 7, -7)] == [1, 2, 2]


# -- decisions --------------------------------------------------------------------------------------


def test_a_decision_lies_over_the_plan_and_is_taken_off_again() -> None:
    first = roll(two_weeks(), row(TWO_WEEKS))
    made = decide(first, {("1", SUMMER + 3 * DAY): Cell(shift="A1")}, "L", datetime(2027, 6, 1))
    assert shown(made) == "D1 D1 - A1 - - - A1 A1 A1 - - - -"
    assert made.decisions[0].was == Cell()
    assert undecide(made, made.decisions) == first
    assert decide(first, {("1", SUMMER): Cell(shift="D1")}, "L", datetime(2027, 6, 1)) is first
    with pytest.raises(InternalError):
        decide(first, {("1", SUMMER - DAY): Cell()}, "L", datetime(2027, 6, 1))


def test_the_later_of_two_decisions_stands_whatever_their_order() -> None:
    early = booked(SUMMER + 3 * DAY, "A1", at=datetime(2027, 6, 1))
    late = booked(SUMMER + 3 * DAY, "N1", was="A1", at=datetime(2027, 6, 2))
    for decisions in ((early, late), (late, early)):
        found = roll(two_weeks(), row(TWO_WEEKS), decisions=decisions)
        assert shown(found).split()[3] == "N1"
        assert found.unfit == ()


@pytest.mark.parametrize(
    ("decision", "why"),
    [
        (booked(SUMMER + 14 * DAY, "A1"), Unfitness.OUTSIDE),
        (booked(SUMMER - 15 * DAY, "A1"), Unfitness.OUTSIDE),
        (booked(SUMMER + 3 * DAY, "A1", number="9"), Unfitness.NO_SUCH_PERSON),
        (booked(SUMMER + 3 * DAY, "A9"), Unfitness.NO_SUCH_CODE),
        (booked(SUMMER + 13 * DAY, "A1"), Unfitness.NOT_EMPLOYED),
        (booked(SUMMER, "A1", was="N1"), Unfitness.ROTA_CHANGED),  # D1 stands there, no longer N1
    ],
)
def test_a_decision_that_does_not_fit_is_kept_and_told(decision: Booked, why: Unfitness) -> None:
    base = two_weeks(employees=(person(employed_to=SUMMER + 12 * DAY),))
    found = roll(base, row(TWO_WEEKS), decisions=(decision,))
    assert [(entry.decision, entry.why) for entry in found.unfit] == [(decision, why)]
    assert found.decisions == (decision,)
    assert found.plan == roll(base, row(TWO_WEEKS)).plan


def test_a_decision_comes_back_when_the_rota_does() -> None:
    made = roll(two_weeks(), row(TWO_WEEKS), decisions=(booked(SUMMER + 3 * DAY, "A1"),))
    changed = rolled_again(made, plan=plan(row("D1 D1 - N1 - - - A1 A1 A1 - - - -")))
    assert [entry.why for entry in changed.unfit] == [Unfitness.ROTA_CHANGED]
    assert shown(changed).split()[3] == "N1"
    assert changed.base_fingerprint != made.base_fingerprint
    assert rolled_again(changed, plan=made.base_plan) == made


@pytest.mark.parametrize("day", [0, 3])
def test_who_falls_ill_after_a_booking_uncovers_it(day: int) -> None:
    on = SUMMER + day * DAY
    made = roll(two_weeks(), row(TWO_WEEKS.replace("D1", "-")), decisions=(booked(on, "A1"),))
    ill = rolled_again(made, absences=(away(on, on, "SJUK"),))
    assert shown(ill).split()[day] == "(A1)SJUK"
    assert ill.covered == made.decisions
    assert (ill.unfit, [lost.to for lost in ill.lost]) == ((), [LostTo.ABSENCE])


def test_a_decision_made_in_sight_of_the_absence_stands() -> None:
    absences = (away(SUMMER, SUMMER + DAY, "FE"),)
    first = roll(two_weeks(), row(TWO_WEEKS), absences=absences)
    back = decide(first, {("1", SUMMER): Cell(shift="D1")}, "L", datetime(2027, 6, 1))
    assert shown(back).startswith("D1 (D1)FE - ")
    assert back.covered == ()
    worse = rolled_again(back, absences=(away(SUMMER, SUMMER, "SJUK"),))  # another absence than that
    assert shown(worse).startswith("(D1)SJUK D1 - ")


def test_what_was_decided_on_the_weeks_before_is_what_was_worked() -> None:
    """Somebody took a night on the last Sunday before, so the Monday's D1 begins before that night ends."""
    taken = booked(SUMMER - DAY, "N1")
    found = roll(two_weeks(), row(TWO_WEEKS), decisions=(taken, booked(SUMMER - 14 * DAY, "N1", was="L1")))
    before = [cell.shift or "-" for cell in found.plan.rows[0].history]
    assert " ".join(before) == "N1 D1 - - - - - A1 A1 A1 - - - N1"
    assert (found.unfit, found.covered) == ((), ())
    assert undecide(found, found.decisions) == roll(two_weeks(), row(TWO_WEEKS))
    broken = [entry.rule for entry in judge(found.unit, found.plan) if entry.severity is Severity.BREACH]
    assert broken == ["one_work_period"]  # 07:30 on Monday lies before 07:45, when the night ends


def test_a_shift_taken_in_a_holiday_before_the_weeks_was_worked() -> None:
    week = (away(SUMMER - 7 * DAY, SUMMER - DAY),)
    laid = replace(booked(SUMMER - 7 * DAY, "D1"), was=Cell(shift="A1", absence="FE"))
    found = roll(two_weeks(), row(TWO_WEEKS), absences=week, decisions=(laid,))
    before = found.plan.rows[0].history
    assert (before[7], before[8]) == (Cell(shift="D1"), Cell(shift="A1", absence="FE"))


# -- what always holds ------------------------------------------------------------------------------

CODES = st.sampled_from(["D1", "A1", "N1", None])


@st.composite
def bases(draw: st.DrawFn) -> tuple[Unit, Plan]:
    weeks = draw(st.integers(1, 3))
    everyday = demand(frozenset(range(7)), "07:30-15:00", 1)
    people = tuple(
        person(
            str(number),
            employed_from=draw(st.none() | st.dates(MAY, MAY + 20 * DAY)),
            weekend_offset=draw(st.none() | st.integers(1, 3)),
        )
        for number in range(1, 3)
    )
    rows = []
    for entry in people:
        codes = draw(st.lists(CODES, min_size=7 * weeks, max_size=7 * weeks))
        rows.append(row(" ".join(code or "-" for code in codes), entry.number))
    return unit(weeks, demand=(everyday,), employees=people), plan(*rows)


@st.composite
def roll_outs(draw: st.DrawFn) -> RollOutOptions:
    return RollOutOptions(
        first=MAY + 7 * DAY * draw(st.integers(0, 2)), from_week=1, weeks=draw(st.integers(1, 5))
    )


def decisions() -> st.SearchStrategy[tuple[Booked, ...]]:
    one = st.builds(
        Booked,
        employee=st.sampled_from(["1", "2", "3"]),
        on=st.dates(MAY - DAY, MAY + 40 * DAY),
        cell=st.builds(Cell, shift=CODES),
        was=st.builds(Cell, shift=CODES),
        by=st.just("L"),
        at=st.datetimes(datetime(2027, 4, 1), datetime(2027, 4, 2)),
    )
    return st.lists(one, max_size=8).map(tuple)


def absences() -> st.SearchStrategy[tuple[object, ...]]:
    one = st.builds(
        lambda first, days, number: away(first, first + days * DAY, number=number),
        st.dates(MAY, MAY + 30 * DAY),
        st.integers(0, 10),
        st.sampled_from(["1", "2"]),
    )
    return st.lists(one, max_size=2).map(tuple)


@given(bases(), roll_outs(), absences(), decisions())
def test_rolled_out_and_taken_back_is_the_base_and_twice_is_once(base, options, away_then, made) -> None:  # type: ignore[no-untyped-def]
    before = fingerprint(*base)
    found = rolled(*base, options, away_then, made)
    assert (found.base_unit, found.base_plan, found.decisions) == (*base, made)
    assert fingerprint(found.base_unit, found.base_plan) == before == found.base_fingerprint
    assert rolled_again(found) == found


@given(bases(), bases(), roll_outs(), roll_outs(), absences(), decisions())
def test_no_decision_is_ever_lost(base, other, options, later, away_then, made) -> None:  # type: ignore[no-untyped-def]
    found = rolled(*base, options, (), made)
    changed = rolled_again(found, unit=other[0], plan=other[1], options=later, absences=away_then)
    assert changed.decisions == made
    back = rolled_again(changed, unit=base[0], plan=base[1], options=options, absences=())
    assert back == found
    # Each of them shows in the plan, lies under a later one of the same day, or is told not to fit.
    untold = [entry for entry in made if entry not in [unfit.decision for unfit in changed.unfit]]
    last = {(entry.employee, entry.on): entry for entry in sorted(untold, key=lambda entry: entry.at)}
    for (employee, on), entry in last.items():
        line = changed.plan.row_of()[employee]
        days = [*(line.history or [Cell()] * 14), *line.cells]
        assert days[14 + (on - later.first).days].shift == entry.cell.shift


def test_a_fingerprint_tells_values_apart_and_sets_alike() -> None:
    base, rota = two_weeks(), plan(row(TWO_WEEKS))
    assert fingerprint(base, rota) == fingerprint(two_weeks(), plan(row(TWO_WEEKS)))
    assert fingerprint(base, rota) != fingerprint(replace(base, residents=3), rota)
    assert fingerprint(base, rota) != fingerprint(base, replace(rota, name="x"))
    assert len(fingerprint(base, rota)) == 64

"""Who may take an open place, why others may not, and how it counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from builders import SHIFTS, person, plan, row, unit
from hypothesis import given
from hypothesis import strategies as st
from judging import agreed, override
from rolls import SUMMER

from heiltid.advice.differences import added
from heiltid.booking.dates.judging import with_substitutes
from heiltid.booking.places.taking import Takers, cells_of_taking
from heiltid.model import (
    Absence,
    Cell,
    DaySelector,
    PlanRow,
    RotaKind,
    ShiftKind,
    Signed,
    Status,
    Unit,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.model.booking import CountsAs, OpenPlace, OpenWhy, Overtime, Refusal, Standing
from heiltid.rulebook import book_of
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge

DAY = timedelta(days=1)
FREE = "- - - - - - -"


def place(code: str | None = "D1", day: int = 2, **more: Any) -> OpenPlace:
    found = {shift.code: shift for shift in SHIFTS}.get(code or "", SHIFTS[0])
    return OpenPlace(
        number=more.pop("number", 1),
        on=SUMMER + day * DAY,
        code=code,
        start_minute=found.start_minute,
        end_minute=found.end_minute,
        competence=more.pop("competence", None),
        why=more.pop("why", OpenWhy.UNDERSTAFFED),
        **more,
    )


def dated(**more: Any) -> Unit:
    more.setdefault("employees", (person(position=2_113),))
    return unit(more.pop("weeks", 1), start=SUMMER, kind=RotaKind.DATED, **more)


def asked(line: PlanRow, wanted: OpenPlace, overtime: tuple[Overtime, ...] = (), **more: Any) -> Standing:
    return Takers(dated(**more), plan(line), overtime=overtime).standing(wanted, line.employee)


def refused(line: PlanRow, wanted: OpenPlace, **more: Any) -> tuple[Refusal | None, str | None]:
    found = asked(line, wanted, **more)
    assert found.can is (found.refusal is None)
    return found.refusal, found.rule


def test_who_is_free_may_take_it_and_it_counts() -> None:
    found = asked(row("D1 - - - - - -", position=2_113), place())
    assert found == Standing(place=1, employee="1", extra_minutes=450, strains=found.strains)
    assert found.counts_as is CountsAs.EXTRA


@pytest.mark.parametrize(
    ("line", "wanted", "who", "why"),
    [
        (FREE, place(None), {}, Refusal.NO_CODE),
        ("- - D1 - - - -", place("A1"), {}, Refusal.WORKS),
        ("- - !- - - - -", place(), {}, Refusal.LOCKED),
        (FREE, place(), {"employed_from": SUMMER + 3 * DAY}, Refusal.NOT_EMPLOYED),
        (FREE, place("N1"), {"kinds": frozenset({ShiftKind.DAY})}, Refusal.KIND),
        (FREE, place("L1", day=5), {}, Refusal.LONG_SHIFTS),
        (FREE, place(competence="nurse"), {"competence": "assistant"}, Refusal.COMPETENCE),
        (FREE, place(competence="nurse"), {}, Refusal.COMPETENCE),
    ],
)
def test_what_keeps_somebody_from_it(line: str, wanted: OpenPlace, who: Any, why: Refusal) -> None:
    assert refused(row(line), wanted, employees=(person(**who),)) == (why, None)


def test_an_absence_and_a_shift_not_meant_for_the_day_keep_her_from_it() -> None:
    away = Absence(employee="1", first=SUMMER, last=SUMMER + 6 * DAY, code="FE")
    assert refused(row(FREE), place(), absences=(away,))[0] is Refusal.ABSENT
    weekends = tuple(replace(shift, days=DaySelector(weekdays=frozenset({5, 6}))) for shift in SHIFTS)
    assert refused(row(FREE), place(), shifts=weekends)[0] is Refusal.SHIFT_DAYS


def test_too_short_a_rest_refuses_it_unless_it_is_agreed() -> None:
    # A1 ends 22:00, D1 begins 07:30: 9.5 h, and then 12.5 h: by agreement only.
    law = row("- A1 - - - - -")
    assert refused(law, place(), rule_book="law") == (Refusal.AGREEMENT, "daily_rest")
    assert asked(law, place()).can  # the usual book allows it before it is signed
    no = (agreed("10-8 (3)", Signed.REFUSED),)
    assert refused(law, place(), agreements=no) == (Refusal.REST, "daily_rest")


def test_a_shift_that_overlaps_the_night_before_is_no_rest_at_all() -> None:
    assert refused(row("- N1 - - - - -"), place()) == (Refusal.REST, "one_work_period")


def test_other_rules_refuse_it_by_their_name() -> None:
    # Six days in a row is the most; the seventh is on a Monday, so that each week has its rest.
    six = row("- D1 D1 D1 D1 D1 D1 - - - - - - -", position=6_338)
    two_weeks = {"weeks": 2, "employees": (person(position=6_338, weekend_every=1),)}
    assert refused(six, place(day=7), **two_weeks) == (Refusal.RULE, "days_in_row")
    must = Wish(employee="1", when=WishDays(weekday=2), off=True, strength=WishStrength.MUST)
    assert refused(row(FREE), place(), wishes=(must,)) == (Refusal.RULE, "must_wish")


def test_what_was_broken_before_refuses_nothing() -> None:
    broken = row("N1 D1 - - - - -", position=2_113)  # they overlap: a breach that stands there already
    assert asked(broken, place(day=4)).can


def test_her_own_yes_is_enough_for_a_free_weekend_unless_the_book_says_no() -> None:
    weeks = row(" ".join(["- - - - - D1 D1", FREE, FREE]), position=2_000)
    wanted = place(day=12)
    found = asked(weeks, wanted, weeks=3)
    assert found.can
    assert "weekend_frequency" in found.strains
    closed = (override("booked_shifts", "beyond_weekend_frequency", "no"),)
    assert refused(weeks, wanted, weeks=3, overrides=closed) == (Refusal.RULE, "weekend_frequency")


def test_more_overtime_than_the_law_allows_is_refused() -> None:
    full = row("D1 D1 - D1 D1 - -")  # nothing unbound: 2130 - 1800 is unbound 330
    had = Overtime(employee="1", on=SUMMER + DAY, minutes=480)
    found = asked(full, place(), (had,), employees=(person(),))
    assert (found.unbound_minutes, found.overtime_minutes, found.can) == (330, 120, True)  # 600 in all
    one_more = replace(had, minutes=481)
    assert asked(full, place(), (one_more,), employees=(person(),)).refusal is Refusal.OVERTIME
    signed = (agreed("10-6 (5)", Signed.YES),)
    assert asked(full, place(), (one_more,), employees=(person(),), agreements=signed).can


def test_substitutes_by_the_hour_are_asked_and_their_rest_is_judged() -> None:
    hourly = person(position=0, status=Status.HOURLY)
    found = asked(row(FREE, position=0), place(), employees=(hourly,))
    assert (found.can, found.extra_minutes) == (True, 450)
    night = row("- N1 - - - - -", position=0)
    assert refused(night, place(), employees=(hourly,)) == (Refusal.REST, "one_work_period")


def test_nobody_is_asked_on_a_vacant_line() -> None:
    people = (person("1", status=Status.VACANT), person("2"))
    takers = Takers(dated(employees=people), plan(row("D1 D1 - - - - -", "1"), row(FREE, "2")))
    assert [entry.employee for entry in takers.standings(place(day=0))] == ["2"]


def test_a_place_taken_is_there_for_the_next_question() -> None:
    line = row("D1 - - - - - -", position=5_000)
    takers = Takers(dated(employees=(person(position=5_000),)), plan(line))
    first, second = place(day=2), place(day=3, number=2)
    assert takers.standing(first, "1").unbound_minutes == 450
    then = takers.after(first, "1")
    assert then.standing(first, "1").refusal is Refusal.WORKS
    assert (then.standing(second, "1").unbound_minutes, then.standing(second, "1").extra_minutes) == (
        165,
        285,
    )
    assert takers.standing(second, "1").unbound_minutes == 450  # the question before is as it was
    # The same told by the plan with the shift in it, beside the plan without.
    told = Takers(dated(employees=(person(position=5_000),)), then.plan, planned=takers.plan)
    assert told.hours_of("1") == then.hours_of("1")


def test_a_vacant_line_is_freed_of_what_somebody_takes() -> None:
    rota = plan(row("D1 - - - - - -", "1"), row(FREE, "2"))
    wanted = place(day=0, why=OpenWhy.VACANCY, whose="1")
    assert cells_of_taking(rota, wanted, "2", SUMMER) == {
        ("2", SUMMER): Cell(shift="D1"),
        ("1", SUMMER): Cell(),
    }
    ill = place(day=0, why=OpenWhy.ABSENCE, whose="1")
    assert list(cells_of_taking(rota, ill, "2", SUMMER)) == [("2", SUMMER)]
    left = plan(row(FREE, "1"), row(FREE, "2"))  # of somebody who has left nothing stands there any more
    assert list(cells_of_taking(left, wanted, "2", SUMMER)) == [("2", SUMMER)]


# -- the same as the checker ------------------------------------------------------------------------

CODES = st.sampled_from(["D1", "A1", "N1", "-", "-"])


@given(
    st.lists(CODES, min_size=28, max_size=28),
    st.integers(0, 27),
    st.sampled_from(["D1", "A1", "N1"]),
    st.sampled_from(Status),
    st.sampled_from(["law", "local"]),
)
def test_may_take_it_means_that_the_checker_finds_nothing_new(
    codes: list[str], day: int, code: str, status: Status, book: str
) -> None:
    ward = dated(weeks=4, employees=(person(position=2_000, status=status),), rule_book=book)
    before = plan(row(" ".join(codes), position=2_000))
    takers = Takers(ward, before)
    if status is Status.VACANT:
        assert takers.people == ()
        return
    found = takers.standing(place(code, day), "1")
    if found.refusal in (Refusal.WORKS, Refusal.OVERTIME):
        return
    codes[day] = code
    after = plan(row(" ".join(codes), position=2_000))
    judged = with_substitutes(ward)
    papers = book_of(ward)
    new = {
        finding.rule
        for finding in added(judge(judged, before), judge(judged, after))
        if finding.severity is Severity.BREACH
        or (finding.agreement is not None and not papers.may_use(finding.agreement, "1"))
    }
    assert found.can is (new <= {"weekend_frequency"})

"""Why a shift stands where it does: what its demand, wishes, rules and hours would lose without it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import demand, person, plan, row
from small_ward import FORTNIGHT, FREE, fortnight, ward

from heiltid.advice.shortfalls import Shortfall
from heiltid.advice.takers import Hindrance
from heiltid.advice.why import why_here
from heiltid.model import (
    Absence,
    Cell,
    DemandRow,
    Employee,
    Plan,
    RotaKind,
    RuleOverride,
    ShiftKind,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.rules.judgement import Judgement, judge_all

WEDNESDAY = 2
ONLY = frozenset({WEDNESDAY})
MIDNIGHT = WEDNESDAY * 1440
EVENING = fortnight("- - A1 - - - -")


def five_evenings(*needs: DemandRow, wishes: tuple[Wish, ...] = ()) -> Judgement:
    """1-5 have A1 on Wednesday, 6 and 7 are free, 7 does not work evenings."""
    people = [person(number) for number in "123456"]
    people.append(person("7", kinds=frozenset({ShiftKind.DAY})))
    lines = [row(EVENING if number in "12345" else fortnight(FREE), number) for number in "1234567"]
    return judge_all(ward(*people, demand=needs, wishes=wishes), plan(*lines))


def test_without_the_shift_four_of_five_are_there() -> None:
    judged = five_evenings(demand(ONLY, "15:00-22:00", 5))
    why = why_here(judged, "3", WEDNESDAY)
    assert why.cleared is not None
    assert why.cleared.shortfalls == (
        Shortfall(
            rule="staffing_minimum",
            row=0,
            shift=None,
            competence=None,
            spans=((MIDNIGHT + 15 * 60, MIDNIGHT + 22 * 60),),
            present=4,
            needed=5,
        ),
    )
    assert (why.deviation, why.cleared.deviation_after) == (450 - FORTNIGHT, -FORTNIGHT)
    # 6 could take it; the others stand there already, and 7 does not work evenings.
    assert [taker.employee for taker in why.cleared.colleagues] == ["6"]
    assert why.cleared.colleague_count == 1


def test_the_minimum_comes_before_the_target_and_who_would_be_alone_first() -> None:
    needs = (
        demand(ONLY, "15:00-22:00", 4, target=5),
        demand(ONLY, "20:00-22:00", 5),
        demand(ONLY, "07:30-15:00", 1),
    )
    why = why_here(five_evenings(*needs), "1", WEDNESDAY)
    assert why.cleared is not None
    # A1 starts at 14:30 and all five are there from then: the day row has four left, one is enough.
    assert [(entry.rule, entry.row, entry.present, entry.needed) for entry in why.cleared.shortfalls] == [
        ("staffing_minimum", 1, 4, 5),
        ("staffing_target", 0, 4, 5),
    ]


def test_a_competence_is_counted_by_those_who_cover_it() -> None:
    people = (person("1", competence="nurse"), person("2", competence="assistant"))
    needs = (demand(ONLY, "14:30-22:00", 1, competence="nurse"), demand(ONLY, "14:30-22:00", 1))
    judged = judge_all(ward(*people, demand=needs), plan(row(EVENING, "1"), row(EVENING, "2")))
    nurse, assistant = (why_here(judged, number, WEDNESDAY).cleared for number in "12")
    assert nurse is not None
    assert assistant is not None
    assert [(entry.competence, entry.present) for entry in nurse.shortfalls] == [("nurse", 0)]
    assert assistant.shortfalls == ()


def test_wishes_it_meets_and_breaks() -> None:
    when = WishDays(week=1, weekday=WEDNESDAY)
    meets = Wish(employee="1", when=when, code="A1", strength=WishStrength.STRONG)
    breaks = Wish(employee="1", when=WishDays(weekday=WEDNESDAY), off=True)
    other_day = Wish(employee="1", when=WishDays(weekday=4), off=True)
    other_person = Wish(employee="2", when=when, off=True)
    judged = five_evenings(wishes=(meets, breaks, other_day, other_person))
    why = why_here(judged, "1", WEDNESDAY)
    assert (why.wishes_met, why.wishes_broken) == ((meets,), (breaks,))
    free = why_here(judged, "6", WEDNESDAY)
    assert (free.wishes_met, free.wishes_broken) == ((), ())


def single_days(cells: str) -> Judgement:
    """One person, single days told of."""
    return judge_all(
        ward(
            person("1"), overrides=(RuleOverride(rule="kind_split", parameter="tolerance_bp", value="none"),)
        ),
        plan(row(fortnight(cells))),
    )


def test_the_rules_it_keeps_and_those_it_strains() -> None:
    # Mon D1, Tue -, Wed D1, Thu D1: Tuesday stands alone. Clearing Wednesday leaves Monday and
    # Thursday alone, and Tuesday is no longer a single free day.
    judged = single_days("D1 - D1 D1 - - -")
    why = why_here(judged, "1", WEDNESDAY)
    assert why.cleared is not None
    assert [(entry.rule, entry.days) for entry in why.cleared.brought] == [("isolated_work_day", (3,))]
    assert [entry.rule for entry in why.cleared.eased] == ["isolated_free_day"]
    assert why.findings == ()
    tuesday = why_here(judged, "1", 1)
    assert [entry.rule for entry in tuesday.findings] == ["isolated_free_day"]


def test_a_free_day_has_a_line_for_every_code_she_may_work_the_best_first() -> None:
    # D1 on Thursday. A1 on Wednesday leaves 9.5 h of rest, N1 to Thursday 07:45 overlaps with D1; D1
    # leaves all rest. She has not said yes to long shifts.
    judged = judge_all(ward(person("1")), plan(row(fortnight("- - - D1 - - -"))))
    why = why_here(judged, "1", WEDNESDAY)
    assert why.cleared is None
    assert [taker.code for taker in why.options] == ["D1", "A1", "N1"]
    assert [taker.can for taker in why.options] == [True, True, False]
    assert [entry.agreement for entry in why.options[1].agreements] == ["10-8 (3)"]
    assert {entry.rule for entry in why.options[2].breaches} >= {"one_work_period"}


@pytest.mark.parametrize(
    ("cells", "more", "closed", "standing"),
    [
        ("- - !-", {}, Hindrance.LOCKED, None),
        ("- - (D1)FE", {}, Hindrance.ABSENT, "FE"),
        ("- - -", {"employed_to": date(2027, 1, 5)}, Hindrance.NOT_EMPLOYED, None),
        ("- - -", {"number": "away"}, Hindrance.ABSENT, "SJUK"),
    ],
)
def test_a_day_that_is_closed(
    cells: str, more: dict[str, object], closed: Hindrance, standing: str | None
) -> None:
    someone: Employee = person(**{"number": "1", **more})
    sick = Absence(employee="away", first=date(2027, 1, 6), last=date(2027, 1, 8), code="SJUK")
    a_plan: Plan = plan(row(fortnight(f"{cells} - - - -"), someone.number))
    why = why_here(judge_all(ward(someone, absences=(sick,)), a_plan), someone.number, WEDNESDAY)
    assert (why.closed, why.standing, why.options, why.cleared) == (closed, standing, (), None)


def test_nobody_is_asked_where_nobody_is_to_be_named() -> None:
    judged = five_evenings(demand(ONLY, "15:00-22:00", 5))
    cleared = why_here(judged, "3", WEDNESDAY, colleagues=0).cleared
    assert cleared is not None
    assert (cleared.colleagues, cleared.colleague_count) == ((), None)
    assert len(cleared.shortfalls) == 1


def test_a_night_over_the_seam_of_a_cyclic_rota() -> None:
    # N1 on Sunday staffs Monday 06:00-07:00 of the next run, which is the plan's first day.
    a_unit = ward(person("1"), demand=(demand(frozenset({0}), "06:00-07:00", 1),))
    cyclic = replace(a_unit, weeks=1, kind=RotaKind.CYCLIC)
    judged = judge_all(cyclic, plan(row("- - - - - - N1")))
    why = why_here(judged, "1", 6)
    assert why.cleared is not None
    (short,) = why.cleared.shortfalls
    assert (short.spans, short.present, short.needed) == (((360, 420),), 0, 1)
    assert why.cell == Cell(shift="N1")


def test_somebody_who_is_not_planned_is_refused() -> None:
    with pytest.raises(KeyError):
        why_here(five_evenings(), "8", WEDNESDAY)

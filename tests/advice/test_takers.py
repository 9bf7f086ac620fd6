"""Who can take a shift: the hand-worked order, what it costs each, and why the others cannot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import demand, person, plan, row
from judging import agreed
from small_ward import FORTNIGHT, FREE, fortnight, ward

from heiltid.advice.taker_words import hindrance_text
from heiltid.advice.takers import Hindrance, Taker, who_can_take
from heiltid.model import (
    Absence,
    DaySelector,
    Plan,
    ShiftKind,
    Signed,
    Unit,
    Wish,
    WishDays,
    WishStrength,
)
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

WEDNESDAY = 2
ON_WEDNESDAY = WishDays(week=1, weekday=WEDNESDAY)
NOTHING = fortnight(FREE)


def asked(a_unit: Unit, a_plan: Plan, code: str, day: int = WEDNESDAY) -> dict[str, Taker]:
    return {taker.employee: taker for taker in who_can_take(judge_all(a_unit, a_plan), day, code)}


def free(*numbers: str) -> Plan:
    return plan(*(row(NOTHING, number) for number in numbers))


def test_the_order_and_what_each_would_bring() -> None:
    # A1 on Wednesday 14:30-22:00. 1 is free all fortnight. 2 has D1 on Thursday 07:30: 9.5 h of rest
    # needs § 10-8 (3). 3 has a must-wish for a day off. 4 wishes for an evening. 5 has 450 minutes
    # already, so that 1 lacks more hours.
    people = [person(number) for number in "12345"]
    off = Wish(employee="3", when=ON_WEDNESDAY, off=True, strength=WishStrength.MUST)
    evening = Wish(employee="4", when=ON_WEDNESDAY, kind=ShiftKind.EVENING)
    lines = [row(NOTHING, "1"), row(fortnight("- - - D1 - - -"), "2"), row(NOTHING, "3"), row(NOTHING, "4")]
    lines.append(row(fortnight("- - - - - - -").replace("-", "D1", 1), "5"))
    found = asked(ward(*people, wishes=(off, evening)), plan(*lines), "A1")
    assert list(found) == ["4", "1", "5", "2", "3"]
    assert [taker.can for taker in found.values()] == [True, True, True, True, False]
    assert found["1"].new == ()
    assert (found["1"].deviation_before, found["1"].deviation_after) == (-FORTNIGHT, 450 - FORTNIGHT)
    assert [(entry.rule, entry.agreement, entry.days) for entry in found["2"].agreements] == [
        ("daily_rest", "10-8 (3)", (3,))
    ]
    assert [(entry.rule, entry.days) for entry in found["3"].breaches] == [("must_wish", (WEDNESDAY,))]
    assert (found["3"].wishes_lost, found["3"].wishes_met) == ((off,), ())
    assert (found["4"].wishes_lost, found["4"].wishes_met) == ((), (evening,))


def test_a_signed_agreement_costs_no_more_than_no_agreement() -> None:
    lines = plan(row(NOTHING, "1", 5_000), row(fortnight("D1 D1 - D1 - - -"), "2"))
    people = (person("1", 5_000), person("2"))
    signed = ward(*people, agreements=(agreed("10-8 (3)", Signed.YES),))
    # 1 lacks 2250 minutes, 2 lacks 4500 - 1350 = 3150: she comes first where her paper is signed.
    assert list(asked(signed, lines, "A1")) == ["2", "1"]
    assert list(asked(ward(*people), lines, "A1")) == ["1", "2"]


def test_what_keeps_people_from_a_shift_before_any_rule_is_asked() -> None:
    people = (
        person("works"),
        person("away"),
        person("laid over"),
        person("not yet", employed_from=date(2027, 1, 7)),
        person("locked"),
        person("no evenings", kinds=frozenset({ShiftKind.DAY})),
        person("on call", status="hourly"),
    )
    absence = Absence(employee="away", first=date(2027, 1, 6), last=date(2027, 1, 6), code="PERM")
    cells = {"works": "- - D1", "laid over": "- - (D1)FE", "locked": "- - !-"}
    lines = [row(fortnight(f"{cells.get(p.number, '- - -')} - - - -"), p.number) for p in people[:-1]]
    found = asked(ward(*people[:-1], absences=(absence,)), plan(*lines), "A1")
    assert {number: (taker.hindrance, taker.standing) for number, taker in found.items()} == {
        "works": (Hindrance.WORKS, "D1"),
        "away": (Hindrance.ABSENT, "PERM"),
        "laid over": (Hindrance.ABSENT, "FE"),
        "not yet": (Hindrance.NOT_EMPLOYED, None),
        "locked": (Hindrance.LOCKED, None),
        "no evenings": (Hindrance.KIND, None),
    }
    assert not any(taker.can or taker.new for taker in found.values())


@pytest.mark.parametrize(
    ("code", "hindrance"),
    [
        ("L1", Hindrance.LONG_SHIFTS),
        ("D1", None),
        ("N1", Hindrance.COMPETENCE),
        ("A1", Hindrance.SHIFT_DAYS),
    ],
)
def test_what_a_shift_asks_for(code: str, hindrance: Hindrance | None) -> None:
    a_unit = ward(person("1", competence="assistant"))
    changed = {
        "N1": {"competence": "nurse"},
        "A1": {"days": DaySelector(weekdays=frozenset({5, 6}))},
    }
    shifts = tuple(replace(shift, **changed.get(shift.code, {})) for shift in a_unit.shifts)
    found = asked(replace(a_unit, shifts=shifts), free("1"), code)
    assert found["1"].hindrance is hindrance


def test_who_works_nights_only_is_told_so_and_not_to_have_refused_long_shifts() -> None:
    # A long shift through the night is of her time: there it is her yes that is lacking.
    here = ward(person("1", kinds=frozenset({ShiftKind.NIGHT})))
    by_night = replace(here.shift_by_code()["L2"], start_minute=19 * 60, end_minute=31 * 60)
    shifts = tuple(by_night if shift.code == "L2" else shift for shift in here.shifts)
    here = replace(here, shifts=shifts)
    told = {"L1": Hindrance.NIGHTS_ONLY, "L2": Hindrance.LONG_SHIFTS, "D1": Hindrance.KIND}
    for code, hindrance in told.items():
        found = asked(here, free("1"), code)["1"]
        assert found.hindrance is hindrance
    taker = asked(here, free("1"), "L1")["1"]
    assert hindrance_text(Hindrance.NIGHTS_ONLY, taker, here, Language.NYNORSK) == "tek berre netter"


def test_who_fills_more_of_what_lacks_comes_first() -> None:
    # Two are asked for 14:30-22:00, one of them a nurse; nobody is there. A nurse fills 450 minutes of
    # both rows, an assistant of one.
    needs = (
        demand(frozenset({WEDNESDAY}), "14:30-22:00", 2),
        demand(frozenset({WEDNESDAY}), "14:30-22:00", 1, competence="nurse"),
    )
    people = (person("assistant", competence="assistant"), person("nurse", 5_000, competence="nurse"))
    found = asked(ward(*people, demand=needs), free("assistant", "nurse"), "A1")
    assert [(number, taker.filled_minutes) for number, taker in found.items()] == [
        ("nurse", 900),
        ("assistant", 450),
    ]


def test_who_leaves_a_competence_missing_comes_after_those_who_do_not() -> None:
    # A nurse is asked for 14:30-22:00 on Wednesday; nobody is there. The nurse who has D1 on Thursday
    # needs an agreement for 9.5 h of rest, and is still the answer; with the two assistants no nurse
    # is there. Where two nurses are asked for, the nurse does not close the hole but helps.
    people = (
        person("a", competence="assistant"),
        person("b", competence="health worker"),
        person("nurse", competence="nurse"),
    )
    lines = plan(row(NOTHING, "a"), row(NOTHING, "b"), row(fortnight("- - - D1 - - -"), "nurse"))
    for asked_for in (1, 2):
        needs = (demand(frozenset({WEDNESDAY}), "14:30-22:00", asked_for, competence="nurse"),)
        found = asked(ward(*people, demand=needs), lines, "A1")
        assert [(number, taker.lacking, taker.can) for number, taker in found.items()] == [
            ("nurse", (), True),
            ("a", ("nurse",), True),
            ("b", ("nurse",), True),
        ]


def test_nobody_is_lacking_where_the_nurse_is_there_already() -> None:
    needs = (demand(frozenset({WEDNESDAY}), "14:30-22:00", 1, competence="nurse"),)
    people = (person("a", competence="assistant"), person("nurse", competence="nurse"))
    lines = plan(row(NOTHING, "a"), row(fortnight("- - A1 - - - -"), "nurse"))
    assert asked(ward(*people, demand=needs), lines, "A1")["a"].lacking == ()


def test_too_many_on_duty_is_told_of_everybody_who_would_be_one_too_many() -> None:
    needs = (demand(frozenset({WEDNESDAY}), "14:30-22:00", 0, maximum=1),)
    a_plan = plan(row(fortnight("- - A1 - - - -"), "1"), row(NOTHING, "2"))
    found = asked(ward(person("1"), person("2"), demand=needs), a_plan, "A1")
    assert [(entry.rule, entry.days) for entry in found["2"].notes] == [("staffing_maximum", (WEDNESDAY,))]


def test_an_unknown_code_is_refused() -> None:
    with pytest.raises(KeyError):
        who_can_take(judge_all(ward(person("1")), free("1")), WEDNESDAY, "X")

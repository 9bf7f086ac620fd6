"""A wish that is not met says what meeting it would break or leave lacking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import demand, person, plan, row
from small_ward import fortnight, ward

from heiltid.advice.takers import Hindrance
from heiltid.advice.wish_why import days_met, wish_why
from heiltid.advice.wish_why_words import wish_sentences
from heiltid.model import (
    DemandRow,
    Employee,
    ShiftKind,
    Wish,
    WishDays,
)
from heiltid.rules.judgement import Judgement, judge_all
from heiltid.texts import Language

NYNORSK = Language.NYNORSK
TUESDAY, WEDNESDAY, NEXT_WEDNESDAY = 1, 2, 9
ONLY = frozenset({WEDNESDAY})
EVENING = "- - A1 - - - -"
OFF = Wish(employee="1", when=WishDays(weekday=WEDNESDAY), off=True)
A_DAY = Wish(employee="1", when=WishDays(week=1, weekday=WEDNESDAY), code="D1")


def judged(
    line: str, *needs: DemandRow, wish: Wish = OFF, who: Employee | None = None, others: int = 0
) -> Judgement:
    """1 has the line; the others have A1 on the first Wednesday."""
    people = [who or person("1"), *(person(str(2 + more)) for more in range(others))]
    lines = [row(fortnight(line), "1"), *(row(fortnight(EVENING), entry.number) for entry in people[1:])]
    return judge_all(ward(*people, demand=needs, wishes=(wish,)), plan(*lines))


def told(judgement: Judgement, day: int | None = WEDNESDAY, language: Language = NYNORSK) -> str:
    (wish,) = judgement.unit.wishes
    return wish_sentences(judgement, wish, day, language)


def test_a_day_off_is_not_met_because_too_few_would_be_left() -> None:
    # Five are asked for from 15 to 22 and there are five: without her four.
    rota = judged(EVENING, demand(ONLY, "15:00-22:00", 5), others=4)
    why = wish_why(rota, OFF, WEDNESDAY)
    assert not why.is_met
    assert why.instead is not None
    assert why.instead.code is None
    assert [(entry.present, entry.needed) for entry in why.instead.shortfalls] == [(4, 5)]
    assert told(rota) == (
        "ons 06.01.2027: ikkje oppfylt (A1). Står her fordi 4 av 5 elles er til stades 15:00–22:00."
    )


def test_a_wish_that_nothing_is_in_the_way_of_says_so_with_the_hours() -> None:
    # 75 hours in the fortnight, 7.5 of them there: 67.5 below; without the shift 75.
    assert told(judged(EVENING)) == (
        "ons 06.01.2027: ikkje oppfylt (A1). Kan oppfyllast utan at bemanning eller reglar er i vegen. "
        "Avviket frå stillinga over 2 veker går frå −67,5 til −75,0 timar om ønsket blir oppfylt."
    )


def test_a_shift_wished_for_is_told_with_the_rule_it_would_break() -> None:
    # D1 begins at 07:30 on Wednesday, before the night has ended: both are one period of work, far too long.
    rota = judged("- N1 - - - - -", wish=A_DAY)
    why = wish_why(rota, A_DAY, WEDNESDAY)
    assert why.instead is not None
    assert why.instead.code == "D1"
    assert [finding.rule for finding in why.instead.breaches] == ["one_work_period"]
    assert told(rota).startswith("ons 06.01.2027: ikkje oppfylt (fri). Å gi D1 denne dagen bryt «")


def test_the_kind_that_is_wished_for_takes_its_best_code() -> None:
    # She has the evening and wants a day: giving up the evening leaves nobody there.
    wish = replace(A_DAY, code=None, kind=ShiftKind.DAY)
    rota = judged(EVENING, demand(ONLY, "15:00-22:00", 1), wish=wish)
    why = wish_why(rota, wish, WEDNESDAY)
    assert why.instead is not None
    assert rota.context.shifts[str(why.instead.code)].kind is ShiftKind.DAY
    assert "Står her fordi ingen andre er til stades 15:00–22:00." in told(rota)


def test_what_she_may_not_work_at_all_cannot_be_met() -> None:
    wish = replace(A_DAY, code="N1")
    rota = judged(EVENING, wish=wish, who=person("1", kinds=frozenset({ShiftKind.DAY, ShiftKind.EVENING})))
    why = wish_why(rota, wish, WEDNESDAY)
    assert why.instead is None
    assert why.closed is not None
    assert why.closed[0] is Hindrance.KIND
    assert told(rota) == "ons 06.01.2027: ikkje oppfylt (A1). Kan ikkje oppfyllast: tek ikkje nattevakt."


def test_a_wish_for_every_week_counts_its_days_and_tells_of_the_first_that_fails() -> None:
    rota = judged(EVENING, demand(ONLY, "15:00-22:00", 1))
    assert days_met(rota, OFF) == {WEDNESDAY: False, NEXT_WEDNESDAY: True}
    assert told(rota, None).startswith("Oppfylt 1 av 2 dagar. ons 06.01.2027: ikkje oppfylt (A1). Står her")
    assert told(rota, NEXT_WEDNESDAY) == "ons 13.01.2027: oppfylt (fri)."
    assert told(rota, TUESDAY) == ""  # it is not for that day
    assert told(rota, NEXT_WEDNESDAY, Language.ENGLISH) == "Wed 13.01.2027: met (a day off)."


def test_who_is_not_planned_is_not_asked_about() -> None:
    rota = judged(EVENING)
    with pytest.raises(KeyError):
        days_met(rota, replace(OFF, employee="99"))

"""Whether who may work one weekend more could take a shift where people lack; told in one sentence."""

from __future__ import annotations

from datetime import date

from builders import demand, person, plan, row, shift, unit

from heiltid.advice.weekend_more import WeekendMore, weekend_more
from heiltid.advice.weekend_why import weekend_sentences, weekend_why
from heiltid.model import Absence, Employee, RotaKind, ShiftKind, Unit
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

FREE, WEEKEND = "- - - - - - -", "- - - - - D1 D1"
WEEKENDS = frozenset({5, 6})


def ward(her: Employee, **more: object) -> Unit:
    """Six weeks with one by day every weekend."""
    shifts = (shift("D1", "07:30-15:00"),)
    asked = (demand(WEEKENDS, "07:30-15:00", 1),)
    return unit(**{"weeks": 6, "shifts": shifts, "demand": asked, "employees": (her,), **more})


def found(here: Unit, *worked: int) -> tuple[WeekendMore, str]:
    """Of the weekends of these weeks (from 1), and the last sentence."""
    line = " ".join(WEEKEND if week + 1 in worked else FREE for week in range(6))
    judgement = judge_all(here, plan(row(line)))
    why, more = weekend_why(judgement, here.employees[0]), weekend_more(judgement, here.employees[0])
    assert why.may_take_more
    return more, list(weekend_sentences(why, Language.NYNORSK, more))[-1]


def test_a_weekend_that_nothing_hinders_is_named() -> None:
    # One in three of six: week 6 is hers, and only week 3 lies three from it, over the seam too.
    more, said = found(ward(person(weekend_every=3)), 6)
    assert more == WeekendMore(free_week=3)
    assert said == "I 5 av helgene manglar det framleis folk, og ingenting hindrar ei vakt i veke 3."


def test_what_hinders_her_is_said_in_the_same_sentence() -> None:
    # She works evenings only, and days are open.
    here = ward(person(weekend_every=3, kinds=frozenset({ShiftKind.EVENING})))
    more, said = found(here)
    assert more == WeekendMore(hinders=("hindrance.kind",))
    assert said == (
        "I 6 av helgene manglar det framleis folk, men vaktene der passar ikkje: tek ikkje slike vakter."
    )


def test_weekends_she_works_already_are_not_one_more() -> None:
    # Two are wanted, and she is one of them every weekend: her own shifts are no reason.
    here = ward(person(weekend_every=1), demand=(demand(WEEKENDS, "07:30-15:00", 2),))
    judgement = judge_all(here, plan(row(" ".join([WEEKEND] * 6))))
    assert weekend_more(judgement, here.employees[0]) == WeekendMore()


def test_what_an_agreement_would_carry_is_told_as_such() -> None:
    # She has the Sunday of week 2 of four and is away in the last: the others lie beside it, 2 of 4 in all.
    away = Absence(employee="1", first=date(2027, 1, 25), last=date(2027, 1, 31), code="FE")
    asked = (demand(frozenset({6}), "07:30-15:00", 1),)
    her = person(weekend_every=1)
    here = ward(her, weeks=4, kind=RotaKind.DATED, demand=asked, absences=(away,))
    judgement = judge_all(here, plan(row(" ".join([FREE, "- - - - - - D1", FREE, FREE]))))
    assert weekend_more(judgement, her) == WeekendMore(agreed_week=1)


def test_an_agreement_is_told_before_what_hinders() -> None:
    more = WeekendMore(agreed_week=4, hinders=("hindrance.kind",))
    here = ward(person(weekend_every=3))
    why = weekend_why(judge_all(here, plan(row(" ".join([FREE] * 6)))), here.employees[0])
    said = list(weekend_sentences(why, Language.NYNORSK, more))[-1]
    assert said.endswith("manglar det framleis folk, og med avtale går det an å ta ei vakt i veke 4.")
    assert list(weekend_sentences(why, Language.NYNORSK, WeekendMore()))[-1].endswith(
        "manglar det framleis folk."
    )

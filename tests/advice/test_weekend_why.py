"""Why somebody works just so many weekends: facts counted by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from builders import demand, person, plan, row, shift, unit

from heiltid.advice.short_words import leaving_sentence
from heiltid.advice.weekend_why import below_their_part, weekend_sentences, weekend_why
from heiltid.calendar import Calendar
from heiltid.model import RotaKind, ShiftKind, Unit, Wish, WishDays
from heiltid.rules.judgement import Judgement, judge_all
from heiltid.texts import Language

FREE_WEEK, WEEKEND = "- - - - - - -", "- - - - - D1 D1"
WEEKENDS = frozenset({5, 6})


def a_unit(weeks: int, people: int = 0, **more: Any) -> Unit:
    """One person "1"; `people` are needed every weekend."""
    asked = (demand(WEEKENDS, "07:30-15:00", people),) if people else ()
    return unit(weeks=weeks, shifts=(shift("D1", "07:30-15:00"),), demand=asked, **more)


def said(here: Unit, *worked: int) -> list[str]:
    """The sentences about the first person, who works the weekends of these weeks (from 1)."""
    line = " ".join(WEEKEND if week + 1 in worked else FREE_WEEK for week in range(here.weeks))
    why = weekend_why(judge_all(here, plan(row(line))), here.employees[0])
    return list(weekend_sentences(why, Language.NYNORSK))


COVERED = "Helgene har dei folka som trengst, så det blei ikkje bruk for fleire."


def test_one_in_four_does_not_go_up_in_six_weeks() -> None:
    # 6 / 4: one weekend with four weeks between everywhere; two are two weeks apart over the seam.
    here = a_unit(6, employees=(person(weekend_every=4),))
    assert said(here, 2) == [
        "Arbeider 1 av 6 helger i turnusen.",
        "6 veker går ikkje opp i helg kvar 4.: det blir 1–2 helger per runde.",
        "Ei helg til ville gi mindre enn 4 veker mellom to helger der siste veke går over i den første.",
        COVERED,
    ]
    assert len(said(here, 1, 5)) == 2  # she has all she might


def test_a_dated_rota_has_no_seam() -> None:
    here = a_unit(6, employees=(person(weekend_every=4),), kind=RotaKind.DATED)
    assert said(here, 2)[1:] == [
        "6 veker går ikkje opp i helg kvar 4.: det blir høgst 2 helger.",
        COVERED,
    ]


def test_wishes_absence_and_need() -> None:
    # Every second of 6 weeks is 3. She leaves on the Saturday of week 5: one weekend is not hers at all; of
    # the others she asks to have one Saturday off. One person is needed every weekend, and week 1 has her.
    # A free Wednesday, a Saturday she would rather work and what Wednesdays lack are not of weekends off.
    off = Wish(employee="1", when=WishDays(week=2, weekday=5), off=True)
    wednesday = Wish(employee="1", when=WishDays(week=3, weekday=2), off=True)
    at_work = Wish(employee="1", when=WishDays(week=4, weekday=5), off=True, negated=True)
    her = person(weekend_every=2, employed_to=date(2027, 2, 6))
    here = a_unit(6, 1, employees=(her,), wishes=(off, wednesday, at_work))
    here = replace(here, demand=(*here.demand, demand(frozenset({2}), "07:30-15:00", 1)))
    assert said(here, 1) == [
        "Arbeider 1 av 6 helger i turnusen.",
        "Er borte i 1 av helgene.",
        "Har ønske om fri i 1 av helgene.",
        "I 5 av helgene manglar det framleis folk.",
    ]


def test_nothing_to_explain() -> None:
    assert said(a_unit(6, employees=(person(),)), 1, 4) == ["Arbeider 2 av 6 helger i turnusen."]


@pytest.mark.parametrize(("kind", "word"), [(RotaKind.CYCLIC, "rullerer"), (RotaKind.DATED, "tomme")])
def test_a_last_day_within_the_rota(kind: RotaKind, word: str) -> None:
    her = person(employed_to=date(2027, 1, 10))
    calendar = Calendar(unit(weeks=2, kind=kind, employees=(her,)))
    found = leaving_sentence(calendar, her, Language.NYNORSK)
    assert found.startswith("Sluttar 10.01.2027")
    assert word in found
    assert leaving_sentence(calendar, person(), Language.NYNORSK) == ""


def test_a_small_position_has_its_part_of_the_weekends_and_is_told_so() -> None:
    # Both every second of 12 weekends, and the first works 1: 7 worked by 20 + 120 % gives 1 to the 20 %.
    people = (person("1", 2_000, weekend_every=2), person("2", 12_000, weekend_every=2))
    here = a_unit(12, employees=people)
    lines = [
        " ".join(WEEKEND if week in worked else FREE_WEEK for week in range(12))
        for worked in ((0,), (1, 3, 5, 7, 9, 11))
    ]
    rota = plan(row(lines[0], "1", 2_000), row(lines[1], "2", 12_000))
    small, large = (weekend_why(judge_all(here, rota), one) for one in people)
    assert (small.fair, large.fair) == (1, 6)
    told = "Helgene er delte etter storleiken på stillingane: 20 % gir om lag 1 av 12."
    assert list(weekend_sentences(small, Language.NYNORSK))[-1] == told
    assert len(list(weekend_sentences(large, Language.NYNORSK))) == 1
    assert told not in list(weekend_sentences(replace(small, fair=Fraction(4)), Language.NYNORSK))


def night_rota(first: str) -> tuple[Unit, Judgement]:
    """Three by night, each every second of 12 weekends: the others work 5 each. A fourth works days, 6."""
    night = frozenset({ShiftKind.NIGHT})
    people = (
        *(person(number, 7_000, weekend_every=2, kinds=night) for number in "123"),
        person("4", 7_000, weekend_every=2),
    )
    here = a_unit(12, employees=people)
    here = replace(here, shifts=(*here.shifts, shift("N1", "22:00-05:30")))
    by_night = WEEKEND.replace("D1", "N1")

    def line(weekend: str, *worked: int) -> str:
        return " ".join(weekend if week in worked else FREE_WEEK for week in range(12))

    rota = plan(
        row(first or line(by_night), "1", 7_000),
        row(line(by_night, 0, 2, 4, 6, 8), "2", 7_000),
        row(line(by_night, 1, 3, 5, 7, 9), "3", 7_000),
        row(line(WEEKEND, 0, 2, 4, 6, 8, 10), "4", 7_000),
    )
    return here, judge_all(here, rota)


def test_a_night_worker_without_weekends_is_told_her_part_of_those_of_the_night_workers() -> None:
    here, judgement = night_rota("")
    # 10 weekends by night shared by three like positions: 3.33; the fourth by day shares with nobody here.
    (found,) = below_their_part(judgement)
    assert found[0].number == "1"
    assert found[1].fair == Fraction(10, 3)
    told = list(weekend_sentences(found[1], Language.NYNORSK))
    assert "hadde det blitt om lag 3 av 12" in told[-1]
    by_day = weekend_why(judgement, here.employees[3])
    assert by_day.fair == 6


def test_a_weekend_and_a_half_fewer_than_her_part_is_clearly_fewer_and_less_is_not() -> None:
    # One of 4 that are worked by two of the same size: 2 each, 1 fewer. One of 5: 2.5 each, 1.5 fewer.
    people = tuple(person(number, 5_000, weekend_every=2) for number in "12")
    here = a_unit(12, employees=people)
    for others, is_told in (((3, 5, 7), False), ((3, 5, 7, 9), True)):
        lines = [
            " ".join(WEEKEND if w in worked else FREE_WEEK for w in range(12)) for worked in ((0,), others)
        ]
        rota = plan(row(lines[0], "1", 5_000), row(lines[1], "2", 5_000))
        assert bool(below_their_part(judge_all(here, rota))) == is_told


def test_where_people_lack_in_the_weekends_one_fewer_is_told() -> None:
    # As above, one of 4 that two of the same size work; in the other weeks' weekends nobody is there.
    people = tuple(person(number, 5_000, weekend_every=2) for number in "12")
    lines = [
        " ".join(WEEKEND if w in worked else FREE_WEEK for w in range(12)) for worked in ((0,), (3, 5, 7))
    ]
    rota = plan(row(lines[0], "1", 5_000), row(lines[1], "2", 5_000))
    for asked, is_told in ((0, False), (1, True)):
        here = a_unit(12, asked, employees=people)
        assert [one.number for one, _ in below_their_part(judge_all(here, rota))] == ["1"] * is_told


def test_who_works_no_weekend_though_her_size_makes_one_is_told_what_a_leader_can_do() -> None:
    # 6 weekends worked by 20 + 100 %: one for 20 %. By 5 + 100 % it is 0.29, and none is her part.
    others, none = " ".join([WEEKEND, FREE_WEEK] * 6), " ".join([FREE_WEEK] * 12)
    told: dict[int, str] = {}
    for size in (2_000, 500):
        people = (person("1", size, weekend_every=2), person("2", 10_000, weekend_every=2))
        rota = plan(row(none, "1", size), row(others, "2", 10_000))
        why = weekend_why(judge_all(a_unit(12, employees=people), rota), people[0])
        told[size] = list(weekend_sentences(why, Language.NYNORSK))[-1]
        assert not replace(why, asked_off=6).is_left_out
        assert not replace(why, worked=1).is_left_out
    assert told[2_000].startswith(
        "Delt etter storleiken på stillingane hadde det blitt om lag 1 av 12. Vil de"
    )
    assert "set eit ønske om ei helgevakt (sida Ønske) eller lås ei" in told[2_000]
    assert told[500] == "Helgene er delte etter storleiken på stillingane: 5 % gir om lag 0 av 12."


def test_days_that_lack_are_nothing_for_who_takes_nights_only() -> None:
    # Every weekend lacks one by day; each night has its one, or lacks her too.
    by_night = person(weekend_every=2, kinds=frozenset({ShiftKind.NIGHT}))
    nights = demand(WEEKENDS, "22:00-07:30", 1)
    for asked, told in (((), "Helgenettene har dei folka som trengst."), ((nights,), "I 2 av helgene mangl")):
        here = unit(2, employees=(by_night,), demand=(demand(WEEKENDS, "07:45-15:00", 1), *asked))
        why = weekend_why(judge_all(here, plan(row(f"{FREE_WEEK} {FREE_WEEK}"))), by_night)
        assert any(line.startswith(told) for line in weekend_sentences(why, Language.NYNORSK))

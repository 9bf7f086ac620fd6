"""How many people a staffing plan asks for, and that a begun unit can be staffed and judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from asking_engine import ask, unlawful
from builders import D1, WEEKDAYS, WEEKEND, demand, unit

from heiltid.model import Employee, RotaKind, ShiftKind, Unit, empty_plan
from heiltid.rules.registry import judge
from heiltid.starters import (
    SERVICE_TYPES,
    ServiceType,
    new_unit,
    people_needed,
    people_sentences,
    service_type,
)
from heiltid.texts import Language
from sample_rotas.units import solbakken


def begun(key: str, size: int, weeks: int = 12) -> Unit:
    monday = date(2027, 1, 4)
    return new_unit(service_type(key), "X", monday, weeks, RotaKind.CYCLIC, size, Language.NYNORSK)


def test_the_worked_example() -> None:
    # domain.md section 7: 672.5 h, 18.94 full-time equivalents, n = 10; k = 3 gives 30 people, 63.1 %;
    # k = 2 gives 20, 94.7 %; k = 4 gives 40
    ward = begun("nursing_home", 24)
    third = people_needed(ward)
    assert third is not None
    assert third.short.weekly_minutes == 40_350
    assert third.short.people_per_weekend == 10
    assert third.people == 30
    assert round(third.average * 1000) == 631
    second, fourth = people_needed(ward, 2), people_needed(ward, 4)
    assert second is not None
    assert fourth is not None
    assert (second.people, round(second.average * 1000), fourth.people) == (20, 947, 40)


def test_long_shifts_that_halve_the_weekend() -> None:
    # Solbakken asks for two early and late in the weekend: four long shifts and two nights = 6 people,
    # k = 3 gives 18 heads, but 18.38 full-time equivalents need 19
    needed = people_needed(solbakken.build())
    assert needed is not None
    assert needed.long is not None
    assert needed.long.people_per_weekend == 6
    assert (needed.people, needed.people_with_long_shifts) == (30, 19)


def test_hours_may_ask_for_more_people_than_weekends_do() -> None:
    # one at weekends and ten on weekdays: (5 x 10 + 2) x 7.5 = 390 h = 10.99 full-time equivalents; 3 heads
    asked = (demand(WEEKDAYS, "07:30-15:00", 10), demand(WEEKEND, "07:30-15:00", 1))
    needed = people_needed(unit(shifts=(D1,), demand=asked, employees=()))
    assert needed is not None
    assert needed.short.least_people(3) == 3
    assert needed.people == 11
    assert needed.average == Fraction(390 * 60, 2130) / 11


def test_no_weekend_no_rule_of_thumb() -> None:
    assert people_needed(begun("blank", 0)) is None
    assert people_needed(begun("nursing_home", 24), 0) is None
    assert people_needed(unit(demand=(demand(WEEKDAYS, "07:30-15:00", 2),), employees=())) is None


def test_the_guidance_in_three_languages() -> None:
    needed = people_needed(begun("nursing_home", 24))
    assert needed is not None
    assert people_sentences(needed, Language.NYNORSK) == (
        "Kvar helg treng 10 personar.",
        "Med kvar 3. helg og berre korte vakter: minst 30 personar, og i snitt høgst om lag 63,1 % stilling"
        " (bemanninga er 18,94 årsverk).",
    )
    assert "at least 30 people" in people_sentences(needed, Language.ENGLISH)[1]
    every = people_needed(solbakken.build(), 1)
    assert every is not None
    assert people_sentences(every, Language.BOKMAL)[1].startswith("Med hver helg og bare korte vakter:")


def test_what_holds_for_short_shifts_only_says_so_first() -> None:
    # Solbakken: 18.94 full-time equivalents over 30 people are 63.1 %; with long ones 18.38 over 19, 96.7 %.
    third = people_needed(solbakken.build())
    assert third is not None
    assert people_sentences(third, Language.NYNORSK)[1:] == (
        "Med kvar 3. helg og berre korte vakter: minst 30 personar, og i snitt høgst om lag 63,1 % stilling"
        " (bemanninga er 18,94 årsverk).",
        "Med langvakter i helga òg: minst 19 personar, og i snitt høgst om lag 96,7 %.",
    )
    spared = replace(third, long=third.short)  # nothing is said of what long shifts spare
    assert people_sentences(spared, Language.NYNORSK) == people_sentences(third, Language.NYNORSK)[:2]
    for no_choice in (replace(third, long=None), replace(spared, can_do_without_long=False)):
        assert people_sentences(no_choice, Language.NYNORSK)[1].startswith("Med kvar 3. helg: minst 30")


def staffed(begin: Unit, count: int) -> Unit:
    """People of every competence in turn, from nothing to full time; every third takes nights too."""
    names = [entry.name for entry in begin.competences]
    short = frozenset({ShiftKind.DAY, ShiftKind.EVENING})
    people = tuple(
        Employee(
            number=str(number),
            competence=names[number % len(names)],
            position_bp=7_000,
            wanted_bp=9_000,
            min_bp=0,
            max_bp=10_000,
            kinds=short | {ShiftKind.NIGHT} if number % 3 == 0 else short,
        )
        for number in range(count)
    )
    return replace(begin, employees=people)


@pytest.mark.parametrize("service", SERVICE_TYPES, ids=lambda service: service.key)
def test_a_begun_unit_can_be_judged_with_and_without_people(service: ServiceType) -> None:
    begin = begun(service.key, 8, weeks=2)
    for entry in (begin, staffed(begin, 6)):
        rules = {finding.rule for finding in judge(entry, empty_plan(entry))}
        assert ("staffing_minimum" in rules) == bool(begin.demand)


def test_a_small_ward_can_be_staffed() -> None:
    ward = begun("nursing_home", 8, weeks=3)
    needed = people_needed(ward)
    assert needed is not None
    # 250 h a week; D 1, A 1, N 1 at weekends: three heads, every third weekend
    assert (needed.short.weekly_minutes, needed.people) == (250 * 60, 9)
    ready = staffed(ward, needed.people + 1)
    answer = ask(ready, limit=5.0)
    assert answer.plan is not None
    assert unlawful(ready, answer.plan) == []

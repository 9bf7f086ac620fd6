"""What is said of long shifts before a build, after it, beside the staffing and where a shift is open."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import WEEKEND, demand, person, plan, row, unit
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from heiltid.advice.takers import taker
from heiltid.measures.room import room_of
from heiltid.model import ShiftKind, Unit
from heiltid.rules.judgement import judge_all
from ui.pages.build.words import too_few_words
from ui.pages.rota.takers_list import TakersList
from ui.pages.staffing.meaning import MeaningCard
from ui.room_words import room_words

BY_DAY = frozenset({ShiftKind.DAY, ShiftKind.EVENING})
SAVE_NOBODY = "Langvaktene (07:30–20:00, 09:30–22:00) sparar ingen i helga:"
# Saturday and Sunday three by day and two in the evening, with long shifts or without: five a weekend are
# fifteen who work every third; there are four, and one who works nights only.
PEOPLE = tuple(
    person(number, 5_000, wanted_bp=9_000, weekend_every=3, kinds=BY_DAY, long_shifts=True)
    for number in "1234"
)
NIGHT = person("5", 5_000, weekend_every=3, kinds=frozenset({ShiftKind.NIGHT}))
ROWS = (demand(WEEKEND, "07:30-15:00", 3), demand(WEEKEND, "15:00-22:00", 2))
WARD = unit(weeks=3, employees=(*PEOPLE, NIGHT), demand=ROWS, fte_budget_bp=25_000)
SAVING = replace(WARD, demand=(demand(WEEKEND, "09:30-20:00", 3),))


# Every third weekend of fifteen is just what they take: they bind, and nobody lacks.
ENOUGH = replace(
    WARD, employees=tuple(replace(PEOPLE[0], number=str(n)) for n in range(1, 16)), fte_budget_bp=75_000
)


def after_a_build(ward: Unit, open_hours: float = 10.0, *, open_weekends: bool = True) -> str:
    rota = plan(*(row("- " * 21, person.number, 5_000) for person in ward.employees))
    room = room_of(ward, rota)
    return room_words(ward, room, None, open_hours, open_weekends=open_weekends)


def test_before_a_build_long_shifts_that_save_nobody_are_told_where_people_are_too_few() -> None:
    assert SAVE_NOBODY in too_few_words(WARD)
    assert "Langvaktene" not in too_few_words(SAVING)
    first, *others = PEOPLE  # one who says yes is enough for it to be told here
    assert SAVE_NOBODY in too_few_words(
        replace(WARD, employees=(first, *(replace(one, long_shifts=False) for one in others), NIGHT))
    )


def test_before_a_build_they_are_told_where_people_are_just_enough_and_no_gaps_are_foretold() -> None:
    told = too_few_words(ENOUGH)
    assert told.startswith(
        f"Det er akkurat nok folk til helgene: kvar må ta alle helgene sine. {SAVE_NOBODY}"
    )
    assert "rekn med hol" not in told
    rows = (*ROWS, demand(WEEKEND, "07:30-15:00", 1, competence="nurse"))
    nurse, *others = ENOUGH.employees  # of every weekend, and she has every third
    people = (replace(nurse, competence="nurse"), *others)
    assert "akkurat nok" not in too_few_words(replace(ENOUGH, demand=rows, employees=people))
    spare = replace(PEOPLE[0], number="16")
    assert too_few_words(replace(ENOUGH, employees=(*ENOUGH.employees, spare))) == ""
    nobody = tuple(replace(one, long_shifts=False) for one in ENOUGH.employees)
    assert too_few_words(replace(ENOUGH, employees=nobody)) == ""


def test_after_it_they_are_told_instead_of_advice_and_who_works_nights_only_is_counted_for_none() -> None:
    assert SAVE_NOBODY in after_a_build(WARD)
    assert "Langvakt" not in after_a_build(SAVING)  # all four have said yes
    first, *others = PEOPLE
    asked = replace(SAVING, employees=(replace(first, long_shifts=False), *others, NIGHT))
    assert "1 av 4 som går dag eller kveld då, har ikkje sagt ja" in after_a_build(asked)


def test_after_it_they_are_told_only_while_weekends_lack_people_or_shifts_are_open_in_them() -> None:
    assert SAVE_NOBODY in after_a_build(WARD, 0.0)
    assert SAVE_NOBODY in after_a_build(ENOUGH)
    assert SAVE_NOBODY not in after_a_build(ENOUGH, open_weekends=False)
    assert SAVE_NOBODY not in after_a_build(ENOUGH, 0.0)


def test_beside_the_staffing_they_are_told_too(qtbot: QtBot) -> None:
    card = MeaningCard()
    qtbot.addWidget(card)
    for ward, told in ((WARD, True), (SAVING, False), (ENOUGH, False)):
        card.show_meaning(replace(ward, weeks=1), one_week=True)
        assert (SAVE_NOBODY in card.own.text()) is told


@pytest.mark.parametrize(("number", "code", "advised"), [("4", "A1", True), ("5", "N1", False)])
def test_where_a_shift_is_open_they_are_advised_only_where_they_save_people(
    number: str, code: str, advised: bool, qtbot: QtBot
) -> None:
    first, second, third, last = PEOPLE
    never = {"weekend_every": 0}  # so that the Saturday breaks the rule on weekends
    people = (
        *(replace(first, long_shifts=False), second, third),
        *(replace(last, **never), replace(NIGHT, **never)),
    )
    ward = replace(SAVING, employees=people)
    assert ("langvakter i helga så færre trengst" in _help(ward, number, code, qtbot)) is advised
    plain = _help(replace(ward, demand=ROWS), number, code, qtbot)
    assert "ei ekstra helg" in plain
    assert "langvakter" not in plain


def _help(ward: Unit, number: str, code: str, qtbot: QtBot) -> str:
    judged = judge_all(ward, plan(*(row("- " * 21, person.number, 5_000) for person in ward.employees)))
    listed = TakersList()
    qtbot.addWidget(listed)
    asked = taker(judged, ward.employee_by_number()[number], 5, ward.shift_by_code()[code])
    listed.show_takers([asked], ward, 5)
    return listed.findChildren(QLabel)[0].text()

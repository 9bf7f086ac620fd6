"""What is said of too few people at weekends, before a build, after it and beside the staffing."""

from __future__ import annotations

from dataclasses import replace

from builders import WEEKEND, demand, person, plan, row, unit

from heiltid.measures.room import room_of
from heiltid.model import ShiftKind, Unit
from ui.pages.build.words import too_few_words
from ui.pages.staffing.meaning import own_words
from ui.room_words import room_words

BY_DAY = frozenset({ShiftKind.DAY, ShiftKind.EVENING})
# Two by day and one by night each weekend, of every third: six by day, and three by night.
ROWS = (demand(WEEKEND, "07:30-15:00", 2), demand(WEEKEND, "21:45-07:45", 1))
SAID = (
    "ag og kveld i helga treng om lag 6 som arbeider helg så ofte som no, "
    "og 5 av dykk arbeider dag eller kveld i helg."
)


def ward(days: int, nights: int) -> Unit:
    kinds = [BY_DAY] * days + [frozenset({ShiftKind.NIGHT})] * nights
    people = tuple(
        person(str(place), 5_000, wanted_bp=9_000, kinds=of, weekend_every=3)
        for place, of in enumerate(kinds)
    )
    return unit(weeks=3, employees=people, demand=ROWS, fte_budget_bp=5_000 * len(people))


def after_a_build(here: Unit, open_hours: float) -> str:
    rota = plan(*(row("- " * 21, one.number, 5_000) for one in here.employees))
    return room_words(here, room_of(here, rota), None, open_hours)


def test_who_works_nights_only_is_not_counted_by_day() -> None:
    here = ward(5, 4)
    assert f"D{SAID}" in too_few_words(here)
    assert f"Men d{SAID}" in after_a_build(here, 10.0)
    assert f"D{SAID}" in own_words(here, 3, one_week=True)


def test_but_announces_a_lack_and_just_enough_is_called_so_where_shifts_are_open() -> None:
    enough = ward(6, 4)
    said = "Det er akkurat nok folk til dag og kveld i helga: kvar må ta alle helgene sine."
    assert said in after_a_build(enough, 10.0)
    assert "helg" not in after_a_build(enough, 0.0)
    assert "Men " not in after_a_build(enough, 10.0)
    assert "helg" not in after_a_build(ward(7, 4), 10.0)
    assert too_few_words(enough) == ""


def test_just_enough_is_not_said_beside_a_competence_that_lacks_at_weekends() -> None:
    # Three nurses of every third weekend are one a weekend, and two are asked for among the two by day.
    assistants = [replace(one, competence="assistant") for one in ward(6, 4).employees]
    nurses = [replace(one, competence="nurse") for one in assistants[:3]]
    asked = demand(WEEKEND, "07:30-15:00", 2, competence="nurse")
    here = replace(ward(6, 4), employees=(*nurses, *assistants[3:]), demand=(*ROWS, asked))
    told = after_a_build(here, 10.0)
    assert "Til kravet om sjukepleiar trengst minst 2 kvar helg" in told
    assert "akkurat nok folk" not in told
    both = replace(here, employees=tuple(replace(one, competence="nurse") for one in here.employees))
    assert "akkurat nok folk" in after_a_build(both, 10.0)


def test_nights_that_lack_are_told_once() -> None:
    told = too_few_words(ward(6, 2))
    assert "Til nettene trengst minst 1 kvar helg" in told
    assert "nettene i helga treng" not in told.lower()
    # The staffing page has nothing else that tells of them.
    assert "Nettene i helga treng om lag 3 som arbeider helg" in own_words(ward(6, 2), 3, one_week=True)


def test_people_without_weekends_are_told_of_no_lack() -> None:
    here = ward(5, 4)
    free = tuple(replace(one, weekend_every=0) for one in here.employees)
    assert "treng om lag" not in own_words(replace(here, employees=free), 3, one_week=True)

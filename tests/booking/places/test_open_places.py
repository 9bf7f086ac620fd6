"""Which shifts are open on the dates, why, for whom, and which are not.

By day one D1 (07:30-15:00) is needed on Monday to Friday unless told otherwise: 450 minutes.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from builders import A1, D1, WEEKDAYS, demand, person, row, shift, unit
from rolls import SUMMER, away, roll

from heiltid.booking.places.open_places import open_places
from heiltid.model import DaySelector, PlanRow, Status
from heiltid.model.booking import OpenPlace, OpenWhy

DAY = timedelta(days=1)
BY_DAY = (demand(WEEKDAYS, "07:30-15:00", 1),)
WEEK = "D1 D1 D1 D1 D1 - -"
NURSE, ASSISTANT = "nurse", "assistant"


def places(*rows: PlanRow, absences: Any = (), **more: Any) -> tuple[OpenPlace, ...]:
    more.setdefault("demand", BY_DAY)
    more.setdefault("employees", tuple(person(entry.employee) for entry in rows))
    found = roll(unit(1, **more), *rows, absences=absences)
    return open_places(found.unit, found.plan, found.lost)


def test_a_rota_that_is_staffed_has_nothing_open() -> None:
    assert places(row(WEEK)) == ()


def test_a_shift_somebody_is_away_from_is_open_as_it_stands() -> None:
    assert places(row(WEEK), absences=(away(SUMMER + DAY, SUMMER + DAY, "SJUK"),)) == (
        OpenPlace(
            number=1,
            on=SUMMER + DAY,
            code="D1",
            start_minute=450,
            end_minute=900,
            competence=None,
            why=OpenWhy.ABSENCE,
            whose="1",
            lacking_minutes=450,
        ),
    )


def test_a_shift_nobody_misses_is_not_open() -> None:
    two = (row(WEEK, "1"), row(WEEK, "2"))
    assert places(*two, absences=(away(SUMMER, SUMMER),)) == ()
    both = (away(SUMMER, SUMMER), away(SUMMER, SUMMER, number="2"))
    assert [place.whose for place in places(*two, absences=both)] == ["1"]  # one is enough


def test_below_the_target_it_is_open_but_lacks_nothing_to_the_least() -> None:
    wanted = (demand(WEEKDAYS, "07:30-15:00", 1, target=2),)
    two = (row(WEEK, "1"), row(WEEK, "2"))
    found = places(*two, demand=wanted, absences=(away(SUMMER, SUMMER),))
    assert [(place.whose, place.lacking_minutes) for place in found] == [("1", 0)]


def test_nobody_stands_on_a_vacant_line() -> None:
    found = places(row("D1 - - - - - -", "1"), employees=(person("1", status=Status.VACANT),))
    assert [(place.why, place.whose, place.on) for place in found] == [
        (OpenWhy.VACANCY, "1", SUMMER),
        *((OpenWhy.UNDERSTAFFED, None, SUMMER + days * DAY) for days in range(1, 5)),
    ]


def test_the_shifts_of_whoever_has_left_are_vacancies() -> None:
    found = places(row(WEEK), employees=(person(employed_to=SUMMER + 2 * DAY),))
    assert [(place.why, place.whose, place.on) for place in found] == [
        (OpenWhy.VACANCY, "1", SUMMER + days * DAY) for days in (3, 4)
    ]


def test_what_the_rota_itself_lacks_is_understaffing() -> None:
    found = places(row("D1 D1 D1 D1 - - -"))
    assert [(place.why, place.whose, place.code, place.lacking_minutes) for place in found] == [
        (OpenWhy.UNDERSTAFFED, None, "D1", 450)
    ]


def test_two_lacking_at_once_are_two_places_and_the_first_fills_as_much_as_the_second() -> None:
    found = places(row("- D1 D1 D1 D1 - -"), demand=(demand(frozenset({0}), "07:30-15:00", 2),))
    assert [(place.number, place.lacking_minutes) for place in found] == [(1, 450), (2, 450)]


def test_a_time_no_code_covers_is_told_by_its_clock() -> None:
    found = places(row("- - - - - - -"), demand=(demand(frozenset({0}), "04:00-05:00", 1),), shifts=(D1,))
    assert [(place.code, place.start_minute, place.end_minute) for place in found] == [(None, 240, 300)]
    assert [place.lacking_minutes for place in found] == [60]


def test_what_two_shifts_both_cover_is_lacking_once() -> None:
    """One from 07:30 to 22:00: D1 fills 450 minutes, and A1 from 14:30 what is left, 420 of its 450."""
    long_day = (demand(frozenset({0}), "07:30-22:00", 1),)
    found = places(row("- - - - - - -"), demand=long_day, shifts=(D1, A1))
    assert [(place.code, place.lacking_minutes) for place in found] == [("D1", 450), ("A1", 420)]


def test_a_shift_on_a_day_its_code_is_not_for_and_a_red_day_given_free_are_not_open() -> None:
    """One is wanted on both days, and none is needed."""
    weekdays_only = shift("D1", "07:30-15:00", days=DaySelector(weekdays=WEEKDAYS))
    every_day = (demand(frozenset({0, 6}), "07:30-15:00", 0, target=1),)
    rows = (row("(D1)F3 - - - - - -", "1"), row("- - - - - - D1", "2"))
    people = (person("1"), person("2", status=Status.VACANT))
    assert places(*rows, employees=people, demand=every_day, shifts=(weekdays_only,)) == ()
    (open_sunday,) = places(*rows, employees=people, demand=every_day, shifts=(D1,))
    assert (open_sunday.on, open_sunday.whose) == (SUMMER + 6 * DAY, "2")


def test_a_nurses_shift_asks_for_a_nurse_only_where_one_lacks() -> None:
    needs = (*BY_DAY, demand(WEEKDAYS, "07:30-15:00", 1, competence=NURSE))
    alone = (person("1", competence=NURSE),)
    ill = (away(SUMMER, SUMMER),)
    (place,) = places(row(WEEK), employees=alone, demand=needs, absences=ill)
    assert (place.competence, place.lacking_minutes) == (NURSE, 900)  # both rows: she counts in each
    two = (row(WEEK, "1"), row(WEEK, "2"))
    people = (person("1", competence=NURSE), person("2", competence=NURSE))
    more = (demand(WEEKDAYS, "07:30-15:00", 2), needs[1])
    (place,) = places(*two, employees=people, demand=more, absences=ill)
    assert (place.competence, place.lacking_minutes) == (None, 450)  # the other nurse is there


def test_an_assistants_shift_is_not_asked_of_a_nurse_she_could_not_be() -> None:
    needs = (*BY_DAY, demand(WEEKDAYS, "07:30-15:00", 1, competence=NURSE))
    rows = (row(WEEK, "1"), row("- D1 D1 D1 D1 - -", "2"))
    people = (person("1", competence=ASSISTANT), person("2", competence=NURSE))
    found = places(*rows, employees=people, demand=needs, absences=(away(SUMMER, SUMMER),))
    assert [(place.why, place.competence) for place in found] == [
        (OpenWhy.ABSENCE, None),
        (OpenWhy.UNDERSTAFFED, NURSE),
    ]


def test_a_shift_that_asks_for_a_competence_asks_for_it_still() -> None:
    own = shift("D1", "07:30-15:00", competence=ASSISTANT)
    ill = (away(SUMMER, SUMMER),)
    (place,) = places(row(WEEK), employees=(person(competence=NURSE),), shifts=(own,), absences=ill)
    assert place.competence == ASSISTANT


def test_a_meeting_one_is_away_from_is_not_open() -> None:
    meeting = shift("O1", "08:00-09:00")
    found = places(row("O1 D1 D1 D1 D1 - -"), shifts=(D1, meeting), absences=(away(SUMMER, SUMMER),))
    assert [(place.code, place.why) for place in found] == [("D1", OpenWhy.UNDERSTAFFED)]


def test_places_are_numbered_by_date_and_time_and_may_begin_later() -> None:
    needs = (demand(frozenset({0, 1}), "07:30-15:00", 1), demand(frozenset({0}), "15:00-22:00", 1))
    found = roll(
        unit(1, demand=needs, shifts=(D1, A1), employees=(person("1"), person("2"))),
        row("A1 - - - - - -", "1"),
        row("D1 D1 - - - - -", "2"),
        absences=(away(SUMMER, SUMMER + DAY), away(SUMMER, SUMMER + DAY, number="2")),
    )
    listed = open_places(found.unit, found.plan)
    assert [(place.number, place.on, place.code) for place in listed] == [
        (1, SUMMER, "D1"),
        (2, SUMMER, "A1"),
        (3, SUMMER + DAY, "D1"),
    ]
    later = open_places(found.unit, found.plan, since=SUMMER + DAY)
    assert [(place.number, place.on) for place in later] == [(1, SUMMER + DAY)]
    assert all(place.whose for place in listed)

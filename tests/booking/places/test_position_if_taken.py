"""What a position comes to over the weeks of a list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from builders import person, unit

from heiltid.booking.places.position_if_taken import list_weeks, position_if_taken
from heiltid.model.asking import SentList
from heiltid.model.booking import OpenPlace, OpenWhy, Standing

NOON = datetime(2027, 5, 18, 12)


def place(number: int, on: date) -> OpenPlace:
    return OpenPlace(
        number=number,
        on=on,
        code="D1",
        start_minute=450,
        end_minute=900,
        competence=None,
        why=OpenWhy.UNDERSTAFFED,
    )


def sent(*days: date) -> SentList:
    places = tuple(place(number, on) for number, on in enumerate(days, 1))
    return SentList(code="K7F2", made_at=NOON, deadline=NOON, places=places, offers=())


def taken(*, unbound: int = 0, extra: int = 0, overtime: int = 0) -> Standing:
    return Standing(
        place=1, employee="1", unbound_minutes=unbound, extra_minutes=extra, overtime_minutes=overtime
    )


def test_the_weeks_go_from_the_first_monday_to_the_last_sunday() -> None:
    # Saturday 5 June 2027 lies in the week of Monday 31 May; Monday 14 June begins the third week.
    assert list_weeks(sent(date(2027, 6, 5))) == (date(2027, 5, 31), 1)
    assert list_weeks(sent(date(2027, 6, 14), date(2027, 6, 5))) == (date(2027, 5, 31), 3)


def test_hours_up_to_full_time_make_the_position_larger_and_no_others_do() -> None:
    # Two weeks of 35.5 h are 4260 minutes: 750 minutes more are 17.61 %.
    home = unit(weeks=2, employees=(person("1", 7500, max_bp=10_000),))
    both = sent(date(2027, 6, 1), date(2027, 6, 7))
    assert position_if_taken(home, both, "1", [taken(extra=300), taken(extra=450)]) == 7500 + 1761
    assert position_if_taken(home, both, "1", [taken(unbound=450), taken(overtime=450)]) == 7500


def test_nobody_comes_above_full_time_here_and_elsewhere() -> None:
    worker = replace(person("1", 7500, max_bp=8000), elsewhere_bp=2000)
    home = unit(weeks=1, employees=(worker,))
    assert position_if_taken(home, sent(date(2027, 6, 1)), "1", [taken(extra=750)]) == 8000

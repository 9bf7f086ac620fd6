"""Hours beyond the staffing: how many, and when they lie."""

from __future__ import annotations

from datetime import date

from builders import A1, D1, N1, WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.measures.surplus import SurplusTime, surplus_minutes
from heiltid.model import RotaKind
from heiltid.rules.context import Context

EVERY_DAY = frozenset(range(7))
PEOPLE = (person("1"), person("2"))
DEMAND = (demand(EVERY_DAY, "07:30-15:00", 1), demand(EVERY_DAY, "22:00-07:30", 1))


def found(ward: object, *lines: str) -> dict[SurplusTime, float]:
    """Hours above Target of a rota."""
    rota = plan(*(row(line, number) for number, line in zip("12", lines, strict=True)))
    return {when: minutes / 60 for when, minutes in surplus_minutes(Context(ward, rota)).items()}  # type: ignore[arg-type]


def test_weekdays_weekends_and_nights_are_told_apart() -> None:
    # Monday two by day: 7.5 h more. Wednesday two by night: 22:00-07:30 is 9.5 h, and 15 minutes of Thursday's
    # day before they go at 07:45. Saturday two by day: 7.5 h.
    ward = unit(shifts=(D1, A1, N1), employees=PEOPLE, demand=DEMAND)
    hours = found(ward, "D1 - N1 - - D1 -", "D1 - N1 - - D1 -")
    assert hours == {SurplusTime.WEEKDAY: 7.75, SurplusTime.NIGHT: 9.5, SurplusTime.WEEKEND: 7.5}


def test_enough_is_no_surplus_nor_hours_nobody_asks_for() -> None:
    # One by day, one by night; the evening from 15:00 is not asked for at all.
    ward = unit(shifts=(D1, A1, N1), employees=PEOPLE, demand=DEMAND)
    assert set(found(ward, "D1 A1 - - - - -", "N1 - - A1 - - -").values()) == {0}


def test_a_red_weekday_counts_as_a_weekend() -> None:
    # Good Friday 26 March 2027
    rows = (demand(WEEKDAYS, "07:30-15:00", 1), demand(WEEKEND, "07:30-15:00", 1))
    ward = unit(start=date(2027, 3, 22), kind=RotaKind.DATED, employees=PEOPLE, demand=rows)
    hours = found(ward, "- - - - D1 - -", "- - - - D1 - -")
    assert (hours[SurplusTime.WEEKEND], hours[SurplusTime.WEEKDAY]) == (7.5, 0)

"""More people than the staffing asks for: how often, and when."""

from __future__ import annotations

from datetime import date

from builders import A1, D1, N1, WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.measures.surplus import times_above
from heiltid.model import RotaKind, Unit
from heiltid.rules.context import Context

EVERY_DAY = frozenset(range(7))
PEOPLE = (person("1"), person("2"))
DAY, NIGHT = demand(EVERY_DAY, "07:30-15:00", 1), demand(EVERY_DAY, "22:00-07:30", 1)


def found(ward: Unit, *lines: str) -> dict[str, int]:
    """How often there are too many in a rota, where it happens at all."""
    rota = plan(*(row(line, number) for number, line in zip("12", lines, strict=True)))
    return {when.value: times for when, times in times_above(Context(ward, rota)).items() if times}


def test_days_evenings_nights_and_weekends_are_told_apart() -> None:
    evening = demand(EVERY_DAY, "15:00-22:00", 1)
    ward = unit(shifts=(D1, A1, N1), employees=PEOPLE, demand=(DAY, evening, NIGHT))
    line = "D1 A1 N1 - - D1 -"
    assert found(ward, line, line) == {"day": 1, "evening": 1, "night": 1, "weekend": 1}


def test_handing_over_is_no_surplus_and_a_shift_where_nobody_is_asked_for_is_one() -> None:
    # A1 begins at 14:30, half an hour before D1 goes; the evening from 15:00 is not asked for at all.
    ward = unit(shifts=(D1, A1, N1), employees=PEOPLE, demand=(DAY, NIGHT))
    assert found(ward, "D1 N1 - - - - -", "- - - D1 D1 - -") == {}
    assert found(ward, "D1 D1 - A1 - - -", "A1 N1 - A1 - - -") == {"evening": 3}
    nights = demand(WEEKDAYS, "21:45-07:45", 1)
    ward = unit(shifts=(D1, A1, N1), employees=PEOPLE, demand=(demand(EVERY_DAY, "07:30-15:00", 1), nights))
    # Friday's night is asked for, Saturday's is not, though it ends when the day begins.
    assert found(ward, "- - - - N1 N1 -", "- - - - - - -") == {"night": 1}


def test_a_night_that_reaches_into_the_day_is_one_more_by_night() -> None:
    nights = demand(EVERY_DAY, "21:45-07:45", 1)  # D1 begins at 07:30
    ward = unit(shifts=(D1, N1), employees=PEOPLE, demand=(DAY, nights))
    assert found(ward, "N1 - - - - - -", "N1 - - - - - -") == {"night": 1}


def test_a_nurse_more_than_asked_for_is_no_surplus_where_anybody_is_counted_too() -> None:
    nurse = demand(EVERY_DAY, "07:30-15:00", 1, competence="nurse")
    people = tuple(person(number, competence="nurse") for number in "12")
    two = demand(EVERY_DAY, "07:30-15:00", 2)
    lines = ("D1 - - - - - -", "D1 - - - - - -")
    assert found(unit(employees=people, demand=(two, nurse)), *lines) == {}
    assert found(unit(employees=people, demand=(nurse,)), *lines) == {"day": 1}


def test_a_red_weekday_counts_as_a_weekend() -> None:
    # Good Friday 26 March 2027
    rows = (demand(WEEKDAYS, "07:30-15:00", 1), demand(WEEKEND, "07:30-15:00", 1))
    ward = unit(start=date(2027, 3, 22), kind=RotaKind.DATED, employees=PEOPLE, demand=rows)
    assert found(ward, "- - D1 - D1 - -", "- - D1 - D1 - -") == {"day": 1, "weekend": 1}
    assert found(ward, "- - - - D1 - -", "- - - - D1 - -") == {"weekend": 1}

"""Fewer and more than wanted where the least is met: which times, how many, and what comes of it in hours."""

from __future__ import annotations

from builders import WEEKDAYS, demand, person, plan, row, shift, unit

from heiltid.measures.wished import off_wished
from heiltid.rules.context import Context

EARLY, LATE, SHORT = shift("D1", "07:30-15:00"), shift("A1", "14:30-22:00"), shift("D2", "07:30-13:00")
PEOPLE = tuple(person(str(number)) for number in range(1, 4))
BY_DAY = demand(WEEKDAYS, "07:30-15:00", 1, target=2)


def found(*lines: str, asked: object = BY_DAY) -> list[tuple[str, int, bool, tuple[int, ...], int]]:
    ward = unit(shifts=(EARLY, LATE, SHORT), employees=PEOPLE, demand=(asked,))
    rota = plan(*(row(line, str(place)) for place, line in enumerate(lines, start=1)))
    told = off_wished(Context(ward, rota))
    return [(one.times, one.people, one.is_below, one.days, one.person_minutes) for one in told]


def test_a_row_is_told_whole_where_others_only_come_for_the_handing_over() -> None:
    # Two are wanted: Monday has one, and a second from 14:30, half an hour: 7.5 h lack. Tuesday has one, all
    # alone. On the other days there are two.
    lines = ("D1 D1 D1 D1 D1 - -", "A1 - D1 D1 D1 - -")
    assert found(*lines) == [("07:30–15:00", 1, True, (0, 1), 900)]


def test_a_part_of_a_row_is_told_by_its_own_times() -> None:
    # The second goes at 13:00: from then on one lacks, two hours.
    lines = ("D1 D1 D1 D1 D1 - -", "D2 D1 D1 D1 D1 - -")
    assert found(*lines) == [("13:00–15:00", 1, True, (0,), 120)]


def test_what_lacks_to_the_least_is_no_wish_not_met_and_more_than_wanted_is_told() -> None:
    # Monday has nobody (a gap), Tuesday three where two are wanted.
    lines = ("- D1 D1 D1 D1 - -", "- D1 D1 D1 D1 - -", "- D1 - - - - -")
    assert found(*lines) == [("07:30–15:00", 1, False, (1,), 0)]
    alike = demand(WEEKDAYS, "07:30-15:00", 2)
    assert found("D1 D1 D1 D1 D1 - -", "- D1 D1 D1 D1 - -", asked=alike) == []

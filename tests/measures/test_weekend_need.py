"""How many the weekends take: those apart who cannot stand in for one another."""

from __future__ import annotations

from dataclasses import replace

from builders import WEEKEND, demand, person, unit

from heiltid.measures.weekend_need import WeekendNeed, WeekendPart, weekend_needs
from heiltid.model import ShiftKind, Unit

BY_DAY = frozenset({ShiftKind.DAY, ShiftKind.EVENING})
BY_NIGHT = frozenset({ShiftKind.NIGHT})
# Saturday and Sunday two by day, one by night: two a weekend and one, each of every third weekend.
ROWS = (demand(WEEKEND, "07:30-15:00", 2), demand(WEEKEND, "21:45-07:45", 1))


def ward(days: int, nights: int, both: int = 0) -> Unit:
    kinds = [BY_DAY] * days + [BY_NIGHT] * nights + [BY_DAY | BY_NIGHT] * both
    people = tuple(person(str(place), kinds=of, weekend_every=3) for place, of in enumerate(kinds))
    return unit(weeks=3, employees=people, demand=ROWS)


def needs(here: Unit) -> list[tuple[WeekendPart, int, int]]:
    found = weekend_needs(here, here.employees, here)
    return [(need.part, need.needed, need.workers) for need in found]


def test_who_works_nights_only_is_no_help_by_day() -> None:
    # Nine for nine in all; by day six are needed and five are there.
    assert needs(ward(5, 4)) == [(WeekendPart.BY_DAY, 6, 5)]
    assert needs(ward(6, 3)) == [(WeekendPart.BY_DAY, 6, 6)]


def test_nights_are_told_where_they_lack() -> None:
    assert needs(ward(6, 2)) == [(WeekendPart.BY_DAY, 6, 6), (WeekendPart.BY_NIGHT, 3, 2)]


def test_where_everybody_can_work_by_day_one_figure_tells_it() -> None:
    assert needs(ward(6, 0, both=3)) == [(WeekendPart.ALL, 9, 9)]


def test_those_who_could_do_both_are_counted_for_either_and_then_for_all() -> None:
    # Six by day of 5 + 1, three by night of 2 + 1: enough either way, but eight in all where nine are taken.
    assert needs(ward(5, 2, both=1)) == [(WeekendPart.ALL, 9, 8)]


def test_extra_weekends_count_in_how_often_they_work_where_their_sundays_may_be_worked() -> None:
    here = ward(5, 4)
    extra = tuple(replace(one, extra_weekends=int(one.number == "0")) for one in here.employees)
    # In three weeks an extra weekend lies beside the ordinary one: its Sunday is free (§ 10-8 (4)).
    assert needs(replace(here, employees=extra)) == [(WeekendPart.BY_DAY, 6, 5)]
    # In eight, with every fourth weekend, it fits between: 4 x 1/4 + 3/8 = 11/8 of 5 people are 2 of 7.3.
    long = replace(here, weeks=8, employees=tuple(replace(one, weekend_every=4) for one in extra))
    assert needs(long)[0] == (WeekendPart.BY_DAY, 8, 5)
    without = replace(long, employees=tuple(replace(one, extra_weekends=0) for one in long.employees))
    assert needs(without)[0] == (WeekendPart.BY_DAY, 8, 5)


def test_who_lacks_and_who_just_suffices() -> None:
    for workers, lacks, just, binds in (
        (9, True, False, True),
        (10, False, True, True),
        (11, False, False, True),
        (12, False, False, False),
    ):
        need = WeekendNeed(part=WeekendPart.ALL, needed=10, workers=workers)
        assert (need.lacks, need.is_just_enough, need.binds) == (lacks, just, binds)


def test_all_are_told_where_they_lack_more_than_the_parts_do() -> None:
    # Six by day and three by night of nine; five work by day, one of them by night too, and one nights only:
    # by day one lacks, by night one, in all three.
    assert needs(ward(4, 1, both=1)) == [(WeekendPart.ALL, 9, 6)]
    # With two who work nights only one lacks by day, one in all: day and evening are told.
    assert needs(ward(5, 3)) == [(WeekendPart.BY_DAY, 6, 5)]

"""Whether long shifts save people in the weekends, and the times that keep them from it."""

from __future__ import annotations

from dataclasses import replace

from builders import A1, D1, N1, WEEKEND, demand, person, shift, unit

from heiltid.measures.long_shifts import BusyTime, long_shifts_of, possible_long_shifts
from heiltid.model import Competence, DemandRow, ShiftKind, Unit

BY_DAY = frozenset({ShiftKind.DAY, ShiftKind.EVENING})
NIGHTS = demand(WEEKEND, "22:00-07:30", 1)
ALIKE = (demand(WEEKEND, "07:30-15:00", 3), demand(WEEKEND, "15:00-22:00", 2), NIGHTS)
FEWER_AT_THE_EDGES = (
    demand(WEEKEND, "07:30-09:30", 2),
    demand(WEEKEND, "09:30-15:00", 3),
    demand(WEEKEND, "15:00-20:00", 2),
    demand(WEEKEND, "20:00-22:00", 1),
    NIGHTS,
)
PEOPLE = (person("1", kinds=BY_DAY), person("2", kinds=frozenset({ShiftKind.NIGHT})))


def home(rows: tuple[DemandRow, ...] = ALIKE, **more: object) -> Unit:
    return unit(**{"demand": rows, "employees": PEOPLE, **more})


def test_long_shifts_save_nobody_where_the_day_s_edges_need_as_many() -> None:
    # Before 09:30 only D1 and L1 are there (3), after 20:00 only A1 and L2 (2), and one by night: 6
    # either way. N1 is there until 07:45 and from 21:45.
    found = long_shifts_of(home())
    assert found is not None
    assert (found.fewest_without, found.fewest_with, found.saves) == ((6, 6), (6, 6), False)
    assert found.times == (
        BusyTime(start=7 * 60 + 45, end=9 * 60 + 30, people=3),
        BusyTime(start=20 * 60, end=21 * 60 + 45, people=2),
    )


def test_they_save_people_where_fewer_are_needed_at_the_edges() -> None:
    # 2 L1 from 07:30 and 1 L2 until 22:00 and one by night, where 3 + 2 + 1 were needed.
    found = long_shifts_of(home(FEWER_AT_THE_EDGES))
    assert found is not None
    assert (found.fewest_without[0], found.fewest_with[0], found.saves) == (6, 4, True)
    assert found.times == ()


def test_nothing_is_said_without_long_shifts_in_the_weekend_nor_where_ordinary_ones_do_not_reach() -> None:
    assert long_shifts_of(home(shifts=(D1, A1, N1))) is None
    weekdays = replace(shift("L1", "07:30-20:00"), days=replace(D1.days, weekdays=frozenset(range(5))))
    assert long_shifts_of(home(shifts=(D1, A1, N1, weekdays))) is None
    early = shift("D1", "07:30-13:00")  # from 13:00 to 14:30 there are long shifts only
    assert long_shifts_of(home(shifts=(early, A1, N1, shift("L1", "07:30-20:00")))) is None


def test_the_usual_long_shifts_are_tried_where_there_are_none() -> None:
    # From 07:30 and until 22:00, 12.5 hours each: the same as above.
    for rows, saves in ((ALIKE, False), (FEWER_AT_THE_EDGES, True)):
        found = possible_long_shifts(home(rows, shifts=(D1, A1, N1)))
        assert found is not None
        assert found.saves is saves
    assert possible_long_shifts(home(shifts=(D1, N1))) is None


def test_a_need_for_a_competence_is_no_time_of_its_own() -> None:
    chief = Competence(name="chief", covers=frozenset())
    people = (*PEOPLE, person("3", competence="chief"))
    rows = (*ALIKE, demand(WEEKEND, "15:00-22:00", 1, competence="chief"))
    found = long_shifts_of(home(rows, employees=people, competences=(chief,)))
    assert found is not None
    assert [time.people for time in found.times] == [3, 2]

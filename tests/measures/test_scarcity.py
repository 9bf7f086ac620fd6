"""Nights and competences that the few who can cover them cannot cover."""

from __future__ import annotations

from fractions import Fraction

import pytest
from builders import A1, D1, N1, WEEKDAYS, demand, person, unit

from heiltid.measures.scarcity import scarcities
from heiltid.model import Employee, ShiftKind, Unit

EVERY_DAY = frozenset(range(7))
DAY, EVENING, NIGHT = ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.NIGHT
ROWS = (demand(EVERY_DAY, "07:45-15:00", 1), demand(EVERY_DAY, "21:45-07:45", 1))


def ward(*people: Employee, **more: object) -> Unit:
    """One by day and one by night, every day; N1 is 10 h, so the nights are 70 h a week."""
    by_day = [person(f"d{number}", weekend_every=2, kinds=frozenset({DAY, EVENING})) for number in range(3)]
    known = {"weeks": 6, "shifts": (D1, A1, N1), "demand": ROWS, "employees": (*by_day, *people)}
    return unit(**{**known, **more})


def night(number: int, position: int = 10_000, every: int = 2) -> Employee:
    return person(f"n{number}", position, weekend_every=every, kinds=frozenset({NIGHT}))


def test_hours_of_the_nights_against_what_those_who_take_them_may_have() -> None:
    # 100 + 97 % of 35.5 h = 69.9 h, 100 + 98 % = 70.3 h; 1/2 + 1/2 is one each weekend.
    (found,) = scarcities(ward(night(1), night(2, 9_700)))
    assert (found.competence, found.people, found.lacks_hours, found.lacks_weekends) == (None, 2, True, False)
    assert (found.needed_minutes, found.available_minutes) == (70 * 60, Fraction(197, 100) * 2130)
    assert scarcities(ward(night(1), night(2, 9_800))) == ()


def test_weekends_of_the_nights() -> None:
    # Three with every third weekend are one each weekend; of two, one weekend in three has nobody.
    (found,) = scarcities(ward(night(1, every=3), night(2, every=3)))
    assert (found.lacks_hours, found.lacks_weekends) == (False, True)
    assert (found.weekend_needed, found.weekend_available) == (1, Fraction(2, 3))
    (seldom,) = scarcities(ward(night(1, every=3), night(2, every=0)))
    assert (seldom.people, seldom.weekend_people, seldom.weekend_available) == (2, 1, Fraction(1, 3))
    assert scarcities(ward(*(night(number, every=3) for number in range(3)))) == ()


def test_nobody_takes_nights_or_has_the_competence() -> None:
    # Until 22:00 an evening and from 07:30 a day shift could be there too: 9 h 30 a night lack somebody.
    (found,) = scarcities(ward())
    assert (found.people, found.needed_minutes, found.lacks_weekends) == (0, 7 * 570, False)
    row = demand(WEEKDAYS, "07:45-15:00", 1, competence="nurse")
    (asked,) = scarcities(ward(demand=(ROWS[0], row)))
    assert (asked.competence, asked.people, asked.needed_minutes) == ("nurse", 0, 5 * 435)


def test_a_time_no_code_reaches_is_no_night_and_a_nurse_by_night_is_one_person() -> None:
    # The evening ends at 22:00 and is asked for until 23:00; the unit has no nights at all.
    late = demand(EVERY_DAY, "15:00-23:00", 1)
    assert scarcities(ward(shifts=(D1, A1), demand=(ROWS[0], late))) == ()
    # Anybody and a nurse are asked for by night: 9 h 30, once, and the nurse's row beside it.
    nurse = demand(EVERY_DAY, "21:45-07:45", 1, competence="nurse")
    nights, nurses = scarcities(ward(demand=(*ROWS, nurse)))
    assert (nights.competence, nights.needed_minutes) == (None, 7 * 570)
    assert (nurses.competence, nurses.needed_minutes) == ("nurse", 7 * 600)


@pytest.mark.parametrize(("nurses", "is_scarce"), [(2, True), (3, False)])
def test_a_competence_is_reckoned_by_its_own_rows(nurses: int, is_scarce: bool) -> None:
    # A nurse on weekdays by day and evening: 5 x 15 h = 75 h; two have 71 h, three 106.5 h.
    rows = tuple(demand(WEEKDAYS, times, 1, competence="nurse") for times in ("07:30-15:00", "15:00-22:00"))
    able = tuple(person(f"s{number}", competence="nurse", weekend_every=0) for number in range(nurses))
    others = tuple(person(str(number)) for number in range(3))
    found = scarcities(unit(shifts=(D1, A1), demand=rows, employees=(*able, *others)))
    assert bool(found) is is_scarce
    by_night = person("n", competence="nurse", kinds=frozenset({NIGHT}))  # is there at no such time
    with_her = scarcities(unit(shifts=(D1, A1, N1), demand=rows, employees=(*able, by_night, *others)))
    assert bool(with_her) is is_scarce
    if found:
        assert (found[0].competence, found[0].people, found[0].needed_minutes) == ("nurse", 2, 75 * 60)

"""AML § 10-6 (4): 10 h in 7 days, 25 h in 4 weeks, 200 h in 52 weeks; (5): 20, 50 and 300 h by agreement."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import unit
from judging import agreed, override

from heiltid.booking.places.overtime import overtime_passed
from heiltid.model import Signed, Unit
from heiltid.model.booking import Overtime
from heiltid.rulebook import book_of

ON = date(2027, 7, 5)
LAW = unit()


def had(*entries: tuple[int, int]) -> tuple[Overtime, ...]:
    """(days after ON, minutes) of somebody's overtime."""
    return tuple(
        Overtime(employee="1", on=ON + timedelta(days=days), minutes=minutes) for days, minutes in entries
    )


def passed(more: int, *entries: tuple[int, int], ward: Unit = LAW) -> int | None:
    """The days of the period whose limit so many more minutes on ON would pass."""
    return overtime_passed(book_of(ward), "1", had(*entries), ON, more)


@pytest.mark.parametrize(
    ("more", "entries", "days"),
    [
        (600, (), None),  # 10 h
        (601, (), 7),
        (450, ((-6, 150),), None),  # Tuesday to Monday are seven days
        (451, ((-6, 150),), 7),
        (600, ((-7, 600),), None),  # the Monday before is the eighth
        (450, ((6, 150),), None),  # what is agreed for later counts too
        (451, ((6, 150),), 7),
        (300, ((-4, 200), (4, 200)), None),  # no seven days hold both
        (401, ((-4, 200), (4, 200)), 7),
        (201, ((-3, 200), (3, 200)), 7),  # seven days hold all three
    ],
)
def test_seven_days(more: int, entries: tuple[tuple[int, int], ...], days: int | None) -> None:
    assert passed(more, *entries) == days


@pytest.mark.parametrize(
    ("more", "first", "days"),
    [
        (450, -27, None),  # 3 x 350 + 450 = 1500 = 25 h
        (451, -27, 28),
        (451, -28, None),  # the first of them is a day too long ago
    ],
)
def test_four_weeks(more: int, first: int, days: int | None) -> None:
    assert passed(more, (first, 350), (-19, 350), (-10, 350)) == days


@pytest.mark.parametrize(
    ("more", "first", "days"),
    [
        (300, -363, None),  # 11 x 1000 + 700 + 300 = 12 000 = 200 h
        (301, -363, 364),
        (301, -364, None),
    ],
)
def test_a_year(more: int, first: int, days: int | None) -> None:
    spread = [(-28 * number - 10, 1000) for number in range(1, 12)]
    assert passed(more, (first, 700), *spread) == days


@pytest.mark.parametrize(("signed", "days"), [(Signed.YES, None), (Signed.NO, 7), (Signed.REFUSED, 7)])
def test_a_signed_agreement_doubles_the_week(signed: Signed, days: int | None) -> None:
    ward = unit(agreements=(agreed("10-6 (5)", signed),))
    assert passed(1200, ward=ward) == days
    assert passed(1201, ward=ward) == 7


def test_with_the_agreement_the_longer_limits_are_fifty_and_three_hundred_hours() -> None:
    ward = unit(agreements=(agreed("10-6 (5)", Signed.YES),))
    assert passed(1000, (-20, 1000), (-10, 1000), ward=ward) is None
    assert passed(1001, (-20, 1000), (-10, 1000), ward=ward) == 28
    spread = [(-28 * number - 10, 1500) for number in range(1, 12)]  # 16 500
    assert passed(1000, (-330, 500), *spread, ward=ward) is None
    assert passed(1001, (-330, 500), *spread, ward=ward) == 364


def test_a_unit_or_a_person_may_have_limits_of_their_own() -> None:
    ward = unit(overrides=(override("overtime", "week_minutes", "5:00", "1"),))
    assert (passed(300, ward=ward), passed(301, ward=ward)) == (None, 7)
    free = unit(overrides=(override("overtime", "week_minutes", "none"),))
    assert passed(700, ward=free) is None


def test_others_overtime_and_no_overtime_at_all_are_nothing() -> None:
    others = (Overtime(employee="2", on=ON, minutes=600),)
    assert overtime_passed(book_of(LAW), "1", others, ON, 600) is None
    assert overtime_passed(book_of(LAW), "1", had((0, 900)), ON, 0) is None
    assert overtime_passed(book_of(LAW), "1", had((0, 500)), ON, 200) == 7

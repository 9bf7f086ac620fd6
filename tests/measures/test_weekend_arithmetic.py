"""The numbers of domain.md section 7, exactly."""

from fractions import Fraction

import pytest

from heiltid.measures.weekend_arithmetic import (
    ShiftNeed,
    WeekendArithmetic,
    combined_frequency,
    extra_weekends_a_year,
    highest_average_by_share,
    highest_average_with_long_shifts,
    weekend_arithmetic,
)

NIGHT = ShiftNeed(weekday_count=2, weekend_count=2, minutes=600)


def short_shifts() -> WeekendArithmetic:
    day = ShiftNeed(weekday_count=6, weekend_count=4, minutes=450)
    evening = ShiftNeed(weekday_count=5, weekend_count=4, minutes=450)
    return weekend_arithmetic((day, evening, NIGHT), 2130)


def long_shifts() -> WeekendArithmetic:
    weekdays = ShiftNeed(weekday_count=11, weekend_count=0, minutes=450)
    long = ShiftNeed(weekday_count=0, weekend_count=4, minutes=750)
    return weekend_arithmetic((weekdays, long, NIGHT), 2130)


def percent(share: Fraction) -> float:
    return round(float(share) * 100, 1)


def test_the_worked_example_with_short_shifts() -> None:
    found = short_shifts()
    assert found.weekly_minutes == 672.5 * 60
    assert round(float(found.full_time_equivalents), 2) == 18.94
    assert found.people_per_weekend == 10
    assert {k: (found.least_people(k), percent(found.highest_average(k))) for k in (2, 3, 4)} == {
        2: (20, 94.7),
        3: (30, 63.1),
        4: (40, 47.4),
    }
    assert found.frequency_needed == Fraction(1345, 710)


def test_the_worked_example_with_long_weekend_shifts() -> None:
    found = long_shifts()
    assert round(float(found.full_time_equivalents), 2) == 18.38
    assert found.people_per_weekend == 6
    assert (found.least_people(3), round(found.highest_average(3) * 100)) == (18, 102)
    assert (found.least_people(4), percent(found.highest_average(4))) == (24, 76.6)


FREQUENCIES = (Fraction(2), Fraction(12, 5), Fraction(3), Fraction(4))
TABLE = {
    Fraction(1): ("73.9", "61.6", "49.3", "37", "93.9", "70.4"),
    Fraction(4, 5): ("87.1", "72.6", "58.1", "43.6", "112", "83.6"),
    Fraction(2, 3): ("100", "83.6", "66.9", "50.2", "129", "96.8"),
    Fraction(1, 2): ("127", "106", "84.5", "63.4", "164", "123"),
}


@pytest.mark.parametrize("share", TABLE)
def test_the_table_of_highest_averages(share: Fraction) -> None:
    found = [highest_average_by_share(share, k) for k in FREQUENCIES]
    found += [highest_average_with_long_shifts(share, Fraction(k)) for k in (3, 4)]
    assert [f"{float(value) * 100:.3g}" for value in found] == list(TABLE[share])


def test_extra_weekends_make_the_frequency_higher() -> None:
    assert combined_frequency(3, 0, 12) == 3
    assert combined_frequency(3, 1, 12) == Fraction(12, 5)


@pytest.mark.parametrize(
    ("extra", "weeks", "expected"),
    [(1, 6, 9), (2, 6, 17), (1, 12, 4), (1, 8, 7), (1, 52, 1), (0, 6, 0)],  # 8.67, 17.3, 4.33, 6.5
)
def test_extra_weekends_in_a_year(extra: int, weeks: int, expected: int) -> None:
    assert extra_weekends_a_year(extra, weeks) == expected


def test_an_odd_number_of_weekend_shifts_needs_one_more_head() -> None:
    need = ShiftNeed(weekday_count=0, weekend_count=3, minutes=450)
    assert weekend_arithmetic((need,), 2130).people_per_weekend == 3
    assert weekend_arithmetic((need,), 2130, shifts_a_weekend=4).people_per_weekend == 2

"""Dates in the short forms people type, and ranges of them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heiltid.typed_dates import date_after, date_typed, dates_after

START = date(2026, 11, 23)


@pytest.mark.parametrize(
    "typed",
    [
        *("17.01.2027", "17.1.2027", "17.1.27", "17. 1. 2027", "17. 01. 27", "17/1-27", "17/1/2027"),
        *("17/01 - 2027", "2027-01-17", "2027–01–17", "17. januar 2027", "17 jan 2027", "17 January 2027"),
    ],
)
def test_one_date_in_many_forms(typed: str) -> None:
    assert date_typed(typed) == date(2027, 1, 17)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "17", "17.1", "17.", "31.02.2027", "17.13.27", "0.1.27", "17.1.7", "17.1.127", "17 hei 2027"),
        *("17.1.27 eller så", "1.17.27", "-", "2027", "17//1-27", "0000-01-01"),
    ],
)
def test_what_is_no_date_with_a_year(typed: str) -> None:
    assert date_typed(typed) is None


def test_without_a_year_it_is_the_first_one_from_the_start() -> None:
    assert date_after("5.12", START) == date(2026, 12, 5)
    assert date_after("5/1", START) == date(2027, 1, 5)
    assert date_after("23. november", START) == START
    assert date_after("22.11.", START) == date(2027, 11, 22)
    assert date_after("29.2", START) == date(2028, 2, 29)  # the next leap year
    assert date_after("30.2", START) is None


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("5.12.26-6.12.26", date(2026, 12, 5), date(2026, 12, 6)),
        ("5.12.2026 – 6.12.2026", date(2026, 12, 5), date(2026, 12, 6)),
        ("5.-6.12", date(2026, 12, 5), date(2026, 12, 6)),
        ("5-6.12.26", date(2026, 12, 5), date(2026, 12, 6)),
        ("5.12.-6.12.", date(2026, 12, 5), date(2026, 12, 6)),
        ("5/12-6/12", date(2026, 12, 5), date(2026, 12, 6)),
        ("5.12-7", date(2026, 12, 5), date(2026, 12, 7)),
        ("28.12.-2.1.", date(2026, 12, 28), date(2027, 1, 2)),
        ("28.12-2.1.27", date(2026, 12, 28), date(2027, 1, 2)),
        ("28.12.26-2.1", date(2026, 12, 28), date(2027, 1, 2)),
        ("2026-12-05-2026-12-06", date(2026, 12, 5), date(2026, 12, 6)),
        ("5.-6. desember", date(2026, 12, 5), date(2026, 12, 6)),
        ("5.12", date(2026, 12, 5), date(2026, 12, 5)),
    ],
)
def test_ranges_tell_every_day(typed: str, first: date, last: date) -> None:
    count = (last - first).days + 1
    assert dates_after(typed, START) == tuple(first + timedelta(days=more) for more in range(count))


@pytest.mark.parametrize("typed", ["", "5-6", "6.12-5.12.26x", "7.12.26-6.12.26", "1.1.20-1.1.27", "veke 52"])
def test_what_is_no_range(typed: str) -> None:
    assert dates_after(typed, START) == ()


@given(st.text(alphabet="0123456789.-/ –jandes", max_size=24))
def test_no_text_does_harm(typed: str) -> None:
    found = dates_after(typed, START)
    assert list(found) == sorted(set(found))
    assert date_typed(typed) is None or date_after(typed, START) == date_typed(typed)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_form_of_a_date_is_read_as_it(when: date) -> None:
    year = when.year % 100
    for typed in (
        f"{when:%d.%m.%Y}",
        f"{when.day}.{when.month}.{year:02}",
        f"{when.day}/{when.month}-{year:02}",
    ):
        assert date_typed(typed) == when

"""Contents of cells: every accepted spelling, and what is refused with which suggestion."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from heiltid.exchange.workbook import values
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import Misfit
from heiltid.texts import Language

NN = Language.NYNORSK


def cell(value: Any, *, percent: bool = False) -> RawCell:
    return RawCell(2, 3, value, is_percent=percent)


@pytest.mark.parametrize(
    ("value", "minute"),
    [
        ("07:30", 450),
        ("7:30", 450),
        ("7.30", 450),
        ("07.30", 450),
        ("0730", 450),
        ("730", 450),
        (" 07:30 ", 450),
        ("07:30:00", 450),
        (730, 450),
        (730.0, 450),
        ("7", 420),
        (7, 420),
        (0, 0),
        ("00:00", 0),
        (time(7, 30), 450),
        (time(7, 29, 59, 999_000), 450),
        (datetime(1899, 12, 30, 7, 30), 450),
        (datetime(2027, 1, 4, 7, 30), 450),
        (timedelta(hours=7, minutes=30), 450),
        (0.3125, 450),
        ("0.3125", 450),
        ("0,3125", 450),
        (2359, 1439),
        ("23:59", 1439),
    ],
)
def test_clock_times(value: Any, minute: int) -> None:
    assert values.start_time(cell(value)) == minute
    assert values.end_time(cell(value)) == minute


@pytest.mark.parametrize(
    "value",
    ["24:00", "2400", 2400, 24, "24", timedelta(days=1), datetime(1900, 1, 1), datetime(1904, 1, 2)],
)
def test_24_00_is_an_end_but_no_start(value: Any) -> None:
    assert values.end_time(cell(value)) == 1440
    assert isinstance(values.start_time(cell(value)), Misfit)


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        (7.3, "07:30"),
        (7.5, "07:50"),
        (14.45, "14:45"),
        ("7,30", "07:30"),
        ("O7:30", "07:30"),
        ("7.3", "07:30"),
        ("7:60", None),
        ("25:00", None),
        (25, None),
        (760, None),
        (2401, None),
        (-1, None),
        (-0.25, None),
        (1e300, None),
        (float("inf"), None),
        (float("nan"), None),
        (True, None),
        ("", None),
        ("half past seven", None),
        ("7:30 pm", None),
        (date(2027, 1, 4), None),
        (timedelta(hours=-1), None),
        (timedelta(hours=25), None),
        ("9" * 5_000, None),
    ],
)
def test_what_is_no_clock_time(value: Any, suggestion: str | None) -> None:
    found = values.end_time(cell(value))
    assert isinstance(found, Misfit)
    assert (found.key, found.suggestion) == ("time", suggestion)


@pytest.mark.parametrize(
    ("value", "percent", "share"),
    [
        ("73,24 %", False, 7324),
        ("73,24%", False, 7324),
        ("73.24", False, 7324),
        (73.24, False, 7324),
        (0.7324, True, 7324),
        (1, True, 10_000),
        (100, False, 10_000),
        ("100 %", False, 10_000),
        (0, False, 0),
        (0, True, 0),
        ("0", False, 0),
        (33.333, False, 3333),
        (66.666666, False, 6667),
        ("12.345", False, 1235),
        (14, False, 1400),
        (0.7324, False, 73),  # typed without a percent format it is 0.73 %, which is told as odd
    ],
)
def test_shares(value: Any, percent: bool, share: int) -> None:
    assert values.percent(0, 10_000)(cell(value, percent=percent)) == share


@pytest.mark.parametrize(
    ("value", "percent", "suggestion"),
    [
        ("8O %", False, "80 %"),
        (75, True, "75 %"),
        ("120 %", False, None),
        (100.01, False, None),
        (-1, False, None),
        ("-5 %", False, None),
        ("full", False, None),
        ("%", False, None),
        (True, False, None),
        (time(12), False, None),
        (date(2027, 1, 1), False, None),
        (float("nan"), False, None),
        (float("inf"), True, None),
        (10**400, False, None),
        (10**400, True, None),
        ("1" * 10_000, False, None),
    ],
)
def test_what_is_no_share(value: Any, percent: bool, suggestion: str | None) -> None:
    found = values.percent(0, 10_000)(cell(value, percent=percent))
    assert isinstance(found, Misfit)
    assert (found.key, found.allowed, found.suggestion) == ("percent", "0..100", suggestion)
    assert 0 < len(cell(value, percent=percent).shown()) <= 60


@pytest.mark.parametrize(
    ("value", "odd"),
    [
        *((0.8, True), (1, True), (1.5, False), (0, False), (True, False)),
        *(("0.8", True), ("0,75", True), ("0,75 %", False), ("75", False), ("three", False)),
    ],
)
def test_a_bare_fraction_where_percent_is_meant_is_odd(value: Any, odd: bool) -> None:
    assert values.is_probably_a_fraction(cell(value)) is odd
    assert not values.is_probably_a_fraction(cell(value, percent=True))


@pytest.mark.parametrize(
    ("value", "percent", "share"),
    [(18.94, False, 189_400), ("18,94", False, 189_400), ("1894 %", False, 189_400), (18.94, True, 189_400)],
)
def test_full_time_equivalents(value: Any, percent: bool, share: int) -> None:
    assert values.full_time_equivalents(cell(value, percent=percent)) == share


@pytest.mark.parametrize("value", [-1, 1001, "many", True, float("nan"), "%", "-1 %"])
def test_what_is_no_sum_of_positions(value: Any) -> None:
    assert isinstance(values.full_time_equivalents(cell(value)), Misfit)


@pytest.mark.parametrize(
    "value",
    [
        date(2027, 1, 14),
        datetime(2027, 1, 14),
        datetime(2027, 1, 14, 15, 30),
        "2027-01-14",
        "2027-1-14",
        "2027‑01‑14",
        "2027-01-14 00:00:00",
        "14.01.2027",
        "14.1.2027",
        "14. 1. 2027",
    ],
)
def test_dates(value: Any) -> None:
    assert values.date_value(cell(value)) == date(2027, 1, 14)


@pytest.mark.parametrize(
    "value",
    [
        "14/01/2027",
        "2027-02-30",
        "31.4.2027",
        "1999-12-31",
        "2101-01-01",
        "Monday",
        46_000,
        0.5,
        True,
        time(1),
    ],
)
def test_what_is_no_date(value: Any) -> None:
    found = values.date_value(cell(value))
    assert isinstance(found, Misfit)
    assert found.allowed == "2000-01-01..2100-12-31"


@pytest.mark.parametrize(("value", "number"), [(3, 3), (3.0, 3), ("3", 3), (" 3", 3), ("3,0", 3), ("0", 0)])
def test_whole_numbers(value: Any, number: int) -> None:
    assert values.whole(0, 9)(cell(value)) == number


@pytest.mark.parametrize(
    "value", [10, -1, 2.5, "2.5", "three", "", True, float("nan"), 10**30, "٣x", time(3)]
)
def test_what_is_no_whole_number_within_bounds(value: Any) -> None:
    found = values.whole(0, 9)(cell(value))
    assert found == Misfit(key="whole_number", allowed="0..9")


def test_a_letter_for_a_digit_is_suggested_away() -> None:
    found = values.whole(0, 99)(cell("1O"))
    assert isinstance(found, Misfit)
    assert found.suggestion == "10"


@pytest.mark.parametrize("value", [30, "30", "30 min", time(0, 30), timedelta(minutes=30)])
def test_minutes_of_a_break(value: Any) -> None:
    assert values.minutes(0, 600)(cell(value)) == 30


@pytest.mark.parametrize(
    ("value", "text"), [("Åse", "Åse"), (101, "101"), (101.0, "101"), ("007", "007"), (0, "0")]
)
def test_text_and_numbers_meant_as_text(value: Any, text: str) -> None:
    assert values.text(20)(cell(value)) == text


@pytest.mark.parametrize("value", [True, 1.5, date(2027, 1, 1), time(1), float("nan"), float("inf"), 1e20])
def test_what_is_no_text(value: Any) -> None:
    assert values.text(20)(cell(value)) == Misfit(key="text")


def test_text_that_is_too_long() -> None:
    assert values.text(3)(cell("abc")) == "abc"
    assert values.text(3)(cell("abcd")) == Misfit(key="text_too_long", allowed="3")

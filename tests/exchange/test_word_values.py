"""Contents made of words: days, choices, kinds, wishes, full-time weeks, paragraphs; and total parsers."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heiltid.exchange.workbook import values, word_values
from heiltid.exchange.workbook.read_lists import paragraph
from heiltid.exchange.workbook.sheets import RawCell
from heiltid.exchange.workbook.values import Misfit
from heiltid.exchange.workbook.words import Group
from heiltid.model import ALL_WEEKDAYS, DaySelector, ShiftKind, WishDays
from heiltid.texts import Language

NN = Language.NYNORSK


def cell(value: Any, *, percent: bool = False) -> RawCell:
    return RawCell(2, 3, value, is_percent=percent)


WORKDAYS = frozenset(range(5))


@pytest.mark.parametrize(
    ("value", "selector"),
    [
        ("all", DaySelector(weekdays=ALL_WEEKDAYS)),
        ("Alle", DaySelector(weekdays=ALL_WEEKDAYS)),
        ("Mon-Fri", DaySelector(weekdays=WORKDAYS)),
        ("mån - fre", DaySelector(weekdays=WORKDAYS)),
        ("man–fre", DaySelector(weekdays=WORKDAYS)),
        ("måndag-fredag", DaySelector(weekdays=WORKDAYS)),
        ("Sat,Sun", DaySelector(weekdays=frozenset({5, 6}))),
        ("lau; sun", DaySelector(weekdays=frozenset({5, 6}))),
        ("lor,son", DaySelector(weekdays=frozenset({5, 6}))),
        ("Sat", DaySelector(weekdays=frozenset({5}))),
        ("tys", DaySelector(weekdays=frozenset({1}))),
        ("tir", DaySelector(weekdays=frozenset({1}))),
        ("Fri-Mon", DaySelector(weekdays=frozenset({4, 5, 6, 0}))),
        ("red", DaySelector(red=True)),
        ("raude", DaySelector(red=True)),
        ("RODE", DaySelector(red=True)),
        ("Sun,red", DaySelector(weekdays=frozenset({6}), red=True)),
        ("2027-05-17", DaySelector(dates=frozenset({date(2027, 5, 17)}))),
        ("17.05.2027, 2027-12-24", DaySelector(dates=frozenset({date(2027, 5, 17), date(2027, 12, 24)}))),
        (datetime(2027, 5, 17), DaySelector(dates=frozenset({date(2027, 5, 17)}))),
    ],
)
def test_days(value: Any, selector: DaySelector) -> None:
    assert word_values.days(NN)(cell(value)) == selector


@pytest.mark.parametrize(
    ("value", "suggestion"),
    [
        ("Mon-Fry", "Mon-Fri"),
        ("alll", "all"),
        ("Sat,Sundey", "Sunday"),
        ("", None),
        (",", None),
        (5, None),
        (True, None),
        ("2027-13-01", None),
        ("x" * 100_000, None),
    ],
)
def test_what_are_no_days(value: Any, suggestion: str | None) -> None:
    found = word_values.days(NN)(cell(value))
    assert isinstance(found, Misfit)
    assert found.suggestion == suggestion
    assert found.allowed == "alle; mån-fre; lau,sun; raude; 2027-01-14"


@pytest.mark.parametrize(("value", "answer"), [("ja", True), ("NO", False), (True, True), (False, False)])
def test_yes_and_no(value: Any, answer: bool) -> None:
    assert word_values.yes_no(NN)(cell(value)) is answer


@pytest.mark.parametrize("value", ["maybe", 1, 0, time(1), ""])
def test_what_is_neither_yes_nor_no(value: Any) -> None:
    found = word_values.yes_no(NN)(cell(value))
    assert isinstance(found, Misfit)
    assert found.allowed == "ja, nei"


def test_a_choice_tells_what_is_allowed_in_the_books_language() -> None:
    found = word_values.choice(Group.STATUS, Language.BOKMAL)(cell("vikkar"))
    assert found == Misfit(key="choice", allowed="fast, vikar, ledig, student, timelønn", suggestion="vikar")


@pytest.mark.parametrize(
    ("value", "kinds"), [("D, A, N", "DAN"), ("D A", "DA"), ("da", "DA"), ("natt", "N"), ("ingen", "")]
)
def test_kinds(value: str, kinds: str) -> None:
    assert word_values.kinds(NN)(cell(value)) == frozenset(ShiftKind(letter) for letter in kinds)


@pytest.mark.parametrize("value", ["L", "D,L", "X", "DAX", 3, True, ",", "O"])
def test_what_are_no_plannable_kinds(value: Any) -> None:
    assert word_values.kinds(NN)(cell(value)) == Misfit(key="kinds", allowed="D, A, N (ingen)")


@pytest.mark.parametrize(
    ("value", "when"),
    [
        ("w3 Tue", WishDays(week=3, weekday=1)),
        ("v3 tys", WishDays(week=3, weekday=1)),
        ("u3tir", WishDays(week=3, weekday=1)),
        ("Sat", WishDays(weekday=5)),
        ("laurdag", WishDays(weekday=5)),
        (date(2027, 1, 5), WishDays(on=date(2027, 1, 5))),
        ("5.1.2027", WishDays(on=date(2027, 1, 5))),
    ],
)
def test_when_a_wish_applies(value: Any, when: WishDays) -> None:
    assert word_values.wish_days(3, NN)(cell(value)) == when


@pytest.mark.parametrize("value", ["w4 Mon", "w0 Sun", "w-1 Mon", "w3", "soon", 3, "2027-02-30"])
def test_what_is_no_day_of_a_wish(value: Any) -> None:
    found = word_values.wish_days(3, NN)(cell(value))
    assert isinstance(found, Misfit)
    assert found.allowed == "14.01.2027; tys; v1 tys – v3 sun"


@pytest.mark.parametrize(
    ("value", "minutes"),
    [(35.5, 2130), ("35,5", 2130), (33.6, 2016), ("33.6", 2016), (37.5, 2250), ("tredelt", None)],
)
def test_full_time_weeks(value: Any, minutes: int | None) -> None:
    assert word_values.full_time_week(NN)(cell(value)) == minutes


@pytest.mark.parametrize("value", [36, "35", True, time(12), "tre", float("nan")])
def test_what_is_no_full_time_week(value: Any) -> None:
    assert isinstance(word_values.full_time_week(NN)(cell(value)), Misfit)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("10-5 (2)", "10-5 (2)"),
        ("§ 10-5 (2)", "10-5 (2)"),
        ("10-5(2)", "10-5 (2)"),
        ("AML § 10-5 (2)", "10-5 (2)"),
        ("aml. §10–5( 2 )", "10-5 (2)"),
        ("10-12 (4)", "10-12 (4)"),
        ("14-4 a", "14-4 a"),
        ("SFS 2310", "SFS 2310"),
        ("sfs2310", "SFS 2310"),
    ],
)
def test_paragraphs(value: str, name: str) -> None:
    assert paragraph(cell(value)) == name


@pytest.mark.parametrize("value", ["10-5", "two", 10, date(2027, 5, 10), "", "10-5 (22)"])
def test_what_is_no_paragraph(value: Any) -> None:
    assert isinstance(paragraph(cell(value)), Misfit)


ANYTHING = st.one_of(
    st.text(max_size=60),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)


@given(value=ANYTHING, percent=st.booleans())
def test_no_content_whatever_makes_a_parser_fail(value: Any, percent: bool) -> None:
    raw = cell(value, percent=percent and isinstance(value, int | float))
    parsers = [
        values.start_time,
        values.end_time,
        values.percent(0, 10_000),
        values.full_time_equivalents,
        values.date_value,
        values.whole(0, 10),
        values.minutes(0, 10),
        values.text(10),
        word_values.days(NN),
        word_values.kinds(NN),
        word_values.yes_no(NN),
        word_values.wish_days(52, NN),
        word_values.full_time_week(NN),
        word_values.choice(Group.STATUS, NN),
        paragraph,
    ]
    for parse in parsers:
        parse(raw)
    assert len(raw.shown()) <= 60

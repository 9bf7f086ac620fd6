"""Wishes: which days they are for, whether they are met, and the rule for must-wishes."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from asking import found, one
from builders import MONDAY, SHIFTS, person, row, unit
from hypothesis import given
from hypothesis import strategies as st

from heiltid.calendar import Calendar
from heiltid.model import FREE, Absence, Cell, RotaKind, ShiftKind, Unit, Wish, WishDays, WishStrength
from heiltid.rules.finding import Severity
from heiltid.wishes import is_met, wish_days

CODES = {shift.code: shift for shift in SHIFTS}
WEDNESDAY = 2


def wish(when: WishDays, **more: object) -> Wish:
    more.setdefault("strength", WishStrength.MUST)
    return Wish(employee="1", when=when, **more)


def days(when: WishDays, a_unit: Unit) -> tuple[int, ...]:
    return wish_days(wish(when, off=True), Calendar(a_unit))


def test_a_weekday_is_every_such_day() -> None:
    assert days(WishDays(weekday=WEDNESDAY), unit(3)) == (2, 9, 16)


@pytest.mark.parametrize(("week", "expected"), [(1, (2,)), (3, (16,)), (4, ()), (0, ())])
def test_a_week_and_weekday_is_one_day(week: int, expected: tuple[int, ...]) -> None:
    assert days(WishDays(weekday=WEDNESDAY, week=week), unit(3)) == expected


@pytest.mark.parametrize(
    ("after", "dated", "cyclic"),
    [(0, (0,), (0,)), (20, (20,), (20,)), (21, (), (0,)), (-1, (), ()), (44, (), (2,))],
)
def test_a_date_is_one_day(after: int, dated: tuple[int, ...], cyclic: tuple[int, ...]) -> None:
    when = WishDays(on=MONDAY + timedelta(days=after))
    assert days(when, unit(3, kind=RotaKind.DATED)) == dated
    assert days(when, unit(3)) == cyclic


def test_days_on_which_the_person_is_away_do_not_count() -> None:
    away = Absence(employee="1", first=date(2027, 1, 6), last=date(2027, 1, 6), code="FE")
    who = person(employed_to=date(2027, 1, 13))  # day 9
    a_unit = unit(3, kind=RotaKind.DATED, absences=(away,), employees=(who,))
    assert days(WishDays(weekday=WEDNESDAY), a_unit) == (9,)


def test_a_wish_of_nobody_is_for_no_day() -> None:
    assert wish_days(Wish(employee="9", when=WishDays(weekday=0), off=True), Calendar(unit(1))) == ()


WISHES = st.one_of(
    st.builds(lambda negated: {"off": True, "negated": negated}, st.booleans()),
    st.builds(
        lambda code, negated: {"code": code, "negated": negated},
        st.sampled_from(sorted(CODES)),
        st.booleans(),
    ),
    st.builds(
        lambda kind, negated: {"kind": kind, "negated": negated},
        st.sampled_from(list(ShiftKind)),
        st.booleans(),
    ),
)


@given(WISHES, st.sampled_from([None, *sorted(CODES)]))
def test_a_wish_is_met_by_exactly_the_cells_it_names(asked: dict[str, object], code: str | None) -> None:
    entry = wish(WishDays(weekday=0), **asked)
    cell = FREE if code is None else Cell(shift=code)
    named = {None} if entry.off else {c for c in CODES if c == entry.code or CODES[c].kind is entry.kind}
    assert is_met(entry, 0, cell, CODES) is ((code in named) is not entry.negated)
    assert is_met(entry, 0, Cell(shift=code, absence="FE"), CODES)


def rule(cells: str, *, strength: WishStrength = WishStrength.MUST, **asked: object) -> tuple[str, ...]:
    """Text keys of what must_wish finds when the person wishes this for the Wednesday."""
    a_unit = unit(1, wishes=(wish(WishDays(weekday=WEDNESDAY), strength=strength, **asked),))
    return tuple(finding.text_key for finding in found("must_wish", a_unit, row(cells)))


@pytest.mark.parametrize(
    ("asked", "met", "unmet", "text_key"),
    [
        ({"off": True}, "-", "D1", "must_wish_off"),
        ({"off": True}, "(D1)FE", "N1", "must_wish_off"),
        ({"off": True, "negated": True}, "D1", "-", "must_wish_work"),
        ({"code": "A1"}, "A1", "D1", "must_wish_shift"),
        ({"code": "A1"}, "A1", "-", "must_wish_shift"),
        ({"kind": ShiftKind.LONG}, "L2", "D1", "must_wish_shift"),
        ({"kind": ShiftKind.NIGHT, "negated": True}, "D1", "N1", "must_wish_not"),
        ({"kind": ShiftKind.NIGHT, "negated": True}, "-", "N1", "must_wish_not"),
        ({"code": "L1", "negated": True}, "L2", "L1", "must_wish_not"),
    ],
)
def test_a_must_wish_is_met_or_a_breach(
    asked: dict[str, object], met: str, unmet: str, text_key: str
) -> None:
    assert rule(f"D1 D1 {met} - - - -", **asked) == ()
    assert rule(f"D1 D1 {unmet} - - - -", **asked) == (text_key,)


@pytest.mark.parametrize("strength", [WishStrength.STRONG, WishStrength.WEAK])
def test_other_wishes_are_not_judged(strength: WishStrength) -> None:
    assert rule("- - D1 - - - -", strength=strength, off=True) == ()


def test_the_days_on_which_it_is_not_met_are_told_together() -> None:
    a_unit = unit(3, wishes=(wish(WishDays(weekday=WEDNESDAY), off=True),))
    finding = one("must_wish", a_unit, row("- - D1 - - - - " + "- " * 7 + "- - A1 - - - -"))
    assert (finding.severity, finding.days) == (Severity.BREACH, (2, 16))
    assert (finding.amount, finding.unit) == (2, "days")


def test_a_wish_is_for_the_one_who_has_it() -> None:
    a_unit = unit(
        1, employees=(person("1"), person("2")), wishes=(wish(WishDays(weekday=WEDNESDAY), off=True),)
    )
    assert found("must_wish", a_unit, row("- - - - - - -"), row("- - D1 - - - -", "2")) == ()

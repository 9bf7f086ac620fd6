"""F1: one a week, where the weekly rest really is."""

from __future__ import annotations

from datetime import date

import builders as b
import pytest

from heiltid.day_off import with_day_off_codes, with_days_off_moved
from heiltid.model import Absence, RotaKind, Status, Unit


def marked(unit: Unit, text: str, history: str = "") -> list[int]:
    """Days of the first person that got F1; checks that nothing else changed."""
    before = b.plan(b.row(text, history=history))
    after = with_day_off_codes(unit, before)
    days = [day for day, cell in enumerate(after.rows[0].cells) if cell.day_off == "F1"]
    for day, (old, new) in enumerate(zip(before.rows[0].cells, after.rows[0].cells, strict=True)):
        assert (old.shift, old.absence, old.locked) == (new.shift, new.absence, new.locked)
        assert old == new or day in days
    return days


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("D1 D1 D1 D1 D1 - -", [6]),  # Sunday is free
        ("- D1 D1 D1 - D1 D1", [4]),  # Thu 15:00 - Sat 07:30 = 40.5 h, within the week
        ("- D1 D1 D1 D1 D1 D1", [0]),  # across the seam: Sun 15:00 - Tue 07:30 = 40.5 h, 31.5 h inside
        ("D1 D1 D1 D1 D1 D1 D1", []),  # no free day at all
        ("D1 - D1 D1 D1 A1 -", [1]),  # Sat 22:00 - Mon 07:30 = 33.5 h; Tuesday has 40.5 h
        ("D1 - A1 D1 D1 D1 -", [6]),  # Sat 15:00 - Mon 07:30 = 40.5 h
        ("N1 N1 - N1 N1 N1 N1", [2]),  # Wed 07:45 - Thu 21:45 = 38 h though a night ends on Wednesday
        ("N1 A1 - D1 A1 D1 N1", [2]),  # Tue 22:00 - Thu 07:30 = 33.5 h: an exception, but a rest
        ("- - - - - - -", []),  # a closed line
    ],
)
def test_the_day_that_carries_the_weekly_rest(text: str, expected: list[int]) -> None:
    assert marked(b.unit(), text) == expected


def test_a_free_sunday_after_a_saturday_night_is_no_day_off_when_another_day_is() -> None:
    # Sun 07:45 - Tue 07:30 = 47.75 h but work on the Sunday; Wednesday is wholly free
    assert marked(b.unit(), "- D1 - D1 D1 N1 -") == [2]


def test_every_week_has_its_own() -> None:
    assert marked(b.unit(2), "D1 D1 D1 D1 D1 - - - D1 D1 - D1 D1 D1") == [6, 10]


def test_a_week_that_has_its_code_is_left_alone() -> None:
    assert marked(b.unit(), "F1 D1 D1 D1 D1 - -") == [0]


def test_other_day_off_codes_absences_and_locks_are_kept() -> None:
    assert marked(b.unit(), "D1 D1 D1 D1 D1 !- F2") == [5]
    laid_over = b.plan(b.row("D1 D1 D1 - (A1)FE (A1)FE (A1)FE"))
    cells = with_day_off_codes(b.unit(), laid_over).rows[0].cells
    assert [cell.day_off for cell in cells] == [None, None, None, "F1", None, None, None]


def test_the_history_of_a_dated_rota_counts() -> None:
    unit = b.unit(kind=RotaKind.DATED)
    # Sunday night ends Mon 07:45, Tue 07:30 follows: 23.75 h; Saturday carries the rest
    history = "- - - - - - - - - - - - - N1"
    assert marked(unit, "- D1 D1 D1 D1 - D1", history=history) == [5]


def test_a_red_weekday_is_avoided() -> None:
    # Maundy Thursday 25 and Good Friday 26 March 2027
    unit = b.unit(start=date(2027, 3, 22), kind=RotaKind.DATED)
    assert marked(unit, "D1 - D1 D1 - D1 D1") == [1]
    assert marked(unit, "D1 D1 D1 D1 - D1 D1") == [4]


def test_nobody_gets_a_day_off_while_away() -> None:
    away = Absence(employee="1", first=date(2027, 1, 8), last=date(2027, 1, 10), code="FE")
    assert marked(b.unit(absences=(away,)), "D1 D1 - - - - -") == [3]
    whole = Absence(employee="1", first=date(2027, 1, 4), last=date(2027, 1, 10), code="FE")
    assert marked(b.unit(2, absences=(whole,)), "- - - - - - - D1 D1 D1 D1 D1 - -") == [13]


def test_hourly_substitutes_are_left_alone() -> None:
    unit = b.unit(employees=(b.person(position=0, status=Status.HOURLY),))
    assert marked(unit, "D1 D1 - - - - -") == []


@pytest.mark.parametrize(
    ("before", "after", "moved"),
    [
        # A shift on Sunday's F1: Wednesday has Tue 15:00 - Thu 07:30 = 40.5 h.
        ("D1 D1 - D1 D1 - F1", "D1 D1 - D1 D1 D1 D1", "D1 D1 F1 D1 D1 D1 D1"),
        ("D1 D1 D1 D1 D1 - F1", "D1 D1 D1 D1 D1 D1 D1", "D1 D1 D1 D1 D1 D1 D1"),  # no free day is left
        ("D1 D1 - D1 D1 - F1", "D1 D1 - D1 D1 - -", "D1 D1 - D1 D1 - -"),  # taken away by hand: that is meant
        ("D1 D1 - D1 D1 - -", "D1 D1 - D1 D1 D1 -", "D1 D1 - D1 D1 D1 -"),  # there was none
        ("D1 D1 F1 D1 D1 - F1", "D1 D1 F1 D1 D1 - D1", "D1 D1 F1 D1 D1 - D1"),  # there is another
    ],
)
def test_a_shift_on_the_day_off_moves_it_within_its_week(before: str, after: str, moved: str) -> None:
    week = " D1 D1 D1 D1 D1 - -"  # without F1, and left so
    old, new = (b.plan(b.row(text + week), b.row(text + week, "2")) for text in (before, after))
    unit = b.unit(2, employees=(b.person("1"), b.person("2")))
    assert with_days_off_moved(unit, old, new) == b.plan(b.row(moved + week), b.row(moved + week, "2"))

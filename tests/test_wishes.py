"""How many wishes people would say there are, and what a row gives of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from builders import MONDAY, person, row, unit

from heiltid.calendar import Calendar
from heiltid.model import RotaKind, ShiftKind, Wish, WishDays, WishStrength
from heiltid.wishes import days_by_person, spoken_wishes, wishes_kept, wishes_spoken_of

WARD = Calendar(unit(4, employees=(person("1"), person("2"))))


def off(week: int | None, weekday: int, employee: str = "1", **more: object) -> Wish:
    return Wish(employee=employee, when=WishDays(week=week, weekday=weekday), off=True, **more)  # type: ignore[arg-type]


def test_days_on_end_are_one_wish() -> None:
    week_off = [off(2, weekday) for weekday in range(7)]
    assert wishes_spoken_of(week_off, WARD) == 1
    assert wishes_spoken_of([*week_off, off(3, 0)], WARD) == 1  # Monday after Sunday
    assert wishes_spoken_of([*week_off, off(3, 1)], WARD) == 2  # a day between
    assert wishes_spoken_of([], WARD) == 0


def test_another_person_thing_or_strength_is_another_wish() -> None:
    first = off(1, 0)
    evening = Wish(employee="1", when=WishDays(week=1, weekday=1), code="A1")
    strong = off(
        1, 1, strength=WishStrength.STRONG if first.strength is not WishStrength.STRONG else WishStrength.WEAK
    )
    assert wishes_spoken_of([first, off(1, 1)], WARD) == 1
    assert wishes_spoken_of([first, off(1, 1, "2")], WARD) == 2
    assert wishes_spoken_of([first, evening], WARD) == 2
    assert wishes_spoken_of([first, strong], WARD) == 2


def test_what_is_every_week_is_one_and_not_one_with_single_days() -> None:
    assert wishes_spoken_of([off(None, 4)], WARD) == 1  # every Friday, four days
    assert wishes_spoken_of([off(None, 5), off(None, 6)], WARD) == 1  # every weekend
    assert wishes_spoken_of([off(None, 0), off(1, 1)], WARD) == 2


def test_dates_outside_the_rota_count_each() -> None:
    dated = Calendar(unit(4, kind=RotaKind.DATED, employees=(person("1"),)))
    inside = [Wish(employee="1", when=WishDays(on=MONDAY + timedelta(days=day)), off=True) for day in (0, 1)]
    outside = [Wish(employee="1", when=WishDays(on=MONDAY - timedelta(days=day)), off=True) for day in (5, 6)]
    assert wishes_spoken_of(inside, dated) == 1
    assert wishes_spoken_of([*inside, *outside], dated) == 3


def test_a_spoken_wish_knows_what_it_is_written_as() -> None:
    week_off = [off(2, weekday) for weekday in range(7)]
    assert set(spoken_wishes([*week_off, off(4, 0)], WARD)) == {frozenset(week_off), frozenset({off(4, 0)})}


def test_what_a_row_keeps_of_its_wishes() -> None:
    """Off on Monday and Tuesday of week 1, never a night: D1 on the Tuesday, N1 on the Wednesday.

    Days wished for: 2, and 4 weeks' Wednesdays; not met are two of these six.
    """
    no_night = Wish(employee="1", when=WishDays(weekday=2), kind=ShiftKind.NIGHT, negated=True)
    wishes = (off(1, 0), off(1, 1), no_night, off(1, 1, "2"))
    here = Calendar(replace(WARD.unit, wishes=wishes))
    cells = row("- D1 N1" + " -" * 25, "1").cells
    kept = wishes_kept(days_by_person(here)["1"], cells, here.unit.shift_by_code())
    assert (kept.met, kept.days) == (4, 6)
    assert kept.unmet == {1: (off(1, 1),), 2: (no_night,)}

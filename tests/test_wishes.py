"""How many wishes people would say there are."""

from __future__ import annotations

from datetime import timedelta

from builders import MONDAY, person, unit

from heiltid.calendar import Calendar
from heiltid.model import RotaKind, Wish, WishDays, WishStrength
from heiltid.wishes import wishes_spoken_of

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

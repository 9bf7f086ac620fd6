"""Paid hours by category; each answer is worked out beside it."""

from dataclasses import replace
from datetime import date

from builders import A1, D1, L2, N1, person, plan, row, unit

from heiltid.calendar import Calendar
from heiltid.measures.hours import CategoryMinutes, hours_by_category, shift_minutes
from heiltid.model import Absence, RotaKind, ShiftType


def of(day: int, shift: ShiftType) -> dict[str, int]:
    found = shift_minutes(Calendar(unit()), day, shift)
    return shown(found)


def shown(found: CategoryMinutes) -> dict[str, int]:
    names = ("ordinary", "evening", "night", "saturday_sunday", "red")
    return {name: int(getattr(found, name)) for name in names if getattr(found, name)}


def test_a_day_shift_on_a_weekday_is_ordinary() -> None:
    assert of(0, D1) == {"ordinary": 450}


def test_an_evening_is_ordinary_until_17_and_night_from_21() -> None:
    # 14:30-17 = 150, 17-21 = 240, 21-22 = 60
    assert of(0, A1) == {"ordinary": 150, "evening": 240, "night": 60}


def test_a_night_is_night_until_six() -> None:
    # 21:45-06 = 495, 06-07:45 = 105
    assert of(0, N1) == {"ordinary": 105, "night": 495}


def test_a_friday_night_becomes_saturday_at_midnight() -> None:
    # Friday 21:45-24 night; Saturday 00-06 night and Saturday, 06-07:45 Saturday
    assert of(4, N1) == {"night": 495, "saturday_sunday": 465}


def test_an_hour_stands_in_each_category_it_belongs_to() -> None:
    assert of(6, L2) == {"evening": 240, "night": 60, "saturday_sunday": 750}


def test_an_unpaid_break_is_taken_evenly() -> None:
    # 420 of 450 minutes paid: 14/15 of 150, 240 and 60
    assert of(0, replace(A1, unpaid_break_minutes=30)) == {"ordinary": 140, "evening": 224, "night": 56}


def test_red_days_of_a_dated_rota() -> None:
    dated = unit(start=date(2027, 5, 17), kind=RotaKind.DATED)  # Whit Monday, Constitution Day
    assert shown(shift_minutes(Calendar(dated), 0, D1)) == {"red": 450}
    # night into Tuesday: 135 red minutes before midnight
    assert shown(shift_minutes(Calendar(dated), 0, N1)) == {"ordinary": 105, "night": 495, "red": 135}


def test_a_rota_sums_its_shifts_and_pays_for_those_under_a_laid_over_absence() -> None:
    ward = unit(employees=(person("1"), person("2")))
    now = plan(row("D1 (A1)FE - - - - -"), row("- - - - - D1 -", "2"))
    found = hours_by_category(ward, Calendar(ward), now)
    assert found.total == 450 + 450 + 450
    assert shown(found) == {"ordinary": 600, "evening": 240, "night": 60, "saturday_sunday": 450}


def test_days_of_a_known_absence_are_out() -> None:
    away = Absence(employee="1", first=date(2027, 1, 4), last=date(2027, 1, 4), code="FE")
    ward = unit(absences=(away,))
    assert hours_by_category(ward, Calendar(ward), plan(row("D1 D1 - - - - -"))).total == 450

"""What a rota asks of each person, and how evenly."""

from datetime import date
from fractions import Fraction

import pytest
from builders import person, plan, row, unit

from heiltid.measures.continuity import employees_met_per_week
from heiltid.measures.fairness import Share, shares
from heiltid.measures.wishes import wishes_lacking, wishes_met
from heiltid.measures.work import (
    Work,
    all_work,
    quick_returns,
    weekend_minutes_per_year,
    weekends_per_year,
    work_of,
)
from heiltid.model import Absence, RotaKind, RuleOverride, Unit, Wish, WishDays
from heiltid.rules.context import Context


def context(*texts: str, **more: object) -> Context:
    people = tuple(person(str(n)) for n in range(1, len(texts) + 1))
    more.setdefault("employees", people)
    weeks = len(texts[0].split()) // 7
    ward: Unit = unit(weeks=weeks, **more)  # type: ignore[arg-type]
    return Context(ward, plan(*(row(text, str(n)) for n, text in enumerate(texts, 1))))


def first(found: Context) -> Work:
    return work_of(found, found.people[0])


def test_counts_by_kind() -> None:
    found = first(context("D1 A1 - N1 - L1 L2"))
    assert (found.evenings, found.nights, found.long_shifts) == (1, 1, 2)
    assert (found.weekends, found.weekend_minutes) == (1, 1500)


@pytest.mark.parametrize(
    ("cells", "weekends"),
    [
        ("- - - - - D1 - - - - - - - -", 1),
        ("- - - - - - N1 - - - - - D1 D1", 2),
        ("- - - - N1 - - - - - - - - -", 0),
        ("D1 - - - - (D1)FE - - - - - - - -", 0),
    ],
)
def test_a_weekend_is_worked_if_a_shift_starts_in_it(cells: str, weekends: int) -> None:
    found = context(cells)
    assert first(found).weekends == weekends


def test_a_setting_lets_the_friday_night_count() -> None:
    setting = RuleOverride(rule="weekend_frequency", parameter="friday_night_counts", value="yes")
    found = context("- - - - N1 - - - - - - A1 - -", overrides=(setting,))
    assert first(found).weekends == 1


def test_weekends_before_the_start_are_not_counted() -> None:
    ward = unit(kind=RotaKind.DATED)
    before = "- - - - - D1 D1 - - - - - D1 D1"
    found = Context(ward, plan(row("- - - - - D1 -", history=before)))
    assert first(found).weekends == 1


def test_a_quick_return_is_a_rest_below_eleven_hours() -> None:
    found = context("A1 D1 - A1 A1 - -")  # 22:00-07:30 is 9.5 h; 22:00-14:30 is enough
    assert quick_returns(found, found.people[0]) == 1


def test_a_quick_return_across_the_seam_counts_once() -> None:
    cyclic = context("D1 - - - - - A1")
    assert quick_returns(cyclic, cyclic.people[0]) == 1
    dated = context("D1 - - - - - A1", kind=RotaKind.DATED)
    assert quick_returns(dated, dated.people[0]) == 0


def test_red_days_are_counted_in_a_dated_rota() -> None:
    found = context("D1 D1 - - - - -", start=date(2027, 5, 17), kind=RotaKind.DATED)
    assert first(found).red_days == 1


def test_yearly_figures_are_scaled_by_the_weeks_one_is_there() -> None:
    away = Absence(employee="2", first=date(2027, 1, 11), last=date(2027, 1, 17), code="FE")
    week = "- - - - - D1 D1 - - - - - - -"
    found = all_work(context(week, week, absences=(away,)))
    spread = weekends_per_year(found)
    assert (spread.least, spread.mean, spread.most) == (26, 39, 52)
    assert weekend_minutes_per_year(found).least == 26 * 900


def test_only_lines_with_a_position_count() -> None:
    ward = unit(employees=(person("1"), person("2", 0)))
    found = Context(ward, plan(row("- - - - - D1 -"), row("- - - - - - -", "2", 0)))
    assert [entry.employee for entry in all_work(found)] == ["1"]
    assert weekends_per_year(()).mean == 0


def test_employees_met_are_different_people_by_day_and_evening() -> None:
    found = context("D1 A1 - - - - - D1 - - - - - -", "N1 - - - - - - L1 - - - - - -")
    assert employees_met_per_week(found) == Fraction(1 + 2, 2)


def load(number: str, position: int, weekends: int) -> Work:
    return Work(
        employee=number,
        position_bp=position,
        present_weeks=Fraction(4),
        weekends=weekends,
        weekend_minutes=0,
        nights=0,
        evenings=0,
        red_days=0,
        long_shifts=0,
        quick_returns=0,
    )


def test_a_fair_share_follows_the_position() -> None:
    work = (load("1", 10_000, 2), load("2", 5_000, 1), load("3", 10_000, 0))
    takers = frozenset({"1", "2"})
    assert shares("weekends", work, takers) == (
        Share(employee="1", amount=2, fair_amount=Fraction(2)),
        Share(employee="2", amount=1, fair_amount=Fraction(1)),
        Share(employee="3", amount=0, fair_amount=Fraction(0)),
    )
    uneven = shares("weekends", (load("1", 10_000, 3), load("2", 10_000, 1)), takers)
    assert [part.deviation for part in uneven] == [1, -1]


def test_wishes_are_met_day_by_day() -> None:
    wish = Wish(employee="1", when=WishDays(weekday=0), off=True)
    assert wishes_met(context("- - - - - - - D1 - - - - - -", wishes=(wish,))) == Fraction(1, 2)
    assert wishes_met(context("- - - - - - -")) is None


def test_wishes_that_lack_a_day_are_counted_as_people_speak_of_them() -> None:
    """Monday to Wednesday off, with a shift on the Tuesday; the Friday off is given."""
    days_off = tuple(Wish(employee="1", when=WishDays(week=1, weekday=day), off=True) for day in (0, 1, 2, 4))
    assert wishes_lacking(context("- D1 - - - - -", wishes=days_off)) == (1, 2)
    assert wishes_lacking(context("- - - D1 - - -", wishes=days_off)) == (0, 2)
    assert wishes_lacking(context("- - - D1 - - -")) == (0, 0)

"""The counts below a rota, and the words of the input sheets."""

from __future__ import annotations

from datetime import date

import builders as b
import pytest

from heiltid.calendar import Calendar
from heiltid.exchange.workbook.cell_words import days_text, kinds_text
from heiltid.exchange.workbook.counts import Band, counts_by_band
from heiltid.exchange.workbook.dates import clock, date_text, range_text
from heiltid.measures.against import Against, Present
from heiltid.model import DaySelector, DemandRow, Plan, RotaKind, ShiftKind, Unit
from heiltid.texts import Language


def counted(unit: Unit, plan: Plan) -> dict[Band, dict[int, Present]]:
    """The counts of a plan."""
    return counts_by_band(unit, Calendar(unit), plan)


def test_the_fewest_people_at_any_time_of_the_band_are_counted() -> None:
    # weekend 09:30-20:00 wants two: L1 until 20:00, D1 until 15:00 leaves one
    unit = b.unit(employees=(b.person("1"), b.person("2")), demand=(b.demand(b.WEEKEND, "09:30-20:00", 2),))
    plan = b.plan(b.row("- - - - - L1 L1", "1"), b.row("- - - - - D1 L2", "2"))
    band = Band(start=570, end=1200, shift=None, competence=None)
    assert counted(unit, plan) == {
        band: {
            5: Present(people=1, against=Against.BELOW_MINIMUM),
            6: Present(people=2, against=Against.RIGHT),
        }
    }


@pytest.mark.parametrize(
    ("people", "against"),
    [
        (0, Against.BELOW_MINIMUM),
        (1, Against.BELOW_TARGET),
        (2, Against.RIGHT),
        (3, Against.ABOVE_TARGET),
        (4, Against.ABOVE_MAXIMUM),
    ],
)
def test_what_is_told_on_both_sides_of_every_edge(people: int, against: Against) -> None:
    numbers = [str(number) for number in range(4)]
    row = b.demand(b.WEEKDAYS, "08:00-15:00", 1, target=2, maximum=3)
    unit = b.unit(employees=tuple(b.person(number) for number in numbers), demand=(row,))
    rows = [b.row("D1 - - - - - -" if place < people else "- " * 7, n) for place, n in enumerate(numbers)]
    found = next(iter(counted(unit, b.plan(*rows)).values()))
    assert found[0] == Present(people=people, against=against)


def test_above_the_most_allowed_at_some_time_the_most_are_told_as_on_screen() -> None:
    # D1 07:30-15:00 and A1 14:30-22:00 are two for half an hour, where one is the most allowed
    row = b.demand(b.WEEKDAYS, "07:30-22:00", 1, target=1, maximum=1)
    unit = b.unit(employees=(b.person("1"), b.person("2")), demand=(row,))
    found = counted(unit, b.plan(b.row("D1 - - - - - -", "1"), b.row("A1 - - - - - -", "2")))
    assert next(iter(found.values()))[0] == Present(people=2, against=Against.ABOVE_MAXIMUM)


def test_more_nurses_than_asked_for_are_no_surplus_where_anybody_is_counted_too() -> None:
    # two nurses where two people and one nurse are asked for; with the nurse's row alone one is too many
    nurse = b.demand(b.WEEKDAYS, "08:00-15:00", 1, competence="nurse")
    people = tuple(b.person(number, competence="nurse") for number in "12")
    rota = b.plan(b.row("D1 - - - - - -", "1"), b.row("D1 - - - - - -", "2"))
    for rows, told in (
        ((b.demand(b.WEEKDAYS, "08:00-15:00", 2), nurse), Against.RIGHT),
        ((nurse,), Against.ABOVE_TARGET),
    ):
        found = counted(b.unit(employees=people, demand=rows), rota)
        assert [days[0] for band, days in found.items() if band.competence] == [Present(2, told)]


def test_weekday_and_weekend_rows_of_the_same_hours_are_one_band_codes_come_last() -> None:
    rows = (
        DemandRow(days=DaySelector(weekdays=b.WEEKDAYS), shift="A1", minimum=1, target=1),
        b.demand(b.WEEKDAYS, "07:30-15:00", 2),
        b.demand(b.WEEKEND, "07:30-15:00", 1),
        b.demand(b.WEEKDAYS, "07:30-15:00", 1, competence="nurse"),
    )
    unit = b.unit(demand=rows, employees=(b.person(competence="nurse"),))
    found = counted(unit, b.plan(b.row("D1 A1 - - - - D1")))
    shown = [(band.shift, band.competence, sorted(days)) for band, days in found.items()]
    assert shown == [
        (None, None, list(range(7))),
        (None, "nurse", list(range(5))),
        ("A1", None, list(range(5))),
    ]
    anyone = next(iter(found.values()))
    assert [anyone[day].people for day in (0, 6)] == [1, 1]
    assert anyone[0].against is Against.BELOW_MINIMUM


@pytest.mark.parametrize(
    ("days", "shifts", "demand"),
    [
        (DaySelector(weekdays=frozenset(range(7)), red=True), "alle", "alle,raude"),
        (DaySelector(weekdays=frozenset(range(7))), "alle", "alle"),
        (DaySelector(weekdays=frozenset(range(5))), "mån-fre", "mån-fre"),
        (DaySelector(weekdays=frozenset({5, 6})), "lau,sun", "lau,sun"),
        (DaySelector(weekdays=frozenset({0, 2, 3, 4}), red=True), "mån,ons-fre,raude", "mån,ons-fre,raude"),
        (DaySelector(red=True), "raude", "raude"),
        (DaySelector(dates=frozenset({date(2027, 5, 17)})), "2027-05-17", "2027-05-17"),
    ],
)
def test_days_in_words(days: DaySelector, shifts: str, demand: str) -> None:
    assert days_text(days, Language.NYNORSK, all_means_red_too=True) == shifts
    assert days_text(days, Language.NYNORSK, all_means_red_too=False) == demand


def test_kinds_clocks_and_dates_in_words() -> None:
    assert kinds_text({ShiftKind.NIGHT, ShiftKind.DAY}, Language.ENGLISH) == "D, N"
    assert kinds_text((), Language.NYNORSK) == "ingen"
    assert [clock(minute) for minute in (0, 450, 1440, 1905)] == ["00:00", "07:30", "24:00", "07:45"]
    assert date_text(date(2026, 12, 21), Language.NYNORSK) == "21. des. 2026"
    assert range_text(date(2027, 1, 4), date(2027, 1, 10), Language.BOKMAL) == "4.–10. jan."
    assert range_text(date(2027, 2, 22), date(2027, 2, 28), Language.ENGLISH) == "22–28 Feb"
    assert range_text(date(2027, 3, 29), date(2027, 4, 4), Language.NYNORSK) == "29. mars–4. april"


def test_a_red_day_is_counted_by_the_rows_that_hold_on_it() -> None:
    # Good Friday 26 March 2027 has Sunday's demand
    rows = (b.demand(b.WEEKDAYS, "07:30-15:00", 3), b.demand(b.WEEKEND, "07:30-15:00", 1))
    unit = b.unit(start=date(2027, 3, 22), kind=RotaKind.DATED, demand=rows)
    days = next(iter(counted(unit, b.plan(b.row("- D1 - - D1 - -"))).values()))
    assert (days[1].against, days[4].against) == (Against.BELOW_MINIMUM, Against.RIGHT)

"""A rota that is dated already, rolled out as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY, demand, person, plan, row, unit
from rolls import MAY, SUMMER, away, booked, rolled_again, shown

from heiltid.booking.dates.rolling import options_problem, own_weeks, rolled
from heiltid.errors import InternalError
from heiltid.model import RotaKind, Status, Unit
from heiltid.model.booking import RollOutOptions

TWO_WEEKS = "D1 D1 - - - - - A1 A1 A1 - - - -"
DAY = timedelta(days=1)


def two_weeks(**more: object) -> Unit:
    return unit(2, kind=RotaKind.DATED, **more)


@pytest.mark.parametrize(
    ("first", "week", "weeks", "is_own"),
    [(MONDAY, 1, 2, True), (SUMMER, 1, 2, False), (MONDAY, 2, 2, False), (MONDAY, 1, 4, False)],
)
def test_a_dated_rota_has_its_own_dates_and_no_others(first, week, weeks, is_own) -> None:  # type: ignore[no-untyped-def]
    options = RollOutOptions(first=first, from_week=week, weeks=weeks)
    assert options_problem(two_weeks(), options) == (None if is_own else "booking.trouble.own_dates")
    if not is_own:
        with pytest.raises(InternalError):
            rolled(two_weeks(), plan(row(TWO_WEEKS)), options)


def test_a_dated_rota_is_rolled_out_as_it_is() -> None:
    """No F1 is marked, no red day given (17 May is one), no absence laid that its leader did not lay."""
    base = two_weeks(
        start=MAY,
        employees=(person(extra_weekends=1, weekend_offset=2),),
        demand=(demand(frozenset(range(7)), "07:30-15:00", 0),),
    )
    line = row("D1 D1 (D1)FE D1 D1 - - A1 - F3 - - N1 -", history="- " * 13 + "N1")
    found = rolled(base, plan(line), own_weeks(base))
    assert (found.unit, found.plan) == (base, plan(line))
    assert (found.lost[0].on, len(found.lost)) == (MAY + 2 * DAY, 1)
    gives = replace(own_weeks(base), gives_red_days=True)
    assert rolled(base, plan(line), gives).plan == found.plan


def test_decisions_and_later_absences_lie_over_a_dated_rota() -> None:
    base = two_weeks(start=MAY)
    ill, taken = (away(MAY, MAY + DAY, "SJUK"),), booked(MAY + 3 * DAY, "A1")
    found = rolled(base, plan(row(TWO_WEEKS)), own_weeks(base), ill, (taken,))
    assert shown(found).startswith("(D1)SJUK (D1)SJUK - A1 - ")
    assert rolled_again(found, absences=()).plan.rows[0].cells[3].shift == "A1"


def test_days_taken_off_and_weeks_before_that_nobody_knew_can_be_decided() -> None:
    decisions = (booked(MAY, None, was="D1"), booked(MAY - DAY, "N1"))
    base = two_weeks(start=MAY)
    found = rolled(base, plan(row(TWO_WEEKS)), own_weeks(base), (), decisions)
    assert found.unfit == ()
    assert shown(found).startswith("- D1 - ")
    assert [cell.shift for cell in found.plan.rows[0].history] == [None] * 13 + ["N1"]


def test_a_substitute_gets_a_line_in_a_dated_rota() -> None:
    people = (person("1"), person("9", 0, status=Status.HOURLY))
    base = two_weeks(start=MAY, employees=people)
    found = rolled(base, plan(row(TWO_WEEKS)), own_weeks(base), (), (booked(MAY, "N1", number="9"),))
    assert shown(found, "9").split()[0] == "N1"

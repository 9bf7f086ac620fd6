"""Extra hours day by day, over twelve months, and the position they correspond to (AML § 14-4 a)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from builders import person, row, unit
from hypothesis import given
from hypothesis import strategies as st
from rolls import SUMMER, away, booked, roll

from heiltid.booking.account.ledger import all_extras, claims, extras_of, last_known_day, months_before
from heiltid.booking.account.list_decisions import list_codes
from heiltid.booking.places.taking import takers_of
from heiltid.model import Cell, RuleOverride, Status, Unit, UnitFile
from heiltid.model.asking import Allotment, Booking, Extra, SentList
from heiltid.model.booking import OpenPlace, OpenWhy

DAY = timedelta(days=1)
SECRET = bytes(32)
FREE_WEEK = "- - - - - - -"


def half_and_full(**more: object) -> Unit:
    """1 has half a position, 2 a full one, 9 is paid by the hour; D1 and A1 are 7.5 h, N1 10 h, L1 12.5 h."""
    people = (person("1", 5_000), person("2"), person("9", 0, status=Status.HOURLY))
    return unit(1, employees=people, **more)


HALF = row("D1 D1 - - - - -", "1", 5_000)  # 15 of 17.75 h: 2.75 h unbound, less than half a shift: none
FULL = row("D1 D1 D1 D1 - - -", "2")


def test_a_taken_shift_counts_up_to_the_full_time_week_and_beyond() -> None:
    """1 works 15 h. D1 on Wednesday makes 22.5 h: all extra, and so is N1 on Thursday, a night of 10 h by
    agreement. A1 on Saturday makes 40 h: 4.5 h beyond 35.5 h are overtime. 2 has 30 h in her full position,
    so 5.5 h are hers and 2 h overtime; 9 begins from nothing.
    """
    decisions = (
        booked(SUMMER + 2 * DAY, "D1"),
        booked(SUMMER + 3 * DAY, "N1"),
        booked(SUMMER + 5 * DAY, "A1"),
        booked(SUMMER + 4 * DAY, "A1", number="2"),
        booked(SUMMER, "A1", number="9"),
    )
    found = extras_of(roll(half_and_full(), HALF, FULL, decisions=decisions))
    assert [(entry.employee, entry.on.day, entry.code) for entry in found] == [
        ("1", 23, "D1"),
        ("1", 24, "N1"),
        ("1", 26, "A1"),
        ("2", 25, "A1"),
        ("9", 21, "A1"),
    ]
    assert [(e.unbound_minutes, e.extra_minutes, e.overtime_minutes) for e in found] == [
        (0, 450, 0),
        (0, 600, 0),
        (0, 180, 270),
        (330, 0, 120),
        (0, 450, 0),
    ]


def test_unbound_hours_are_filled_first_and_what_is_beyond_the_week_is_overtime() -> None:
    """15 of 28.4 h (80 %): 13.4 h = 804 min are unbound. L1 of 750 min is filled from them; the
    N1 of 600 takes the last 54; 546 are left, in a week of 15 + 12.5 + 10 = 37.5 h: 120 min beyond 35.5 h.
    """
    base = unit(1, employees=(person("1", 8_000),))
    decisions = (booked(SUMMER + 3 * DAY, "L1"), booked(SUMMER + 4 * DAY, "N1"))
    found = extras_of(roll(base, row("D1 D1 - - - - -", "1", 8_000), decisions=decisions))
    assert [(e.unbound_minutes, e.extra_minutes, e.overtime_minutes) for e in found] == [
        (750, 0, 0),
        (54, 426, 120),
    ]


def test_a_moved_shift_and_one_somebody_fell_ill_from_are_nothing() -> None:
    moved = (booked(SUMMER, None, was="D1"), booked(SUMMER + 3 * DAY, "A1"))
    assert extras_of(roll(half_and_full(), HALF, FULL, decisions=moved)) == ()
    longer = (
        booked(SUMMER, None, was="D1"),
        booked(SUMMER + 3 * DAY, "N1"),
    )  # 10 h for 7.5 h
    (more,) = extras_of(roll(half_and_full(), HALF, FULL, decisions=longer))
    assert (more.unbound_minutes, more.extra_minutes, more.overtime_minutes) == (0, 150, 0)
    taken = (booked(SUMMER + 2 * DAY, "D1"),)
    ill = (away(SUMMER + 2 * DAY, SUMMER + 2 * DAY, "SJUK"),)
    assert len(extras_of(roll(half_and_full(), HALF, FULL, decisions=taken))) == 1
    assert extras_of(roll(half_and_full(), HALF, FULL, decisions=taken, absences=ill)) == ()


def test_nobody_earns_anything_on_a_line_nobody_holds() -> None:
    base = unit(1, employees=(person("1", 5_000), person("V", 5_000, status=Status.VACANT)))
    decisions = (booked(SUMMER, "D1", number="V"), booked(SUMMER + 3 * DAY, "D1"))
    found = extras_of(roll(base, HALF, row(FREE_WEEK, "V", 5_000), decisions=decisions))
    assert [entry.employee for entry in found] == ["1"]


def test_an_extra_knows_the_list_it_came_from() -> None:
    place = OpenPlace(
        number=4,
        on=SUMMER + 3 * DAY,
        code="D1",
        start_minute=450,
        end_minute=900,
        competence=None,
        why=OpenWhy.VACANCY,
    )
    when = datetime(2027, 6, 1)
    sent = SentList(
        code="K7F2",
        made_at=when,
        deadline=when,
        places=(place,),
        offers=(),
        allotments=(Allotment(place=4, employee="1"),),
        settled_at=when,
    )
    rollout = roll(half_and_full(), HALF, FULL, decisions=(booked(place.on, "D1", at=when),))
    booking = Booking(secret=SECRET, rollout=rollout, lists=(sent,))
    assert list_codes(booking) == {("1", place.on, "D1"): "K7F2"}
    assert [entry.list for entry in all_extras(booking, place.on)] == ["K7F2"]
    unsettled = replace(booking, lists=(replace(sent, settled_at=None),))
    assert [entry.list for entry in all_extras(unsettled, place.on)] == [""]


CELLS = st.sampled_from([None, "D1", "A1", "N1", "L1"])


@given(st.lists(CELLS, min_size=14, max_size=14), st.lists(CELLS, min_size=14, max_size=14))
def test_the_ledger_and_those_who_ask_for_more_reckon_alike(planned, taken) -> None:  # type: ignore[no-untyped-def]
    """Overtime day by day is what the standings before open shifts count with, whatever is decided."""
    base = unit(2, employees=(person("1", 6_000),))
    line = row(" ".join(code or "-" for code in planned), "1", 6_000)
    decisions = tuple(
        booked(SUMMER + day * DAY, now, was=was)
        for day, (was, now) in enumerate(zip(planned, taken, strict=True))
        if was != now
    )
    rollout = roll(base, line, decisions=decisions)
    overtime = [entry.overtime for entry in extras_of(rollout) if entry.overtime_minutes]
    assert overtime == list(takers_of(rollout).hours_of("1").overtime)


# -- twelve months ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "months", "found"),
    [
        (date(2027, 9, 13), 12, date(2026, 9, 13)),
        (date(2027, 9, 13), 1, date(2027, 8, 13)),
        (date(2027, 1, 13), 1, date(2026, 12, 13)),
        (date(2027, 12, 31), 1, date(2027, 11, 30)),
        (date(2027, 3, 31), 1, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2027, 5, 31), 15, date(2026, 2, 28)),
    ],
)
def test_the_same_date_some_months_before(on: date, months: int, found: date) -> None:
    assert months_before(on, months) == found


def extra(on: date, minutes: int = 450, number: str = "1", **more: int) -> Extra:
    return Extra(employee=number, on=on, code="D1", extra_minutes=minutes, **more)


def test_a_year_ends_with_its_day_and_holds_the_roll_out_in_force() -> None:
    first, inside = extra(date(2026, 6, 24)), extra(date(2026, 6, 25))
    rollout = roll(half_and_full(), HALF, FULL, decisions=(booked(SUMMER + 3 * DAY, "D1"),))  # 24 June
    booking = Booking(secret=SECRET, rollout=rollout, ledger=(inside, first))
    assert all_extras(booking, date(2027, 6, 24)) == (inside, extra(date(2027, 6, 24)))
    assert all_extras(booking, date(2027, 6, 23)) == (first, inside)
    assert all_extras(booking, date(2027, 6, 24), months=1) == (extra(date(2027, 6, 24)),)


def with_ledger(*ledger: Extra, **more: object) -> UnitFile:
    return UnitFile(unit=half_and_full(**more), booking=Booking(secret=SECRET, ledger=ledger))


def monthly(months: int, minutes: int, number: str = "1") -> tuple[Extra, ...]:
    """So many minutes on the 10th of each of the last months before 13 September 2027."""
    return tuple(extra(months_before(date(2027, 9, 10), ago), minutes, number) for ago in range(months))


ON = date(2027, 9, 13)


def test_extra_hours_of_a_year_correspond_to_a_position() -> None:
    """12 x 1 107.6 min = 13 291 of 52 x 2 130 = 110 760 min: 12 %. So 50 % corresponds to 62 %."""
    (found,) = claims(with_ledger(*monthly(12, 1_107)), ON)
    assert (found.employee, found.extra_minutes, found.months) == ("1", 13_284, 12)
    assert (found.position_bp, found.corresponds_bp, found.more_bp) == (5_000, 6_199, 1_199)
    assert found.is_due


@pytest.mark.parametrize(("months", "is_due"), [(5, False), (6, True)])
def test_regular_is_as_many_months_as_the_rule_book_says(months: int, is_due: bool) -> None:
    (found,) = claims(with_ledger(*monthly(months, 900)), ON)
    assert (found.months, found.is_due) == (months, is_due)
    own = (RuleOverride(rule="larger_position", parameter="regular_months", value="5", employee="1"),)
    assert claims(with_ledger(*monthly(months, 900), overrides=own), ON)[0].is_due
    off = (RuleOverride(rule="larger_position", parameter="regular_months", value="none"),)
    assert not claims(with_ledger(*monthly(12, 900), overrides=off), ON)[0].is_due


def test_many_days_of_one_month_are_not_regular() -> None:
    ledger = tuple(extra(ON - day * DAY) for day in range(0, 30, 3))
    (found,) = claims(with_ledger(*ledger), ON)
    assert (found.months, found.is_due) == (1, False)


def test_a_position_never_passes_full_time_here_and_elsewhere() -> None:
    """12 x 100 h are 65 %, but 20 % elsewhere leave room for 80 % here."""
    people = (person("1", 5_000, elsewhere_bp=2_000),)
    file = with_ledger(*monthly(12, 6_000))
    (found,) = claims(replace(file, unit=replace(file.unit, employees=people)), ON)
    assert found.corresponds_bp == 8_000


def test_overtime_and_unbound_hours_make_no_position_larger() -> None:
    """Overtime is told; hours of the position itself are no claim at all."""
    only_overtime = extra(ON, 0, overtime_minutes=450)
    (found,) = claims(with_ledger(only_overtime), ON)
    assert (found.overtime_minutes, found.more_bp, found.months, found.is_due) == (450, 0, 0, False)
    assert claims(with_ledger(extra(ON, 0, unbound_minutes=450)), ON) == ()


def test_most_comes_first_and_full_time_people_have_nothing_to_claim() -> None:
    ledger = (*monthly(12, 450, "1"), *monthly(12, 900, "9"), *monthly(12, 900, "2"))
    assert [entry.employee for entry in claims(with_ledger(*ledger), ON)] == ["9", "1"]
    assert claims(UnitFile(unit=half_and_full()), ON) == ()
    assert claims(with_ledger(*monthly(12, 450, "gone")), ON) == ()


def test_a_month_ends_with_its_day() -> None:
    """To 13 September the months begin on the 14th."""
    for first, months in ((date(2027, 8, 13), 2), (date(2027, 8, 14), 1)):
        (found,) = claims(with_ledger(extra(ON), extra(first)), ON)
        assert found.months == months


def test_the_last_day_known_of_is_that_of_the_weeks_in_force_else_of_the_ledger() -> None:
    rollout = roll(half_and_full(), HALF, FULL)
    booking = Booking(secret=SECRET, rollout=rollout, ledger=(extra(ON), extra(ON - DAY)))
    assert last_known_day(booking) == SUMMER + (rollout.unit.day_count - 1) * DAY
    assert last_known_day(replace(booking, rollout=None)) == ON
    assert last_known_day(Booking(secret=SECRET)) is None


def test_who_has_left_is_offered_nothing() -> None:
    file = with_ledger(*monthly(12, 900))
    for last, count in ((ON, 1), (ON - DAY, 0)):
        people = (person("1", 5_000, employed_to=last),)
        assert len(claims(replace(file, unit=replace(file.unit, employees=people)), ON)) == count


def test_hours_before_the_twelve_months_are_forgotten() -> None:
    old = tuple(replace(entry, on=months_before(entry.on, 12)) for entry in monthly(12, 450))
    assert claims(with_ledger(*old), ON) == ()


def test_a_covered_cell_is_not_worked() -> None:
    """A decision for an absence only is no shift on top."""
    made = (booked(SUMMER, None, was="D1"),)
    made = (replace(made[0], cell=Cell(shift="D1", absence="PERM")),)
    assert extras_of(roll(half_and_full(), HALF, FULL, decisions=made)) == ()

"""A roll-out begun, made again and taken back; a list settled and unsettled. Nothing decided is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from booking_strategies import absences, any_cell
from builders import demand, person, plan, row, unit
from hypothesis import given
from hypothesis import strategies as st
from rolls import SUMMER, away

from heiltid.booking.account.ledger import all_extras
from heiltid.booking.account.list_decisions import settled_by
from heiltid.booking.dates.rolling import decide, undecide
from heiltid.booking.places.taking import open_list
from heiltid.booking.settling.settled import (
    begin,
    misfits,
    roll_again,
    settled,
    take_back,
    unsettled,
    weeks_of,
)
from heiltid.errors import InternalError
from heiltid.model import FREE, Cell, Plan, PlanRole, Status, Unit, UnitFile
from heiltid.model.asking import Allotment, Booking, Extra, SentList
from heiltid.model.booking import RollOut, RollOutOptions, Unfitness

DAY, WEEK = timedelta(days=1), timedelta(days=7)
WHEN = datetime(2027, 6, 1, 12)
EVERY_DAY = frozenset(range(7))


def ward(**more: object) -> Unit:
    """Two are needed by day. 1 and 2 have half a position, nobody holds V, 9 is paid by the hour."""
    people = (
        person("1", 5_000),
        person("2", 5_000),
        person("V", 5_000, status=Status.VACANT),
        person("9", 0, status=Status.HOURLY),
    )
    return unit(2, employees=people, start=SUMMER, demand=(demand(EVERY_DAY, "07:30-15:00", 2),), **more)


def rota() -> Plan:
    return plan(
        row("D1 D1 D1 - - - - D1 D1 D1 - - - -", "1", 5_000),
        row("- - - D1 D1 - - - - - D1 D1 - -", "2", 5_000),
        row("D1 D1 - - - - - D1 D1 - - - - -", "V", 5_000),
    )


TWO_WEEKS = RollOutOptions(first=SUMMER, from_week=1, weeks=2, gives_red_days=False)
FILE = UnitFile(unit=ward(), plans=(rota(),))


def later(weeks: int) -> RollOutOptions:
    return replace(TWO_WEEKS, first=SUMMER + weeks * WEEK)


def booking_of(file: UnitFile) -> Booking:
    assert file.booking is not None
    return file.booking


def rollout_of(file: UnitFile) -> RollOut:
    rollout = booking_of(file).rollout
    assert rollout is not None
    return rollout


def taking(file: UnitFile, *taken: tuple[str, int, str | None]) -> UnitFile:
    """The leader gives people shifts (None: free) on days of the roll-out, counted from SUMMER."""
    for number, day, code in taken:
        cell = {(number, SUMMER + day * DAY): Cell(shift=code)}
        booking = booking_of(file)
        file = replace(file, booking=replace(booking, rollout=decide(rollout_of(file), cell, "Leiar", WHEN)))
    return file


def shift_of(file: UnitFile, number: str, day: int) -> str | None:
    rollout = rollout_of(file)
    return rollout.plan.row_of()[number].cells[(SUMMER + day * DAY - rollout.unit.start).days].shift


# -- the roll-out of a file -------------------------------------------------------------------------


def test_a_roll_out_is_begun_with_a_secret_and_leaves_unit_and_plans_alone() -> None:
    absent = replace(FILE, unit=replace(FILE.unit, absences=(away(SUMMER, SUMMER),)))
    file = begin(absent, rota(), TWO_WEEKS)
    assert (file.unit, file.plans) == (absent.unit, absent.plans)
    assert len(booking_of(file).secret) == 32
    assert booking_of(file).secret != booking_of(begin(FILE, rota(), TWO_WEEKS)).secret
    assert rollout_of(file).plan.row_of()["1"].cells[0] == Cell(shift="D1", absence="FE")
    with pytest.raises(InternalError):
        begin(FILE, rota(), replace(TWO_WEEKS, from_week=3))


def test_taken_back_nothing_is_left_but_what_was_decided() -> None:
    file = taking(begin(FILE, rota(), TWO_WEEKS), ("1", 3, "D1"))
    back = take_back(file)
    assert (back.unit, back.plans) == (FILE.unit, FILE.plans)
    booking = booking_of(back)
    assert (booking.rollout, booking.kept) == (None, rollout_of(file).decisions)
    assert booking.ledger == (extra("1", 3),)
    assert begin(back, rota(), TWO_WEEKS) == file
    with pytest.raises(InternalError):
        take_back(back)
    with pytest.raises(InternalError):
        take_back(FILE)
    with pytest.raises(InternalError):
        roll_again(back)


def extra(number: str, day: int, code: str = "D1") -> Extra:
    return Extra(employee=number, on=SUMMER + day * DAY, code=code, extra_minutes=450)


def test_decisions_survive_rolling_again_with_another_rota_and_other_absences() -> None:
    file = taking(begin(FILE, rota(), TWO_WEEKS), ("1", 3, "D1"), ("2", 0, "A1"), ("9", 12, "N1"))
    ill = (away(SUMMER + 3 * DAY, SUMMER + 3 * DAY, "SJUK"),)
    other = plan(*(replace(line, cells=(*line.cells[7:], *line.cells[:7])) for line in rota().rows))
    again = roll_again(file, plan=other, absences=ill)
    assert rollout_of(again).decisions == rollout_of(file).decisions
    assert rollout_of(again).covered == rollout_of(file).decisions[:1]
    assert (shift_of(again, "2", 0), shift_of(again, "9", 12)) == ("A1", "N1")
    assert roll_again(again, plan=rota(), absences=()) == file


def test_weeks_left_behind_go_to_the_ledger_and_come_back() -> None:
    """A shift in week 1, one in week 2. Rolled out from week 3, both are worked: hours in the ledger, cells
    in the history. From week 5 on no history reaches them. Back on the first weeks all is as it was.
    """
    file = taking(begin(FILE, rota(), TWO_WEEKS), ("1", 3, "D1"), ("9", 12, "N1"))
    night = Extra(employee="9", on=SUMMER + 12 * DAY, code="N1", extra_minutes=600)
    third = roll_again(file, options=later(2))
    assert booking_of(third).ledger == (extra("1", 3), night)
    assert (rollout_of(third).decisions, rollout_of(third).unfit) == (rollout_of(file).decisions, ())
    assert rollout_of(third).plan.row_of()["9"].history[12] == Cell(shift="N1")
    assert all_extras(booking_of(third), SUMMER + 20 * DAY) == (extra("1", 3), night)
    fifth = roll_again(third, options=later(4))
    assert (rollout_of(fifth).decisions, booking_of(fifth).kept) == ((), rollout_of(file).decisions)
    assert booking_of(fifth).ledger == (extra("1", 3), night)
    for far in (third, fifth):
        assert roll_again(far, options=TWO_WEEKS) == file


def test_half_the_weeks_left_behind() -> None:
    file = taking(begin(FILE, rota(), TWO_WEEKS), ("1", 3, "D1"), ("9", 9, "D1"))
    second = roll_again(file, options=replace(later(1), from_week=2, weeks=1))
    assert booking_of(second).ledger == (extra("1", 3),)
    assert all_extras(booking_of(second), SUMMER + 60 * DAY) == (extra("1", 3), extra("9", 9))
    assert shift_of(second, "9", 9) == "D1"


def test_a_decision_that_does_not_fit_another_rota_is_told_and_kept() -> None:
    file = taking(begin(FILE, rota(), TWO_WEEKS), ("1", 0, "A1"))
    nights = plan(
        replace(rota().rows[0], cells=(Cell(shift="N1"), *rota().rows[0].cells[1:])), *rota().rows[1:]
    )
    again = begin(file, nights, TWO_WEEKS)
    assert [entry.why for entry in rollout_of(again).unfit] == [Unfitness.ROTA_CHANGED]
    assert begin(again, rota(), TWO_WEEKS) == file


# -- a list that is settled -------------------------------------------------------------------------


def with_list(file: UnitFile, *given_to: str | None) -> UnitFile:
    """A list of the first open places, each given to somebody (None: kept open)."""
    places = open_list(rollout_of(file)).places[: len(given_to)]
    shared = tuple(Allotment(place=at, employee=who) for at, who in enumerate(given_to, 1))
    sent = SentList(code="K7F2", made_at=WHEN, deadline=WHEN, places=places, offers=(), allotments=shared)
    return replace(file, booking=booking_of(file).with_list(sent))


def taken_by(booking: Booking) -> list[tuple[str, int]]:
    """Who has shifts by the settled list, and how many days after SUMMER."""
    found = (entry for entry in settled_by(booking, "K7F2") if entry.cell.shift is not None)
    return sorted((entry.employee, (entry.on - SUMMER).days) for entry in found)


def test_a_settled_list_is_decided_on_the_dated_plan_and_taken_out_again() -> None:
    """The first open places are the vacant line's Monday and Tuesday: 2 and 9 take them, and V is free."""
    file = with_list(begin(FILE, rota(), TWO_WEEKS), "2", "9", None)
    before = booking_of(file)
    assert [(place.on, place.whose) for place in before.lists[0].places[:2]] == [
        (SUMMER, "V"),
        (SUMMER + DAY, "V"),
    ]
    after = settled(before, "K7F2", "Leiar", WHEN.replace(microsecond=7))
    done = replace(file, booking=after)
    assert [shift_of(done, who, day) for who, day in (("2", 0), ("9", 1), ("V", 0), ("V", 1))] == [
        "D1",
        "D1",
        None,
        None,
    ]
    assert after.lists[0].settled_at == WHEN
    assert {entry.by for entry in rollout_of(done).decisions} == {"Leiar"}
    assert taken_by(after) == [("2", 0), ("9", 1)]
    assert [entry.list for entry in all_extras(after, SUMMER + 13 * DAY)] == ["K7F2", "K7F2"]
    assert unsettled(after, "K7F2") == before
    assert settled_by(before, "K7F2") == ()


def test_a_list_is_settled_once_and_only_a_settled_one_is_unsettled() -> None:
    booking = booking_of(with_list(begin(FILE, rota(), TWO_WEEKS), "2"))
    done = settled(booking, "K7F2", "Leiar", WHEN)
    for act in (
        lambda: settled(done, "K7F2", "Leiar", WHEN),
        lambda: settled(booking, "K7F2", "", WHEN),
        lambda: settled(booking, "X7F2", "Leiar", WHEN),
        lambda: settled(replace(booking, rollout=None), "K7F2", "Leiar", WHEN),
        lambda: unsettled(booking, "K7F2"),
        lambda: unsettled(booking, "X7F2"),
    ):
        with pytest.raises(InternalError):
            act()


def test_what_does_not_fit_any_more_is_told_and_not_laid() -> None:
    """Since it was shared out: 2 works that Monday; somebody has Tuesday; Wednesday goes to nobody known."""
    file = with_list(begin(FILE, rota(), TWO_WEEKS), "2", "9", "gone")
    file = taking(file, ("2", 0, "N1"), ("9", 1, "D1"), ("V", 1, None))
    booking = booking_of(file)
    assert [entry.place for entry in misfits(booking, "K7F2")] == [1, 2, 3]
    after = settled(booking, "K7F2", "Leiar", WHEN + DAY)
    assert rollout_of(replace(file, booking=after)) == rollout_of(file)
    assert settled_by(after, "K7F2") == ()
    assert unsettled(after, "K7F2") == booking


def test_nobody_gets_two_places_of_one_day() -> None:
    """Monday lacks one by day and one in the evening."""
    base = replace(FILE, unit=replace(FILE.unit, demand=(*FILE.unit.demand, EVENING)))
    file = with_list(begin(base, rota(), TWO_WEEKS), "9", "9")
    booking = booking_of(file)
    assert [place.on for place in booking.lists[0].places] == [SUMMER, SUMMER]
    assert [entry.place for entry in misfits(booking, "K7F2")] == [2]
    assert taken_by(settled(booking, "K7F2", "L", WHEN)) == [("9", 0)]


def test_a_vacant_line_gets_no_place() -> None:
    booking = booking_of(with_list(begin(FILE, rota(), TWO_WEEKS), "V", "2"))
    assert [entry.place for entry in misfits(booking, "K7F2")] == [1]
    assert taken_by(settled(booking, "K7F2", "L", WHEN)) == [("2", 1)]


def test_who_is_away_gets_no_place_neither_on_a_free_day_nor_instead_of_a_shift() -> None:
    """2 has a free Monday and 1 a shift on Tuesday, both in a holiday that came after the sharing."""
    file = with_list(begin(FILE, rota(), TWO_WEEKS), "2", "1", "9")
    holiday = (away(SUMMER, SUMMER + DAY, number="2"), away(SUMMER, SUMMER + DAY, number="1"))
    file = roll_again(file, absences=holiday)
    booking = booking_of(file)
    assert [entry.place for entry in misfits(booking, "K7F2")] == [1, 2]
    after = settled(booking, "K7F2", "L", WHEN)
    assert {entry.employee for entry in rollout_of(replace(file, booking=after)).decisions} == {"9"}
    assert rollout_of(replace(file, booking=after)).covered == ()


EVENING = demand(EVERY_DAY, "14:30-22:00", 1)


def test_what_the_leader_decides_after_a_list_was_settled_stays() -> None:
    file = with_list(begin(FILE, rota(), TWO_WEEKS), "2", "9")
    done = replace(file, booking=settled(booking_of(file), "K7F2", "Leiar", WHEN))
    more = taking(done, ("1", 5, "A1"))
    left = replace(more, booking=unsettled(booking_of(more), "K7F2"))
    assert (shift_of(left, "1", 5), shift_of(left, "9", 1)) == ("A1", None)
    (own,) = (entry for entry in rollout_of(more).decisions if entry.employee == "9")
    called_off = replace(booking_of(more), rollout=undecide(rollout_of(more), (own,)))
    assert taken_by(called_off) == [("2", 0)]


def test_a_settled_list_survives_rolling_again_and_can_be_unsettled_wherever_its_days_are() -> None:
    file = with_list(begin(FILE, rota(), TWO_WEEKS), "2", "9")
    done = replace(file, booking=settled(booking_of(file), "K7F2", "Leiar", WHEN))
    far = roll_again(done, options=later(4))
    assert {entry.list for entry in booking_of(far).ledger} == {"K7F2"}
    assert taken_by(booking_of(far)) == [("2", 0), ("9", 1)]
    assert roll_again(far, options=TWO_WEEKS) == done
    assert unsettled(booking_of(far), "K7F2") == booking_of(roll_again(file, options=later(4)))
    without = take_back(done)
    assert unsettled(booking_of(without), "K7F2") == booking_of(take_back(file))


def test_two_lists_that_give_somebody_the_same_shift_are_taken_back_each_by_itself() -> None:
    """Both give 9 the Monday, the second 2 the Tuesday. Settled in one second, far away and here."""
    file = with_list(begin(FILE, rota(), TWO_WEEKS), "9")
    (first,) = booking_of(file).lists
    both = replace(first.places[0], number=1), open_list(rollout_of(file)).places[1]
    shared = (Allotment(place=1, employee="9"), Allotment(place=2, employee="2"))
    second = replace(first, code="B3B3", places=both, allotments=shared)
    lists = replace(file, booking=booking_of(file).with_list(second))
    one = replace(lists, booking=settled(booking_of(lists), "K7F2", "Leiar", WHEN))
    two = replace(lists, booking=settled(booking_of(one), "B3B3", "Leiar", WHEN))
    assert unsettled(booking_of(two), "B3B3") == booking_of(one)
    found = all_extras(booking_of(two), SUMMER + 13 * DAY)
    assert [(entry.employee, entry.list) for entry in found] == [("9", "K7F2"), ("2", "B3B3")]
    far = roll_again(two, options=later(4))
    left = unsettled(booking_of(far), "K7F2")
    assert [(entry.employee, entry.list) for entry in left.ledger] == [("2", "B3B3")]


# -- what always holds ------------------------------------------------------------------------------


@st.composite
def files(draw: st.DrawFn) -> UnitFile:
    """A file with a roll-out, on which somebody has decided something, perhaps of several weeks."""
    file = replace(FILE, plans=(rota(), replace(rota(), name="b", role=PlanRole.SCENARIO)))
    for _ in range(draw(st.integers(1, 3))):
        file = begin(file, rota(), draw(weeks_chosen))
        for number, day, cell in draw(st.lists(st.tuples(who, st.integers(0, 13), any_cell), max_size=4)):
            rollout = rollout_of(file)
            when = rollout.unit.start + min(day, rollout.unit.day_count - 1) * DAY
            at = WHEN + DAY * len(rollout.decisions)
            known = cell if cell.shift != "X9" else FREE
            made = decide(rollout, {(number, when): known}, "Leiar", at)
            file = replace(file, booking=replace(booking_of(file), rollout=made))
    return file


who = st.sampled_from(["1", "2", "V", "9"])
weeks_chosen = st.builds(
    RollOutOptions,
    first=st.integers(0, 4).map(lambda weeks: SUMMER + weeks * WEEK),
    from_week=st.integers(1, 2),
    weeks=st.integers(1, 4),
    gives_red_days=st.booleans(),
)


@given(files(), weeks_chosen, st.lists(absences, max_size=2).map(tuple))
def test_taken_back_restores_the_exact_plan_and_rolling_again_loses_nothing(
    file: UnitFile, other: RollOutOptions, away_then: tuple[object, ...]
) -> None:
    rollout = rollout_of(file)
    back = take_back(file)
    assert (back.unit, back.plans) == (FILE.unit, file.plans)
    assert booking_of(back).rollout is None
    again = roll_again(file, options=other, absences=away_then)  # type: ignore[arg-type]
    for changed in (back, again):
        everything = {*booking_of(file).kept, *rollout.decisions}
        found = booking_of(changed)
        assert {*found.kept, *(found.rollout.decisions if found.rollout else ())} == everything
    assert begin(back, rollout.base_plan, rollout.options) == file
    assert roll_again(file) == file


@given(files(), weeks_chosen)
def test_extra_hours_are_told_once_wherever_their_days_are(file: UnitFile, other: RollOutOptions) -> None:
    """However weeks are left behind and come back, nobody has two entries on one day.

    Days that only the other weeks have are told as those weeks saw them last; all others are as they were.
    """
    for changed in (file, roll_again(file, options=other), take_back(file)):
        found = all_extras(booking_of(changed), SUMMER + 20 * WEEK)
        assert len({(entry.employee, entry.on) for entry in found}) == len(found)
    own = rollout_of(file).options
    away_and_back = roll_again(roll_again(file, options=other), options=own)
    assert rollout_of(away_and_back).plan == rollout_of(file).plan
    was, now = (
        {
            entry
            for entry in all_extras(booking_of(either), SUMMER + 20 * WEEK)
            if is_in(own, entry.on) or not is_in(other, entry.on)
        }
        for either in (file, away_and_back)
    )
    assert now == was


def is_in(options: RollOutOptions, on: date) -> bool:
    first, last = weeks_of(options)
    return first <= on <= last


@given(files(), st.lists(st.sampled_from([None, "1", "2", "9", "V", "gone"]), max_size=6))
def test_settled_and_unsettled_is_as_it_was(file: UnitFile, given_to: list[str | None]) -> None:
    places = len(open_list(rollout_of(file)).places)
    listed = booking_of(with_list(file, *given_to[:places]))
    late = WHEN + 99 * DAY
    done = settled(listed, "K7F2", "Leiar", late)
    assert unsettled(done, "K7F2") == listed
    assert done.rollout is not None
    fits = len(taken_by(done))
    said = sum(entry.employee is not None for entry in listed.lists[0].allotments)
    assert fits + len(misfits(listed, "K7F2")) == said

"""Weekly rest: 35 hours in one piece inside the week, and what a shortened one costs."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from builders import plan, row, shift, unit
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import agreed, findings, override, value

from heiltid.model import Plan, PlanRow, RotaKind, ShiftType, Signed, Unit
from heiltid.rules.finding import Finding, Severity

D = shift("D", "07:00-15:00")
A = shift("A", "12:00-20:00")  # ends 35 h before 07:00 two days later
A_LATE = shift("A2", "12:00-20:01")
FREE_WEEK = " - - - - - - -"


def ward(*shifts: ShiftType, weeks: int = 2, **more: object) -> Unit:
    return unit(weeks=weeks, shifts=(D, A, A_LATE, *shifts), **more)


def weekly(unit_: Unit, plan_: Plan) -> list[Finding]:
    return findings("weekly_rest", unit_, plan_)


def one_free_day(friday: str, sunday: str = "D") -> Plan:
    """Work all week but Saturday, then a free week."""
    return plan(row(f"D D D D {friday} - {sunday}{FREE_WEEK}"))


def test_thirty_five_hours_are_enough() -> None:
    # Friday 20:00 -> Sunday 07:00.
    assert weekly(ward(), one_free_day("A")) == []


def test_a_minute_less_needs_the_union_representatives() -> None:
    (found,) = weekly(ward(), one_free_day("A2"))
    assert (found.severity, found.agreement, found.signed) == (
        Severity.NEEDS_AGREEMENT,
        "10-8 (3)",
        Signed.NO,
    )
    assert (found.amount, value(found, "found_minutes")) == (1, 2099)
    assert found.days == tuple(range(7))


@pytest.mark.parametrize(("start", "agreement"), [("04:00", "10-8 (3)"), ("03:59", "10-12 (4)")])
def test_twenty_eight_hours_are_the_least_a_local_agreement_may_give(start: str, agreement: str) -> None:
    # Friday 24:00 -> Sunday 04:00 = 28:00.
    late, early = shift("A3", "16:00-24:00"), shift("D2", f"{start}-12:00")
    (found,) = weekly(ward(late, early), one_free_day("A3", "D2"))
    assert found.agreement == agreement


def test_signed_refused_and_centrally_signed() -> None:
    signed = ward(agreements=(agreed("10-8 (3)", Signed.YES),))
    assert weekly(signed, one_free_day("A2"))[0].signed is Signed.YES
    refused = agreed("10-8 (3)", Signed.REFUSED)
    assert weekly(ward(agreements=(refused,)), one_free_day("A2"))[0].severity is Severity.BREACH
    central = ward(agreements=(refused, agreed("10-12 (4)", Signed.YES)))
    assert weekly(central, one_free_day("A2"))[0].agreement == "10-12 (4)"


def test_the_rest_lies_wholly_inside_its_week() -> None:
    # Free Saturday 15:00 -> Monday 15:00 = 48 h, but only 33 h of it before Sunday 24.
    late = shift("A3", "15:00-22:00")
    (found,) = weekly(ward(late), plan(row("D D D D D D - A3 - - - - - -")))
    assert value(found, "found_minutes") == 33 * 60


def test_a_night_from_the_week_before_reaches_into_monday() -> None:
    # Sunday night ends Monday 08:00; free until Tuesday 19:00 = 35 h, or 18:59.
    night = shift("N", "22:00-08:00")
    enough, short = shift("A3", "19:00-23:00"), shift("A4", "18:59-23:00")
    late = ward(night, enough, short)
    assert weekly(late, plan(row("- - - - - - N - A3 A A A A A"))) == []
    (found,) = weekly(late, plan(row("- - - - - - N - A4 A A A A A")))
    assert (found.amount, found.days) == (1, tuple(range(7, 14)))


class TestCompensation:
    """A week with 34:00 lacks an hour: the next week must hold 36:00."""

    LATE = shift("A3", "13:00-21:00")  # Friday 21:00 -> Sunday 07:00 = 34:00

    def next_week(self, end: str) -> tuple[Unit, Plan]:
        """The second week's rest: Friday `end` -> Sunday 07:00."""
        friday = shift("A4", f"11:00-{end}")
        text = "D D D D A3 - D D D D D A4 - D"
        return ward(self.LATE, friday, weeks=3), plan(row(text + FREE_WEEK))

    def test_enough(self) -> None:
        found = weekly(*self.next_week("19:00"))  # 36:00
        assert [entry.text_key for entry in found] == ["weekly_rest"]

    def test_a_minute_too_little_needs_the_unions_centrally(self) -> None:
        found = weekly(*self.next_week("19:01"))  # 35:59
        assert [entry.text_key for entry in found] == ["weekly_rest", "weekly_rest_compensation"]
        assert (found[1].agreement, found[1].amount) == ("10-12 (4)", 1)
        assert found[1].days == tuple(range(7, 14))

    def test_across_the_cyclic_seam(self) -> None:
        friday = shift("A4", "11:00-19:01")
        line = row("D D D D A4 - D - - - - - - - D D D D A3 - D")
        found = weekly(ward(self.LATE, friday, weeks=3), plan(line))
        assert [(entry.text_key, entry.days[0]) for entry in found] == [
            ("weekly_rest", 14),
            ("weekly_rest_compensation", 0),
        ]

    def test_a_rota_of_one_week_is_its_own_next(self) -> None:
        line = plan(row("D D D D A3 - D"))
        keys = [entry.text_key for entry in weekly(ward(self.LATE, weeks=1), line)]
        assert keys == ["weekly_rest", "weekly_rest_compensation"]

    def test_across_the_dated_seam(self) -> None:
        friday = shift("A4", "11:00-19:01")
        dated = ward(self.LATE, friday, weeks=1, kind=RotaKind.DATED)
        with_history = plan(row("D D D D A4 - D", history=f"{FREE_WEEK} D D D D A3 - D"))
        (found,) = weekly(dated, with_history)
        assert found.text_key == "weekly_rest_compensation"
        assert weekly(dated, plan(row("D D D D A4 - D"))) == []


def test_the_spring_change_takes_an_hour() -> None:
    # Friday 20:00 -> Sunday 07:00 over 28 March 2027 is 34 h.
    spring = ward(weeks=1, start=date(2027, 3, 22), kind=RotaKind.DATED)
    (found,) = weekly(spring, plan(row("D D D D A - D")))
    assert found.amount == 60


def test_a_shift_under_an_absence_leaves_the_rest_whole() -> None:
    assert weekly(ward(weeks=1), plan(row("D D D (D)FE D D D"))) == []


def test_switched_off() -> None:
    off = ward(overrides=(override("weekly_rest", "minutes", "none"),))
    assert weekly(off, one_free_day("A2")) == []


class TestRolling:
    """Monday and Tuesday free, ten days of work, Saturday and Sunday free."""

    TEXT = "- - D D D D D D D D D D - -"
    ON = override("weekly_rest", "rolling", "yes")

    def test_calendar_weeks_are_kept_but_seven_days_are_not(self) -> None:
        assert weekly(ward(), plan(row(self.TEXT))) == []
        found = weekly(ward(overrides=(self.ON,)), plan(row(self.TEXT)))
        assert found
        assert {entry.text_key for entry in found} == {"weekly_rest_rolling"}
        assert min(value(entry, "found_minutes") for entry in found) == 16 * 60

    def test_ninety_eight_hours_between_two_rests_are_the_most(self) -> None:
        # Two rests of more than 35 h: any seven days hold 35 h of one of them as long as no more than
        # 168 - 2 x 35 = 98 h lie between. Monday 07:00 -> Friday 09:00 = 98 h; two minutes more are
        # shared by the rests at both ends of the worst window: 34:59 each.
        exact, over = shift("D2", "01:00-09:00"), shift("D3", "01:00-09:02")
        rolling = ward(exact, over, weeks=1, overrides=(self.ON,))
        assert weekly(rolling, plan(row("D D D D D2 - -"))) == []
        (found,) = weekly(rolling, plan(row("D D D D D3 - -")))
        assert found.amount == 1

    def test_dated_windows_reach_into_the_history(self) -> None:
        dated = ward(weeks=1, kind=RotaKind.DATED, overrides=(self.ON,))
        line = "D D D D D - -"
        assert weekly(dated, plan(row(line))) == []
        (found,) = weekly(dated, plan(row(line, history=f"{FREE_WEEK} - - D D D D D")))
        assert value(found, "found_minutes") == 16 * 60
        assert found.days[0] == 0


STEP = 15


def shortest_rest_in_any_window(line: PlanRow, shifts: tuple[ShiftType, ...], weeks: int) -> int:
    """By trying every quarter of an hour as the start of seven days."""
    by_code = {entry.code: entry for entry in shifts}
    count = weeks * 7
    work = [
        (day * 1440 + by_code[code].start_minute, day * 1440 + by_code[code].end_minute)
        for day in range(-count, 2 * count)
        if (code := line.cells[day % count].shift) is not None
    ]
    edges = [(0, -(10**6)), *work, (10**6, 0)]
    gaps = [(before[1], after[0]) for before, after in pairwise(edges)]
    return min(
        max(min(end, start + 10080) - max(begin, start) for begin, end in gaps)
        for start in range(0, count * 1440, STEP)
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["D", "A", "N", "-"]), min_size=7, max_size=14).filter(any))
def test_rolling_agrees_with_trying_every_window(codes: list[str]) -> None:
    weeks = len(codes) // 7
    night = shift("N", "22:00-06:30")
    shifts = (D, A, night)
    line = row(" ".join(codes[: weeks * 7]))
    if not any(cell.works for cell in line.cells):
        return
    on = unit(weeks=weeks, shifts=shifts, overrides=(override("weekly_rest", "rolling", "yes"),))
    found = [
        value(entry, "found_minutes")
        for entry in weekly(on, plan(line))
        if entry.text_key == "weekly_rest_rolling"
    ]
    assert min(found, default=2100) == min(2100, shortest_rest_in_any_window(line, shifts, weeks))

"""Daily rest and one shift at a time."""

from __future__ import annotations

from datetime import date

import pytest
from builders import person, plan, row, shift, unit
from judging import agreed, findings, override, value

from heiltid.model import Plan, RotaKind, ShiftType, Signed, Unit
from heiltid.rules.finding import Finding, Severity, Signer

A = shift("A", "14:00-22:00")
D = shift("D", "07:00-15:00")
D_11_00 = shift("D2", "09:00-17:00")  # 22:00 -> 09:00 = 11 h
D_10_59 = shift("D3", "08:59-17:00")
D_8_00 = shift("D4", "06:00-12:00")
D_7_59 = shift("D5", "05:59-12:00")


def ward(*shifts: ShiftType, weeks: int = 1, **more: object) -> Unit:
    return unit(weeks=weeks, shifts=(A, D, D_11_00, D_10_59, D_8_00, D_7_59, *shifts), **more)


def week(*codes: str) -> Plan:
    """One week that begins with these codes and is free for the rest."""
    return plan(row(" ".join([*codes, *["-"] * (7 - len(codes))])))


def daily(unit_: Unit, plan_: Plan) -> list[Finding]:
    return findings("daily_rest", unit_, plan_)


class TestDailyRest:
    def test_eleven_hours_are_enough(self) -> None:
        assert daily(ward(), week("A", "D2")) == []

    def test_a_minute_less_needs_the_union_representatives(self) -> None:
        (found,) = daily(ward(), week("A", "D3"))
        assert found.severity is Severity.NEEDS_AGREEMENT
        assert (found.agreement, found.signer, found.signed) == (
            "10-8 (3)",
            Signer.UNION_REPRESENTATIVES,
            Signed.NO,
        )
        assert (found.amount, found.days, found.employee) == (1, (1,), "1")
        assert value(found, "found_minutes") == 659

    def test_eight_hours_are_the_least_a_local_agreement_may_give(self) -> None:
        (found,) = daily(ward(), week("A", "D4"))
        assert found.agreement == "10-8 (3)"

    def test_below_eight_hours_needs_the_unions_centrally(self) -> None:
        (found,) = daily(ward(), week("A", "D5"))
        assert (found.agreement, found.signer) == ("10-12 (4)", Signer.UNIONS_CENTRALLY)
        assert found.amount == 660 - 479
        # It must not read as the milder shortening that the union representatives may sign.
        assert (found.text_key, value(found, "agreed_minutes")) == ("daily_rest_central", 480)

    def test_the_same_shortened_rest_is_told_once_with_all_its_days(self) -> None:
        (found,) = daily(ward(), plan(row("A D3 - A D3 - -")))
        assert found.days == (1, 4)

    def test_switched_off_by_the_unit(self) -> None:
        off = ward(overrides=(override("daily_rest", "minutes", "none"),))
        assert daily(off, week("A", "D3")) == []

    def test_a_person_may_have_her_own_limit(self) -> None:
        milder = ward(overrides=(override("daily_rest", "minutes", "10:00", "1"),))
        assert daily(milder, week("A", "D3")) == []


class TestDailyRestAndAgreements:
    @pytest.mark.parametrize("book", ["law", "tariff", "local"])
    def test_unsigned_it_stands_on_the_list(self, book: str) -> None:
        (found,) = daily(ward(rule_book=book), week("A", "D3"))
        assert (found.severity, found.signed) == (Severity.NEEDS_AGREEMENT, Signed.NO)

    def test_signed(self) -> None:
        signed = ward(agreements=(agreed("10-8 (3)", Signed.YES),))
        (found,) = daily(signed, week("A", "D3"))
        assert (found.severity, found.signed) == (Severity.NEEDS_AGREEMENT, Signed.YES)

    def test_refused_it_is_a_breach(self) -> None:
        refused = ward(agreements=(agreed("10-8 (3)", Signed.REFUSED),))
        (found,) = daily(refused, week("A", "D3"))
        assert (found.severity, found.agreement, found.signed) == (Severity.BREACH, None, None)

    def test_refused_locally_but_signed_centrally(self) -> None:
        both = (agreed("10-8 (3)", Signed.REFUSED), agreed("10-12 (4)", Signed.YES))
        (found,) = daily(ward(agreements=both), week("A", "D3"))
        assert (found.agreement, found.signed) == ("10-12 (4)", Signed.YES)

    def test_refused_by_one_person_only(self) -> None:
        people = (person("1"), person("2"))
        refused = ward(employees=people, agreements=(agreed("10-8 (3)", Signed.REFUSED, "2"),))
        both = plan(row("A D3 - - - - -", "1"), row("A D3 - - - - -", "2"))
        severities = {found.employee: found.severity for found in daily(refused, both)}
        assert severities == {"1": Severity.NEEDS_AGREEMENT, "2": Severity.BREACH}


class TestLongShifts:
    """24 h from the start of a shift less its length is the most rest those 24 h can hold."""

    def test_thirteen_hours_leave_eleven(self) -> None:
        long = shift("L", "07:00-20:00")
        assert daily(ward(long), week("L", "-", "D")) == []

    def test_a_minute_more_is_a_rest_exception(self) -> None:
        long = shift("L", "07:00-20:01")
        (found,) = daily(ward(long), week("L", "-", "D"))
        assert (found.text_key, found.agreement) == ("daily_rest_long_shift", "10-8 (3)")
        assert (found.amount, found.days) == (1, (0,))

    def test_the_nearer_next_shift_takes_the_rest(self) -> None:
        # 07:00-20:01 leaves 10:59 in 24 h, but the next shift at 06:00 leaves 9:59.
        long, early = shift("L", "07:00-20:01"), shift("D6", "06:00-12:00")
        (found,) = daily(ward(long, early), week("L", "D6"))
        assert (found.text_key, found.amount, found.days) == ("daily_rest", 61, (1,))

    def test_where_both_leave_the_same_the_length_is_told(self) -> None:
        # 07:00-21:00 leaves 10 h, and so does the next shift at 07:00.
        (found,) = daily(ward(shift("L", "07:00-21:00")), week("L", "D"))
        assert (found.text_key, found.amount, found.days) == ("daily_rest_long_shift", 60, (0,))

    def test_two_in_a_row_must_make_up_for_the_shortfall(self) -> None:
        # 13 h 01 from 07:00; the next at 07:01 leaves 11:00 by the clock, 10:59 in the 24 h, and is
        # itself below 11:01; the rest after the second shift (15:00 -> 02:00 = 11:00) must be 11:01.
        long = shift("L", "07:00-20:01")
        second, third = shift("D6", "07:01-15:00"), shift("D7", "02:00-08:00")
        found = daily(ward(long, second, third), week("L", "D6", "D7"))
        assert [entry.text_key for entry in found] == ["daily_rest_long_shift", "daily_rest_compensation"]
        assert found[1].days == (2,)

    def test_a_long_rest_makes_up_for_itself(self) -> None:
        # 20:01 -> 07:02 = 11:01 = 11 h and the minute lacking: nothing more is owed, although the
        # rest after the second shift is 11:00.
        long = shift("L", "07:00-20:01")
        second, third = shift("D6", "07:02-15:00"), shift("D7", "02:00-08:00")
        found = daily(ward(long, second, third), week("L", "D6", "D7"))
        assert [entry.text_key for entry in found] == ["daily_rest_long_shift"]


class TestCompensation:
    """22:00 -> 08:59 = 10:59, a minute short: the rest after that shift must be 11:01."""

    def test_enough(self) -> None:
        third = shift("D6", "04:01-10:00")  # 17:00 -> 04:01 = 11:01
        found = daily(ward(third), week("A", "D3", "D6"))
        assert [entry.text_key for entry in found] == ["daily_rest"]

    def test_a_minute_too_little_needs_the_unions_centrally(self) -> None:
        third = shift("D6", "04:00-10:00")  # 11:00
        found = daily(ward(third), week("A", "D3", "D6"))
        assert [entry.text_key for entry in found] == ["daily_rest", "daily_rest_compensation"]
        assert (found[1].agreement, found[1].amount, found[1].days) == ("10-12 (4)", 1, (2,))
        assert value(found[1], "required_minutes") == 661

    def test_a_full_rest_asks_nothing_of_the_next(self) -> None:
        third = shift("D6", "03:59-10:00")  # 11:00, then 10:59: one short rest, no debt before it
        found = daily(ward(third), week("A", "D2", "D6"))
        assert [(entry.text_key, entry.days) for entry in found] == [("daily_rest", (2,))]

    def test_no_rest_at_all_does_not_make_up_for_anything(self) -> None:
        night, straight_on = shift("N", "08:59-06:00"), shift("D6", "06:00-12:00")  # 10:59, then 0:00
        found = daily(ward(night, straight_on), week("A", "N", "D6"))
        assert found[-1].text_key == "daily_rest_compensation"
        assert (found[-1].amount, found[-1].days) == (661, (2,))

    def test_an_overlap_leaves_no_debt(self) -> None:
        night, later = shift("N", "22:00-07:01"), shift("D6", "02:00-08:00")  # 15:00 -> 02:00 = 11:00
        assert daily(ward(night, later), week("N", "D", "D6")) == []

    def test_refused_centrally_it_is_a_breach(self) -> None:
        third = shift("D6", "04:00-10:00")
        refused = ward(third, agreements=(agreed("10-12 (4)", Signed.REFUSED),))
        found = daily(refused, week("A", "D3", "D6"))
        assert [entry.severity for entry in found] == [Severity.NEEDS_AGREEMENT, Severity.BREACH]


class TestSeams:
    def test_cyclic_the_last_day_meets_the_first(self) -> None:
        (found,) = daily(ward(), plan(row("D3 - - - - - A")))
        assert (found.days, found.amount) == ((0,), 1)

    def test_cyclic_compensation_across_the_seam(self) -> None:
        # A Saturday, D3 Sunday (10:59), then 04:00 on Monday (11:00, must be 11:01).
        early = shift("D6", "04:00-10:00")
        found = daily(ward(early), plan(row("D6 - - - - A D3")))
        assert [(entry.text_key, entry.days) for entry in found] == [
            ("daily_rest", (6,)),
            ("daily_rest_compensation", (0,)),
        ]

    def test_dated_the_history_counts(self) -> None:
        dated = ward(kind=RotaKind.DATED)
        history = "- - - - - - - - - - - - - A"
        (found,) = daily(dated, plan(row("D3 - - - - - -", history=history)))
        assert found.days == (0,)
        assert daily(dated, plan(row("D3 - - - - - A"))) == []

    def test_dated_a_debt_from_the_history(self) -> None:
        early = shift("D6", "04:00-10:00")
        dated = ward(early, kind=RotaKind.DATED)
        history = "- - - - - - - - - - - - A D3"
        (found,) = daily(dated, plan(row("D6 - - - - - -", history=history)))
        assert (found.text_key, found.days) == ("daily_rest_compensation", (0,))

    def test_what_lies_wholly_in_the_history_is_not_told(self) -> None:
        dated = ward(kind=RotaKind.DATED)
        history = "- - - - - - - - - A D3 - - -"
        assert daily(dated, plan(row("- - - - - - -", history=history))) == []


def test_the_spring_change_takes_an_hour() -> None:
    # Sunday 28 March 2027, 02:00 becomes 03:00: 22:00 -> 10:00 is 11 h, 22:00 -> 09:00 is 10 h.
    ten = shift("D6", "10:00-16:00")
    spring = ward(ten, start=date(2027, 3, 22), kind=RotaKind.DATED)
    (found,) = daily(spring, plan(row("- - - - - A D2")))
    assert (found.amount, found.days) == (60, (6,))
    assert daily(spring, plan(row("- - - - - A D6"))) == []
    cyclic = ward(start=date(2027, 3, 22))
    assert daily(cyclic, plan(row("- - - - - A D2"))) == []


def test_a_shift_under_an_absence_needs_no_rest() -> None:
    assert daily(ward(), week("A", "(D3)FE")) == []
    assert daily(ward(), week("(A)FE", "D3")) == []


class TestOneWorkPeriod:
    NIGHT = shift("N", "22:00-07:00")

    def test_the_next_may_start_when_the_first_ends(self) -> None:
        assert findings("one_work_period", ward(self.NIGHT), week("N", "D")) == []

    def test_a_minute_of_overlap_is_a_breach(self) -> None:
        night = shift("N", "22:00-07:01")
        (found,) = findings("one_work_period", ward(night), week("N", "D"))
        assert (found.severity, found.amount, found.days) == (Severity.BREACH, 1, (1,))

    def test_the_overlap_is_not_told_as_rest_too(self) -> None:
        night = shift("N", "22:00-07:01")
        assert daily(ward(night), week("N", "D")) == []

    def test_across_the_cyclic_seam(self) -> None:
        night = shift("N", "22:00-07:01")
        (found,) = findings("one_work_period", ward(night), plan(row("D - - - - - N")))
        assert found.days == (0,)

    def test_across_the_dated_seam(self) -> None:
        night = shift("N", "22:00-07:01")
        dated = ward(night, kind=RotaKind.DATED)
        line = row("D - - - - - -", history="- - - - - - - - - - - - - N")
        (found,) = findings("one_work_period", dated, plan(line))
        assert found.days == (0,)

    def test_switched_off(self) -> None:
        night = shift("N", "22:00-07:01")
        off = ward(night, overrides=(override("one_work_period", "enabled", "no"),))
        assert findings("one_work_period", off, week("N", "D")) == []

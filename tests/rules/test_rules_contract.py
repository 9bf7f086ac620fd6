"""Hours against position, the full-time week, Min and Max, the budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import D1, MONDAY, person, plan, row, shift, unit
from judging import findings, value

from heiltid import contract
from heiltid.model import Absence, PlanRole, RotaKind, Status
from heiltid.rulebook import load_book
from heiltid.rules.contract import moves_position
from heiltid.rules.finding import Finding, Severity


class TestPositionHours:
    """35.5 h = 2130 min a week; the shortest shift is 450 min, so 225 min may be lacking or too many."""

    # Four shifts of 450 min are 1800; with these the week is 2355, 2356, 1905, 1904 min.
    SHIFTS = (
        D1,
        shift("D2", "07:00-16:15"),
        shift("D3", "07:00-16:16"),
        shift("O1", "08:00-09:45"),
        shift("O2", "08:00-09:44"),
    )

    def found(self, text: str, position: int = 10_000, **more: object) -> list[Finding]:
        wide = unit(weeks=len(text.split()) // 7, shifts=self.SHIFTS, **more)
        return findings("position_hours", wide, plan(row(text, position=position)))

    def test_half_a_shift_too_much_is_well(self) -> None:
        assert self.found("D1 D1 D1 D1 D2 - -") == []
        (found,) = self.found("D1 D1 D1 D1 D3 - -")
        assert (found.severity, found.amount) == (Severity.NOTE, 226)
        assert found.text_key == "position_hours_over"

    def test_half_a_shift_too_little_is_well(self) -> None:
        assert self.found("D1 D1 D1 D1 O1 - -") == []
        (found,) = self.found("D1 D1 D1 D1 O2 - -")
        assert (found.amount, found.text_key) == (226, "position_hours_under")
        assert value(found, "expected_minutes") == 2130

    def test_the_plans_own_position_counts(self) -> None:
        # 3 x 450 = 1350; 50 % is 1065: 285 too many; 63.38 % is 1350 exactly.
        assert self.found("D1 D1 D1 - - - -", position=6_338) == []
        assert self.found("D1 D1 D1 - - - -", position=5_000)[0].amount == 285

    def test_a_closed_line_owes_nothing(self) -> None:
        assert self.found("- - - - - - -", position=0) == []
        assert self.found("- - - - - - -", position=5_000)[0].amount == 1065

    def test_a_holiday_laid_over_keeps_its_hours(self) -> None:
        assert self.found("D1 D1 D1 D1 (D1)FE - -") == []

    def test_known_absence_is_out_of_both_sides(self) -> None:
        away = Absence(employee="1", first=MONDAY + timedelta(7), last=MONDAY + timedelta(13), code="FE")
        text = "D1 D1 D1 D1 D1 - - - - - - - - -"
        assert self.found(text, kind=RotaKind.DATED, absences=(away,)) == []
        assert self.found(text, kind=RotaKind.DATED)[0].amount == 2130 * 2 - 2250

    def test_with_three_part_the_week_is_the_persons_own(self) -> None:
        # Evening: 21-22 is one night hour, no Sunday: no night shifts, 37.5 h = 2250 min.
        assert self.found("D1 D1 D1 D1 D1 - -", full_time_week_minutes=None) == []


class TestFullTimeWeek:
    def found(self, text: str, **more: object) -> list[Finding]:
        wide = unit(weeks=len(text.split()) // 7, **more)
        return findings("full_time_week", wide, plan(row(text)))

    def test_day_work_gives_thirty_seven_and_a_half(self) -> None:
        (found,) = self.found("D1 D1 D1 D1 D1 - -")
        assert (found.severity, found.paragraph) == (Severity.NOTE, "HTA 1 § 4.2.1")
        assert (value(found, "found_minutes"), found.amount) == (2250, 120)
        # 37.5 h of 37.5 h, and of 35.5 h: 105.6 %, told as a whole percent
        assert (value(found, "tariff_bp"), value(found, "unit_bp")) == (10_000, 10_600)
        assert self.found("D1 D1 D1 D1 D1 - -", full_time_week_minutes=2250) == []

    def test_where_both_weeks_make_the_same_whole_percent_nothing_is_told(self) -> None:
        # 2.5 h of 37.5 h are 6.7 %, of 35.5 h 7.04 %: about 7 % either way. 5 h are 13.3 and 14.1 %.
        short = (shift("D4", "08:00-10:30"),)
        assert self.found("D4 - - - - - -", shifts=short) == []
        (found,) = self.found("D4 D4 - - - - -", shifts=short)
        assert (value(found, "tariff_bp"), value(found, "unit_bp")) == (1_300, 1_400)

    def test_it_matters_where_the_position_would_be_another_one(self) -> None:
        # 7.5 h of 37.5 h are 20 %, of 35.5 h 21.1 %.
        (found,) = self.found("D1 - - - - - -")
        for position, matters in ((2_000, False), (2_040, False), (2_100, True), (2_060, True)):
            assert moves_position(found, plan(row("D1 - - - - - -", position=position))) is matters

    def test_sunday_work_gives_thirty_five_and_a_half(self) -> None:
        assert self.found("D1 D1 D1 - - - D1") == []
        (found,) = self.found("D1 D1 D1 - - - D1", full_time_week_minutes=2250)
        assert (found.paragraph, found.amount) == ("HTA 1 § 4.2.2", 120)

    @pytest.mark.parametrize(
        ("text", "minutes"),
        [
            # Mainly nights, no Sunday. N2 22:00-06:00 is all night; D2 06:00-08:40 is 160 min of day:
            # 480 of 640 min is three quarters, not more; 480 of 639 is more.
            ("N2 - - D2 - - -", 2250),
            ("N2 - - D3 - - -", 2130),
        ],
    )
    def test_mainly_nights_is_more_than_three_quarters(self, text: str, minutes: int) -> None:
        shifts = (shift("N2", "22:00-06:00"), shift("D2", "06:00-08:40"), shift("D3", "06:00-08:39"))
        found = self.found(text, shifts=shifts, full_time_week_minutes=2016)
        assert value(found[0], "found_minutes") == minutes

    def test_much_night_in_a_three_part_rota_gives_thirty_three_point_six(self) -> None:
        # Sunday D1 7.5 h; A1 one night hour, N1 8 of its 10 h at night, three of them, one into Sunday:
        # H 45 h = 2700, night 1 + 3 x 8.25 (21:45-06:00) = 25.75 h, S: D1 7.5 h + Saturday night's
        # 06:00-07:45 1.75 h = 9.25 h: 2700 + 92.5 + 386.25 = 3178.75; 2250 x 2700 / 3178.75 = 1911,
        # held at 2016.
        (found,) = self.found("- A1 - N1 N1 N1 D1")
        assert (value(found, "found_minutes"), found.paragraph) == (2016, "HTA 1 § 4.2.3")

    def test_some_night_in_a_three_part_rota_gives_a_week_between(self) -> None:
        # D1 x 3 + A1 + N1 = 40 h = 2400 min; night 1 + 8.25 = 9.25 h x 15 = 138.75 min;
        # Sunday D1 7.5 h x 10 = 75 min: 2250 x 2400 / 2613.75 = 2066.0.
        (found,) = self.found("D1 A1 N1 - - D1 D1")
        assert (value(found, "found_minutes"), found.paragraph) == (2066, "HTA 1 § 4.2.4")

    def test_reckoned_per_person_there_is_nothing_to_tell(self) -> None:
        assert self.found("D1 D1 D1 D1 D1 - -", full_time_week_minutes=None) == []

    def test_a_closed_line_has_no_week(self) -> None:
        assert self.found("- - - - - - -") == []

    def test_the_book_and_the_reckoning_have_the_same_numbers(self) -> None:
        book = load_book("tariff")
        expected = {
            "day_minutes": contract.DAY_WEEK_MINUTES,
            "rota_minutes": contract.ROTA_WEEK_MINUTES,
            "round_the_clock_minutes": contract.ROUND_THE_CLOCK_WEEK_MINUTES,
            "sunday_every_weeks": contract.SUNDAY_EVERY_WEEKS,
            "main_night_share_bp": contract.MAIN_NIGHT_SHARE_BP,
            "day_evening_share_bp": contract.DAY_EVENING_SHARE_BP,
        }
        shown = {name: book.value(rule, name) for rule, name in book.parameters if rule == "full_time_week"}
        assert shown == expected


class TestPositionLimits:
    def found(self, position: int, **more: object) -> list[Finding]:
        more = {"min_bp": 6_000, "max_bp": 8_000, **more}
        wide = unit(employees=(person("1", 7_000, **more),), kind=RotaKind.DATED)
        return findings("position_limits", wide, plan(row("- - - - - - -", position=position)))

    @pytest.mark.parametrize("position", [6_000, 7_000, 8_000])
    def test_between_the_limits(self, position: int) -> None:
        assert self.found(position) == []

    def test_below_min(self) -> None:
        (found,) = self.found(5_999)
        assert (found.severity, found.amount, found.unit) == (Severity.BREACH, 1, "basis points")
        assert found.text_key == "position_below_min"

    def test_a_rota_that_was_replaced_is_not_held_to_the_limits_of_today(self) -> None:
        wide = unit(employees=(person("1", 7_000, min_bp=6_000),), kind=RotaKind.DATED)
        for role, count in ((PlanRole.TODAY, 1), (PlanRole.SCENARIO, 1), (PlanRole.BEFORE, 0)):
            line = replace(plan(row("- - - - - - -", position=5_000)), role=role)
            assert len(findings("position_limits", wide, line)) == count

    def test_a_proposal_is_said_not_to_hold_the_limits_yet(self) -> None:
        wide = unit(employees=(person("1", 7_000, min_bp=6_000, max_bp=8_000),), kind=RotaKind.DATED)
        for position, key in ((5_000, "proposal_below_min"), (9_000, "proposal_above_max")):
            line = replace(plan(row("- - - - - - -", position=position)), role=PlanRole.SCENARIO)
            (found,) = findings("position_limits", wide, line)
            assert (found.severity, found.amount, found.text_key) == (Severity.BREACH, 1_000, key)

    def test_above_max(self) -> None:
        (found,) = self.found(8_001)
        assert (found.severity, found.amount, found.text_key) == (Severity.BREACH, 1, "position_above_max")

    def test_only_lines_that_may_close_may_be_zero(self) -> None:
        assert self.found(0, status=Status.VACANT) == []
        assert self.found(0, status=Status.TEMPORARY) == []
        assert len(self.found(1, status=Status.VACANT)) == 1
        assert len(self.found(0, status=Status.STUDENT)) == 1

    def test_who_is_away_for_the_whole_rota_keeps_her_contract(self) -> None:
        assert self.found(0, employed_from=date(2027, 1, 11)) == []
        assert len(self.found(0, employed_from=date(2027, 1, 10))) == 1


class TestBudget:
    PEOPLE = (person("1"), person("2", 5_000), person("3", 0, status=Status.HOURLY))

    def found(self, second: int) -> list[Finding]:
        wide = unit(employees=self.PEOPLE, fte_budget_bp=15_000)
        free = "- - - - - - -"
        lines = (row(free, "1"), row(free, "2", second), row(free, "3", 9_000))
        return findings("fte_budget", wide, plan(*lines))

    def test_within(self) -> None:
        assert self.found(5_000) == []

    def test_above(self) -> None:
        (found,) = self.found(5_001)
        assert (found.severity, found.amount, found.employee) == (Severity.NOTE, 1, None)

    def test_a_unit_without_a_budget_of_its_own(self) -> None:
        assert findings("fte_budget", unit(), plan(row("- - - - - - -"))) == []

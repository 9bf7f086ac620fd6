"""Hours of night workers, nights in a row, rest after nights."""

from __future__ import annotations

from datetime import date

import pytest
from builders import A1, D1, N1, person, plan, row, shift, unit
from judging import findings, override, value

from heiltid.model import Plan, RotaKind, ShiftType, Unit
from heiltid.rules.finding import Finding, Severity


class TestNightAverage:
    """20 shifts of 532 min are 10 640 min = 177 h 20 min, exactly what four weeks may hold."""

    D = shift("D", "07:00-15:52")
    D_MORE = shift("D2", "07:00-15:53")
    N = shift("N", "22:00-06:52")
    FIVE = "D D D D D - - "
    NIGHT = "- N D D D D - "

    def found(self, text: str, *shifts: ShiftType, history: str = "", **more: object) -> list[Finding]:
        every = (self.D, self.D_MORE, self.N, *shifts)
        wide = unit(weeks=len(text.split()) // 7, shifts=every, **more)
        return findings("night_average", wide, plan(row(text, history=history)))

    def test_the_most_four_weeks_may_hold(self) -> None:
        assert self.found(self.FIVE * 3 + self.NIGHT) == []

    def test_a_minute_more_is_a_breach(self) -> None:
        (found,) = self.found(self.FIVE * 3 + "- N D D D D2 - ")
        assert (found.severity, found.amount, found.paragraph) == (Severity.BREACH, 1, "10-11")
        assert found.days == tuple(range(28))

    def test_without_nights_the_rule_does_not_apply(self) -> None:
        assert self.found(self.FIVE * 3 + "D D D D D2 - - ") == []

    def test_three_hours_at_night_are_no_night_shift(self) -> None:
        # 21:00-24:00 is exactly three hours; a minute later off duty is more than three.
        evening, late = shift("A", "15:08-24:00"), shift("A2", "15:08-00:01")
        rest = self.FIVE * 3 + "D D D D2 "
        assert self.found(rest + "A - - ", evening) == []
        assert self.found(rest + "A2 - - ", late)[0].amount == 2

    def test_more_nights_may_be_asked_for_before_it_counts_as_regular(self) -> None:
        text = self.FIVE * 3 + "- N D D D D2 - "
        assert self.found(text, overrides=(override("night_average", "regular_shifts", "2"),)) == []

    def test_a_short_rota_is_repeated(self) -> None:
        assert self.found(self.NIGHT) == []
        (found,) = self.found("- N D D D D2 - ")
        assert found.amount == 4  # one minute in each of four runs

    def test_a_window_across_the_cyclic_seam(self) -> None:
        # Weeks 7, 8, 1, 2 hold 20 shifts, one of them a night, one a minute too long; 3-6 are free.
        free = "- - - - - - - " * 4
        text = self.FIVE * 2 + free + self.FIVE + "- N D D D D2 - "
        (found,) = self.found(text)
        assert found.days == (*range(14), *range(42, 56))
        assert self.found(text, kind=RotaKind.DATED) == []

    def test_the_history_fills_a_window(self) -> None:
        dated = {"kind": RotaKind.DATED}
        two_weeks = self.FIVE + self.NIGHT
        assert self.found(two_weeks, history=self.FIVE * 2, **dated) == []
        (found,) = self.found(two_weeks, history=self.FIVE + "D D D D D2 - -", **dated)
        assert (found.amount, found.days) == (1, tuple(range(14)))

    def test_a_dated_rota_shorter_than_four_weeks_has_its_share(self) -> None:
        # Two of four weeks: 5 320 min = 10 x 532.
        dated = {"kind": RotaKind.DATED}
        assert self.found(self.FIVE + self.NIGHT, **dated) == []
        assert self.found(self.FIVE + "- N D D D D2 - ", **dated)[0].amount == 1

    def test_switched_off(self) -> None:
        off = override("night_average", "minutes", "none")
        assert self.found("- N D D D D2 - ", overrides=(off,)) == []

    def test_no_weeks_at_all_have_no_limit(self) -> None:
        none = override("night_average", "weeks", "0")
        assert self.found("- N D D D D2 - ", overrides=(none,)) == []


class TestNightsInRow:
    def found(self, text: str, history: str = "", **more: object) -> list[Finding]:
        wide = unit(weeks=len(text.split()) // 7, **more)
        return findings("nights_in_row", wide, plan(row(text, history=history)))

    def test_three_are_well(self) -> None:
        assert self.found("N1 N1 N1 - - - -") == []

    def test_four_are_a_note(self) -> None:
        (found,) = self.found("N1 N1 N1 N1 - - -")
        assert (found.severity, found.amount, found.unit) == (Severity.NOTE, 1, "nights")
        assert found.days == (0, 1, 2, 3)

    def test_five_are_a_breach(self) -> None:
        (found,) = self.found("N1 N1 N1 N1 N1 - -")
        assert (found.severity, found.amount) == (Severity.BREACH, 1)

    def test_a_persons_own_limit_is_hard(self) -> None:
        own = {"employees": (person(max_nights_in_row=2),)}
        assert self.found("N1 N1 - - - - -", **own) == []
        assert self.found("N1 N1 N1 - - - -", **own)[0].severity is Severity.BREACH
        wider = {"employees": (person(max_nights_in_row=6),)}
        assert self.found("N1 N1 N1 N1 N1 N1 -", **wider)[0].severity is Severity.NOTE

    def test_another_shift_or_an_absence_ends_the_row(self) -> None:
        assert self.found("N1 N1 N1 D1 N1 N1 -") == []
        assert self.found("N1 N1 N1 (N1)FE N1 N1 -") == []

    def test_across_the_cyclic_seam(self) -> None:
        (found,) = self.found("N1 N1 - - - N1 N1")
        assert (found.severity, set(found.days)) == (Severity.NOTE, {0, 1, 5, 6})
        assert self.found("N1 N1 - - - N1 N1", kind=RotaKind.DATED) == []

    def test_across_the_dated_seam(self) -> None:
        line, history = "N1 N1 - - - - -", "- - - - - - - - - - - - N1 N1"
        (found,) = self.found(line, history, kind=RotaKind.DATED)
        assert (found.severity, found.days) == (Severity.NOTE, (0, 1))
        (found,) = self.found("N1 N1 N1 - - - -", history, kind=RotaKind.DATED)
        assert found.severity is Severity.BREACH

    def test_nights_without_end(self) -> None:
        (found,) = self.found("N1 N1 N1 N1 N1 N1 N1")
        assert (found.severity, found.text_key) == (Severity.BREACH, "nights_in_row_endless")

    def test_the_law_alone_has_no_such_limit(self) -> None:
        assert self.found("N1 N1 N1 N1 N1 N1 N1", rule_book="law") == []


class TestRestAfterNights:
    """N1 ends at 07:45: 24 h later is 07:45 on the day after next."""

    D_0745 = shift("D2", "07:45-15:00")
    D_0744 = shift("D3", "07:44-15:00")

    def ward(self, **more: object) -> Unit:
        return unit(shifts=(D1, A1, N1, self.D_0745, self.D_0744), **more)

    def found(self, line: Plan, **more: object) -> list[Finding]:
        return findings("rest_after_nights", self.ward(**more), line)

    def test_a_day_off_is_enough(self) -> None:
        assert self.found(plan(row("N1 - D2 - - - -"))) == []

    def test_a_minute_less_is_a_breach_of_the_house(self) -> None:
        (found,) = self.found(plan(row("N1 - D3 - - - -")))
        assert (found.severity, found.amount, found.days) == (Severity.BREACH, 1, (2,))
        assert found.paragraph == ""

    def test_the_next_night_is_no_shift_of_another_kind(self) -> None:
        assert self.found(plan(row("N1 N1 N1 - - - -"))) == []

    def test_only_the_last_night_counts(self) -> None:
        (found,) = self.found(plan(row("N1 N1 A1 - - - -")))
        # 07:45 -> 14:30 = 6:45.
        assert (found.days, value(found, "found_minutes")) == ((2,), 405)

    def test_below_the_law_s_rest_both_are_told(self) -> None:
        # 07:45 -> 14:30 = 6:45: less than the 11 h of § 10-8 and than the 8 h of its (3).
        line = plan(row("N1 A1 - - - - -"))
        (house,) = self.found(line)
        assert (house.text_key, value(house, "lawful_minutes")) == ("rest_after_nights_law", 660)
        (law,) = findings("daily_rest", self.ward(), line)
        assert (law.paragraph, law.agreement, law.days) == ("10-8 (1)", "10-12 (4)", (1,))
        assert value(law, "found_minutes") == 405

    def test_above_the_law_s_rest_only_the_house_is_told(self) -> None:
        line = plan(row("N1 - D3 - - - -"))
        (house,) = self.found(line)
        assert house.text_key == "rest_after_nights"
        assert findings("daily_rest", self.ward(), line) == []

    def test_across_the_cyclic_seam(self) -> None:
        (found,) = self.found(plan(row("A1 - - - - - N1")))
        assert found.days == (0,)

    def test_straight_from_the_night_is_no_rest_at_all(self) -> None:
        (found,) = self.found(plan(row("N1 D2 - - - - -")))
        assert found.amount == 1440

    def test_across_the_dated_seam(self) -> None:
        line = row("A1 - - - - - -", history="- - - - - - - - - - - - - N1")
        (found,) = self.found(plan(line), kind=RotaKind.DATED)
        assert found.days == (0,)

    def test_the_spring_change_takes_an_hour(self) -> None:
        # Friday night ends Saturday 27 March 07:45; Sunday 07:45 is 23 h later, 08:45 is 24 h.
        spring = {"start": date(2027, 3, 22), "kind": RotaKind.DATED}
        (found,) = self.found(plan(row("- - - - N1 - D2")), **spring)
        assert found.amount == 60

    @pytest.mark.parametrize("off", [{"rule_book": "law"}, {"overrides": "none"}])
    def test_without_the_parameter_the_rule_is_off(self, off: dict[str, object]) -> None:
        if "overrides" in off:
            off = {"overrides": (override("rest_after_nights", "minutes", "none"),)}
        assert self.found(plan(row("N1 - D3 - - - -")), **off) == []

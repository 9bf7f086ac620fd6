"""Weekends: how often, extra ones, both days, the Friday night. Week w's Saturday is day 7 w - 2."""

from __future__ import annotations

from datetime import date

import pytest
from asking import found, one, weeks
from builders import person, row, unit
from judging import override

from heiltid.model import Employee, PlanRow, RotaKind, Unit
from heiltid.rules.finding import Severity

FREE = "- - - - - - -"
BOTH = "D1 D1"
FEBRUARY = date(2027, 2, 1)


def line(worked: set[int], length: int, history: set[int] | None = None) -> PlanRow:
    """A line that works both days of the weekends of these rotation weeks (history: -1 and 0)."""
    before = "" if history is None else weeks(*(BOTH if week in history else FREE for week in (-1, 0)))
    return row(
        weeks(*(BOTH if week in worked else FREE for week in range(1, length + 1))),
        history=before,
    )


def a_unit(length: int, who: Employee | None = None, **more: object) -> Unit:
    return unit(length, employees=(who or person(),), **more)


def saturdays_and_sundays(*week_numbers: int) -> tuple[int, ...]:
    return tuple(day for week in week_numbers for day in (7 * week - 2, 7 * week - 1))


class TestFrequency:
    RULE = "weekend_frequency"

    def test_every_third_weekend_is_three_weeks_apart(self) -> None:
        assert found(self.RULE, a_unit(6), line({1, 4}, 6)) == ()
        finding = one(self.RULE, a_unit(6), line({1, 3}, 6))  # 2 weeks, and 4 across the seam
        assert finding.severity is Severity.BREACH
        assert (finding.amount, finding.unit) == (1, "weekends")
        assert finding.days in (saturdays_and_sundays(1), saturdays_and_sundays(3))
        assert dict(finding.values) == {"every": 3, "extra": 0, "worked": 2}
        assert finding.text_key == "weekend_frequency_close"  # two are as many as 6 / 3

    def test_more_than_the_frequency_gives_are_too_many_wherever_they_lie(self) -> None:
        finding = one(self.RULE, a_unit(6), line({1, 3, 5}, 6))
        assert (finding.text_key, finding.amount) == ("weekend_frequency", 2)
        # 8 / 3: three may be, the third of these is too near the second
        assert one(self.RULE, a_unit(8), line({1, 4, 6}, 8)).text_key == "weekend_frequency_close"
        assert one(self.RULE, a_unit(8), line({1, 3, 5, 7}, 8)).text_key == "weekend_frequency"

    def test_the_seam_counts_where_the_frequency_divides_the_weeks(self) -> None:
        # Weeks 2 and 6 of 6: 4 apart inside, 2 across the seam.
        assert one(self.RULE, a_unit(6), line({2, 6}, 6)).amount == 1
        assert found(self.RULE, a_unit(6), line({3, 6}, 6)) == ()

    def test_extra_weekends_are_allowed_one_by_one(self) -> None:
        worked = line({1, 2, 4, 5}, 6)  # two ordinary ones (1, 4), two extra
        assert one(self.RULE, a_unit(6, person(extra_weekends=1)), worked).amount == 1
        assert found(self.RULE, a_unit(6, person(extra_weekends=2)), worked) == ()

    def test_the_choice_of_ordinary_weekends_is_the_best_one(self) -> None:
        # 1, 3, 6, 9, 12 of 12: from 1 on greedily 1, 6, 9 (12 is too near 1): two extra; without 1 the
        # others are all ordinary: one extra.
        assert found(self.RULE, a_unit(12, person(extra_weekends=1)), line({1, 3, 6, 9, 12}, 12)) == ()
        assert one(self.RULE, a_unit(12), line({1, 3, 6, 9, 12}, 12)).days == saturdays_and_sundays(1)

    def test_with_an_offset_the_ordinary_weekends_are_given(self) -> None:
        who = person(weekend_offset=2)
        assert found(self.RULE, a_unit(6, who), line({2, 5}, 6)) == ()
        finding = one(self.RULE, a_unit(6, who), line({1, 4}, 6))
        assert (finding.amount, finding.days) == (2, saturdays_and_sundays(1, 4))
        assert (finding.text_key, dict(finding.values)["first"]) == ("weekend_frequency_other", 2)
        assert found(self.RULE, a_unit(6, person(weekend_offset=2, extra_weekends=2)), line({1, 4}, 6)) == ()

    def test_never_is_never_but_for_extra_weekends(self) -> None:
        finding = one(self.RULE, a_unit(6, person(weekend_every=0)), line({4}, 6))
        assert (finding.text_key, finding.amount) == ("weekend_frequency_never", 1)
        assert found(self.RULE, a_unit(6, person(weekend_every=0, extra_weekends=1)), line({4}, 6)) == ()
        assert found(self.RULE, a_unit(6, person(weekend_every=0)), line(set(), 6)) == ()

    def test_every_weekend_may_be_worked(self) -> None:
        assert found(self.RULE, a_unit(3, person(weekend_every=1)), line({1, 2, 3}, 3)) == ()

    def test_where_it_does_not_divide_the_seam_is_a_note(self) -> None:
        # 8 weeks, every third: 1, 4, 7 are ceil(8 / 3) = 3 weekends; 7 to 1 of the next run is 2 weeks.
        finding = one(self.RULE, a_unit(8), line({1, 4, 7}, 8))
        assert (finding.severity, finding.text_key) == (Severity.NOTE, "weekend_frequency_seam")
        assert (finding.amount, finding.unit) == (1, "weeks")
        assert finding.days == saturdays_and_sundays(1, 7)
        assert found(self.RULE, a_unit(8), line({1, 4}, 8)) == ()  # 4 to 9 is 5 weeks
        assert one(self.RULE, a_unit(8), line({1, 4, 7, 8}, 8)).severity is Severity.BREACH
        assert one(self.RULE, a_unit(8), line({1, 3}, 8)).severity is Severity.BREACH

    def test_an_extra_weekend_saves_the_seam(self) -> None:
        assert found(self.RULE, a_unit(8, person(extra_weekends=1)), line({1, 4, 7}, 8)) == ()

    def test_an_offset_that_does_not_fit_the_seam_is_a_note(self) -> None:
        finding = one(self.RULE, a_unit(8, person(weekend_offset=1)), line({1, 4, 7}, 8))
        assert finding.text_key == "weekend_frequency_seam"
        assert found(self.RULE, a_unit(8, person(weekend_offset=2)), line({2, 5, 8}, 8)) != ()
        assert found(self.RULE, a_unit(8, person(weekend_offset=3)), line({3, 6}, 8)) == ()

    def test_a_rota_shorter_than_the_frequency(self) -> None:
        # Every weekend of a one-week rota: one is ceil(1 / 3), the seam 2 weeks too narrow.
        finding = one(self.RULE, a_unit(1), line({1}, 1))
        assert (finding.severity, finding.amount) == (Severity.NOTE, 2)

    def test_a_dated_rota_has_no_seam_but_its_history(self) -> None:
        dated = a_unit(8, kind=RotaKind.DATED, start=FEBRUARY)
        assert found(self.RULE, dated, line({1, 4, 7}, 8)) == ()
        assert found(self.RULE, dated, line({1, 4, 7}, 8, history=set())) == ()
        assert one(self.RULE, dated, line({2, 5}, 8, history={0})).days == saturdays_and_sundays(2)
        assert found(self.RULE, dated, line({3, 6}, 8, history={0})) == ()
        assert found(self.RULE, dated, line({2, 5}, 8, history={-1})) == ()

    def test_extra_weekends_of_the_history_are_not_charged_again(self) -> None:
        dated = a_unit(8, kind=RotaKind.DATED, start=FEBRUARY)
        assert found(self.RULE, dated, line({2, 5}, 8, history={-1, 0})) == ()
        assert one(self.RULE, dated, line({1, 5}, 8, history={-1, 0})).amount == 1

    def test_an_offset_against_the_history_is_a_note(self) -> None:
        dated = a_unit(8, person(weekend_offset=1), kind=RotaKind.DATED, start=FEBRUARY)
        finding = one(self.RULE, dated, line({1, 4}, 8, history={0}))  # week 0 to week 1
        assert (finding.severity, finding.amount) == (Severity.NOTE, 2)
        assert finding.days == saturdays_and_sundays(1)
        assert found(self.RULE, dated, line({1, 4}, 8, history=set())) == ()
        assert found(self.RULE, dated, line({4}, 8, history={-1})) == ()

    @pytest.mark.parametrize(
        ("week", "worked"),
        [
            ("- - - - - - N1", True),  # Sunday night starts on Sunday
            ("- - - - - A1 -", True),
            ("- - - - N1 - -", False),  # the Friday night, as the book has it
            ("- - - - - (D1)FE -", False),
        ],
    )
    def test_a_weekend_is_worked_by_what_starts_on_it(self, week: str, worked: bool) -> None:
        never = a_unit(6, person(weekend_every=0))
        assert bool(found(self.RULE, never, row(weeks(week, *[FREE] * 5)))) is worked

    @pytest.mark.parametrize(("friday", "worked"), [("N1", True), ("A1", False)])
    def test_the_friday_night_counts_where_the_unit_says_so(self, friday: str, worked: bool) -> None:
        counts = override(self.RULE, "friday_night_counts", "yes")
        never = a_unit(6, person(weekend_every=0), overrides=(counts,))
        findings = found(self.RULE, never, row(weeks(f"- - - - {friday} - -", *[FREE] * 5)))
        assert [finding.days for finding in findings] == ([(4,)] if worked else [])

    def test_the_rule_holds_by_law_alone_too(self) -> None:
        assert one(self.RULE, a_unit(6, rule_book="law"), line({1, 3}, 6)).amount == 1


class TestSpacing:
    RULE = "extra_weekend_spacing"

    def test_an_extra_weekend_beside_an_ordinary_one(self) -> None:
        who = person(extra_weekends=1, weekend_offset=1)
        finding = one(self.RULE, a_unit(12, who), line({1, 4, 5, 7, 10}, 12))
        assert (finding.severity, finding.amount) == (Severity.NOTE, 1)
        assert finding.days == saturdays_and_sundays(5)

    def test_one_week_between_is_enough(self) -> None:
        four = person(weekend_every=4, extra_weekends=1, weekend_offset=1)
        assert found(self.RULE, a_unit(12, four), line({1, 3, 5, 9}, 12)) == ()
        assert one(self.RULE, a_unit(12, four), line({1, 2, 5, 9}, 12)).days == saturdays_and_sundays(2)

    def test_the_first_and_the_last_week_of_a_cycle_are_neighbours(self) -> None:
        four = person(weekend_every=4, extra_weekends=1, weekend_offset=1)
        assert one(self.RULE, a_unit(12, four), line({1, 5, 9, 12}, 12)).days == saturdays_and_sundays(12)
        dated = a_unit(12, four, kind=RotaKind.DATED, start=FEBRUARY)
        assert found(self.RULE, dated, line({1, 5, 9, 12}, 12)) == ()

    def test_without_an_offset_the_kindest_choice_is_taken(self) -> None:
        # 1, 2, 4 every third: extra must be one of them (12 weeks; 7 and 10 are ordinary with 4 or 1).
        # Ordinary 1, 4 leaves 2 beside 1; ordinary 4 alone would leave two extra. So one note.
        who = person(extra_weekends=1)
        assert one(self.RULE, a_unit(12, who), line({1, 2, 4, 7, 10}, 12)).amount == 1
        # 1, 3, 4, 8 every fourth: ordinary 4, 8 and extra 1, 3 gives a note for 3; ordinary 3, 8 (5 weeks,
        # 7 across the seam) and extra 1, 4 gives one for 4; ordinary 1, 8 and extra 3, 4 gives none.
        four = person(weekend_every=4, extra_weekends=2)
        assert found(self.RULE, a_unit(12, four), line({1, 3, 4, 8}, 12)) == ()

    def test_beside_the_last_weekend_of_the_history(self) -> None:
        dated = a_unit(8, person(extra_weekends=1), kind=RotaKind.DATED, start=FEBRUARY)
        assert one(self.RULE, dated, line({1, 4}, 8, history={0})).days == saturdays_and_sundays(1)
        assert found(self.RULE, dated, line({1, 4}, 8, history={-1})) == ()

    def test_it_is_off_where_the_book_lacks_it(self) -> None:
        worked = line({1, 2, 4}, 6)
        assert found(self.RULE, a_unit(6, rule_book="law"), worked) == ()
        off = override(self.RULE, "enabled", "no")
        assert found(self.RULE, a_unit(6, overrides=(off,)), worked) == ()
        assert found(self.RULE, a_unit(6), worked) != ()


class TestTogether:
    RULE = "weekend_together"

    def test_one_of_the_two_days_is_a_note(self) -> None:
        finding = one(self.RULE, unit(3), row(weeks("D1 -", BOTH, "- D1")))
        assert (finding.severity, finding.days, finding.amount) == (Severity.NOTE, (5, 20), 2)
        assert found(self.RULE, unit(3), row(weeks(BOTH, FREE, BOTH))) == ()

    def test_somebody_who_is_away_on_the_other_day_cannot_work_it(self) -> None:
        assert found(self.RULE, unit(1), row(weeks("D1 (D1)FE"))) == ()
        leaver = person(employed_to=date(2027, 1, 9))  # the Saturday of week 1
        assert found(self.RULE, a_unit(1, leaver), row(weeks("D1 -"))) == ()

    def test_it_is_off_where_the_book_lacks_it(self) -> None:
        assert found(self.RULE, unit(1, rule_book="law"), row(weeks("D1 -"))) == ()


class TestFreeFriday:
    RULE = "free_weekend_friday"

    def test_a_night_into_a_free_weekend_is_a_note(self) -> None:
        finding = one(self.RULE, unit(2), row(weeks("N1 - -", FREE)))
        assert (finding.severity, finding.days, finding.amount) == (Severity.NOTE, (4,), 1)

    @pytest.mark.parametrize("week", ["A1 - -", "N1 N1 -", "N1 - N1", "- - -", "(N1)FE - -"])
    def test_no_other_friday_is(self, week: str) -> None:
        assert found(self.RULE, unit(2), row(weeks(week, FREE))) == ()

    def test_it_is_off_where_the_book_lacks_it(self) -> None:
        assert found(self.RULE, unit(1, rule_book="law"), row(weeks("N1 - -"))) == ()

"""Length of shifts, hours a week, averages, ordinary hours, breaks."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from builders import MONDAY, person, plan, row, shift, unit
from judging import agreed, findings, override, value

from heiltid.calendar import Calendar
from heiltid.model import Absence, Plan, RotaKind, ShiftType, Signed, Unit
from heiltid.rules.finding import Finding, Severity, Signer
from heiltid.rules.wording import finding_text
from heiltid.texts import Language

REFUSED = Signed.REFUSED


def long_shift(paid_minutes: int, **more: object) -> ShiftType:
    """L from 06:00 with this much paid time."""
    end = 360 + paid_minutes
    return shift("L", f"06:00-{end // 60 % 24:02d}:{end % 60:02d}", **more)


class TestShiftLength:
    def found(self, paid_minutes: int, **more: object) -> list[Finding]:
        wide = unit(shifts=(long_shift(paid_minutes),), **more)
        return findings("shift_length", wide, plan(row("L - - - - - -")))

    def test_nine_hours_need_nothing(self) -> None:
        assert self.found(540) == []

    @pytest.mark.parametrize(
        ("paid_minutes", "agreement", "signer"),
        [
            (541, "10-5 (1)", Signer.EMPLOYEE),
            (600, "10-5 (1)", Signer.EMPLOYEE),
            (601, "10-5 (2)", Signer.UNION_REPRESENTATIVES),
            (750, "10-5 (2)", Signer.UNION_REPRESENTATIVES),
            (751, "10-5 (3)", Signer.LABOUR_INSPECTION),
            (780, "10-5 (3)", Signer.LABOUR_INSPECTION),
            (781, "SFS 2310", Signer.UNION_REPRESENTATIVES),
            (900, "SFS 2310", Signer.UNION_REPRESENTATIVES),
            (901, "10-12 (4)", Signer.UNIONS_CENTRALLY),
        ],
    )
    def test_who_signs_by_length(self, paid_minutes: int, agreement: str, signer: Signer) -> None:
        (found,) = self.found(paid_minutes)
        assert found.severity is Severity.NEEDS_AGREEMENT
        assert (found.agreement, found.signer, found.signed) == (agreement, signer, Signed.NO)
        assert found.amount == paid_minutes - 540

    @pytest.mark.parametrize(
        ("paid_minutes", "refused", "agreement"),
        [
            (600, ["10-5 (1)"], "10-5 (2)"),
            (780, ["10-5 (3)"], "SFS 2310"),
            (900, ["SFS 2310"], "10-12 (4)"),
        ],
    )
    def test_a_refusal_closes_one_road(self, paid_minutes: int, refused: list[str], agreement: str) -> None:
        (found,) = self.found(paid_minutes, agreements=tuple(agreed(name, REFUSED) for name in refused))
        assert found.agreement == agreement

    @pytest.mark.parametrize(
        ("paid_minutes", "refused"),
        [
            (600, ["10-5 (1)", "10-5 (2)"]),
            (750, ["10-5 (2)"]),
            (780, ["10-5 (3)", "SFS 2310"]),
            (900, ["SFS 2310", "10-12 (4)"]),
            (901, ["10-12 (4)"]),
        ],
    )
    def test_all_roads_refused_is_a_breach(self, paid_minutes: int, refused: list[str]) -> None:
        (found,) = self.found(paid_minutes, agreements=tuple(agreed(name, REFUSED) for name in refused))
        assert (found.severity, found.agreement) == (Severity.BREACH, None)

    def test_a_signed_wider_agreement_covers_what_a_refused_one_would_have(self) -> None:
        both = (agreed("10-5 (2)", REFUSED), agreed("SFS 2310", Signed.YES))
        (found,) = self.found(750, agreements=both)
        assert (found.agreement, found.signed) == ("SFS 2310", Signed.YES)

    def test_a_signed_road_goes_before_an_unsigned_one_nobody_allows(self) -> None:
        signed = (agreed("SFS 2310", Signed.YES),)
        assert self.found(780, agreements=signed)[0].agreement == "SFS 2310"
        law_only = (agreed("10-5 (2)", Signed.YES),)
        assert self.found(600, agreements=law_only, rule_book="law")[0].agreement == "10-5 (2)"

    def test_an_unpaid_break_is_no_working_time(self) -> None:
        wide = unit(shifts=(long_shift(570, unpaid_break_minutes=30),))
        assert findings("shift_length", wide, plan(row("L - - - - - -"))) == []

    def test_one_finding_for_all_days_on_the_same_road(self) -> None:
        shifts = (long_shift(720), shift("L2", "10:00-20:30"), shift("N", "21:45-07:30"))
        (local, individual) = findings(
            "shift_length", unit(weeks=2, shifts=shifts), plan(row("L - L2 - - - - L - - N - - -"))
        )
        assert (local.agreement, local.days, local.amount) == ("10-5 (2)", (0, 2, 7), 180)
        assert value(local, "codes") == "L, L2"
        assert (individual.agreement, individual.days, individual.amount) == ("10-5 (1)", (10,), 45)

    def test_the_sentence_tells_how_long_the_shift_is(self) -> None:
        ten, half_past = shift("D5", "06:00-16:00"), shift("D6", "06:00-15:30")
        wide = unit(shifts=(ten, half_past))
        assert self.words(wide, "D5 D5 - - - - -") == (
            "1: treng avtale fordi vakta D5 er 10 t lang (v1 mån–tys); utan avtale er grensa 9 t"
        )
        assert self.words(wide, "D5 D6 - - - - -") == (
            "1: treng avtale fordi vaktene D5, D6 er inntil 10 t lange (v1 mån–tys); "
            "utan avtale er grensa 9 t"
        )

    @staticmethod
    def words(wide: Unit, text: str) -> str:
        (found,) = findings("shift_length", wide, plan(row(text)))
        return finding_text(found, wide, Calendar(wide), Language.NYNORSK)

    def test_a_shift_under_an_absence_is_not_worked(self) -> None:
        wide = unit(shifts=(long_shift(720),))
        assert findings("shift_length", wide, plan(row("(L)FE - - - - - -"))) == []

    def test_switched_off(self) -> None:
        off = override("shift_length", "ordinary_minutes", "none")
        assert self.found(901, overrides=(off,)) == []

    def test_a_level_without_a_limit_holds_everything(self) -> None:
        endless = override("shift_length", "local_minutes", "none")
        assert self.found(901, overrides=(endless,))[0].agreement == "10-5 (2)"


D8 = shift("D", "07:00-15:00")  # 480
D1 = shift("D1", "07:00-07:01")  # one minute
D10 = shift("D2", "06:00-16:00")  # 600
D9 = shift("D3", "06:00-15:00")  # 540


def weekly(text: str, **more: object) -> list[Finding]:
    wide = unit(weeks=len(text.split()) // 7, shifts=(D8, D1, D10, D9), **more)
    return findings("weekly_hours", wide, plan(row(text)))


class TestWeeklyHours:
    def test_the_sentence_tells_how_long_the_week_is(self) -> None:
        wide = unit(weeks=2, shifts=(D8, D1, D10, D9))
        one = findings("weekly_hours", wide, plan(row("D2 D2 D2 D2 D - - D2 D2 D2 D2 D - -")))
        two = findings("weekly_hours", wide, plan(row("D2 D2 D2 D2 D - - D2 D2 D2 D2 D2 - -")))
        told = [finding_text(*found, wide, Calendar(wide), Language.NYNORSK) for found in (one, two)]
        assert told == [
            "1: treng avtale fordi arbeidstida i veka er 48 t (v1–v2); utan avtale er grensa 40 t",
            "1: treng avtale fordi arbeidstida i veka er inntil 50 t (v1–v2); utan avtale er grensa 40 t",
        ]

    def test_forty_hours_need_nothing(self) -> None:
        assert weekly("D D D D D - -") == []

    @pytest.mark.parametrize(
        ("text", "agreement", "hours"),
        [
            ("D D D D D D1 -", "10-5 (1)", 2401),
            ("D2 D2 D2 D2 D2 - -", "10-5 (1)", 3000),
            ("D2 D2 D2 D2 D2 D1 -", "10-5 (2)", 3001),
            ("D3 D3 D3 D3 D3 D3 -", "10-5 (2)", 3240),
            ("D3 D3 D3 D3 D3 D3 D1", "10-12 (4)", 3241),
        ],
    )
    def test_who_signs_by_hours(self, text: str, agreement: str, hours: int) -> None:
        (found,) = weekly(text)
        assert (found.agreement, found.signed, found.amount) == (agreement, Signed.NO, hours - 2400)
        assert found.days == tuple(range(7))

    def test_weeks_on_the_same_road_are_told_together(self) -> None:
        (found,) = weekly("D D D D D D1 - D D D D D - - D2 D D D D - -")
        assert found.days == (*range(7), *range(14, 21))
        assert value(found, "found_minutes") == 2520

    def test_refusals(self) -> None:
        text = "D D D D D D1 -"
        both = (agreed("10-5 (1)", REFUSED), agreed("10-5 (2)", REFUSED))
        assert weekly(text, agreements=both[:1])[0].agreement == "10-5 (2)"
        assert weekly(text, agreements=both)[0].severity is Severity.BREACH
        central = agreed("10-12 (4)", Signed.YES)
        assert weekly(text, agreements=(*both, central))[0].signed is Signed.YES

    def test_a_week_runs_from_monday_to_sunday(self) -> None:
        assert weekly("- - D D D D D D D D D D - -") == []

    def test_the_history_has_its_own_weeks(self) -> None:
        dated = unit(shifts=(D8, D1), kind=RotaKind.DATED)
        line = row("D - - - - - -", history="D D D D D D1 - D D D D D D1 -")
        assert findings("weekly_hours", dated, plan(line)) == []

    def test_switched_off(self) -> None:
        off = override("weekly_hours", "ordinary_minutes", "none")
        assert weekly("D3 D3 D3 D3 D3 D3 D1", overrides=(off,)) == []


W48 = "D D D D D D - "
W54 = "D3 D3 D3 D3 D3 D3 - "
W42 = "D4 D4 D4 D4 D4 D4 - "  # 7 h


class TestAverageWeeklyHours:
    SHIFTS = (D8, D1, D9, shift("D4", "08:00-15:00"))

    def found(self, text: str, history: str = "", **more: object) -> list[Finding]:
        wide = unit(weeks=len(text.split()) // 7, shifts=self.SHIFTS, **more)
        return findings("average_weekly_hours", wide, plan(row(text, history=history)))

    def test_forty_eight_hours_on_average_are_the_most(self) -> None:
        assert self.found(W48) == []

    def test_a_minute_more_in_one_of_eight_weeks(self) -> None:
        text = W48 * 7 + "D D D D D D D1"
        assert self.found(W48 * 8) == []
        (found,) = self.found(text)
        assert (found.agreement, found.signed) == ("10-12 (4)", Signed.NO)
        assert found.amount == 1  # an eighth of a minute, rounded up

    def test_a_short_rota_is_repeated(self) -> None:
        # 54 + 48 + 42 = 3 x 48, but eight weeks from the first are 2 x 144 + 54 + 48 = 390 h = 48:45.
        (found,) = self.found(W54 + W48 + W42)
        assert (found.amount, value(found, "found_minutes")) == (45, 2925)
        assert found.days == tuple(range(21))

    def test_a_window_across_the_cyclic_seam(self) -> None:
        # Weeks 1-4 and 13-16 of 54 h are eight weeks in a row round the seam; the middle is free.
        text = W54 * 4 + "- - - - - - - " * 8 + W54 * 4
        (found,) = self.found(text)
        assert value(found, "found_minutes") == 3240
        assert self.found(text, kind=RotaKind.DATED) == []

    def test_a_dated_rota_shorter_than_eight_weeks_is_one_window(self) -> None:
        dated = {"kind": RotaKind.DATED}
        assert self.found(W54 + W42, **dated) == []
        (found,) = self.found(W54 + W48, **dated)
        assert value(found, "found_minutes") == 51 * 60

    def test_the_history_fills_a_window(self) -> None:
        dated = {"kind": RotaKind.DATED}
        assert self.found(W48 * 6, history=W48 * 2, **dated) == []
        (found,) = self.found(W48 * 6, history=W48 + "D D D D D D D1 ", **dated)
        assert found.days == tuple(range(42))

    def test_what_lies_wholly_in_the_history_is_not_told(self) -> None:
        # Windows of two weeks: -1 and 1 hold 54 h, -2 and -1 are none of this plan.
        two = override("average_weekly_hours", "weeks", "2")
        free = "- - - - - - - "
        assert self.found(free, history=W54 * 2, kind=RotaKind.DATED, overrides=(two,)) == []

    def test_a_week_of_holiday_is_not_worked(self) -> None:
        assert self.found(W54 * 7 + "(D3)FE " * 7) == []  # 7 x 54 / 8 = 47:15

    def test_refused_centrally_is_a_breach(self) -> None:
        refused = agreed("10-12 (4)", REFUSED)
        assert self.found(W54, agreements=(refused,))[0].severity is Severity.BREACH

    def test_switched_off(self) -> None:
        off = override("average_weekly_hours", "minutes", "none")
        assert self.found(W54, overrides=(off,)) == []

    def test_no_weeks_at_all_have_no_average(self) -> None:
        none = override("average_weekly_hours", "weeks", "0")
        assert self.found(W54, overrides=(none,)) == []


class TestOrdinaryHours:
    D_8_01 = shift("D5", "07:00-15:01")
    D_6_00 = shift("D6", "08:00-14:00")
    D_6_01 = shift("D7", "08:00-14:01")
    A8 = shift("A", "14:00-22:00")  # one hour of night
    N8 = shift("N", "22:00-06:00")  # eight hours of night
    D_7_15 = shift("D8", "07:00-14:15")
    D_7_16 = shift("D9", "07:00-14:16")
    D_5_10 = shift("D10", "08:00-13:10")
    D_5_11 = shift("D11", "08:00-13:11")
    SHIFTS = (D8, D_8_01, D_6_00, D_6_01, A8, N8, D_7_15, D_7_16, D_5_10, D_5_11)

    def found(self, text: str, **more: object) -> list[Finding]:
        wide = unit(weeks=len(text.split()) // 7, shifts=self.SHIFTS, **more)
        return findings("ordinary_hours", wide, plan(row(text)))

    def test_forty_hours_of_weekday_work(self) -> None:
        assert self.found("D D D D D - -") == []
        (found,) = self.found("D D D D D5 - -")
        assert (found.severity, found.amount, found.paragraph) == (Severity.BREACH, 1, "10-4 (1)")

    def test_thirty_eight_hours_with_sunday_work(self) -> None:
        # 4 x 8 + 6 = 38 h.
        assert self.found("- - D D D D D6") == []
        (found,) = self.found("- - D D D D D7")
        assert (found.amount, found.paragraph) == (1, "10-4 (4)")

    def test_saturday_before_the_zone_is_no_sunday_work(self) -> None:
        assert self.found("- D D D D D -") == []

    def test_three_part_is_weighed_by_night_hours(self) -> None:
        # Night: A 1 h + N 8 h = 9 h, at 15 min each 2:15 -> 40:00 - 2:15 = 37:45 = 3 x 7:15 + 8 + 8.
        assert self.found("D8 D8 D8 A N - -") == []
        (found,) = self.found("D8 D8 D9 A N - -")
        assert (found.amount, found.paragraph) == (1, "10-4 (6)")
        assert value(found, "limit_minutes") == 37 * 60 + 45

    def test_three_part_is_weighed_by_sunday_hours(self) -> None:
        # Sunday D 8 h at 10 min = 1:20; night 9 h at 15 min = 2:15: 40:00 - 3:35 = 36:25
        # = 7:15 + 5:10 + 8 + 8 + 8.
        assert self.found("D8 D10 A N - - D") == []
        (found,) = self.found("D8 D11 A N - - D")
        assert (found.amount, found.paragraph) == (1, "10-4 (6)")

    def test_three_part_never_goes_below_thirty_six(self) -> None:
        # Night 1 + 3 x 8 = 25 h: 40 - 6:15 = 33:45, held at 36: 4 x 8 + 6 = 38 -> 2 h too many.
        (found,) = self.found("D6 A N N N - -")
        assert (found.amount, value(found, "limit_minutes")) == (120, 2160)

    def test_the_average_counts_over_the_whole_rota(self) -> None:
        assert self.found("D D D D D D - D D D D - - -") == []

    def test_absent_days_are_out_of_both_sides(self) -> None:
        # Two weeks, the second away: 40:01 in one week, not in two.
        away = Absence(employee="1", first=MONDAY + timedelta(7), last=MONDAY + timedelta(13), code="FE")
        text = "D D D D D5 - - - - - - - - -"
        assert self.found(text, kind=RotaKind.DATED) == []
        (found,) = self.found(text, kind=RotaKind.DATED, absences=(away,))
        assert found.amount == 1

    def test_employment_dates_count_the_same_way(self) -> None:
        leaver = person(employed_to=date(2027, 1, 10))
        text = "D D D D D5 - - - - - - - - -"
        assert len(self.found(text, kind=RotaKind.DATED, employees=(leaver,))) == 1

    def test_a_holiday_laid_over_keeps_its_hours(self) -> None:
        assert len(self.found("D D D D (D5)FE - -")) == 1

    def test_switched_off(self) -> None:
        off = tuple(
            override("ordinary_hours", name, "none")
            for name in ("day_minutes", "sunday_minutes", "round_the_clock_minutes")
        )
        assert self.found("D D D D D D D", overrides=off) == []

    def test_nobody_present_nothing_to_say(self) -> None:
        later = person(employed_from=date(2028, 1, 1))
        assert self.found("- - - - - - -", kind=RotaKind.DATED, employees=(later,)) == []


class TestBreakDuties:
    def found(self, times: str, unpaid: int, text: str = "D - - - - - -", **more: object) -> list[Finding]:
        wide = unit(shifts=(shift("D", times, unpaid_break_minutes=unpaid),), **more)
        return findings("break_duties", wide, plan(row(text)))

    def test_half_an_hour_from_eight_hours(self) -> None:
        assert self.found("07:00-15:30", 30) == []
        (found,) = self.found("07:00-15:29", 29)  # 8 h paid
        assert (found.severity, found.amount, found.employee) == (Severity.BREACH, 1, None)

    def test_below_eight_hours_any_break_will_do(self) -> None:
        assert self.found("07:00-15:09", 10) == []  # 7:59 paid
        (found,) = self.found("07:00-15:10", 10)  # 8:00 paid
        assert found.amount == 20

    def test_a_paid_break_lies_inside_the_shift(self) -> None:
        assert self.found("07:00-19:00", 0) == []

    def test_once_per_code_with_the_days_it_is_used(self) -> None:
        (found,) = self.found("07:00-15:10", 10, "D - (D)FE D - - -")
        assert found.days == (0, 3)

    def test_a_code_nobody_works_is_not_told(self) -> None:
        assert self.found("07:00-15:10", 10, "- - (D)FE - - - -") == []

    def test_switched_off(self) -> None:
        off = override("break_duties", "half_hour_minutes", "none")
        assert self.found("07:00-15:10", 10, overrides=(off,)) == []


def test_units_are_judged_by_their_own_book() -> None:
    """The law's own limits hold in every book."""
    for book in ("law", "tariff", "local"):
        wide: Unit = unit(shifts=(D8, D1), rule_book=book)
        text: Plan = plan(row("D D D D D D1 -"))
        assert [entry.agreement for entry in findings("weekly_hours", wide, text)] == ["10-5 (1)"]

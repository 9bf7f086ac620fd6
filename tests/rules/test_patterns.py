"""Patterns: days in a row (5 / 6), quick returns (1 / 3 a week), single days, split of kinds."""

from __future__ import annotations

from datetime import date

import pytest
from asking import found, one, weeks
from builders import SHIFTS, person, row, shift, unit
from judging import override

from heiltid.calendar import Calendar
from heiltid.model import Absence, Employee, PlanRow, RotaKind, ShiftKind, Unit
from heiltid.rules.finding import Severity
from heiltid.rules.wording import finding_text
from heiltid.texts import Language

FEBRUARY = date(2027, 2, 1)
FREE = "- - - - - - -"
NO_HISTORY = "- " * 14


def dated(weeks_long: int = 2, **more: object) -> Unit:
    return unit(weeks_long, kind=RotaKind.DATED, start=FEBRUARY, **more)


class TestDaysInRow:
    RULE = "days_in_row"

    @pytest.mark.parametrize(
        ("cells", "severity", "amount"),
        [
            ("D1 D1 D1 D1 D1 - - " + FREE, None, 0),
            ("D1 D1 D1 D1 D1 D1 - " + FREE, Severity.NOTE, 1),
            ("D1 D1 D1 D1 D1 D1 D1 " + FREE, Severity.BREACH, 1),
            ("D1 D1 D1 - - - - - - - - D1 D1 D1", Severity.NOTE, 1),  # six across the seam
            ("D1 D1 D1 D1 - - - - - - - D1 D1 D1", Severity.BREACH, 1),
            ("D1 A1 N1 (D1)FE D1 D1 D1 - - - - - - -", None, 0),  # an absence is no working day
            ("D1 D1 D1 D1 D1 D1 - D1 D1 D1 D1 D1 D1 -", Severity.NOTE, 2),  # two spells, one note
        ],
    )
    def test_days_in_a_row(self, cells: str, severity: Severity | None, amount: int) -> None:
        findings = found(self.RULE, unit(2), row(cells))
        assert [(finding.severity, finding.amount) for finding in findings] == (
            [] if severity is None else [(severity, amount)]
        )

    def test_each_breach_is_told_with_its_days(self) -> None:
        seven = "D1 D1 D1 D1 D1 D1 D1"
        findings = found(self.RULE, unit(4), row(weeks(seven, FREE, seven, FREE)))
        assert [finding.days for finding in findings] == [tuple(range(7)), tuple(range(14, 21))]
        assert dict(findings[0].values) == {"times": 1, "longest": 7, "limit": 6}

    def test_a_persons_own_number_is_her_hard_limit(self) -> None:
        four = row("D1 D1 D1 D1 - - - " + FREE)
        three = person(max_days_in_row=3)
        assert one(self.RULE, unit(2, employees=(three,)), four).severity is Severity.BREACH
        assert one(self.RULE, unit(2, employees=(three,), rule_book="law"), four).amount == 1
        assert found(self.RULE, unit(2, employees=(person(max_days_in_row=4),)), four) == ()
        seven = row("D1 D1 D1 D1 D1 D1 D1 " + FREE)
        eight = person(max_days_in_row=8)
        assert one(self.RULE, unit(2, employees=(eight,)), seven).severity is Severity.NOTE
        assert found(self.RULE, unit(2, rule_book="law"), seven) == ()

    def test_the_history_of_a_dated_rota_counts(self) -> None:
        line = "D1 D1 D1 - - - - " + FREE
        finding = one(self.RULE, dated(), row(line, history="- " * 11 + "D1 D1 D1"))
        assert (finding.severity, finding.days, finding.amount) == (Severity.NOTE, (0, 1, 2), 1)
        assert found(self.RULE, dated(), row(line, history="- " * 12 + "D1 D1")) == ()
        assert found(self.RULE, dated(), row(line)) == ()

    def test_work_without_end_passes_every_limit(self) -> None:
        finding = one(self.RULE, unit(1, employees=(person(max_days_in_row=9),)), row("D1 " * 7))
        assert (finding.severity, finding.text_key) == (Severity.BREACH, "days_in_row_endless")


class TestQuickReturns:
    """A1 ends 22:00, D1 begins 07:30: 9.5 h of rest, below 11 h."""

    RULE = "quick_returns"

    @pytest.mark.parametrize(
        ("cells", "severity", "amount"),
        [
            ("A1 D1 - - - - -", None, 0),  # one a week
            ("A1 D1 A1 D1 - - -", Severity.NOTE, 1),
            ("A1 D1 A1 D1 A1 D1 -", Severity.NOTE, 2),
            ("A1 D1 A1 D1 A1 D1 L2", Severity.NOTE, 2),
        ],
    )
    def test_returns_a_week(self, cells: str, severity: Severity | None, amount: int) -> None:
        findings = found(self.RULE, unit(2), row(f"{cells} {FREE}"))
        assert [(finding.severity, finding.amount) for finding in findings] == (
            [] if severity is None else [(severity, amount)]
        )

    def test_more_than_three_a_week_is_a_breach(self) -> None:
        # L2 ends 22:00, L1 begins 07:30: every day after the first is a quick return. L1 ends 20:00.
        x = shift("L3", "07:30-22:00")
        a_unit = unit(2, shifts=(*SHIFTS, x))
        assert one(self.RULE, a_unit, row(f"L3 L3 L3 L3 - - - {FREE}")).severity is Severity.NOTE
        finding = one(self.RULE, a_unit, row(f"L3 L3 L3 L3 L3 - - {FREE}"))
        assert (finding.severity, finding.amount, finding.unit) == (Severity.BREACH, 1, "times")
        assert finding.days == (1, 2, 3, 4)

    def test_a_note_names_the_limit_as_advised_and_a_breach_as_the_one_that_holds(self) -> None:
        a_unit = unit(2, shifts=(*SHIFTS, shift("L3", "07:30-22:00")))
        said = [
            finding_text(
                one(self.RULE, a_unit, row(f"{cells} {FREE}")), a_unit, Calendar(a_unit), Language.NYNORSK
            )
            for cells in ("L3 L3 L3 L3 - - -", "L3 L3 L3 L3 L3 - -")
        ]
        assert "tilrådd er høgst 1, og det er passert 2 gonger i alt" in said[0]
        assert "grensa er 3" in said[1]

    def test_eleven_hours_are_enough(self) -> None:
        edge = (shift("D2", "09:00-15:00"), shift("D3", "08:59-15:00"))
        a_unit = unit(1, shifts=(*SHIFTS, *edge), overrides=(override(self.RULE, "soft", "0"),))
        assert found(self.RULE, a_unit, row("A1 D2 - - - - -")) == ()
        assert one(self.RULE, a_unit, row("A1 D3 - - - - -")).days == (1,)

    def test_the_week_is_that_of_the_later_shift(self) -> None:
        none = unit(2, overrides=(override(self.RULE, "soft", "0"),))
        assert one(self.RULE, none, row(weeks("A1", "D1 - - - - - -"))).days == (7,)
        # Two returns, one in each week (Sunday to Monday, then across the seam): one a week is allowed.
        assert found(self.RULE, unit(2), row(weeks("D1 - - - - - A1", "D1 - - - - - A1"))) == ()
        # Both in week 1: Sunday of week 2 to Monday of week 1, and Tuesday to Wednesday.
        finding = one(self.RULE, unit(2), row(weeks("D1 A1 D1 - - - -", "A1")))
        assert (finding.severity, finding.days) == (Severity.NOTE, (0, 2))

    def test_the_last_shift_of_the_history_counts(self) -> None:
        none = (override(self.RULE, "soft", "0"),)
        line = "D1 - - - - - - " + FREE
        finding = one(self.RULE, dated(overrides=none), row(line, history="- " * 13 + "A1"))
        assert finding.days == (0,)
        assert found(self.RULE, dated(overrides=none), row(line, history="- " * 13 + "D1")) == ()

    def test_it_is_off_without_limits(self) -> None:
        many = row("A1 D1 A1 D1 A1 D1 - " + FREE)
        assert found(self.RULE, unit(2, rule_book="law"), many) == ()


class TestIsolatedDays:
    @pytest.mark.parametrize(
        ("cells", "days"),
        [
            ("- D1 - - - - -", (1,)),
            ("- D1 D1 - - - -", ()),
            ("D1 - - - - - -", (0,)),  # free on Sunday, across the seam
            ("D1 - - - - - D1", ()),
            ("- D1 - N1 - - -", (1, 3)),
            ("D1 F1 D1 D1 F2 - -", (0,)),  # a day-off code is a free day
            ("- D1 (D1)FE - - - -", ()),  # away is neither
        ],
    )
    def test_a_single_working_day(self, cells: str, days: tuple[int, ...]) -> None:
        findings = found("isolated_work_day", unit(1), row(cells))
        assert [finding.days for finding in findings] == ([days] if days else [])
        assert all(finding.severity is Severity.NOTE for finding in findings)

    @pytest.mark.parametrize(
        ("cells", "days"),
        [
            ("D1 - D1 - - - -", (1,)),
            ("D1 - - D1 - - -", ()),
            ("- D1 D1 - - D1 D1", (0,)),
            ("D1 F1 D1 - D1 - -", (1, 3)),
            ("D1 (D1)FE D1 - - - -", ()),
        ],
    )
    def test_a_single_free_day(self, cells: str, days: tuple[int, ...]) -> None:
        findings = found("isolated_free_day", unit(1), row(cells))
        assert [finding.days for finding in findings] == ([days] if days else [])
        assert [finding.amount for finding in findings] == ([len(days)] if days else [])

    def test_days_beyond_a_dated_rota_are_unknown_without_history(self) -> None:
        line = "D1 - - D1 - D1 -"
        assert one("isolated_work_day", dated(1), row(line)).days == (3, 5)
        assert one("isolated_work_day", dated(1), row(line, history=NO_HISTORY)).days == (0, 3, 5)
        history = "- " * 13 + "D1"
        assert one("isolated_free_day", dated(1), row("- D1 D1 - - - -", history=history)).days == (0,)
        assert found("isolated_free_day", dated(1), row("- D1 D1 - - - -")) == ()

    def test_a_day_of_a_known_absence_is_not_free(self) -> None:
        away = Absence(employee="1", first=date(2027, 2, 1), last=date(2027, 2, 1), code="FE")
        assert found("isolated_work_day", dated(1, absences=(away,)), row("- D1 - - - - -")) == ()
        assert found("isolated_free_day", dated(1, absences=(away,)), row("- D1 - D1 D1 - -")) != ()

    @pytest.mark.parametrize("rule", ["isolated_work_day", "isolated_free_day"])
    def test_they_are_off_where_the_book_lacks_them(self, rule: str) -> None:
        line = row("D1 - D1 - - D1 -")
        assert found(rule, unit(1), line) != ()
        assert found(rule, unit(1, rule_book="law"), line) == ()
        hers = unit(1, overrides=(override("isolated_days", "enabled", "no", "1"),))
        assert found(rule, hers, line) == ()


class TestKindSplit:
    """Tolerance 25 percentage points around the mean of all who may choose the kind."""

    RULE = "kind_split"
    TEAM = (person("1"), person("2"))

    @staticmethod
    def lines(nights: int, others: int, *, kind: str = "N1") -> tuple[PlanRow, ...]:
        cells = [kind] * nights + ["D1"] * others
        second = ["D1"] * (nights + others)
        free = ["-"] * (14 - len(cells))
        return row(" ".join(cells + free)), row(" ".join(second + free), "2")

    def test_a_share_beyond_the_tolerance_is_a_note(self) -> None:
        # 50 % and 0 %: mean 25 %, each 25 points away: just within.
        assert found(self.RULE, unit(2, employees=self.TEAM), *self.lines(4, 4)) == ()
        # 5 of 8 = 62.5 % and 0 %: mean 31.25 %, each 31.25 points away: 6.25 too much, for both.
        findings = found(self.RULE, unit(2, employees=self.TEAM), *self.lines(5, 3))
        assert [(entry.employee, entry.amount, entry.unit) for entry in findings] == [
            ("1", 625, "basis points"),
            ("2", 625, "basis points"),
        ]
        assert dict(findings[0].values) == {"share_bp": 6250, "mean_bp": 3125, "tolerance_bp": 2500}
        assert {entry.text_key for entry in findings} == {"kind_split_night"}

    def test_evenings_are_compared_as_well(self) -> None:
        findings = found(self.RULE, unit(2, employees=self.TEAM), *self.lines(5, 3, kind="A1"))
        assert {entry.text_key for entry in findings} == {"kind_split_evening"}

    @pytest.mark.parametrize(
        "second",
        [
            person("2", kinds=frozenset({ShiftKind.DAY})),  # may not choose nights
            person("2", kinds=frozenset({ShiftKind.NIGHT})),  # has no choice
        ],
    )
    def test_only_those_who_may_choose_are_compared(self, second: Employee) -> None:
        team = (person("1"), second)
        assert found(self.RULE, unit(2, employees=team), *self.lines(5, 3)) == ()

    def test_an_empty_line_has_no_share(self) -> None:
        first, _ = self.lines(5, 3)
        empty = row(" ".join(["-"] * 14), "2")
        assert found(self.RULE, unit(2, employees=self.TEAM), first, empty) == ()

    def test_it_is_off_where_the_book_lacks_it(self) -> None:
        assert found(self.RULE, unit(2, employees=self.TEAM, rule_book="law"), *self.lines(5, 3)) == ()
        hers = (override(self.RULE, "tolerance_bp", "3125", "1"),)
        findings = found(self.RULE, unit(2, employees=self.TEAM, overrides=hers), *self.lines(5, 3))
        assert [entry.employee for entry in findings] == ["2"]

"""sunday_rest, AML § 10-8 (4): free every second Sunday or red day, or form 2 by agreement.

In these cyclic rotas day 6 is the Sunday of week 1, day 13 of week 2 and so on.
"""

from __future__ import annotations

from datetime import date

import pytest
from asking import found, one, weeks
from builders import SHIFTS, row, shift, unit
from judging import agreed, override

from heiltid.calendar import Calendar
from heiltid.model import RotaKind, Signed, Unit
from heiltid.rules.finding import Severity, Signer
from heiltid.rules.wording import because_text, fact_text, finding_text
from heiltid.texts import Language

RULE = "sunday_rest"
FREE = "- - - - - - -"
SUNDAY = "D1"  # weeks("D1") puts it on the Sunday
D2 = shift("D2", "05:30-13:00")
D3 = shift("D3", "07:30-13:01")
A2 = shift("A2", "10:30-18:00")
A3 = shift("A3", "10:30-18:01")
N2 = shift("N2", "22:00-07:00")
N3 = shift("N3", "21:59-07:00")
D4 = shift("D4", "07:30-15:30")
MORE = (*SHIFTS, D2, D3, D4, A2, A3, N2, N3)
EASTER = date(2027, 3, 22)  # Thursday 25 and Friday 26 are red, so are Sunday 28 and Monday 29 March
FEBRUARY = date(2027, 2, 1)  # no red days from the middle of January to Easter


def six_weeks(**more: object) -> Unit:
    return unit(6, shifts=MORE, **more)


def test_every_second_sunday_is_form_one() -> None:
    assert found(RULE, unit(2), row(weeks(SUNDAY, FREE))) == ()


def test_two_sundays_in_a_row_need_the_agreement() -> None:
    # 2 of 6 weeks: 26 weeks are four rounds (8) and two weeks more (at most 2): 10 of 26, below 13.
    finding = one(RULE, six_weeks(), row(weeks(SUNDAY, SUNDAY, FREE, FREE, FREE, FREE)))
    assert finding.severity is Severity.NEEDS_AGREEMENT
    assert (finding.agreement, finding.signer, finding.signed) == ("10-8 (4)", Signer.EMPLOYEE, Signed.NO)
    assert (finding.days, finding.amount, finding.unit) == ((6, 13), 1, "times")


@pytest.mark.parametrize(
    ("sundays", "told"),
    [
        ("XX----------", "1 arbeider to søndagar eller raude dagar etter kvarandre 1 gong (v1 søn, v2 søn);"),
        ("XXX---------", "1 arbeider 3 søndagar på rad (v1 søn, v2 søn, v3 søn);"),
        ("XX---------X", "1 arbeider 3 søndagar på rad (v1 søn, v2 søn, v12 søn);"),
        ("XXX---XX----", "1 arbeider inntil 3 søndagar på rad (v1 søn, v2 søn, v3 søn, v7 søn, v8 søn);"),
    ],
)
def test_three_on_end_are_told_as_three(sundays: str, told: str) -> None:
    a_unit = unit(12)
    finding = one(RULE, a_unit, row(weeks(*(SUNDAY if sign == "X" else FREE for sign in sundays))))
    assert finding.severity is Severity.NEEDS_AGREEMENT
    calendar, language = Calendar(a_unit), Language.NYNORSK
    assert finding_text(finding, a_unit, calendar, language) == f"{told} det krev skriftleg avtale."
    phrase = told.split(" arbeider ")[1].split(" (")[0].removesuffix(" 1 gong")
    assert because_text(finding, calendar, language) == f"fordi det er arbeid {phrase}"
    assert fact_text(finding, calendar, language) == f"arbeid {phrase}"


def test_red_days_on_end_are_told_as_such_and_a_refusal_too() -> None:
    # Easter Thursday, Friday and Sunday: three of the nine such days of these six weeks.
    a_unit = unit(6, kind=RotaKind.DATED, start=EASTER, agreements=(agreed("10-8 (4)", Signed.REFUSED, "1"),))
    finding = one(RULE, a_unit, row(weeks("- - - D1 D1 - D1", *[FREE] * 5)))
    shown = finding_text(finding, a_unit, Calendar(a_unit), Language.NYNORSK)
    assert shown.startswith("1 arbeider 3 søndagar eller raude dagar på rad (tor 25.03.2027")
    assert shown.endswith(", og avtalen om det er avslått.")


def test_all_of_a_ring_are_on_end() -> None:
    off = unit(
        3, overrides=(override(RULE, "average_weeks", "none"), override(RULE, "rest_every_weeks", "none"))
    )
    finding = one(RULE, off, row(weeks(SUNDAY, SUNDAY, SUNDAY)))
    assert dict(finding.values)["longest"] == 3
    alone = unit(1, overrides=off.overrides)  # the one Sunday is its own neighbour: no three on end
    assert one(RULE, alone, row(weeks(SUNDAY))).values == ()


def test_the_seam_has_neighbours_too() -> None:
    finding = one(RULE, six_weeks(), row(weeks(SUNDAY, FREE, FREE, FREE, FREE, SUNDAY)))
    assert finding.days == (6, 41)


@pytest.mark.parametrize(
    ("signed", "severity", "text_key"),
    [
        (Signed.YES, Severity.NEEDS_AGREEMENT, "sunday_rest_agreement"),
        (Signed.NO, Severity.NEEDS_AGREEMENT, "sunday_rest_agreement"),
        (Signed.REFUSED, Severity.BREACH, "sunday_rest_refused"),
    ],
)
@pytest.mark.parametrize("book", ["law", "tariff", "local"])
def test_the_agreement_may_be_signed_not_or_refused(
    signed: Signed, severity: Severity, text_key: str, book: str
) -> None:
    a_unit = six_weeks(agreements=(agreed("10-8 (4)", signed, "1"),), rule_book=book)
    finding = one(RULE, a_unit, row(weeks(SUNDAY, SUNDAY, FREE, FREE, FREE, FREE)))
    assert (finding.severity, finding.text_key) == (severity, text_key)
    assert finding.signed is (None if signed is Signed.REFUSED else signed)


@pytest.mark.parametrize(
    ("saturday", "sunday", "works"),
    [
        ("A2", "-", False),  # Saturday to 18:00: outside the zone
        ("A3", "-", True),  # one minute inside
        ("-", "N2", False),  # from 22:00 on Sunday: outside again
        ("-", "N3", True),
        ("N1", "-", True),
    ],
)
def test_only_work_inside_the_zone_counts(saturday: str, sunday: str, works: bool) -> None:
    second = f"- - - - - {saturday} {sunday}"
    assert bool(found(RULE, six_weeks(), row(weeks(SUNDAY, second, FREE, FREE, FREE, FREE)))) is works


def test_more_than_half_of_26_weeks_is_a_breach() -> None:
    # Weeks 1, 2 of 4: six rounds give 12, two weeks more at most 2: 14 of 26 is one above 13.
    finding = one(RULE, unit(4), row(weeks(SUNDAY, SUNDAY, FREE, FREE)))
    assert finding.severity is Severity.BREACH
    assert (finding.text_key, finding.amount, finding.unit) == ("sunday_rest_average", 1, "days")
    assert dict(finding.values) == {"worked": 14, "total": 26, "weeks": 26}
    # 13 of 26: weeks 1, 2, 4, 6, ..., 24 make twelve and one, with every window turned round the same.
    half = [SUNDAY if week in (0, 1) or (week % 2 == 1 and week < 24) else FREE for week in range(26)]
    assert half.count(SUNDAY) == 13
    assert one(RULE, unit(26), row(weeks(*half))).severity is Severity.NEEDS_AGREEMENT


def test_a_one_week_rota_with_sundays_breaks_both_halves() -> None:
    findings = found(RULE, unit(1), row(weeks(SUNDAY)))
    assert [finding.text_key for finding in findings] == ["sunday_rest_average", "sunday_rest_weekly"]
    assert [finding.amount for finding in findings] == [13, 1]  # 26 of 26; no week at all has such a rest


@pytest.mark.parametrize(("saturday", "enough"), [("D2", True), ("D3", False)])
def test_the_weekly_rest_on_a_free_sunday_is_35_hours(saturday: str, enough: bool) -> None:
    # Saturday 13:00 to Sunday 24:00 is exactly 35 h; a minute later it is too short, six weeks long.
    free = f"- - - - - {saturday} -"
    findings = found(RULE, six_weeks(), row(weeks(SUNDAY, SUNDAY, free, free, free, free)))
    if enough:
        assert [finding.severity for finding in findings] == [Severity.NEEDS_AGREEMENT]
    else:
        (finding,) = findings
        assert (finding.severity, finding.text_key) == (Severity.BREACH, "sunday_rest_weekly")
        assert finding.amount == 3  # six weeks are three more than the three that may pass without
        assert finding.days == (6, 13, 20, 27, 34, 41)


@pytest.mark.parametrize(("without", "breach"), [(3, False), (4, True)])
def test_such_a_rest_comes_at_least_every_fourth_week(without: int, breach: bool) -> None:
    # Sundays of weeks 1 and 2 worked, then free ones with too short a rest, up to `without` weeks in all.
    short = ["- - - - - D3 -"] * (without - 2)
    line = [SUNDAY, SUNDAY, *short, *[FREE] * (8 - without)]
    finding = one(RULE, unit(8, shifts=MORE), row(weeks(*line)))
    assert (finding.severity is Severity.BREACH) is breach
    if breach:
        assert (finding.amount, finding.unit) == (1, "weeks")


def test_the_rest_may_pass_sunday_only_where_weeks_roll() -> None:
    # Saturday 15:00 to Tuesday: 33 h inside the week, far more when any seven days count.
    free = "- - - - - D1 -"
    line = row(weeks(SUNDAY, SUNDAY, free, free, free, free))
    assert one(RULE, six_weeks(), line).severity is Severity.BREACH
    rolling = six_weeks(overrides=(override("weekly_rest", "rolling", "yes"),))
    assert one(RULE, rolling, line).severity is Severity.NEEDS_AGREEMENT


def test_red_days_are_days_of_their_own() -> None:
    a_unit = unit(2, kind=RotaKind.DATED, start=EASTER)
    # Thursday and Friday: 2 of five (25, 26, 28, 29 March, 4 April), the two in a row.
    finding = one(RULE, a_unit, row(weeks("- - - D1 D1 - -", FREE)))
    assert (finding.severity, finding.days) == (Severity.NEEDS_AGREEMENT, (3, 4))
    # Thursday, then Sunday: Friday between is free.
    assert found(RULE, a_unit, row(weeks("- - - D1 - - D1", FREE))) == ()
    # Thursday, Friday and Monday: 3 of 5, one more than half.
    finding = one(RULE, a_unit, row(weeks("- - - D1 D1 - -", "D1 - - - - - -")))
    assert (finding.text_key, finding.amount, finding.days) == ("sunday_rest_average", 1, (3, 4, 7))


def test_an_evening_between_two_red_days_lies_in_both_zones() -> None:
    a_unit = unit(2, kind=RotaKind.DATED, start=EASTER)
    finding = one(RULE, a_unit, row(weeks("- - - - - - A1", FREE)))  # Easter Sunday 14:30-22:00
    assert finding.days == (6, 7)


@pytest.mark.parametrize(("saturday", "works"), [("D1", False), ("D4", True)])
def test_the_zone_of_easter_begins_at_15_on_the_eve(saturday: str, works: bool) -> None:
    # D1 ends at 15:00, D4 at 15:30; Friday is worked, so a worked Sunday is the next in a row.
    a_unit = unit(2, kind=RotaKind.DATED, start=EASTER, shifts=MORE)
    assert bool(found(RULE, a_unit, row(weeks(f"- - - - D1 {saturday} -", FREE)))) is works


def test_a_dated_rota_looks_back_into_its_history() -> None:
    a_unit = unit(4, kind=RotaKind.DATED, start=FEBRUARY)
    line = weeks(SUNDAY, FREE, FREE, FREE)
    finding = one(RULE, a_unit, row(line, history=weeks(FREE, SUNDAY)))
    assert (finding.severity, finding.days) == (Severity.NEEDS_AGREEMENT, (6,))
    assert found(RULE, a_unit, row(line, history=weeks(SUNDAY, FREE))) == ()
    assert found(RULE, a_unit, row(line)) == ()


def test_two_in_a_row_in_the_history_alone_are_past() -> None:
    a_unit = unit(4, kind=RotaKind.DATED, start=FEBRUARY)
    assert found(RULE, a_unit, row(weeks(FREE, FREE, FREE, FREE), history=weeks(SUNDAY, SUNDAY))) == ()


def test_four_weeks_without_rest_may_begin_in_the_history() -> None:
    # Both history Sundays and weeks 1 and 2 are worked: four weeks without. 2 of the plan's own 4 is half.
    a_unit = unit(4, kind=RotaKind.DATED, start=FEBRUARY)
    line = row(weeks(SUNDAY, SUNDAY, FREE, FREE), history=weeks(SUNDAY, SUNDAY))
    finding = one(RULE, a_unit, line)
    assert (finding.text_key, finding.days, finding.amount) == ("sunday_rest_weekly", (6, 13), 1)
    spared = row(weeks(SUNDAY, SUNDAY, FREE, FREE), history=weeks(FREE, SUNDAY))
    assert one(RULE, a_unit, spared).severity is Severity.NEEDS_AGREEMENT


def test_a_shift_under_an_absence_is_not_worked() -> None:
    assert found(RULE, six_weeks(), row(weeks(SUNDAY, "(D1)FE", FREE, FREE, FREE, FREE))) == ()


def test_a_switched_off_half_is_not_judged() -> None:
    line = row(weeks(SUNDAY, SUNDAY, FREE, FREE))
    off = unit(4, overrides=(override(RULE, "average_weeks", "none"),))
    assert one(RULE, off, line).severity is Severity.NEEDS_AGREEMENT
    free = "- - - - - D3 -"
    off = six_weeks(overrides=(override(RULE, "rest_every_weeks", "none"),))
    short = row(weeks(SUNDAY, SUNDAY, free, free, free, free))
    assert one(RULE, off, short).severity is Severity.NEEDS_AGREEMENT

"""What is new on the dates: the clock change, red days that follow a Sunday, nothing else."""

from __future__ import annotations

from datetime import date

from builders import person, row, shift, unit
from rolls import MAY, SUMMER, away, booked, roll

from heiltid.booking.dates.roll_report import report_of
from heiltid.rules.finding import Severity

LATE = shift("A2", "14:30-22:30")
EARLY = shift("D2", "09:30-15:00")


def test_a_rota_that_was_lawful_lacks_an_hour_where_the_clock_changes() -> None:
    # Saturday 22:30 to Sunday 09:30 is 11 h; on 28 March 2027 the clock takes one of them: 10 h.
    base = unit(1, shifts=(LATE, EARLY), employees=(person(weekend_every=1),))
    line = row("- - - - - A2 D2")
    new = report_of(roll(base, line, first=date(2027, 3, 22))).new
    rest = [finding for finding in new if finding.rule == "daily_rest"]
    assert [(finding.days, finding.amount) for finding in rest] == [((6,), 60)]
    # The week before, and in October when the night is an hour longer, nothing is new.
    for first in (date(2027, 3, 15), date(2027, 10, 25)):
        assert [finding.rule for finding in report_of(roll(base, line, first=first)).new] == []


def test_a_red_day_after_a_worked_sunday_needs_the_agreement() -> None:
    # Sunday 2 May is worked in the history, and Ascension Day, 6 May, after it; so are Sunday 30 May
    # and Thursday 3 June, but that is no red day.
    base = unit(4, employees=(person(weekend_every=4),))
    line = row(" ".join(["- - - D1 - - -", *["- - - - - - -"] * 2, "- - - - - D1 D1"]))
    report = report_of(
        roll(base, line, first=MAY, weeks=8)
    )  # the day alone between free ones is the base's already
    assert [(finding.rule, finding.severity, finding.days) for finding in report.new] == [
        ("sunday_rest", Severity.NEEDS_AGREEMENT, (3,))
    ]
    assert report.red_days == tuple(date(2027, 5, day) for day in (6, 16, 17))


def test_what_the_base_rota_breaks_already_is_not_new() -> None:
    base = unit(1, employees=(person(),))
    found = report_of(roll(base, row("A1 D1 - - - - -"), first=SUMMER, weeks=3))
    assert {finding.rule for finding in found.findings} >= {"daily_rest"}
    assert "daily_rest" not in {finding.rule for finding in found.new}


def test_what_people_decide_is_judged_too() -> None:
    late = booked(SUMMER, "A1", was="D1")  # to 22:00, and 07:30 the day after: 9.5 h
    found = report_of(roll(unit(1), row("D1 D1 D1 - - - -"), first=SUMMER, decisions=(late,)))
    rest = [finding for finding in found.new if finding.rule == "daily_rest"]
    assert [finding.days for finding in rest] == [(1,)]
    assert (found.unfit, found.covered) == ((), ())


def test_the_report_tells_what_was_lost_and_what_lies_over_a_decision() -> None:
    decision = booked(SUMMER, "N1", was="D1")
    found = report_of(
        roll(
            unit(1),
            row("D1 - - - - - -"),
            first=SUMMER,
            decisions=(decision,),
            absences=(away(SUMMER, SUMMER, "SJUK"),),
        )
    )
    assert [(lost.on, lost.code, lost.absence) for lost in found.lost] == [(SUMMER, "N1", "SJUK")]
    assert found.covered == (decision,)
    assert found.red_days == ()

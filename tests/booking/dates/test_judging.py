"""Hourly substitutes are judged where they work, and only there."""

from __future__ import annotations

from builders import person, plan, row, unit

from heiltid.booking.dates.judging import judge_who_works
from heiltid.model import RotaKind, Status
from heiltid.rules.registry import judge

WARD = unit(1, kind=RotaKind.DATED, employees=(person("1"), person("2", 0, status=Status.HOURLY)))
OWN = row("D1 D1 D1 D1 D1 - -", "1")


def test_a_substitute_with_a_night_and_the_day_after_it_has_no_rest() -> None:
    short = plan(OWN, row("A1 D1 - - - - -", "2", 0))
    assert "2" not in {finding.employee for finding in judge(WARD, short)}
    hers = [finding for finding in judge_who_works(WARD, short) if finding.employee == "2"]
    assert "daily_rest" in {finding.rule for finding in hers}
    # A position of 0 % is no promise of hours, and nothing to hold them against.
    assert not {"position_hours", "full_time_week"} & {finding.rule for finding in hers}


def test_without_shifts_of_substitutes_it_is_the_usual_judgement() -> None:
    idle = plan(OWN, row("- - - - - - -", "2", 0))
    assert judge_who_works(WARD, idle) == judge(WARD, idle)

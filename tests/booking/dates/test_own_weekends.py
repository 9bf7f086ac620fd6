"""A weekend worked by one's own yes is an extra weekend one has agreed to."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import person, row, unit
from judging import override
from rolls import SUMMER, away, booked, roll

from heiltid.model.booking import Booked, RollOut
from heiltid.rules.registry import judge

THREE_WEEKS = "- - - - - D1 D1 " + "- - - - - - - " * 2
SATURDAY, SUNDAY = SUMMER + timedelta(days=19), SUMMER + timedelta(days=20)  # of the third week


def found(*decisions: Booked, **more: object) -> RollOut:
    absences = more.pop("absences", ())
    return roll(unit(3, **more), row(THREE_WEEKS), decisions=decisions, absences=absences)


def extra(rollout: RollOut) -> int:
    return rollout.unit.employees[0].extra_weekends


def test_both_days_of_a_weekend_are_one_and_the_checker_is_content() -> None:
    made = found(booked(SATURDAY, "D1"), booked(SUNDAY, "D1"))
    assert extra(made) == 1
    assert "weekend_frequency" not in {entry.rule for entry in judge(made.unit, made.plan)}


def test_a_day_more_of_a_weekend_that_is_worked_anyway_is_none() -> None:
    assert extra(found(booked(SUMMER + timedelta(days=2), "D1"))) == 0
    assert (
        extra(roll(unit(1), row("- - - - - D1 -"), decisions=(booked(SUMMER + timedelta(days=6), "D1"),)))
        == 0
    )


@pytest.mark.parametrize("counts", ["yes", "no"])
def test_a_friday_night_is_a_weekend_where_the_book_counts_it(counts: str) -> None:
    book = (override("weekend_frequency", "friday_night_counts", counts),)
    night, day = (found(booked(SATURDAY - timedelta(days=1), code), overrides=book) for code in ("N1", "D1"))
    assert (extra(night), extra(day)) == (int(counts == "yes"), 0)
    assert "weekend_frequency" not in {entry.rule for entry in judge(night.unit, night.plan)}


def test_an_illness_after_the_yes_changes_nothing_and_taking_it_back_does() -> None:
    ill = (away(SATURDAY, SATURDAY, "SJUK"),)
    assert extra(found(booked(SATURDAY, "D1"), absences=ill)) == 1
    assert extra(found()) == 0


def test_a_book_that_closes_the_road_leaves_the_breach() -> None:
    closed = (override("booked_shifts", "beyond_weekend_frequency", "no"),)
    made = found(booked(SATURDAY, "D1"), overrides=closed, employees=(person(weekend_every=3),))
    assert extra(made) == 0
    assert "weekend_frequency" in {entry.rule for entry in judge(made.unit, made.plan)}

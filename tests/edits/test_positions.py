"""Positions taken from the hours in the rota. D1 is 7.5 h; a full-time week is 35.5 h."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import person, plan, row, unit

from heiltid.edits.cells import position_from_hours, positions_from_hours, with_position
from heiltid.model import Absence, Employee, Status

HALF = row("D1 D1 - - - - -", "1", 2_000)  # 15 h of 35.5 h = 42.25 %, 2.75 h from 50 %: within half a D1


@pytest.mark.parametrize(
    ("who", "text", "position"),
    [
        (person(min_bp=0, position=2_000, max_bp=10_000), "D1 D1 - - - - -", 5_000),  # the nearest mark
        (person(min_bp=0, position=2_000, wanted_bp=4_200, max_bp=4_500), "D1 D1 - - - - -", 4_200),  # wanted
        (person(min_bp=6_000, position=6_000), "D1 D1 - - - - -", 6_000),  # not below Min
        (person(min_bp=0, position=2_000, max_bp=3_000), "D1 D1 - - - - -", 3_000),  # not above Max
        (person(min_bp=2_000, position=2_000), "- - - - - - -", 2_000),  # nobody closes a person's line
        (
            person(min_bp=2_000, position=2_000, status=Status.VACANT),
            "- - - - - - -",
            0,
        ),  # a vacant one may close
        (person(position=0, status=Status.HOURLY), "D1 D1 - - - - -", 2_000),  # as it was
    ],
)
def test_the_position_of_the_hours(who: Employee, text: str, position: int) -> None:
    here = unit(employees=(who,), full_time_week_minutes=2130)
    after = position_from_hours(here, plan(row(text, "1", 2_000)), "1")
    assert after.rows[0].position_bp == position


def test_who_is_away_for_the_whole_rota_keeps_the_position() -> None:
    start = unit().start
    away = Absence(employee="1", first=start, last=start + timedelta(days=6), code="PERM")
    before = plan(HALF)
    assert position_from_hours(unit(absences=(away,)), before, "1") is before


def test_everybody_at_once_and_the_others_stay_the_same_value() -> None:
    here = unit(employees=(person("1", 2_000, min_bp=0, max_bp=10_000), person("2", 5_000)))
    before = plan(HALF, row("D1 D1 - - - - -", "2", 5_000))
    after = positions_from_hours(here, before)
    assert [line.position_bp for line in after.rows] == [5_000, 5_000]
    assert after.rows[1] is before.rows[1]


def test_a_position_set_by_hand() -> None:
    before = plan(HALF)
    assert with_position(before, "1", 7_500).rows[0].position_bp == 7_500
    assert with_position(before, "1", 2_000) is before

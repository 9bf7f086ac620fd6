"""Why a weekend shift is not hers to take: too many, too close, or another group's."""

from __future__ import annotations

import pytest
from builders import demand, person, plan, row, unit

from heiltid.advice.position_why import PositionReasons
from heiltid.advice.taker_words import consequences
from heiltid.advice.takers import taker
from heiltid.model import Employee
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

FREE, WEEKEND = "- - - - - - -", "- - - - - D1 D1"


@pytest.mark.parametrize(
    ("who", "worked", "said", "reason"),
    [
        # Of 6 weeks every second is 1, 3, 5; nothing is worked, and week 4 is asked for.
        (
            person("1", 5_000, wanted_bp=8_000, weekend_every=2, weekend_offset=1),
            (),
            "er ikkje i helgegruppa (første helg i veke 1)",
            "hindrance.weekend_frequency_other",
        ),
        # Every third is 2 of 6; one is worked, in week 3.
        (
            person("1", 5_000, wanted_bp=8_000, weekend_every=3),
            (3,),
            "helga ligg for tett på ei anna (høgst kvar 3.)",
            "hindrance.weekend_frequency_close",
        ),
        # Both are worked.
        (
            person("1", 5_000, wanted_bp=8_000, weekend_every=3),
            (2, 5),
            "gir fleire helger enn avtalt",
            "rule.weekend_frequency",
        ),
    ],
)
def test_what_is_wrong_with_the_weekend_is_said(
    who: Employee, worked: tuple[int, ...], said: str, reason: str
) -> None:
    rows = (demand(frozenset({5}), "07:30-15:00", 1),)
    other = person("2", weekend_every=1)
    ward = unit(6, employees=(who, other), demand=rows)
    mine = " ".join(WEEKEND if week in worked else FREE for week in range(1, 7))
    others = " ".join(FREE if week == 4 else WEEKEND for week in range(1, 7))
    judged = judge_all(ward, plan(row(mine, "1", 5_000), row(others, "2")))
    saturday = 3 * 7 + 5
    found = taker(judged, who, saturday, ward.shift_by_code()["D1"])
    assert said in consequences(found, ward, Language.NYNORSK)
    why = PositionReasons(judged, None).why("1")
    assert why is not None
    assert reason in dict(why.open.hinders)

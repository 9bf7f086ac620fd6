"""Where more are on duty than wanted, and what the hours beyond the staffing's have become, in words."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit

from heiltid.advice.surplus_words import (
    Surplus,
    beyond_sentence,
    lacking_sentence,
    shown_parts,
    surplus_of,
    surplus_sentence,
)
from heiltid.measures.hours_account import HoursAccount, NightRight
from heiltid.measures.room import room_of
from heiltid.measures.surplus import SurplusTime
from heiltid.rules.context import Context
from heiltid.texts import Language

NYNORSK = Language.NYNORSK
DAY, WEEKEND, NIGHT = SurplusTime.DAY, SurplusTime.WEEKEND, SurplusTime.NIGHT


def test_how_often_is_told_of_the_whole_rota_and_of_a_week() -> None:
    # 34 times in 12 weeks are 2.8 a week; 5 times are fewer than one a week: no figure of a week.
    assert surplus_sentence(Surplus(weeks=12, above={DAY: 34, WEEKEND: 5}), NYNORSK) == (
        "Fleire på vakt enn ønskt (▲ nedst i turnusen), i heile turnusen på 12 veker: "
        "34 gonger på dagtid måndag–fredag (2,8 i veka) og 5 gonger i helger."
    )
    assert surplus_sentence(Surplus(weeks=12, above={DAY: 0}), NYNORSK) == ""


@pytest.mark.parametrize("language", Language)
def test_no_words_can_be_read_as_a_week(language: Language) -> None:
    told = surplus_sentence(Surplus(weeks=12, above=dict.fromkeys(SurplusTime, 3)), language)
    assert not any(words in told for words in ("i veka", "i uken", "week ", "a week"))
    assert "12" in told


# 5 x 7.5 h of 35.5 h are 105.64 %: 1.06.
WARD = unit(
    employees=(person("1", 9_000), person("2", 9_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
    fte_budget_bp=18_000,
)


def test_positions_beyond_the_staffing_s_need_are_told_with_what_they_became() -> None:
    # Two positions are 1.80, so 0.74 more, as shown; 63.9 h less 37.5 h are 26.4 h. Of them Wednesday and
    # Thursday have one more each, 15 h, Saturday too, where nobody is asked for, 7.5 h; 60 h are planned.
    rota = plan(row("D1 D1 D1 D1 - - -", "1", 9_000), row("- - D1 D1 D1 D1 -", "2", 9_000))
    surplus = surplus_of(Context(WARD, rota))
    assert beyond_sentence(room_of(WARD, rota), surplus, NYNORSK) == (
        "Stillingane i framlegget er 0,74 årsverk (26,4 t i heile turnusen) meir enn bemanninga treng: "
        "22,5 t fleire på vakt enn ønskt (2 vakter på dagtid måndag–fredag og 1 vakt i helger) og "
        "3,9 t som stillingane betaler for, men som ikkje er sette opp (avvik). "
        "Éi vakt ligg der bemanninga ikkje ber om nokon: D1 v1 lau."
    )


def test_only_the_parts_that_are_there_are_told() -> None:
    rota = plan(row("D1 D1 D1 - - - -", "1", 9_000), row("- - - D1 D1 - -", "2", 9_000))
    assert beyond_sentence(room_of(WARD, rota), surplus_of(Context(WARD, rota)), NYNORSK) == (
        "Stillingane i framlegget er 0,74 årsverk (26,4 t i heile turnusen) meir enn bemanninga treng: "
        "26,4 t som stillingane betaler for, men som ikkje er sette opp (avvik)."
    )
    as_needed = plan(row("D1 D1 D1 - - - -", "1", 5_000), row("- - - D1 D1 - -", "2", 5_600))
    assert beyond_sentence(room_of(WARD, as_needed), surplus_of(Context(WARD, as_needed)), NYNORSK) == ""
    nothing = plan(row("- - - - - - -", "1", 9_000), row("- - - - - - -", "2", 9_000))
    assert beyond_sentence(room_of(WARD, nothing), surplus_of(Context(WARD, nothing)), NYNORSK) == ""


# Two wished by day: 75 h are 2.1127. The positions, 2.11, pay for 74.9 h, of which 67.5 are planned.
WISHED = unit(
    employees=(person("1", 10_000), person("2", 10_000), person("3", 1_100, wanted_bp=5_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1, target=2),),
)
FEWER = plan(
    row("D1 D1 D1 D1 D1 - -", "1", 10_000),
    row("D1 D1 D1 - - D1 -", "2", 10_000),
    row("- - - - - - -", "3", 1_100),
)


def test_why_fewer_than_wished_are_there_though_the_positions_hold_all_the_hours() -> None:
    # Thursday and Friday lack one, 15 h: 7.5 h are a Saturday nobody asked for, 7.4 h are not planned.
    told = lacking_sentence(room_of(WISHED, FEWER), surplus_of(Context(WISHED, FEWER)), NYNORSK)
    assert told == (
        "Likevel er det 15 t der det er færre på vakt enn ønskt: ramma går òg til 7,5 t fleire på vakt enn "
        "ønskt (1 vakt i helger) og 7,4 t som stillingane betaler for, men som ikkje er sette opp (avvik). "
        "Éi vakt ligg der bemanninga ikkje ber om nokon: D1 v1 lau."
    )
    smaller = FEWER.with_rows({"2": row("D1 D1 D1 - - D1 -", "2", 9_000)})
    for ward, rota in ((WISHED, smaller), (replace(WISHED, demand=()), FEWER)):
        assert lacking_sentence(room_of(ward, rota), surplus_of(Context(ward, rota)), NYNORSK) == ""


def test_the_hours_shown_add_up_to_the_hours_shown() -> None:
    # 2.25 + 1.25 - 0.75 h, each half a tenth: 2.75 h is shown as 2.8, and 2.3 + 1.3 - 0.8 as 2.8 too;
    # 1.04 + 1.04 h are 2.08, shown as 2.1, where the two by themselves are 1.0 and 1.0.
    for parts in ((135, 75, -45), (Fraction("62.4"), Fraction("62.4"), 0), (1, 2, -1), (600, 0, -599)):
        extra, unplanned, lacking = (Fraction(part) for part in parts)
        found = HoursAccount(
            positions=6_000 + extra + unplanned + lacking,
            needed=6_000,
            extra=extra,  # type: ignore[arg-type]  # a part of a minute, to try the rounding
            overlap=0,
            uncounted=0,
            unplanned=unplanned,
            hired=0,
            lacking=-lacking,  # type: ignore[arg-type]
        )
        total, shown = shown_parts(found)
        assert sum(shown.values()) == total
        assert abs(total - found.beyond / 6) <= Fraction(1, 2)
        exact = {name: minutes / 6 for name, minutes in found.parts}
        assert all(abs(shown.get(name, 0) - exact[name]) < 1 for name in exact)


def test_why_there_are_more_by_night_is_told_where_that_is_why() -> None:
    right = NightRight(today_bp=19_500, needed_bp=Fraction(18_732))
    said = "Nattilsette har i dag 195 %, nettene treng 187 %."
    assert surplus_sentence(Surplus(weeks=6, above={NIGHT: 2}, nights=right), NYNORSK).endswith(said)
    assert said not in surplus_sentence(Surplus(weeks=6, above={NIGHT: 2}), NYNORSK)
    assert said not in surplus_sentence(Surplus(weeks=6, above={DAY: 2}, nights=right), NYNORSK)
    same = NightRight(today_bp=18_740, needed_bp=Fraction(18_732))  # no difference as it is shown
    assert "treng" not in surplus_sentence(Surplus(weeks=6, above={NIGHT: 2}, nights=same), NYNORSK)


def test_shifts_where_nobody_is_asked_for_are_named_by_code_and_days() -> None:
    rota = plan(row("D1 D1 D1 D1 D1 D1 -", "1", 9_000), row("- - - - - D1 A1", "2", 9_000))
    said = surplus_sentence(surplus_of(Context(WARD, rota)), NYNORSK)
    assert said.endswith("3 vakter ligg der bemanninga ikkje ber om nokon: D1 v1 lau, A1 v1 søn.")

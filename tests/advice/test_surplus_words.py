"""Where more are on duty than wanted, and what the hours beyond the staffing's have become, in words."""

from __future__ import annotations

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit

from heiltid.advice.surplus_words import beyond_sentence, surplus_sentence
from heiltid.measures.room import room_of
from heiltid.measures.surplus import SurplusTime
from heiltid.texts import Language

NYNORSK = Language.NYNORSK
DAY, WEEKEND = SurplusTime.DAY, SurplusTime.WEEKEND


def test_how_often_is_told_of_the_whole_rota_and_of_a_week() -> None:
    # 34 times in 12 weeks are 2.8 a week; 5 times are fewer than one a week: no figure of a week.
    assert surplus_sentence({DAY: 34, WEEKEND: 5}, 12, NYNORSK) == (
        "Fleire på vakt enn ønskt (▲ nedst i turnusen), i heile turnusen på 12 veker: "
        "34 gonger på dagtid måndag–fredag (2,8 i veka) og 5 gonger i helger."
    )
    assert surplus_sentence({DAY: 0}, 12, NYNORSK) == ""


@pytest.mark.parametrize("language", Language)
def test_no_words_can_be_read_as_a_week(language: Language) -> None:
    told = surplus_sentence(dict.fromkeys(SurplusTime, 3), 12, language)
    assert not any(words in told for words in ("i veka", "i uken", "week ", "a week"))
    assert "12" in told


def test_positions_beyond_the_staffing_s_need_are_told_with_what_they_became() -> None:
    # 5 x 7.5 h of 35.5 h are 105.64 %: 1.06; the two positions are 1.80, so 0.74 more, as shown.
    people = (person("1", 9_000), person("2", 9_000))
    ward = unit(employees=people, demand=(demand(WEEKDAYS, "07:30-15:00", 1),), fte_budget_bp=18_000)
    rota = plan(row("D1 D1 D1 D1 - - -", "1", 9_000), row("- - D1 D1 D1 - -", "2", 9_000))
    room = room_of(ward, rota)
    assert beyond_sentence(room, {DAY: 2}, 1, NYNORSK) == (
        "Stillingane i framlegget er 0,74 årsverk meir enn bemanninga treng. Det er vakter som overlappar, "
        "og fleire på vakt enn ønskt: i heile turnusen 2 gonger på dagtid måndag–fredag."
    )
    assert beyond_sentence(room, {}, 1, NYNORSK).endswith("vakter som overlappar, og ekstra folk på vakt.")
    as_needed = plan(row("D1 D1 D1 - - - -", "1", 5_000), row("- - - D1 D1 - -", "2", 5_600))
    assert beyond_sentence(room_of(ward, as_needed), {}, 1, NYNORSK) == ""

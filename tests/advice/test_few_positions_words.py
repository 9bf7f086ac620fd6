"""Positions too few for the staffing are told where nobody there is wants more."""

from __future__ import annotations

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit

from heiltid.advice.few_positions_words import few_positions_sentence
from heiltid.measures.room import Room, room_of
from heiltid.texts import Language


def room_with(second_bp: int, wanted_bp: int) -> Room:
    """5 x 7.5 h of 35.5 h are asked for, 105.64 %: 50 % and the second's are there."""
    ward = unit(
        employees=(person("1", 5_000), person("2", second_bp, wanted_bp=wanted_bp)),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
    )
    return room_of(ward, plan(row("D1 D1 - - - - -", "1", 5_000), row("- - D1 D1 - - -", "2", second_bp)))


@pytest.mark.parametrize(
    ("spoken", "said"),
    [
        (
            Language.NYNORSK,
            "Stillingane er 0,9 årsverk til saman og bemanninga treng 1,06: det manglar 0,16 årsverk, "
            "som må lysast ut eller dekkjast av vikarar.",
        ),
        (
            Language.BOKMAL,
            "Stillingene er 0,9 årsverk til sammen og bemanningen trenger 1,06: det mangler 0,16 årsverk, "
            "som må lyses ut eller dekkes av vikarer.",
        ),
        (
            Language.ENGLISH,
            "The positions are 0.9 full-time equivalents together and the staffing needs 1.06: 0.16 are "
            "lacking, to be advertised or covered by temporary staff.",
        ),
    ],
)
def test_positions_the_staffing_and_what_lacks_are_told(spoken: Language, said: str) -> None:
    assert few_positions_sentence(room_with(4_000, 4_000), spoken) == said


def test_nothing_is_told_where_somebody_wants_more_or_little_lacks() -> None:
    assert few_positions_sentence(room_with(4_000, 5_000), Language.NYNORSK) == ""
    # 50 % and 50.6 %: 5.04 % lack; with 50.7 % it is 4.94 %, less than a twentieth of a position.
    assert few_positions_sentence(room_with(5_060, 5_060), Language.NYNORSK)
    assert few_positions_sentence(room_with(5_070, 5_070), Language.NYNORSK) == ""

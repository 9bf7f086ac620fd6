"""Why nobody got more: what is said of hours that nobody has."""

from __future__ import annotations

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit

from heiltid.measures.room import Limit, room_of
from heiltid.texts import Language
from ui.room_words import room_words
from ui.texts import set_language

# The staffing asks for 5 x 7.5 h of 35.5 h = 105.64 %; the positions are 105 %: less than 5 % is left.
WARD = unit(
    employees=(person("1", 5_000, wanted_bp=8_000), person("2", 5_500)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
ROTA = plan(row("D1 D1 - - - - -", "1", 5_000), row("- - D1 D1 - - -", "2", 5_500))


@pytest.fixture(autouse=True)
def _nynorsk() -> None:
    set_language(Language.NYNORSK)


def test_hours_are_all_shared_out_only_where_none_are_open() -> None:
    room = room_of(WARD, ROTA)
    assert room.limit is Limit.BUDGET
    assert "54,0 timar av bemanninga står att som ledige vakter" in room_words(room, None, 54.0)
    assert "alle er delte ut" not in room_words(room, None, 54.0)
    assert "alle er delte ut" in room_words(room, None, 0.0)
    assert "ledige vakter" not in room_words(room, None, 0.0)

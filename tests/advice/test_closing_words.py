"""How many shifts close all gaps: a shift that closes two is counted once."""

from __future__ import annotations

from builders import D1, WEEKEND, demand, person, plan, row, unit

from heiltid.advice.closing_words import closing_words
from heiltid.measures.lacks import lacks
from heiltid.rules.context import Context
from heiltid.texts import Language

NOBODY = plan(row("- - - - - - -", "1"))


def test_who_lacks_in_two_rows_is_one_shift() -> None:
    # Two on Saturday and two on Sunday, one of them a nurse: four gaps, 2 x (2 + 1) x 7.5 h = 45 h. Two
    # shifts a day close them, one of them a nurse's: four of 7.5 h, 30 h.
    rows = (demand(WEEKEND, "07:30-15:00", 2), demand(WEEKEND, "07:30-15:00", 1, competence="nurse"))
    context = Context(unit(demand=rows, employees=(person("1", competence="assistant"),)), NOBODY)
    assert (len(lacks(context)), sum(gap.person_minutes for gap in lacks(context))) == (4, 45 * 60)
    assert closing_words(context, Language.NYNORSK) == "4 vakter (30\u00a0t)"
    assert closing_words(context, Language.BOKMAL) == "4 vakter (30\u00a0t)"
    assert closing_words(context, Language.ENGLISH) == "4 shifts (30\u00a0h)"


def test_nothing_is_said_without_gaps_or_where_no_code_covers_the_time() -> None:
    saturday = frozenset({5})
    covered = unit(demand=(demand(saturday, "07:30-15:00", 1),))
    assert closing_words(Context(covered, plan(row("- - - - - D1 -"))), Language.NYNORSK) == ""
    early = unit(demand=(demand(saturday, "06:00-15:00", 1),), shifts=(D1,))  # from 07:30
    assert closing_words(Context(early, NOBODY), Language.NYNORSK) == ""

"""Where people lack, in a few lines: alike times drawn together, the most frequent first."""

from __future__ import annotations

from builders import WEEKDAYS, WEEKEND, demand, person, plan, row, unit

from heiltid.calendar import Calendar
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language
from ui.lacking_words import lacking_words
from ui.texts import set_language


def test_alike_holes_are_one_line() -> None:
    set_language(Language.NYNORSK)
    # Two weeks: one person by day on every day, D1 (07:30-15:00) is worked Monday to Friday of both weeks but
    # for the last Friday; a nurse is asked for on Sundays, 07:30-15:00, and there is none.
    ward = unit(
        2,
        employees=(person("1", competence="assistant"),),
        demand=(
            demand(WEEKDAYS | WEEKEND, "07:30-15:00", 1),
            demand(frozenset({6}), "07:30-15:00", 1, competence="nurse"),
        ),
    )
    rota = plan(row("D1 D1 D1 D1 D1 - - D1 D1 D1 D1 - - -", "1"))
    found = judge_all(ward, rota).findings
    assert lacking_words(found, Calendar(ward)).splitlines() == [
        "Timar som ikkje er dekte i heile turnusen: 52,5",  # 5 x 7.5 + 2 x 7.5
        "•  5 dagar (fre–søn): manglar 1 kl. 07:30–15:00",
        "•  2 dagar (søn): manglar 1 sjukepleiar kl. 07:30–15:00",
    ]


def test_a_plan_that_covers_all_says_so() -> None:
    set_language(Language.NYNORSK)
    ward = unit(demand=(demand(WEEKDAYS, "07:30-15:00", 1),))
    rota = plan(row("D1 D1 D1 D1 D1 - -", "1"))
    assert lacking_words(judge_all(ward, rota).findings, Calendar(ward)) == "All bemanning er dekt."

"""How a build shared the weekends, beside the proposal it went on from: two weeks, each 26 times a year."""

from __future__ import annotations

from dataclasses import replace

from builders import person, plan, row, unit

from heiltid.model import Plan, PlanRole, Unit, UnitFile
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language
from tests.ui.test_build_since import WARD
from ui.document import Document
from ui.pages.build.beside import beside_words
from ui.texts import set_language

OFF, ON = "- - - - - - -", "- - - - - D1 D1"
TWO_WEEKS = replace(WARD, weeks=2, demand=())  # Anne Berg and another, both every third weekend
RANGE, MOST = "færrast–flest helger i året", "flest helger i året for éin"


def rota(*lines: str) -> Plan:
    rows = (row(line, str(place + 1), 5_000) for place, line in enumerate(lines))
    return replace(plan(*rows), name="Framlegg 1", role=PlanRole.SCENARIO)


HERS, SHARED = rota(f"{ON} {ON}", f"{OFF} {OFF}"), rota(f"{ON} {OFF}", f"{OFF} {ON}")
NOT_HERS = rota(f"{OFF} {OFF}", f"{OFF} {ON}")


def told(base: Plan, made: Plan, here: Unit = TWO_WEEKS) -> list[str]:
    """The line of what is better, and that of what is worse; "" for none."""
    set_language(Language.NYNORSK)
    document = Document(UnitFile(unit=here, plans=(base, made)))
    lines = beside_words(document, base, made, judge_all(here, made).findings).splitlines()
    return [
        next((line for line in lines if line.startswith(word)), "") for word in ("Betre enn", "Dårlegare enn")
    ]


def test_a_smaller_distance_from_the_fewest_to_the_most_is_better_and_a_larger_worse() -> None:
    better, worse = told(HERS, SHARED)
    assert f"{RANGE} 0,0–52,0 → 26,0–26,0" in better
    assert MOST not in better + worse  # the range tells it
    assert "helger i året for kvar i snitt" not in better + worse
    better, worse = told(SHARED, HERS)
    assert f"{RANGE} 26,0–26,0 → 0,0–52,0" in worse
    assert RANGE not in better


def test_who_works_most_is_told_where_the_distance_does_not_tell_it() -> None:
    # From one each to none for Anne: 13 in the mean, the most is as it was.
    better, worse = told(SHARED, NOT_HERS)
    assert "helger i året for kvar i snitt 26,0 → 13,0" in better
    assert f"{RANGE} 26,0–26,0 → 0,0–26,0" in worse
    assert MOST not in better + worse
    # Two each for both, and then one for one and none for the other: fewer for all, but a larger distance.
    better, worse = told(rota(f"{ON} {ON}", f"{ON} {ON}"), NOT_HERS)
    assert f"{MOST} 52,0 → 26,0" in better
    assert f"{RANGE} 52,0–52,0 → 0,0–26,0" in worse
    # From two to one for both, the same distance.
    better, worse = told(rota(f"{ON} {ON}", f"{ON} {ON}"), SHARED)
    assert f"{MOST} 52,0 → 26,0" in better
    assert RANGE not in better + worse


def test_who_lost_all_her_weekends_and_who_got_some_is_named() -> None:
    better, worse = told(SHARED, NOT_HERS)
    assert "ikkje helg lenger for Anne Berg" in worse
    assert "helg for" not in better
    better, worse = told(NOT_HERS, SHARED)
    assert "helg for Anne Berg (før ingen)" in better
    assert "ikkje helg" not in worse
    # Who is to work none by her own frequency has not lost any.
    never = replace(TWO_WEEKS, employees=(replace(WARD.employees[0], weekend_every=0), WARD.employees[1]))
    assert "ikkje helg" not in told(SHARED, NOT_HERS, never)[1]
    # Nobody is left out of what nobody works.
    nobody = rota(f"{OFF} {OFF}", f"{OFF} {OFF}")
    assert "ikkje helg" not in "".join(told(SHARED, nobody))
    assert "før ingen" not in "".join(told(nobody, SHARED))


def test_hours_that_do_not_fit_the_positions_are_told_apart_from_the_other_notes() -> None:
    # At 50 % of 35.5 h, 17 h 45 min a week. Four shifts of 7.5 h are 30 h, and two 15 h: within half a shift.
    here = unit(employees=(person("1", 5_000),))
    base, made = rota("D1 D1 D1 D1 - - -"), rota("D1 D1 - - - - -")
    better, _ = told(base, made, here)
    assert "avvik i timar mot stilling 1 → 0" in better
    assert "avvik i timar mot stilling 0 → 1" in told(made, base, here)[1]
    assert "timar mot stilling" not in "".join(told(base, base, here))

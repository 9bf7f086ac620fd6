"""Gaps that make little of what somebody lacks do not stand as the reason alone."""

from __future__ import annotations

import pytest
from builders import A1, D1, WEEKDAYS, demand, person, plan, row, unit

from heiltid.advice.gap_cover import covered_bp
from heiltid.advice.position_why import PositionReasons, PositionWhy
from heiltid.advice.position_words import position_sentences, reasons_in_table, sentences_for_herself
from heiltid.measures.lacks import lacks
from heiltid.model import PLANNABLE_KINDS, ShiftKind, Unit
from heiltid.rules.context import Context
from heiltid.rules.judgement import judge_all
from heiltid.texts import Language

NYNORSK = Language.NYNORSK
WEEKS = 8  # of 35.5 h: 284 h, and a day shift of 7.5 h is 2.64 % of it
FREE, WEEK, SHORT_WEEK = "- - - - - - -", "D1 D1 D1 D1 D1 - -", "- D1 D1 D1 D1 - -"
EVENING = frozenset({ShiftKind.EVENING})
HOURS = "Grunnen er mest at alle timane i ramma er delte ut."


def told_of(
    gaps: int, *, budget_bp: int = 16_000, kinds: frozenset[ShiftKind] = EVENING
) -> tuple[Unit, PositionWhy]:
    """She has 60 % and wants full time; so many day shifts lack, each on a Monday."""
    ward = unit(
        WEEKS,
        shifts=(D1, A1),
        employees=(
            person("1", 6_000, wanted_bp=10_000, kinds=kinds, name="Anne Bø"),
            person("2", 10_000, name="Ola Å"),
        ),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
        fte_budget_bp=budget_bp,
    )
    worked = [SHORT_WEEK] * gaps + [WEEK] * (WEEKS - gaps)
    rota = plan(row(" ".join([FREE] * WEEKS), "1", 6_000), row(" ".join(worked), "2", 10_000))
    found = PositionReasons(judge_all(ward, rota), None).why("1")
    assert found is not None
    assert found.open.count == gaps
    return ward, found


def test_two_gaps_are_told_with_what_they_cover_of_forty_percent_and_after_the_hours() -> None:
    # 2 x 7.5 h of 284 h are 5.28 %: at most 6 of the 40.
    ward, found = told_of(2)
    assert found.open.covered_bp == 528
    gaps = (
        "Det er 2 hol i bemanninga, men vakter som tettar dei, kan ikkje takast. "
        "2 hol: tek ikkje slike vakter."
    )
    covered = "Vakter i alle hola dekkjer høgst 6 av dei 40 % som manglar."
    assert list(reasons_in_table(found, ward, NYNORSK)) == ["Ønskjer 40 % meir.", HOURS, gaps, covered]
    for told in (position_sentences(found, ward, NYNORSK), sentences_for_herself(found, ward, NYNORSK)):
        said = list(told)
        assert said[said.index(HOURS) :][:3] == [HOURS, gaps, covered]


def test_one_gap_is_told_with_what_a_shift_covers() -> None:
    ward, found = told_of(1)
    assert list(reasons_in_table(found, ward, NYNORSK))[-1] == (
        "Ei slik vakt dekkjer høgst 3 av dei 40 % som manglar."
    )


@pytest.mark.parametrize(("gaps", "is_minor"), [(7, True), (8, False)])
def test_gaps_of_half_of_what_lacks_are_a_reason_as_they_stand(gaps: int, is_minor: bool) -> None:
    # 7 x 2.64 = 18.5 and 8 x 2.64 = 21.1, where half of 40 is 20.
    ward, found = told_of(gaps)
    assert found.has_minor_gaps is is_minor
    said = " ".join(reasons_in_table(found, ward, NYNORSK))
    assert (HOURS in said, "dekkjer høgst" in said) == (is_minor, is_minor)


def test_where_hours_are_left_that_stands_before_the_gaps_in_the_table() -> None:
    # 1.6 of 2 full-time equivalents are used, and she may take both shifts.
    ward, found = told_of(2, budget_bp=20_000, kinds=PLANNABLE_KINDS)
    assert list(reasons_in_table(found, ward, NYNORSK))[1:] == [
        "0,4 årsverk av ramma står att, og ingen grense hindrar ei større stilling.",
        "Av 2 hol i bemanninga kan 2 tettast med ei vakt utan brot. "
        "Vaktene kan leggjast inn i turnusen for hand.",
        "Vakter i alle hola dekkjer høgst 6 av dei 40 % som manglar.",
    ]


def test_a_day_gives_one_shift_whatever_lacks_there() -> None:
    # Two day shifts and an evening lack on the same Monday of one week.
    rows = (demand(frozenset({0}), "07:30-15:00", 2), demand(frozenset({0}), "15:00-22:00", 1))
    ward = unit(shifts=(D1, A1), employees=(person("1"),), demand=rows)
    context = Context(ward, plan(row(FREE, "1")))
    gaps = lacks(context)
    assert len(gaps) == 2
    paid = max(D1.paid_minutes, A1.paid_minutes)
    assert covered_bp(context, ward.employees[0], gaps) == round(paid * 10_000 / 2_130)

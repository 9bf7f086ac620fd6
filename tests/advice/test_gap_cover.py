"""Gaps that make little of what somebody lacks do not stand as the reason alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from builders import A1, D1, WEEKDAYS, demand, person, plan, row, unit

from heiltid.advice.gap_cover import NO_COVER, GapCover, gap_cover
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
BUSY = "A1 - - - - - -"
EVENING = frozenset({ShiftKind.EVENING})
BY_HAND = "Vaktene kan leggjast inn i turnusen for hand."
HOURS = "Grunnen er mest at alle timane i ramma er delte ut."


def told_of(
    gaps: int,
    *,
    budget_bp: int = 16_000,
    kinds: frozenset[ShiftKind] = PLANNABLE_KINDS,
    week: str = FREE,
    weeks: Sequence[str] = (),
    competence: str | None = None,
    wanted_bp: int = 10_000,
) -> tuple[Unit, PositionWhy]:
    """She is an assistant and has 60 %; so many day shifts lack, each on a Monday.

    weeks: her first ones; the others are like `week`.
    """
    ward = unit(
        WEEKS,
        shifts=(D1, A1),
        employees=(
            person("1", 6_000, wanted_bp=wanted_bp, kinds=kinds, competence="assistant", name="Anne Bø"),
            person("2", 10_000, competence="nurse", name="Ola Å"),
        ),
        demand=(demand(WEEKDAYS, "07:30-15:00", 1, competence=competence),),
        fte_budget_bp=budget_bp,
    )
    worked = [SHORT_WEEK] * gaps + [WEEK] * (WEEKS - gaps)
    rota = plan(
        row(" ".join([*weeks, *[week] * (WEEKS - len(weeks))]), "1", 6_000),
        row(" ".join(worked), "2", 10_000),
    )
    found = PositionReasons(judge_all(ward, rota), None).why("1")
    assert found is not None
    assert found.open.count == gaps
    return ward, found


def test_two_gaps_are_told_with_what_they_cover_of_forty_percent_and_after_the_hours() -> None:
    # 2 x 7.5 h of 284 h are 5.28 %: as a pencil has it, 5.3 of the 40. All hours of the budget are given out.
    ward, found = told_of(2)
    assert found.open.reach.share_bp == 528
    gaps = "2 av dei 2 hola i bemanninga kan tettast utan brot om ramma blir større."
    covered = "2 vakter på 7,5 t på 8 veker dekkjer høgst 5,3 av dei 40 % som manglar."
    assert list(reasons_in_table(found, ward, NYNORSK)) == ["Ønskjer 40 % meir.", HOURS, gaps, covered]
    said = list(sentences_for_herself(found, ward, NYNORSK))
    assert said[said.index(HOURS) :][:3] == [HOURS, gaps, covered]
    # What the leader may do stands on the screen alone.
    said = list(position_sentences(found, ward, NYNORSK))
    assert said[said.index(HOURS) :][:3] == [HOURS, f"{gaps} {BY_HAND}", covered]


def test_only_the_gaps_she_can_take_are_told_to_cover_something() -> None:
    # Three Mondays are open, and on the first she has an evening shift: 2 x 7.5 h of 284 h are 5.28 %.
    ward, found = told_of(3, weeks=[BUSY])
    assert (found.open.can_take, len(found.open.cover.minutes)) == (2, 3)
    assert list(reasons_in_table(found, ward, NYNORSK))[-2:] == [
        "2 av dei 3 hola i bemanninga kan tettast utan brot om ramma blir større.",
        "2 vakter på 7,5 t på 8 veker dekkjer høgst 5,3 av dei 40 % som manglar.",
    ]


def test_the_hours_are_told_before_the_few_she_can_take_of_many() -> None:
    # 8 open Mondays would be 21.1 of the 40, but she has a shift on 7 of them: one is 2.6.
    ward, found = told_of(8, weeks=[BUSY] * 7)
    assert list(reasons_in_table(found, ward, NYNORSK))[1:] == [
        HOURS,
        "1 av dei 8 hola i bemanninga kan tettast utan brot om ramma blir større.",
        "Ei vakt på 7,5 t på 8 veker dekkjer høgst 2,6 av dei 40 % som manglar.",
    ]
    said = " ".join(position_sentences(found, ward, NYNORSK))
    assert "om ramma blir større. Vakta kan leggjast inn i turnusen for hand." in said


def test_one_gap_is_told_with_what_a_shift_covers() -> None:
    ward, found = told_of(1)
    assert list(reasons_in_table(found, ward, NYNORSK))[-1] == (
        "Ei vakt på 7,5 t på 8 veker dekkjer høgst 2,6 av dei 40 % som manglar."
    )


@pytest.mark.parametrize(("gaps", "is_minor"), [(7, True), (8, False)])
def test_gaps_she_may_take_of_half_of_what_lacks_are_a_reason_as_they_stand(
    gaps: int, is_minor: bool
) -> None:
    # 7 x 2.64 = 18.5 and 8 x 2.64 = 21.1, where half of 40 is 20.
    ward, found = told_of(gaps)
    assert found.has_minor_gaps is is_minor
    said = " ".join(reasons_in_table(found, ward, NYNORSK))
    assert (HOURS in said, "dekkjer høgst" in said) == (is_minor, is_minor)


@pytest.mark.parametrize(("gaps", "wanted_bp"), [(2, 10_000), (8, 10_000), (7, 7_900), (8, 7_900)])
def test_gaps_of_which_she_can_take_none_stand_after_the_hours_and_are_not_told_to_cover_anything(
    gaps: int, wanted_bp: int
) -> None:
    # What is told of one is told of all for whom the hours are the reason, however many the gaps are.
    ward, found = told_of(gaps, week=BUSY, wanted_bp=wanted_bp)
    assert list(reasons_in_table(found, ward, NYNORSK))[1:] == [
        HOURS,
        f"Det er {gaps} hol i bemanninga, men vakter som tettar dei, kan ikkje takast. "
        f"{gaps} hol: har ei anna vakt den dagen.",
    ]
    for told in (position_sentences(found, ward, NYNORSK), sentences_for_herself(found, ward, NYNORSK)):
        assert "dekkjer høgst" not in " ".join(told)


@pytest.mark.parametrize("more", [{"competence": "nurse"}, {"kinds": EVENING}])
def test_gaps_that_never_were_hers_are_no_reason_where_the_hours_are_given_out(
    more: dict[str, Any],
) -> None:
    # She lacks 10 %, and 2 x 7.5 h would be 5.28 %: no reason, since no plan gives them to her.
    ward, found = told_of(2, wanted_bp=7_000, **more)
    assert (found.open.count, found.open.can_take, found.open.cover) == (2, 0, NO_COVER)
    assert list(reasons_in_table(found, ward, NYNORSK)) == [
        "Ønskjer 10 % meir.",
        "Alle timane i ramma er delte ut.",
    ]
    for told in (position_sentences(found, ward, NYNORSK), sentences_for_herself(found, ward, NYNORSK)):
        assert " hol" not in " ".join(told)


def test_gaps_that_never_were_hers_are_told_where_hours_are_left() -> None:
    ward, found = told_of(2, competence="nurse", budget_bp=20_000)
    said = " ".join(reasons_in_table(found, ward, NYNORSK))
    assert "2 hol: krev sjukepleiar" in said
    assert "dekkjer høgst" not in said


def test_where_hours_are_left_that_stands_before_the_gaps_in_the_table() -> None:
    # 1.6 of 2 full-time equivalents are used, and she may take both shifts.
    ward, found = told_of(2, budget_bp=20_000)
    assert list(reasons_in_table(found, ward, NYNORSK))[1:] == [
        "0,4 årsverk av ramma står att, og ingen grense hindrar ei større stilling.",
        "Av 2 hol i bemanninga kan 2 tettast med ei vakt utan brot.",
        "2 vakter på 7,5 t på 8 veker dekkjer høgst 5,3 av dei 40 % som manglar.",
    ]


def test_a_day_gives_one_shift_whatever_lacks_there() -> None:
    # Two day shifts and an evening lack on the same Monday of one week.
    rows = (demand(frozenset({0}), "07:30-15:00", 2), demand(frozenset({0}), "15:00-22:00", 1))
    ward = unit(shifts=(D1, A1), employees=(person("1"),), demand=rows)
    context = Context(ward, plan(row(FREE, "1")))
    gaps = lacks(context)
    assert len(gaps) == 2
    paid = max(D1.paid_minutes, A1.paid_minutes)
    found = gap_cover(context, ward.employees[0], gaps)
    assert found == GapCover(minutes=(paid,), share_bp=round(paid * 10_000 / 2_130))


def test_shifts_of_unequal_length_are_told_by_their_sum() -> None:
    ward, found = told_of(2)
    unequal = replace(found, open=replace(found.open, reach=GapCover(minutes=(450, 420), share_bp=510)))
    assert list(reasons_in_table(unequal, ward, NYNORSK))[-1] == (
        "2 vakter på til saman 14,5 t på 8 veker dekkjer høgst 5,1 av dei 40 % som manglar."
    )

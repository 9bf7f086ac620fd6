"""Who has clearly fewer weekends than her part is named under the table of who gets what."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import WEEKEND, demand, person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.people import few_weekends_words, people_part
from heiltid.exchange.pdf.discussion.weekends import shared_weekends_words
from heiltid.model import Unit

FREE_WEEK, WORKED = "- - - - - - -", "- - - - - D1 D1"
# Two of the same size, each every second of eight weekends at most.
TWO = unit(
    8,
    employees=(
        person("1", 5_000, weekend_every=2, name="Kari Nes"),
        person("2", 5_000, weekend_every=2, name="Ola Å"),
    ),
    demand=(demand(WEEKEND, "07:30-15:00", 0),),
)


def line(*worked: int) -> str:
    return " ".join(WORKED if week in worked else FREE_WEEK for week in range(8))


def test_who_has_none_of_four_weekends_is_named_with_her_part() -> None:
    rota = plan(row(line(), "1", 5_000), row(line(0, 2, 4, 6), "2", 5_000))
    facts = facts_of(rota, ward=TWO, today=None)
    told = few_weekends_words(facts)
    assert "gir, delt mellom dei som kan dele helger: Kari Nes 0 av 8 (delt etter storleik om lag 2)." in told
    assert "Kari Nes 0 av 8" in page_text(people_part(facts)).replace("\n", " ")


def test_nobody_is_named_where_one_weekend_more_or_less_is_the_difference() -> None:
    rota = plan(row(line(1), "1", 5_000), row(line(0, 2, 4), "2", 5_000))
    assert few_weekends_words(facts_of(rota, ward=TWO, today=None)) == ""


def test_nobody_is_named_in_a_plan_that_tells_positions_only() -> None:
    assert few_weekends_words(facts_of(plan(), ward=TWO, today=None)) == ""


SHARED = "Helgene er delte etter storleiken på stillingane, så langt bemanning, kompetanse og reglar tillèt."
KARI, OLA = TWO.employees


def shared(ward: Unit, fewer_bp: int, kari: str) -> str:
    """Ola works four of eight weekends at 80 %."""
    rota = plan(row(kari, "1", fewer_bp), row(line(0, 2, 4, 6), "2", 8_000))
    return shared_weekends_words(facts_of(rota, ward=ward, today=None))


def test_where_the_smaller_position_has_fewer_weekends_it_is_said_how_they_are_shared() -> None:
    assert shared(TWO, 2_000, line(1)) == SHARED
    rota = plan(row(line(1), "1", 2_000), row(line(0, 2, 4, 6), "2", 8_000))
    assert SHARED in page_text(people_part(facts_of(rota, ward=TWO, today=None))).replace("\n", " ")


@pytest.mark.parametrize(
    ("ward", "fewer_bp", "worked"),
    [
        (TWO, 2_000, (1, 3, 5, 7)),  # all alike
        (TWO, 8_000, (1, 3)),  # not by size
        (replace(TWO, employees=(replace(KARI, weekend_every=4), OLA)), 2_000, (1, 5)),  # as agreed
        (
            replace(TWO, employees=(replace(KARI, weekend_every=3), replace(OLA, weekend_every=3))),
            2_000,
            (1,),
        ),
        (TWO, 7_000, ()),  # named instead: she has clearly fewer than the size of hers gives
    ],
)
def test_where_that_is_not_the_reason_nothing_is_said(
    ward: Unit, fewer_bp: int, worked: tuple[int, ...]
) -> None:
    assert shared(ward, fewer_bp, line(*worked)) == ""

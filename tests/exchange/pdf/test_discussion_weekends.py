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


SHARED = (
    "Færre helger enn andre med same avtalte helg, etter storleiken på stillinga: Kari Nes (20 %: 1 av 8)."
)
KARI, OLA = TWO.employees


def shared(ward: Unit, fewer_bp: int, kari: str) -> str:
    """Ola works four of eight weekends at 80 %."""
    rota = plan(row(kari, "1", fewer_bp), row(line(0, 2, 4, 6), "2", 8_000))
    return shared_weekends_words(facts_of(rota, ward=ward, today=None))


def test_who_has_fewer_weekends_by_a_smaller_position_is_named() -> None:
    # Five weekends for 100 % together: 20 % are one of them.
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
        (TWO, 7_000, (1, 3)),  # six for 150 %: 70 % are 2.8 of them, a smaller position is not why
        (TWO, 0, ()),  # a closed line
    ],
)
def test_where_that_is_not_the_reason_nothing_is_said(
    ward: Unit, fewer_bp: int, worked: tuple[int, ...]
) -> None:
    assert shared(ward, fewer_bp, line(*worked)) == ""


def shared_by(people: dict[str, tuple[int, int]]) -> str:
    """By name: the position and how many of eight weekends; nobody may have more than every second."""
    numbers = {name: str(place) for place, name in enumerate(people, 1)}
    ward = replace(
        TWO,
        employees=tuple(
            person(numbers[name], bp, weekend_every=2, name=name) for name, (bp, _) in people.items()
        ),
    )
    rows = (row(line(*range(0, 2 * times, 2)), numbers[name], bp) for name, (bp, times) in people.items())
    return shared_weekends_words(facts_of(plan(*rows), ward=ward, today=None))


def test_only_those_are_named_of_whom_it_is_true() -> None:
    # Vilde alone is smaller than all who have more; Unni at 30 % has fewer too, but Eli at 25 % has not.
    told = shared_by({"Vilde": (1_500, 1), "Unni": (3_000, 3), "Eli": (2_500, 4), "Ola": (8_000, 4)})
    assert told.endswith("stillinga: Vilde (15 %: 1 av 8).")


def test_three_are_named_the_smallest_first_and_the_others_counted() -> None:
    people = {"Ada": (2_200, 1), "Bo": (2_000, 1), "Cato": (2_100, 1), "Dag": (2_300, 1), "Ola": (9_000, 4)}
    told = shared_by(people)
    assert told.endswith(": Bo (20 %: 1 av 8), Cato (21 %: 1 av 8), Ada (22 %: 1 av 8) og 1 til.")

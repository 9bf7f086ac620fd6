"""Who has clearly fewer weekends than her part is named under the table of who gets what."""

from __future__ import annotations

from builders import WEEKEND, demand, person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.people import few_weekends_words, people_part

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

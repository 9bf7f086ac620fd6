"""Hours beyond and short of what the positions pay for: the sums, and that they are the same in all parts."""

from __future__ import annotations

import re

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.facts import Facts
from heiltid.exchange.pdf.discussion.frame import surplus_words
from heiltid.exchange.pdf.discussion.hours_off import hours_off_words
from heiltid.exchange.pdf.discussion.people import people_part
from heiltid.exchange.pdf.discussion.to_discuss import to_discuss
from heiltid.model import Plan

TWO, THREE = "D1 D1 - - - - -", "D1 D1 D1 - - - -"


def facts_with(shares: dict[str, tuple[str, int]], least: int = 0) -> Facts:
    """A week of people by name: what each works, and the position; so many asked for on weekdays."""
    people = tuple(person(name, bp, name=f"Kari {name}") for name, (_, bp) in shares.items())
    ward = unit(employees=people, demand=(demand(WEEKDAYS, "07:30-15:00", least),) if least else ())
    rota = plan(*(row(cells, name, bp) for name, (cells, bp) in shares.items()))
    return facts_of(rota, ward=ward, today=None)


def test_hours_beyond_what_a_rounded_position_pays_for_are_told_of_her() -> None:
    # 35 % of 35.5 h are 12.43 h: two days of 7.5 h are 2.6 h more.
    facts = facts_with({"1": (TWO, 3_500)})
    told = "Timar meir enn stillinga betaler for, i heile turnusen: Kari 1 2,6 t."
    assert hours_off_words(facts) == told
    assert told in page_text(people_part(facts)).replace("\n", " ")


def test_hours_short_of_what_positions_pay_for_are_told_in_a_sum() -> None:
    # 50 % of 35.5 h are 17.75 h: two days are 2.75 h fewer, of two people 5.5 h; 42.25 % is right.
    facts = facts_with({"1": (TWO, 5_000), "2": (TWO, 5_000), "3": (TWO, 4_225)})
    told = "Timar færre enn stillinga betaler for, i heile turnusen: 2 tilsette, til saman 5,5 t."
    assert hours_off_words(facts) == told


def test_everybody_with_a_deviation_is_counted_in_both_directions_and_the_net_is_told() -> None:
    # 50 %: 2.75 h fewer; 44 %: 0.62 h fewer; 35 %: 2.575 h more; 42 %: 0.09 h more.
    # 3.37 h fewer and 2.665 h more: 0.705 h fewer. Those shown add up: 2.7 + 0.7.
    shares = {"1": (TWO, 5_000), "2": (TWO, 4_400), "3": (TWO, 3_500), "4": (TWO, 4_200)}
    assert hours_off_words(facts_with(shares)) == (
        "Timar færre enn stillinga betaler for, i heile turnusen: 2 tilsette, til saman 3,4 t; "
        "timar meir: 2 tilsette, til saman 2,7 t (mest: Kari 3 2,6 t). Til saman 0,7 t færre."
    )


def test_where_all_are_named_they_are_not_the_most_of_them() -> None:
    told = hours_off_words(facts_with(dict.fromkeys("12", (TWO, 3_521))))  # 2.5 h each
    assert told.endswith(": 2 tilsette, til saman 5 t (Kari 1 2,5 t, Kari 2 2,5 t).")


def test_five_are_named_at_most_and_who_is_off_by_nothing_shown_is_not_counted() -> None:
    # 15 h less 35.5 h times 0.35: 2.575 h; 0.36: 2.22; 0.37: 1.865; 0.38: 1.51; 0.39: 1.155; 0.393: 1.0485 h,
    # the sixth; 0.395: 0.9775 h; together 11.351 h. 42.25 % is 14.999 h, off by less than a minute.
    shares = [3_500, 3_600, 3_700, 3_800, 3_900, 3_930, 3_950, 4_225]
    told = hours_off_words(facts_with({str(place): (TWO, bp) for place, bp in enumerate(shares)}))
    assert told.endswith(
        ": 7 tilsette, til saman 11,4 t "
        "(mest: Kari 0 2,6 t, Kari 1 2,2 t, Kari 2 1,9 t, Kari 3 1,5 t, Kari 4 1,2 t)."
    )


def test_small_deviations_alone_are_not_told_unless_all_together_are_not_small() -> None:
    # 44 %: 0.62 h fewer each. One is nobody's question, three are 1.9 h.
    assert hours_off_words(facts_with({"1": (TWO, 4_400)})) == ""
    three = dict.fromkeys("123", (TWO, 4_400))
    assert "3 tilsette, til saman 1,9 t." in hours_off_words(facts_with(three))
    # 57 % for 15 h is 5.2 h fewer, 28 % 5.1 h more.
    even = {"1": (TWO, 5_634), "2": (TWO, 2_817)}
    assert hours_off_words(facts_with(even)).endswith(" timar meir: Kari 2 5 t. Til saman går det opp i opp.")


def test_a_plan_of_positions_only_has_no_such_hours() -> None:
    facts = facts_of(Plan(rows=tuple(row("- - - - - - -", "1", 5_000) for _ in "1")), today=None)
    assert facts.plan.is_empty
    assert hours_off_words(facts) == ""


@pytest.mark.parametrize("first", range(5_000, 5_400, 13))
@pytest.mark.parametrize("last", [3_500, 3_517, 3_533])
def test_the_shown_sums_are_those_of_the_other_parts(first: int, last: int) -> None:
    # Parts 1 and 3 tell what is paid for and not planned among all hours beyond the need, where the parts
    # are rounded to add up; so 2.65 may stand there as 2.6. Here stands the same, and here too it adds up.
    shares = {"1": (THREE, first + 2_500), "2": (TWO, 9_000), "3": (TWO, last)}
    facts = facts_with(shares, least=1)
    elsewhere = re.search(r"([\d,]+) t som stillingane betaler for", surplus_words(facts))
    fewer, more, net = re.search(  # type: ignore[union-attr]
        r"saman ([\d,]+) t; timar meir: Kari 3 ([\d,]+) t\. Til saman ([\d,]+) t færre\.",
        hours_off_words(facts),
    ).groups()
    assert elsewhere is not None
    assert net == elsewhere.group(1)
    assert round(tenths(fewer) - tenths(more)) == tenths(net)


def tenths(shown: str) -> int:
    return round(float(shown.replace(",", ".")) * 10)


def test_hours_beyond_positions_are_to_be_discussed_for_those_who_have_them() -> None:
    # 35 %: 2.575 h more each; 50 %: 2.75 h fewer; 42 %: 0.09 h more, which alone is nobody's question.
    told = "Korleis timar ut over stillinga blir gjorde opp, for {} (del 2)"
    for shares, who in (
        ({"1": (TWO, 3_500), "2": (TWO, 3_500), "3": (TWO, 5_000)}, "2 tilsette"),
        ({"1": (TWO, 3_500)}, "1 tilsett"),
    ):
        assert told.format(who) in to_discuss(facts_with(shares))
    for little in ({"1": (TWO, 5_000)}, {"1": (TWO, 5_000), "2": (TWO, 4_200)}, {"1": (TWO, 4_200)}):
        assert "ut over stillinga" not in " ".join(to_discuss(facts_with(little)))

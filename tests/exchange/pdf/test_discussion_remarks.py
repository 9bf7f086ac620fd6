"""Small remarks of the report: one paper in place of many, what a note means, hours beyond the position."""

from __future__ import annotations

from dataclasses import replace

from builders import N1, person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.exchange.pdf.discussion.people import fewer_hours_words, more_hours_words, people_part
from heiltid.model import Agreement, Plan, Signed, Unit

# Nights of 9.5 hours: more than 9, so each who works one signs herself, § 10-5 (1).
NIGHTS = unit(
    shifts=(N1,),
    employees=tuple(person(number, 2_676, name=f"Kari {number}") for number in "123"),
)
ROTA = plan(*(row("N1 - - - - - -", number, 2_676) for number in "123"))
ASKED = "kome i staden for dei {} avtalane med kvar tilsett?"


def part_four(ward: Unit, rota: Plan = ROTA) -> str:
    return page_text(agreements_part(facts_of(rota, ward=ward, today=None))).replace("\n", " ")


def test_many_papers_with_one_each_ask_whether_one_with_the_representatives_will_do() -> None:
    facts = facts_of(ROTA, ward=NIGHTS, today=None)
    assert [use.paragraph for use in facts.agreements] == ["10-5 (1)"] * 3
    assert ASKED.format(3) in part_four(NIGHTS)
    signed = Agreement(paragraph="10-5 (1)", employee="1", signed=Signed.YES)
    assert ASKED.format(2) in part_four(replace(NIGHTS, agreements=(signed,)))


def test_one_paper_alone_or_a_refusal_of_the_representatives_raises_no_such_question() -> None:
    alone = plan(ROTA.rows[0], *(row("- - - - - - -", number, 2_676) for number in "23"))
    refused = Agreement(paragraph="10-5 (2)", signed=Signed.REFUSED)
    for ward, rota in ((NIGHTS, alone), (replace(NIGHTS, agreements=(refused,)), ROTA)):
        assert "kome i staden for" not in part_four(ward, rota)


def test_what_a_note_means_stands_beside_its_name() -> None:
    ward = unit(employees=(person("1", 2_113), person("2", 12_676)))
    rota = plan(row("- D1 - - - - -", "1", 2_113), row("D1 D1 D1 D1 D1 D1 -", "2", 10_000))
    told = part_four(ward, rota)
    assert "• Einsleg arbeidsdag (1): Ein enkelt arbeidsdag mellom fridagar riv opp fritida." in told
    assert "• Dagar på rad (1): Fleire arbeidsdagar på rad enn tilrådd, men ikkje over grensa." in told


def test_hours_beyond_what_a_rounded_position_pays_for_are_told_of_her() -> None:
    # 35 % of 35.5 h are 12.43 h: two days of 7.5 h are 2.6 h more; 42 % are 14.91 h: 0.1 h, no question.
    ward = unit(employees=(person("1", 3_500, name="Kari Nes"), person("2", 4_200, name="Ola Å")))
    rota = plan(row("D1 D1 - - - - -", "1", 3_500), row("- - D1 D1 - - -", "2", 4_200))
    facts = facts_of(rota, ward=ward, today=None)
    assert (
        more_hours_words(facts) == "Timar meir enn stillinga betaler for, i heile turnusen: Kari Nes 2,6 t."
    )
    assert more_hours_words(facts) in page_text(people_part(facts)).replace("\n", " ")


def test_hours_short_of_what_positions_pay_for_are_told_in_a_sum() -> None:
    # 50 % of 35.5 h are 17.75 h: two days of 7.5 h are 2.75 h fewer, of two people 5.5 h; 42 % is right.
    numbers = {"1": 5_000, "2": 5_000, "3": 4_200}
    ward = unit(employees=tuple(person(number, bp, name=f"Kari {number}") for number, bp in numbers.items()))
    rota = plan(*(row("D1 D1 - - - - -", number, bp) for number, bp in numbers.items()))
    facts = facts_of(rota, ward=ward, today=None)
    told = "Timar færre enn stillinga betaler for, i heile turnusen: 2 tilsette, til saman 5,5 t."
    assert fewer_hours_words(facts) == told
    assert told in page_text(people_part(facts)).replace("\n", " ")
    assert more_hours_words(facts) == ""

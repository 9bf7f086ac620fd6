"""Small remarks of the report: one paper in place of many, what a note means."""

from __future__ import annotations

from dataclasses import replace

from builders import N1, person, plan, row, unit
from exchange.pdf.discussion_case import facts_of
from exchange.pdf.story import page_text

from heiltid.exchange.pdf.discussion.agreements import agreements_part
from heiltid.exchange.pdf.discussion.to_discuss import to_discuss
from heiltid.model import Agreement, Plan, Signed, Unit

# Nights of 9.5 hours: more than 9, so each who works one signs herself, § 10-5 (1).
NIGHTS = unit(
    shifts=(N1,),
    employees=tuple(person(number, 2_676, name=f"Kari {number}") for number in "123"),
)
ROTA = plan(*(row("N1 - - - - - -", number, 2_676) for number in "123"))
ASKED = "kome i staden for dei {} avtalane med kvar tilsett?"
BOX = "Om éin avtale med dei tillitsvalde kan kome i staden for dei {} med kvar tilsett (del 4)"


def part_four(ward: Unit, rota: Plan = ROTA) -> str:
    return page_text(agreements_part(facts_of(rota, ward=ward, today=None))).replace("\n", " ")


def test_many_papers_with_one_each_ask_whether_one_with_the_representatives_will_do() -> None:
    facts = facts_of(ROTA, ward=NIGHTS, today=None)
    assert [use.paragraph for use in facts.agreements] == ["10-5 (1)"] * 3
    assert ASKED.format(3) in part_four(NIGHTS)
    assert BOX.format(3) in to_discuss(facts)
    signed = Agreement(paragraph="10-5 (1)", employee="1", signed=Signed.YES)
    assert ASKED.format(2) in part_four(replace(NIGHTS, agreements=(signed,)))


def test_one_paper_alone_or_a_refusal_of_the_representatives_raises_no_such_question() -> None:
    alone = plan(ROTA.rows[0], *(row("- - - - - - -", number, 2_676) for number in "23"))
    refused = Agreement(paragraph="10-5 (2)", signed=Signed.REFUSED)
    for ward, rota in ((NIGHTS, alone), (replace(NIGHTS, agreements=(refused,)), ROTA)):
        assert "kome i staden for" not in part_four(ward, rota)
        assert "kome i staden for" not in " ".join(to_discuss(facts_of(rota, ward=ward, today=None)))


def test_what_a_note_means_stands_beside_its_name() -> None:
    ward = unit(employees=(person("1", 2_113), person("2", 12_676)))
    rota = plan(row("- D1 - - - - -", "1", 2_113), row("D1 D1 D1 D1 D1 D1 -", "2", 10_000))
    told = part_four(ward, rota)
    assert "• Einsleg arbeidsdag (1): Ein enkelt arbeidsdag mellom fridagar riv opp fritida." in told
    assert "• Dagar på rad (1): Fleire arbeidsdagar på rad enn tilrådd." in told

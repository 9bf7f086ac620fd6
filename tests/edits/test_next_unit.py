"""A unit whose new rota is in force: positions and agreements."""

from __future__ import annotations

from builders import person, plan, row, unit

from heiltid.edits.next_unit import next_unit, with_needed, with_position
from heiltid.model import Agreement, Signed, Status
from heiltid.rules.agreement_list import AgreementUse, agreement_list
from heiltid.rules.registry import judge

# Days of 12.5 hours rest on an agreement with the representatives, § 10-5 (2).
LONG_WEEK = plan(row("L1 L1 L1 - - - -", "1"), row("D1 - - - - - -", "2"))
PAIR = unit(employees=(person("1", long_shifts=True), person("2")))


def uses() -> tuple[AgreementUse, ...]:
    return agreement_list(judge(PAIR, LONG_WEEK))


def test_needed_agreements_are_added_once_and_never_before_a_row_of_the_whole_unit() -> None:
    assert uses()
    added = with_needed((), uses())
    assert {entry.signed for entry in added} == {Signed.NO}
    assert with_needed(added, uses()) == added
    whole = tuple(Agreement(paragraph=use.paragraph, signed=Signed.YES) for use in uses())
    assert with_needed(whole, uses()) == whole


def test_positions_of_the_next_unit_fit_with_one_another() -> None:
    guarded = person("1", 5_000, wanted_bp=8_000)
    grown = with_position(guarded, 8_000)
    assert (grown.position_bp, grown.min_bp, grown.wanted_bp, grown.max_bp) == (8_000, 8_000, 8_000, 8_000)
    willing = person("1", 5_000, wanted_bp=4_000, min_bp=4_000, max_bp=5_000)
    assert with_position(willing, 4_500).min_bp == 4_000
    vacant = person("1", 6_000, status=Status.VACANT, min_bp=0, max_bp=10_000)
    closed = with_position(vacant, 0)
    assert (closed.position_bp, closed.wanted_bp, closed.min_bp, closed.max_bp) == (0, 0, 0, 10_000)


def test_the_unit_has_the_positions_of_the_plan_and_the_agreements_it_rests_on() -> None:
    found = next_unit(PAIR, plan(row("- - - - - - -", "1", 9_000)), uses())
    assert [entry.position_bp for entry in found.employees] == [9_000, 10_000]
    assert found.agreements == with_needed((), uses())

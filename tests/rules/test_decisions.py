"""Decisions answer notes of the same rule, of the same person, on their days; nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from heiltid.model import Decision, Plan
from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding, Severity

NOTE = Finding(
    rule="isolated_free_day",
    paragraph="",
    severity=Severity.NOTE,
    employee="7",
    days=(3, 10),
    text_key="isolated_free_day",
)
ANSWER = Decision(
    rule="isolated_free_day",
    employee="7",
    days=(3, 10, 17),
    reason="Ho ber om det sjølv",
    by="Leiaren",
    decided_at=datetime(2027, 1, 4, 9, 30),
)


def decided(*decisions: Decision) -> Plan:
    return Plan(rows=(), decisions=decisions)


def test_a_note_whose_days_are_all_decided_is_answered() -> None:
    assert decision_for(NOTE, decided(ANSWER)) == ANSWER


@pytest.mark.parametrize(
    "other",
    [
        replace(NOTE, days=(3, 11)),  # the 11th day is new
        replace(NOTE, rule="isolated_work_day"),
        replace(NOTE, employee="8"),
        replace(NOTE, employee=None),
        replace(NOTE, severity=Severity.BREACH),
        replace(NOTE, severity=Severity.NEEDS_AGREEMENT, agreement="10-8 (4)"),
    ],
)
def test_anything_else_stays_open(other: Finding) -> None:
    assert decision_for(other, decided(ANSWER)) is None


def test_a_note_on_the_whole_unit() -> None:
    lacking = replace(NOTE, rule="staffing_minimum", employee=None, days=(5,))
    unit_wide = replace(ANSWER, rule="staffing_minimum", employee=None, days=(5,))
    assert decision_for(lacking, decided(ANSWER, unit_wide)) == unit_wide


def test_a_note_on_the_whole_rota_has_no_days_and_neither_has_its_decision() -> None:
    hours = replace(NOTE, rule="position_hours", days=())
    assert decision_for(hours, decided(replace(ANSWER, rule="position_hours", days=()))) is not None
    assert (
        decision_for(replace(hours, days=(3,)), decided(replace(ANSWER, rule="position_hours", days=())))
        is None
    )


def test_the_latest_of_several_decisions_counts() -> None:
    later = replace(ANSWER, reason="Avtalt på ny", decided_at=datetime(2027, 2, 1, 8, 0))
    assert decision_for(NOTE, decided(later, ANSWER)) == later
    assert decision_for(NOTE, decided()) is None

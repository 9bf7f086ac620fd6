"""The list of agreements a plan uses, from its findings."""

from __future__ import annotations

from heiltid.model import Signed
from heiltid.rules.agreement_list import SCOPES, agreement_list
from heiltid.rules.agreements import SIGNERS
from heiltid.rules.finding import Finding, Severity, Signer


def use(
    paragraph: str,
    employee: str | None,
    days: tuple[int, ...],
    *,
    rule: str = "shift_length",
    signed: Signed = Signed.NO,
    severity: Severity = Severity.NEEDS_AGREEMENT,
) -> Finding:
    return Finding(
        rule=rule,
        paragraph="10-4 (1)",
        severity=severity,
        employee=employee,
        days=days,
        text_key=rule,
        agreement=paragraph,
        signer=Signer.EMPLOYEE,
        signed=signed,
    )


def test_the_employees_own_agreements_are_one_each() -> None:
    found = agreement_list(
        [
            use("10-8 (4)", "2", (6, 13), rule="sunday_rest", signed=Signed.YES),
            use("10-5 (1)", "1", (3,)),
            use("10-5 (1)", "2", (4,)),
            use("10-5 (1)", "1", (1,), rule="weekly_hours"),
        ]
    )
    assert [(entry.paragraph, entry.employees, entry.days, entry.rules) for entry in found] == [
        ("10-5 (1)", ("1",), (1, 3), ("shift_length", "weekly_hours")),
        ("10-5 (1)", ("2",), (4,), ("shift_length",)),
        ("10-8 (4)", ("2",), (6, 13), ("sunday_rest",)),
    ]
    assert [entry.signed for entry in found] == [Signed.NO, Signed.NO, Signed.YES]
    assert {entry.signer for entry in found} == {Signer.EMPLOYEE}


def test_the_units_agreements_are_one_with_all_who_use_them() -> None:
    (entry,) = agreement_list(
        [
            use("10-8 (3)", "2", (5,), rule="daily_rest"),
            use("10-8 (3)", "1", (5, 2), rule="daily_rest"),
            use("10-8 (3)", "2", (9,), rule="weekly_rest"),
        ]
    )
    assert (entry.employees, entry.days) == (("2", "1"), (2, 5, 9))
    assert entry.rules == ("daily_rest", "weekly_rest")
    assert entry.signer is Signer.UNION_REPRESENTATIVES


def test_it_is_signed_when_it_is_signed_for_everybody() -> None:
    both = [use("10-5 (2)", "1", (0,), signed=Signed.YES), use("10-5 (2)", "2", (0,), signed=Signed.YES)]
    assert agreement_list(both)[0].signed is Signed.YES
    assert agreement_list([*both, use("10-5 (2)", "3", (0,))])[0].signed is Signed.NO


def test_breaches_and_notes_rest_on_no_agreement() -> None:
    assert agreement_list([use("10-5 (2)", "1", (0,), severity=Severity.BREACH)]) == ()
    assert agreement_list([use("10-5 (2)", "1", (0,), severity=Severity.NOTE)]) == ()


def test_whatever_can_be_agreed_on_has_words_for_what_it_opens() -> None:
    assert SCOPES.keys() == SIGNERS.keys()

"""The list of agreements a plan uses: what, where, who signs, signed or not. Source: domain.md section 3."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from heiltid.model import Signed
from heiltid.rules.agreements import (
    CENTRAL,
    INDIVIDUAL,
    INSPECTION,
    LOCAL,
    MORE_OVERTIME,
    REST,
    SIGNERS,
    SPECIAL,
    SUNDAY,
)
from heiltid.rules.finding import Finding, Severity, Signer

SIGNED_BY_EACH = frozenset({INDIVIDUAL, SUNDAY})  # made with the employee, one paper each
SCOPES = {  # the text that tells what an agreement opens for
    INDIVIDUAL: "agreement_scope.individual",
    LOCAL: "agreement_scope.local",
    INSPECTION: "agreement_scope.inspection",
    MORE_OVERTIME: "agreement_scope.more_overtime",
    REST: "agreement_scope.rest",
    SUNDAY: "agreement_scope.sunday",
    CENTRAL: "agreement_scope.central",
    SPECIAL: "agreement_scope.special",
}

CODES = "codes"  # the value of a finding that names the shifts it is about
UP_TO = frozenset({"shift_length", "weekly_hours"})  # rules with another text where not all are alike
CUT_BY_LENGTH = "daily_rest_long_shift"  # a text that names one shift


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementUse:
    """One agreement a plan rests on.

    An individual agreement has one employee; any other is the unit's, with all whose shifts use it.
    days: the plan's days on which it is used; signed: YES only if it is signed for everybody concerned.
    grounds: of each of `rules` the gravest finding, with the days of all findings of that rule; found: all
    of them, as they were made, to count the days by person.
    """

    paragraph: str
    signer: Signer
    employees: tuple[str, ...]
    days: tuple[int, ...]
    rules: tuple[str, ...]
    signed: Signed
    grounds: tuple[Finding, ...] = ()
    found: tuple[Finding, ...] = ()


def agreement_list(findings: Iterable[Finding]) -> tuple[AgreementUse, ...]:
    """The agreements that findings rest on, by paragraph and then in the order people are found."""
    groups: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in findings:
        if finding.severity is Severity.NEEDS_AGREEMENT and finding.agreement is not None:
            each = finding.agreement in SIGNED_BY_EACH
            groups.setdefault((finding.agreement, finding.employee if each else None), []).append(finding)
    order = {paragraph: place for place, paragraph in enumerate(SIGNERS)}
    ordered = sorted(groups.items(), key=lambda group: order[group[0][0]])
    return tuple(_use(paragraph, found) for (paragraph, _), found in ordered)


def _use(paragraph: str, found: list[Finding]) -> AgreementUse:
    people = (finding.employee for finding in found)
    everybody = all(finding.signed is Signed.YES for finding in found)
    return AgreementUse(
        paragraph=paragraph,
        signer=SIGNERS[paragraph],
        employees=tuple(dict.fromkeys(number for number in people if number is not None)),
        days=tuple(sorted({day for finding in found for day in finding.days})),
        rules=tuple(dict.fromkeys(finding.rule for finding in found)),
        signed=Signed.YES if everybody else Signed.NO,
        grounds=grounds_of(found),
        found=tuple(found),
    )


def grounds_of(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding of each rule for all of them: the gravest, with the days and the shifts of every one."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    return tuple(_together(found) for found in by_rule.values())


def _together(found: list[Finding]) -> Finding:
    """What is told of several is true of each: "up to" where they differ, and no shift of only some alone."""
    gravest = max(found, key=lambda finding: finding.amount)
    values = [dict(finding.values) for finding in found]
    codes = {code for known in values for code in str(known.get(CODES, "")).split(", ") if code}
    text_key = gravest.text_key
    if gravest.rule in UP_TO and any(finding.values != gravest.values for finding in found):
        text_key = f"{gravest.rule}_many"
    elif text_key == CUT_BY_LENGTH and len({known.get("before") for known in values}) > 1:
        text_key = gravest.rule
    return replace(
        gravest,
        text_key=text_key,
        values=tuple(
            (name, ", ".join(sorted(codes)) if name == CODES else value) for name, value in gravest.values
        ),
        days=tuple(sorted({day for finding in found for day in finding.days})),
    )

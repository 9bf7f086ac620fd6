"""Findings: what a rule has to say of a plan, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from heiltid.model import Signed


class Severity(StrEnum):
    """BREACH: nobody may sign it away. NEEDS_AGREEMENT: lawful with a paper. NOTE: soft."""

    BREACH = "breach"
    NEEDS_AGREEMENT = "needs_agreement"
    NOTE = "note"


class Signer(StrEnum):
    """Who signs an agreement."""

    EMPLOYEE = "employee"
    UNION_REPRESENTATIVES = "union representatives"
    UNIONS_CENTRALLY = "unions centrally"
    LABOUR_INSPECTION = "labour inspection"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule broken, bent or strained.

    amount and unit say by how much ("90", "minutes"); `days` are days of the plan (0 = first
    Monday). The text is catalogue key `finding.<text_key>` with `values`, plus {who}, {when},
    {amount} that every text may use. agreement/signer/signed only for NEEDS_AGREEMENT.
    """

    rule: str
    paragraph: str
    severity: Severity
    employee: str | None = None
    days: tuple[int, ...] = ()
    amount: int = 0
    unit: str = "minutes"
    text_key: str
    values: tuple[tuple[str, str | int | float], ...] = field(default=())
    agreement: str | None = None
    signer: Signer | None = None
    signed: Signed | None = None


def merged(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Findings that differ in nothing but their days, drawn together in the order first seen."""
    days: dict[Finding, set[int]] = {}
    for finding in findings:
        days.setdefault(replace(finding, days=()), set()).update(finding.days)
    for finding, when in days.items():
        yield replace(finding, days=tuple(sorted(when)))

"""Which agreement opens a road, who signs it, and what a use of it amounts to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from heiltid.model import Signed
from heiltid.rulebook import RuleBook
from heiltid.rules.finding import Finding, Severity, Signer

INDIVIDUAL = "10-5 (1)"
LOCAL = "10-5 (2)"
INSPECTION = "10-5 (3)"
MORE_OVERTIME = "10-6 (5)"  # no rota rests on it, only shifts that are booked on top of one
REST = "10-8 (3)"
SUNDAY = "10-8 (4)"
CENTRAL = "10-12 (4)"
SPECIAL = "SFS 2310"
HOUSE = ""  # the paragraph of a rule that stands in no law: the unit's own limit

SIGNERS = {
    INDIVIDUAL: Signer.EMPLOYEE,
    LOCAL: Signer.UNION_REPRESENTATIVES,
    INSPECTION: Signer.LABOUR_INSPECTION,
    MORE_OVERTIME: Signer.UNION_REPRESENTATIVES,
    REST: Signer.UNION_REPRESENTATIVES,
    SUNDAY: Signer.EMPLOYEE,
    CENTRAL: Signer.UNIONS_CENTRALLY,
    SPECIAL: Signer.UNION_REPRESENTATIVES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Road:
    """The way a deviation is covered: an agreement, or none (then it is a breach)."""

    severity: Severity
    agreement: str | None = None
    signer: Signer | None = None
    signed: Signed | None = None


def road(book: RuleBook, employee: str | None, *paragraphs: str) -> Road:
    """The first of the paragraphs (weakest first) that may be used; else the first not refused.

    A refused agreement closes its road; when all are refused the deviation is a breach.
    """
    open_roads = [name for name in paragraphs if book.signed(name, employee) is not Signed.REFUSED]
    if not open_roads:
        return Road(severity=Severity.BREACH)
    usable = [name for name in open_roads if book.may_use(name, employee)]
    chosen = (usable or open_roads)[0]
    return Road(
        severity=Severity.NEEDS_AGREEMENT,
        agreement=chosen,
        signer=SIGNERS[chosen],
        signed=book.signed(chosen, employee),
    )


def road_above(book: RuleBook, employee: str | None, own: tuple[str, ...], above: tuple[str, ...]) -> Road:
    """The road by the paragraphs meant for a deviation, or by a wider agreement that may be used.

    A signed central agreement covers what a refused local one would have; an unsigned one does not
    turn the refusal into a mere missing signature.
    """
    return road(book, employee, *own, *(name for name in above if book.may_use(name, employee)))


def on_road(finding: Finding, way: Road) -> Finding:
    """The finding with its severity and agreement set by the road."""
    return replace(
        finding, severity=way.severity, agreement=way.agreement, signer=way.signer, signed=way.signed
    )


def rest_road(book: RuleBook, employee: str | None, found: int, agreed: int | None) -> Road:
    """Who covers a rest of `found` minutes that is below the law's: the union representatives down

    to `agreed` minutes (None: without end), 10-8 (3), the unions centrally below.
    """
    if agreed is None or found >= agreed:
        return road_above(book, employee, (REST,), (CENTRAL,))
    return road(book, employee, CENTRAL)

"""How evenly nights and evenings are split between the people who may work them."""

from __future__ import annotations

from collections.abc import Iterator

from heiltid.model import FULL_TIME_BP, Employee, ShiftKind
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.limits import limit_of

NAME = "kind_split"
SPLIT_KINDS = (ShiftKind.NIGHT, ShiftKind.EVENING)


def kind_split(context: Context) -> Iterator[Finding]:
    """A share of nights, or of evenings, too far from the mean of all who may choose that kind.

    Share = shifts of the kind / all shifts that cover demand. People with no other kind than that one
    are not compared: their share is what they were hired for.
    """
    for kind in SPLIT_KINDS:
        shares = [
            (person, share)
            for person in context.people
            if _may_choose(context, person, kind) and (share := share_of(context, person, kind)) is not None
        ]
        if shares:
            mean = round(sum(share for _, share in shares) / len(shares))
            for person, share in shares:
                yield from _judged(context, person, kind, share, mean)


def share_of(context: Context, person: Employee, kind: ShiftKind) -> int | None:
    """The kind's share of a person's shifts in basis points; None without any shift."""
    kinds = context.line(person).kinds
    total = kinds.total()
    return round(kinds[kind] * FULL_TIME_BP / total) if total else None


def _may_choose(context: Context, person: Employee, kind: ShiftKind) -> bool:
    kinds = context.kinds_open_to(person)
    return kind in kinds and len(kinds) > 1


def _judged(context: Context, person: Employee, kind: ShiftKind, share: int, mean: int) -> Iterator[Finding]:
    tolerance = limit_of(context, NAME, "tolerance_bp", person)
    if tolerance is None or abs(share - mean) <= tolerance:
        return
    yield Finding(
        rule=NAME,
        paragraph=HOUSE,
        severity=Severity.NOTE,
        employee=person.number,
        amount=abs(share - mean) - tolerance,
        unit="basis points",
        text_key=f"kind_split_{kind.name.lower()}",
        values=(("share_bp", share), ("mean_bp", mean), ("tolerance_bp", tolerance)),
    )

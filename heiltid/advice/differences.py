"""What a change of the plan brings: the findings that are new, or worse than they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from heiltid.rules.contract import FULL_TIME_WEEK, POSITION_HOURS
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement
from heiltid.rules.kind_split import NAME as KIND_SPLIT

# Every shift moves these by some minutes or basis points: they are news only where they were not before.
GRADUAL = frozenset({POSITION_HOURS, FULL_TIME_WEEK, KIND_SPLIT})

GRAVITY = (Severity.BREACH, Severity.NEEDS_AGREEMENT, Severity.NOTE)

_Kind: TypeAlias = tuple[object, ...]


def added(before: Iterable[Finding], after: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings of `after` that `before` lacks, or has with a smaller amount or without some of the days."""
    known: dict[_Kind, list[Finding]] = {}
    for finding in before:
        known.setdefault(_kind(finding), []).append(finding)
    return tuple(finding for finding in after if not _is_known(finding, known.get(_kind(finding), [])))


def _kind(finding: Finding) -> _Kind:
    """What two findings share that say the same of the same person or of the unit."""
    asked = dict(finding.values).get("asked")
    return (finding.rule, finding.text_key, finding.severity, finding.agreement, finding.employee, asked)


def _is_known(finding: Finding, counterparts: list[Finding]) -> bool:
    if finding.rule in GRADUAL and counterparts:
        return True
    return any(
        finding.amount <= other.amount and set(finding.days) <= set(other.days) for other in counterparts
    )


def one_way(
    brought: Iterable[Finding], eased: Iterable[Finding]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Both without what the other outweighs: a rule that stands in both is kept where it weighs more.

    A week that goes from 54 to 47.5 h asks for another agreement than before: that is no new burden.
    """
    worse, better = tuple(brought), tuple(eased)
    heavier, lighter = _heaviest(worse), _heaviest(better)
    grows = {rule for rule, weight in heavier.items() if rule not in lighter or weight > lighter[rule]}
    return (
        tuple(finding for finding in worse if finding.rule in grows),
        tuple(finding for finding in better if finding.rule not in grows),
    )


def _heaviest(findings: Iterable[Finding]) -> dict[str, tuple[int, int, int]]:
    """What weighs most of each rule: the kind, then by how much, then on how many days."""
    found: dict[str, tuple[int, int, int]] = {}
    for finding in findings:
        weight = (-GRAVITY.index(finding.severity), finding.amount, len(finding.days))
        found[finding.rule] = max(weight, found.get(finding.rule, weight))
    return found


def about(judgement: Judgement, employee: str) -> Iterator[Finding]:
    """The findings of one person's line and those of the whole unit; of nobody else."""
    yield from judgement.by_person.get(employee, ())
    yield from (finding for finding in judgement.of_unit if finding.employee in (None, employee))

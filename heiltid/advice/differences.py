"""What a change of the plan brings: the findings that are new, or worse than they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.rules.contract import FULL_TIME_WEEK, POSITION_HOURS
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement
from heiltid.rules.kind_split import NAME as KIND_SPLIT
from heiltid.rules.wording import runs

# Every shift moves these by some minutes or basis points: they are news only where they were not before.
GRADUAL = frozenset({POSITION_HOURS, FULL_TIME_WEEK, KIND_SPLIT})

GRAVITY = (Severity.BREACH, Severity.NEEDS_AGREEMENT, Severity.NOTE)

_Kind: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A finding that stands elsewhere now. finding: as it stands; days: the new ones.

    is_other: it was somebody else's before.
    """

    finding: Finding
    days: tuple[int, ...]
    is_other: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What came, went and moved between two plans, in findings of each rule and person.

    gained, lost: runs of days more, or fewer, of findings that stand in both.
    """

    new: int = 0
    gone: int = 0
    gained: int = 0
    lost: int = 0
    moved: tuple[Moved, ...] = ()

    @property
    def change(self) -> int:
        """Places more than before, wherever they are."""
        return self.new + self.gained - self.gone - self.lost


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


def compared(before: Iterable[Finding], after: Iterable[Finding]) -> Compared:
    """How often each is said of each person, and on which days; amounts may grow or shrink unsaid.

    What follows hours moves with every shift: its days are no news.
    """
    was, now = _by_person(before), _by_person(after)
    new = gone = 0
    moved: list[Moved] = []
    gained: list[tuple[Finding, list[int]]] = []
    lost: list[tuple[Finding, list[int]]] = []
    for kind in {**was, **now}:
        earlier, later = was.get(kind, []), now.get(kind, [])
        more = len(later) - len(earlier)
        new, gone = new + max(more, 0), gone + max(-more, 0)
        if not earlier or not later or later[0].rule in GRADUAL or more > 0:
            continue
        come, left = _days_beyond(earlier, later), _days_beyond(later, earlier)
        if come and left:
            moved.append(Moved(finding=later[0], days=tuple(come)))
        elif more == 0 and come:
            gained.append((later[0], come))
        elif more == 0 and left:
            lost.append((earlier[0], left))
    moved += _handed_over(gained, lost)
    return Compared(new=new, gone=gone, gained=_places(gained), lost=_places(lost), moved=tuple(moved))


def _by_person(findings: Iterable[Finding]) -> dict[_Kind, list[Finding]]:
    found: dict[_Kind, list[Finding]] = {}
    for finding in findings:
        kind = (finding.rule, finding.text_key, finding.severity, finding.employee)
        found.setdefault(kind, []).append(finding)
    return found


def _days_beyond(known: Iterable[Finding], findings: Iterable[Finding]) -> list[int]:
    """The days of findings that are none of those known."""
    old = {day for finding in known for day in finding.days}
    return sorted({day for finding in findings for day in finding.days} - old)


def _handed_over(
    gained: list[tuple[Finding, list[int]]], lost: list[tuple[Finding, list[int]]]
) -> Iterator[Moved]:
    """What one person loses and another gains of the same rule; it is taken out of both lists."""
    for entry in tuple(gained):
        finding, days = entry
        giver = next((other for other in lost if other[0].rule == finding.rule), None)
        if giver is not None:
            gained.remove(entry)
            lost.remove(giver)
            yield Moved(finding=finding, days=tuple(days), is_other=True)


def _places(entries: Iterable[tuple[Finding, list[int]]]) -> int:
    return sum(len(runs(days)) for _, days in entries)


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

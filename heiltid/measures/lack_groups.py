"""The holes of a plan drawn together: on many days the same people lack at the same time.

A hole is a finding: a row of the demand on a day, as everywhere else they are counted.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from heiltid.rules.finding import Finding
from heiltid.rules.staffing import MINIMUM


@dataclass(frozen=True, slots=True, kw_only=True)
class LackGroup:
    """The holes at the same times, of as many people and the same competence ("": anybody)."""

    times: str
    people: int
    competence: str
    holes: tuple[Finding, ...]

    @property
    def days(self) -> frozenset[int]:
        """The days on which they are."""
        return frozenset(day for hole in self.holes for day in hole.days)


def lacking(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that tell of too few people, in the order of the days."""
    return tuple(sorted((f for f in findings if f.rule == MINIMUM), key=lambda finding: finding.days))


def lack_groups(findings: Iterable[Finding]) -> tuple[LackGroup, ...]:
    """The holes among the findings, the most frequent first."""
    alike: dict[tuple[str, int, str], list[Finding]] = {}
    for finding in lacking(findings):
        values = dict(finding.values)
        key = (str(values["times"]), int(str(values["people"])), str(values.get("asked", "")))
        alike.setdefault(key, []).append(finding)
    groups = [
        LackGroup(times=times, people=people, competence=competence, holes=tuple(holes))
        for (times, people, competence), holes in alike.items()
    ]
    return tuple(sorted(groups, key=lambda group: -len(group.holes)))

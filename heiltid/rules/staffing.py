"""The staffing of a plan against its demand, kept so that a change of some cells costs little.

Too few for the Min is told per Demand row and day, fewer than the Target and more than the Max per
Demand row. Amounts are person-minutes. Source: workbook.md, sheet Demand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.coverage import Coverage, Presence, Requirement, Segment
from heiltid.model import MINUTES_PER_DAY, MINUTES_PER_HOUR, Plan, PlanRow
from heiltid.rules.agreements import HOUSE
from heiltid.rules.finding import Finding, Severity

MINIMUM, TARGET, MAXIMUM = "staffing_minimum", "staffing_target", "staffing_maximum"

Cover: TypeAlias = tuple[int, str]  # day, code
Workers: TypeAlias = Mapping[Cover, tuple[str, ...]]


def _below_minimum(need: Requirement, present: int) -> int:
    return need.minimum - present


def _below_target(need: Requirement, present: int) -> int:
    """Beyond what already lacks to the Min."""
    return need.target - max(present, need.minimum)


def _above_maximum(need: Requirement, present: int) -> int:
    return 0 if need.maximum is None else present - need.maximum


# People too few or too many among those present, by rule.
OFF: Mapping[str, Callable[[Requirement, int], int]] = {
    MINIMUM: _below_minimum,
    TARGET: _below_target,
    MAXIMUM: _above_maximum,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The pieces of one requirement where people lack, or are too many. Never without a piece."""

    requirement: Requirement
    pieces: tuple[tuple[Segment, int], ...]
    person_minutes: int
    most: int


def _gap(rule: str, need: Requirement, segments: Sequence[Segment], counts: Sequence[int]) -> Gap | None:
    off = OFF[rule]
    people = [off(need, present) for present in counts]
    most = max(people, default=0)
    if most <= 0:
        return None
    pieces = tuple((segment, many) for segment, many in zip(segments, people, strict=True) if many > 0)
    return Gap(
        requirement=need,
        pieces=pieces,
        person_minutes=sum(segment.minutes * many for segment, many in pieces),
        most=most,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one rule tells. A group is one finding: a requirement for the Min, a Demand row for the others.

    groups: by the group's number its gaps, by their place in `coverage.requirements`; findings: the
    same numbers, in order.
    """

    rule: str
    groups: Mapping[int, Mapping[int, Gap]]
    findings: Mapping[int, Finding]

    def moved(self, gaps: Iterable[tuple[int, int, Gap | None]]) -> Told:
        """With these gaps (place, row, what is off there now) instead of those that were there."""
        groups, findings = dict(self.groups), dict(self.findings)
        touched: dict[int, dict[int, Gap]] = {}
        for place, row, gap in gaps:
            number = place if self.rule == MINIMUM else row
            inside = touched.setdefault(number, dict(groups.get(number, {})))
            inside.pop(place, None)
            if gap is not None:
                inside[place] = gap
        for number, inside in touched.items():
            groups.pop(number, None)
            findings.pop(number, None)
            if inside:
                groups[number] = dict(sorted(inside.items()))
                findings[number] = _finding(self.rule, list(groups[number].values()))
        return Told(rule=self.rule, groups=groups, findings=dict(sorted(findings.items())))


def _finding(rule: str, gaps: Sequence[Gap]) -> Finding:
    need = gaps[0].requirement
    asked = need.shift if need.shift is not None else need.competence
    ending = "_shift" if need.shift is not None else "_competence" if need.competence is not None else ""
    minutes = sum(gap.person_minutes for gap in gaps)
    times = gap_times(gaps[0]) if rule == MINIMUM else span_text(need.start, need.end)
    return Finding(
        rule=rule,
        paragraph=HOUSE,
        severity=Severity.NOTE,
        days=tuple(gap.requirement.day for gap in gaps),
        amount=minutes,
        unit="person minutes",
        text_key=rule + ending,
        values=(
            ("times", times),
            ("people", max(gap.most for gap in gaps)),
            ("total_minutes", minutes),
            *((("asked", asked),) if asked is not None else ()),
        ),
    )


def gap_times(gap: Gap) -> str:
    """Clock times of a gap's pieces, neighbours drawn together: "07:30–09:30, 20:00–22:00"."""
    spans: list[tuple[int, int]] = []
    for segment, _ in gap.pieces:
        if spans and spans[-1][1] == segment.start:
            spans[-1] = (spans[-1][0], segment.end)
        else:
            spans.append((segment.start, segment.end))
    return ", ".join(span_text(start, end) for start, end in spans)


def span_text(start: int, end: int) -> str:
    """Two minutes, of any day, as clock times: "22:00–07:30"."""
    return f"{clock_text(start)}–{clock_text(end)}"


def clock_text(minute: int) -> str:
    """A minute, of any day, on the clock: "07:30"."""
    hour, rest = divmod(minute % MINUTES_PER_DAY, MINUTES_PER_HOUR)
    return f"{hour:02d}:{rest:02d}"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Staffing:
    """Who works when, the people in each of `coverage.segments`, and what the three rules tell of it."""

    coverage: Coverage
    workers: Workers
    counts: tuple[int, ...]
    told: tuple[Told, ...]

    def findings(self, rule: str) -> Iterator[Finding]:
        """What one of the three rules tells."""
        return (finding for told in self.told if told.rule == rule for finding in told.findings.values())

    def gaps(self, rule: str, place: int) -> Gap | None:
        """What is off at one place of `coverage.requirements`."""
        number = place if rule == MINIMUM else self.coverage.requirements[place].row
        (told,) = (entry for entry in self.told if entry.rule == rule)
        return told.groups.get(number, {}).get(place)

    def moved(self, pairs: Iterable[tuple[PlanRow, PlanRow]]) -> Staffing:
        """The staffing after some lines were replaced: (line before, line now), one pair per person."""
        workers = dict(self.workers)
        changed: set[Cover] = set()
        for was, row in pairs:
            gone, come = set(self.coverage.covers_of(was)), set(self.coverage.covers_of(row))
            changed |= gone ^ come
            for cover in gone - come:
                workers[cover] = tuple(number for number in workers[cover] if number != row.employee)
            for cover in come - gone:
                workers[cover] = (*workers.get(cover, ()), row.employee)
        return self._with(workers, changed) if changed else self

    def _with(self, workers: Workers, changed: Iterable[Cover]) -> Staffing:
        coverage, present = self.coverage, Presence(self.coverage, workers)
        places = sorted({place for cover in changed for place in coverage.requirements_at.get(cover, ())})
        counts = list(self.counts)
        for place in places:
            for index in coverage.spans[place]:
                counts[index] = present.in_segment(coverage.segments[index])
        return Staffing(
            coverage=coverage,
            workers=workers,
            counts=tuple(counts),
            told=tuple(told.moved(_gaps(coverage, told.rule, counts, places)) for told in self.told),
        )


def _gaps(
    coverage: Coverage, rule: str, counts: Sequence[int], places: Iterable[int]
) -> Iterator[tuple[int, int, Gap | None]]:
    for place in places:
        need, span = coverage.requirements[place], coverage.spans[place]
        segments, present = coverage.segments[span.start : span.stop], counts[span.start : span.stop]
        yield place, need.row, _gap(rule, need, segments, present)


def staffing_of(coverage: Coverage, plan: Plan) -> Staffing:
    """The staffing of a whole plan."""
    workers = coverage.workers(plan)
    present = Presence(coverage, workers)
    counts = tuple(map(present.in_segment, coverage.segments))
    everywhere = range(len(coverage.requirements))
    return Staffing(
        coverage=coverage,
        workers=workers,
        counts=counts,
        told=tuple(
            Told(rule=rule, groups={}, findings={}).moved(_gaps(coverage, rule, counts, everywhere))
            for rule in OFF
        ),
    )

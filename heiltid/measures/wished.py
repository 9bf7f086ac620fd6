"""Where a rota has fewer or more people than wanted, the least being met: alike times drawn together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heiltid.measures.against import Against, present_in
from heiltid.rules.context import Context
from heiltid.rules.staffing import TARGET, Gap, gap_times, span_text

HANDING_OVER_MINUTES = 60  # at the ends of a row, others come or go: who lacks still lacks in all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class OffWished:
    """As many people too few or too many at the same times. days: at least one, in order."""

    times: str
    people: int
    is_below: bool
    competence: str | None
    days: tuple[int, ...]
    person_minutes: int  # in all; 0 where too many


def off_wished(context: Context) -> tuple[OffWished, ...]:
    """Every requirement between Min and Target, and above Target all through: too few first, then by day."""
    alike: dict[tuple[bool, str, int, str | None], list[OffWished]] = {}
    for one in _each(context):
        alike.setdefault((not one.is_below, one.times, one.people, one.competence), []).append(one)
    drawn = [drawn_together(found) for found in alike.values()]
    return tuple(sorted(drawn, key=lambda one: (not one.is_below, one.days)))


def drawn_together(found: Sequence[OffWished]) -> OffWished:
    """One of all days, with the most people; found: at least one, of the same times and competence."""
    return OffWished(
        times=found[0].times,
        people=max(one.people for one in found),
        is_below=found[0].is_below,
        competence=found[0].competence,
        days=tuple(sorted({day for one in found for day in one.days})),
        person_minutes=sum(one.person_minutes for one in found),
    )


def _each(context: Context) -> Iterator[OffWished]:
    coverage = context.coverage
    for place, (asked, span) in enumerate(zip(coverage.requirements, coverage.spans, strict=True)):
        is_counted = asked.row in coverage.surplus_rows
        present = present_in(asked, context.staffing[span.start : span.stop], counts_surplus=is_counted)
        gap = context.staffed.gaps(TARGET, place)
        if present.against is Against.BELOW_TARGET and gap is not None:
            times, people, minutes = _below(gap)
        elif present.against is Against.ABOVE_TARGET:
            times, people, minutes = span_text(asked.start, asked.end), present.people - asked.target, 0
        else:
            continue
        yield OffWished(
            times=times,
            people=people,
            is_below=present.against is Against.BELOW_TARGET,
            competence=asked.competence,
            days=(asked.day,),
            person_minutes=minutes,
        )


def _below(gap: Gap) -> tuple[str, int, int]:
    """Times, people and person-minutes: of the whole row where only those who hand over are there besides."""
    asked, pieces = gap.requirement, gap.pieces
    before, after = pieces[0][0].start - asked.start, asked.end - pieces[-1][0].end
    is_whole = sum(segment.minutes for segment, _ in pieces) + before + after == asked.end - asked.start
    if not is_whole or max(before, after) > HANDING_OVER_MINUTES:
        return gap_times(gap), gap.most, gap.person_minutes
    minutes = gap.person_minutes + before * pieces[0][1] + after * pieces[-1][1]
    return span_text(asked.start, asked.end), gap.most, minutes

"""What became better and what worse from the proposal a run went on from to the one it made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from heiltid.measures.lack_groups import lacking
from heiltid.model import MINUTES_PER_HOUR, Plan
from heiltid.rules.agreement_list import agreement_list
from heiltid.rules.context import Context
from heiltid.rules.contract import POSITION_HOURS
from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import judge_all
from ui.building import figures_of
from ui.document import Document
from ui.pages.build.weekends_beside import Weekends, weekend_differences, weekends_of
from ui.plan_names import plan_name
from ui.smaller_words import smaller_words
from ui.texts import number, share, tr


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """What is compared of a plan, each as it is shown too."""

    open_minutes: int
    holes: int
    average: str
    average_bp: float
    full_time: int
    small: int
    unwanted: int
    hours: int  # whose hours do not fit the position: no new proposal may have them
    weekends: Weekends
    breaches: int
    agreements: int
    notes: int


def beside_words(document: Document, base: Plan, made: Plan, found: Sequence[Finding]) -> str:
    """A line of what is better and one of what is worse. found: of the plan that was made."""
    was = _counted(document, base, judge_all(document.unit, base).findings)
    now = _counted(document, made, found)
    differences = list(_differences(was, now))
    smaller = smaller_words(document.unit, base, made)
    if smaller:
        differences.append((-1, smaller))
    lines = [
        tr(f"ui.beside.{key}", plan=plan_name(base), what=", ".join(parts))
        for key, sign in (("better", 1), ("worse", -1))
        if (parts := [words for way, words in differences if way == sign])
    ]
    return "\n".join(lines) or tr("ui.beside.alike", plan=plan_name(base))


def _counted(document: Document, plan: Plan, found: Sequence[Finding]) -> _Counted:
    """Notes are counted as in the results: without those set aside."""
    _, figures = figures_of(document, plan)
    holes = lacking(found)
    notes = [one for one in found if one.severity is Severity.NOTE and one not in holes]
    return _Counted(
        open_minutes=sum(hole.amount for hole in holes),
        holes=len(holes),
        average=share(float(figures.average_bp), 1),
        average_bp=float(figures.average_bp),
        full_time=figures.full_time,
        small=figures.small,
        unwanted=figures.unwanted_people,
        hours=sum(one.rule == POSITION_HOURS for one in found),
        weekends=weekends_of(Context(document.unit, plan, calendar=document.calendar)),
        breaches=sum(one.severity is Severity.BREACH for one in found),
        agreements=len(agreement_list(found)),
        notes=sum(decision_for(one, plan) is None for one in notes),
    )


def _differences(was: _Counted, now: _Counted) -> Iterator[tuple[int, str]]:
    """1 for better, -1 for worse, and the figure before and after."""
    if was.open_minutes != now.open_minutes:
        hours = [number(one.open_minutes / MINUTES_PER_HOUR) for one in (was, now)]
        values = {"before": was.holes, "after": now.holes, "was": hours[0], "now": hours[1]}
        yield _way(was.open_minutes - now.open_minutes), tr("ui.beside.holes", **values)
    if was.average != now.average:  # what looks the same is the same to her
        words = tr("ui.beside.average", before=was.average, after=now.average)
        yield _way(now.average_bp - was.average_bp), words
    yield from _counts(was, now, "hours", "full_time", "small", "unwanted")
    yield from weekend_differences(was.weekends, now.weekends)
    yield from _counts(was, now, "breaches", "agreements", "notes")


def _counts(was: _Counted, now: _Counted, *keys: str) -> Iterator[tuple[int, str]]:
    for key in keys:
        before, after = getattr(was, key), getattr(now, key)
        if before != after:
            gained = after - before if key == "full_time" else before - after
            yield _way(gained), tr(f"ui.beside.{key}", before=before, after=after)


def _way(gained: float) -> int:
    return 1 if gained > 0 else -1

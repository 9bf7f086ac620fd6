"""Gaps that are open since the sum of positions has come to its cap, and how far the cap falls short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from heiltid.advice.takers import Hindrance, Taker, who_can_take
from heiltid.measures.budget import fte_budget_bp, full_time_week_minutes, presence
from heiltid.measures.lacks import Lack, lacks
from heiltid.measures.positions import positions_of
from heiltid.measures.room import USED_UP_BP
from heiltid.model import FULL_TIME_BP, Employee
from heiltid.rules.judgement import Judgement

MOST_ASKED = 20  # gaps; each is tried for everybody
NEVER = frozenset(
    {
        Hindrance.KIND,
        Hindrance.LONG_SHIFTS,
        Hindrance.NIGHTS_ONLY,
        Hindrance.COMPETENCE,
        Hindrance.SHIFT_DAYS,
        Hindrance.NOT_EMPLOYED,
    }
)
STEP_BP = 1_000  # a tenth of a full-time equivalent: as a leader writes it


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameGap:
    """Gaps that wait for hours. Caps are with the shifts that close the gaps, rounded up to a tenth.

    minutes: what lacks in them; employees: who would take them, each once, in the order of the gaps.
    frame_bp: the cap for these; whole_frame_bp: for every gap that somebody's kinds of shift and competence
    fit. others_minutes: what lacks where only others may come.
    """

    minutes: int
    employees: tuple[str, ...]
    frame_bp: int
    whole_frame_bp: int
    others_minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """One gap after everybody was asked. able: who may take it as the rota is."""

    gap: Lack
    able: tuple[Taker, ...]
    is_possible: bool  # for somebody, in another rota


def frame_gap(judgement: Judgement) -> FrameGap | None:
    """What the cap would have to be for the gaps that wait for hours alone.

    A gap does where somebody who wants a larger position may fill it, and nobody may within the hours she
    has. None where there is no such gap, or hours are left of the cap.
    """
    unit, context = judgement.unit, judgement.context
    if fte_budget_bp(unit) - sum(positions_of(unit, context.plan).values()) >= USED_UP_BP:
        return None
    asked = [_asked(judgement, gap) for gap in lacks(context)[:MOST_ASKED]]
    found = list(_waiting(judgement, asked))
    if not found:
        return None
    theirs = [gap for gap, _ in found]
    others = [one.gap for one in asked if one.able and one.gap not in theirs]
    return FrameGap(
        minutes=sum(gap.person_minutes for gap in theirs),
        employees=tuple(dict.fromkeys(employee for _, employee in found)),
        frame_bp=_frame_with(judgement, theirs),
        whole_frame_bp=_frame_with(judgement, [one.gap for one in asked if one.is_possible]),
        others_minutes=sum(gap.person_minutes for gap in others),
    )


def _frame_with(judgement: Judgement, gaps: Iterable[Lack]) -> int:
    """The cap with the shifts that close these; one that closes two rows' gaps is counted once."""
    unit, context = judgement.unit, judgement.context
    people: dict[tuple[int, str], int] = {}
    for gap in gaps:
        for shift in gap.shifts:
            if shift.code is not None:
                place = (shift.day, shift.code)
                people[place] = max(people.get(place, 0), shift.people)
    minutes = sum(context.shifts[code].paid_minutes * count for (_, code), count in people.items())
    weekly = Fraction(minutes, unit.weeks)
    more_bp = weekly * FULL_TIME_BP / full_time_week_minutes(unit) / presence(unit, context.calendar)
    used_bp = sum(positions_of(unit, context.plan).values())
    return ceil((max(used_bp, fte_budget_bp(unit)) + more_bp) / STEP_BP) * STEP_BP


def _asked(judgement: Judgement, gap: Lack) -> _Asked:
    takers = [entry for day, code in gap.codes for entry in who_can_take(judgement, day, code)]
    fitting = [entry for entry in takers if not (gap.competence and entry.lacking)]
    able = tuple(entry for entry in fitting if entry.can and entry.filled_minutes)
    is_possible = any(entry.hindrance not in NEVER for entry in fitting)
    return _Asked(gap=gap, able=able, is_possible=is_possible)


def _waiting(judgement: Judgement, asked: Iterable[_Asked]) -> Iterator[tuple[Lack, str]]:
    """The gaps that wait for hours, each with one who would take it; nobody beyond what she wants."""
    context = judgement.context
    wants = {person.number: _missing_minutes(judgement, person) for person in context.people}
    for one in asked:
        if any(entry.deviation_after <= 0 for entry in one.able):
            continue  # within her hours: not the cap is in the way
        taker = max(one.able, key=lambda entry: wants[entry.employee], default=None)
        if taker is None:
            continue
        paid = context.shifts[taker.code].paid_minutes
        if wants[taker.employee] >= paid / 2:  # less of it would be hers than not
            wants[taker.employee] -= paid
            yield one.gap, taker.employee


def _missing_minutes(judgement: Judgement, person: Employee) -> float:
    """What she lacks of the position she wants and may have, over the whole rota."""
    lacks_bp = min(person.wanted_bp, person.max_bp) - judgement.context.row(person).position_bp
    return lacks_bp * full_time_week_minutes(judgement.unit) * judgement.unit.weeks / FULL_TIME_BP

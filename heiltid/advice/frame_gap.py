"""Gaps that are open since the sum of positions has come to its cap, and how far the cap falls short."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from heiltid.advice.takers import who_can_take
from heiltid.measures.budget import fte_budget_bp, full_time_week_minutes, presence
from heiltid.measures.lacks import Lack, lacks
from heiltid.measures.positions import positions_of
from heiltid.measures.room import USED_UP_BP
from heiltid.model import FULL_TIME_BP, Employee
from heiltid.rules.judgement import Judgement

MOST_ASKED = 20  # gaps; each is tried for everybody
STEP_BP = 1_000  # a tenth of a full-time equivalent: as a leader writes it


@dataclass(frozen=True, slots=True, kw_only=True)
class FrameGap:
    """minutes: what lacks in such gaps; frame_bp: the cap with that in it too, rounded up to a tenth;
    employees: who would take them, each once, in the order of the gaps."""

    minutes: int
    frame_bp: int
    employees: tuple[str, ...]


def frame_gap(judgement: Judgement) -> FrameGap | None:
    """What the cap would have to be for the gaps that wait for hours alone.

    A gap does where somebody who wants a larger position may fill it, and nobody may within the hours she
    has. None where there is no such gap, or hours are left of the cap.
    """
    unit, context = judgement.unit, judgement.context
    budget_bp, used_bp = fte_budget_bp(unit), sum(positions_of(unit, context.plan).values())
    if budget_bp - used_bp >= USED_UP_BP:
        return None
    found = list(_waiting(judgement))
    if not found:
        return None
    minutes = sum(gap.person_minutes for gap, _ in found)
    weekly = minutes / unit.weeks
    more_bp = ceil(weekly * FULL_TIME_BP / full_time_week_minutes(unit) / presence(unit, context.calendar))
    frame_bp = ceil((max(used_bp, budget_bp) + more_bp) / STEP_BP) * STEP_BP
    employees = tuple(dict.fromkeys(employee for _, employee in found))
    return FrameGap(minutes=minutes, frame_bp=frame_bp, employees=employees)


def _waiting(judgement: Judgement) -> Iterator[tuple[Lack, str]]:
    """The gaps that wait for hours, each with one who would take it; nobody beyond what she wants."""
    context = judgement.context
    wants = {person.number: _missing_minutes(judgement, person) for person in context.people}
    for gap in lacks(context)[:MOST_ASKED]:
        able = [
            entry
            for day, code in gap.codes
            for entry in who_can_take(judgement, day, code)
            if entry.can and entry.filled_minutes and not (gap.competence and entry.lacking)
        ]
        if any(entry.deviation_after <= 0 for entry in able):
            continue  # within her hours: not the cap is in the way
        taker = max(able, key=lambda entry: wants[entry.employee], default=None)
        if taker is None:
            continue
        paid = context.shifts[taker.code].paid_minutes
        if wants[taker.employee] >= paid / 2:  # less of it would be hers than not
            wants[taker.employee] -= paid
            yield gap, taker.employee


def _missing_minutes(judgement: Judgement, person: Employee) -> float:
    """What she lacks of the position she wants and may have, over the whole rota."""
    lacks_bp = min(person.wanted_bp, person.max_bp) - judgement.context.row(person).position_bp
    return lacks_bp * full_time_week_minutes(judgement.unit) * judgement.unit.weeks / FULL_TIME_BP

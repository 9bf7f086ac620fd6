"""Gaps that are open since the sum of positions has come to its cap, and how far the cap falls short."""

from __future__ import annotations

from itertools import islice
from math import ceil

from heiltid.advice.takers import who_can_take
from heiltid.measures.budget import fte_budget_bp, full_time_week_minutes, presence
from heiltid.measures.lacks import lacks
from heiltid.measures.room import USED_UP_BP
from heiltid.model import FULL_TIME_BP
from heiltid.rules.judgement import Judgement

ASKED_SHIFTS = 3  # enough to know: that somebody may take one tells that not all is hindered by the rules
STEP_BP = 1_000  # a tenth of a full-time equivalent: as a leader writes it


def frame_with_gaps_closed_bp(judgement: Judgement) -> int | None:
    """The cap on the sum of positions with the hours of the gaps in it too, rounded up to a tenth.

    None where the cap is no hindrance: hours are left of it, nothing lacks, or a shift in the gaps may be
    taken within somebody's position or by nobody who wants a larger one.
    """
    unit = judgement.unit
    used_bp = sum(row.position_bp for row in judgement.context.plan.rows)
    if fte_budget_bp(unit) - used_bp >= USED_UP_BP:
        return None
    lacking = lacks(judgement.context)
    shifts = dict.fromkeys((shift.day, shift.code) for lack in lacking for shift in lack.shifts)
    named = ((day, code) for day, code in shifts if code is not None)
    if not any(_may_be_taken(judgement, day, code) for day, code in islice(named, ASKED_SHIFTS)):
        return None
    minutes = sum(lack.person_minutes for lack in lacking)
    weekly = minutes / unit.weeks
    more_bp = ceil(
        weekly * FULL_TIME_BP / full_time_week_minutes(unit) / presence(unit, judgement.context.calendar)
    )
    return ceil((max(used_bp, fte_budget_bp(unit)) + more_bp) / STEP_BP) * STEP_BP


def _may_be_taken(judgement: Judgement, day: int, code: str) -> bool:
    """Whether the shift waits for hours: who may work it wants more, and nobody has hours left for it."""
    context = judgement.context
    people = {person.number: person for person in context.people}
    able = [entry for entry in who_can_take(judgement, day, code) if entry.can]
    if any(entry.deviation_after <= 0 for entry in able):
        return False
    wanting = (people[entry.employee] for entry in able)
    return any(context.row(one).position_bp < min(one.wanted_bp, one.max_bp) for one in wanting)

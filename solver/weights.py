"""How much each goal weighs in the sums the pieces minimise.

The order of the goals is kept by comparing whole plans goal by goal (score.py); the weights only
make each piece pull the same way. A reordered goal takes the weight of its new rank.
"""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.jobs import Goal

RANK_FACTORS = (64, 8, 2, 1)  # positions, target staffing, wishes and fairness, calm in their order
# Restless patterns beside one isolated day: a half weekend, the night before a free one, too short a rest.
APART, FRIDAY_NIGHT, QUICK, THREE_WEEKENDS = 4, 2, 2, 4
GROUPS: tuple[tuple[Goal, ...], ...] = (
    (Goal.MISSING, Goal.SMALL, Goal.FULL_TIME, Goal.LINES, Goal.SPREAD),
    (Goal.TARGET, Goal.SURPLUS),
    (Goal.WISHES, Goal.FAIRNESS),
    (Goal.CALM,),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Cost of one unit of each thing. A person-minute at rank 1 of calm costs about 1."""

    understaffed_minute: int
    missing_bp: int
    small_position: int
    part_time: int
    open_line: int
    spread_bp: int
    target_minute: int
    surplus_minute: int
    strong_wish: int
    weak_wish: int
    unfair_shift: int
    unrest: int  # one isolated day; other patterns in multiples of it, see APART
    extra_beside: int  # a hinkehelg beside an ordinary weekend
    kept_cell: int
    deviation_ten_minutes: int


def weights_of(goal_order: tuple[Goal, ...], keep_today: int) -> Weights:
    """Weights by the rank of each goal's group; staffing always comes first."""
    ranked = sorted(GROUPS, key=lambda group: min(goal_order.index(goal) for goal in group))
    positions, staffing, wishes, calm = (RANK_FACTORS[ranked.index(group)] for group in GROUPS)
    return Weights(
        understaffed_minute=1_000,
        missing_bp=4 * positions,
        small_position=1_000 * positions,
        part_time=800 * positions,
        open_line=3_000 * positions,
        spread_bp=1,
        target_minute=staffing,
        surplus_minute=max(1, staffing // 4),
        strong_wish=300 * wishes,
        weak_wish=100 * wishes,
        unfair_shift=20 * wishes,
        unrest=40 * calm,
        extra_beside=80 * calm,
        kept_cell=40 * calm * keep_today,
        deviation_ten_minutes=3,
    )

"""Who got hours that somebody else with the same shifts wanted too, and by which goal they went that way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from heiltid.advice.position_queue import shift_terms
from heiltid.jobs import SPREAD_STEPS_BP, Goal
from heiltid.measures.positions import is_unwanted_part_time
from heiltid.model import FULL_TIME_BP, Employee, Unit

STEP_BP = 100  # as fine as hours are thought moved from one to the other
Shares = Sequence[tuple[Employee, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Somebody who may have the same shifts and got more of them. gain_bp: beyond what she had and her Least.

    goal: the first that would be worse met had those hours gone to the one who asks; None: it stood alike.
    """

    employee: str
    gain_bp: int
    goal: Goal | None


def choice_beside(
    unit: Unit,
    was_bp: Mapping[str, int],
    now_bp: Mapping[str, int],
    person: Employee,
    goals: Sequence[Goal],
) -> Choice | None:
    """Of those who gained and have more now, who has most. goals: by which hours are shared, dearest first.

    None where there is nobody, or some of the hours would serve the goals better here: then it is not the
    goals that gave them to the other.
    """
    if not goals:
        return None
    for other in sorted(unit.planned_employees, key=lambda one: -now_bp[one.number]):
        gain_bp = now_bp[other.number] - max(was_bp[other.number], other.min_bp)
        has_more = gain_bp > 0 and now_bp[other.number] > now_bp[person.number]
        is_asked = has_more and is_unwanted_part_time(other, was_bp[other.number])
        if not is_asked or shift_terms(unit, other) != shift_terms(unit, person):
            continue
        before, *moved = (
            _costs(unit, shares, goals)
            for shares in _shares((other, now_bp[other.number]), (person, now_bp[person.number]), gain_bp)
        )
        if moved and before <= min(moved):
            told = (goal for goal, now, then in zip(goals, before, moved[-1], strict=True) if now != then)
            goal = None if before in moved else next(told)
            return Choice(employee=other.number, gain_bp=gain_bp, goal=goal)
    return None


def _shares(more: tuple[Employee, int], less: tuple[Employee, int], gain_bp: int) -> list[Shares]:
    """The two positions as they are, and with ever more of what one gained moved to the other."""
    (other, more_bp), (person, less_bp) = more, less
    most_bp = min(gain_bp, min(person.wanted_bp, person.max_bp) - less_bp)
    steps = (0, *range(STEP_BP, most_bp, STEP_BP), *((most_bp,) if most_bp > 0 else ()))
    return [((other, more_bp - step), (person, less_bp + step)) for step in steps]


def _costs(unit: Unit, shares: Shares, goals: Sequence[Goal]) -> tuple[int, ...]:
    """What the two positions cost each of the goals: the less the better."""
    missing = [max(0, person.wanted_bp - share) for person, share in shares]
    held = [person.elsewhere_bp + share for person, share in shares]
    costs = {
        Goal.MISSING: sum(missing),
        Goal.SMALL: sum(share < unit.small_position_below_bp for share in held),
        Goal.FULL_TIME: -sum(share >= FULL_TIME_BP for share in held),
        Goal.SPREAD: sum(max(0, lack - step) for lack in missing for step in SPREAD_STEPS_BP),
    }
    return tuple(costs[goal] for goal in goals)

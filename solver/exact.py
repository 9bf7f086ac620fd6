"""Small units whole: every goal minimised in its order, each proven before the next is asked.

The expressions of exact_goals.py mean exactly what score.py counts, so that the optimum equals
enumeration. Where full-time weeks are reckoned three-part a position is no function of the hours, so
nothing is proven there.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from heiltid.jobs import Goal
from solver.build import Workshop, hours_variable, lawful_piece
from solver.effort import Effort
from solver.exact_goals import calm, fairness, staffing, unmet_wishes
from solver.expressions import Expression, sum_of
from solver.frame import Frame
from solver.improve import Incumbent
from solver.positions import PositionTerms, add_positions, wants_more
from solver.score import Scorer
from solver.variables import Piece

LARGEST = 400  # free Boolean variables of a unit that is solved whole
SHARE_PER_GOAL = 0.12


@dataclass(slots=True)
class Exact:
    """What the chain of goals reached."""

    incumbent: Incumbent
    proven: dict[Goal, float] = field(default_factory=dict)


def is_small(frame: Frame) -> bool:
    """Whether the whole rota is one small model."""
    size = sum(len(codes) for line in frame.allowed for codes in line)
    return size <= LARGEST and frame.unit.full_time_week_minutes is not None


def solve_exactly(shop: Workshop, scorer: Scorer, best: Incumbent, effort: Effort) -> Exact:
    """Goal by goal from a plan that may be delivered; ends at the first goal not proven in time."""
    found = Exact(incumbent=best)
    whole = _Whole(shop, best)
    for goal in shop.frame.request.goal_order:
        if goal is Goal.LINES:
            is_proven = whole.highest_average(effort)
        else:
            is_proven = whole.minimise(whole.expressions[goal], effort)
        candidate = Incumbent(whole.roster, scorer.score(whole.roster))
        if not found.incumbent.score.beats(candidate.score):
            found.incumbent = candidate
        if not is_proven or effort.stop.is_thrown:
            break
        found.proven[goal] = scorer.goals(found.incumbent.roster)[goal]
    return found


class _Whole:
    """The whole rota as one model, with an exact expression for every goal."""

    def __init__(self, shop: Workshop, best: Incumbent) -> None:
        self.shop = shop
        self.roster = best.roster
        free = np.ones(best.roster.shape, dtype=bool)
        self.piece: Piece = lawful_piece(shop, best.roster, free, soft_rules=False)
        self.model = self.piece.model
        self.terms: PositionTerms = add_positions(
            self.model, shop.frame, {p: hours_variable(shop, self.piece, p) for p in self.piece.people}
        )
        kept = {p: bp for p, bp in enumerate(best.score.contracts_bp) if p not in self.terms.contracts}
        self.total = sum_of(list(self.terms.contracts.values())) + sum(kept.values())
        people = shop.frame.people
        self.lines_kept = sum(wants_more(p) for p in people)
        self.lines_kept += sum(bp > 0 and not wants_more(people[p]) for p, bp in kept.items())
        self.model.add(self.total <= shop.frame.budget_bp)
        self.expressions = self._expressions()

    def _expressions(self) -> dict[Goal, Expression]:
        below, short, surplus = staffing(self.piece, self.shop.needs)
        terms = self.terms
        return {
            Goal.STAFFING: below,
            Goal.MISSING: sum_of(terms.missing),
            Goal.SMALL: sum_of(terms.small),
            # full-timers = lines - part-timers, and lines = people who stay + open lines
            Goal.FULL_TIME: sum_of(terms.part_time) - sum_of(terms.open_lines),
            Goal.SPREAD: sum_of(terms.spread),
            Goal.TARGET: short,
            Goal.SURPLUS: surplus,
            Goal.WISHES: unmet_wishes(self.piece, self.shop.soft),
            Goal.FAIRNESS: fairness(self.piece, self.shop.soft),
            Goal.CALM: calm(self.piece, self.shop),
        }

    def minimise(self, expression: Expression, effort: Effort) -> bool:
        """Minimises, keeps the roster, holds the value; True when it is proven least."""
        if isinstance(expression, int):
            return True
        self.model.minimize(expression)
        self.piece.start_from(self.roster)
        answer = effort.part(SHARE_PER_GOAL).solve(self.model)
        if not answer.found:
            return False
        self.roster = self.piece.read(answer.solver)
        self.model.add(expression <= round(answer.solver.objective_value))
        return answer.is_proven

    def highest_average(self, effort: Effort) -> bool:
        """The highest sum of positions / lines over every number of open lines; then holds it.

        The average is held, not the number of lines: another number may reach it as well and serve
        the later goals better.
        """
        open_lines = sum_of(self.terms.open_lines)
        best: tuple[int, int] | None = None  # (sum of positions, lines)
        for extra in range(len(self.terms.open_lines) + 1):
            lines = max(1, self.lines_kept + extra)
            trial = self.model.clone()
            trial.add(open_lines == extra)
            trial.maximize(self.total)
            answer = effort.part(SHARE_PER_GOAL).solve(trial)
            if answer.is_impossible:
                continue
            if not answer.is_proven:
                return False
            total = round(answer.solver.objective_value)
            if best is None or total * best[1] > best[0] * lines:
                best = (total, lines)
                self.roster = self.piece.read(answer.solver)
        if best is None:
            return False
        total, lines = best
        self.model.add(lines * self.total >= total * (self.lines_kept + open_lines))
        return True

"""Small units whole: every goal minimised in its order, each proven before the next is asked.

The expressions here mean exactly what score.py counts, so that the optimum equals enumeration.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from ortools.sat.python import cp_model

from heiltid.jobs import Goal
from heiltid.model import FULL_TIME_BP
from solver.build import Workshop, hours_variable, lawful_piece
from solver.effort import Effort
from solver.expressions import Expression, sum_of
from solver.frame import Frame
from solver.improve import Incumbent
from solver.needs import OVER_MAXIMUM_FACTOR, Need
from solver.positions import PositionTerms, add_positions, wants_more
from solver.score import Scorer
from solver.soft import STRONG_WEIGHT, Category
from solver.variables import Piece

LARGEST = 400  # free Boolean variables of a unit that is solved whole
SHARE_PER_GOAL = 0.12
FAIR_SCALE = FULL_TIME_BP * 10  # fair shares as whole numbers


@dataclass(slots=True)
class Exact:
    """What the chain of goals reached."""

    incumbent: Incumbent
    proven: dict[Goal, float] = field(default_factory=dict)


def is_small(frame: Frame) -> bool:
    """Whether the whole rota is one small model."""
    return sum(len(codes) for line in frame.allowed for codes in line) <= LARGEST


def solve_exactly(shop: Workshop, scorer: Scorer, best: Incumbent, effort: Effort) -> Exact:
    """Goal by goal from a plan that may be delivered; ends at the first goal not proven in time."""
    found = Exact(incumbent=best)
    whole = _Whole(shop, best)
    for goal in shop.frame.request.goal_order:
        if goal is Goal.LINES:
            is_proven = whole.highest_average(effort)
        else:
            is_proven = whole.minimise(whole.expressions[goal], effort)
        if whole.roster is not None:
            candidate = Incumbent(whole.roster, scorer.score(whole.roster))
            if not found.incumbent.score.beats(candidate.score):
                found.incumbent = candidate
        if not is_proven:
            break
        found.proven[goal] = scorer.goals(found.incumbent.roster)[goal]
    return found


class _Whole:
    """The whole rota as one model, with an exact expression for every goal."""

    def __init__(self, shop: Workshop, best: Incumbent) -> None:
        calm = replace(shop, weights=replace(shop.weights, unrest=1, extra_beside=0))
        self.shop = shop
        self.roster = best.roster
        free = np.ones(best.roster.shape, dtype=bool)
        self.piece: Piece = lawful_piece(calm, best.roster, free)
        self.model = self.piece.model
        self.terms: PositionTerms = add_positions(
            self.model, shop.frame, {p: hours_variable(shop, self.piece, p) for p in self.piece.people}
        )
        self.fixed_bp = sum(
            contract for p, contract in enumerate(best.score.contracts_bp) if p not in self.terms.contracts
        )
        self.total = sum_of(list(self.terms.contracts.values())) + self.fixed_bp
        self.model.add(self.total <= shop.frame.budget_bp)
        self.expressions = self._expressions()

    def _expressions(self) -> dict[Goal, Expression]:
        below, short, surplus = self._staffing()
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
            Goal.WISHES: self._wishes(),
            Goal.FAIRNESS: self._unfairness(),
            Goal.CALM: self._calm(),
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
        """The highest sum of positions / lines over every number of open lines; then holds it."""
        staying = sum(wants_more(person) for person in self.shop.frame.people)
        lines = sum_of(self.terms.open_lines)
        best: tuple[float, int, int] | None = None
        for extra in range(len(self.terms.open_lines) + 1):
            trial = self.model.clone()
            trial.add(lines == extra)
            trial.maximize(self.total)
            answer = effort.part(SHARE_PER_GOAL).solve(trial)
            if answer.is_impossible:
                continue
            if not answer.is_proven:
                return False
            total = round(answer.solver.objective_value)
            average = total / max(1, staying + extra)
            if best is None or average > best[0] + 1e-9:
                best = (average, extra, total)
                self.roster = self.piece.read(answer.solver)
        if best is None:
            return False
        self.model.add(lines == best[1])
        self.model.add(self.total >= best[2])
        return True

    def _staffing(self) -> tuple[Expression, Expression, Expression]:
        base = self.piece.base.copy()
        for place in self.piece.cells:
            base[place] = -1
        kept = self.shop.needs.counts(base)
        below, short, surplus = [], [], []
        for index, need in enumerate(self.shop.needs.all):
            present = sum_of(self._literals(need)) + int(kept[index])
            below.append(need.minutes * self._above(need.minimum - present))
            short.append(need.minutes * self._above(need.target - present))
            if need.counts_surplus:
                for limit in (need.target, need.target + 1):
                    surplus.append(need.minutes * self._above(present - limit))
            if need.maximum is not None:
                beyond = self._above(present - need.maximum)
                surplus.append(OVER_MAXIMUM_FACTOR * need.minutes * beyond)
        return sum_of(below), sum_of(short), sum_of(surplus)

    def _literals(self, need: Need) -> list[cp_model.IntVar]:
        fillers = self.shop.needs.fillers[need.group]
        return [
            self.piece.cells[p, day][code]
            for day, code in need.covers
            for p in self.piece.people
            if fillers[p] and code in self.piece.cells.get((p, day), {})
        ]

    def _above(self, expression: Expression) -> Expression:
        """max(0, expression), where the objective pulls it down."""
        if isinstance(expression, int):
            return max(0, expression)
        over = self.model.new_int_var(0, 1_000_000, "")
        self.model.add(over >= expression)
        return over

    def _wishes(self) -> Expression:
        total: list[Expression] = []
        for wish in self.shop.soft.wishes:
            weight = STRONG_WEIGHT if wish.strong else 1
            cell = self.piece.cells.get((wish.p, wish.day))
            if cell is None:
                code = int(self.piece.base[wish.p, wish.day])
                met = wish.met_when_free if code == -1 else code in wish.met_by
                total.append(0 if met else weight)
                continue
            met_by = [literal for code, literal in cell.items() if code in wish.met_by]
            if wish.met_when_free:
                total.append(weight * (self.piece.works[wish.p, wish.day] - sum_of(met_by)))
            else:
                total.append(weight * (1 - sum_of(met_by)))
        return sum_of(total)

    def _unfairness(self) -> Expression:
        """Distances from the fair shares, each multiplied by its category's sum of sizes."""
        return sum_of([self._category(category) for category in self.shop.soft.categories])

    def _category(self, category: Category) -> Expression:
        people = [p for p in range(len(category.members)) if category.members[p]]
        counts = {p: self._count(category, p) for p in people}
        total = sum_of(list(counts.values()))
        distances: list[Expression] = []
        for p in people:
            apart = self.model.new_int_var(0, 10**12, "")
            share = round(category.parts[p] * FAIR_SCALE)
            self.model.add(apart >= FAIR_SCALE * counts[p] - share * total)
            self.model.add(apart >= share * total - FAIR_SCALE * counts[p])
            distances.append(apart)
        return sum_of(distances)

    def _count(self, category: Category, p: int) -> Expression:
        literals: list[Expression] = []
        for day in category.days:
            cell = self.piece.cells.get((p, day))
            if cell is None:
                literals.append(int(int(self.piece.base[p, day]) in category.codes))
            else:
                literals.extend(v for code, v in cell.items() if code in category.codes)
        return sum_of(literals)

    def _calm(self) -> Expression:
        total: list[Expression] = [w * v for w, v in self.piece.objective]
        weight = self.shop.frame.request.keep_today_weight
        today = self.shop.soft.today
        if weight and today is not None:
            for (p, day), cell in self.piece.cells.items():
                code = int(today[p, day])
                kept = cell.get(code)
                if code == -1:
                    total.append(weight * self.piece.works[p, day])
                else:
                    total.append(weight if kept is None else weight * (1 - kept))
        return sum_of(total)

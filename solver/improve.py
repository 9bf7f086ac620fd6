"""Neighbourhoods around the best rota: free a part, solve it anew, keep what is better.

Which neighbourhood is tried follows what each has gained per second so far (a bandit). Source of
the kinds that pay: house.md, "Measured": few people over the whole rota earn the most, because only
they can move hours far.
"""

from __future__ import annotations

import itertools
import random
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from heiltid.jobs import Goal
from heiltid.model import DAYS_PER_WEEK
from solver.build import Workshop, add_contracts, add_goals, lawful_piece
from solver.effort import Effort
from solver.frame import Roster
from solver.score import Score, Scorer
from solver.variables import Mask

CELLS_PER_PIECE = 500  # free Boolean variables in a neighbourhood to begin with
GROW, SHRINK = 1.15, 0.93  # a try proven optimal was too small, one cut off too large
SCALES = (0.3, 8.0)
OUTSIDE_URGENCY = 1_000.0
SETTLE_ROUNDS, GOAL_ROUNDS = 5, 2
SETTLED_GAP = 0.02  # relative; minutes outside the limits are nearly all of the cost
MINIMUM_CHANCE = 0.08
PAIR_PART = 0.6  # of a try's effort, for two workers at one piece
MEMORY = 0.92  # how much of an arm's record survives a try


@dataclass(frozen=True, slots=True)
class Incumbent:
    """The best roster so far and its score."""

    roster: Roster
    score: Score


@dataclass(slots=True)
class _Arm:
    """A kind of neighbourhood, what it has earned, and how large it may be."""

    name: str
    choose: Callable[[Incumbent, int], Mask]
    gains: float = 1.0
    tries: float = 1.0
    scale: float = 1.0

    @property
    def rate(self) -> float:
        """Share of tries that paid, recent ones weighing more."""
        return self.gains / self.tries

    def record(self, *, gained: bool, proven: bool) -> None:
        """Remembers a try, and fits the size to what the solver can finish."""
        self.gains = MEMORY * self.gains + gained
        self.tries = MEMORY * self.tries + 1
        factor = GROW if proven else SHRINK
        self.scale = min(SCALES[1], max(SCALES[0], self.scale * factor))


IsOver: TypeAlias = Callable[[Incumbent], bool]


class Improver:
    """Improves an incumbent try by try; one object per run, because it learns.

    Every two workers share a try: measured, nine pieces of ten then gain, where one worker to a piece
    gains with every second. With more workers several tries run at a time, and what one found is laid
    over whatever the incumbent has become meanwhile.
    """

    def __init__(self, shop: Workshop, scorer: Scorer, aims: Sequence[int], seed: int) -> None:
        self.shop = shop
        self.scorer = scorer
        self.aims = np.array(aims, dtype=np.int64)
        self.random = random.Random(seed)
        self.cells = np.array([[len(codes) for codes in line] for line in shop.frame.allowed], dtype=np.int64)
        self.arms = (
            _Arm(name="people", choose=self._few_people),
            _Arm(name="weeks", choose=self._some_weeks),
            _Arm(name="block", choose=self._block),
        )
        self._lock = threading.Lock()

    def settle(self, best: Incumbent, effort: Effort, is_over: IsOver) -> Incumbent:
        """Brings everybody's hours within her limits, one line at a time, and all within the budget.

        A line alone is a small model that is solved to the end, so this succeeds wherever it can;
        the last rounds ask for nothing but lawful hours.
        """
        pair = replace(effort, workers=min(2, effort.workers))
        for turn in range(SETTLE_ROUNDS):
            for p in self._unsettled(best):
                if best.score.outside_bp == 0 or is_over(best):
                    return best
                free = np.zeros(best.roster.shape, dtype=bool)
                free[p] = True
                found, _proven = self._try(best, free, pair, with_goals=turn < GOAL_ROUNDS, gap=SETTLED_GAP)
                merged = self._merge(best, best, found)
                if merged is not None and merged.score.beats(best.score):
                    best = merged
        return best

    def _unsettled(self, best: Incumbent) -> list[int]:
        """People outside their limits first; then, beyond the budget, those most above their aim."""
        urgency = self._urgency(best)
        outside = [p for p, value in enumerate(urgency) if value >= OUTSIDE_URGENCY]
        minutes = self.shop.frame.minutes(best.roster)
        over_budget = sum(best.score.contracts_bp) > self.shop.frame.budget_bp
        above = [
            p
            for p, person in enumerate(self.shop.frame.people)
            if over_budget and p not in outside and best.score.contracts_bp[p] > person.min_bp
        ]
        return outside + sorted(above, key=lambda p: int(self.aims[p] - minutes[p]))

    def sweep(self, best: Incumbent, effort: Effort, is_over: IsOver) -> Incumbent:
        """Week after week with everybody in it: calm for a rota that was built without a thought for it.

        Fairness is let go of meanwhile and comes back faster than calm does: measured, both end better
        than without. effort is that of all weeks.
        """
        order = self.shop.frame.request.goal_order
        first = min(order.index(goal) for goal in (Goal.WISHES, Goal.FAIRNESS, Goal.CALM))
        weeks = self.shop.frame.weeks
        for week in range(weeks):
            if is_over(best):
                break
            days = list(range(week * DAYS_PER_WEEK, (week + 1) * DAYS_PER_WEEK))
            free = np.zeros(best.roster.shape, dtype=bool)
            free[np.ix_(open_people(best, self.aims), days)] = True
            found, _proven = self._try(best, free, effort.part(1 / weeks), days=days)
            merged = self._merge(best, best, found)
            if merged is not None and merged.score.is_as_good(best.score, first):
                best = merged
        return best

    def run(
        self,
        best: Incumbent,
        effort: Effort,
        is_over: IsOver,
        on_gain: Callable[[Incumbent], None],
        tries: int | None = None,
    ) -> Incumbent:
        """Tries until `is_over(incumbent)`, at most `tries`; effort is that of one, shared by its workers."""
        state = [best]
        left = itertools.count() if tries is None else iter(range(tries))
        pairs, rest = divmod(effort.workers, 2)
        teams = [replace(effort.part(PAIR_PART), workers=2)] * pairs + [effort.alone()] * rest

        def work(team: Effort) -> None:
            while not is_over(state[0]):
                with self._lock:
                    if next(left, None) is None:
                        return
                    arm, base, free = self._choose(state[0])
                found, proven = self._try(base, free, team)
                with self._lock:
                    merged = self._merge(state[0], base, found)
                    gained = merged is not None and merged.score.beats(state[0].score)
                    arm.record(gained=gained, proven=proven)
                    if gained and merged is not None:
                        state[0] = merged
                        on_gain(merged)

        with ThreadPoolExecutor(max_workers=len(teams)) as pool:
            for done in [pool.submit(work, team) for team in teams]:
                done.result()
        return state[0]

    def _choose(self, best: Incumbent) -> tuple[_Arm, Incumbent, Mask]:
        weights = [max(MINIMUM_CHANCE, arm.rate) for arm in self.arms]
        arm = self.arms[0]
        if best.score.outside_bp == 0:
            arm = self.random.choices(self.arms, weights)[0]
        return arm, best, arm.choose(best, int(CELLS_PER_PIECE * arm.scale))

    def _try(
        self,
        base: Incumbent,
        free: Mask,
        effort: Effort,
        *,
        with_goals: bool = True,
        days: list[int] | None = None,
        gap: float = 0.0,
    ) -> tuple[Roster | None, bool]:
        """The freed cells solved anew from the roster as it is, and whether that was optimal."""
        piece = lawful_piece(self.shop, base.roster, free, soft_rules=with_goals)
        if not piece.people:
            return None, True
        if with_goals:
            add_goals(self.shop, piece, days)
        contracts = base.score.contracts_bp
        others = sum(contracts) - sum(contracts[p] for p in piece.people)
        add_contracts(self.shop, piece, self.shop.frame.budget_bp - others)
        piece.minimise()
        piece.start_from(base.roster)
        answer = effort.solve(piece.model, gap=gap, linear=True)
        return (piece.read(answer.solver), answer.is_proven) if answer.found else (None, False)

    def _merge(self, now: Incumbent, base: Incumbent, found: Roster | None) -> Incumbent | None:
        """What was found from `base`, laid over the incumbent of now.

        Rules bind one person at a time, so a person's new line is lawful as long as nobody else
        has changed that line meanwhile.
        """
        if found is None:
            return None
        changed = (found != base.roster).any(axis=1)
        untouched = (now.roster == base.roster).all(axis=1)
        mine = changed & untouched
        if not mine.any():
            return None
        roster = now.roster.copy()
        roster[mine] = found[mine]
        return Incumbent(roster, self.scorer.score(roster))

    def _few_people(self, best: Incumbent, room: int) -> Mask:
        """People far from their aim or outside their limits, with others to trade with, all days."""
        free = np.zeros(best.roster.shape, dtype=bool)
        urgency = self._urgency(best)
        people = open_people(best, self.aims)
        order = sorted(people, key=lambda p: -urgency[p] * self.random.random() ** 0.5)
        outside = [p for p in order if urgency[p] >= OUTSIDE_URGENCY]
        if outside:  # nothing can be delivered until these are mended
            order = [outside[0], *(p for p in order if p != outside[0])]
        chosen = 0
        for place, p in enumerate(order):
            # Every other one by chance: somebody must be able to give what another needs.
            q = p if place % 2 == 0 else self.random.choice(people)
            if chosen >= 2 and room < self.cells[q].sum():
                break
            if not free[q].any():
                free[q] = True
                room -= int(self.cells[q].sum())
                chosen += 1
        return free

    def _urgency(self, best: Incumbent) -> list[float]:
        people = self.shop.frame.people
        away = np.abs(self.shop.frame.minutes(best.roster) - self.aims)
        over_budget = sum(best.score.contracts_bp) > self.shop.frame.budget_bp
        found = []
        for p, person in enumerate(people):
            contract = best.score.contracts_bp[p]
            is_outside = best.score.outside[p] > 0
            could_shrink = over_budget and contract > person.min_bp and self.random.random() < 0.5
            found.append(1 + float(away[p]) / 60 + OUTSIDE_URGENCY * (is_outside or could_shrink))
        return found

    def _some_weeks(self, best: Incumbent, room: int) -> Mask:
        """Everybody for a week or a few, where people are lacking if they are."""
        free = np.zeros(best.roster.shape, dtype=bool)
        people = open_people(best, self.aims)
        per_week = max(1, int(self.cells[people].sum()) // self.shop.frame.weeks)
        length = max(1, min(self.shop.frame.weeks, room // per_week))
        start = self._lacking_week(best) - self.random.randrange(length)
        for week in range(start, start + length):
            first = (week % self.shop.frame.weeks) * DAYS_PER_WEEK
            free[people, first : first + DAYS_PER_WEEK] = True
        return free

    def _lacking_week(self, best: Incumbent) -> int:
        weeks = self.shop.frame.weeks
        lacking = self.shop.needs.lacking(best.roster)
        if lacking.any() and self.random.random() < 0.7:
            days = [need.day for need, minutes in zip(self.shop.needs.all, lacking, strict=True) if minutes]
            return self.random.choice(days) // DAYS_PER_WEEK
        return self.random.randrange(weeks)

    def _block(self, best: Incumbent, room: int) -> Mask:
        """Some people for some weeks around a random or lacking week."""
        free = np.zeros(best.roster.shape, dtype=bool)
        frame = self.shop.frame
        people = open_people(best, self.aims)
        count = self.random.randint(3, max(3, len(people) * 2 // 3))
        chosen = self.random.sample(people, min(count, len(people)))
        per_week = max(1, int(self.cells[chosen].sum()) // frame.weeks)
        length = max(1, min(frame.weeks, room // per_week))
        start = self._lacking_week(best) - self.random.randrange(length)
        for week in range(start, start + length):
            first = (week % frame.weeks) * DAYS_PER_WEEK
            free[chosen, first : first + DAYS_PER_WEEK] = True
        return free


def open_people(best: Incumbent, aims: Sequence[int] | npt.NDArray[np.int64]) -> list[int]:
    """Lines worth freeing: those with hours, or that are to have some.

    A line the relaxation closed stays closed: opened for the sake of one hole it would take the
    hours of people who want them, and few neighbourhoods are wide enough to close it again.
    """
    contracts = best.score.contracts_bp
    return [p for p in range(len(contracts)) if contracts[p] > 0 or aims[p] > 0]

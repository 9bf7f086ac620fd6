"""Holes in the staffing, mended for themselves.

The neighbourhoods of improve.py weigh every goal at once, and that is what makes the last hole hard:
a piece wide enough to close it is too heavy to solve. Here a piece knows only the staffing, everybody
keeps the position she has, and few cells are to change. Such a piece is solved to the end in a second
or two with everybody in it for three or four weeks, where one with all goals takes minutes. What it
costs in wishes and calm the neighbourhoods win back.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from heiltid.model import DAYS_PER_WEEK
from solver import objective
from solver.build import Workshop, add_contracts, hold_contracts, lawful_piece
from solver.effort import Effort
from solver.frame import FREE_CODE
from solver.improve import SETTLED_GAP, Incumbent, open_people
from solver.needs import Need
from solver.score import Scorer
from solver.variables import Mask, Piece

CELLS_TO_BEGIN, CELLS_AT_MOST = 1_200, 6_000  # free Boolean variables in a piece
LEAST_WEEKS = 3  # fewer cannot move a weekend, with one worked in three
LINE_WEEKS = 13  # a long rota's lines are freed for so much at a time
GROW = 1.5  # after a failure: a proven one was too small, another had too little time
LONGEST = 4.0
SETTLE_TURNS, SEVERAL = 4, 2  # tries to settle all together, and for how many people it is worth one
MOST_RESTS = 4  # rounds of other neighbourhoods after failures in a row
CHANGED_CELL = 20  # cost of a cell unlike the incumbent's, in fiftieths of an understaffed minute


class Mender:
    """Tries to close one hole after another; one object per run, because it learns from failures."""

    def __init__(self, shop: Workshop, scorer: Scorer, aims: Sequence[int], seed: int) -> None:
        self.shop = shop
        self.scorer = scorer
        self.aims = aims
        self.random = random.Random(seed)
        self.cells = np.array([[len(codes) for codes in line] for line in shop.frame.allowed], dtype=np.int64)
        self.weights = replace(shop.weights, target_minute=0, surplus_minute=0)
        self.room = float(CELLS_TO_BEGIN)
        self.longer = 1.0  # times the effort of a first try
        self.failures = 0

    @property
    def rests(self) -> int:
        """How many rounds of other neighbourhoods to let go by before the next try."""
        return min(self.failures, MOST_RESTS)

    def mend(self, best: Incumbent, effort: Effort) -> Incumbent:
        """One try at one hole with all workers; the incumbent where nothing better was found."""
        holes = self.shop.needs.lacking(best.roster)
        if not holes.any():
            return best
        index = self.random.choices(range(len(holes)), holes.tolist())[0]
        hole = self.shop.needs.all[index]
        least = min(need.minutes for need in self.shop.needs.all if need.minimum)
        slack = self.weights.understaffed_minute * least - 1
        held = self.failures % 3 != 2
        found, proven = self._solved(best, self._around(best, hole), effort, held=held, slack=slack)
        closer = found.score.understaffed_minutes < best.score.understaffed_minutes
        self._learn(gained=closer, proven=proven)
        return found

    def settle(self, best: Incumbent, effort: Effort) -> Incumbent:
        """Brings the hours of several people within their limits, everybody's weeks at a time.

        Lines settled one by one take the staffing apart. The last one or two are left to that.
        """
        people = open_people(best, self.aims)
        weeks = self.shop.frame.weeks
        per_week = max(1, int(self.cells[people].sum()) // weeks)
        length = max(1, min(weeks, CELLS_TO_BEGIN // per_week))
        for turn in range(SETTLE_TURNS):
            if np.count_nonzero(best.score.outside) < SEVERAL:
                break
            free = np.zeros(best.roster.shape, dtype=bool)
            first = turn * weeks // SETTLE_TURNS
            self._free(free, people, [(first + i) % weeks for i in range(length)], CELLS_AT_MOST)
            best, _proven = self._solved(best, free, effort, held=False, gap=SETTLED_GAP)
        return best

    def _solved(
        self,
        best: Incumbent,
        free: Mask,
        effort: Effort,
        *,
        held: bool,
        slack: float = 0.0,
        gap: float = 0.0,
    ) -> tuple[Incumbent, bool]:
        """What these cells give when solved anew, if it is better, and whether that was optimal."""
        piece = self._piece(best, free, held=held)
        piece.start_from(best.roster)
        answer = effort.solve(piece.model, linear=True, slack=slack, gap=gap)
        if not answer.found:
            return best, False
        roster = piece.read(answer.solver)
        found = Incumbent(roster, self.scorer.score(roster))
        return (found if found.score.beats(best.score) else best), answer.is_proven

    def _learn(self, *, gained: bool, proven: bool) -> None:
        if gained:
            self.failures = 0
            return
        self.failures += 1
        if proven:
            self.room = min(CELLS_AT_MOST, self.room * GROW)
        else:
            self.longer = min(LONGEST, self.longer * GROW)

    def _piece(self, best: Incumbent, free: Mask, *, held: bool) -> Piece:
        """Staffing alone, near the roster as it is, with positions held or free."""
        piece = lawful_piece(self.shop, best.roster, free, soft_rules=False)
        objective.staffing(piece, self.shop.needs, self.weights)
        contracts = best.score.contracts_bp
        others = sum(contracts) - sum(contracts[p] for p in piece.people)
        bind = hold_contracts if held else add_contracts
        bind(self.shop, piece, self.shop.frame.budget_bp - others)
        for (p, day), cell in piece.cells.items():
            code = int(best.roster[p, day])
            if code in cell:
                piece.objective.append((-CHANGED_CELL, cell[code]))
            elif code == FREE_CODE:
                piece.penalise(CHANGED_CELL, piece.works[p, day])
        piece.minimise()
        return piece

    def _around(self, best: Incumbent, hole: Need) -> Mask:
        """Everybody for some weeks around the hole; after every other failure also long lines of some.

        The lines are those of people who could stand there.
        """
        people = open_people(best, self.aims)
        self.random.shuffle(people)
        able = [p for p in people if self._could_stand(p, hole)]
        others = [p for p in people if p not in able]
        free = np.zeros(best.roster.shape, dtype=bool)
        room = int(self.room)
        if self.failures % 2:
            weeks = self._weeks_around(hole, min(LINE_WEEKS, self.shop.frame.weeks))
            room -= self._free(free, able, weeks, room // 2)
        per_week = max(1, int(self.cells[people].sum()) // self.shop.frame.weeks)
        length = max(1, min(self.shop.frame.weeks, max(LEAST_WEEKS, room // per_week)))
        self._free(free, [*able, *others], self._weeks_around(hole, length), room)
        return free

    def _could_stand(self, p: int, hole: Need) -> bool:
        allowed = self.shop.frame.allowed[p]
        here = any(day >= 0 and code in allowed[day] for day, code in hole.covers)
        return here and bool(self.shop.needs.fillers[hole.group, p])

    def _weeks_around(self, hole: Need, length: int) -> list[int]:
        """Weeks that hold the hole, a stretch of `length` that begins where chance says."""
        weeks = self.shop.frame.weeks
        start = hole.day // DAYS_PER_WEEK - self.random.randrange(length)
        if not self.shop.frame.is_cyclic:
            start = max(0, min(start, weeks - length))
        return [(start + i) % weeks for i in range(length)]

    def _free(self, free: Mask, people: Sequence[int], weeks: Sequence[int], room: int) -> int:
        """Frees these weeks of as many people as there is room for, and tells what it took."""
        days = [week * DAYS_PER_WEEK + i for week in weeks for i in range(DAYS_PER_WEEK)]
        taken = 0
        for p in people:
            size = int(self.cells[p, days].sum())
            if taken + size > room and taken:
                break
            free[p, days] = True
            taken += size
        return taken

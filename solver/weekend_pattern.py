"""Who works which weekend, decided for the whole rota before anything else.

Weekend frequency is the one rule that ties far-away weeks together; with the pattern settled, the
windows of construct.py are nearly independent of one another.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from ortools.sat.python import cp_model

from heiltid.model import DAYS_PER_WEEK, SATURDAY
from solver.build import Workshop, lawful_piece
from solver.constraints.weekends import most_weekends
from solver.frame import FREE_CODE, Roster
from solver.objective import staffing
from solver.patience import Patience
from solver.steer import Effort
from solver.variables import Mask, Piece

EVENNESS = 60  # cost of each weekend a person has more than another, rising with every one


def weekend_days(days: int) -> list[int]:
    """Saturdays and Sundays of the rota."""
    return [day for day in range(days) if day % DAYS_PER_WEEK >= SATURDAY]


def weekend_pattern(shop: Workshop, base: Roster, aims: Sequence[int], effort: Effort) -> Mask | None:
    """bool array (people, weeks): who works the weekend; None when no lawful answer exists."""
    frame = shop.frame
    days = weekend_days(frame.days)
    free = np.zeros(base.shape, dtype=bool)
    is_open = np.array([aim > 0 for aim in aims], dtype=bool)
    free[np.ix_(is_open, days)] = True
    piece = lawful_piece(shop, base, free, soft_rules=False)
    staffing(piece, shop.needs, shop.weights, days)
    for p in piece.people:
        _share_evenly(shop, piece, p, days)
    piece.minimise()
    solver = effort.solver()
    patience = Patience(effort)
    status = solver.solve(piece.model, patience)
    patience.end()
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return None
    worked = piece.read(solver) != FREE_CODE
    found: Mask = worked.reshape(len(worked), -1, DAYS_PER_WEEK)[:, :, SATURDAY:].any(axis=2)
    return found


def _share_evenly(shop: Workshop, piece: Piece, p: int, days: list[int]) -> None:
    """Each further weekend costs more than the one before, the less the larger the position."""
    most = most_weekends(shop.frame, p)
    size = max(1_000, shop.frame.people[p].wanted_bp)
    works = [piece.work(p, day) for day in days]
    for weekends in range(most):
        piece.penalise(EVENNESS * 10_000 // size, piece.excess(works, 2 * weekends))

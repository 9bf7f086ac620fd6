"""Who works which weekend, decided for the whole rota before anything else.

Weekend frequency is the one rule that ties far-away weeks together; with the pattern settled, the
windows of construct.py are nearly independent of one another.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from ortools.sat.python import cp_model

from heiltid.model import DAYS_PER_WEEK, SATURDAY
from solver.build import Workshop, lawful_piece
from solver.constraints.weekends import most_weekends
from solver.effort import Effort
from solver.frame import FREE_CODE, Roster
from solver.objective import staffing
from solver.variables import Mask, Piece

STAFFING_PART = 1.8  # of the effort, at most: a weekend left open here is hard to mend later
EVENNESS = 60  # cost of each weekend a person has more than another, rising with every one


def weekend_days(days: int) -> list[int]:
    """Saturdays and Sundays of the rota."""
    return [day for day in range(days) if day % DAYS_PER_WEEK >= SATURDAY]


def weekend_pattern(shop: Workshop, base: Roster, is_open: Mask, effort: Effort) -> Mask | None:
    """bool array (people, weeks): who works the weekend, of the lines that are open.

    Staffing first, then evenly shared. None when no lawful answer was found.
    """
    frame = shop.frame
    days = weekend_days(frame.days)
    free = np.zeros(base.shape, dtype=bool)
    free[np.ix_(np.flatnonzero(is_open), np.array(days))] = True
    piece = lawful_piece(shop, base, free, soft_rules=False)
    staffing(piece, shop.needs, replace(shop.weights, surplus_minute=0), days)
    for p in piece.people:
        _within_hours(shop, piece, p, days)
    piece.minimise()
    answer = effort.part(STAFFING_PART).solve(piece.model, patience=effort.seconds * 0.5, linear=True)
    if not answer.found:
        return None
    roster = piece.read(answer.solver)
    for p in piece.people:
        _share_evenly(shop, piece, p, days)
    piece.minimise()
    piece.start_from(roster)
    answer = effort.part(0.4).solve(piece.model, gap=0.05, linear=True)
    if answer.found:
        roster = piece.read(answer.solver)
    worked = (roster != FREE_CODE).reshape(len(roster), shop.frame.weeks, DAYS_PER_WEEK)
    found: Mask = worked[:, :, SATURDAY:].any(axis=2)
    return found


def _within_hours(shop: Workshop, piece: Piece, p: int, days: list[int]) -> None:
    """Weekends alone do not fill more than the person's hours."""
    variables, coefficients, constant = piece.minutes(p, days)
    if variables:
        total = cp_model.LinearExpr.weighted_sum(variables, coefficients)
        piece.model.add(total <= max(0, shop.frame.limits[p].high - constant))


def _share_evenly(shop: Workshop, piece: Piece, p: int, days: list[int]) -> None:
    """Each further weekend costs more than the one before, the less the larger the position."""
    most = most_weekends(shop.frame, p)
    size = max(1_000, shop.frame.people[p].wanted_bp)
    works = [piece.work(p, day) for day in days]
    for weekends in range(most):
        piece.penalise(EVENNESS * 10_000 // size, piece.excess(works, 2 * weekends))

"""The goals of a piece as costs: staffing, wishes, fairness, today's rota."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from ortools.sat.python import cp_model

from solver.needs import OVER_MAXIMUM_FACTOR, Need, Needs
from solver.soft import Soft
from solver.variables import Piece
from solver.weights import Weights


def staffing(piece: Piece, needs: Needs, weights: Weights, days: Iterable[int] | None = None) -> None:
    """Costs of people lacking below Min and Target, and of people beyond Target and Max.

    days: only needs of these days (a window does not yet answer for later ones); None = all.
    """
    touched = {
        index
        for (_, day), cell in piece.cells.items()
        for code in cell
        for index in needs.by_cell.get((day, code), ())
    }
    wanted = None if days is None else frozenset(days)
    kept = _kept_counts(piece, needs, touched)
    for index in sorted(touched):
        need = needs.all[index]
        if wanted is None or need.day in wanted:
            _need_costs(piece, needs, weights, need, kept[index])


def _kept_counts(piece: Piece, needs: Needs, touched: set[int]) -> dict[int, int]:
    """How many people in fixed cells are present in each need."""
    base = piece.base.copy()
    for p, day in piece.cells:
        base[p, day] = -1
    counts = needs.counts(base)
    return {index: int(counts[index]) for index in touched}


def _need_costs(piece: Piece, needs: Needs, weights: Weights, need: Need, kept: int) -> None:
    fillers = needs.fillers[need.group]
    literals = []
    for day, code in need.covers:
        for p in piece.people:
            if fillers[p]:
                literal = piece.cells.get((p, day), {}).get(code)
                if literal is not None:
                    literals.append(literal)
    most = len(literals) + kept
    present = cp_model.LinearExpr.sum(literals) + kept
    costs = {need.minimum: weights.understaffed_minute}  # one cost where Min and Target are the same
    costs[need.target] = costs.get(need.target, 0) + weights.target_minute
    for wanted, weight in costs.items():
        if wanted > kept and weight:
            lack = piece.model.new_int_var(0, wanted - kept, "")
            piece.model.add(lack + present >= wanted)
            piece.penalise(weight * need.minutes, lack)
    surplus = weights.surplus_minute * need.minutes
    limits = []
    if need.surplus_factor:
        limits += [(beyond, surplus * need.surplus_factor) for beyond in (need.target, need.target + 1)]
    if need.maximum is not None:
        limits.append((need.maximum, surplus * OVER_MAXIMUM_FACTOR))
    for limit, weight in limits:
        if most > limit and weight:
            over = piece.model.new_int_var(0, most - min(limit, most), "")
            piece.model.add(present - limit <= over)
            piece.penalise(weight, over)


def wishes(piece: Piece, soft: Soft, weights: Weights) -> None:
    """Costs of wishes not met."""
    for wish in soft.wishes:
        cell = piece.cells.get((wish.p, wish.day))
        if cell is None:
            continue
        cost = weights.strong_wish if wish.strong else weights.weak_wish
        missed = [literal for code, literal in cell.items() if code not in wish.met_by]
        if wish.met_when_free:
            for literal in missed:
                piece.penalise(cost, literal)
        else:
            for code, literal in cell.items():
                if code in wish.met_by:
                    piece.objective.append((-cost, literal))


def fairness(piece: Piece, soft: Soft, weights: Weights) -> None:
    """Costs of each person's distance from her fair share of weekends, nights, evenings, red days.

    The share is a constant: what the whole base roster holds, in proportion to position wanted.
    """
    for category in soft.categories:
        expected = category.expected(piece.base)
        for p in piece.people:
            if not category.members[p]:
                continue
            literals, kept = [], 0
            for day in category.days:
                cell = piece.cells.get((p, day))
                if cell is None:
                    kept += int(piece.base[p, day] in category.codes)
                else:
                    literals += [v for code, v in cell.items() if code in category.codes]
            if literals:
                _distance(piece, weights, literals, kept, float(expected[p]))


def _distance(
    piece: Piece,
    weights: Weights,
    literals: list[cp_model.IntVar],
    kept: int,
    expected: float,
) -> None:
    aim = int(np.floor(expected + 0.5))
    distance = piece.model.new_int_var(0, len(literals) + kept + aim + 1, "")
    total = cp_model.LinearExpr.sum(literals) + kept
    piece.model.add(distance >= total - aim)
    piece.model.add(distance >= aim - total)
    piece.penalise(weights.unfair_shift, distance)


def keep_today(piece: Piece, soft: Soft, weights: Weights) -> None:
    """Costs of cells that differ from today's rota, when asked for."""
    if weights.kept_cell == 0 or soft.today is None:
        return
    for (p, day), cell in piece.cells.items():
        code = int(soft.today[p, day])
        if code == -1:
            piece.penalise(weights.kept_cell, piece.works[p, day])
        elif code in cell:
            piece.objective.append((-weights.kept_cell, cell[code]))

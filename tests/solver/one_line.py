"""Is one person's line possible for the engine's hard rules? No hours, no budget, no goals."""

from __future__ import annotations

import numpy as np
from ortools.sat.python import cp_model

from heiltid.jobs import SolveRequest
from heiltid.model import Plan, PlanRow, Unit
from solver.build import Workshop, lawful_piece
from solver.constraints.succession import Successions
from solver.frame import FREE_CODE, Frame
from solver.needs import Needs
from solver.soft import Soft
from solver.variables import Mask, Piece
from solver.weights import weights_of


def workshop(request: SolveRequest) -> Workshop:
    """The constants of a request."""
    frame = Frame(request)
    return Workshop(
        frame=frame,
        needs=Needs(frame),
        soft=Soft(frame),
        successions=Successions(frame),
        weights=weights_of(request.goal_order, request.keep_today_weight),
    )


def shop_of(unit: Unit, history: PlanRow | None = None) -> Workshop:
    """The constants of a unit of one person, with the two weeks before the start if there are any."""
    today = None if history is None else Plan(rows=(history,))
    return workshop(SolveRequest(unit=unit, today=today))


def codes_of(frame: Frame, row: PlanRow) -> list[int]:
    """The line as the engine counts codes."""
    return [frame.shift_index[str(cell.shift)] if cell.works else FREE_CODE for cell in row.cells]


def allows(shop: Workshop, row: PlanRow, free: Mask | None = None, *, soft_rules: bool = False) -> bool:
    """Whether the hard rules admit the line.

    free: the days that are decided; the others are constants of the piece. All of them by default.
    """
    frame = shop.frame
    codes = codes_of(frame, row)
    base = frame.empty_roster()
    base[0] = codes
    mask = np.ones(base.shape, dtype=bool) if free is None else free
    piece = lawful_piece(shop, base, mask, soft_rules=soft_rules)
    return _holds(piece, codes)


def cost_of(shop: Workshop, row: PlanRow) -> int:
    """What the soft patterns of a lawful line cost a piece in which every day of it is decided."""
    codes = codes_of(shop.frame, row)
    base = shop.frame.empty_roster()
    piece = lawful_piece(shop, base, np.ones(base.shape, dtype=bool))
    piece.minimise()
    solver = cp_model.CpSolver()
    assert _solve(solver, piece, codes) == cp_model.OPTIMAL
    return round(solver.objective_value)


def _holds(piece: Piece, codes: list[int]) -> bool:
    return _solve(cp_model.CpSolver(), piece, codes) in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def _solve(solver: cp_model.CpSolver, piece: Piece, codes: list[int]) -> object:
    """The status of the piece with this line in it."""
    for (_, day), cell in piece.cells.items():
        if codes[day] != FREE_CODE and codes[day] not in cell:
            return cp_model.INFEASIBLE
        for code, literal in cell.items():
            piece.model.add(literal == int(codes[day] == code))
    solver.parameters.num_workers = 1
    return solver.solve(piece.model)

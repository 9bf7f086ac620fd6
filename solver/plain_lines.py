"""Lines whose full-time week cannot move, for people whose hours would not settle where it is reckoned.

Where weeks are reckoned three-part, another night or Sunday changes the hours that the position asks
for, which asks for another line, and so on. A line of days and evenings outside the Sunday zone has the
week of day work whatever else changes. It may leave nights open: a rota with open shifts is an answer.
"""

from __future__ import annotations

from fractions import Fraction

import numpy as np

from heiltid.contract import DAY_WEEK_MINUTES
from heiltid.model import MINUTES_PER_DAY, ShiftKind
from solver.build import Workshop, add_goals, hours_variable, lawful_piece
from solver.effort import Effort
from solver.frame import Frame, Roster
from solver.improve import Incumbent
from solver.score import Scorer
from solver.variables import Piece


def with_plain_lines(shop: Workshop, scorer: Scorer, best: Incumbent, effort: Effort) -> Incumbent:
    """Everybody outside her limits gets such a line, where one brings her within them."""
    for p in [p for p, outside in enumerate(best.score.outside) if outside]:
        before = shop.frame.week_of(p)
        shop.frame.set_week(p, Fraction(DAY_WEEK_MINUTES))
        roster = _plain_line(shop, best.roster, p, effort)
        found = None if roster is None else Incumbent(roster, scorer.score(roster))
        if found is not None and found.score.outside_bp < best.score.outside_bp:
            best = found
        else:
            shop.frame.set_week(p, before)
    return best


def _plain_line(shop: Workshop, roster: Roster, p: int, effort: Effort) -> Roster | None:
    frame = shop.frame
    base = roster.copy()
    base[p] = frame.empty_roster()[p]
    free = np.zeros(base.shape, dtype=bool)
    free[p] = True
    piece = lawful_piece(shop, base, free, soft_rules=False)
    _keep_plain(piece)
    add_goals(shop, piece)
    hours_variable(shop, piece, p)
    piece.minimise()
    answer = effort.solve(piece.model)
    return piece.read(answer.solver) if answer.found else None


def _keep_plain(piece: Piece) -> None:
    for (_, day), cell in piece.cells.items():
        for code, literal in cell.items():
            if not _is_plain(piece.frame, day, code):
                piece.model.add(literal == 0)


def _is_plain(frame: Frame, day: int, code: int) -> bool:
    shift = frame.shifts[code]
    start = day * MINUTES_PER_DAY + shift.start_minute
    split = frame.calendar.inconvenient(start, start + shift.length_minutes)
    return shift.kind in (ShiftKind.DAY, ShiftKind.EVENING) and not split.touches_sunday

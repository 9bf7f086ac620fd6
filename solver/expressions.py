"""Linear expressions of CP-SAT, or plain numbers where nothing is left to decide."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from ortools.sat.python import cp_model

Expression: TypeAlias = "cp_model.LinearExpr | int"


def sum_of(terms: Sequence[Expression]) -> Expression:
    """The sum of some expressions; 0 of none."""
    return cp_model.LinearExpr.sum(list(terms)) if terms else 0


def weighted_sum_of(terms: Sequence[tuple[int, cp_model.IntVar]]) -> Expression:
    """The weighted sum of some variables; 0 of none."""
    if not terms:
        return 0
    return cp_model.LinearExpr.weighted_sum([v for _, v in terms], [w for w, _ in terms])

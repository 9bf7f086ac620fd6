"""Restless patterns weigh the same in the pieces that steer as in the score that chooses."""

from __future__ import annotations

import numpy as np
import pytest
from builders import A1, D1, L1, N1, person, row, unit
from one_line import codes_of, cost_of, shop_of

from heiltid.jobs import Goal
from heiltid.model import RotaKind
from solver.score import Scorer

FREE = "- - - - - - - "
WEEK = "D1 D1 D1 - - - - "  # nothing restless in it
WEEKEND = "- - - - - D1 D1 "


@pytest.mark.parametrize(
    ("line", "unrest"),
    [
        (WEEK + FREE, 0),
        ("- - D1 - - - - " + FREE, 1),  # a day alone
        ("D1 D1 - D1 D1 - - " + FREE, 1),  # a free day alone
        ("- - D1 D1 D1 D1 D1 D1 - - - - - -", 1),  # six in a row, one more than the soft limit
        ("- - - - D1 D1 - " + FREE, 4),
        ("- - - N1 N1 - - " + FREE, 2),  # a free weekend that begins by night
        ("A1 D1 D1 - - - - " + FREE, 2),  # 9.5 h from 22:00 to 07:30
        (WEEKEND * 2 + FREE * 3, 0),
        (WEEKEND * 3 + FREE * 5, 4),
        ((WEEKEND * 3 + FREE * 5) * 2, 8),
        (WEEKEND + FREE * 5 + WEEKEND * 2, 4),  # across the seam
    ],
)
def test_a_pattern_costs_a_piece_what_it_counts(line: str, unrest: int) -> None:
    everything = unit(
        len(line.split()) // 7,
        shifts=(D1, A1, N1, L1),
        employees=(person(min_bp=0, weekend_every=1),),
        fte_budget_bp=20_000,
    )
    shop = shop_of(everything)
    roster = np.array([codes_of(shop.frame, row(line))])
    assert Scorer(shop).goals(roster)[Goal.CALM] == unrest
    assert cost_of(shop, row(line)) == unrest * shop.weights.unrest


def test_a_dated_rota_has_no_seam() -> None:
    dated = unit(6, kind=RotaKind.DATED, employees=(person(min_bp=0, weekend_every=1),), fte_budget_bp=20_000)
    shop, line = shop_of(dated), row(WEEKEND + FREE * 3 + WEEKEND * 2)
    assert Scorer(shop).goals(np.array([codes_of(shop.frame, line)]))[Goal.CALM] == 0
    assert cost_of(shop, line) == 0

"""The constraints know nothing of the checks, yet admit no line a check refuses: lines by chance.

A piece decides some days and keeps the others, as windows and neighbourhoods do. Where the engine is
stricter than the law needs, each way is listed here, so that no other creeps in.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from random import Random

import numpy as np
import pytest
from asking_engine import unlawful
from builders import A1, D1, L1, L2, MONDAY, N1, person, shift, unit
from one_line import allows, shop_of

from heiltid.model import (
    FREE,
    Agreement,
    Cell,
    Employee,
    Plan,
    PlanRow,
    RotaKind,
    RuleOverride,
    Signed,
    Unit,
)
from solver.build import RULES

MORE_CODES = (
    shift("D2", "08:00-14:00"),
    shift("D3", "10:00-18:00"),
    shift("A2", "16:00-22:30"),
    shift("A3", "17:00-21:00"),
    shift("N2", "22:00-07:00"),
    shift("N3", "20:30-08:00"),
    shift("L3", "08:00-21:00"),
)
SETTINGS = (
    ("days_in_row", "hard", "5"),
    ("nights_in_row", "hard", "2"),
    ("quick_returns", "hard", "1"),
    ("quick_returns", "hard", "0"),
    ("weekend_frequency", "friday_night_counts", "yes"),
    ("long_shifts_in_row", "hard", "2"),
    ("rest_after_nights", "minutes", "none"),
    ("rest_after_nights", "minutes", "33:20"),
    ("daily_rest", "agreed_minutes", "540"),
)
STARTS = (date(2027, 3, 15), date(2027, 5, 3), date(2027, 12, 13), date(2027, 8, 2))
# Weekly rest is never shortened below 35 h, and lies around whole free days. A free weekend in every
# 4 weeks carries the weekly rest on a Sunday; half of the Sundays counts even where no two in a row are
# worked. Whoever may work nights keeps the hours of § 10-11.
STRICTER = {"weekly_rest", "sunday_rest", "night_average"}


def made(dice: Random) -> Unit:
    cyclic = dice.random() < 0.5
    k = dice.choice((0, 1, 2, 2, 3, 3, 4))
    who = person(
        min_bp=0,
        long_shifts=True,
        weekend_every=k,
        extra_weekends=dice.choice((0, 0, 1, 2)) if k else 0,
        weekend_offset=dice.randint(1, k) if k and dice.random() < 0.3 else None,
        max_days_in_row=dice.choice((None, None, 4, 7)),
        max_nights_in_row=dice.choice((None, None, 2, 5)),
    )
    agreements = [
        Agreement(paragraph=name, signed=Signed.REFUSED)
        for name in ("10-5 (1)", "10-5 (2)", "10-8 (3)", "10-8 (4)")
        if dice.random() < 0.15
    ]
    settings = (RuleOverride(rule=r, parameter=p, value=v) for r, p, v in SETTINGS if dice.random() < 0.1)
    return unit(
        dice.randint(1, 6),
        kind=RotaKind.CYCLIC if cyclic else RotaKind.DATED,
        start=MONDAY if cyclic else dice.choice(STARTS),
        shifts=(*dice.sample((D1, A1, N1, L1, L2), dice.randint(2, 4)), *dice.sample(MORE_CODES, 2)),
        employees=(who,),
        overrides=tuple(settings),
        agreements=tuple(agreements),
        rule_book=dice.choice(("local", "local", "tariff")),
        fte_budget_bp=10_000,
    )


def line(dice: Random, codes: list[str], days: int) -> tuple[Cell, ...]:
    """Blocks of work and free days."""
    cells: list[Cell] = []
    density = dice.choice((0.2, 0.35, 0.5, 0.7))
    while len(cells) < days:
        if dice.random() < density:
            code = dice.choice(codes)
            for _ in range(dice.choice((1, 2, 3, 4))):
                cells.append(Cell(shift=code if dice.random() < 0.8 else dice.choice(codes)))
        else:
            cells += [FREE] * dice.choice((1, 2, 3))
    return tuple(cells[:days])


def changed(dice: Random, cells: tuple[Cell, ...], codes: list[str]) -> tuple[tuple[Cell, ...], np.ndarray]:
    """The line with a stretch decided anew, and which days those are (round the end)."""
    free = np.zeros((1, len(cells)), dtype=bool)
    new = list(cells)
    start = dice.randrange(len(cells))
    for step in range(dice.choice((1, 2, 4, 9))):
        day = (start + step) % len(cells)
        free[0, day] = True
        if dice.random() < 0.5:
            new[day] = dice.choice((FREE, *(Cell(shift=code) for code in codes)))
    return tuple(new), free


def tries(seed: int) -> Iterator[tuple[Unit, PlanRow, PlanRow, np.ndarray | None]]:
    """(unit, line whose kept days are lawful, line to judge, the days decided)."""
    dice = Random(seed)
    a_unit = made(dice)
    codes = [entry.code for entry in a_unit.shifts]
    history = line(dice, codes, 14) if not a_unit.is_cyclic and dice.random() < 0.6 else ()
    lawful = 0
    for _ in range(60):
        cells = line(dice, codes, a_unit.day_count)
        old = PlanRow(employee="1", position_bp=10_000, cells=cells, history=history)
        yield a_unit, old, old, None
        if lawful < 4 and not judged(a_unit, old):
            lawful += 1
            for _ in range(4):
                new, free = changed(dice, cells, codes)
                yield a_unit, old, PlanRow(employee="1", position_bp=10_000, cells=new, history=history), free


def judged(a_unit: Unit, row: PlanRow) -> list[str]:
    """Rules that refuse the line; hours and positions are bounded elsewhere in the engine."""
    elsewhere = {"ordinary_hours", "position_limits"}
    found = unlawful(a_unit, Plan(rows=(row,)))
    return [finding.rule for finding in found if finding.rule not in elsewhere]


@pytest.mark.parametrize("seed", range(14))
def test_the_engine_admits_nothing_the_checker_refuses(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for a_unit, old, new, free in tries(seed):
        shop = shop_of(a_unit, old)
        broken = judged(a_unit, new)
        if broken:
            assert not allows(shop, new, free), broken
        elif not allows(shop, new, free):
            with monkeypatch.context() as patch:
                for rule in STRICTER:
                    patch.delitem(RULES, rule)
                assert allows(shop, new, free)


def test_half_of_the_tries_are_lawful_and_half_are_not() -> None:
    lawful = [not judged(a_unit, new) for seed in range(6) for a_unit, _, new, _ in tries(seed)]
    assert 0.15 < sum(lawful) / len(lawful) < 0.85


def whole_days_only() -> Employee:
    """The person of the list above, for the one rule that is stricter by choice."""
    return person(min_bp=0, weekend_every=1)


def test_the_weekly_rest_is_not_shortened() -> None:
    # Wednesday is the only free day: 22:00 -> 07:30 is 33.5 h, lawful with 10-8 (3) for the checker.
    cells = "D1 A1 - D1 D1 D1 D1 - - - - - - -"
    row = PlanRow(
        employee="1",
        position_bp=10_000,
        cells=tuple(FREE if code == "-" else Cell(shift=code) for code in cells.split()),
    )
    a_unit = unit(2, kind=RotaKind.DATED, employees=(whole_days_only(),), fte_budget_bp=10_000)
    assert judged(a_unit, row) == []
    assert not allows(shop_of(a_unit), row)

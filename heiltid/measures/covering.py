"""The cheapest whole-number cover: exact, small, and without any library.

min cost . x  with  sum of x over a row's columns >= its need,  x whole and >= 0.

Rows and columns that others make needless are taken out first; what falls apart is solved apart.
Each part is solved by branch and bound over an exact simplex (fractions, no rounding). Shift covers
are nearly always whole at the first relaxation, since a shift is one unbroken interval of time.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import ceil, gcd
from typing import TypeAlias

Row: TypeAlias = tuple[frozenset[int], int]  # columns that cover it, need
NODE_LIMIT = 400  # branch-and-bound nodes before the relaxation's bound is taken instead
BLAND_AFTER_PIVOTS = 300  # from there on the rule that cannot cycle


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """Least cost and, when `counts` is not None, how many of each column reach it.

    counts None: the search was cut off and `cost` is a proven lower figure.
    """

    cost: int
    counts: tuple[int, ...] | None


def cheapest_cover(costs: Sequence[int], rows: Iterable[Row]) -> Cover:
    """The cheapest cover. Costs >= 0. Raises ValueError for a needed row that no column covers."""
    kept_rows, kept_columns = _reduced(costs, rows)
    total, exact = 0, True
    counts = [0] * len(costs)
    for part_rows in _parts(kept_rows):
        columns = sorted({column for covers, _ in part_rows for column in covers} & kept_columns)
        place = {column: index for index, column in enumerate(columns)}
        shape = tuple(
            sorted(
                (tuple(sorted(place[c] for c in covers if c in place)), need) for covers, need in part_rows
            )
        )
        found = _solve_part(tuple(costs[column] for column in columns), shape)
        total += found.cost
        exact = exact and found.counts is not None
        for column, count in zip(columns, found.counts or (), strict=False):
            counts[column] = count
    return Cover(cost=total, counts=tuple(counts) if exact else None)


def _reduced(costs: Sequence[int], rows: Iterable[Row]) -> tuple[list[Row], set[int]]:
    """Rows and columns that matter: no row implied by another, no column another is as good as."""
    kept: dict[frozenset[int], int] = {}
    for covers, need in rows:
        if need > 0:
            if not covers:
                raise ValueError("a row that no column covers")
            kept[covers] = max(need, kept.get(covers, 0))
    columns = {column for covers in kept for column in covers}
    while True:
        merged: dict[frozenset[int], int] = {}
        for covers, need in kept.items():
            inside = covers & columns
            merged[inside] = max(need, merged.get(inside, 0))
        needed = {row: need for row, need in merged.items() if not _is_implied(row, need, merged)}
        useful = _useful_columns(costs, columns, needed)
        if needed == kept and useful == columns:
            return sorted(needed.items(), key=lambda row: sorted(row[0])), columns
        kept, columns = needed, useful


def _is_implied(covers: frozenset[int], need: int, rows: dict[frozenset[int], int]) -> bool:
    return any(other < covers and other_need >= need for other, other_need in rows.items())


def _useful_columns(costs: Sequence[int], columns: set[int], rows: dict[frozenset[int], int]) -> set[int]:
    """Columns no other column dominates (covers the same rows or more, for the same or less)."""
    reach: dict[int, set[int]] = {column: set() for column in columns}
    for index, covers in enumerate(rows):
        for column in covers & columns:
            reach[column].add(index)
    order = sorted((c for c in columns if reach[c]), key=lambda c: (costs[c], -len(reach[c]), c))
    kept: list[int] = []
    for column in order:
        if not any(reach[column] <= reach[better] for better in kept):
            kept.append(column)
    return set(kept)


def _parts(rows: list[Row]) -> list[list[Row]]:
    """Rows that share columns, together."""
    parts: list[tuple[set[int], list[Row]]] = []
    for row in rows:
        touching = [part for part in parts if part[0] & row[0]]
        parts = [part for part in parts if not part[0] & row[0]]
        columns = set(row[0]).union(*(part[0] for part in touching))
        parts.append((columns, [*(entry for part in touching for entry in part[1]), row]))
    return [part[1] for part in parts]


Shape: TypeAlias = tuple[tuple[tuple[int, ...], int], ...]
Inequality: TypeAlias = tuple[dict[int, int], int]  # sum of coefficient * x >= right side


@lru_cache(maxsize=4096)
def _solve_part(costs: tuple[int, ...], shape: Shape) -> Cover:
    """Branch and bound, depth first, upwards branch first."""
    step = gcd(*costs) or 1
    base: list[Inequality] = [(dict.fromkeys(columns, 1), need) for columns, need in shape]
    best: Cover | None = None
    waiting: list[tuple[Inequality, ...]] = [()]
    root: int | None = None
    for _ in range(NODE_LIMIT):
        if not waiting:
            break
        extra = waiting.pop()
        relaxed = _relaxation(costs, [*base, *extra])
        if relaxed is None:
            continue
        value, amounts = relaxed
        bound = ceil(value / step) * step
        root = bound if root is None else root
        if best is not None and bound >= best.cost:
            continue
        split = next((index for index, amount in enumerate(amounts) if amount.denominator != 1), None)
        if split is None:
            best = Cover(cost=int(value), counts=tuple(int(amount) for amount in amounts))
            continue
        up = ceil(amounts[split])
        waiting += [(*extra, ({split: -1}, 1 - up)), (*extra, ({split: 1}, up))]
    if best is not None and (not waiting or best.cost == root):
        return best
    assert root is not None
    return Cover(cost=root, counts=None)


def _relaxation(
    costs: Sequence[int], inequalities: Sequence[Inequality]
) -> tuple[Fraction, list[Fraction]] | None:
    """Dual simplex from the slack basis (feasible because costs >= 0). None: no solution."""
    width = len(costs)
    table = [_tableau_row(index, entry, width, len(inequalities)) for index, entry in enumerate(inequalities)]
    reduced = [Fraction(cost) for cost in costs] + [Fraction(0)] * (len(inequalities) + 1)
    basis = [width + index for index in range(len(inequalities))]
    pivots = 0
    while True:
        negative = [index for index, row in enumerate(table) if row[-1] < 0]
        if not negative:
            break
        pivots += 1
        if pivots > BLAND_AFTER_PIVOTS:
            leaving = min(negative, key=lambda index: basis[index])
        else:
            leaving = min(negative, key=lambda index: table[index][-1])
        candidates = [j for j in range(len(reduced) - 1) if table[leaving][j] < 0]
        if not candidates:
            return None
        entering = min(candidates, key=lambda j: (reduced[j] / -table[leaving][j], j))
        _pivot(table, reduced, leaving, entering)
        basis[leaving] = entering
    amounts = [Fraction(0)] * width
    for index, column in enumerate(basis):
        if column < width:
            amounts[column] = table[index][-1]
    return -reduced[-1], amounts


def _tableau_row(index: int, inequality: Inequality, width: int, height: int) -> list[Fraction]:
    """-A x + slack = -b."""
    coefficients, need = inequality
    row = [Fraction(0)] * (width + height + 1)
    for column, coefficient in coefficients.items():
        row[column] = Fraction(-coefficient)
    row[width + index] = Fraction(1)
    row[-1] = Fraction(-need)
    return row


def _pivot(table: list[list[Fraction]], reduced: list[Fraction], leaving: int, entering: int) -> None:
    pivot = table[leaving][entering]
    chosen = [entry / pivot if entry else entry for entry in table[leaving]]
    table[leaving] = chosen
    places = [(j, entry) for j, entry in enumerate(chosen) if entry]
    for row in (*table[:leaving], *table[leaving + 1 :], reduced):
        factor = row[entering]
        if factor:
            for j, entry in places:
                row[j] -= factor * entry

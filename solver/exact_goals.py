"""The goals that are not positions as expressions, each meaning exactly what score.py counts.

Parts of a goal that no free cell can change are left out where they are constants.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from heiltid.model import DAYS_PER_WEEK, SATURDAY, SUNDAY
from solver.build import Workshop
from solver.constraints.runs import soft_limit
from solver.constraints.succession import limits_of
from solver.expressions import Expression, sum_of
from solver.frame import FREE_CODE, Frame
from solver.needs import OVER_MAXIMUM_FACTOR, Need, Needs
from solver.soft import STRONG_WEIGHT, Category, Soft
from solver.variables import Literal, Piece
from solver.weights import APART, FRIDAY_NIGHT, QUICK, THREE_WEEKENDS

FRIDAY = SATURDAY - 1
MANY = 1_000_000
LARGEST_SCALE = 10**9  # fair shares are whole numbers up to this scale, rounded above it


def staffing(piece: Piece, needs: Needs) -> tuple[Expression, Expression, Expression]:
    """Person-minutes (below Min, below Target, surplus as Needs.totals weighs it)."""
    base = piece.base.copy()
    for place in piece.cells:
        base[place] = FREE_CODE
    kept = needs.counts(base)
    below, short, surplus = [], [], []
    for index, need in enumerate(needs.all):
        present = sum_of(_present(piece, needs, need)) + int(kept[index])
        below.append(need.minutes * _above(piece, need.minimum - present))
        short.append(need.minutes * _above(piece, need.target - present))
        if need.surplus_factor:
            for limit in (need.target, need.target + 1):
                surplus.append(need.minutes * need.surplus_factor * _above(piece, present - limit))
        if need.maximum is not None:
            beyond = _above(piece, present - need.maximum)
            surplus.append(OVER_MAXIMUM_FACTOR * need.minutes * beyond)
    return sum_of(below), sum_of(short), sum_of(surplus)


def _present(piece: Piece, needs: Needs, need: Need) -> list[Expression]:
    fillers = needs.fillers[need.group]
    return [
        piece.cells[p, day][code]
        for day, code in need.covers
        for p in piece.people
        if fillers[p] and code in piece.cells.get((p, day), {})
    ]


def _above(piece: Piece, expression: Expression) -> Expression:
    """max(0, expression), where the objective pulls it down."""
    if isinstance(expression, int):
        return max(0, expression)
    over = piece.model.new_int_var(0, MANY, "")
    piece.model.add(over >= expression)
    return over


def unmet_wishes(piece: Piece, soft: Soft) -> Expression:
    """Soft wishes not met, strong ones counted more."""
    total: list[Expression] = []
    for wish in soft.wishes:
        weight = STRONG_WEIGHT if wish.strong else 1
        cell = piece.cells.get((wish.p, wish.day))
        if cell is None:
            continue
        met_by = sum_of([literal for code, literal in cell.items() if code in wish.met_by])
        if wish.met_when_free:
            total.append(weight * (piece.works[wish.p, wish.day] - met_by))
        else:
            total.append(weight * (1 - met_by))
    return sum_of(total)


def fairness(piece: Piece, soft: Soft) -> Expression:
    """Distances from the fair shares, all multiplied by one number that makes them whole."""
    sizes = {category.name: _sizes(soft.frame, category) for category in soft.categories}
    scale = math.lcm(*(sum(found.values()) for found in sizes.values())) if sizes else 1
    scale = min(scale, LARGEST_SCALE)
    return sum_of([_distances(piece, category, sizes[category.name], scale) for category in soft.categories])


def _sizes(frame: Frame, category: Category) -> dict[int, int]:
    """The parts of the members as small whole numbers."""
    people = frame.people
    found = {
        p: max(person.wanted_bp, person.position_bp) for p, person in enumerate(people) if category.members[p]
    }
    divisor = math.gcd(*found.values())
    return {p: size // divisor for p, size in found.items()}


def _distances(piece: Piece, category: Category, sizes: dict[int, int], scale: int) -> Expression:
    counts = {p: _count(piece, category, p) for p in sizes}
    total = sum_of(list(counts.values()))
    distances: list[Expression] = []
    for p, size in sizes.items():
        share = round(scale * size / sum(sizes.values()))
        away = scale * counts[p] - share * total
        if isinstance(away, int):
            distances.append(abs(away))
            continue
        apart = piece.model.new_int_var(0, 10**6 * LARGEST_SCALE, "")
        piece.model.add(apart >= away)
        piece.model.add(apart >= -away)
        distances.append(apart)
    return sum_of(distances)


def _count(piece: Piece, category: Category, p: int) -> Expression:
    literals: list[Expression] = []
    for day in category.days:
        literals.extend(piece.literals(p, day, category.codes))
    return sum_of(literals)


def calm(piece: Piece, shop: Workshop) -> Expression:
    """Restless patterns of the people with free cells, and cells that differ from today's rota."""
    total: list[Expression] = []
    for p in piece.people:
        total += [*_isolated(piece, p), *_quick(piece, shop, p), *_runs(piece, p), *_weekends(piece, p)]
    return sum_of([*total, *_changed(piece, shop)])


def _work(piece: Piece, p: int, day: int) -> Literal:
    """Work on a day of the rota or one beside it; nothing is known after a dated one."""
    return 0 if day == piece.frame.days and not piece.frame.is_cyclic else piece.work(p, day)


def _all_true(piece: Piece, literals: list[Expression]) -> Expression:
    """1 when all are true, where the objective pulls it down."""
    if any(isinstance(literal, int) and literal == 0 for literal in literals):
        return 0
    return _above(piece, sum_of(literals) - (len(literals) - 1))


def _any_true(piece: Piece, literals: list[Expression]) -> Expression:
    """1 when one is true, where the objective pulls it down."""
    if all(isinstance(literal, int) for literal in literals):
        return int(any(literals))
    either = piece.model.new_bool_var("")
    for literal in literals:
        piece.model.add(either >= literal)
    return either


def _isolated(piece: Piece, p: int) -> list[Expression]:
    found = []
    for day in range(piece.frame.days):
        before, middle, after = (_work(piece, p, day + k) for k in (-1, 0, 1))
        found.append(_all_true(piece, [1 - before, middle, 1 - after]))
        found.append(_all_true(piece, [before, 1 - middle, after]))
    return found


def _quick(piece: Piece, shop: Workshop, p: int) -> list[Expression]:
    """Neighbouring days with too short a rest by the ordinary clock."""
    quick = {
        pair
        for q in range(len(shop.frame.people))
        for pair in shop.successions.table(limits_of(shop.frame, q), -1000).quick
    }
    found: list[Expression] = []
    for day in range(piece.frame.days):
        for code, second in quick:
            first, last = piece.literals(p, day - 1, (code,)), piece.literals(p, day, (second,))
            if first and last:
                found.append(QUICK * _all_true(piece, [*first, *last]))
    return found


def _runs(piece: Piece, p: int) -> list[Expression]:
    frame = piece.frame
    found: list[Expression] = []
    for rule, codes in (
        ("days_in_row", None),
        ("nights_in_row", frame.nights),
        ("long_shifts_in_row", frame.longs),
    ):
        limit = soft_limit(frame, p, rule)
        if limit is None:
            continue
        starts = frame.days if frame.is_cyclic else frame.days - limit
        for day in range(starts):
            found.append(_all_true(piece, [_any_of(piece, p, day + k, codes) for k in range(limit + 1)]))
    return found


def _any_of(piece: Piece, p: int, day: int, codes: Iterable[int] | None) -> Expression:
    return piece.work(p, day) if codes is None else sum_of(piece.literals(p, day, codes))


def _weekends(piece: Piece, p: int) -> list[Expression]:
    found: list[Expression] = []
    for first in range(0, piece.frame.days, DAYS_PER_WEEK):
        saturday, sunday = piece.work(p, first + SATURDAY), piece.work(p, first + SUNDAY)
        found += [APART * _all_true(piece, pair) for pair in ([saturday, 1 - sunday], [1 - saturday, sunday])]
        friday = _any_of(piece, p, first + FRIDAY, piece.frame.nights)
        found.append(FRIDAY_NIGHT * _all_true(piece, [friday, 1 - saturday, 1 - sunday]))
    return [*found, *_three_weekends(piece, p)]


def _three_weekends(piece: Piece, p: int) -> Iterator[Expression]:
    """Every three weekends worked on end."""
    worked = [
        _any_true(piece, [piece.work(p, first + day) for day in (SATURDAY, SUNDAY)])
        for first in range(0, piece.frame.days, DAYS_PER_WEEK)
    ]
    around = [*worked, *worked[:2]] if piece.frame.is_cyclic else worked
    for three in zip(around, around[1:], around[2:], strict=False):
        yield THREE_WEEKENDS * _all_true(piece, list(three))


def _changed(piece: Piece, shop: Workshop) -> list[Expression]:
    """Free cells that differ from today's rota, when asked for."""
    weight, today = shop.frame.request.keep_today_weight, shop.soft.today
    if not weight or today is None:
        return []
    found: list[Expression] = []
    for (p, day), cell in piece.cells.items():
        code = int(today[p, day])
        if code == FREE_CODE:
            found.append(weight * piece.works[p, day])
        else:
            found.append(weight * (1 - cell[code]) if code in cell else weight)
    return found

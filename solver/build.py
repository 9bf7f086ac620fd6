"""The model of a piece: a table of contents of its rules and goals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from ortools.sat.python import cp_model

from heiltid.model import FULL_TIME_BP
from solver import objective
from solver.constraints import ordinary, runs, succession, weekends, weeks
from solver.frame import Frame, Roster
from solver.needs import Needs
from solver.positions import PositionTerms, add_positions, weighted
from solver.soft import Soft
from solver.variables import Mask, Piece
from solver.weights import APART, FRIDAY_NIGHT, QUICK, THREE_WEEKENDS, Weights

OUTSIDE_MINUTE_FACTOR = 10  # a minute outside Min-Max, in understaffed minutes
OVER_BUDGET_FACTOR = 20  # a basis point beyond the budget, in understaffed minutes
OVER_BUDGET_AT_ALL_MINUTES = 5_000  # being beyond it at all: more than any one shift is worth


@dataclass(frozen=True, slots=True)
class Workshop:
    """All constants that building a piece needs; made once per request."""

    frame: Frame
    needs: Needs
    soft: Soft
    successions: succession.Successions
    weights: Weights


def lawful_piece(shop: Workshop, base: Roster, free: Mask, *, soft_rules: bool = True) -> Piece:
    """The free cells with every hard rule, and the soft patterns as costs."""
    piece = Piece(shop.frame, base, free)
    for rule in RULES:
        for p in piece.people:
            RULES[rule](shop, piece, p, shop.weights.unrest if soft_rules else 0)
    if soft_rules:
        for p in piece.people:
            runs.isolated_days(piece, p, shop.weights.unrest)
    return piece


def _weekend_frequency(shop: Workshop, piece: Piece, p: int, unrest: int) -> None:
    beside = shop.weights.extra_beside if unrest else 0
    costs = weekends.WeekendCosts(
        apart=APART * unrest,
        friday_night=FRIDAY_NIGHT * unrest,
        extra_beside=beside,
        three_in_row=THREE_WEEKENDS * unrest,
    )
    weekends.weekend_frequency(piece, p, costs)


def _quick_returns(shop: Workshop, piece: Piece, p: int, unrest: int) -> None:
    succession.quick_returns(piece, shop.successions, p, QUICK * unrest)


Constraint: TypeAlias = Callable[[Workshop, Piece, int, int], None]
# Every hard rule by the name it has in heiltid/rules; (shop, piece, person, cost of unrest).
RULES: dict[str, Constraint] = {
    "daily_rest": lambda shop, piece, p, _: succession.daily_rest(piece, shop.successions, p),
    "quick_returns": _quick_returns,
    "days_in_row": lambda _, piece, p, unrest: runs.days_in_row(piece, p, unrest),
    "nights_in_row": lambda _, piece, p, unrest: runs.nights_in_row(piece, p, unrest),
    "long_shifts_in_row": lambda _, piece, p, unrest: runs.long_shifts_in_row(piece, p, unrest),
    "weekly_rest": lambda _, piece, p, __: weeks.weekly_rest(piece, p),
    "weekly_hours": lambda _, piece, p, __: weeks.weekly_hours(piece, p),
    "average_weekly_hours": lambda _, piece, p, __: weeks.average_weekly_hours(piece, p),
    "night_average": lambda _, piece, p, __: weeks.night_average(piece, p),
    "weekend_frequency": _weekend_frequency,
    "sunday_rest": lambda _, piece, p, __: weekends.sunday_rest(piece, p),
}


def add_goals(shop: Workshop, piece: Piece, days: list[int] | None = None) -> None:
    """Staffing, wishes, fairness and today's rota as costs."""
    objective.staffing(piece, shop.needs, shop.weights, days)
    objective.wishes(piece, shop.soft, shop.weights)
    objective.keep_today(piece, shop.soft, shop.weights)
    if days is None:
        objective.fairness(piece, shop.soft, shop.weights)


def add_contracts(shop: Workshop, piece: Piece, budget_left_bp: int) -> PositionTerms:
    """Hours and positions of the piece's people over the whole rota, within the budget left.

    Where the rest of the rota already uses more than the budget, the excess costs more than
    anything a position can gain, so that the piece still has an answer.
    """
    hours = {p: hours_variable(shop, piece, p) for p in piece.people}
    terms = add_positions(piece.model, shop.frame, hours)
    _within_budget(shop, piece, terms, budget_left_bp)
    piece.objective.extend(weighted(terms, shop.weights))
    return terms


def hold_contracts(shop: Workshop, piece: Piece, budget_left_bp: int) -> PositionTerms:
    """As add_contracts, but everybody keeps her position: a round mark as it is, else nearly.

    Much lighter than free positions, since nobody's hours leave the zone they lie in.
    """
    hours = {p: hours_variable(shop, piece, p) for p in piece.people}
    now = shop.frame.minutes(piece.base)
    for p, minutes in hours.items():
        held = int(now[p])
        zone = next((z for z in shop.frame.limits[p].zones if z.low <= held <= z.high), None)
        if zone is not None:
            piece.model.add_linear_constraint(minutes, zone.low, zone.high)
        away = piece.model.new_int_var(0, 1_000_000, "")
        piece.model.add(away >= minutes - held)
        piece.model.add(away >= held - minutes)
        piece.penalise(1, away)
    terms = add_positions(piece.model, shop.frame, hours)
    _within_budget(shop, piece, terms, budget_left_bp)
    return terms


def _within_budget(shop: Workshop, piece: Piece, terms: PositionTerms, budget_left_bp: int) -> None:
    total = cp_model.LinearExpr.sum(list(terms.contracts.values()))
    over = piece.model.new_int_var(0, 100 * FULL_TIME_BP, "")
    piece.model.add(total - over <= budget_left_bp)
    piece.penalise(OVER_BUDGET_FACTOR * shop.weights.understaffed_minute, over)
    is_over = piece.model.new_bool_var("")
    piece.model.add(over <= 100 * FULL_TIME_BP * is_over)
    piece.penalise(OVER_BUDGET_AT_ALL_MINUTES * shop.weights.understaffed_minute, is_over)


def hours_variable(shop: Workshop, piece: Piece, p: int) -> cp_model.IntVar:
    """The person's paid minutes in the rota, between her limits.

    Where the roster as it is lies outside them, the distance may remain at a cost no goal can repay:
    the search then starts from what there is instead of from nothing.
    """
    frame = shop.frame
    variables, coefficients, constant = piece.minutes(p, range(frame.days))
    constant += int(frame.laid_over_minutes[p])
    limits = frame.limits[p]
    minutes = piece.model.new_int_var(limits.low, max(limits.low, limits.high), "")
    ordinary.ordinary_hours(piece, p, minutes)
    total = cp_model.LinearExpr.weighted_sum(variables, coefficients) + constant
    now = int(frame.paid[piece.base[p]].sum() + frame.laid_over_minutes[p])
    if limits.low <= now <= limits.high:
        piece.model.add(total == minutes)
        return minutes
    below = piece.model.new_int_var(0, 1_000_000, "")
    above = piece.model.new_int_var(0, 1_000_000, "")
    piece.model.add(total == minutes - below + above)
    piece.penalise(OUTSIDE_MINUTE_FACTOR * shop.weights.understaffed_minute, below)
    piece.penalise(OUTSIDE_MINUTE_FACTOR * shop.weights.understaffed_minute, above)
    return minutes

"""Asks the relaxation: positions to steer by, and a proven bound for every goal."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python import cp_model

from heiltid.jobs import Goal
from solver.dimension import Dimension, Question
from solver.effort import Answer, Effort
from solver.expressions import Expression, sum_of, weighted_sum_of
from solver.positions import ContractModel, wants_more, weighted
from solver.weights import Weights

ALONE_SECONDS = 0.5  # at most, for what positions alone prove; it mostly takes a tenth of it
UNDERSTAFFING_RUNGS = (0.0, 0.001, 0.005, 0.02, 0.1, math.inf)  # parts of all demanded minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class Targets:
    """Minutes of each person to steer by, and the least understaffing any rota must leave.

    least_missing_bp: what people must miss of the positions they want, by the budget alone.
    """

    minutes: tuple[int, ...]
    understaffed_bound: int
    least_missing_bp: int


def find_targets(dimension: Dimension, weights: Weights, effort: Effort) -> Targets | None:
    """Hours for every person: least understaffing first, then positions in the order of the goals.

    None when even the relaxation has no answer: then no rota has one, or time was too short.
    """
    least = _least_understaffing(dimension, effort.part(0.2))
    question = dimension.build(ContractModel.STEER)
    model, terms = question.model, question.terms
    understaffed = weighted_sum_of(question.understaffed)
    if not isinstance(understaffed, int):
        model.minimize(understaffed)
        answer = effort.part(0.3).solve(model)
        if not answer.found:
            return None
        model.add(understaffed <= round(answer.solver.objective_value))
    open_lines = 0
    if terms.open_lines:
        # Hours of an open line are hours the people do not get: as few lines as the staffing allows.
        lines = cp_model.LinearExpr.sum(terms.open_lines)
        model.minimize(lines)
        answer = effort.part(0.15).solve(model)
        if answer.found:
            open_lines = round(answer.solver.objective_value)
            model.add(lines <= open_lines)
    ideal = _ideal_minutes(dimension, weights, open_lines, effort.part(0.15))
    hours = _nearest(question, ideal, effort.part(0.3)) if ideal else None
    if hours is None:
        model.minimize(weighted_sum_of(weighted(terms, weights)))
        answer = effort.part(0.4).solve(model, patience=effort.seconds * 0.2)
        if not answer.found:
            return None
        hours = _minutes_of(question, answer)
    return Targets(
        minutes=hours,
        understaffed_bound=least,
        least_missing_bp=_least_missing_bp(dimension, effort.part(0.1)),
    )


def _least_understaffing(dimension: Dimension, effort: Effort) -> int:
    """Person-minutes below Min that every rota must leave; 0 where nothing better is proven."""
    question = dimension.build()
    bound = _lower_bound(question, weighted_sum_of(question.understaffed), effort)
    return int(bound) if math.isfinite(bound) else 0


def _least_missing_bp(dimension: Dimension, effort: Effort) -> int:
    question = dimension.positions_alone(ContractModel.WIDE)
    return int(_lower_bound(question, sum_of(question.terms.missing), effort))


def _ideal_minutes(
    dimension: Dimension, weights: Weights, open_lines: int, effort: Effort
) -> tuple[int, ...] | None:
    """The best positions the budget allows, as if any hours could be placed: a tiny model."""
    question = dimension.positions_alone(ContractModel.STEER)
    terms = question.terms
    if terms.open_lines:
        question.model.add(cp_model.LinearExpr.sum(terms.open_lines) <= open_lines)
    missing = list(reversed(terms.missing))  # earlier lines come first in ties
    in_list_order = [(1 + rank * 3 // len(missing), v) for rank, v in enumerate(missing)]
    question.model.minimize(weighted_sum_of([*weighted(terms, weights), *in_list_order]))
    answer = effort.solve(question.model)
    return _minutes_of(question, answer) if answer.found else None


def _nearest(question: Question, ideal: tuple[int, ...], effort: Effort) -> tuple[int, ...] | None:
    """The hours nearest to the ideal ones that the shifts and the staffing allow."""
    away = []
    for p, minutes in question.hours.items():
        distance = question.model.new_int_var(0, 10_000_000, "")
        question.model.add(distance >= minutes - ideal[p])
        question.model.add(distance >= ideal[p] - minutes)
        away.append(distance)
    question.model.minimize(cp_model.LinearExpr.sum(away))
    answer = effort.solve(question.model, patience=effort.seconds * 0.6)
    return _minutes_of(question, answer) if answer.found else None


def _minutes_of(question: Question, answer: Answer) -> tuple[int, ...]:
    return tuple(answer.solver.value(question.hours[p]) for p in range(len(question.hours)))


def bounds(
    dimension: Dimension, understaffed_minutes: int, understaffed_bound: int, effort: Effort
) -> dict[Goal, float]:
    """A proven bound for every goal, over all plans about as well staffed as the delivered one.

    The staffing a plan may have is rounded up to a rung, so that runs with different seeds speak
    of the same set of plans. Goals the relaxation cannot see are bounded by 0.
    """
    rung = staffing_rung(dimension, understaffed_minutes, understaffed_bound)
    share = 1 / 6
    found: dict[Goal, float] = {
        Goal.STAFFING: understaffed_bound,
        Goal.SPREAD: 0,
        Goal.SURPLUS: 0,
        Goal.WISHES: 0,
        Goal.FAIRNESS: 0,
        Goal.CALM: 0,
    }
    found[Goal.MISSING] = _bound(dimension, rung, effort, share, "missing")
    found[Goal.SMALL] = _bound(dimension, rung, effort, share, "small")
    found[Goal.TARGET] = _bound(dimension, rung, effort, share, "short")
    everybody = len(dimension.frame.people)
    found[Goal.FULL_TIME] = everybody - _bound(dimension, rung, effort, share, "not_full_time")
    fewest = _bound(dimension, rung, effort, share, "lines")
    if math.isfinite(fewest):
        found[Goal.LINES] = _average_bound(dimension, rung, effort, share, int(fewest))
    return {goal: bound for goal, bound in found.items() if math.isfinite(bound)}


def staffing_rung(dimension: Dimension, understaffed: int, bound: int) -> float:
    """The understaffing (minutes) up to which the bounds of such a plan speak."""
    columns = dimension.needs.columns
    demanded = float((columns["minutes"] * columns["minimum"]).sum())
    rungs = (bound + part * demanded if part else bound for part in UNDERSTAFFING_RUNGS)
    return next(rung for rung in rungs if understaffed <= rung)


def _question(dimension: Dimension, rung: float) -> Question:
    question = dimension.build()
    staffing = weighted_sum_of(question.understaffed)
    if not isinstance(staffing, int) and math.isfinite(rung):
        question.model.add(staffing <= int(rung))
    return question


def _bound(dimension: Dimension, rung: float, effort: Effort, share: float, goal: str) -> float:
    """Lower bound of one goal of the relaxation."""

    def expression(question: Question) -> Expression:
        terms = question.terms
        lines = sum_of(terms.open_lines)
        found: dict[str, Expression] = {
            "missing": sum_of(terms.missing),
            "small": sum_of(terms.small),
            "short": weighted_sum_of(question.short),
            "lines": lines,
            # full-timers = people who stay + open lines - part-timers: as few part-timers and closed lines
            # as possible. Never below 0, so a search that is cut off at once still gives a true bound.
            "not_full_time": sum_of(terms.part_time) + len(terms.open_lines) - lines,
        }
        return found[goal]

    return _least(dimension, rung, effort.part(share), expression)


def _least(
    dimension: Dimension, rung: float, effort: Effort, expression: Callable[[Question], Expression]
) -> float:
    """Lower bound of an expression: by the positions alone, a tiny model, then with the shifts as well.

    The second search is often cut off, and then knows less than the first.
    """
    alone = dimension.positions_alone(dimension.contract_model)
    least = _lower_bound(alone, expression(alone), effort.at_least(ALONE_SECONDS))
    if math.isinf(least):
        return least
    question = _question(dimension, rung)
    wanted = expression(question)
    if not isinstance(wanted, int):
        question.model.add(wanted >= int(least))
    return max(least, _lower_bound(question, wanted, effort))


def _lower_bound(question: Question, expression: Expression, effort: Effort) -> float:
    if isinstance(expression, int):
        return float(expression)
    question.model.minimize(expression)
    answer = effort.solve(question.model)
    if answer.is_impossible:
        return math.inf
    return float(math.ceil(answer.solver.best_objective_bound - 1e-6))


def _average_bound(dimension: Dimension, rung: float, effort: Effort, share: float, fewest: int) -> float:
    """Highest average position over every possible number of lines."""
    people = dimension.frame.people
    staying = sum(wants_more(person) for person in people)
    may_close = len(people) - staying
    best = 0.0
    for extra in range(fewest, may_close + 1):
        lines = staying + extra
        if lines == 0:
            continue
        if dimension.frame.budget_bp / lines <= best:
            break
        best = max(best, _largest_sum(dimension, rung, effort, share / 2, extra) / lines)
    return best


def _largest_sum(dimension: Dimension, rung: float, effort: Effort, share: float, extra: int) -> float:
    """The most basis points that fit with exactly `extra` vacant or temporary lines open."""
    most = dimension.frame.budget_bp

    def unused(question: Question) -> Expression:
        lines = question.terms.open_lines
        if lines:
            question.model.add(cp_model.LinearExpr.sum(lines) == extra)
        return most - cp_model.LinearExpr.sum(list(question.terms.contracts.values()))

    lower = _least(dimension, rung, effort.part(share), unused)
    return most - max(0.0, lower) if math.isfinite(lower) else 0.0

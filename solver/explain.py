"""Why nothing lawful exists, in rule names, people and days.

All hard rules bind one person at a time; only the budget ties people together. So a clash is looked
for person by person, in models without an objective: rules and fixed cells are taken away one by one
as long as the rest still clashes (a deletion filter), which leaves a smallest set of reasons.
"""

from __future__ import annotations

import numpy as np
from ortools.sat.python import cp_model

from heiltid.jobs import Clash
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import judge
from solver.build import RULES, Workshop
from solver.frame import FREE_CODE, Frame, Roster
from solver.variables import Piece

POSITION, MUST_WISH, LOCKED, BUDGET = "position_limits", "must_wish", "locked_cell", "fte_budget"
SECONDS_PER_TRY = 10.0


def budget_clash(frame: Frame) -> tuple[Clash, ...]:
    """The budget is smaller than the positions nobody may be cut below."""
    least = sum(person.min_bp for person in frame.people)
    if least <= frame.budget_bp:
        return ()
    return (
        Clash(
            rules=(BUDGET, POSITION),
            employee=None,
            days=(),
            amount=least - frame.budget_bp,
            unit="basis points",
        ),
    )


def fixed_clashes(frame: Frame) -> tuple[Clash, ...]:
    """Cells that must stay but may not stand there: locked against kinds, absences, must-wishes."""
    plan = frame.plan_of(frame.empty_roster(), [person.position_bp for person in frame.people])
    return tuple(
        Clash(rules=(LOCKED, finding.rule), employee=finding.employee, days=days)
        for finding in judge(frame.unit, plan)
        if finding.severity is Severity.BREACH and (days := _fixed_days(frame, finding))
    )


def _fixed_days(frame: Frame, finding: Finding) -> tuple[int, ...]:
    """The finding's days on which the person's cell is fixed; a position is judged elsewhere."""
    if finding.rule == POSITION:
        return ()
    place = {person.number: p for p, person in enumerate(frame.people)}
    p = place.get(finding.employee or "")
    return tuple(day for day in finding.days if p is None or (p, day) in frame.fixed)


def person_clashes(shop: Workshop) -> tuple[Clash, ...]:
    """One clash for every person who alone has no lawful line."""
    return tuple(clash for p in range(len(shop.frame.people)) if (clash := person_clash(shop, p)) is not None)


def person_clash(shop: Workshop, p: int) -> Clash | None:
    """Why one person has no lawful line; None when she has one (or it could not be settled)."""
    reasons = (*RULES, POSITION, MUST_WISH)
    fixed = tuple(day for (q, day) in shop.frame.fixed if q == p)
    forced = tuple(day for (q, day) in shop.frame.forced_work if q == p)
    if not _clashes(shop, p, reasons, fixed, forced):
        return None
    kept = list(reasons)
    for reason in reasons:
        fewer = [name for name in kept if name != reason]
        if _clashes(shop, p, tuple(fewer), fixed, forced):
            kept = fewer
    days = list(fixed)
    for day in fixed:
        fewer_days = [other for other in days if other != day]
        if _clashes(shop, p, tuple(kept), tuple(fewer_days), forced):
            days = fewer_days
    wished = list(forced) if MUST_WISH in kept else []
    for day in tuple(wished):
        fewer_days = [other for other in wished if other != day]
        if _clashes(shop, p, tuple(kept), tuple(days), tuple(fewer_days)):
            wished = fewer_days
    rules = (*kept, LOCKED) if days else tuple(kept)
    return Clash(rules=rules, employee=shop.frame.people[p].number, days=tuple(sorted({*days, *wished})))


def _clashes(
    shop: Workshop, p: int, reasons: tuple[str, ...], fixed: tuple[int, ...], forced: tuple[int, ...]
) -> bool:
    """Whether these reasons alone leave the person without a lawful line (proven)."""
    piece = _line(shop, p, reasons, fixed, forced)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = SECONDS_PER_TRY
    return bool(solver.solve(piece.model) == cp_model.INFEASIBLE)


def _line(
    shop: Workshop, p: int, reasons: tuple[str, ...], fixed: tuple[int, ...], forced: tuple[int, ...]
) -> Piece:
    """The person's whole line with some of the rules, fixed cells and forced days."""
    frame = shop.frame
    base: Roster = np.full((len(frame.people), frame.days), FREE_CODE, dtype=np.int16)
    everything = frame.empty_roster()
    for day in fixed:
        base[p, day] = everything[p, day]
    free = np.zeros(base.shape, dtype=bool)
    free[p] = True
    piece = Piece(frame, base, free, forced=frozenset((p, day) for day in forced if MUST_WISH in reasons))
    for rule, constraint in RULES.items():
        if rule in reasons and piece.people:
            constraint(shop, piece, p, 0)
    if POSITION in reasons:
        variables, coefficients, constant = piece.minutes(p, range(frame.days))
        constant += int(frame.laid_over_minutes[p])
        limits = frame.limits[p]
        total = cp_model.LinearExpr.weighted_sum(variables, coefficients)
        piece.model.add_linear_constraint(total, limits.low - constant, limits.high - constant)
    return piece

"""Why nothing lawful exists, in rule names, people, days and amounts.

All hard rules bind one person at a time; only the budget ties people together. So a clash is looked
for person by person, in models without an objective (house.md: the core is only small without one):
rules, fixed cells and must-wishes are taken away one by one as long as the rest still clashes, a
deletion filter that leaves a smallest set of reasons.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from ortools.sat.python import cp_model

from heiltid.jobs import Clash
from heiltid.rulebook import RuleBook
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.registry import judge
from heiltid.wishes import wish_days
from solver.build import RULES, Workshop
from solver.constraints.succession import Successions
from solver.expressions import Expression
from solver.frame import FREE_CODE, Frame, Roster
from solver.needs import Needs
from solver.one_person import ADMISSION, ORDINARY, Asked, request_of_one
from solver.soft import Soft
from solver.variables import Piece

POSITION, MUST_WISH, LOCKED, BUDGET = "position_limits", "must_wish", "locked_cell", "fte_budget"
LAST = "weekend_frequency"  # the reason of the two a reader knows, where sunday_rest forbids the same
# Tried for removal in this order: what is left names the reasons a reader can do something about.
REASONS = (*(rule for rule in RULES if rule != LAST), LAST, ORDINARY, *ADMISSION, POSITION)
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
    """Cells that must stay but may not stand there: locked against kinds, absences, rest, wishes."""
    plan = frame.plan_of(frame.empty_roster(), [person.position_bp for person in frame.people])
    return tuple(
        Clash(
            rules=(LOCKED, finding.rule),
            employee=finding.employee,
            days=days,
            amount=finding.amount,
            unit=finding.unit,
        )
        for finding in judge(frame.unit, plan)
        if _is_unlawful(frame.book, finding) and (days := _fixed_days(frame, finding))
    )


def is_lawful(frame: Frame, roster: Roster) -> bool:
    """Whether the checker has nothing against a roster, its fixed cells and positions left aside."""
    kept = all(
        frame.shifts[int(roster[p, day])].code == cell.shift if cell.works else roster[p, day] == FREE_CODE
        for (p, day), cell in frame.fixed.items()
    )
    plan = frame.plan_of(roster, [person.position_bp for person in frame.people])
    return kept and not any(_is_unlawful(frame.book, finding) for finding in judge(frame.unit, plan))


def _is_unlawful(book: RuleBook, finding: Finding) -> bool:
    """A breach, or a deviation that rests on an agreement no plan may use."""
    if finding.severity is Severity.NEEDS_AGREEMENT and finding.agreement is not None:
        return not book.may_use(finding.agreement, finding.employee)
    return finding.severity is Severity.BREACH


def _fixed_days(frame: Frame, finding: Finding) -> tuple[int, ...]:
    """The finding's days on which the person's cell is fixed; a position is judged elsewhere."""
    if finding.rule == POSITION:
        return ()
    place = {person.number: p for p, person in enumerate(frame.people)}
    p = place.get(finding.employee or "")
    return tuple(day for day in finding.days if p is None or (p, day) in frame.fixed)


def person_clashes(shop: Workshop, people: Iterable[int], seconds: float) -> tuple[Clash, ...]:
    """One clash for each of these people who alone has no lawful line, as far as the seconds reach."""
    until = time.monotonic() + seconds
    found = []
    for p in people:
        if time.monotonic() > until:
            break
        clash = person_clash(shop, p)
        if clash is not None:
            found.append(clash)
    return tuple(found)


def person_clash(shop: Workshop, p: int) -> Clash | None:
    """Why one person has no lawful line; None when she has one (or it could not be settled)."""
    line = _Line(shop, p)
    asked = Asked(rules=REASONS, fixed=line.fixed_days, wishes=line.must_wishes)
    if not line.clashes(asked):
        return None
    asked = line.smallest(asked)
    rules = list(asked.rules)
    if asked.wishes:
        rules.append(MUST_WISH)
    if asked.fixed:
        rules.append(LOCKED)
    missing = line.missing_minutes(asked) if POSITION in asked.rules else None
    return Clash(
        rules=tuple(rules),
        employee=shop.frame.people[p].number,
        days=tuple(sorted({*asked.fixed, *line.days_of(asked.wishes)})),
        amount=missing,
        unit=None if missing is None else "minutes",
    )


class _Line:
    """One person's whole line, asked about with some of the rules, fixed cells and must-wishes."""

    def __init__(self, shop: Workshop, p: int) -> None:
        self.shop = shop
        self.p = p
        self.fixed_days = tuple(day for (q, day) in shop.frame.fixed if q == p)
        number = shop.frame.people[p].number
        self.must_wishes = tuple(
            wish for wish in shop.frame.unit.wishes if wish.employee == number and wish.strength == "must"
        )

    def days_of(self, wishes: tuple[object, ...]) -> set[int]:
        """The days the wishes are for."""
        calendar = self.shop.frame.calendar
        return {day for wish in self.must_wishes if wish in wishes for day in wish_days(wish, calendar)}

    def smallest(self, asked: Asked) -> Asked:
        """Without all that is not needed for the clash: rules first, then cells, then wishes."""
        for rule in asked.rules:
            fewer = replace(asked, rules=tuple(name for name in asked.rules if name != rule))
            asked = fewer if self.clashes(fewer) else asked
        for day in asked.fixed:
            fewer = replace(asked, fixed=tuple(other for other in asked.fixed if other != day))
            asked = fewer if self.clashes(fewer) else asked
        for wish in asked.wishes:
            fewer = replace(asked, wishes=tuple(other for other in asked.wishes if other != wish))
            asked = fewer if self.clashes(fewer) else asked
        return asked

    def clashes(self, asked: Asked) -> bool:
        """Whether so much leaves the person without a lawful line (proven)."""
        piece, minutes = self._piece(asked)
        if POSITION in asked.rules:
            low, high = self._hours(asked)
            if isinstance(minutes, int):
                if not low <= minutes <= high:
                    return True
            else:
                piece.model.add_linear_constraint(minutes, low, high)
        return bool(_solver().solve(piece.model) == cp_model.INFEASIBLE)

    def missing_minutes(self, asked: Asked) -> int | None:
        """How far the hours of a line that keeps all else lie from the position's; None if unknown."""
        piece, minutes = self._piece(asked)
        low, high = self._hours(asked)
        away = piece.model.new_int_var(0, 10_000_000, "")
        piece.model.add(away >= low - minutes)
        piece.model.add(away >= minutes - high)
        piece.model.minimize(away)
        solver = _solver()
        return solver.value(away) if solver.solve(piece.model) == cp_model.OPTIMAL else None

    def _hours(self, asked: Asked) -> tuple[int, int]:
        """Least and most minutes of the positions from Min to Max; a position is more than nothing."""
        frame, person = self.shop.frame, self.shop.frame.people[self.p]
        low, high = frame.widest_hours(self.p)
        limits = frame.limits[self.p]
        if limits.full_time_range[1] == 0:
            return 0, 0
        if ORDINARY not in asked.rules:
            high = int(limits.full_time_range[1] * person.max_bp / 10_000 + limits.tolerance)
        return (max(1, low) if person.min_bp > 0 else 0), high

    def _piece(self, asked: Asked) -> tuple[Piece, Expression]:
        """The line with the rules asked for, and its paid minutes."""
        frame = Frame(request_of_one(self.shop.frame, self.p, asked))
        shop = replace(
            self.shop,
            frame=frame,
            needs=Needs(frame),
            soft=Soft(frame),
            successions=Successions(frame),
        )
        base = frame.empty_roster()
        piece = Piece(frame, base, np.ones(base.shape, dtype=bool))
        for rule, constraint in RULES.items():
            if rule in asked.rules and piece.people:
                constraint(shop, piece, 0, 0)
        variables, coefficients, constant = piece.minutes(0, range(frame.days))
        constant += int(frame.laid_over_minutes[0])
        if not variables:
            return piece, constant
        return piece, cp_model.LinearExpr.weighted_sum(variables, coefficients) + constant


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2
    solver.parameters.max_time_in_seconds = SECONDS_PER_TRY
    solver.parameters.catch_sigint_signal = False
    return solver

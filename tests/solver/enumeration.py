"""Every plan of a tiny unit, judged by the checker and valued as the issue words the goals.

Nothing here uses the engine: demand is swept in small steps of time, patterns are counted day by
day. Per-person rules make it cheap: a person's lawful lines are found once, then combined.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

from enumerated import Given, Line
from enumerated_ease import Ease
from enumerated_staffing import Staffing

from heiltid.calendar import Calendar
from heiltid.contract import may_work, reckon
from heiltid.jobs import MAXIMISED, Goal, SolveRequest
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import FREE, FULL_TIME_BP, Cell, Employee, Plan, PlanRow, ShiftKind, Unit
from heiltid.rulebook import book_of
from heiltid.rules.context import Context
from heiltid.rules.finding import Severity
from heiltid.rules.registry import RULES, check

MOST_PLANS = 2**16
SPREAD_STEPS_BP = (500, 1_000, 2_000, 4_000)
# Notes only; left out to judge the many lines sooner.
SILENT = {"staffing_minimum", "staffing_target", "staffing_maximum", "kind_split", "full_time_week"}
JUDGES = tuple(rule for rule in RULES if rule.name not in SILENT)


class Enumeration(Given):
    """All lawful plans of one request and the best of them."""

    def __init__(self, request: SolveRequest) -> None:
        super().__init__(request)
        self.staffing, self.ease = Staffing(request), Ease(request)

    def options(self, person: Employee, day: int) -> tuple[Cell, ...]:
        """What may be put into a cell: what must stay there, else free or a code of that day."""
        row = self.today.get(person.number)
        cell = row.cells[day] if row is not None else FREE
        is_other = cell.works and self.shifts[str(cell.shift)].kind is ShiftKind.OTHER
        if cell.locked or is_other or cell.absence is not None:
            return (cell,)
        codes = (
            shift.code
            for shift in self.unit.shifts
            if may_work(self.unit, person, shift) and self.calendar.matches(shift.days, day)
        )
        return (FREE, *(Cell(shift=code) for code in codes if self.calendar.is_present(person, day)))

    def count(self) -> int:
        """How many plans there are, lawful or not."""
        total = 1
        for person in self.people:
            for day in range(self.unit.day_count):
                total *= len(self.options(person, day))
        return total

    def lines(self, person: Employee) -> list[Line]:
        """The person's lawful lines."""
        alone = replace(self.unit, employees=(person,), demand=(), fte_budget_bp=None)
        days = [self.options(person, day) for day in range(self.unit.day_count)]
        found = (self._line(alone, person, cells) for cells in itertools.product(*days))
        return [line for line in found if line is not None]

    def _line(self, alone: Unit, person: Employee, cells: tuple[Cell, ...]) -> Line | None:
        if self.calendar.present_days(person):
            contract = reckon(alone, self.calendar, person, cells).contract_bp
        else:
            contract = person.position_bp
        row = PlanRow(employee=person.number, position_bp=contract, cells=cells, history=self.history(person))
        if is_unlawful(alone, Plan(rows=(row,)), self.calendar):
            return None
        return Line(cells=cells, contract_bp=contract)

    def plans(self) -> Iterator[tuple[Line, ...]]:
        """Every combination of lawful lines within the budget."""
        budget = fte_budget_bp(self.unit)
        for plan in itertools.product(*(self.lines(person) for person in self.people)):
            if sum(line.contract_bp for line in plan) <= budget:
                yield plan

    def best(self) -> dict[Goal, float] | None:
        """The values of the best plan by the order of the goals; None where no plan is lawful."""
        found = (self.values(plan) for plan in self.plans())
        return min(found, key=self._key, default=None)

    def _key(self, values: dict[Goal, float]) -> tuple[float, ...]:
        signed = ((goal, round(values[goal], 6)) for goal in self.request.goal_order)
        return tuple(-value if goal in MAXIMISED else value for goal, value in signed)

    def values(self, plan: tuple[Line, ...]) -> dict[Goal, float]:
        """Every goal of a plan."""
        return {**self._positions(plan), **self.staffing.values(plan), **self.ease.values(plan)}

    def _positions(self, plan: tuple[Line, ...]) -> dict[Goal, float]:
        """Missing percent of people; vacant and temporary lines count only while they have hours."""
        gaps, held = [], []
        for person, line in zip(self.people, plan, strict=True):
            if not person.may_close:
                gaps.append(max(0, person.wanted_bp - line.contract_bp))
            if not person.may_close or line.contract_bp:
                held.append((line.contract_bp, line.contract_bp + person.elsewhere_bp))
        below = self.unit.small_position_below_bp
        return {
            Goal.MISSING: sum(gaps),
            Goal.SMALL: sum(whole < below for _, whole in held),
            Goal.FULL_TIME: sum(whole >= FULL_TIME_BP for _, whole in held),
            Goal.LINES: sum(own for own, _ in held) / len(held) if held else 0.0,
            Goal.SPREAD: sum(max(0, gap - step) for gap in gaps for step in SPREAD_STEPS_BP),
        }


def is_unlawful(unit: Unit, plan: Plan, calendar: Calendar | None = None) -> bool:
    """A breach, or a deviation whose agreement may not be used."""
    book = book_of(unit)
    for finding in check(Context(unit, plan, calendar=calendar), JUDGES):
        if finding.severity is Severity.BREACH:
            return True
        if finding.severity is Severity.NEEDS_AGREEMENT:
            assert finding.agreement is not None
            if not book.may_use(finding.agreement, finding.employee):
                return True
    return False

"""Every plan of a tiny unit, judged by the checker and valued as the issue words the goals.

Nothing here uses the engine: demand is swept in small steps of time, patterns are counted day by
day. Per-person rules make it cheap: a person's lawful lines are found once, then combined.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from heiltid.calendar import Calendar
from heiltid.contract import may_work, reckon
from heiltid.jobs import MAXIMISED, Goal, SolveRequest
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import (
    FREE,
    FULL_TIME_BP,
    SATURDAY,
    SUNDAY,
    Cell,
    DemandRow,
    Employee,
    Plan,
    PlanRow,
    ShiftKind,
    Unit,
    WishStrength,
)
from heiltid.rulebook import book_of
from heiltid.rules.context import Context
from heiltid.rules.finding import Severity
from heiltid.rules.registry import RULES, check
from heiltid.wishes import is_met, wish_days

MOST_PLANS = 2**16
SPREAD_STEPS_BP = (500, 1_000, 2_000, 4_000)
# Notes only; left out to judge the many lines sooner.
SILENT = {"staffing_minimum", "staffing_target", "staffing_maximum", "kind_split", "full_time_week"}
JUDGES = tuple(rule for rule in RULES if rule.name not in SILENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One lawful line of one person with its position."""

    cells: tuple[Cell, ...]
    contract_bp: int


class Enumeration:
    """All lawful plans of one request and the best of them."""

    def __init__(self, request: SolveRequest) -> None:
        self.request = request
        self.unit = request.unit
        self.calendar = Calendar(self.unit)
        self.shifts = self.unit.shift_by_code()
        self.people = self.unit.planned_employees
        self.today = request.today.row_of() if request.today is not None else {}
        spans = [(shift.start_minute, shift.end_minute) for shift in self.unit.shifts]
        spans += [self._span(row) for row in self.unit.demand]
        self.step = math.gcd(*(minute for span in spans for minute in span))

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
        row = PlanRow(
            employee=person.number, position_bp=contract, cells=cells, history=self._history(person)
        )
        if is_unlawful(alone, Plan(rows=(row,)), self.calendar):
            return None
        return Line(cells=cells, contract_bp=contract)

    def _history(self, person: Employee) -> tuple[Cell, ...]:
        row = self.today.get(person.number)
        return row.history if row is not None else ()

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
        return {
            **self._positions(plan),
            **self._staffing(plan),
            Goal.WISHES: sum(self._unmet[n][line.cells] for n, line in enumerate(plan)),
            Goal.FAIRNESS: self._unfairness(plan),
            Goal.CALM: sum(self._unrest_of(n, line.cells) for n, line in enumerate(plan)),
        }

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

    @cached_property
    def _asked(self) -> list[tuple[DemandRow, int, tuple[int, ...]]]:
        """(row, day, instants) for every day of every row."""
        found = []
        for day in range(self.unit.day_count):
            for row in self._rows_of(day):
                start, end = self._span(row)
                instants = tuple(day * 1440 + minute for minute in range(start, end, self.step))
                found.append((row, day, instants))
        return found

    def _span(self, row: DemandRow) -> tuple[int, int]:
        if row.shift is not None:
            return self.shifts[row.shift].start_minute, self.shifts[row.shift].end_minute
        assert row.start_minute is not None
        assert row.end_minute is not None
        return row.start_minute, row.end_minute

    def _rows_of(self, day: int) -> list[DemandRow]:
        """A red day takes the red rows, and Sunday's where no red row of that competence overlaps."""
        if not self.calendar.is_red(day):
            return [row for row in self.unit.demand if self.calendar.weekday(day) in row.days.weekdays]
        red = [row for row in self.unit.demand if row.days.red]
        return red + [
            row
            for row in self.unit.demand
            if SUNDAY in row.days.weekdays
            and not row.days.red
            and not any(other.competence == row.competence and self._meet(other, row) for other in red)
        ]

    def _meet(self, one: DemandRow, other: DemandRow) -> bool:
        (a, b), (c, d) = self._span(one), self._span(other)
        return a < d and c < b

    @cached_property
    def _present(self) -> list[dict[tuple[Cell, ...], frozenset[int]]]:
        return [{} for _ in self.people]

    def _instants(self, n: int, cells: tuple[Cell, ...]) -> frozenset[int]:
        """The steps in which the person is on duty, round the seam when cyclic."""
        known = self._present[n]
        if cells not in known:
            length = len(cells) * 1440
            found = set()
            for day, cell in self._days(n, cells):
                if cell.works and self.shifts[str(cell.shift)].counts_as_cover:
                    shift = self.shifts[str(cell.shift)]
                    for minute in range(shift.start_minute, shift.end_minute, self.step):
                        at = day * 1440 + minute
                        found.add(at % length if self.unit.is_cyclic else at)
            known[cells] = frozenset(found)
        return known[cells]

    def _days(self, n: int, cells: tuple[Cell, ...]) -> list[tuple[int, Cell]]:
        history = self._history(self.people[n]) if not self.unit.is_cyclic else ()
        before = [(-1, history[-1])] if history else []
        return before + list(enumerate(cells))

    def _staffing(self, plan: tuple[Line, ...]) -> dict[Goal, float]:
        below = short = surplus = 0
        anyone = any(row.competence is None for row in self.unit.demand)
        for row, day, instants in self._asked:
            for instant in instants:
                count = self._count(plan, row, day, instant)
                below += self.step * max(0, row.minimum - count)
                short += self.step * max(0, row.target - count)
                beyond = max(0, count - row.target)
                if beyond and (row.competence is None or not anyone):
                    factor = self._surplus_factor(row, day, instant)
                    surplus += self.step * factor * (beyond + max(0, beyond - 1))
                if row.maximum is not None:
                    surplus += self.step * 5 * max(0, count - row.maximum)
        return {Goal.STAFFING: below, Goal.TARGET: short, Goal.SURPLUS: surplus}

    def _surplus_factor(self, row: DemandRow, day: int, instant: int) -> int:
        """6 where only nights reach, 3 on weekends and red days, 2 where no day shift reaches, else 1."""
        reaching = {
            shift.kind
            for shift in self.unit.shifts
            for start in (at * 1440 + shift.start_minute for at in (day - 1, day, day + 1))
            if shift.counts_as_cover and start <= instant < start + shift.length_minutes
            if row.shift is None or shift.code == row.shift
        }
        if reaching == {ShiftKind.NIGHT}:
            return 6
        if self.calendar.weekday(day) >= SATURDAY or self.calendar.is_red(day):
            return 3
        return 1 if ShiftKind.DAY in reaching else 2

    def _count(self, plan: tuple[Line, ...], row: DemandRow, day: int, instant: int) -> int:
        count = 0
        length = self.unit.day_count * 1440
        at = instant % length if self.unit.is_cyclic else instant
        for n, line in enumerate(plan):
            fits = row.competence is None or row.competence in self.unit.covered_by(self.people[n].competence)
            if not fits:
                continue
            if row.shift is not None:
                count += line.cells[day].works and line.cells[day].shift == row.shift
            else:
                count += at in self._instants(n, line.cells)
        return count

    @cached_property
    def _unmet(self) -> list[_Unmet]:
        return [_Unmet(self, person) for person in self.people]

    def _unfairness(self, plan: tuple[Line, ...]) -> float:
        """Weekend shifts, nights, evenings and red days against shares by position.

        Weekends and red days apart for those who work nights alone.
        """
        days = range(self.unit.day_count)
        weekend = [day for day in days if self.calendar.weekday(day) >= SATURDAY]
        red = [day for day in days if self.calendar.is_red(day)]
        total = 0.0
        for by_night in (False, True):
            members = [
                n
                for n, person in enumerate(self.people)
                if person.weekend_every > 0 and (set(person.kinds) == {ShiftKind.NIGHT}) == by_night
            ]
            total += self._shared(plan, members, None, weekend) + self._shared(plan, members, None, red)
        for kind in (ShiftKind.NIGHT, ShiftKind.EVENING):
            members = [n for n, p in enumerate(self.people) if kind in p.kinds and len(p.kinds) > 1]
            if any(shift.kind is kind for shift in self.unit.shifts):
                total += self._shared(plan, members, kind, list(days))
        return total

    def _shared(
        self, plan: tuple[Line, ...], members: list[int], kind: ShiftKind | None, days: list[int]
    ) -> float:
        sizes = [max(self.people[n].wanted_bp, self.people[n].position_bp) for n in members]
        if len(members) < 2 or not days or sum(sizes) == 0:
            return 0.0
        counts = []
        for n in members:
            cells = [plan[n].cells[day] for day in days if plan[n].cells[day].works]
            kinds = [self.shifts[str(cell.shift)].kind for cell in cells]
            counts.append(len(kinds) if kind is None else kinds.count(kind))
        return sum(
            abs(count - sum(counts) * size / sum(sizes)) for count, size in zip(counts, sizes, strict=True)
        )

    @cached_property
    def _unrest(self) -> list[dict[tuple[Cell, ...], int]]:
        return [{} for _ in self.people]

    def _unrest_of(self, n: int, cells: tuple[Cell, ...]) -> int:
        known = self._unrest[n]
        if cells not in known:
            known[cells] = self._count_unrest(n, cells)
        return known[cells]

    def _count_unrest(self, n: int, cells: tuple[Cell, ...]) -> int:
        """Isolated days 1, quick returns 2, half weekends and three on end 4, a Friday night alone 2,

        each day in a row beyond the soft limit 1, and cells other than today's by their weight.
        """
        ring = self.unit.is_cyclic
        history = self._history(self.people[n]) if not ring else ()
        before = cells[-1] if ring else (history[-1] if history else FREE)
        after = cells[0] if ring else FREE
        line = [before, *cells, after]
        total = sum(
            a.works == c.works and a.works != b.works
            for a, b, c in zip(line, line[1:], line[2:], strict=False)
        )
        rest = book_of(self.unit).minutes("daily_rest", "minutes", self.people[n].number)
        total += 2 * sum(self._gap(a, b) < rest for a, b in itertools.pairwise(line[:-1]))
        for rule, kind in (
            ("days_in_row", None),
            ("nights_in_row", ShiftKind.NIGHT),
            ("long_shifts_in_row", ShiftKind.LONG),
        ):
            total += self._beyond(cells, kind, rule, self.people[n].number)
        for monday in range(0, len(cells), 7):
            friday, saturday, sunday = cells[monday + 4 : monday + 7]
            total += 4 * (saturday.works != sunday.works)
            total += 2 * (self._is(friday, ShiftKind.NIGHT) and not saturday.works and not sunday.works)
        worked = [cells[day].works or cells[day + 1].works for day in range(5, len(cells), 7)]
        around = [*worked, *worked[:2]] if ring else worked
        total += 4 * sum(map(all, zip(around, around[1:], around[2:], strict=False)))
        row = self.today.get(self.people[n].number)
        if row is not None and self.request.keep_today_weight:
            total += self.request.keep_today_weight * sum(
                (new.shift if new.works else None) != (old.shift if old.works else None)
                for new, old in zip(cells, row.cells, strict=True)
            )
        return total

    def _gap(self, one: Cell, other: Cell) -> float:
        if not one.works or not other.works:
            return float("inf")
        first, second = self.shifts[str(one.shift)], self.shifts[str(other.shift)]
        return 1440 + second.start_minute - first.end_minute

    def _is(self, cell: Cell, kind: ShiftKind) -> bool:
        return cell.works and self.shifts[str(cell.shift)].kind is kind

    def _beyond(self, cells: tuple[Cell, ...], kind: ShiftKind | None, rule: str, number: str) -> int:
        limit = book_of(self.unit).value(rule, "soft", number)
        if limit is None:
            return 0
        marked = [cell.works if kind is None else self._is(cell, kind) for cell in cells]
        days, length = len(cells), int(limit) + 1
        if not self.unit.is_cyclic:
            return sum(all(marked[day : day + length]) for day in range(days - length + 1))
        return sum(all(marked[(day + k) % days] for k in range(length)) for day in range(days))


class _Unmet(dict[tuple[Cell, ...], int]):
    """Unmet soft wishes of one person by line: strong ones count three, weak ones one."""

    def __init__(self, owner: Enumeration, person: Employee) -> None:
        super().__init__()
        self._shifts = owner.shifts
        self._wishes = [
            (wish, day, 3 if wish.strength is WishStrength.STRONG else 1)
            for wish in owner.unit.wishes
            if wish.employee == person.number and wish.strength is not WishStrength.MUST
            for day in wish_days(wish, owner.calendar)
        ]

    def __missing__(self, cells: tuple[Cell, ...]) -> int:
        self[cells] = sum(
            weight for wish, day, weight in self._wishes if not is_met(wish, day, cells[day], self._shifts)
        )
        return self[cells]


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

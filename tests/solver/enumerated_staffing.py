"""Staffing of whole plans, swept in small steps of time: no interval is reckoned with."""

from __future__ import annotations

import math
from functools import cache, cached_property

from enumerated import Given, Line

from heiltid.jobs import Goal, SolveRequest
from heiltid.model import SATURDAY, SUNDAY, Cell, DemandRow, ShiftKind


class Staffing(Given):
    """Minutes below Min, below Target and beyond, of plans of one request."""

    def __init__(self, request: SolveRequest) -> None:
        super().__init__(request)
        spans = [(shift.start_minute, shift.end_minute) for shift in self.unit.shifts]
        spans += [self._span(row) for row in self.unit.demand]
        self._step = math.gcd(1440, *(minute for span in spans for minute in span))

    def values(self, plan: tuple[Line, ...]) -> dict[Goal, float]:
        """Person-minutes of each of the three goals."""
        below = short = surplus = 0
        anyone = any(row.competence is None for row in self.unit.demand)
        for row, day, instants in self._asked:
            for instant in instants:
                count = self._count(plan, row, day, instant)
                below += self._step * max(0, row.minimum - count)
                short += self._step * max(0, row.target - count)
                beyond = max(0, count - row.target)
                if beyond and (row.competence is None or not anyone):
                    factor = self._surplus_factor(row, day, instant)
                    surplus += self._step * factor * (beyond + max(0, beyond - 1))
                if row.maximum is not None:
                    surplus += self._step * 5 * max(0, count - row.maximum)
        surplus += sum(self._unasked(plan, instant) for instant in self._unasked_instants)
        return {Goal.STAFFING: below, Goal.TARGET: short, Goal.SURPLUS: surplus}

    def _unasked(self, plan: tuple[Line, ...], instant: int) -> int:
        """Whoever is there where nobody is asked for is one too many."""
        count = sum(
            instant in self._instants(n, line.cells) and instant not in self._from_before(n)
            for n, line in enumerate(plan)
        )
        factor = self._surplus_factor(None, instant // 1440, instant)
        return self._step * factor * (count + max(0, count - 1))

    @cached_property
    def _unasked_instants(self) -> tuple[int, ...]:
        anyone = any(row.competence is None for row in self.unit.demand)
        length = self.unit.day_count * 1440
        asked = {
            instant % length if self.unit.is_cyclic else instant
            for row, _, instants in self._asked
            if row.competence is None or not anyone
            for instant in instants
        }
        return tuple(instant for instant in range(0, length, self._step) if instant not in asked)

    @cached_property
    def _asked(self) -> list[tuple[DemandRow, int, tuple[int, ...]]]:
        """(row, day, instants) for every day of every row."""
        found = []
        for day in range(self.unit.day_count):
            for row in self._rows_of(day):
                start, end = self._span(row)
                instants = tuple(day * 1440 + minute for minute in range(start, end, self._step))
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
                    for minute in range(shift.start_minute, shift.end_minute, self._step):
                        at = day * 1440 + minute
                        found.add(at % length if self.unit.is_cyclic else at)
            known[cells] = frozenset(found)
        return known[cells]

    @cache  # noqa: B019 - lives as long as the few requests of a test
    def _from_before(self, n: int) -> frozenset[int]:
        """The steps of a dated rota in which its history's last shift goes on."""
        return self._instants(n, (Cell(),) * self.unit.day_count)

    def _days(self, n: int, cells: tuple[Cell, ...]) -> list[tuple[int, Cell]]:
        history = self.history(self.people[n]) if not self.unit.is_cyclic else ()
        before = [(-1, history[-1])] if history else []
        return before + list(enumerate(cells))

    def _surplus_factor(self, row: DemandRow | None, day: int, instant: int) -> int:
        """6 where only nights reach, 3 on weekends and red days, 2 where no day shift reaches, else 1."""
        reaching = {
            shift.kind
            for shift in self.unit.shifts
            for start in (at * 1440 + shift.start_minute for at in (day - 1, day, day + 1))
            if shift.counts_as_cover and start <= instant < start + shift.length_minutes
            if row is None or row.shift is None or shift.code == row.shift
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

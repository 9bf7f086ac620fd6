"""Wishes, fair shares and calm of whole plans, counted day by day."""

from __future__ import annotations

import itertools
from functools import cached_property

from enumerated import Given, Line

from heiltid.jobs import Goal
from heiltid.model import FREE, SATURDAY, Cell, Employee, ShiftKind, WishStrength
from heiltid.rulebook import book_of
from heiltid.wishes import is_met, wish_days


class Ease(Given):
    """What plans of one request are to live with."""

    def values(self, plan: tuple[Line, ...]) -> dict[Goal, float]:
        """Each of the three goals."""
        return {
            Goal.WISHES: sum(self._unmet[n][line.cells] for n, line in enumerate(plan)),
            Goal.FAIRNESS: self._unfairness(plan),
            Goal.CALM: sum(self._unrest_of(n, line.cells) for n, line in enumerate(plan)),
        }

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
        """Isolated days 1, quick returns 2, each day in a row beyond the soft limit 1, weekends, and cells
        other than today's by their weight."""
        ring = self.unit.is_cyclic
        history = self.history(self.people[n]) if not ring else ()
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
        total += self._count_weekends(cells)
        row = self.today.get(self.people[n].number)
        if row is not None and self.request.keep_today_weight:
            total += self.request.keep_today_weight * sum(
                (new.shift if new.works else None) != (old.shift if old.works else None)
                for new, old in zip(cells, row.cells, strict=True)
            )
        return total

    def _count_weekends(self, cells: tuple[Cell, ...]) -> int:
        """Half a weekend and three on end 4, a Friday night before a free one 2."""
        total = 0
        for monday in range(0, len(cells), 7):
            friday, saturday, sunday = cells[monday + 4 : monday + 7]
            total += 4 * (saturday.works != sunday.works)
            total += 2 * (self._is(friday, ShiftKind.NIGHT) and not saturday.works and not sunday.works)
        worked = [cells[day].works or cells[day + 1].works for day in range(5, len(cells), 7)]
        around = [*worked, *worked[:2]] if self.unit.is_cyclic else worked
        total += 4 * sum(map(all, zip(around, around[1:], around[2:], strict=False)))
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

    def __init__(self, given: Given, person: Employee) -> None:
        super().__init__()
        self._shifts = given.shifts
        self._wishes = [
            (wish, day, 3 if wish.strength is WishStrength.STRONG else 1)
            for wish in given.unit.wishes
            if wish.employee == person.number and wish.strength is not WishStrength.MUST
            for day in wish_days(wish, given.calendar)
        ]

    def __missing__(self, cells: tuple[Cell, ...]) -> int:
        self[cells] = sum(
            weight for wish, day, weight in self._wishes if not is_met(wish, day, cells[day], self._shifts)
        )
        return self[cells]

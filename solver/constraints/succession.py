"""Rest between shifts: daily_rest, one_work_period, rest_after_nights, quick_returns."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from ortools.sat.python import cp_model

from heiltid.model import MINUTES_PER_DAY
from solver.frame import Frame
from solver.variables import Piece, split

REST = "10-8 (3)"


@dataclass(frozen=True, slots=True)
class Table:
    """Which codes may follow which, one (next) and two (after) days later with a free day between."""

    forbidden_next: dict[int, frozenset[int]] = field(default_factory=dict)
    forbidden_after: dict[int, frozenset[int]] = field(default_factory=dict)
    quick: dict[tuple[int, int], int] = field(default_factory=dict)  # rest in minutes, below ordinary


@dataclass(frozen=True, slots=True)
class RestLimits:
    """The rest limits of one person, minutes; after_nights None = off."""

    ordinary: int
    least: int  # agreed rest where an agreement may be used, else the ordinary one
    after_nights: int | None


def limits_of(frame: Frame, p: int) -> RestLimits:
    """The person's limits from the rule book and the agreements that may be used."""
    number = frame.people[p].number
    ordinary = int(frame.book.value("daily_rest", "minutes", number) or 0)
    agreed = int(frame.book.value("daily_rest", "agreed_minutes", number) or 0)
    after = frame.book.value("rest_after_nights", "minutes", number)
    usable = frame.book.may_use(REST, number)
    return RestLimits(
        ordinary=ordinary,
        least=min(ordinary, agreed) if usable else ordinary,
        after_nights=None if after is None else int(after),
    )


class Successions:
    """Tables per day, cached: they differ only around the spring change of a dated rota."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self._ordinary = cache(self._table)

    def rest(self, day: int, code: int, gap: int, following: int) -> int:
        """Minutes from the end of a code on `day` to the start of another `gap` days later."""
        first, second = self.frame.shifts[code], self.frame.shifts[following]
        start = (day + gap) * MINUTES_PER_DAY + second.start_minute
        return self.frame.calendar.rest_minutes(day * MINUTES_PER_DAY + first.end_minute, start)

    def table(self, limits: RestLimits, day: int) -> Table:
        """What may follow a shift of `day`."""
        near = any(
            day * MINUTES_PER_DAY <= change <= (day + 3) * MINUTES_PER_DAY
            for change in self.frame.calendar.spring_changes
        )
        return self._ordinary(limits, day if near else None)

    def _table(self, limits: RestLimits, day: int | None) -> Table:
        quiet_day = -10 * self.frame.days - 1000  # far from any clock change
        at = quiet_day if day is None else day
        table = Table()
        for code in range(len(self.frame.shifts)):
            following = range(len(self.frame.shifts))
            table.forbidden_next[code] = frozenset(
                t for t in following if not self._fits(limits, at, code, 1, t)
            )
            table.forbidden_after[code] = frozenset(
                t for t in following if not self._fits(limits, at, code, 2, t)
            )
            for t in following:
                rest = self.rest(at, code, 1, t)
                if t not in table.forbidden_next[code] and rest < limits.ordinary:
                    table.quick[code, t] = rest
        return table

    def _fits(self, limits: RestLimits, day: int, code: int, gap: int, following: int) -> bool:
        rest = self.rest(day, code, gap, following)
        # A shift above 13 h leaves less than 11 h in its own 24 hours; the rest after it makes up.
        missing = max(0, limits.ordinary - (MINUTES_PER_DAY - self.frame.shifts[code].length_minutes))
        if rest < max(limits.least, limits.ordinary + missing if missing else 0):
            return False
        leaves_nights = code in self.frame.nights and following not in self.frame.nights
        return not (leaves_nights and limits.after_nights is not None and rest < limits.after_nights)


def daily_rest(piece: Piece, successions: Successions, p: int) -> None:
    """AML 10-8 (1), (3): forbidden successions, and the longer rest after a shortened one.

    one_work_period and rest_after_nights are further reasons a succession is forbidden.
    """
    limits = limits_of(piece.frame, p)
    for day in touched(piece, p, 2):
        table = successions.table(limits, day)
        _forbid_next(piece, p, day, table)
        _forbid_after(piece, p, day, table)
        _compensate(piece, successions, limits, p, day)


def touched(piece: Piece, p: int, back: int) -> list[int]:
    """Days from which a stretch of back + 1 days meets a free cell, each once, folded if cyclic."""
    found = {day - k for day in piece.free_days.get(p, ()) for k in range(back + 1)}
    if piece.frame.is_cyclic:
        return sorted({day % piece.frame.days for day in found})
    return sorted(found)


def _groups(table: dict[int, frozenset[int]]) -> dict[frozenset[int], list[int]]:
    grouped: dict[frozenset[int], list[int]] = {}
    for code, following in table.items():
        if following:
            grouped.setdefault(following, []).append(code)
    return grouped


def _forbid_next(piece: Piece, p: int, day: int, table: Table) -> None:
    for following, codes in _groups(table.forbidden_next).items():
        piece.at_most(piece.literals(p, day, codes) + piece.literals(p, day + 1, following), 1)


def _forbid_after(piece: Piece, p: int, day: int, table: Table) -> None:
    for following, codes in _groups(table.forbidden_after).items():
        first = piece.literals(p, day, codes)
        last = piece.literals(p, day + 2, following)
        between = piece.work(p, day + 1)
        if not first or not last or (isinstance(between, int) and between):
            continue
        variables, ones = split([*first, *last])
        total = cp_model.LinearExpr.sum(variables) + ones
        if variables or not isinstance(between, int):
            piece.model.add(total - between <= 1)


def _compensate(piece: Piece, successions: Successions, limits: RestLimits, p: int, day: int) -> None:
    """After a rest shorter than 11 h the next one is 11 h plus what was missing."""
    for (code, second), rest in successions.table(limits, day).quick.items():
        first = piece.literals(p, day, (code,))
        middle = piece.literals(p, day + 1, (second,))
        if not first or not middle:
            continue
        needed = 2 * limits.ordinary - rest
        too_soon = [
            t for t in range(len(piece.frame.shifts)) if successions.rest(day + 1, second, 1, t) < needed
        ]
        piece.at_most([*first, *middle, *piece.literals(p, day + 2, too_soon)], 2)


def quick_returns(piece: Piece, successions: Successions, p: int, weight: int) -> None:
    """Rests below 11 h: each costs `weight`; at most `hard` a week."""
    frame = piece.frame
    limits = limits_of(frame, p)
    hard = frame.book.value("quick_returns", "hard", frame.people[p].number)
    weeks: dict[int, list[cp_model.IntVar | int]] = {}
    for day in touched(piece, p, 1):
        table = successions.table(limits, day)
        grouped = _groups(
            {c: frozenset(t for (s, t) in table.quick if s == c) for c in range(len(frame.shifts))}
        )
        for following, codes in grouped.items():
            literals = piece.literals(p, day, codes) + piece.literals(p, day + 1, following)
            if len(literals) < 2:
                continue
            quick = piece.excess(literals, 1, most=1)  # one code a day: both days at most
            if quick is not None:
                piece.penalise(weight, quick)
                weeks.setdefault(_week(piece, day + 1), []).append(quick)
    for week, literals in weeks.items():
        if hard is not None:
            piece.at_most([*literals, *_fixed_quick(piece, successions, limits, p, week)], int(hard))


def _week(piece: Piece, day: int) -> int:
    return (day % piece.frame.days if piece.frame.is_cyclic else day) // 7


def _fixed_quick(piece: Piece, successions: Successions, limits: RestLimits, p: int, week: int) -> list[int]:
    """Ones for quick returns between two fixed cells of that week."""
    found = []
    for day in range(week * 7, week * 7 + 7):
        if piece.cell(p, day) is None and piece.cell(p, day - 1) is None:
            pair = (piece.fixed_code(p, day - 1), piece.fixed_code(p, day))
            if pair in successions.table(limits, day - 1).quick:
                found.append(1)
    return found

"""Wishes, fair shares and today's rota as the engine counts them (no CP-SAT here)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from heiltid.model import SATURDAY, Cell, ShiftKind, WishStrength
from heiltid.wishes import is_met, wish_days
from solver.frame import FREE_CODE, Frame, Roster

STRONG_WEIGHT = 3  # a strong wish counts as three weak ones


@dataclass(frozen=True, slots=True, kw_only=True)
class WishCell:
    """A soft wish on one day of one person."""

    p: int
    day: int
    strong: bool
    met_by: frozenset[int]  # codes
    met_when_free: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """Something to be shared fairly: the codes and days that count, who takes part, their parts."""

    name: str
    codes: frozenset[int]
    days: tuple[int, ...]
    members: npt.NDArray[np.bool_]
    parts: npt.NDArray[np.float64]  # sums to 1 over the members

    def counts(self, roster: Roster) -> npt.NDArray[np.int64]:
        """How many each person has."""
        chosen = np.isin(roster[:, list(self.days)], list(self.codes))
        found: npt.NDArray[np.int64] = chosen.sum(axis=1)
        return found

    def expected(self, roster: Roster) -> npt.NDArray[np.float64]:
        """How many each member would have if the members' total were shared by their parts."""
        total = int(self.counts(roster)[self.members].sum())
        shares: npt.NDArray[np.float64] = total * self.parts
        return shares


class Soft:
    """The soft sides of a frame."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame

    @cached_property
    def wishes(self) -> tuple[WishCell, ...]:
        """Every soft wish on every day it applies to a present person."""
        frame = self.frame
        place = {person.number: p for p, person in enumerate(frame.people)}
        by_code = frame.unit.shift_by_code()
        found = []
        for wish in frame.unit.wishes:
            p = place.get(wish.employee)
            if p is None or wish.strength is WishStrength.MUST:
                continue
            for day in wish_days(wish, frame.calendar):
                if not frame.calendar.is_present(frame.people[p], day):
                    continue
                met = frozenset(
                    code
                    for code, shift in enumerate(frame.shifts)
                    if is_met(wish, day, Cell(shift=shift.code), by_code)
                )
                found.append(
                    WishCell(
                        p=p,
                        day=day,
                        strong=wish.strength is WishStrength.STRONG,
                        met_by=met,
                        met_when_free=is_met(wish, day, Cell(), by_code),
                    )
                )
        return tuple(found)

    @cached_property
    def today(self) -> Roster | None:
        """Today's rota as codes, None without one."""
        plan = self.frame.request.today
        if plan is None:
            return None
        rows = plan.row_of()
        found = self.frame.empty_roster()
        for p, person in enumerate(self.frame.people):
            row = rows.get(person.number)
            for day, cell in enumerate(row.cells if row is not None else ()):
                found[p, day] = self.frame.shift_index[str(cell.shift)] if cell.works else FREE_CODE
        return found

    @cached_property
    def categories(self) -> tuple[Category, ...]:
        """Weekend shifts, nights, evenings and red days, each among those who may take them.

        Those who work nights alone share weekends and red days with one another: no colleague by day
        can take theirs, and against a share of all that are worked 0, 4 and 4 is as far off as 3, 3 and 2.
        """
        frame = self.frame
        days = range(frame.days)
        every_code = frozenset(range(len(frame.shifts)))
        weekend = tuple(d for d in days if frame.calendar.weekday(d) >= SATURDAY)
        red = tuple(d for d in days if frame.calendar.is_red(d))
        made = [
            self._category("nights", frame.nights, tuple(days), self._takes(ShiftKind.NIGHT)),
            self._category("evenings", frame.evenings, tuple(days), self._takes(ShiftKind.EVENING)),
        ]
        for name, by_night in (("by day", False), ("by night", True)):
            members = self._at_weekends(by_night=by_night)
            made.append(self._category(f"weekends {name}", every_code, weekend, members))
            made.append(self._category(f"red days {name}", every_code, red, members))
        return tuple(category for category in made if category is not None)

    def _at_weekends(self, *, by_night: bool) -> Callable[[int], bool]:
        """People who work weekends, and nights alone or not."""
        people = self.frame.people
        return lambda p: people[p].weekend_every > 0 and people[p].works_ordinary_nights_only == by_night

    def _takes(self, kind: ShiftKind) -> Callable[[int], bool]:
        """People who work that kind and another one too: pure night staff share with nobody."""
        frame = self.frame

        def takes(p: int) -> bool:
            kinds = frame.people[p].kinds
            return kind in kinds and len(kinds) > 1

        return takes

    def _category(
        self, name: str, codes: frozenset[int], days: tuple[int, ...], member: Callable[[int], bool]
    ) -> Category | None:
        people = self.frame.people
        members = np.array([member(p) for p in range(len(people))], dtype=bool)
        sizes = np.array([max(person.wanted_bp, person.position_bp) for person in people], float)
        total = sizes[members].sum()
        if not codes or not days or members.sum() < 2 or total == 0:
            return None
        parts = np.where(members, sizes / total, 0.0)
        return Category(name=name, codes=codes, days=days, members=members, parts=parts)

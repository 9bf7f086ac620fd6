"""Which days a wish is for, and whether a cell meets it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from heiltid.calendar import Calendar
from heiltid.model import DAYS_PER_WEEK, Cell, ShiftType, Wish, WishDays


def wish_days(wish: Wish, calendar: Calendar) -> tuple[int, ...]:
    """Days of the rota the wish is for, in order; those on which the person is away do not count."""
    person = calendar.unit.employee_by_number().get(wish.employee)
    if person is None:
        return ()
    return tuple(day for day in named_days(wish.when, calendar) if calendar.is_present(person, day))


def named_days(when: WishDays, calendar: Calendar) -> Sequence[int]:
    """Days of the rota that are named, whether or not anybody is there.

    A weekday names every such weekday, a week and weekday one day, a date one day. A date outside a dated
    rota names none; in a cyclic one a date of a later run names the day it falls on.
    """
    if when.on is not None:
        day = calendar.day_of(when.on)
        if calendar.unit.is_cyclic and day >= 0:
            day %= calendar.day_count
        return (day,) if 0 <= day < calendar.day_count else ()
    assert when.weekday is not None, "a wish is for a date or a weekday"
    if when.week is None:
        return range(when.weekday, calendar.day_count, DAYS_PER_WEEK)
    day = (when.week - 1) * DAYS_PER_WEEK + when.weekday
    return (day,) if 1 <= when.week <= calendar.unit.weeks else ()


def wishes_spoken_of(wishes: Iterable[Wish], calendar: Calendar) -> int:
    """How many wishes people would say there are: the same asked for several days on end is one."""
    return len(spoken_wishes(wishes, calendar))


def spoken_wishes(wishes: Iterable[Wish], calendar: Calendar) -> tuple[frozenset[Wish], ...]:
    """The wishes people would speak of, each with those it is written as."""
    alike: dict[tuple[Wish, bool], list[tuple[int, Wish]]] = defaultdict(list)
    spoken: list[set[Wish]] = []
    for wish in wishes:
        every = wish.when.on is None and wish.when.week is None
        named = (wish.when.weekday or 0,) if every else tuple(named_days(wish.when, calendar))
        if not named:
            spoken.append({wish})  # outside the rota, near no other
        alike[replace(wish, when=WishDays(weekday=0)), every] += ((day, wish) for day in named)
    for found in alike.values():
        before = None
        for day, wish in sorted(found, key=lambda entry: entry[0]):
            if before is None or day - before > 1:
                spoken.append(set())
            spoken[-1].add(wish)
            before = day
    return tuple(frozenset(one) for one in spoken)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishesKept:
    """How one row gives what its person wished. days: wished for; unmet: what is not given, by day."""

    days: int
    unmet: Mapping[int, tuple[Wish, ...]]

    @property
    def met(self) -> int:
        """Days met; a day with two wishes counts twice, as in `days`."""
        return self.days - sum(len(wishes) for wishes in self.unmet.values())


def wishes_kept(
    wishes: Iterable[tuple[Wish, Sequence[int]]], cells: Sequence[Cell], shifts: Mapping[str, ShiftType]
) -> WishesKept:
    """Of one person's wishes with the days of each."""
    unmet: dict[int, list[Wish]] = defaultdict(list)
    count = 0
    for wish, days in wishes:
        count += len(days)
        for day in days:
            if not is_met(wish, day, cells[day], shifts):
                unmet[day].append(wish)
    return WishesKept(days=count, unmet={day: tuple(unmet[day]) for day in sorted(unmet)})


def days_by_person(calendar: Calendar) -> dict[str, tuple[tuple[Wish, tuple[int, ...]], ...]]:
    """Everybody's wishes with their days, by employee number; nobody without a wish."""
    found: dict[str, list[tuple[Wish, tuple[int, ...]]]] = defaultdict(list)
    for wish in calendar.unit.wishes:
        found[wish.employee].append((wish, wish_days(wish, calendar)))
    return {number: tuple(wishes) for number, wishes in found.items()}


def is_met(wish: Wish, day: int, cell: Cell, shifts: Mapping[str, ShiftType]) -> bool:
    """Whether the cell of one of the wish's days gives what it asks for.

    A day under an absence laid over the plan takes nothing from anybody: it meets every wish.
    """
    if cell.absence is not None:
        return True
    return _is_given(wish, cell, shifts) is not wish.negated


def _is_given(wish: Wish, cell: Cell, shifts: Mapping[str, ShiftType]) -> bool:
    if wish.off:
        return not cell.works
    if not cell.works:
        return False
    if wish.code is not None:
        return cell.shift == wish.code
    return shifts[str(cell.shift)].kind is wish.kind

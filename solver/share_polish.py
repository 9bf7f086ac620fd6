"""A lawful sharing made better by small exchanges: a place to another, or two people's places turned round.

Quick, and never to the worse: what a search that ran out of time left undone by the later goals.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from heiltid.booking.sharing.shares import NOTHING, Sharing
from heiltid.model import MINUTES_PER_HOUR
from heiltid.model.asking import Willingness
from solver.share_greedy import Sets, completed

_Worth: TypeAlias = tuple[int, int, int, int, int]
"""By the goals that look at people, so that the better is the greater."""


def polished(sharing: Sharing, given: Mapping[str, frozenset[int]], is_over: Callable[[], bool]) -> Sets:
    """What no such exchange makes better, or what there is when `is_over`."""
    polisher = _Polisher(sharing, completed(sharing, given, is_over), is_over)
    while polisher.sweep():
        pass
    return polisher.found


class _Polisher:
    """A sharing under way, with what each person's places are worth to the goals."""

    def __init__(self, sharing: Sharing, found: Sets, is_over: Callable[[], bool]) -> None:
        self.found, self._is_over, self._sharing = found, is_over, sharing
        self._wanted: dict[int, list[str]] = {}
        for employee in sharing.asked:
            for number in sharing.options(employee):
                self._wanted.setdefault(number, []).append(employee)
        self._reckons_overtime = sharing.request.settings.allows_overtime
        self._worths: dict[str, _Worth] = {}
        self._minutes: dict[str, int] = {}

    def sweep(self) -> bool:
        """Looks at every place once; whether anything got better."""
        improved = False
        for number in self._wanted:
            holder = next((who for who, numbers in self.found.items() if number in numbers), None)
            improved |= holder is not None and self._move(number, holder)
        return improved

    def _move(self, number: int, holder: str) -> bool:
        """The place to another, by itself or for one of hers; whether that was lawful and better."""
        for other, back in self._ways(number, holder):
            if self._is_over():
                return False
            gain = zip(self._change(holder, back, number), self._change(other, number, back), strict=True)
            if tuple(one + two for one, two in gain) <= (0, 0, 0, 0, 0):
                continue
            change = {
                holder: (self.found[holder] - {number}) | ({back} if back else NOTHING),
                other: (self.found.get(other, NOTHING) - {back}) | {number},
            }
            if all(self._sharing.limited(who, numbers) is None for who, numbers in change.items()):
                self.found |= change
                for who in change:
                    self._worths.pop(who, None)
                return True
        return False

    def _ways(self, number: int, holder: str) -> Iterator[tuple[str, int]]:
        """Who else would take it, and which of hers the holder would take instead; 0: none."""
        for other in self._wanted[number]:
            if other != holder:
                yield other, 0
                for back in self.found.get(other, NOTHING):
                    if holder in self._wanted[back]:
                        yield other, back

    def _change(self, employee: str, more: int, less: int) -> _Worth:
        """What one place more and one less (0: none) are worth to somebody's part of the goals."""
        before = self._worth(employee)
        minutes = self._minutes[employee]
        minutes += self._length(more) - self._length(less)
        overtime = -before[2]
        if self._reckons_overtime:
            numbers = (self.found.get(employee, NOTHING) - {less}) | ({more} if more else NOTHING)
            overtime = self._sharing.lines.overtime_minutes(employee, numbers)
        entry = self._sharing.asked[employee]
        return (
            max(0, min(entry.missing_minutes, minutes - overtime)) - before[0],
            self._is_gladly(employee, more) - self._is_gladly(employee, less),
            -overtime - before[2],
            -(((entry.carried_minutes + minutes) // MINUTES_PER_HOUR) ** 2) - before[3],
            self._lot(employee, less) - self._lot(employee, more),
        )

    def _worth(self, employee: str) -> _Worth:
        if employee not in self._worths:
            numbers = self.found.get(employee, NOTHING)
            share = self._sharing.share(employee, numbers)
            self._minutes[employee] = self._sharing.minutes(numbers | self._sharing.kept_by(employee))
            self._worths[employee] = (
                share.right_minutes,
                share.gladly,
                -share.overtime_minutes,
                -share.unfairness,
                -share.lot,
            )
        return self._worths[employee]

    def _length(self, number: int) -> int:
        return self._sharing.minutes((number,)) if number else 0

    def _is_gladly(self, employee: str, number: int) -> int:
        return int(self._sharing.said(employee, number) is Willingness.GLADLY)

    def _lot(self, employee: str, number: int) -> int:
        return self._sharing.lot(number, employee) if number else 0

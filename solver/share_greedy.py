"""A lawful sharing at once: place after place to whom it suits best by the goals, as long as she may."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from heiltid.booking.sharing.shares import NOTHING, Share, Sharing

Sets = dict[str, frozenset[int]]
"""What people are given besides what the leader decided."""


def completed(sharing: Sharing, given: Mapping[str, frozenset[int]], is_over: Callable[[], bool]) -> Sets:
    """What people have, lawful, and every other place with somebody who may have it besides.

    Places that lack most come first, of equal ones those that fewest said yes to. `is_over` ends it
    early, with what there is by then.
    """
    found = dict(given)
    gone = {number for numbers in found.values() for number in numbers}
    wanted: dict[int, list[str]] = {}
    for employee in sharing.asked:
        for number in sharing.options(employee):
            if number not in gone:
                wanted.setdefault(number, []).append(employee)
    order = sorted(
        wanted, key=lambda number: (-sharing.places[number].lacking_minutes, len(wanted[number]), number)
    )
    for number in order:
        if is_over():
            break
        taker = _taker(sharing, found, number, wanted[number])
        if taker is not None:
            found[taker] = found.get(taker, NOTHING) | {number}
    return found


def _taker(sharing: Sharing, found: Sets, number: int, people: list[str]) -> str | None:
    """Whom a place suits best of those who may have it besides what they have."""

    def gain(employee: str) -> tuple[int, ...]:
        had = found.get(employee, NOTHING)
        return _gain(share_of(sharing, employee, had), share_of(sharing, employee, had | {number}))

    for employee in sorted(people, key=gain, reverse=True):
        if sharing.limited(employee, found.get(employee, NOTHING) | {number}) is None:
            return employee
    return None


def share_of(sharing: Sharing, employee: str, numbers: frozenset[int]) -> Share:
    """What lawful places are worth. Where none of them may be overtime, that is not reckoned."""
    if sharing.request.settings.allows_overtime:
        return sharing.share(employee, numbers)
    there = sharing.lines.overtime_minutes(employee, NOTHING)
    return sharing.share_with(employee, numbers, there)


def _gain(before: Share, after: Share) -> tuple[int, ...]:
    return (
        after.right_minutes - before.right_minutes,
        after.gladly - before.gladly,
        before.overtime_minutes - after.overtime_minutes,
        before.unfairness - after.unfairness,
        before.lot - after.lot,
    )

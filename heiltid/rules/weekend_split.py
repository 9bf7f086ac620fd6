"""Which worked weekends are a person's ordinary ones, and which are extra (hinkehelger).

Ordinary weekends lie at least `every` weeks apart. Where nothing says which they are, they are chosen
so that as few as possible are extra, and among such choices so that as few extra ones as possible lie
beside an ordinary one. Weeks are whole numbers from 0; weeks of the history are negative.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

_ORDINARY, _QUIET, _NOTED = range(3)
_State: TypeAlias = tuple[int | None, int]  # the last ordinary weekend, how the last weekend is labelled


class _Cost(NamedTuple):
    """Compared in this order; the choice itself makes ties come out the same every time."""

    extra: int
    beside: int
    chosen: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """The weekends of one person to be split.

    weeks: length of a cyclic rota, whose last week is followed by its first; None for a dated one.
    closed: whether ordinary weekends must lie `every` weeks apart across that seam as well.
    before: worked weekends of the history (negative), in order.
    """

    worked: tuple[int, ...]
    every: int
    weeks: int | None = None
    closed: bool = False
    before: tuple[int, ...] = ()


def by_offset(worked: tuple[int, ...], every: int, offset: int) -> tuple[int, ...]:
    """The ordinary weekends when the rotation week of the first one (1..every) is given."""
    return tuple(week for week in worked if (week - offset + 1) % every == 0)


def last_ordinary_before(before: tuple[int, ...], every: int) -> int | None:
    """The last ordinary weekend of the history, when its first worked one is taken as ordinary."""
    last: int | None = None
    for week in before:
        if last is None or week - last >= every:
            last = week
    return last


def seam_gap(ordinary: tuple[int, ...], weeks: int) -> int | None:
    """Weeks from the last ordinary weekend of a run to the first of the next; None without any."""
    return ordinary[0] + weeks - ordinary[-1] if ordinary else None


@lru_cache(maxsize=4096)
def ordinary_weekends(pattern: Pattern) -> tuple[int, ...]:
    """The best choice of ordinary weekends; every 0 = none ever, every 1 = all."""
    if pattern.every == 0:
        return ()
    if pattern.every == 1 or _all_apart(pattern):
        return pattern.worked
    best: _Cost | None = None
    for first in _firsts(pattern):
        for cost in _from_first(pattern, first):
            best = cost if best is None else min(best, cost)
    assert best is not None  # "no ordinary weekend at all" is always a choice
    return best.chosen


def beside_ordinary(extra: tuple[int, ...], ordinary: tuple[int, ...], pattern: Pattern) -> tuple[int, ...]:
    """The extra weekends with an ordinary one the week before or after."""
    weeks, near = pattern.weeks, set(ordinary)
    last = last_ordinary_before(pattern.before, pattern.every) if pattern.every else None
    if last is not None:
        near.add(last)
    if weeks is None:
        return tuple(week for week in extra if near & {week - 1, week + 1})
    return tuple(week for week in extra if near & {(week - 1) % weeks, (week + 1) % weeks})


def _all_apart(pattern: Pattern) -> bool:
    last = last_ordinary_before(pattern.before, pattern.every)
    for week in pattern.worked:
        if last is not None and week - last < pattern.every:
            return False
        last = week
    if not pattern.closed or pattern.weeks is None:
        return True
    gap = seam_gap(pattern.worked, pattern.weeks)
    return gap is None or gap >= pattern.every


def _firsts(pattern: Pattern) -> tuple[int | None, ...]:
    """Weekends that may be the first ordinary one of a best choice; None = no ordinary weekend at all.

    Take the first worked weekend from week every - 1 on: it is far enough from any ordinary one before
    it, so if the first ordinary weekend lay `every` weeks later still, it could be ordinary as well.
    """
    every = pattern.every
    probe = next((week for week in pattern.worked if week >= every - 1), None)
    if probe is None:
        return (*pattern.worked, None)
    return (*(week for week in pattern.worked if week < probe + every), None)


def _from_first(pattern: Pattern, first: int | None) -> Iterator[_Cost]:
    """The best choices whose first ordinary weekend is `first` (None: no ordinary weekend)."""
    states, previous = _before_start(pattern)
    for week in pattern.worked:
        states = _stepped(pattern, states, previous, week, first)
        previous = week
    for (last, label), cost in states.items():
        if pattern.weeks is None:
            yield cost
            continue
        gap = seam_gap(cost.chosen, pattern.weeks)
        if pattern.closed and gap is not None and gap < pattern.every:
            continue
        yield cost._replace(beside=cost.beside + _beside_at_seam(pattern, last, label, first))


def _before_start(pattern: Pattern) -> tuple[dict[_State, _Cost], int | None]:
    last = last_ordinary_before(pattern.before, pattern.every)
    previous = pattern.before[-1] if pattern.before else None
    label = _ORDINARY if previous is not None and previous == last else _NOTED  # history costs nothing
    return {(last, label): _Cost(0, 0, ())}, previous


def _stepped(
    pattern: Pattern, states: dict[_State, _Cost], previous: int | None, week: int, first: int | None
) -> dict[_State, _Cost]:
    """All ways to label one more worked weekend; of equal states only the cheapest is kept."""
    adjacent = previous == week - 1
    reached: dict[_State, _Cost] = {}

    def reach(state: _State, cost: _Cost) -> None:
        reached[state] = min(reached.get(state, cost), cost)

    for (last, label), cost in states.items():
        may = first is not None and week >= first and (last is None or week - last >= pattern.every)
        if may:
            beside = cost.beside + (adjacent and label == _QUIET)
            reach((week, _ORDINARY), _Cost(cost.extra, beside, (*cost.chosen, week)))
        if week != first:
            noted = adjacent and label == _ORDINARY
            reach(
                (last, _NOTED if noted else _QUIET),
                _Cost(cost.extra + 1, cost.beside + noted, cost.chosen),
            )
    return _undominated(reached)


def _undominated(states: dict[_State, _Cost]) -> dict[_State, _Cost]:
    """Without states that are no cheaper than one whose last ordinary weekend lies further back."""
    kept: dict[_State, _Cost] = {}
    cheapest: dict[int, tuple[int, int]] = {}
    for state, cost in sorted(states.items(), key=lambda entry: _age(entry[0])):
        found = (cost.extra, cost.beside)
        label = state[1]
        if label not in cheapest or found < cheapest[label]:
            kept[state] = cost
            cheapest[label] = found
    return kept


def _age(state: _State) -> tuple[bool, int]:
    """Older last weekends first, none at all before them: they leave more room for the next one."""
    last = state[0]
    return last is not None, last or 0


def _beside_at_seam(pattern: Pattern, last: int | None, label: int, first: int | None) -> int:
    """Notes that only the seam brings: the last and the first weekend of the run are neighbours."""
    worked, weeks = pattern.worked, pattern.weeks
    if weeks is None or len(worked) < 2 or worked[0] + weeks - worked[-1] != 1:
        return 0
    if first == worked[0]:
        return int(label == _QUIET)
    first_is_noted = worked[1] == worked[0] + 1 and first == worked[1]
    return int(label == _ORDINARY and last == worked[-1] and not first_is_noted)

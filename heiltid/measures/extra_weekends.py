"""How many Sundays more somebody's extra weekends give: they come too close to others easily.

Source: AML § 10-8 (4), domain.md sections 2 and 3. Either who has worked a Sunday is free on the next; or, by
written agreement, at most every second one is worked on average over 26 weeks. Saturday after 18:00 is
Sunday work.
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import NamedTuple

from heiltid.model import Employee, Unit
from heiltid.rulebook import book_of
from heiltid.rules.agreements import SUNDAY

LONGEST_ASKED_WEEKS = 16  # of the agreement's average: in longer rotas extra weekends find room


def extra_sundays(unit: Unit, person: Employee) -> int:
    """The most Sundays in the rota beside those of her ordinary weekends."""
    weeks, every, extra = unit.weeks, person.weekend_every, person.extra_weekends
    if not every or not extra:
        return 0
    ordinary = most_sundays(weeks, every, 0, is_cyclic=unit.is_cyclic)
    found = most_sundays(weeks, every, extra, is_cyclic=unit.is_cyclic) - ordinary
    book = book_of(unit)
    average_weeks = book.value("sunday_rest", "average_weeks", person.number)
    if average_weeks is None or not book.may_use(SUNDAY, person.number):
        return found
    return max(found, _by_agreement(unit, range(0, weeks, every), extra, int(average_weeks)))


def _by_agreement(unit: Unit, ordinary: range, extra: int, average_weeks: int) -> int:
    """How many of the extra weekends may be worked beside all the ordinary ones, in the best weeks."""
    weeks, others = unit.weeks, sorted(set(range(unit.weeks)) - set(ordinary))
    most = max(0, min(extra, weeks // 2 - len(ordinary)))
    if weeks > LONGEST_ASKED_WEEKS or not unit.is_cyclic:
        return most
    return next(
        count
        for count in range(most, -1, -1)
        if not count
        or any(
            _is_every_second({*ordinary, *chosen}, weeks, average_weeks)
            for chosen in combinations(others, count)
        )
    )


def _is_every_second(worked: set[int], weeks: int, average_weeks: int) -> bool:
    """Whether no stretch of so many weeks of the rota repeated has more than half its Sundays worked."""
    return all(
        sum((first + week) % weeks in worked for week in range(average_weeks)) <= average_weeks // 2
        for first in range(weeks)
    )


class _State(NamedTuple):
    """After a week: weeks since an ordinary weekend (at most `every`), its Sunday, the first, extras used."""

    since: int
    is_worked: bool
    was_first_worked: bool
    extra: int


@cache
def most_sundays(weeks: int, every: int, extra: int, *, is_cyclic: bool) -> int:
    """The most with no two on end: ordinary weekends `every` weeks apart, and so many others.

    Over the seam of a rolling rota no two either; the distance of ordinary ones holds there where `every`
    divides the weeks. A weekend whose Sunday is free may be worked on its Saturday.
    """
    is_round = is_cyclic and weeks % every == 0
    best = {_State(every - 1, False, False, 0): 0}
    for week in range(weeks):
        found: dict[_State, int] = {}
        for state, sundays in best.items():
            for follow in _following(state, every, extra, is_first=week == 0, must_start=is_round):
                found[follow] = max(found.get(follow, 0), sundays + follow.is_worked)
        best = found
    ends = [
        sundays
        for state, sundays in best.items()
        if not (is_cyclic and weeks > 1 and state.is_worked and state.was_first_worked)
        and not (is_round and state.since < every - 1)
    ]
    return max(ends, default=0)


def _following(state: _State, every: int, extra: int, *, is_first: bool, must_start: bool) -> list[_State]:
    """What a week may be: without Sunday work, an ordinary weekend with it or without, an extra one with it.

    must_start: the first week of a round is an ordinary weekend, which one may always call the first.
    """
    since = min(state.since + 1, every)
    options: list[tuple[int, bool, int]] = []
    if since == every:
        options += [(0, False, state.extra), (0, True, state.extra)]
    if not (is_first and must_start):
        options += [(since, False, state.extra), (since, True, state.extra + 1)]
    return [
        _State(after, worked, worked if is_first else state.was_first_worked, used)
        for after, worked, used in options
        if used <= extra and not (worked and state.is_worked)
    ]

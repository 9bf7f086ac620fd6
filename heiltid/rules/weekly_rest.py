"""The rule weekly_rest: 35 hours in one piece wholly inside the week.

Source: AML § 10-8 (2) and (3), domain.md section 3. Down to 28 h with the union representatives,
below that with the unions centrally; the week after a shortened rest must hold 35 h and the
shortfall. With the parameter `rolling` any seven days, from any whole minute, are a week.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_DAY, Employee
from heiltid.rules.agreements import CENTRAL, on_road, rest_road, road
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity, merged
from heiltid.rules.limits import limit_of
from heiltid.rules.weeks import days_of_weeks

WEEKLY_REST = "weekly_rest"
PARAGRAPH = "10-8 (2)"
COMPENSATION_PARAGRAPH = "10-8 (3)"
WEEK_MINUTES = DAYS_PER_WEEK * MINUTES_PER_DAY


def check_weekly_rest(context: Context, person: Employee) -> Iterator[Finding]:
    """One rest of 35 h in every week, and the next one longer after a shortened one."""
    required = limit_of(context, WEEKLY_REST, "minutes", person)
    if required is None or not context.around(person):
        return
    gaps = _gaps(context, person)
    longest = _longest_by_week(context, gaps)
    if context.book.is_on(WEEKLY_REST, "rolling", person.number):
        yield from merged(_short_windows(context, person, gaps, required))
    else:
        yield from merged(_short_weeks(context, person, longest, required))
    yield from merged(_uncompensated(context, person, longest, required))


def _horizon(context: Context, person: Employee) -> tuple[int, int]:
    """Minutes between which the person's shifts are known."""
    count = context.calendar.day_count
    if context.unit.is_cyclic:
        return -count * MINUTES_PER_DAY, 2 * count * MINUTES_PER_DAY
    return -len(context.row(person).history) * MINUTES_PER_DAY, count * MINUTES_PER_DAY


def _gaps(context: Context, person: Employee) -> list[tuple[int, int]]:
    """All rests as (from, to), in order, those at both ends of what is known included."""
    first, last = _horizon(context, person)
    gaps = []
    free_from = first
    for entry in context.around(person):
        if entry.start > free_from:
            gaps.append((free_from, entry.start))
        free_from = max(free_from, entry.end)
    if free_from < last:
        gaps.append((free_from, last))
    return gaps


def _longest_by_week(context: Context, gaps: list[tuple[int, int]]) -> dict[int, int]:
    """The longest piece of rest inside each week; weeks without any rest are missing."""
    longest: dict[int, int] = {}
    for start, end in gaps:
        for week in range(start // WEEK_MINUTES, (end - 1) // WEEK_MINUTES + 1):
            inside = context.calendar.rest_minutes(
                max(start, week * WEEK_MINUTES), min(end, (week + 1) * WEEK_MINUTES)
            )
            longest[week] = max(inside, longest.get(week, 0))
    return longest


def _short_weeks(
    context: Context, person: Employee, longest: dict[int, int], required: int
) -> Iterator[Finding]:
    for week in range(context.unit.weeks):
        found = longest.get(week, 0)
        if found < required:
            yield _shortened(context, person, days_of_weeks({week}), found, required, "weekly_rest")


def _shortened(
    context: Context, person: Employee, days: tuple[int, ...], found: int, required: int, text_key: str
) -> Finding:
    agreed = limit_of(context, WEEKLY_REST, "agreed_minutes", person)
    return on_road(
        Finding(
            rule=WEEKLY_REST,
            paragraph=PARAGRAPH,
            severity=Severity.BREACH,
            employee=person.number,
            days=days,
            amount=required - found,
            text_key=text_key,
            values=(("found_minutes", found), ("required_minutes", required)),
        ),
        rest_road(context.book, person.number, found, agreed),
    )


def _uncompensated(
    context: Context, person: Employee, longest: dict[int, int], required: int
) -> Iterator[Finding]:
    """Weeks after a shortened one that do not make up for it."""
    first = _horizon(context, person)[0]
    for week in range(context.unit.weeks):
        is_known = (week - 1) * WEEK_MINUTES >= first
        before = longest.get(week - 1, 0) if is_known else required
        needed = required + max(0, required - before)
        found = longest.get(week, 0)
        if before >= required or found >= needed:
            continue
        yield on_road(
            Finding(
                rule=WEEKLY_REST,
                paragraph=COMPENSATION_PARAGRAPH,
                severity=Severity.BREACH,
                employee=person.number,
                days=days_of_weeks({week}),
                amount=needed - found,
                text_key="weekly_rest_compensation",
                values=(("found_minutes", found), ("required_minutes", needed)),
            ),
            road(context.book, person.number, CENTRAL),
        )


def _short_windows(
    context: Context, person: Employee, gaps: list[tuple[int, int]], required: int
) -> Iterator[Finding]:
    """The worst seven days that start in each week, where they hold too short a rest."""
    worst: dict[int, tuple[int, int]] = {}
    for start in _critical_starts(context, person, gaps):
        found = _longest_inside(context, gaps, start)
        week = max(0, start // WEEK_MINUTES)
        if found < required:
            worst[week] = min(worst.get(week, (found, start)), (found, start))
    for found, start in worst.values():
        days = _days_of_window(context, start)
        yield _shortened(context, person, days, found, required, "weekly_rest_rolling")


def _critical_starts(context: Context, person: Employee, gaps: list[tuple[int, int]]) -> list[int]:
    """Starts among which the seven days with the shortest rest must be.

    Between them the longest rest inside grows or shrinks steadily: the corners lie where work
    begins, where rest begins at the window's end, and where the pieces of rest at both ends of the
    window are equal (half of the spring hour to either side where the clock changes in one).
    """
    first, last = _horizon(context, person)
    earliest, latest = max(first, 1 - WEEK_MINUTES), last - WEEK_MINUTES
    if context.unit.is_cyclic:
        earliest, latest = 0, context.calendar.day_count * MINUTES_PER_DAY - 1
    found = {earliest, latest}
    begins = [start for start, _ in gaps]
    for start, end in gaps:
        found.update((end, start - WEEK_MINUTES))
        low = bisect_left(begins, 2 * start + WEEK_MINUTES - end)
        high = bisect_right(begins, end + WEEK_MINUTES)
        for other in begins[low:high]:
            middle = (end + other - WEEK_MINUTES) // 2
            found.update((middle - 30, middle, middle + 30))
    return sorted(start for start in found if earliest <= start <= latest)


def _longest_inside(context: Context, gaps: list[tuple[int, int]], start: int) -> int:
    """The longest piece of rest inside the seven days from `start`."""
    stop = start + WEEK_MINUTES
    longest = 0
    place = max(0, bisect_right(gaps, (start, stop)) - 1)
    for gap_start, gap_end in itertools.islice(gaps, place, None):
        if gap_start >= stop:
            break
        inside = context.calendar.rest_minutes(max(gap_start, start), min(gap_end, stop))
        longest = max(longest, inside)
    return longest


def _days_of_window(context: Context, start: int) -> tuple[int, ...]:
    """The plan's days that the seven days from `start` touch."""
    touched = range(start // MINUTES_PER_DAY, (start + WEEK_MINUTES - 1) // MINUTES_PER_DAY + 1)
    folded = {context.plan_day(day) for day in touched}
    return tuple(sorted(day for day in folded if 0 <= day < context.calendar.day_count))

"""The Sunday and red-day rule of AML § 10-8 (4), in both its forms.

Form 1: after a worked Sunday or red day the next one is free. Form 2, by written agreement: on average
over 26 weeks at most every second one is worked, and in every 4 weeks at least one weekly rest includes
a free Sunday or red day. Worked means any work inside the day's own zone of § 10-10. The average is
taken over every 26 weeks (a cyclic rota repeated; a dated one that is shorter as a whole); weeks in
which the person is not employed count as free.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_DAY, Employee
from heiltid.model import SUNDAY as SUNDAY_NUMBER
from heiltid.rules.agreements import SUNDAY, road
from heiltid.rules.context import Context, Worked
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.rule import Rule
from heiltid.rules.spells import Spell, spells
from heiltid.rules.weeks import windows

NAME = "sunday_rest"
LONGEST_SHIFT_DAYS = 3  # one shift a day: work in a zone started at most so many shifts before its end
SHORTEST_RUN = 3  # Sundays told as so many on end; two are told as a pair
WEEK_MINUTES = DAYS_PER_WEEK * MINUTES_PER_DAY


_Neighbours: TypeAlias = tuple[int | None, Worked | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SundayLine:
    """One person's Sundays and red days, in order: which there are, which she works, what lies around."""

    days: tuple[int, ...]  # of the plan and, in a dated rota, of the history (negative)
    worked: frozenset[int]
    free: dict[int, _Neighbours]  # of each free day the end of the work before it, the work after it


def sunday_line(context: Context, person: Employee) -> SundayLine:
    """What the rule looks at."""
    first = 0 if context.unit.is_cyclic else -len(context.row(person).history)
    days = context.calendar.sundays(first)
    around = context.around(person)
    starts = [entry.start for entry in around]
    worked: set[int] = set()
    free: dict[int, _Neighbours] = {}
    for day in days:
        zone_start, zone_end = context.calendar.zone_of(day)
        after = bisect_left(starts, zone_end)
        ends = [entry.end for entry in around[max(0, after - LONGEST_SHIFT_DAYS) : after]]
        if any(end > zone_start for end in ends):
            worked.add(day)
        else:
            free[day] = (max(ends, default=None), around[after] if after < len(around) else None)
    return SundayLine(days=days, worked=frozenset(worked), free=free)


def _rest_around(context: Context, day: int, neighbours: _Neighbours, is_rolling: bool) -> int:
    """The rest that includes a free day; inside its calendar week unless the rolling option is on."""
    ended, following = neighbours
    first = context.calendar.week(day) * WEEK_MINUTES
    last = first + WEEK_MINUTES
    if is_rolling:
        first, last = first - WEEK_MINUTES, last + WEEK_MINUTES
    start = first if ended is None else max(first, ended)
    end = last if following is None else min(last, following.start)
    return context.calendar.rest_minutes(start, end)


def sunday_rest(context: Context, person: Employee) -> Iterator[Finding]:
    """Nothing in form 1; in form 2 the agreement it needs; beyond it a breach."""
    line = sunday_line(context, person)
    pairs = _worked_in_a_row(context, line)
    if not pairs:
        return
    way = road(context.book, person.number, SUNDAY)
    breaches = (
        [] if way.agreement is None else [*_average(context, person, line), *_weekly(context, person, line)]
    )
    yield from breaches
    if not breaches:
        yield Finding(
            rule=NAME,
            paragraph=SUNDAY,
            severity=way.severity,
            employee=person.number,
            days=tuple(sorted({day for pair in pairs for day in pair if day >= 0})),
            amount=len(pairs),
            unit="times",
            text_key="sunday_rest_refused" if way.agreement is None else "sunday_rest_agreement",
            values=_run_values(context, pairs),
            agreement=way.agreement,
            signer=way.signer,
            signed=way.signed,
        )


def _worked_in_a_row(context: Context, line: SundayLine) -> list[tuple[int, int]]:
    """Neighbouring Sundays or red days that are both worked, the later one in the plan."""
    following = list(zip(line.days, line.days[1:], strict=False))
    if context.unit.is_cyclic and line.days:
        following.append((line.days[-1], line.days[0]))
    return [
        (day, after) for day, after in following if after >= 0 and day in line.worked and after in line.worked
    ]


def _run_values(context: Context, pairs: Sequence[tuple[int, int]]) -> tuple[tuple[str, str | int], ...]:
    """What the words need where three or more are worked on end; nothing where there are pairs only."""
    following = dict(pairs)
    starts = following.keys() - set(following.values()) or {pairs[0][0]}  # none where all are worked
    lengths = [_run_length(following, start) for start in starts]
    if max(lengths) < SHORTEST_RUN:
        return ()
    is_red = any(context.calendar.weekday(day) != SUNDAY_NUMBER for pair in pairs for day in pair)
    return (
        ("form", "run" if len(lengths) == 1 else "runs"),
        ("longest", max(lengths)),
        ("kind_key", "sunday_run.red" if is_red else "sunday_run.sundays"),
    )


def _run_length(following: Mapping[int, int], start: int) -> int:
    """Days on end from the first; of a whole round each once."""
    length, day = 1, start
    while day in following and following[day] != start:
        length, day = length + 1, following[day]
    return length


def _average(context: Context, person: Employee, line: SundayLine) -> Iterator[Finding]:
    """Form 2, first half: at most every second one over every window."""
    length = context.book.value(NAME, "average_weeks", person.number)
    if length is None:
        return
    there = defaultdict(int, Counter(map(context.calendar.week, line.days)))
    worked = defaultdict(int, Counter(map(context.calendar.week, line.worked)))
    found = [
        (sum(map(worked.__getitem__, window)), sum(map(there.__getitem__, window)), window)
        for window in windows(context, person, int(length))
    ]
    most, total, window = max(found, key=lambda entry: entry[0] - entry[1] // 2)
    if most <= total // 2:
        return
    days = [day for day in line.days if day >= 0 and day in line.worked]
    yield _breach(
        person,
        "sunday_rest_average",
        tuple(day for day in days if context.calendar.week(day) in set(window)),
        (most - total // 2, "days"),
        (("worked", most), ("total", total), ("weeks", len(window))),
    )


def _weekly(context: Context, person: Employee, line: SundayLine) -> Iterator[Finding]:
    """Form 2, second half: a weekly rest with a free Sunday or red day in every 4 weeks."""
    every = context.book.value(NAME, "rest_every_weeks", person.number)
    if every is None:
        return
    needed = context.book.value("weekly_rest", "minutes", person.number) or 0
    before = 0 if context.unit.is_cyclic else len(context.row(person).history) // DAYS_PER_WEEK
    without = [True] * (before + context.unit.weeks)
    is_rolling = context.book.is_on("weekly_rest", "rolling", person.number)
    for day, neighbours in line.free.items():
        if _rest_around(context, day, neighbours, is_rolling) >= needed:
            without[context.calendar.week(day) + before] = False
    found = spells(without, ring=context.unit.is_cyclic)
    longest = max(found, key=lambda spell: (spell.endless, spell.length), default=None)
    if longest is None or not longest.exceeds(int(every) - 1) or longest.places[-1] < before:
        return
    yield _breach(
        person,
        "sunday_rest_weekly",
        _sundays_of(context, line, longest, before),
        (max(1, longest.length - int(every) + 1), "weeks"),
        (
            ("longest", max(longest.length, int(every))),
            ("every", int(every)),
            ("needed_minutes", int(needed)),
        ),
    )


def _sundays_of(context: Context, line: SundayLine, spell: Spell, before: int) -> tuple[int, ...]:
    inside = {place - before for place in spell.places}
    return tuple(day for day in line.days if day >= 0 and context.calendar.week(day) in inside)


def _breach(
    person: Employee,
    text_key: str,
    days: tuple[int, ...],
    amount: tuple[int, str],
    values: tuple[tuple[str, int], ...],
) -> Finding:
    return Finding(
        rule=NAME,
        paragraph=SUNDAY,
        severity=Severity.BREACH,
        employee=person.number,
        days=days,
        amount=amount[0],
        unit=amount[1],
        text_key=text_key,
        values=values,
    )


RULE = Rule(name=NAME, paragraph=SUNDAY, check_person=sunday_rest)

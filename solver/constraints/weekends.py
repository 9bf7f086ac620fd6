"""Weekends and Sundays: weekend_frequency, sunday_rest, and the soft rules about weekends."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from ortools.sat.python import cp_model

from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_DAY, SATURDAY, SUNDAY
from solver.constraints.weeks import touched_weeks, windows
from solver.frame import FREE_CODE, Frame
from solver.variables import Literal, Piece, split

SUNDAY_AGREEMENT = "10-8 (4)"
FRIDAY = 4


@dataclass(frozen=True, slots=True)
class WeekendCosts:
    """Weights of the soft weekend rules."""

    apart: int
    friday_night: int
    extra_beside: int
    three_in_row: int


def most_weekends(frame: Frame, p: int) -> int:
    """The most weekends the person may work in the rota, extra ones included."""
    person = frame.people[p]
    if person.weekend_every == 0:
        return 0
    if person.weekend_offset is not None:
        ordinary = len(offset_weeks(frame, p))
    else:
        ordinary = -(-frame.weeks // person.weekend_every)
    return min(frame.weeks, ordinary + person.extra_weekends)


def offset_weeks(frame: Frame, p: int) -> frozenset[int]:
    """Weeks (0-based) of the ordinary weekends of a person with a fixed first weekend."""
    person = frame.people[p]
    assert person.weekend_offset is not None
    k = person.weekend_every
    return frozenset(w for w in range(frame.weeks) if (w - (person.weekend_offset - 1)) % k == 0)


def weekend_frequency(piece: Piece, p: int, costs: WeekendCosts) -> None:
    """At most one weekend in k, plus the extra weekends; and how weekends should look (soft)."""
    frame = piece.frame
    person = frame.people[p]
    worked = {week: _worked(piece, p, week, costs) for week in range(frame.weeks)}
    if not any(not isinstance(literal, int) for literal in worked.values()):
        return
    if person.weekend_every == 0:
        piece.at_most(list(worked.values()), 0)
        return
    _three_in_row(piece, worked, costs.three_in_row)
    extra = _extra_weekends(piece, p, worked)
    ordinary: dict[int, Literal] = {}
    for week, literal in worked.items():
        if week in extra:
            ordinary[week] = _without(piece, literal, extra[week])
        else:
            ordinary[week] = literal
    if person.weekend_offset is not None:
        allowed = offset_weeks(frame, p)
        piece.at_most([lit for week, lit in ordinary.items() if week not in allowed], 0)
    else:
        _space(piece, p, ordinary)
    for week, literal in extra.items():
        for other in (week - 1, week + 1):
            beside = ordinary.get(other % frame.weeks if frame.is_cyclic else other)
            if beside is not None and frame.weeks > 1:
                piece.penalise(costs.extra_beside, piece.excess([literal, beside], 1))


def _worked(piece: Piece, p: int, week: int, costs: WeekendCosts) -> Literal:
    """The literal that says the weekend is worked; adds the costs of half a weekend."""
    saturday, sunday = (piece.work(p, week * DAYS_PER_WEEK + d) for d in (SATURDAY, SUNDAY))
    book, number = piece.frame.book, piece.frame.people[p].number
    friday_counts = book.is_on("weekend_frequency", "friday_night_counts", number)
    friday = piece.literals(p, week * DAYS_PER_WEEK + FRIDAY, piece.frame.nights)
    parts = [saturday, sunday, *(friday if friday_counts else [])]
    variables, ones = split(parts)
    if not variables:
        return int(ones > 0)
    worked = piece.model.new_bool_var("")
    if ones:
        piece.model.add(worked == 1)
    else:
        for literal in variables:
            piece.model.add_implication(literal, worked)
        piece.model.add_bool_or([*variables, worked.negated()])
    if costs.apart and book.is_on("weekend_together", employee=number):
        half = piece.model.new_bool_var("")
        piece.model.add(half >= saturday - sunday)
        piece.model.add(half >= sunday - saturday)
        piece.penalise(costs.apart, half)
    if costs.friday_night and book.is_on("free_weekend_friday", employee=number):
        alone = piece.model.new_bool_var("")
        for night in friday:
            piece.model.add(alone >= night - worked)
        if friday:
            piece.penalise(costs.friday_night, alone)
    return worked


def _three_in_row(piece: Piece, worked: dict[int, Literal], cost: int) -> None:
    """A cost for every three weekends on end (soft)."""
    if not cost:
        return
    line = [worked[week] for week in range(piece.frame.weeks)]
    around = [*line, *line[:2]] if piece.frame.is_cyclic else line
    for three in zip(around, around[1:], around[2:], strict=False):
        piece.penalise(cost, piece.excess(three, 2))


def _extra_weekends(piece: Piece, p: int, worked: dict[int, Literal]) -> dict[int, cp_model.IntVar]:
    """Which worked weekends count as extra; at most `extra_weekends` in the rota."""
    most = piece.frame.people[p].extra_weekends
    if most == 0:
        return {}
    extra = {}
    for week, literal in worked.items():
        if not isinstance(literal, int) or literal == 1:
            extra[week] = piece.model.new_bool_var("")
            piece.model.add(extra[week] <= literal)
    piece.at_most(list(extra.values()), most)
    return extra


def _without(piece: Piece, worked: Literal, extra: cp_model.IntVar) -> cp_model.IntVar:
    ordinary = piece.model.new_bool_var("")
    piece.model.add(ordinary == worked - extra)
    return ordinary


def _space(piece: Piece, p: int, ordinary: dict[int, Literal]) -> None:
    """Ordinary weekends lie at least k weeks apart, across the seam where k divides the rota."""
    frame = piece.frame
    k = frame.people[p].weekend_every
    wraps = frame.is_cyclic and frame.weeks % k == 0
    if wraps:
        stretches = [[(start + i) % frame.weeks for i in range(k)] for start in range(frame.weeks)]
    else:
        stretches = [list(range(s, min(s + k, frame.weeks))) for s in range(-k + 1, frame.weeks)]
    last_ordinary = _last_ordinary(piece, p)
    for window in stretches:
        literals = [ordinary[w] for w in window if w >= 0]
        if last_ordinary is not None and last_ordinary in window:
            literals.append(1)
        piece.at_most(literals, 1)
    if not wraps:
        piece.at_most(list(ordinary.values()), -(-frame.weeks // k))


def _last_ordinary(piece: Piece, p: int) -> int | None:
    """The last ordinary weekend before a dated rota: the first one worked there counts as ordinary."""
    k = piece.frame.people[p].weekend_every
    last: int | None = None
    for week in range(-piece.frame.history_weeks(p), 0):
        days = (week * DAYS_PER_WEEK + d for d in (SATURDAY, SUNDAY))
        worked = any(piece.fixed_code(p, day) != FREE_CODE for day in days)
        if worked and (last is None or week - last >= k):
            last = week
    return last


def sunday_rest(piece: Piece, p: int) -> None:
    """AML 10-8 (4): the next Sunday/red day free, or by agreement half of them over 26 weeks."""
    frame = piece.frame
    number = frame.people[p].number
    by_agreement = frame.book.may_use(SUNDAY_AGREEMENT, number)
    sundays = _sunday_days(frame, p)
    literals = {day: _zone_work(piece, p, day) for day in sundays}
    if not any(not isinstance(literal, int) for literal in literals.values()):
        return
    if by_agreement:
        _every_second(piece, p, literals)
        _free_weekends(piece, p)
    else:
        days = sorted(literals)
        pairs = list(itertools.pairwise(days))
        if frame.is_cyclic and days:
            pairs.append((days[-1], days[0]))
        for first, second in pairs:
            if first != second:
                piece.at_most([literals[first], literals[second]], 1)
            else:
                piece.at_most([literals[first]], 0)


def _sunday_days(frame: Frame, p: int) -> list[int]:
    """Sundays and red days of the rota, with those of the history of a dated one."""
    first = -frame.history_weeks(p) * DAYS_PER_WEEK
    return [day for day in range(first, frame.days) if frame.calendar.is_sunday_like(day)]


def _zone_work(piece: Piece, p: int, day: int) -> Literal:
    """The literal that says some work falls in the Sunday/red-day zone of the day."""
    frame = piece.frame
    start, end = frame.calendar.zone_of(day)
    parts: list[Literal] = []
    for at in (day - 2, day - 1, day):
        codes = [
            code
            for code, shift in enumerate(frame.shifts)
            if at * MINUTES_PER_DAY + shift.start_minute < end
            and at * MINUTES_PER_DAY + shift.end_minute > start
        ]
        parts.extend(piece.literals(p, at, codes))
    variables, ones = split(parts)
    if ones or not variables:
        return int(ones > 0)
    worked = piece.model.new_bool_var("")
    for literal in variables:
        piece.model.add_implication(literal, worked)
    return worked


def _every_second(piece: Piece, p: int, literals: dict[int, Literal]) -> None:
    frame = piece.frame
    value = frame.book.value("sunday_rest", "average_weeks", frame.people[p].number)
    if value is None:
        return
    average_weeks = int(value)
    of_week: dict[int, list[Literal]] = {}
    for day, literal in literals.items():
        of_week.setdefault(day // DAYS_PER_WEEK, []).append(literal)
    for weeks in windows(frame, p, average_weeks):
        window = [literal for week in weeks for literal in of_week.get(week, ())]
        variables, ones = split(window)
        if variables and len(window) // 2 < len(variables) + ones:
            piece.model.add(cp_model.LinearExpr.sum(variables) + ones <= len(window) // 2)


def _free_weekends(piece: Piece, p: int) -> None:
    """At least one weekend free of work in every 4 weeks: it holds the weekly rest on a Sunday."""
    frame = piece.frame
    value = frame.book.value("sunday_rest", "rest_every_weeks", frame.people[p].number)
    if value is None:
        return
    every = int(value)
    mine = set(touched_weeks(piece, p))
    literals = {w: _any_weekend_work(piece, p, w) for w in range(-frame.history_weeks(p), frame.weeks)}
    for window in windows(frame, p, every):
        if len(window) >= every and mine & set(window):
            once = sorted(set(window))
            piece.at_most([literals[week] for week in once], len(once) - 1)


def _any_weekend_work(piece: Piece, p: int, week: int) -> Literal:
    parts = [piece.work(p, week * DAYS_PER_WEEK + d) for d in (SATURDAY, SUNDAY)]
    variables, ones = split(parts)
    if ones or not variables:
        return int(ones > 0)
    worked = piece.model.new_bool_var("")
    for literal in variables:
        piece.model.add_implication(literal, worked)
    return worked

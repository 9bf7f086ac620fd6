"""Limits per week: weekly_rest, weekly_hours, average_weekly_hours, night_average."""

from __future__ import annotations

from ortools.sat.python import cp_model

from heiltid.model import DAYS_PER_WEEK, MINUTES_PER_DAY
from solver.constraints.succession import REST, touched
from solver.frame import FREE_CODE, UNLIMITED, Frame
from solver.variables import Piece

INDIVIDUAL, LOCAL = "10-5 (1)", "10-5 (2)"
ROLLING_DAYS = 5


def touched_weeks(piece: Piece, p: int) -> list[int]:
    """Rotation weeks with a free cell."""
    return sorted({day // DAYS_PER_WEEK for day in piece.free_days.get(p, ())})


def weekly_rest(piece: Piece, p: int) -> None:
    """AML 10-8 (2): one of the candidate rests of the week is really long enough.

    A candidate is one free day, or two in a row; the rest lies inside Monday 00 - Sunday 24.
    """
    frame, number = piece.frame, piece.frame.people[p].number
    value = frame.book.value("weekly_rest", "minutes", number)
    if value is None:
        return
    days = {piece.place(day) for d in piece.free_days.get(p, ()) for day in (d, d + 1)}
    for week in sorted({day // DAYS_PER_WEEK for day in days if day is not None}):
        first = week * DAYS_PER_WEEK
        bounds = first, first + DAYS_PER_WEEK
        candidates = _rest_candidates(piece, p, first, DAYS_PER_WEEK, bounds, int(value))
        if candidates is not None:
            piece.model.add_bool_or(candidates)
    if frame.book.is_on("weekly_rest", "rolling", number):
        _rolling_rest(piece, p, int(value))


def _rolling_rest(piece: Piece, p: int, required: int) -> None:
    """Any 168 h hold a weekly rest: of 35 h, or of 28 h where the agreement on it may be used.

    Two rests of r hours do it if the work between them lasts at most 168 - 2 r hours. Four days of
    work last less than 98 h, which does for 35 h; for 28 h they may be five, of at most 112 h from the
    first shift's start to the last one's end.
    """
    frame, number = piece.frame, piece.frame.people[p].number
    agreed = int(frame.book.value("weekly_rest", "agreed_minutes", number) or required)
    if agreed >= required or not frame.book.may_use(REST, number):
        for day in touched(piece, p, ROLLING_DAYS):
            _rest_within(piece, p, day, ROLLING_DAYS, required)
        return
    longest = DAYS_PER_WEEK * MINUTES_PER_DAY - 2 * agreed
    for day in touched(piece, p, ROLLING_DAYS + 1):
        _rest_within(piece, p, day, ROLLING_DAYS + 1, agreed)
        _long_stretch(piece, p, day, longest, agreed)


def _long_stretch(piece: Piece, p: int, day: int, longest: int, needed: int) -> None:
    """Shifts on the first and the fifth day that last longer than that have a rest between them."""
    shifts, last = piece.frame.shifts, day + ROLLING_DAYS - 1
    apart = (ROLLING_DAYS - 1) * MINUTES_PER_DAY
    candidates: list[cp_model.IntVar] | None = None
    for code, begin in enumerate(shifts):
        too_late = [
            t for t, end in enumerate(shifts) if apart + end.end_minute - begin.start_minute > longest
        ]
        both = piece.literals(p, day, (code,)), piece.literals(p, last, too_late)
        if not all(both) or all(isinstance(literal, int) for literals in both for literal in literals):
            continue
        if candidates is None:
            candidates = _rest_candidates(piece, p, day + 1, ROLLING_DAYS - 2, None, needed)
            if candidates is None:
                return
        first = [~literal for literal in both[0] if not isinstance(literal, int)]
        for literal in both[1]:
            second = [] if isinstance(literal, int) else [~literal]
            piece.model.add_bool_or([*candidates, *first, *second])


def _rest_within(piece: Piece, p: int, first: int, length: int, needed: int) -> None:
    candidates = _rest_candidates(piece, p, first, length, None, needed)
    if candidates is not None:
        piece.model.add_bool_or(candidates)


def _rest_candidates(
    piece: Piece, p: int, first: int, length: int, bounds: tuple[int, int] | None, needed: int
) -> list[cp_model.IntVar] | None:
    """Literals of the rests around the free days of a stretch; None: one of them is certain."""
    places = [(day, n) for n in (1, 2) for day in range(first, first + length + 1 - n)]
    found = []
    for place in places:
        candidate = _rest_candidate(piece, p, place, bounds, needed)
        if candidate is True:
            return None
        if candidate is not None and not isinstance(candidate, bool):
            found.append(candidate)
    return found


def _rest_candidate(
    piece: Piece, p: int, place: tuple[int, int], bounds: tuple[int, int] | None, needed: int
) -> cp_model.IntVar | bool | None:
    """A literal that implies the rest around `length` free days from `day`; True/None if constant."""
    day, length = place
    off = [piece.work(p, day + k) for k in range(length)]
    if any(isinstance(literal, int) and literal for literal in off):
        return None
    pairs = _too_short(piece, p, place, bounds, needed)
    if pairs is None:
        return None
    literal = piece.model.new_bool_var("")
    for work in off:
        if not isinstance(work, int):
            piece.model.add_implication(literal, work.negated())
    said_anything = any(not isinstance(work, int) for work in off)
    for before, after in pairs:
        clause = [~lit for lit in (before, after) if not isinstance(lit, int)]
        if not clause and not all(isinstance(lit, int) for lit in (before, after)):
            continue
        said_anything = True
        piece.model.add_bool_or([*clause, literal.negated()])
    if not said_anything:
        return True
    return literal


def _too_short(
    piece: Piece, p: int, place: tuple[int, int], bounds: tuple[int, int] | None, needed: int
) -> list[tuple[cp_model.IntVar | int, cp_model.IntVar | int]] | None:
    """Pairs of literals (shift before, shift after) between which the rest is too short.

    A constant 1 stands for a shift that is certain, or for no shift at all. None: always too short.
    bounds: days (first, end) the rest must lie within.
    """
    day, length = place
    first, end_day = bounds if bounds is not None else (day - DAYS_PER_WEEK, day + 2 * DAYS_PER_WEEK)
    earliest, latest = first * MINUTES_PER_DAY, end_day * MINUTES_PER_DAY
    befores = _options(piece, p, day - 1)
    if day == first:  # the rest starts on Monday 00:00 at the earliest, whatever Sunday held
        befores = [*(pair for pair in befores if pair[0] != FREE_CODE), (FREE_CODE, 1)]
    afters = _options(piece, p, day + length) if day + length < end_day else [(FREE_CODE, 1)]
    found = []
    for code, before in befores:
        start = day * MINUTES_PER_DAY
        if code == FREE_CODE and day > first:
            start = _free_since(piece, p, day - 1)
        elif code != FREE_CODE:
            start = max(earliest, (day - 1) * MINUTES_PER_DAY + piece.frame.shifts[code].end_minute)
        for following, after in afters:
            end = min(latest, (day + length) * MINUTES_PER_DAY)
            if following != FREE_CODE:
                end = (day + length) * MINUTES_PER_DAY + piece.frame.shifts[following].start_minute
            elif day + length < end_day:
                continue  # a further free day: the two-day candidate, or a longer rest, covers it
            if piece.frame.calendar.rest_minutes(start, end) < needed:
                if isinstance(before, int) and isinstance(after, int):
                    return None
                found.append((before, after))
    return found


def _free_since(piece: Piece, p: int, day: int) -> int:
    """The minute from which a day that is certain to be free is free of what began the day before."""
    ends = [
        piece.frame.shifts[code].end_minute for code, _ in _options(piece, p, day - 1) if code != FREE_CODE
    ]
    return max([day * MINUTES_PER_DAY, *((day - 1) * MINUTES_PER_DAY + end for end in ends)])


def _options(piece: Piece, p: int, day: int) -> list[tuple[int, cp_model.IntVar | int]]:
    """(code, literal) of all that may stand on a day; FREE_CODE only where it is certain."""
    cell = piece.cell(p, day)
    if cell is not None:
        return list(cell.items())
    return [(piece.fixed_code(p, day), 1)]


def weekly_hours_cap(frame: Frame, p: int) -> int:
    """Most paid minutes in a week by the agreements that may be used."""
    number = frame.people[p].number
    if frame.book.may_use(LOCAL, number):
        name = "local_minutes"
    elif frame.book.may_use(INDIVIDUAL, number):
        name = "individual_minutes"
    else:
        name = "ordinary_minutes"
    value = frame.book.value("weekly_hours", name, number)
    return UNLIMITED if value is None else int(value)


def weekly_hours(piece: Piece, p: int) -> None:
    """AML 10-5: the cap of a single week."""
    cap = weekly_hours_cap(piece.frame, p)
    for week in touched_weeks(piece, p):
        _cap_weeks(piece, p, [week], cap)


def average_weekly_hours(piece: Piece, p: int) -> None:
    """AML 10-5, 10-6 (8): 48 h a week on average over every 8 weeks."""
    number = piece.frame.people[p].number
    weeks = piece.frame.book.value("average_weekly_hours", "weeks", number)
    minutes = piece.frame.book.value("average_weekly_hours", "minutes", number)
    if weeks is not None and minutes is not None:
        _cap_windows(piece, p, int(weeks), int(minutes))


def night_average(piece: Piece, p: int) -> None:
    """AML 10-11: night workers' hours in 4 weeks (held for all who may work nights)."""
    frame = piece.frame
    number = frame.people[p].number
    above = int(frame.book.value("night_average", "night_shift_above_minutes", number) or 0)
    night_codes = [
        code
        for code, shift in enumerate(frame.shifts)
        if frame.calendar.night_minutes(shift.start_minute, shift.end_minute) > above
    ]
    if not any(piece.literals(p, day, night_codes) for day in range(frame.days)):
        return
    weeks = frame.book.value("night_average", "weeks", number)
    total = frame.book.value("night_average", "minutes", number)
    if weeks is not None and total is not None:
        _cap_windows(piece, p, int(weeks), int(total) // int(weeks))


def _cap_windows(piece: Piece, p: int, length: int, average: int) -> None:
    """Every `length` consecutive weeks hold at most length x average minutes."""
    mine = set(touched_weeks(piece, p))
    for window in windows(piece.frame, p, length):
        if mine & set(window):
            _cap_weeks(piece, p, window, len(window) * average)


def windows(frame: Frame, p: int, length: int) -> list[list[int]]:
    """Stretches of `length` weeks: round the seam of a cyclic rota, into the history of a dated one.

    Where a dated rota is too short for even one, its own weeks together.
    """
    if frame.is_cyclic:
        return [[(start + k) % frame.weeks for k in range(length)] for start in range(frame.weeks)]
    first = max(-frame.history_weeks(p), 1 - length)
    found = [list(range(s, s + length)) for s in range(first, frame.weeks - length + 1)]
    return found or [list(range(frame.weeks))]


def _cap_weeks(piece: Piece, p: int, weeks: list[int], cap: int) -> None:
    """At most `cap` paid minutes in these weeks (a week may be named more than once)."""
    days = [week * DAYS_PER_WEEK + k for week in weeks for k in range(DAYS_PER_WEEK)]
    variables, coefficients, constant = piece.minutes(p, days)
    if not variables:
        return
    daily = max(coefficients)
    if constant + daily * len(days) * 6 // DAYS_PER_WEEK + daily <= cap:
        return  # cannot be reached with a free day a week
    expression = cp_model.LinearExpr.weighted_sum(variables, coefficients)
    piece.model.add(expression <= max(0, cap - constant))

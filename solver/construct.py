"""A complete rota soon: windows of weeks one after the other, each knowing those before it.

A window may leave the later days empty, because every hard rule only forbids work; what must lie
there (locked cells) is there from the start. Hours are elastic: each window pulls everybody towards
her share of the hours aimed at, so that the last one need not make up for all.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np
from ortools.sat.python import cp_model

from heiltid.model import DAYS_PER_WEEK, SATURDAY
from solver.build import Workshop, add_goals, hours_variable, lawful_piece
from solver.effort import Effort
from solver.frame import Roster
from solver.variables import Mask, Piece
from solver.weekend_pattern import weekend_pattern

WEEKEND_SHARE = 0.3  # of the effort, for the pattern of weekends
GOOD_ENOUGH = 0.2  # relative gap at which a window is left to the neighbourhoods
CELL_SECONDS = 0.002  # least for a window, by its free Boolean variables; most need less
PLAIN_SECONDS = 20.0  # for a window of which nothing but a lawful answer is asked
PULL_WEIGHT = 30  # cost of a minute away from the hours aimed at
CELLS_PER_WINDOW = 1_000  # free Boolean variables a window may have


def window_weeks(shop: Workshop) -> int:
    """How many weeks a window may hold for its model to stay small."""
    frame = shop.frame
    per_week = sum(len(codes) for line in frame.allowed for codes in line) / max(1, frame.weeks)
    return max(1, min(frame.weeks, int(CELLS_PER_WINDOW / max(1.0, per_week))))


def windows(weeks: int, length: int) -> list[range]:
    """Weeks in windows of nearly equal length, at most `length`."""
    count = -(-weeks // length)
    edges = [round(i * weeks / count) for i in range(count + 1)]
    return [range(edges[i], edges[i + 1]) for i in range(count)]


def construct(
    shop: Workshop, aims: Sequence[int], effort: Effort, on_window: Callable[[float], None]
) -> Roster | None:
    """A roster in which every rule about days holds; hours may lie outside their limits.

    aims: minutes of each person in the whole rota. on_window(fraction) tells how far it has come.
    None when some window has no lawful answer.
    """
    frame = shop.frame
    roster = frame.empty_roster()
    forced = _forced_cells(shop)
    is_open = np.array([aim > 0 for aim in aims], dtype=bool) | forced.any(axis=1)
    begun = time.monotonic()
    weekends = weekend_pattern(shop, roster, is_open, effort.part(WEEKEND_SHARE))
    if weekends is None:
        return None
    parts = windows(frame.weeks, window_weeks(shop))
    left = effort.part(1 - WEEKEND_SHARE)
    if not effort.deterministic:
        spent = time.monotonic() - begun
        left = replace(effort, seconds=max(left.seconds, effort.seconds - spent))
    for done, weeks in enumerate(parts):
        free = _free_cells(roster, weekends, weeks, is_open)
        free[:, weeks.start * DAYS_PER_WEEK :] |= forced[:, weeks.start * DAYS_PER_WEEK :]
        started = time.monotonic()
        found = _window(shop, roster, free, weeks, aims, _part_of_window(shop, free, left, len(parts) - done))
        if found is None or effort.stop.is_thrown:
            return None
        if not effort.deterministic:
            left = replace(left, seconds=max(0.5, left.seconds - (time.monotonic() - started)))
        roster = found
        on_window((done + 1) / len(parts))
    return roster


def _part_of_window(shop: Workshop, free: Mask, left: Effort, windows_left: int) -> Effort:
    """A window's part of what is left, and never too little to place the hours: mending them costs more."""
    part = left.part(1.5 / windows_left)
    if left.deterministic:
        return part
    cells = sum(len(shop.frame.allowed[p][day]) for p, day in np.argwhere(free).tolist())
    return replace(part, seconds=max(cells * CELL_SECONDS, part.seconds))


def _forced_cells(shop: Workshop) -> Mask:
    """Cells that must carry a shift: every window keeps those to come possible."""
    frame = shop.frame
    forced = np.zeros((len(frame.people), frame.days), dtype=bool)
    for p, day in frame.forced_work:
        forced[p, day] = True
    return forced


def _free_cells(roster: Roster, weekends: Mask, weeks: range, is_open: Mask) -> Mask:
    """The window's weekdays for everybody, its weekends for those whose turn it is."""
    free = np.zeros(roster.shape, dtype=bool)
    for week in weeks:
        first = week * DAYS_PER_WEEK
        free[is_open, first : first + SATURDAY] = True
        free[weekends[:, week], first + SATURDAY : first + DAYS_PER_WEEK] = True
    return free


def _window(
    shop: Workshop, roster: Roster, free: Mask, weeks: range, aims: Sequence[int], effort: Effort
) -> Roster | None:
    """Staffs the weeks without a thought for calm, which takes a third of the time it takes with it."""
    first, last = weeks.start * DAYS_PER_WEEK, weeks.stop * DAYS_PER_WEEK
    piece = lawful_piece(shop, roster, free, soft_rules=False)
    add_goals(shop, piece, list(range(first, last)))
    for p in piece.people:
        _pull_hours(shop, piece, p, last, aims[p])
    piece.minimise()
    answer = effort.solve(piece.model, patience=effort.seconds * 0.6, gap=GOOD_ENOUGH, linear=True)
    return piece.read(answer.solver) if answer.found else _any_answer(shop, roster, free, effort)


def _any_answer(shop: Workshop, roster: Roster, free: Mask, effort: Effort) -> Roster | None:
    """A lawful window without goals, when the time was too short for one with them."""
    piece = lawful_piece(shop, roster, free, soft_rules=False)
    answer = replace(effort, seconds=PLAIN_SECONDS).alone().solve(piece.model)
    return piece.read(answer.solver) if answer.found else None


def construct_by_person(shop: Workshop, effort: Effort) -> Roster | None:
    """A roster made line by line: slower to staff well, but it exists wherever every line does."""
    roster = shop.frame.empty_roster()
    for p in range(len(shop.frame.people)):
        free = np.zeros(roster.shape, dtype=bool)
        free[p] = True
        piece = lawful_piece(shop, roster, free, soft_rules=False)
        if not piece.people:
            continue
        add_goals(shop, piece)
        hours_variable(shop, piece, p)
        piece.minimise()
        answer = effort.part(1 / len(shop.frame.people)).solve(piece.model, gap=0.05)
        if not answer.found:
            found = _any_answer(shop, roster, free, effort)
            if found is None or effort.stop.is_thrown:
                return None
            roster = found
        else:
            roster = piece.read(answer.solver)
    return roster


def _pull_hours(shop: Workshop, piece: Piece, p: int, last: int, aim: int) -> None:
    """Pulls the hours worked until `last` to the person's share; never above her most hours."""
    frame = shop.frame
    person = frame.people[p]
    present = [frame.calendar.is_present(person, day) for day in range(frame.days)]
    variables, coefficients, constant = piece.minutes(p, range(last))
    if not variables:
        return
    later = sum(int(frame.paid[piece.base[p, day]]) for day in range(last, frame.days))
    laid_over = int(frame.laid_over_minutes[p])
    total = cp_model.LinearExpr.weighted_sum(variables, coefficients) + constant
    piece.model.add(total + later + laid_over <= max(frame.limits[p].high, constant + later + laid_over))
    part = sum(present[:last]) / max(1, sum(present))
    wanted = round((aim - laid_over) * part)
    away = piece.model.new_int_var(0, 10_000_000, "")
    piece.model.add(away >= total - wanted)
    piece.model.add(away >= wanted - total)
    piece.penalise(PULL_WEIGHT, away)

"""Ordinary hours, AML 10-4 (5) and (6): who works day, evening and night in turn has shorter weeks."""

from __future__ import annotations

from ortools.sat.python import cp_model

from heiltid.calendar import Calendar
from heiltid.model import MINUTES_PER_DAY, ShiftKind
from solver.variables import Piece, split

DAY_KINDS = frozenset({ShiftKind.DAY, ShiftKind.LONG})
EVENING_KINDS = frozenset({ShiftKind.EVENING, ShiftKind.LONG})
NIGHT_KINDS = frozenset({ShiftKind.NIGHT})
SUNDAY_TENTHS, NIGHT_TENTHS = 10, 15  # minutes an hour counts beyond its sixty


def ordinary_hours(piece: Piece, p: int, minutes: cp_model.IntVar) -> None:
    """Holds a whole line: with all three parts it has 40 h less its Sunday and night hours' extra.

    minutes: the line's paid minutes. Lines with fewer parts are bounded by their limits alone.
    """
    caps = piece.frame.three_part_caps(p)
    if caps is None or piece.frame.limits[p].high <= caps[0]:
        return
    parts = [_has(piece, p, kinds) for kinds in (DAY_KINDS, EVENING_KINDS, NIGHT_KINDS)]
    if any(isinstance(part, int) and not part for part in parts):
        return
    variables, ones = split(parts)
    three = piece.model.new_bool_var("")
    piece.model.add(three >= cp_model.LinearExpr.sum(variables) + ones - 2)
    floor, ceiling = caps
    within_floor = piece.model.new_bool_var("")
    piece.model.add(minutes <= floor).only_enforce_if(three, within_floor)
    extra, constant = _extra(piece, p)
    limit = 60 * ceiling - constant
    piece.model.add(60 * minutes + extra <= limit).only_enforce_if(three, ~within_floor)


def _has(piece: Piece, p: int, kinds: frozenset[ShiftKind]) -> cp_model.IntVar | int:
    """Whether the line holds a shift of these kinds."""
    codes = [code for code, shift in enumerate(piece.frame.shifts) if shift.kind in kinds]
    literals = [lit for day in range(piece.frame.days) for lit in piece.literals(p, day, codes)]
    variables, ones = split(literals)
    if ones or not variables:
        return int(ones > 0)
    found = piece.model.new_bool_var("")
    for literal in variables:
        piece.model.add_implication(literal, found)
    return found


def _extra(piece: Piece, p: int) -> tuple[cp_model.LinearExpr | int, int]:
    """Sixtieths of a minute the line's Sunday and night hours count beyond their length."""
    calendar = piece.frame.calendar
    variables, weights, constant = [], [], 0
    for day in range(piece.frame.days):
        cell = piece.cell(p, day)
        if cell is None:
            code = piece.fixed_code(p, day)
            constant += _extra_of(piece, calendar, day, code) if code >= 0 else 0
            continue
        for code, literal in cell.items():
            variables.append(literal)
            weights.append(_extra_of(piece, calendar, day, code))
    return (cp_model.LinearExpr.weighted_sum(variables, weights) if variables else 0), constant


def _extra_of(piece: Piece, calendar: Calendar, day: int, code: int) -> int:
    shift = piece.frame.shifts[code]
    start = day * MINUTES_PER_DAY + shift.start_minute
    end = day * MINUTES_PER_DAY + shift.end_minute
    night = calendar.night_minutes(start, end)
    return SUNDAY_TENTHS * calendar.sunday_outside_night_minutes(start, end) + NIGHT_TENTHS * night

"""What does not fit in a unit as it is being filled in, everything at once.

The same limits as the workbook's reader: a unit without problems can be written as a workbook and read
again. A unit that is only not finished yet (no people, no demand) has no problem.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from heiltid.edits.list_problems import absences, agreements, overrides, wishes
from heiltid.edits.notes import Notes, date_text
from heiltid.edits.problem import EditProblem
from heiltid.edits.staff_problems import employees
from heiltid.model import FULL_TIME_BP, MINUTES_PER_DAY, DemandRow, ShiftType, Unit
from heiltid.problem_text import clock_text
from heiltid.ranges import (
    FULL_TIME_WEEKS_MINUTES,
    MOST_BREAK_MINUTES,
    MOST_FULL_TIME_EQUIVALENTS,
    MOST_PEOPLE,
    MOST_RESIDENTS,
    MOST_WEEKS,
)
from heiltid.rulebook import book_names
from heiltid.spelling import LIKE_CODE


def unit_problems(unit: Unit) -> tuple[EditProblem, ...]:
    """Every problem of the unit, part by part and row by row; empty when it fits."""
    parts: tuple[tuple[str, Callable[[Unit, Notes], None]], ...] = (
        ("unit", _keys),
        ("competences", _competences),
        ("shifts", _shifts),
        ("demand", _demand),
        ("employees", employees),
        ("wishes", wishes),
        ("absences", absences),
        ("agreements", agreements),
        ("overrides", overrides),
    )
    found: list[EditProblem] = []
    for name, look in parts:
        notes = Notes(name)
        look(unit, notes)
        found += notes.problems
    return tuple(found)


def _keys(unit: Unit, notes: Notes) -> None:
    notes.text(None, "name", unit.name)
    notes.text(None, "municipality", unit.municipality)
    notes.day(None, "start", unit.start)
    if unit.start.weekday() != 0:
        monday = unit.start - timedelta(days=unit.start.weekday())
        shown = date_text(unit.start)
        notes.add("problem.start_not_monday", None, "start", found=shown, suggestion=date_text(monday))
    notes.whole(None, "weeks", unit.weeks, 1, MOST_WEEKS)
    notes.whole(None, "residents", unit.residents, 0, MOST_RESIDENTS)
    notes.share(None, "small_position_below_bp", unit.small_position_below_bp)
    week = unit.full_time_week_minutes
    if week is not None and week not in FULL_TIME_WEEKS_MINUTES:
        notes.add("edit_problem.full_time_week", None, "full_time_week_minutes", found=clock_text(week))
    budget = unit.fte_budget_bp
    if budget is not None and not 0 <= budget <= MOST_FULL_TIME_EQUIVALENTS * FULL_TIME_BP:
        shown = f"{budget / FULL_TIME_BP:g}"
        notes.add(
            "problem.fte", None, "fte_budget_bp", found=shown, allowed=f"0..{MOST_FULL_TIME_EQUIVALENTS}"
        )
    if unit.rule_book not in book_names():
        notes.add("problem.choice", None, "rule_book", found=unit.rule_book, allowed=", ".join(book_names()))


def _competences(unit: Unit, notes: Notes) -> None:
    names = [entry.name for entry in unit.competences]
    notes.twice_by_meaning("name", names)
    for row, entry in enumerate(unit.competences):
        if not entry.name.strip():
            notes.add("edit_problem.empty", row, "name")
        if "," in entry.name or ";" in entry.name:
            notes.add("edit_problem.comma", row, "name", found=entry.name)
        notes.text(row, "name", entry.name)
        for covered in sorted(entry.covers):
            notes.competence(row, "covers", covered, names)


def _shifts(unit: Unit, notes: Notes) -> None:
    names = [entry.name for entry in unit.competences]
    notes.twice("code", [shift.code for shift in unit.shifts])
    for row, shift in enumerate(unit.shifts):
        notes.code(row, "code", shift.code)
        notes.text(row, "name", shift.name)
        notes.competence(row, "competence", shift.competence, names)
        _clock(notes, row, shift)


def _clock(notes: Notes, row: int, shift: ShiftType) -> None:
    notes.clock(row, "start_minute", shift.start_minute, 0, MINUTES_PER_DAY - 1)
    if not 0 < shift.length_minutes <= MINUTES_PER_DAY:
        _end_problem(notes, row, shift.start_minute, shift.end_minute)
        return
    longest = min(MOST_BREAK_MINUTES, shift.length_minutes - 1)
    notes.whole(row, "unpaid_break_minutes", shift.unpaid_break_minutes, 0, longest)


def _end_problem(notes: Notes, row: int, start: int, end: int) -> None:
    found, allowed = clock_text(end), clock_text(start)
    notes.add("edit_problem.end_after_start", row, "end_minute", found=found, allowed=allowed)


def _demand(unit: Unit, notes: Notes) -> None:
    names = [entry.name for entry in unit.competences]
    codes = [shift.code for shift in unit.shifts]
    for row, demand in enumerate(unit.demand):
        if not (demand.days.weekdays or demand.days.red or demand.days.dates):
            notes.add("edit_problem.no_days", row, "days")
        for when in sorted(demand.days.dates):
            notes.day(row, "days", when)
        notes.mention("problem.shift_unknown", row, "shift", demand.shift, codes, LIKE_CODE)
        notes.competence(row, "competence", demand.competence, names)
        _span(notes, row, demand)
        _counts(notes, row, demand)


def _span(notes: Notes, row: int, demand: DemandRow) -> None:
    """Either from and to, or a shift."""
    start, end = demand.start_minute, demand.end_minute
    if demand.shift is not None and (start, end) != (None, None):
        notes.add("problem.demand_time_and_shift", row, "shift", found=demand.shift)
    elif demand.shift is None and (start is None or end is None):
        notes.add("edit_problem.time_or_shift", row, "start_minute" if start is None else "end_minute")
    if start is None or end is None:
        return
    notes.clock(row, "start_minute", start, 0, MINUTES_PER_DAY - 1)
    if not 0 < end - start <= MINUTES_PER_DAY:
        _end_problem(notes, row, start, end)


def _counts(notes: Notes, row: int, demand: DemandRow) -> None:
    for field in ("minimum", "target", "maximum"):
        notes.whole(row, field, getattr(demand, field), 0, MOST_PEOPLE)
    if demand.target < demand.minimum:
        notes.add("problem.not_below", row, "target", found=str(demand.target), allowed=str(demand.minimum))
    floor = max(demand.minimum, demand.target)
    if demand.maximum is not None and demand.maximum < floor:
        notes.add("problem.not_below", row, "maximum", found=str(demand.maximum), allowed=str(floor))

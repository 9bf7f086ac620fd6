"""Edits of a plan's cells. A place is an employee's number and a day; -14..-1 are the days before Start.

An edit gives back the very same plan when nothing changed, and rows it did not touch are the same
values. Typing, clearing and locking change locked cells too: that is meant. What reaches many cells at
once (fill, move, swap, paste) goes around them and says which.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from heiltid.edits.blocks import block_from_text, text_from_block
from heiltid.edits.positions import position_from_hours, positions_from_hours, with_position
from heiltid.edits.problem import EditProblem, Where, cut
from heiltid.errors import HeiltidError, InternalError
from heiltid.model import DAYS_PER_WEEK, FREE, HISTORY_DAYS, Cell, Plan, PlanRow, Unit
from heiltid.notation import CellNotation, cell_text
from heiltid.spelling import MINUS_SIGNS, Known

__all__ = [
    "Changed",
    "Pasted",
    "Place",
    "UnknownCode",
    "block_from_text",
    "cell_at",
    "cell_from_text",
    "cleared",
    "copied",
    "filled_down_weeks",
    "locked",
    "moved",
    "moved_all",
    "pasted",
    "position_from_hours",
    "positions_from_hours",
    "swapped",
    "swapped_all",
    "text_of_cell",
    "with_cells",
    "with_position",
]

Place: TypeAlias = tuple[str, int]
_DASHES = frozenset("-" + MINUS_SIGNS)  # free, as people write it


class UnknownCode(HeiltidError):  # noqa: N818 - said of a text, not of the program
    """A text that is no cell of a rota. `suggestion`: the nearest one that is, if any."""

    def __init__(self, found: str, suggestion: str | None, allowed: str) -> None:
        super().__init__("a text that is no cell of a rota")
        self.found = found
        self.suggestion = suggestion
        self.allowed = allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A plan after an edit, and the locked places the edit went around."""

    plan: Plan
    skipped_locked: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """A plan after a paste; unchanged when any problem is not a mere warning."""

    plan: Plan
    problems: tuple[EditProblem, ...] = ()
    skipped_locked: tuple[Place, ...] = ()


def cell_at(row: PlanRow, day: int) -> Cell:
    """A cell of a row. Raises InternalError for a day it does not have."""
    if 0 <= day < len(row.cells):
        return row.cells[day]
    if -HISTORY_DAYS <= day < 0:
        return row.history[day] if row.history else FREE
    raise InternalError("an edit outside the days of the plan")


def with_cells(plan: Plan, changes: Mapping[Place, Cell]) -> Plan:
    """The plan with other cells in these places."""
    by_row: dict[str, dict[int, Cell]] = {}
    for (employee, day), cell in changes.items():
        by_row.setdefault(employee, {})[day] = cell
    rows = plan.row_of()
    if not by_row.keys() <= rows.keys():
        raise InternalError("an edit of somebody without a line in the plan")
    changed = {employee: _with_days(rows[employee], days) for employee, days in by_row.items()}
    if all(changed[employee] is rows[employee] for employee in changed):
        return plan
    return plan.with_rows(changed)


def _with_days(row: PlanRow, days: Mapping[int, Cell]) -> PlanRow:
    new = {day: cell for day, cell in days.items() if cell_at(row, day) != cell}
    if not new:
        return row
    cells, history = list(row.cells), list(row.history)
    for day, cell in new.items():
        if day >= 0:
            cells[day] = cell
        else:
            history = history or [FREE] * HISTORY_DAYS
            history[day] = cell
    return replace(row, cells=tuple(cells), history=tuple(history))


def cleared(plan: Plan, places: Iterable[Place]) -> Plan:
    """Free and unlocked in these places."""
    return with_cells(plan, dict.fromkeys(places, FREE))


def locked(plan: Plan, places: Iterable[Place], is_locked: bool) -> Plan:
    """The places locked or unlocked, their content as it was."""
    rows = plan.row_of()
    cells = {(who, day): cell_at(rows[who], day) for who, day in places}
    return with_cells(plan, {place: replace(cell, locked=is_locked) for place, cell in cells.items()})


def _around_locked(plan: Plan, wanted: Mapping[Place, Cell]) -> Changed:
    """The plan with the wanted cells, but for locked places that would get another content."""
    rows = plan.row_of()
    changes: dict[Place, Cell] = {}
    skipped: list[Place] = []
    for (employee, day), cell in wanted.items():
        now = cell_at(rows[employee], day)
        if not now.locked:
            changes[employee, day] = cell
        elif replace(now, locked=False) != replace(cell, locked=False):
            skipped.append((employee, day))
    return Changed(plan=with_cells(plan, changes), skipped_locked=tuple(skipped))


def filled_down_weeks(unit: Unit, plan: Plan, employee: str, days: Sequence[int], to_week: int) -> Changed:
    """The pattern of the selected days repeated over the weeks after them, through rotation week `to_week`.

    to_week counts from 1. The pattern is as many whole weeks long as the selection touches; days of
    those weeks that are not selected stay alone in later weeks too. A lock is not repeated.
    """
    row = plan.row_of()[employee]
    weeks = [day // DAYS_PER_WEEK for day in days]
    end = min(to_week, unit.weeks) * DAYS_PER_WEEK
    period = (max(weeks, default=0) - min(weeks, default=0) + 1) * DAYS_PER_WEEK
    wanted = {
        (employee, later): replace(cell_at(row, day), locked=False)
        for day in sorted(set(days))
        for later in range(day + period, end, period)
    }
    return _around_locked(plan, wanted)


def swapped(plan: Plan, first: Place, second: Place) -> Changed:
    """The contents of two places exchanged, unless one of them is locked."""
    return swapped_all(plan, [(first, second)])


def swapped_all(plan: Plan, pairs: Iterable[tuple[Place, Place]]) -> Changed:
    """As `swapped`, pair after pair; a pair with a locked place is left as it is."""
    rows = plan.row_of()
    now: dict[Place, Cell] = {}
    skipped: list[Place] = []
    for pair in pairs:
        for who, day in pair:
            now.setdefault((who, day), cell_at(rows[who], day))
        held = [place for place in pair if now[place].locked]
        skipped += held
        if not held:
            first, second = pair
            now[first], now[second] = now[second], now[first]
    return Changed(plan=with_cells(plan, now), skipped_locked=tuple(dict.fromkeys(skipped)))


def moved(plan: Plan, source: Place, target: Place) -> Changed:
    """The content of one place moved to another, whose content it replaces; not from or to a locked one."""
    return moved_all(plan, [(source, target)])


def moved_all(plan: Plan, pairs: Iterable[tuple[Place, Place]]) -> Changed:
    """As `moved`, for (source, target) pairs at once: a target may be another pair's source."""
    rows = plan.row_of()
    emptied: dict[Place, Cell] = {}
    filled: dict[Place, Cell] = {}
    skipped: list[Place] = []
    for source, target in pairs:
        held = [place for place in (source, target) if cell_at(rows[place[0]], place[1]).locked]
        skipped += held
        if not held:
            emptied[source] = FREE
            filled[target] = cell_at(rows[source[0]], source[1])
    return Changed(plan=with_cells(plan, emptied | filled), skipped_locked=tuple(dict.fromkeys(skipped)))


def _notation(unit: Unit, absences: Iterable[str] = ()) -> CellNotation:
    listed = sorted({entry.code for entry in unit.absences})
    return CellNotation(Known(shift.code for shift in unit.shifts), (*listed, *absences))


def _read(notation: CellNotation, typed: str) -> Cell:
    """Raises UnknownCode."""
    plain = " ".join(typed.split())
    found = FREE if plain == "" else notation.read(plain)
    if found is None and plain.removeprefix("!").strip() in _DASHES:
        found = Cell(locked=plain.startswith("!"))
    if found is None:
        raise UnknownCode(typed, notation.meant(plain), notation.allowed)
    return found


def cell_from_text(unit: Unit, typed: str, absences: Iterable[str] = ()) -> Cell:
    """What a text typed into the rota means, in the notation of the workbook; "" and "-" are free.

    `absences`: codes understood besides the usual ones and the unit's own. Raises UnknownCode.
    """
    return _read(_notation(unit, absences), typed)


def text_of_cell(cell: Cell) -> str:
    """A cell as it is typed; empty when free."""
    return cell_text(cell)


def pasted(
    unit: Unit, plan: Plan, order: Sequence[str], first_employee: int, first_day: int, block: list[list[str]]
) -> Pasted:
    """The plan with a block of texts put in from a corner; rows of the block follow `order`.

    order: employee numbers as the grid shows them; first_employee: the corner's place in it. What
    reaches beyond the grid is cut, with a warning. Nothing is put in unless all the rest is understood.
    """
    codes = {cell.absence for row in plan.rows for cell in (*row.history, *row.cells)}
    notation = _notation(unit, sorted(code for code in codes if code is not None))
    rows, days = block[: len(order) - first_employee], unit.day_count - first_day
    problems = _beyond(block, len(rows), days, Where(part="rota", row=first_employee, day=first_day))
    wanted: dict[Place, Cell] = {}
    for down, line in enumerate(rows):
        for right, typed in enumerate(line[:days]):
            try:
                wanted[order[first_employee + down], first_day + right] = _read(notation, typed)
            except UnknownCode as unknown:
                where = Where(part="rota", row=first_employee + down, day=first_day + right)
                problems.append(_unknown(unknown, where))
    if not all(problem.warning for problem in problems):
        return Pasted(plan=plan, problems=tuple(problems))
    changed = _around_locked(plan, wanted)
    return Pasted(plan=changed.plan, problems=tuple(problems), skipped_locked=changed.skipped_locked)


def _beyond(block: list[list[str]], rows: int, days: int, where: Where) -> list[EditProblem]:
    """Warnings for the rows and columns of a block that lie outside the grid."""
    longest = max((len(line) for line in block), default=0)
    sizes = (("edit_problem.paste_below", len(block), rows), ("edit_problem.paste_beside", longest, days))
    return [
        EditProblem(key=key, where=where, found=str(size - room), allowed=str(room), warning=True)
        for key, size, room in sizes
        if size > room
    ]


def _unknown(unknown: UnknownCode, where: Where) -> EditProblem:
    return EditProblem(
        key="problem.rota_cell",
        where=where,
        found=cut(unknown.found),
        allowed=unknown.allowed,
        suggestion=unknown.suggestion,
    )


def copied(plan: Plan, order: Sequence[str], rows: range, days: range) -> str:
    """A rectangle as text for the clipboard: places in `order`, days; Excel and `block_from_text` read it."""
    lines = plan.row_of()
    return text_from_block([[cell_text(cell_at(lines[order[place]], day)) for day in days] for place in rows])

"""The Rota and Before sheets: who works what on which day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.columns import LONGEST_CODE
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.known import Known
from heiltid.exchange.workbook.nights import MovedLine, ends_next_day, to_start_day
from heiltid.exchange.workbook.read_lists import employee_of
from heiltid.exchange.workbook.read_shifts import Shifts
from heiltid.exchange.workbook.read_unit import UnitKeys
from heiltid.exchange.workbook.sheets import RawCell, address
from heiltid.exchange.workbook.table import HEADING_ROW, Table, row_number
from heiltid.exchange.workbook.values import Misfit, plain_text
from heiltid.exchange.workbook.words import ABSENCE_CODES, DAY_OFF_CODES, LOCK_MARK
from heiltid.model import (
    DAYS_PER_WEEK,
    FREE,
    HISTORY_DAYS,
    Cell,
    Employee,
    NightWrittenOn,
    Plan,
    PlanRole,
    PlanRow,
    RotaKind,
)

_LAID_OVER = re.compile(rf"\(\s*([^\s()]{{1,{LONGEST_CODE}}})\s*\)\s*([^\s()!,;]{{1,{LONGEST_CODE}}})")
_SHOWN_CODES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaContext:
    """What the cells of a rota may mention, and how its nights are written."""

    keys: UnitKeys
    shifts: Shifts
    people: Known
    absence_codes: frozenset[str]  # of the Absence sheet


class CellReader:
    """Cells of a rota: a code, F1-F5, "(A1) FE", an absence alone, each with "!" before it when locked."""

    def __init__(self, context: RotaContext, laid_over: frozenset[str]) -> None:
        self._shifts = context.shifts.known
        self._absences: dict[str, str] = {}
        for name in (*sorted(context.absence_codes), *ABSENCE_CODES, *sorted(laid_over)):
            self._absences.setdefault(name.casefold(), name)
        self._cache: dict[str, Cell | Misfit] = {}

    def read(self, raw: RawCell) -> Cell | Misfit:
        """The cell's meaning."""
        typed = plain_text(raw)
        if typed is None:
            return self._unknown("")
        if typed not in self._cache:
            self._cache[typed] = self._parse(typed)
        return self._cache[typed]

    def _parse(self, typed: str) -> Cell | Misfit:
        if not typed.startswith(LOCK_MARK):
            return self._content(typed)
        inner = typed.removeprefix(LOCK_MARK).strip()
        found = self._content(inner) if inner else FREE
        return found if isinstance(found, Misfit) else replace(found, locked=True)

    def _content(self, typed: str) -> Cell | Misfit:
        laid_over = _LAID_OVER.fullmatch(typed)
        if laid_over is None:
            return self._plain(typed) or self._unknown(typed)
        below = self._plain(laid_over[1])
        if below is None or below.absence is not None:
            return self._unknown(typed)
        return replace(below, absence=self._absences.get(laid_over[2].casefold(), laid_over[2]))

    def _plain(self, typed: str) -> Cell | None:
        """A code, a day-off code or an absence; None for anything else."""
        shift = self._shifts.find(typed)
        if shift is not None:
            return Cell(shift=shift)
        if typed.upper() in DAY_OFF_CODES:
            return Cell(day_off=typed.upper())
        if typed.casefold() in self._absences:
            return Cell(absence=self._absences[typed.casefold()])
        return None if self._shifts.is_complete else Cell(shift=typed)

    def _unknown(self, typed: str) -> Misfit:
        names = self._shifts.names
        more = ("…",) if len(names) > _SHOWN_CODES else ()
        shown = ", ".join((*names[:_SHOWN_CODES], *more, "F1-F5"))
        return Misfit(key="rota_cell", allowed=shown, suggestion=self._meant(typed))

    def _meant(self, typed: str) -> str | None:
        """ "A1 FE" is "(A1) FE" without its brackets; else the nearest code."""
        first, _, rest = typed.partition(" ")
        if self._shifts.find(first) is not None and rest.casefold() in self._absences:
            return f"({first}) {rest}"
        laid_over = _LAID_OVER.fullmatch(typed)
        if laid_over is not None:
            below = self._shifts.nearest(laid_over[1])
            return None if below is None else f"({below}) {laid_over[2]}"
        others = (*DAY_OFF_CODES, *self._absences.values())
        return self._shifts.nearest(typed) or words.nearest(typed, others, cutoff=words.LIKE_CODE)


def laid_over_codes(table: Table) -> frozenset[str]:
    """Absence codes a rota uses over shifts: known, then, when they stand alone too."""
    found = set()
    for row in table.grid.rows.values():
        for cell in row.values():
            match = (
                _LAID_OVER.fullmatch(cell.value.lstrip(LOCK_MARK)) if isinstance(cell.value, str) else None
            )
            if match:
                found.add(match[2])
    return frozenset(found)


def read_rota(
    table: Table | None, context: RotaContext, staff: tuple[Employee, ...], role: PlanRole
) -> Plan | None:
    """The plan of a Rota or Before sheet, a row for every employee; None for an empty sheet.

    Positions are today's. Every problem goes to the table's collector; the plan is then worthless.
    """
    if table is None or not table.has_required_columns():
        return None
    rows = list(table.rows())
    if not rows:
        return None
    days = _Days(table, context.keys)
    days.check_columns()
    reader = CellReader(context, laid_over_codes(table))
    lines: dict[str, MovedLine] = {}
    places: dict[str, str | None] = {}
    for fields in rows:
        number = employee_of(fields, context.people)
        line = _line(fields, table, days, reader, context)
        if number is not None and number in places:
            fields.refuse("Number", "defined_twice", allowed=places[number])
        elif number is not None:
            places[number], lines[number] = fields.place("Number"), line
    free = MovedLine(history=(), cells=(FREE,) * days.count)
    return Plan(role=role, rows=tuple(_plan_row(person, lines.get(person.number, free)) for person in staff))


def _plan_row(person: Employee, line: MovedLine) -> PlanRow:
    return PlanRow(
        employee=person.number, position_bp=person.position_bp, cells=line.cells, history=line.history
    )


class _Days:
    """The day columns of a rota against those it should have."""

    def __init__(self, table: Table, keys: UnitKeys) -> None:
        self.table = table
        last = max((day for day in table.day_columns), default=-1)
        weeks = keys.weeks or max(1, -(-(last + 1) // DAYS_PER_WEEK))
        self.count = weeks * DAYS_PER_WEEK
        self.history = HISTORY_DAYS if any(day < 0 for day in table.day_columns) else 0
        on_end = keys.night_written_on is NightWrittenOn.END
        # A dated rota whose nights stand on their end day may have one day more: the last night's end.
        self.may_run_over = on_end and keys.kind is RotaKind.DATED
        self._weeks_known = keys.weeks is not None

    def check_columns(self) -> None:
        """Note missing days (told once, with the first) and days beyond the rota."""
        language = self.table.collector.language
        missing = [day for day in range(-self.history, self.count) if day not in self.table.day_columns]
        if missing and self._weeks_known:
            shown = words.day_heading(missing[0], language)
            self.table.collector.add(
                "rota_days_missing", self.table.sheet, found=shown, allowed=str(len(missing))
            )
        over = sorted(day for day in self.table.day_columns if day >= self.count + self.may_run_over)
        if over and self._weeks_known:
            column = self.table.day_columns[over[0]]
            self.table.collector.add(
                "rota_days_over",
                self.table.sheet,
                address(HEADING_ROW, column),
                found=words.day_heading(over[0], language),
                allowed=words.day_heading(self.count - 1, language),
            )


def _line(fields: Fields, table: Table, days: _Days, reader: CellReader, context: RotaContext) -> MovedLine:
    """One person's line with nights on their start days."""
    found: dict[int, Cell] = {}
    for day, raw in table.day_cells(fields).items():
        cell = _cell(raw, table, reader)
        if cell is not None:
            found[day] = cell
    history = tuple(found.get(day, FREE) for day in range(-days.history, 0))
    cells = tuple(found.get(day, FREE) for day in range(days.count))
    if context.keys.night_written_on is NightWrittenOn.START:
        return MovedLine(history=history, cells=cells)
    shifts = context.shifts.by_code()
    after = found.get(days.count, FREE)
    if after != FREE and days.may_run_over and not ends_next_day(shifts.get(after.shift or "")):
        _note(table, fields, days.count, "rota_after_end")
    is_cyclic = context.keys.kind is not RotaKind.DATED
    moved = to_start_day(history, cells, shifts, is_cyclic=is_cyclic, after=after)
    for day in moved.clashes:
        _note(table, fields, day % days.count if is_cyclic else day, "rota_night_clash")
    for day in moved.lost_day_off:
        _note(table, fields, day % days.count if is_cyclic else day, "rota_night_day_off", warning=True)
    return moved


def _cell(raw: RawCell, table: Table, reader: CellReader) -> Cell | None:
    found = Misfit(key=f"cell_{raw.fault}") if raw.fault is not None else reader.read(raw)
    if not isinstance(found, Misfit):
        return found
    table.collector.add(
        found.key,
        table.sheet,
        raw.address,
        found=raw.shown(),
        allowed=found.allowed,
        suggestion=found.suggestion,
    )
    return None


def _note(table: Table, fields: Fields, day: int, key: str, *, warning: bool = False) -> None:
    """Note a problem with the cell of a day."""
    column = table.day_columns.get(day, table.place_of["Number"])
    raw = table.grid.rows[row_number(fields)].get(column)
    table.collector.add(
        key,
        table.sheet,
        address(row_number(fields), column),
        found=None if raw is None else raw.shown(),
        warning=warning,
    )


def with_positions(plan: Plan, positions: Mapping[str, int]) -> Plan:
    """The plan with other positions than today's."""
    return replace(plan, rows=tuple(replace(row, position_bp=positions[row.employee]) for row in plan.rows))

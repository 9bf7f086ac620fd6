"""The Rota and Before sheets: who works what on which day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from heiltid.exchange.workbook import words
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.nights import MovedLine, ends_next_day, to_start_day
from heiltid.exchange.workbook.read_lists import employee_of
from heiltid.exchange.workbook.read_shifts import Shifts
from heiltid.exchange.workbook.read_unit import UnitKeys
from heiltid.exchange.workbook.sheets import RawCell, address
from heiltid.exchange.workbook.table import HEADING_ROW, Table, row_number
from heiltid.exchange.workbook.values import Misfit, plain_text
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
from heiltid.notation import ABSENCE_CODES, CellNotation, laid_over_code
from heiltid.spelling import Known


@dataclass(frozen=True, slots=True, kw_only=True)
class RotaContext:
    """What the cells of a rota may mention, and how its nights are written."""

    keys: UnitKeys
    shifts: Shifts
    people: Known
    absence_codes: frozenset[str]  # of the Absence sheet


class CellReader:
    """Cells of a rota in the notation of heiltid.notation, with what would fit where one does not."""

    def __init__(self, context: RotaContext, laid_over: frozenset[str]) -> None:
        absences = (*sorted(context.absence_codes), *ABSENCE_CODES, *sorted(laid_over))
        self._notation = CellNotation(context.shifts.known, absences)
        self._cache: dict[str, Cell | Misfit] = {}

    def read(self, raw: RawCell) -> Cell | Misfit:
        """The cell's meaning."""
        typed = plain_text(raw)
        if typed is None:
            return self._unknown("")
        if typed not in self._cache:
            self._cache[typed] = self._notation.read(typed) or self._unknown(typed)
        return self._cache[typed]

    def _unknown(self, typed: str) -> Misfit:
        return Misfit(key="rota_cell", allowed=self._notation.allowed, suggestion=self._notation.meant(typed))


def laid_over_codes(table: Table) -> frozenset[str]:
    """Absence codes a rota uses over shifts: known, then, when they stand alone too."""
    values = (cell.value for row in table.grid.rows.values() for cell in row.values())
    found = {laid_over_code(value) for value in values if isinstance(value, str)}
    return frozenset(code for code in found if code is not None)


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

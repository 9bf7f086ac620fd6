"""The Demand sheet: people needed by time of day or by code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from heiltid.calendar import Calendar
from heiltid.exchange.workbook import values, word_values
from heiltid.exchange.workbook.fields import Fields
from heiltid.exchange.workbook.known import mention
from heiltid.exchange.workbook.read_shifts import Competences, Shifts, end_after
from heiltid.exchange.workbook.read_unit import UnitKeys
from heiltid.exchange.workbook.table import Table
from heiltid.model import SUNDAY, DemandRow, ShiftType, Unit
from heiltid.notation import LONGEST_CODE


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DemandLine:
    """A demand row without faults, with the fields it came from (for warnings about its place)."""

    row: DemandRow
    fields: Fields


def read_demand(
    table: Table | None, keys: UnitKeys, shifts: Shifts, competences: Competences
) -> tuple[DemandLine, ...]:
    """All demand rows; every problem goes to the table's collector."""
    if table is None:
        return ()
    is_complete = table.has_required_columns()
    if table.lacks("Shift") and table.lacks("From", "To"):
        is_complete = False
        wanted = ", ".join(table.collector.word(heading) for heading in ("From", "To", "Shift"))
        table.collector.add("column_missing", table.sheet, found=wanted)
    lines = [_line(fields, keys, shifts, competences, is_complete) for fields in table.rows()]
    if is_complete and not lines:
        table.collector.add("no_rows", table.sheet)
    return tuple(line for line in lines if line is not None)


def _line(
    fields: Fields, keys: UnitKeys, shifts: Shifts, competences: Competences, is_complete: bool
) -> DemandLine | None:
    days = fields.take("Days", word_values.days(fields.collector.language))
    start = fields.take("From", values.start_time)
    end = fields.take("To", values.end_time)
    typed = fields.take("Shift", values.text(LONGEST_CODE))
    shift = mention(fields, "Shift", typed, shifts.known, "shift_unknown")
    if is_complete:
        _check_time_or_shift(fields)
    competence = competences.take(fields)
    minimum, target, maximum = fields.whole("Min"), fields.whole("Target"), fields.whole("Max")
    _check_order(fields, minimum, target, maximum)
    if fields.failed or days is None or minimum is None:
        return None
    _warn_outside(fields, "Days", days.dates, keys)
    row = DemandRow(
        days=days,
        start_minute=start,
        end_minute=None if start is None or end is None else end_after(start, end),
        shift=shift,
        competence=competence,
        minimum=minimum,
        target=minimum if target is None else target,
        maximum=maximum,
    )
    return DemandLine(row=row, fields=fields)


def _check_time_or_shift(fields: Fields) -> None:
    """Either From and To, or Shift; never both."""
    has_time = fields.has("From") or fields.has("To")
    if fields.has("Shift") and has_time:
        fields.refuse("Shift", "demand_time_and_shift")
    elif not fields.has("Shift"):
        for heading in ("From", "To"):
            if not fields.has(heading):
                fields.refuse(heading, "cell_empty", allowed=fields.collector.word(heading))


def _check_order(fields: Fields, minimum: int | None, target: int | None, maximum: int | None) -> None:
    least = minimum
    if least is not None and target is not None and target < least:
        fields.refuse("Target", "not_below", allowed=str(least))
    floor = max((number for number in (minimum, target) if number is not None), default=None)
    if floor is not None and maximum is not None and maximum < floor:
        fields.refuse("Max", "not_below", allowed=str(floor))


def _warn_outside(fields: Fields, heading: str, dates: frozenset[date], keys: UnitKeys) -> None:
    last = keys.last
    if keys.start is None or last is None or not dates:
        return
    if all(when < keys.start or when > last for when in dates):
        fields.warn(heading, "date_outside", allowed=f"{keys.start.isoformat()}..{last.isoformat()}")


_WEEKDAY, _RED, _DATE = 1, 2, 3  # how strongly a row speaks for a day


def warn_partial_overlaps(unit: Unit, lines: tuple[DemandLine, ...]) -> None:
    """Warn where date or red rows replace a row of which they cover only a part.

    Whole rows are replaced, so what such a row asked for outside the overlap is no longer required.
    """
    calendar, shifts = Calendar(unit), unit.shift_by_code()
    spans = {line: _span(line.row, shifts) for line in lines}
    told: set[DemandLine] = set()
    for day in range(calendar.day_count):
        ranked = [(_rank(line.row, day, calendar), line) for line in lines]
        for rank in (_WEEKDAY, _RED):
            stronger = [line for other, line in ranked if other > rank and other >= _RED]
            if not stronger:
                continue
            merged = _merged(stronger, spans)
            for weak in (line for other, line in ranked if other == rank and line not in told):
                if _is_cut(merged.get(weak.row.competence, []), spans[weak]):
                    told.add(weak)
                    _tell(weak, stronger, spans)


def _rank(row: DemandRow, day: int, calendar: Calendar) -> int:
    """3 by date, 2 as red day, 1 by weekday, 0 not at all."""
    if calendar.date_of(day) in row.days.dates:
        return _DATE
    is_red = calendar.is_red(day)
    if is_red and row.days.red:
        return _RED
    return _WEEKDAY if (SUNDAY if is_red else calendar.weekday(day)) in row.days.weekdays else 0


def _span(row: DemandRow, shifts: Mapping[str, ShiftType]) -> tuple[int, int]:
    if row.start_minute is not None and row.end_minute is not None:
        return row.start_minute, row.end_minute
    shift = shifts[str(row.shift)]
    return shift.start_minute, shift.end_minute


def _merged(
    lines: list[DemandLine], spans: Mapping[DemandLine, tuple[int, int]]
) -> dict[str | None, list[tuple[int, int]]]:
    """Per competence, the minutes covered by any of the lines, as spans that do not touch."""
    found: dict[str | None, list[tuple[int, int]]] = {}
    for line in sorted(lines, key=spans.__getitem__):
        start, end = spans[line]
        into = found.setdefault(line.row.competence, [])
        if into and start <= into[-1][1]:
            into[-1] = (into[-1][0], max(into[-1][1], end))
        else:
            into.append((start, end))
    return found


def _is_cut(covered: list[tuple[int, int]], span: tuple[int, int]) -> bool:
    """Whether the span is covered in part, but not whole."""
    start, end = span
    touching = [piece for piece in covered if piece[0] < end and start < piece[1]]
    return bool(touching) and not any(piece[0] <= start and end <= piece[1] for piece in touching)


def _tell(weak: DemandLine, stronger: list[DemandLine], spans: Mapping[DemandLine, tuple[int, int]]) -> None:
    start, end = spans[weak]
    for line in stronger:
        if line.row.competence == weak.row.competence and spans[line][0] < end and start < spans[line][1]:
            line.fields.warn("Days", "demand_partial_overlap", allowed=weak.fields.place("Days"))
            return

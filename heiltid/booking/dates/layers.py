"""The upper layers of a roll-out: what people decided, and absences over everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from heiltid.booking.dates.red_days import RED_DAY_OFF
from heiltid.calendar import Calendar
from heiltid.model import (
    FREE,
    HISTORY_DAYS,
    Cell,
    Plan,
    PlanRow,
    Unit,
)
from heiltid.model.booking import (
    Booked,
    LostShift,
    LostTo,
    Unfit,
    Unfitness,
)

NO_HISTORY = (FREE,) * HISTORY_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """The plan with its decisions; `laid`: the last decision of each place, days of the history below 0."""

    plan: Plan
    laid: Mapping[tuple[str, int], Booked]
    unfit: tuple[Unfit, ...]


def decided(unit: Unit, calendar: Calendar, plan: Plan, decisions: Iterable[Booked]) -> Layer:
    """Decisions in the order they were made; one that does not fit is left out and told."""
    lines = {row.employee: [*(row.history or NO_HISTORY), *row.cells] for row in plan.rows}
    laid: dict[tuple[str, int], Booked] = {}
    unfit: list[Unfit] = []
    for decision in sorted(decisions, key=lambda entry: entry.at):
        why = _unfitness(unit, calendar, lines.get(decision.employee), decision)
        if why is not None:
            unfit.append(Unfit(decision=decision, why=why))
            continue
        day = calendar.day_of(decision.on)
        lines[decision.employee][HISTORY_DAYS + day] = decision.cell
        laid[decision.employee, day] = decision
    touched = {employee for employee, _ in laid}
    rows = {
        row.employee: _with_line(row, lines[row.employee]) for row in plan.rows if row.employee in touched
    }
    return Layer(plan=plan.with_rows(rows), laid=laid, unfit=tuple(unfit))


def _with_line(row: PlanRow, line: Sequence[Cell]) -> PlanRow:
    history = tuple(line[:HISTORY_DAYS])
    known = bool(row.history) or history != NO_HISTORY
    return replace(row, history=history if known else (), cells=tuple(line[HISTORY_DAYS:]))


def _unfitness(
    unit: Unit, calendar: Calendar, line: Sequence[Cell] | None, decision: Booked
) -> Unfitness | None:
    """Why a decision cannot be laid over somebody's line as it stands; None: it can.

    What was decided on the two weeks before was worked, whatever the rota says of them now.
    """
    day, code = calendar.day_of(decision.on), decision.cell.shift
    person = unit.employee_by_number().get(decision.employee)
    if line is None or person is None:
        return Unfitness.NO_SUCH_PERSON
    if not 0 <= HISTORY_DAYS + day < len(line):
        return Unfitness.OUTSIDE
    if code is not None and code not in unit.shift_by_code():
        return Unfitness.NO_SUCH_CODE
    if code is not None and not calendar.is_employed(person, day):
        return Unfitness.NOT_EMPLOYED
    stands = line[HISTORY_DAYS + day].shift
    return None if day < 0 or stands in (decision.was.shift, code) else Unfitness.ROTA_CHANGED


def with_absences(
    unit: Unit, calendar: Calendar, layer: Layer
) -> tuple[Plan, tuple[LostShift, ...], tuple[Booked, ...]]:
    """Absences laid over shifts, but not over a decision that was made with that absence in sight."""
    away = _absences_by_day(unit, calendar)
    lost: list[LostShift] = []
    covered: list[Booked] = []
    rows = {}
    for row in layer.plan.rows:
        cells, history = list(row.cells), list(row.history)
        for day in range(-len(history), len(cells)):
            cell = cells[day] if day >= 0 else history[day]
            code = away.get((row.employee, day))
            decision = layer.laid.get((row.employee, day))
            lays = code is not None and cell.shift is not None and cell.absence in (None, RED_DAY_OFF)
            if lays and not (decision is not None and decision.was.absence == code):
                cell = replace(cell, absence=code)
                (cells if day >= 0 else history)[day] = cell
                if decision is not None and day >= 0:
                    covered.append(decision)
            if day >= 0 and cell.shift is not None and cell.absence is not None:
                lost.append(_lost(row.employee, calendar.date_of(day), cell))
        rows[row.employee] = replace(row, cells=tuple(cells), history=tuple(history))
    return layer.plan.with_rows(rows), tuple(lost), tuple(covered)


def _absences_by_day(unit: Unit, calendar: Calendar) -> dict[tuple[str, int], str]:
    """The code of the absence of a person on a day, history included; the first given where two meet."""
    found: dict[tuple[str, int], str] = {}
    for entry in unit.absences:
        first = max(entry.first, unit.start - timedelta(days=HISTORY_DAYS))
        last = min(calendar.day_of(entry.last), unit.day_count - 1)
        for day in range(calendar.day_of(first), last + 1):
            found.setdefault((entry.employee, day), entry.code)
    return found


def _lost(employee: str, on: date, cell: Cell) -> LostShift:
    to = LostTo.RED_DAY if cell.absence == RED_DAY_OFF else LostTo.ABSENCE
    return LostShift(employee=employee, on=on, code=str(cell.shift), to=to, absence=cell.absence)

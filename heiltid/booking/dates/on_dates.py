"""The first layer of a roll-out: the rota on its dates, with the two weeks before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from heiltid.booking.dates.dated_unit import rotation_day
from heiltid.calendar import Calendar
from heiltid.model import (
    DAYS_PER_WEEK,
    FREE,
    HISTORY_DAYS,
    Cell,
    Decision,
    Employee,
    Plan,
    PlanRole,
    PlanRow,
    Unit,
    empty_plan,
)
from heiltid.model.booking import (
    LostShift,
    LostTo,
    RollOutOptions,
)


def on_dates(
    unit: Unit, plan: Plan, options: RollOutOptions, dated: Unit
) -> tuple[Plan, tuple[LostShift, ...]]:
    """The rota on its dates, free where nobody is employed; and the shifts that are lost by that."""
    calendar, people = Calendar(dated), dated.employee_by_number()
    lost: list[LostShift] = []
    rows = []
    for row in _every_row(unit, plan):
        person = people[row.employee]
        cells = [row.cells[rotation_day(unit, options, day)] for day in range(dated.day_count)]
        for day, cell in enumerate(cells):
            if calendar.is_employed(person, day):
                continue
            cells[day] = FREE
            if cell.works:
                on = calendar.date_of(day)
                lost.append(
                    LostShift(employee=row.employee, on=on, code=str(cell.shift), to=LostTo.EMPLOYMENT)
                )
        history = _history(unit, options, row, calendar, person)
        rows.append(replace(row, cells=tuple(cells), history=history))
    dated_plan = replace(
        plan,
        rows=tuple(rows),
        role=PlanRole.TODAY,
        origin=None,
        decisions=tuple(_answers(unit, options, plan.decisions)),
    )
    return dated_plan, tuple(lost)


def _every_row(unit: Unit, plan: Plan) -> Iterator[PlanRow]:
    """The rows of the plan, and a free one for whoever has none: hourly substitutes may take shifts."""
    yield from plan.rows
    there = {row.employee for row in plan.rows}
    for row in empty_plan(unit).rows:
        if row.employee not in there:
            yield row


def _answers(unit: Unit, options: RollOutOptions, decisions: Iterable[Decision]) -> Iterator[Decision]:
    """Findings somebody has answered, on all dates of their days; those whose days never come are left."""
    days = range(options.weeks * DAYS_PER_WEEK)
    for entry in decisions:
        dated = tuple(day for day in days if rotation_day(unit, options, day) in entry.days)
        if dated or not entry.days:
            yield replace(entry, days=dated)


def _history(
    unit: Unit, options: RollOutOptions, row: PlanRow, calendar: Calendar, person: Employee
) -> tuple[Cell, ...]:
    """The two weeks before: of the rota where it was running then, else what the base knows of them."""
    found = []
    for day in range(-HISTORY_DAYS, 0):
        since_start = (options.first - unit.start).days + day
        if since_start >= 0:
            cell = row.cells[rotation_day(unit, options, day)]
        elif row.history and since_start >= -len(row.history):
            cell = row.history[since_start]
        else:
            cell = FREE
        found.append(cell if calendar.is_employed(person, day) else FREE)
    return () if all(cell == FREE for cell in found) else tuple(found)

"""Positions in a plan: set by hand, or by the hours that stand in the rota."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from heiltid.calendar import Calendar
from heiltid.contract import reckon
from heiltid.model import Employee, Plan, Unit


def with_position(plan: Plan, employee: str, position_bp: int) -> Plan:
    """The plan with another position for one person."""
    row = plan.row_of()[employee]
    if row.position_bp == position_bp:
        return plan
    return plan.with_rows({employee: replace(row, position_bp=position_bp)})


def position_from_hours(unit: Unit, plan: Plan, employee: str) -> Plan:
    """The position that the person's hours in the plan amount to, held between Min and Max."""
    return _positioned(unit, Calendar(unit), plan, (unit.employee_by_number()[employee],))


def positions_from_hours(unit: Unit, plan: Plan) -> Plan:
    """As `position_from_hours`, for everybody."""
    return _positioned(unit, Calendar(unit), plan, unit.employees)


def _positioned(unit: Unit, calendar: Calendar, plan: Plan, people: Iterable[Employee]) -> Plan:
    """Who is away for the whole rota, or paid by the hour, keeps the position; vacant lines may close."""
    rows = plan.row_of()
    for person in people:
        row = rows.get(person.number)
        if row is None or not person.is_planned or calendar.present_days(person) == 0:
            continue
        found = reckon(unit, calendar, person, row.cells).contract_bp
        if found > 0 or not person.may_close:
            found = max(person.min_bp, min(found, person.max_bp))
        plan = with_position(plan, person.number, found)
    return plan

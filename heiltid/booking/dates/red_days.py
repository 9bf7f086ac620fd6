"""What red days give: F3 and F5, how many are due, and F3 laid over shifts nobody needs.

F3: a planned shift on a red day given free without loss of pay, at least every second red day. F5: a
replacement when the weekly day off, F1, falls on a red day that is not a Sunday. Source: domain.md
section 5; how many, and whether red days on Sundays count, are parameters of the rule book.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from heiltid.calendar import Calendar
from heiltid.coverage import Coverage
from heiltid.day_off import WEEKLY_DAY_OFF
from heiltid.model import SUNDAY, Cell, Employee, Plan, PlanRow, Status, Unit
from heiltid.model.booking import DaysOffDue
from heiltid.rulebook import book_of

RED_DAY_OFF, REPLACEMENT_DAY_OFF = "F3", "F5"
RULE = "red_days_off"


def days_off_due(unit: Unit, plan: Plan) -> tuple[DaysOffDue, ...]:
    """The F3 and F5 of a dated plan, person by person; who has none due is left out."""
    calendar, rows = Calendar(unit), plan.row_of()
    found: list[DaysOffDue] = []
    for person in _holders(unit):
        row = rows[person.number]
        found += _f3_due(calendar, person, row)
        found += _f5_due(calendar, person, row)
    return tuple(found)


def _holders(unit: Unit) -> Iterator[Employee]:
    """People with a line of their own: nobody holds a vacant one, and substitutes by the hour have none."""
    return (entry for entry in unit.employees if entry.status not in (Status.VACANT, Status.HOURLY))


def red_days(calendar: Calendar) -> tuple[int, ...]:
    """The days of the rota that count as red days here."""
    with_sundays = book_of(calendar.unit).is_on(RULE, "sundays_count")
    days = (day for day in range(calendar.day_count) if calendar.is_red(day))
    return tuple(day for day in days if with_sundays or calendar.weekday(day) != SUNDAY)


def _f3_due(calendar: Calendar, person: Employee, row: PlanRow) -> list[DaysOffDue]:
    every = book_of(calendar.unit).value(RULE, "every", person.number)
    if every is None or every < 1:
        return []
    red = [day for day in red_days(calendar) if calendar.is_present(person, day)]
    planned = [day for day in red if _is_planned(row.cells[day])]
    count = len(red) // int(every) - (len(red) - len(planned))
    given = [day for day, cell in enumerate(row.cells) if RED_DAY_OFF in (cell.absence, cell.day_off)]
    return _due(calendar, person, RED_DAY_OFF, count, planned, given)


def _is_planned(cell: Cell) -> bool:
    return cell.shift is not None and cell.absence in (None, RED_DAY_OFF)


def _f5_due(calendar: Calendar, person: Employee, row: PlanRow) -> list[DaysOffDue]:
    if not book_of(calendar.unit).is_on(RULE, "replaces_weekly_day_off", person.number):
        return []
    red = [
        day
        for day, cell in enumerate(row.cells)
        if cell.day_off == WEEKLY_DAY_OFF
        and calendar.is_red(day)
        and calendar.weekday(day) != SUNDAY
        and calendar.is_present(person, day)
    ]
    given = [day for day, cell in enumerate(row.cells) if REPLACEMENT_DAY_OFF in (cell.absence, cell.day_off)]
    return _due(calendar, person, REPLACEMENT_DAY_OFF, len(red), red, given)


def _due(
    calendar: Calendar, person: Employee, code: str, count: int, red: Sequence[int], given: Sequence[int]
) -> list[DaysOffDue]:
    if count <= 0 and not given:
        return []
    return [
        DaysOffDue(
            employee=person.number,
            code=code,
            count=max(0, count),
            red=_dates(calendar, red),
            given=_dates(calendar, given),
        )
    ]


def _dates(calendar: Calendar, days: Sequence[int]) -> tuple[date, ...]:
    return tuple(calendar.date_of(day) for day in days)


def with_red_days_off(unit: Unit, plan: Plan) -> Plan:
    """The plan with F3 laid over planned shifts on red days, as far as it is due and nobody is missed.

    A shift is given free where the Target is met without it. On each day whoever has most left to get
    comes first, then whoever has had fewest, then the order of the plan. Locked cells are left alone.
    """
    calendar = Calendar(unit)
    coverage = Coverage(unit, calendar)
    counts = list(coverage.counts(plan))
    rows = plan.row_of()
    left = Counter({due.employee: due.left for due in days_off_due(unit, plan) if due.code == RED_DAY_OFF})
    had: Counter[str] = Counter()
    for day in red_days(calendar):
        asking = [number for number in rows if left[number] > 0]
        for number in sorted(asking, key=lambda number: (-left[number], had[number])):
            cell = rows[number].cells[day]
            if not cell.works or cell.locked or not _can_spare(coverage, counts, number, day, cell):
                continue
            cells = rows[number].cells
            laid = replace(cell, absence=RED_DAY_OFF)
            rows[number] = replace(rows[number], cells=(*cells[:day], laid, *cells[day + 1 :]))
            left[number] -= 1
            had[number] += 1
    return plan.with_rows(rows)


def _can_spare(coverage: Coverage, counts: list[int], number: str, day: int, cell: Cell) -> bool:
    """Whether every Target is met without the shift; if so it is taken out of the counts."""
    cover = (day, str(cell.shift))
    places = [
        (index, coverage.segments[index].requirement.target)
        for place in coverage.requirements_at.get(cover, ())
        for index in coverage.spans[place]
        if cover in coverage.segments[index].covers
        and coverage.may_fill(number, coverage.segments[index].requirement.competence)
    ]
    if any(counts[index] - 1 < target for index, target in places):
        return False
    for index, _ in places:
        counts[index] -= 1
    return True

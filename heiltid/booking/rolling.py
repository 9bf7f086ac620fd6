"""A cyclic rota rolled out over real weeks, with red days, absences and what people decide later on top.

Four layers, each laid over the one before: the rota on its dates, F3 on red days, decisions, absences.
F3 looks at the rota and the calendar alone, so that neither a sick leave nor a booking ever moves a red
day off that somebody has been promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from heiltid.booking.dated_unit import dated_unit, rotation_day
from heiltid.booking.fingerprint import fingerprint
from heiltid.booking.red_days import RED_DAY_OFF, with_red_days_off
from heiltid.calendar import Calendar
from heiltid.day_off import with_day_off_codes
from heiltid.errors import InternalError
from heiltid.model import (
    DAYS_PER_WEEK,
    FREE,
    HISTORY_DAYS,
    Absence,
    Cell,
    Decision,
    Employee,
    Plan,
    PlanRole,
    PlanRow,
    Unit,
)
from heiltid.model.booking import (
    Booked,
    LostShift,
    LostTo,
    RollOut,
    RollOutOptions,
    Unfit,
    Unfitness,
)

LONGEST_WEEKS = 52


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """The base as it was, and what was decided on its dates, for the next roll-out."""

    unit: Unit
    plan: Plan
    decisions: tuple[Booked, ...]


def options_problem(unit: Unit, options: RollOutOptions) -> str | None:
    """What is wrong with a roll-out of the unit, as a key of the catalogue; None: nothing."""
    if not unit.is_cyclic:
        return "booking.trouble.not_cyclic"
    if options.first.weekday() != 0:
        return "booking.trouble.not_monday"
    if not 1 <= options.from_week <= unit.weeks:
        return "booking.trouble.no_such_week"
    if not 1 <= options.weeks <= LONGEST_WEEKS:
        return "booking.trouble.too_many_weeks"
    return None


def running_week(unit: Unit, first: date) -> int:
    """The rotation week that stands on a date when the rota runs on from the unit's start."""
    return (first - unit.start).days // DAYS_PER_WEEK % unit.weeks + 1


def rolled(
    unit: Unit,
    plan: Plan,
    options: RollOutOptions,
    absences: tuple[Absence, ...] = (),
    decisions: tuple[Booked, ...] = (),
) -> RollOut:
    """A cyclic rota over real weeks. F1 is marked first in weeks that lack it: F5 is reckoned from it.

    absences: known at the time, in place of the unit's own; decisions: what people decided on an
    earlier roll-out. Raises InternalError where `options_problem` has something to say.
    """
    problem = options_problem(unit, options)
    if problem is not None:
        raise InternalError(f"a roll-out that cannot be: {problem}")
    dated = dated_unit(unit, plan, options, absences)
    calendar = Calendar(dated)
    bare, lost = _on_dates(unit, with_day_off_codes(unit, plan), options, dated)
    if options.gives_red_days:
        bare = with_red_days_off(replace(dated, absences=()), bare)
    layer = _decided(dated, calendar, bare, decisions)
    final, away, covered = _with_absences(dated, calendar, layer)
    return RollOut(
        base_fingerprint=fingerprint(unit, plan),
        base_unit=unit,
        base_plan=plan,
        options=options,
        absences=absences,
        unit=dated,
        plan=final,
        decisions=decisions,
        unfit=layer.unfit,
        covered=covered,
        lost=tuple(sorted((*lost, *away), key=lambda entry: (entry.employee, entry.on))),
    )


def taken_back(rollout: RollOut) -> TakenBack:
    """The base of a roll-out, untouched; the decisions are kept beside it."""
    return TakenBack(unit=rollout.base_unit, plan=rollout.base_plan, decisions=rollout.decisions)


def rolled_again(
    rollout: RollOut,
    *,
    unit: Unit | None = None,
    plan: Plan | None = None,
    options: RollOutOptions | None = None,
    absences: tuple[Absence, ...] | None = None,
) -> RollOut:
    """The roll-out made anew: of another base, for other weeks, with other absences; no decision is lost."""
    return rolled(
        rollout.base_unit if unit is None else unit,
        rollout.base_plan if plan is None else plan,
        rollout.options if options is None else options,
        rollout.absences if absences is None else absences,
        rollout.decisions,
    )


def decide(rollout: RollOut, changes: Mapping[tuple[str, date], Cell], by: str, at: datetime) -> RollOut:
    """The roll-out with other cells for (employee, date), decided by somebody; all or, by an error, none.

    Raises InternalError for a person without a line or a date outside the plan.
    """
    rows, start = rollout.plan.row_of(), rollout.unit.start
    made = []
    for (employee, on), cell in changes.items():
        day = (on - start).days
        if employee not in rows or not 0 <= day < rollout.unit.day_count:
            raise InternalError("a decision outside the dated plan")
        was = rows[employee].cells[day]
        if was != cell:
            made.append(Booked(employee=employee, on=on, cell=cell, was=was, by=by, at=at))
    return _with_decisions(rollout, (*rollout.decisions, *made)) if made else rollout


def undecide(rollout: RollOut, decisions: Iterable[Booked]) -> RollOut:
    """The roll-out without some of its decisions: what they lay over comes forth again."""
    gone = set(decisions)
    return _with_decisions(rollout, tuple(entry for entry in rollout.decisions if entry not in gone))


def _with_decisions(rollout: RollOut, decisions: tuple[Booked, ...]) -> RollOut:
    return rolled(rollout.base_unit, rollout.base_plan, rollout.options, rollout.absences, decisions)


def _on_dates(
    unit: Unit, plan: Plan, options: RollOutOptions, dated: Unit
) -> tuple[Plan, tuple[LostShift, ...]]:
    """The rota on its dates, free where nobody is employed; and the shifts that are lost by that."""
    calendar, people = Calendar(dated), dated.employee_by_number()
    lost: list[LostShift] = []
    rows = []
    for row in plan.rows:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """The plan with its decisions; `laid`: the last decision of each place."""

    plan: Plan
    laid: Mapping[tuple[str, int], Booked]
    unfit: tuple[Unfit, ...]


def _decided(unit: Unit, calendar: Calendar, plan: Plan, decisions: Iterable[Booked]) -> _Layer:
    """Decisions in the order they were made; one that does not fit is left out and told."""
    lines = {row.employee: list(row.cells) for row in plan.rows}
    laid: dict[tuple[str, int], Booked] = {}
    unfit: list[Unfit] = []
    for decision in sorted(decisions, key=lambda entry: entry.at):
        why = _unfitness(unit, calendar, lines.get(decision.employee), decision)
        if why is not None:
            unfit.append(Unfit(decision=decision, why=why))
            continue
        day = calendar.day_of(decision.on)
        lines[decision.employee][day] = decision.cell
        laid[decision.employee, day] = decision
    rows = {row.employee: replace(row, cells=tuple(lines[row.employee])) for row in plan.rows}
    return _Layer(plan=plan.with_rows(rows), laid=laid, unfit=tuple(unfit))


def _unfitness(
    unit: Unit, calendar: Calendar, line: Sequence[Cell] | None, decision: Booked
) -> Unfitness | None:
    """Why a decision cannot be laid over somebody's line as it stands; None: it can."""
    day, code = calendar.day_of(decision.on), decision.cell.shift
    person = unit.employee_by_number().get(decision.employee)
    if line is None or person is None:
        return Unfitness.NO_SUCH_PERSON
    if not 0 <= day < len(line):
        return Unfitness.OUTSIDE
    if code is not None and code not in unit.shift_by_code():
        return Unfitness.NO_SUCH_CODE
    if code is not None and not calendar.is_employed(person, day):
        return Unfitness.NOT_EMPLOYED
    return None if line[day].shift in (decision.was.shift, code) else Unfitness.ROTA_CHANGED


def _with_absences(
    unit: Unit, calendar: Calendar, layer: _Layer
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
            decision = layer.laid.get((row.employee, day)) if day >= 0 else None
            lays = code is not None and cell.shift is not None and cell.absence in (None, RED_DAY_OFF)
            if lays and not (decision is not None and decision.was.absence == code):
                cell = replace(cell, absence=code)
                (cells if day >= 0 else history)[day] = cell
                if decision is not None:
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

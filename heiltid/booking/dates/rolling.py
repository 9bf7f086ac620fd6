"""A cyclic rota rolled out over real weeks, with red days, absences and what people decide later on top.

Four layers, each laid over the one before: the rota on its dates, F3 on red days, decisions, absences.
F3 looks at the rota and the calendar alone, so that neither a sick leave nor a booking ever moves a red
day off that somebody has been promised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime

from heiltid.booking.dates.dated_unit import dated_unit
from heiltid.booking.dates.fingerprint import fingerprint
from heiltid.booking.dates.layers import decided, with_absences
from heiltid.booking.dates.on_dates import on_dates
from heiltid.booking.dates.own_weekends import with_own_weekends
from heiltid.booking.dates.red_days import with_red_days_off
from heiltid.calendar import Calendar
from heiltid.day_off import with_day_off_codes
from heiltid.errors import InternalError
from heiltid.model import (
    DAYS_PER_WEEK,
    Absence,
    Cell,
    Plan,
    Unit,
)
from heiltid.model.booking import (
    Booked,
    RollOut,
    RollOutOptions,
)

LONGEST_WEEKS = 52


def options_problem(unit: Unit, options: RollOutOptions) -> str | None:
    """What is wrong with a roll-out of the unit, as a key of the catalogue; None: nothing."""
    if not unit.is_cyclic:
        own = (options.first, options.from_week, options.weeks) == (unit.start, 1, unit.weeks)
        return None if own else "booking.trouble.own_dates"
    if options.first.weekday() != 0:
        return "booking.trouble.not_monday"
    if not 1 <= options.from_week <= unit.weeks:
        return "booking.trouble.no_such_week"
    if not 1 <= options.weeks <= LONGEST_WEEKS:
        return "booking.trouble.too_many_weeks"
    return None


def own_weeks(unit: Unit) -> RollOutOptions:
    """The weeks of a dated unit as it is: the only ones it can be rolled out over."""
    return RollOutOptions(first=unit.start, from_week=1, weeks=unit.weeks, gives_red_days=False)


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

    A dated rota stays as it is, red days included; decisions and later absences are laid over it. Decisions
    of the two weeks before are laid over the history: what was really worked is what rest is counted from.
    absences: known at the time, in place of the unit's own; decisions: what people decided on an
    earlier roll-out. Raises InternalError where `options_problem` has something to say.
    """
    problem = options_problem(unit, options)
    if problem is not None:
        raise InternalError(f"a roll-out that cannot be: {problem}")
    dated = dated_unit(unit, plan, options, absences)
    calendar = Calendar(dated)
    marked = with_day_off_codes(unit, plan) if unit.is_cyclic else plan
    bare, lost = on_dates(unit, marked, options, dated)
    if options.gives_red_days and unit.is_cyclic:
        bare = with_red_days_off(replace(dated, absences=()), bare)
    layer = decided(dated, calendar, bare, decisions)
    dated = with_own_weekends(dated, bare, layer.plan)
    final, away, covered = with_absences(dated, calendar, layer)
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

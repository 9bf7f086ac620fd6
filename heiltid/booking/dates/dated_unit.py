"""The unit of a dated rota: the base unit with its weeks, wishes and weekend patterns on real dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from heiltid.model import (
    DAYS_PER_WEEK,
    HISTORY_DAYS,
    Absence,
    Employee,
    Plan,
    RotaKind,
    Unit,
    Wish,
    WishDays,
)
from heiltid.model.booking import RollOutOptions


def rotation_day(unit: Unit, options: RollOutOptions, day: int) -> int:
    """The day of the base rota that stands on a day of the dated one; also for days before its start."""
    return ((options.from_week - 1) * DAYS_PER_WEEK + day) % unit.day_count


def dated_unit(unit: Unit, plan: Plan, options: RollOutOptions, absences: Iterable[Absence]) -> Unit:
    """The unit on its dates; positions are those of the plan.

    A wish for a weekday is one on all its dates already; a wish for a day of a rotation week becomes a
    wish for each date that day falls on; wishes for other dates, and absences, fall away.
    """
    first, last = options.first, options.first + timedelta(days=options.weeks * DAYS_PER_WEEK - 1)
    known = {person.number for person in unit.employees}
    positions = {row.employee: row.position_bp for row in plan.rows}
    return replace(
        unit,
        kind=RotaKind.DATED,
        start=first,
        weeks=options.weeks,
        employees=tuple(
            _dated_person(unit, options, person, positions.get(person.number, person.position_bp))
            for person in unit.employees
        ),
        wishes=tuple(dated for wish in unit.wishes for dated in _dated_wishes(unit, options, wish, last)),
        absences=tuple(
            entry
            for entry in absences
            if entry.employee in known
            and entry.first <= last
            and entry.last >= first - timedelta(days=HISTORY_DAYS)
        ),
    )


def _dated_person(unit: Unit, options: RollOutOptions, person: Employee, position_bp: int) -> Employee:
    """Extra weekends are counted per rota: a longer roll-out has room for more of them."""
    extra = -(-person.extra_weekends * options.weeks // unit.weeks)
    return replace(
        person,
        position_bp=position_bp,
        extra_weekends=extra,
        weekend_offset=_dated_offset(unit, options, person),
    )


def _dated_offset(unit: Unit, options: RollOutOptions, person: Employee) -> int | None:
    """The first working weekend as a week of the dated rota; None where the rota's seam breaks the rhythm."""
    if person.weekend_offset is None or person.weekend_every == 0:
        return person.weekend_offset
    passes_seam = options.from_week - 1 + options.weeks > unit.weeks
    if passes_seam and unit.weeks % person.weekend_every != 0:
        return None
    return (person.weekend_offset - options.from_week) % person.weekend_every + 1


def _dated_wishes(unit: Unit, options: RollOutOptions, wish: Wish, last: date) -> Iterator[Wish]:
    when = wish.when
    if when.on is not None:
        if options.first <= when.on <= last:
            yield wish
        return
    if when.week is None or when.weekday is None:
        yield wish
        return
    wished = (when.week - 1) * DAYS_PER_WEEK + when.weekday
    for day in range(options.weeks * DAYS_PER_WEEK):
        if rotation_day(unit, options, day) == wished:
            yield replace(wish, when=WishDays(on=options.first + timedelta(days=day)))

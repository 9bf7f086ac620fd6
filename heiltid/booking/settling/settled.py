"""The roll-out of a file begun, made again and taken back; who gets what laid into it, and taken out again.

A file's unit and plans are never touched by any of it. What was decided on days the roll-out in force does
not have is kept for another one that has them, and the hours it brought stand in the ledger until then.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from heiltid.booking.account.ledger import extras_of
from heiltid.booking.account.list_decisions import list_codes, settled_by
from heiltid.booking.answers.tokens import new_secret
from heiltid.booking.dates.rolling import decide, rolled, undecide
from heiltid.booking.places.taking import cells_of_taking
from heiltid.booking.sharing.deciding import day_problem
from heiltid.booking.sharing.shares import still_open
from heiltid.calendar import Calendar
from heiltid.errors import InternalError
from heiltid.model import DAYS_PER_WEEK, HISTORY_DAYS, Absence, Cell, Plan, Unit, UnitFile
from heiltid.model.asking import Allotment, Booking, SentList
from heiltid.model.booking import OpenPlace, RollOut, RollOutOptions


def begin(file: UnitFile, plan: Plan, options: RollOutOptions) -> UnitFile:
    """A plan of the file over real weeks, with the unit's absences; in the place of any other roll-out.

    All that was decided on those weeks is laid over it again. Raises InternalError where
    `options_problem` has something to say.
    """
    return _laid(file, file.unit, plan, options, file.unit.absences)


def roll_again(
    file: UnitFile,
    *,
    unit: Unit | None = None,
    plan: Plan | None = None,
    options: RollOutOptions | None = None,
    absences: tuple[Absence, ...] | None = None,
) -> UnitFile:
    """The roll-out in force made anew: of another base, for other weeks, with other absences."""
    if file.booking is None:
        raise InternalError("no roll-out is in force")
    rollout = file.booking.known_rollout()
    return _laid(
        file,
        rollout.base_unit if unit is None else unit,
        rollout.base_plan if plan is None else plan,
        rollout.options if options is None else options,
        rollout.absences if absences is None else absences,
    )


def take_back(file: UnitFile) -> UnitFile:
    """The file without a roll-out. What was decided on it is kept, and comes back with those weeks."""
    if file.booking is None:
        raise InternalError("no roll-out is in force")
    return replace(file, booking=_without_rollout(file.booking))


def _without_rollout(booking: Booking) -> Booking:
    rollout = booking.known_rollout()
    ledger = (*booking.ledger, *extras_of(rollout, list_codes(booking)))
    kept = (*booking.kept, *rollout.decisions)
    return replace(booking, rollout=None, kept=kept, ledger=ledger)


def _laid(
    file: UnitFile, unit: Unit, plan: Plan, options: RollOutOptions, absences: tuple[Absence, ...]
) -> UnitFile:
    """The file with that roll-out; decisions and extra hours go where their days now are."""
    booking = file.booking or Booking(secret=new_secret())
    if booking.rollout is not None:
        booking = _without_rollout(booking)
    first, last = weeks_of(options)
    near = first - timedelta(days=HISTORY_DAYS)
    decisions = tuple(entry for entry in booking.kept if near <= entry.on <= last)
    rollout = rolled(unit, plan, options, absences, decisions)
    live = {(entry.employee, entry.on) for entry in decisions if entry.on >= first}
    return replace(
        file,
        booking=replace(
            booking,
            rollout=rollout,
            kept=tuple(entry for entry in booking.kept if not near <= entry.on <= last),
            ledger=tuple(entry for entry in booking.ledger if (entry.employee, entry.on) not in live),
        ),
    )


def weeks_of(options: RollOutOptions) -> tuple[date, date]:
    """The first and last day of a roll-out."""
    return options.first, options.first + timedelta(days=options.weeks * DAYS_PER_WEEK - 1)


# -- who gets what ----------------------------------------------------------------------------------


def misfits(booking: Booking, list_code: str) -> tuple[Allotment, ...]:
    """What a list gives somebody that cannot be laid into the dated plan as it stands now.

    The place is open no more, or she is gone, a vacant line, works that day already or is away from it.
    """
    rollout, sent = booking.known_rollout(), booking.known_list(list_code)
    fitting = {entry.place for entry, _ in _fitting(rollout, sent)}
    return tuple(
        entry for entry in sent.allotments if entry.employee is not None and entry.place not in fitting
    )


def settled(booking: Booking, list_code: str, by: str, at: datetime) -> Booking:
    """What a list gives people becomes decisions on the dated plan; the list is then settled.

    All but its `misfits`, which stay on the list and come to nothing. No two lists are settled in the same
    second: by it their decisions are told apart. Raises InternalError for a list that is settled already.
    """
    rollout, sent = booking.known_rollout(), booking.known_list(list_code)
    if sent.settled_at is not None or not by:
        raise InternalError("a list that cannot be settled")
    at = at.replace(microsecond=0)
    while any(other.settled_at == at for other in booking.lists):
        at += timedelta(seconds=1)
    changes: dict[tuple[str, date], Cell] = {}
    for entry, place in _fitting(rollout, sent):
        changes.update(cells_of_taking(rollout.plan, place, str(entry.employee), rollout.unit.start))
    booking = replace(booking, rollout=decide(rollout, changes, by, at))
    return booking.with_list(replace(sent, settled_at=at))


def unsettled(booking: Booking, list_code: str) -> Booking:
    """The booking as it was before the list was settled; what was decided since stays."""
    sent = booking.known_list(list_code)
    if sent.settled_at is None:
        raise InternalError("a list that is not settled")
    mine = frozenset(settled_by(booking, list_code))
    rollout, days = booking.rollout, {(entry.employee, entry.on) for entry in mine}
    return replace(
        booking,
        rollout=None if rollout is None else undecide(rollout, mine),
        kept=tuple(entry for entry in booking.kept if entry not in mine),
        ledger=tuple(
            entry
            for entry in booking.ledger
            if entry.list != list_code or (entry.employee, entry.on) not in days
        ),
    ).with_list(replace(sent, settled_at=None))


def _fitting(rollout: RollOut, sent: SentList) -> Iterator[tuple[Allotment, OpenPlace]]:
    """What can be laid, each person at most once a day."""
    calendar = Calendar(rollout.unit)
    still = {place.number: place for place in still_open(rollout, sent)}
    taken: set[tuple[str, date]] = set()
    for entry in sent.allotments:
        place = still.get(entry.place)
        if place is None or entry.employee is None or (entry.employee, place.on) in taken:
            continue
        if day_problem(rollout, calendar, place, entry.employee) is None:
            taken.add((entry.employee, place.on))
            yield entry, place

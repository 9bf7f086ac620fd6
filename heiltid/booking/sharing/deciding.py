"""What becomes of a list's places: what the engine proposes, and what the leader decides herself.

A decision stands, whatever is proposed or answered later. What it sets aside is kept in the list's log.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from heiltid.booking.dates.red_days import RED_DAY_OFF
from heiltid.booking.sharing.shares import NOTHING, Sharing, share_request
from heiltid.calendar import Calendar
from heiltid.errors import InternalError
from heiltid.model import Status
from heiltid.model.asking import Allotment, Booking, SentList
from heiltid.model.booking import OpenPlace, RollOut


def proposed(booking: Booking, list_code: str, allotments: Iterable[Allotment]) -> Booking:
    """The list with a new proposal in the place of the last one; what the leader decided stays."""
    sent = booking.known_list(list_code)
    kept = {entry.place: entry for entry in sent.allotments if entry.is_decided}
    found = {entry.place: entry for entry in allotments if not entry.is_decided}
    return _with_allotments(booking, sent, found | kept)


def decision_problem(booking: Booking, list_code: str, place: int, employee: str | None) -> str | None:
    """Why a leader cannot decide this at all, as a key of the catalogue; None: she can.

    What breaks a rule she may decide: it is shown, and it is hers to answer for.
    """
    sent = booking.known_list(list_code)
    wanted = next((entry for entry in sent.places if entry.number == place), None)
    if wanted is None:
        return "sharing.trouble.no_such_place"
    if sent.settled_at is not None:
        return "sharing.trouble.settled"
    if employee is None or booking.rollout is None:
        return None
    return _person_problem(booking.rollout, sent, wanted, employee)


def _person_problem(rollout: RollOut, sent: SentList, wanted: OpenPlace, employee: str) -> str | None:
    problem = day_problem(rollout, Calendar(rollout.unit), wanted, employee)
    if problem is not None:
        return problem
    days = {entry.number: entry.on for entry in sent.places}
    decided_that_day = any(
        entry.employee == employee and entry.place != wanted.number and days[entry.place] == wanted.on
        for entry in sent.allotments
        if entry.is_decided
    )
    return "sharing.trouble.works" if decided_that_day else None


def day_problem(rollout: RollOut, calendar: Calendar, place: OpenPlace, employee: str) -> str | None:
    """Why a place cannot be laid into somebody's line as it is, as a key of the catalogue; None: it can.

    An absence would lie over it at once. A red day given free is hers to work all the same.
    """
    person, row = rollout.unit.employee_by_number().get(employee), rollout.plan.row_of().get(employee)
    day = calendar.day_of(place.on)
    is_there = person is not None and person.status is not Status.VACANT
    if person is None or row is None or not is_there or not 0 <= day < calendar.day_count:
        return "sharing.trouble.no_such_person"
    if place.code is None or place.code not in rollout.unit.shift_by_code():
        return "sharing.trouble.no_code"
    if not calendar.is_employed(person, day):
        return "sharing.trouble.not_employed"
    if calendar.is_absent(person, day) or row.cells[day].absence not in (None, RED_DAY_OFF):
        return "sharing.trouble.away"
    return "sharing.trouble.works" if row.cells[day].works else None


def decided(
    booking: Booking, list_code: str, place: int, employee: str | None, by: str, reason: str, at: datetime
) -> Booking:
    """The leader gives a place to somebody, or (None) keeps it open. It may break a rule.

    Where it sets aside a proposal or an earlier decision, the list's log says so. Whatever was proposed
    for her, and cannot be together with it, is not proposed any more. Raises InternalError without `by`
    and where `decision_problem` has something to say.
    """
    if not by or decision_problem(booking, list_code, place, employee) is not None:
        raise InternalError("a decision that cannot be")
    sent = booking.known_list(list_code)
    found = {entry.place: entry for entry in sent.allotments}
    made = Allotment(place=place, employee=employee, by=by, reason=reason, at=at.replace(microsecond=0))
    was = found.get(place)
    if was is not None and was.employee != employee:
        sent = replace(sent, log=(*sent.log, made))
    found[place] = made
    booking = _with_allotments(booking, sent, found)
    return booking if employee is None else _without_what_clashes(booking, list_code, employee)


def undecided(booking: Booking, list_code: str, place: int) -> Booking:
    """A place the leader leaves to the proposal again; the log keeps what she had decided."""
    sent = booking.known_list(list_code)
    if sent.settled_at is not None:
        raise InternalError("a decision of a settled list")
    found = {entry.place: entry for entry in sent.allotments}
    if found.get(place, Allotment(place=place, employee=None)).is_decided:
        del found[place]
    return _with_allotments(booking, sent, found)


def _without_what_clashes(booking: Booking, list_code: str, employee: str) -> Booking:
    """The list without those proposals for somebody that pass a limit beside what was decided for her."""
    sent = booking.known_list(list_code)
    found = {entry.place: entry for entry in sent.allotments}
    sharing = Sharing(share_request(booking, list_code))
    mine = sharing.proposed(sent.allotments).get(employee, NOTHING)
    keeps = NOTHING
    for number in sorted(mine):
        if number in sharing.places and sharing.limited(employee, keeps | {number}) is None:
            keeps |= {number}
        else:
            found[number] = Allotment(place=number, employee=None)
    return _with_allotments(booking, sent, found)


def _with_allotments(booking: Booking, sent: SentList, found: dict[int, Allotment]) -> Booking:
    return booking.with_list(replace(sent, allotments=tuple(found[place] for place in sorted(found))))

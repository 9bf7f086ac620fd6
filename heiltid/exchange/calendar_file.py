"""A person's shifts as a calendar file (.ics, RFC 5545), for the calendar on her phone.

One event per shift worked, with nothing about anybody else. A shift keeps its UID from one export to
the next as long as it stands on the same day, so that an import renews it; a phone never takes a
shift away by itself.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from icalendar import Calendar as CalendarFile
from icalendar import Event, Timezone, TimezoneDaylight, TimezoneStandard, vRecur

from heiltid.atomic import write_atomically
from heiltid.calendar import OSLO
from heiltid.exchange.person_files import people_with_work, person_paths
from heiltid.model import Employee, Plan, ShiftType, Unit
from heiltid.texts import Language, text

SUFFIX = ".ics"
PRODUCT = "-//Heiltid//Heiltid//NO"
SEQUENCE_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A shift worked on a date, or one that was and is called off. Minutes count from 00:00 of `on`."""

    on: date
    title: str
    start_minute: int
    end_minute: int
    called_off: bool = False


def write_calendar(
    path: Path,
    unit: Unit,
    plan: Plan,
    employee_number: str,
    language: Language,
    *,
    stamp: datetime,
    first: date | None = None,
    runs: int = 1,
) -> None:
    """One person's shifts, whole or not at all. Raises KeyError for an unknown number, and OSError.

    stamp: when the file is made, with its time zone. The same stamp gives the same bytes; a later one
    a higher SEQUENCE, by whole minutes, so that calendars take the newest.
    first: the day the calendar begins, by default and at the earliest the unit's start. A cyclic rota
    goes on from there for `runs` rotations, in the week it has come to; a dated one goes to its end.
    """
    person = unit.employee_by_number()[employee_number]
    found = _shifts(unit, plan, person, first or unit.start, runs, language)
    write_entries(path, unit, person, tuple(found), language, stamp=stamp)


def write_entries(
    path: Path,
    unit: Unit,
    person: Employee,
    entries: tuple[Entry, ...],
    language: Language,
    *,
    stamp: datetime,
) -> None:
    """Some of a person's days, each with the UID its shift has in her whole calendar; see `write_calendar`.

    A day called off has the status CANCELLED; where all are, so is the METHOD. Raises OSError.
    """
    write_atomically(path, _file(unit, person, entries, language, stamp).to_ical())


def write_calendars(
    folder: Path,
    unit: Unit,
    plan: Plan,
    language: Language,
    *,
    stamp: datetime,
    first: date | None = None,
    runs: int = 1,
) -> tuple[Path, ...]:
    """A file for everybody who has a shift in the plan, into a folder that exists; returns the files."""
    written = []
    for person, path in person_paths(folder, people_with_work(unit, plan), SUFFIX):
        write_calendar(path, unit, plan, person.number, language, stamp=stamp, first=first, runs=runs)
        written.append(path)
    return tuple(written)


def _shifts(
    unit: Unit, plan: Plan, person: Employee, first: date, runs: int, language: Language
) -> Iterator[Entry]:
    """Shifts really worked, in time order; days the person is away or not employed have none."""
    row = plan.row_of()[person.number]
    shifts = unit.shift_by_code()
    begin = max((first - unit.start).days, 0)
    end = begin + runs * unit.day_count if unit.is_cyclic else unit.day_count
    for day in range(begin, end):
        cell = row.cells[day % unit.day_count]
        on = unit.start + timedelta(days=day)
        if cell.works and _is_there(unit, person, on):
            yield entry_of(on, shifts[str(cell.shift)], language)


def entry_of(on: date, shift: ShiftType, language: Language) -> Entry:
    """A shift worked on a day."""
    name = shift.name or text(f"wording.kind.{shift.kind.name.lower()}", language)
    return Entry(
        on=on,
        title=f"{shift.code} {name}",
        start_minute=shift.start_minute,
        end_minute=shift.end_minute,
    )


def _is_there(unit: Unit, person: Employee, on: date) -> bool:
    """By the date itself: heiltid.calendar knows a cyclic rota's first run only."""
    if person.employed_from is not None and on < person.employed_from:
        return False
    if person.employed_to is not None and on > person.employed_to:
        return False
    return not any(
        absence.employee == person.number and absence.first <= on <= absence.last for absence in unit.absences
    )


def _file(
    unit: Unit, person: Employee, found: tuple[Entry, ...], language: Language, stamp: datetime
) -> CalendarFile:
    calendar = CalendarFile()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    if found and all(entry.called_off for entry in found):
        calendar.add("method", "CANCEL")
    calendar.add("x-wr-calname", text("pdf_person.calendar_name", language, unit=unit.name).strip(" ,"))
    calendar.add("x-wr-timezone", OSLO.key)
    calendar.add_component(_time_zone())
    for entry in found:
        calendar.add_component(_event(unit, person, entry, language, stamp))
    return calendar


def _event(unit: Unit, person: Employee, entry: Entry, language: Language, stamp: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(unit, person, entry.on))
    event.add("dtstamp", stamp.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", max(0, (stamp - SEQUENCE_FROM) // timedelta(minutes=1)))
    event.add("dtstart", _moment(entry.on, entry.start_minute))
    event.add("dtend", _moment(entry.on, entry.end_minute))
    key = "booking_confirm.calendar_called_off"
    event.add("summary", text(key, language, title=entry.title) if entry.called_off else entry.title)
    if unit.name:
        event.add("location", unit.name)
    if entry.called_off:  # the words say it too: not every calendar shows the status
        event.add("status", "CANCELLED")
    event.add("transp", "TRANSPARENT" if entry.called_off else "OPAQUE")
    return event


def _uid(unit: Unit, person: Employee, on: date) -> str:
    """Tells the same shift in the next export; the 1 leaves room for a second shift on a day."""
    told = "\n".join((unit.name, person.number, on.isoformat(), "1"))
    return f"{hashlib.sha256(told.encode()).hexdigest()[:32]}@heiltid"


def _moment(on: date, minute: int) -> datetime:
    """A minute of the wall clock, by way of UTC: 02:30 in the hour that spring skips is 03:30."""
    wall = datetime.combine(on, datetime.min.time()) + timedelta(minutes=minute)
    return wall.replace(tzinfo=OSLO).astimezone(UTC).astimezone(OSLO)


def _time_zone() -> Timezone:
    """Norwegian time since 1996 as a yearly rule.

    icalendar's own `add_missing_timezones` lists single dates, which Outlook does not read, and gives
    the spring change by the clock after it (03:00) where RFC 5545 wants the clock before (02:00).
    """
    zone = Timezone()
    zone.add("tzid", OSLO.key)
    summer, winter = TimezoneDaylight(), TimezoneStandard()
    for part, name, begins, month in (
        (summer, "CEST", datetime(1996, 3, 31, 2), 3),
        (winter, "CET", datetime(1996, 10, 27, 3), 10),
    ):
        part.add("tzname", name)
        part.add("tzoffsetfrom", _HOUR if part is summer else 2 * _HOUR)
        part.add("tzoffsetto", 2 * _HOUR if part is summer else _HOUR)
        part.add("dtstart", begins)
        part.add("rrule", vRecur({"freq": "yearly", "bymonth": month, "byday": "-1su"}))
        zone.add_component(part)
    return zone

"""The unit in work before anybody has opened or made one."""

from __future__ import annotations

from datetime import date, timedelta

from heiltid.calendar import discuss_by
from heiltid.model import DAYS_PER_WEEK, Unit, UnitFile
from ui.texts import tr

FIRST_WEEKS = 6
WEEKS_AHEAD = 6  # two for AML § 10-3, four to gather wishes and make the rota


def bare_unit(today: date | None = None) -> UnitFile:
    """A unit with nothing in it, from a Monday that leaves time to make the rota and to discuss it."""
    start = first_start(today or date.today())
    return UnitFile(unit=Unit(start=start, weeks=FIRST_WEEKS, shifts=(), demand=(), employees=()))


def first_start(today: date) -> date:
    """The first Monday at least WEEKS_AHEAD from now."""
    earliest = today + timedelta(weeks=WEEKS_AHEAD)
    return earliest + timedelta(days=-earliest.weekday() % DAYS_PER_WEEK)


def discussion_passed(start: date, today: date | None = None) -> bool:
    """Whether a rota that begins on `start` can no longer be discussed in time."""
    return (today or date.today()) > discuss_by(start)


def discussion_words(start: date, today: date | None = None) -> str:
    """By when a rota that begins on `start` must be discussed, or that it is too late for it."""
    now = today or date.today()
    key = "ui.new.discuss_passed" if discussion_passed(start, now) else "ui.new.discuss_by"
    return tr(key, latest=f"{discuss_by(start):%d.%m.%Y}", ahead=f"{first_start(now):%d.%m.%Y}")


def is_bare(file: UnitFile) -> bool:
    """Whether nothing has been opened, made or written yet."""
    unit = file.unit
    return not (unit.name or unit.shifts or unit.demand or unit.employees or file.plans)

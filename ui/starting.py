"""The unit in work before anybody has opened or made one."""

from __future__ import annotations

from datetime import date, timedelta

from heiltid.model import DAYS_PER_WEEK, Unit, UnitFile

FIRST_WEEKS = 6


def bare_unit(today: date | None = None) -> UnitFile:
    """A unit with nothing in it, from the next Monday."""
    now = today or date.today()
    start = now + timedelta(days=DAYS_PER_WEEK - now.weekday())
    return UnitFile(unit=Unit(start=start, weeks=FIRST_WEEKS, shifts=(), demand=(), employees=()))


def is_bare(file: UnitFile) -> bool:
    """Whether nothing has been opened, made or written yet."""
    unit = file.unit
    return not (unit.name or unit.shifts or unit.demand or unit.employees or file.plans)

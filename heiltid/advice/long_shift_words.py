"""What long shifts can do for the weekends: said in one place, and advised only where they save people."""

from __future__ import annotations

from collections.abc import Iterable

from heiltid.measures.long_shifts import (
    LongShifts,
    long_shifts_of,
    possible_long_shifts,
    weekend_long_shifts,
)
from heiltid.measures.weekend_need import works_weekends
from heiltid.model import Employee, Unit
from heiltid.rules.name_list import listed_names, listed_with_and
from heiltid.rules.staffing import clock_text
from heiltid.texts import Language, text


def no_saving_words(unit: Unit, language: Language) -> str:
    """That the unit's long shifts save nobody in the weekends as they lie, and why; "" where they do, and
    where nobody takes any then."""
    found = long_shifts_of(unit) if any(map(_takes_them, unit.planned_employees)) else None
    if found is None or found.saves or len(found.times) < 2:
        return ""
    return _no_saving(found, language)


def long_shift_words(
    unit: Unit, people: Iterable[Employee], language: Language, *, is_short: bool = True
) -> str:
    """That long shifts save nobody; or who of these has not agreed to them where they do; "" for nothing.

    is_short: people lack at weekends, so that somebody may ask why long shifts are no help.
    """
    found = long_shifts_of(unit)
    if found is None or not found.saves:
        return no_saving_words(unit, language) if is_short else ""
    asked = [person for person in people if person.works_by_day and works_weekends(person)]
    count = sum(not person.long_shifts for person in asked)
    key = "none" if count == len(asked) else "some"
    told = {"count": count, "people": len(asked)}
    return text(f"advice.long_shifts.{key}", language, **told) if count else ""


def are_long_shifts_advised(unit: Unit) -> bool:
    """Whether long shifts, or more people who take them, would save people in the weekends."""
    found = possible_long_shifts(unit)
    if found is None or not found.saves:
        return False
    return not weekend_long_shifts(unit) or any(
        not person.long_shifts and person.works_by_day and works_weekends(person)
        for person in unit.planned_employees
    )


def _takes_them(person: Employee) -> bool:
    return person.long_shifts and person.works_by_day and works_weekends(person)


def _no_saving(found: LongShifts, language: Language) -> str:
    times = [
        text("advice.long_shifts.time", language, time=_span(time.start, time.end), people=time.people)
        for time in found.times
    ]
    return text(
        "advice.long_shifts.save_nobody",
        language,
        shifts=listed_names([_span(shift.start_minute, shift.end_minute) for shift in found.shifts]),
        times=listed_with_and(times, language),
    )


def _span(start: int, end: int) -> str:
    return f"{clock_text(start)}–{clock_text(end)}"

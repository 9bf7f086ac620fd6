"""Rules of the nights family: hours of who works nights, nights in a row, the rest after them.

Source: AML § 10-11, usual practice; domain.md section 3.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from heiltid.calendar import Calendar
from heiltid.model import Employee, ShiftKind
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context, Worked
from heiltid.rules.finding import Finding, Severity, merged
from heiltid.rules.limits import limit_of
from heiltid.rules.rest import DAILY_REST
from heiltid.rules.rule import Rule
from heiltid.rules.spells import RowLimit, person_spells, row_findings
from heiltid.rules.weeks import days_of_weeks, paid_by_week, windows

NIGHT_AVERAGE = "night_average"
NIGHTS_IN_ROW = "nights_in_row"
REST_AFTER_NIGHTS = "rest_after_nights"


def check_night_average(context: Context, person: Employee) -> Iterator[Finding]:
    """Who regularly works more than 3 h at night: at most 177.3 h in 4 weeks, the worst one told."""
    limit = limit_of(context, NIGHT_AVERAGE, "minutes", person)
    length = limit_of(context, NIGHT_AVERAGE, "weeks", person)
    regular = limit_of(context, NIGHT_AVERAGE, "regular_shifts", person)
    if limit is None or length is None or regular is None:
        return
    nights = _nights_by_week(context, person)
    paid = paid_by_week(context, person)
    worst, allowed, weeks = 0, 0, set[int]()
    for window in windows(context, person, length) if nights else ():
        found = sum(paid.get(week, 0) for week in window)
        here = limit * len(window) // length  # a dated rota shorter than the window: its share
        if found > here and sum(nights.get(week, 0) for week in window) >= regular:
            weeks.update(window)
            worst, allowed = max((worst, allowed), (found, here))
    if weeks:
        yield Finding(
            rule=NIGHT_AVERAGE,
            paragraph="10-11",
            severity=Severity.BREACH,
            employee=person.number,
            days=days_of_weeks(weeks),
            amount=worst - allowed,
            text_key=NIGHT_AVERAGE,
            values=(("found_minutes", worst), ("limit_minutes", allowed), ("weeks", length)),
        )


def _nights_by_week(context: Context, person: Employee) -> dict[int, int]:
    """Shifts with more than 3 h between 21:00 and 06:00, by week; weeks without any are missing."""
    above = limit_of(context, NIGHT_AVERAGE, "night_shift_above_minutes", person) or 0
    is_night = {
        code: Calendar.night_minutes(shift.start_minute, shift.end_minute) > above
        for code, shift in context.shifts.items()
    }
    found: dict[int, int] = {}
    for entry in context.around(person):
        week = context.calendar.week(entry.day)
        if is_night[entry.shift.code] and (not context.unit.is_cyclic or 0 <= week < context.unit.weeks):
            found[week] = found.get(week, 0) + 1
    return found


def check_nights_in_row(context: Context, person: Employee) -> Iterator[Finding]:
    """Nights in a row: a note above the soft limit, a breach above the hard one or her own."""
    own = person.max_nights_in_row
    hard = own if own is not None else limit_of(context, NIGHTS_IN_ROW, "hard", person)
    limit = RowLimit(
        rule=NIGHTS_IN_ROW,
        paragraph=HOUSE,
        soft=limit_of(context, NIGHTS_IN_ROW, "soft", person),
        hard=hard,
        unit="nights",
    )
    found = person_spells(context, person, lambda shift: shift.kind is ShiftKind.NIGHT)
    yield from row_findings(limit, person, found)


def check_rest_after_nights(context: Context, person: Employee) -> Iterator[Finding]:
    """After the last night of a run, so much rest before a shift of another kind."""
    required = limit_of(context, REST_AFTER_NIGHTS, "minutes", person)
    if required is not None:
        yield from merged(_short_rests_after_nights(context, person, required))


def _short_rests_after_nights(context: Context, person: Employee, required: int) -> Iterator[Finding]:
    lawful = limit_of(context, DAILY_REST, "minutes", person) or 0
    for before, after in itertools.pairwise(context.around(person)):
        if not _ends_a_run(before, after) or not 0 <= after.day < context.calendar.day_count:
            continue
        found = context.calendar.rest_minutes(before.end, after.start)
        if 0 <= found < required:
            yield Finding(
                rule=REST_AFTER_NIGHTS,
                paragraph=HOUSE,
                severity=Severity.BREACH,
                employee=person.number,
                days=(after.day,),
                amount=required - found,
                # A rest too short by law has a finding of its own; here it is said not to look milder.
                text_key=f"{REST_AFTER_NIGHTS}_law" if found < lawful else REST_AFTER_NIGHTS,
                values=(
                    ("before", before.shift.code),
                    ("after", after.shift.code),
                    ("found_minutes", found),
                    ("required_minutes", required),
                    ("lawful_minutes", lawful),
                ),
            )


def _ends_a_run(before: Worked, after: Worked) -> bool:
    return before.shift.kind is ShiftKind.NIGHT and after.shift.kind is not ShiftKind.NIGHT


RULES: tuple[Rule, ...] = (
    Rule(name=NIGHT_AVERAGE, paragraph="10-11", check_person=check_night_average),
    Rule(name=NIGHTS_IN_ROW, paragraph=HOUSE, check_person=check_nights_in_row),
    Rule(name=REST_AFTER_NIGHTS, paragraph=HOUSE, check_person=check_rest_after_nights),
)

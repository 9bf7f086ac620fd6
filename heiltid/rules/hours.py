"""Rules of the hours family: how long a shift, a week and the average over weeks may be; breaks.

A shift's hours belong to the day and week it starts in. The limits on working time (shift, week,
8 weeks) look at shifts really worked; the ordinary hours look at the plan, where a shift under a
laid-over absence keeps its hours. Source: AML §§ 10-4, 10-5, 10-6, 10-9; domain.md section 3.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from heiltid.contract import NIGHT_EXTRA, SUNDAY_EXTRA, PaidHours, is_three_part
from heiltid.model import DAYS_PER_WEEK, Employee, ShiftType
from heiltid.rulebook import RuleBook
from heiltid.rules.agreements import (
    CENTRAL,
    INDIVIDUAL,
    INSPECTION,
    LOCAL,
    SPECIAL,
    Road,
    on_road,
    road,
    road_above,
)
from heiltid.rules.context import Context, Worked
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.limits import limit_of
from heiltid.rules.rule import Rule
from heiltid.rules.weeks import days_of_weeks, paid_by_week, windows

SHIFT_LENGTH = "shift_length"
WEEKLY_HOURS = "weekly_hours"
AVERAGE_WEEKLY_HOURS = "average_weekly_hours"
ORDINARY_HOURS = "ordinary_hours"
BREAK_DUTIES = "break_duties"

# Who covers a shift up to a limit: (parameter, the paragraphs meant for it, wider ones).
SHIFT_LEVELS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("individual_minutes", (INDIVIDUAL, LOCAL), (INSPECTION, SPECIAL, CENTRAL)),
    ("local_minutes", (LOCAL,), (INSPECTION, SPECIAL, CENTRAL)),
    ("inspection_minutes", (INSPECTION, SPECIAL), (CENTRAL,)),
    ("special_minutes", (SPECIAL, CENTRAL), ()),
)
WEEK_LEVELS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("individual_minutes", (INDIVIDUAL, LOCAL), (CENTRAL,)),
    ("local_minutes", (LOCAL,), (CENTRAL,)),
)


def _level_road(
    context: Context,
    person: Employee,
    rule: str,
    levels: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...],
    minutes: int,
) -> Road:
    """The road of the first level whose limit holds these minutes; above all of them: centrally."""
    for parameter, own, above in levels:
        limit = limit_of(context, rule, parameter, person)
        if limit is None or minutes <= limit:
            return road_above(context.book, person.number, own, above)
    return road(context.book, person.number, CENTRAL)


def agreed_shift_minutes(book: RuleBook, employee: str) -> int:
    """The longest shift an agreement that may be used makes ordinary for her; 0: none may."""
    found = 0
    for parameter, own, _ in SHIFT_LEVELS:
        limit = book.value(SHIFT_LENGTH, parameter, employee)
        if limit is not None and any(book.may_use(paragraph, employee) for paragraph in own):
            found = max(found, int(limit))
    return found


def check_shift_length(context: Context, person: Employee) -> Iterator[Finding]:
    """Shifts above 9 h paid need an agreement by their length; one finding per agreement."""
    ordinary = limit_of(context, SHIFT_LENGTH, "ordinary_minutes", person)
    if ordinary is None:
        return
    by_length: dict[int, list[Worked]] = {}
    for entry in context.worked(person):
        minutes = entry.shift.paid_minutes
        if minutes > ordinary:
            by_length.setdefault(minutes, []).append(entry)
    by_road: dict[Road, list[Worked]] = {}
    for minutes, entries in by_length.items():
        way = _level_road(context, person, SHIFT_LENGTH, SHIFT_LEVELS, minutes)
        by_road.setdefault(way, []).extend(entries)
    for way, entries in by_road.items():
        codes = sorted({entry.shift.code for entry in entries})
        longest = max(entry.shift.paid_minutes for entry in entries)
        yield on_road(
            Finding(
                rule=SHIFT_LENGTH,
                paragraph="10-4 (1)",
                severity=Severity.BREACH,
                employee=person.number,
                days=tuple(sorted(entry.day for entry in entries)),
                amount=longest - ordinary,
                text_key=SHIFT_LENGTH if len(codes) == 1 else f"{SHIFT_LENGTH}_many",
                values=(
                    ("codes", ", ".join(codes)),
                    ("found_minutes", longest),
                    ("limit_minutes", ordinary),
                ),
            ),
            way,
        )


def check_weekly_hours(context: Context, person: Employee) -> Iterator[Finding]:
    """Weeks above 40 h need averaging: to 50 h with the employee, to 54 h with the representatives."""
    ordinary = limit_of(context, WEEKLY_HOURS, "ordinary_minutes", person)
    if ordinary is None:
        return
    by_road: dict[Road, dict[int, int]] = {}
    for week, minutes in paid_by_week(context, person).items():
        if week >= 0 and minutes > ordinary:
            way = _level_road(context, person, WEEKLY_HOURS, WEEK_LEVELS, minutes)
            by_road.setdefault(way, {})[week] = minutes
    for way, weeks in by_road.items():
        lengths = set(weeks.values())
        longest = max(lengths)
        yield on_road(
            Finding(
                rule=WEEKLY_HOURS,
                paragraph="10-4 (1)",
                severity=Severity.BREACH,
                employee=person.number,
                days=days_of_weeks(set(weeks)),
                amount=longest - ordinary,
                text_key=WEEKLY_HOURS if len(lengths) == 1 else f"{WEEKLY_HOURS}_many",
                values=(("found_minutes", longest), ("limit_minutes", ordinary)),
            ),
            way,
        )


def check_average_weekly_hours(context: Context, person: Employee) -> Iterator[Finding]:
    """At most 48 h a week on average over any 8 consecutive weeks; the worst window tells how much."""
    limit = limit_of(context, AVERAGE_WEEKLY_HOURS, "minutes", person)
    length = limit_of(context, AVERAGE_WEEKLY_HOURS, "weeks", person)
    if limit is None or length is None:
        return
    paid = paid_by_week(context, person)
    broken: dict[tuple[int, ...], Fraction] = {}
    for window in windows(context, person, length):
        minutes = sum([paid.get(week, 0) for week in window])
        if minutes > limit * len(window):
            broken[window] = Fraction(minutes, len(window))
    if not broken:
        return
    worst = round_up(max(broken.values()))
    yield on_road(
        Finding(
            rule=AVERAGE_WEEKLY_HOURS,
            paragraph="10-5",
            severity=Severity.BREACH,
            employee=person.number,
            days=days_of_weeks({week for window in broken for week in window}),
            amount=worst - limit,
            text_key=AVERAGE_WEEKLY_HOURS,
            values=(("found_minutes", worst), ("limit_minutes", limit), ("weeks", length)),
        ),
        road(context.book, person.number, CENTRAL),
    )


def round_up(minutes: Fraction) -> int:
    """Whole minutes, never below: an average that is too high must not be shown as just right."""
    return -int(-minutes // 1)


def check_ordinary_hours(context: Context, person: Employee) -> Iterator[Finding]:
    """The average over the person's present weeks against the ordinary hours of her kind of rota."""
    days = context.present_days(person)
    hours = context.paid_hours(person)
    if days == 0:
        return
    weeks = Fraction(days, DAYS_PER_WEEK)
    found = ordinary_limit(context, person, hours, weeks)
    if found is None:
        return
    paragraph, limit = found
    average = hours.total / weeks
    if average <= limit:
        return
    yield Finding(
        rule=ORDINARY_HOURS,
        paragraph=paragraph,
        severity=Severity.BREACH,
        employee=person.number,
        amount=round_up(average - limit),
        text_key=ORDINARY_HOURS,
        values=(("found_minutes", round_up(average)), ("limit_minutes", int(limit))),
    )


def ordinary_limit(
    context: Context, person: Employee, hours: PaidHours, weeks: Fraction
) -> tuple[str, Fraction] | None:
    """Paragraph and minutes a week that bind a person, decided from her own plan; None: switched off.

    40 h; with Sunday work 38 h; with day, evening and night in turn (three-part, which is also the
    round-the-clock rota of one person) 40 h less the 10 and 15 minutes each Sunday and night hour
    counts, but not below 36 h, AML § 10-4 (5) and (6).
    """
    values = {
        name: limit_of(context, ORDINARY_HOURS, name, person)
        for name in ("day_minutes", "sunday_minutes", "round_the_clock_minutes")
    }
    day, sunday, floor = values.values()
    limits: list[tuple[Fraction, str]] = []
    if day is not None:
        limits.append((Fraction(day), "10-4 (1)"))
    if sunday is not None and hours.worked_sundays > 0:
        limits.append((Fraction(sunday), "10-4 (4)"))
    if day is not None and floor is not None and is_three_part(hours.kinds):
        extra = (SUNDAY_EXTRA * hours.sunday + NIGHT_EXTRA * hours.night) / weeks
        limits.append((max(Fraction(floor), day - extra), "10-4 (6)"))
    if not limits:
        return None
    limit, paragraph = min(limits)
    return paragraph, limit


def check_break_duties(context: Context) -> Iterator[Finding]:
    """Unpaid breaks of half an hour in all on a working day of 8 h or more; once per code in use.

    A break of 0 means that it is paid and lies inside the shift, which meets the duty.
    """
    lacking = {code: missing_break_minutes(context, shift) for code, shift in sorted(context.shifts.items())}
    for code, missing in lacking.items():
        days = context.days_in_use(code) if missing > 0 else ()
        if days:
            yield Finding(
                rule=BREAK_DUTIES,
                paragraph="10-9",
                severity=Severity.BREACH,
                days=days,
                amount=missing,
                text_key=BREAK_DUTIES,
                values=(
                    ("code", code),
                    ("found_minutes", context.shifts[code].unpaid_break_minutes),
                    ("required_minutes", context.shifts[code].unpaid_break_minutes + missing),
                ),
            )


def missing_break_minutes(context: Context, shift: ShiftType) -> int:
    """Minutes the unpaid break of a shift lacks."""
    needed_above = limit_of(context, BREAK_DUTIES, "needed_above_minutes", None)
    half_hour_from = limit_of(context, BREAK_DUTIES, "half_hour_from_minutes", None)
    half_hour = limit_of(context, BREAK_DUTIES, "half_hour_minutes", None)
    if needed_above is None or half_hour_from is None or half_hour is None:
        return 0
    if shift.unpaid_break_minutes == 0 or shift.paid_minutes < max(half_hour_from, needed_above + 1):
        return 0
    return max(0, half_hour - shift.unpaid_break_minutes)


RULES: tuple[Rule, ...] = (
    Rule(name=SHIFT_LENGTH, paragraph="10-4 (1)", check_person=check_shift_length),
    Rule(name=WEEKLY_HOURS, paragraph="10-4 (1)", check_person=check_weekly_hours),
    Rule(name=AVERAGE_WEEKLY_HOURS, paragraph="10-5", check_person=check_average_weekly_hours),
    Rule(name=ORDINARY_HOURS, paragraph="10-4", check_person=check_ordinary_hours),
    Rule(name=BREAK_DUTIES, paragraph="10-9", check_unit=check_break_duties),
)

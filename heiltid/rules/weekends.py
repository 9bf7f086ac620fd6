"""Rules of weekends: how often, which are extra, whole weekends, the Friday night before a free one.

A weekend is worked if a shift starts on its Saturday or Sunday, Sunday night included; the Friday
night counts only where weekend_frequency.friday_night_counts says so. Source: domain.md sections 3, 6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from heiltid.model import DAYS_PER_WEEK, SATURDAY, SUNDAY, Employee, ShiftKind
from heiltid.rules import sunday
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.rule import Rule
from heiltid.rules.weekend_split import (
    Pattern,
    beside_ordinary,
    by_offset,
    last_ordinary_before,
    ordinary_weekends,
    seam_gap,
)

FRIDAY = SATURDAY - 1
WEEKENDS_IN_PLACE = ("weekend_frequency_other", "weekend_frequency_close")  # text keys: not too many


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekendSplit:
    """One person's worked weekends by rotation week, the ordinary ones and the extra ones."""

    pattern: Pattern
    ordinary: tuple[int, ...]
    extra: tuple[int, ...]
    gap_at_seam: int | None  # weeks, where the seam is too narrow; a note


def _works_night(context: Context, person: Employee, day: int) -> bool:
    cell = context.cell(person, day)
    return cell.works and context.shifts[str(cell.shift)].kind is ShiftKind.NIGHT


def worked_weekends(context: Context, person: Employee) -> dict[int, tuple[int, ...]]:
    """The days on which a shift starts that makes a weekend a worked one, by week.

    Weeks of a dated rota's history are negative.
    """
    history = 0 if context.unit.is_cyclic else len(context.row(person).history) // DAYS_PER_WEEK
    friday_counts = context.book.is_on("weekend_frequency", "friday_night_counts", person.number)
    at_work = context.line(person).days
    found: dict[int, tuple[int, ...]] = {}
    for week in range(-history, context.unit.weeks):
        first = week * DAYS_PER_WEEK
        days = [day for day in (first + SATURDAY, first + SUNDAY) if day in at_work]
        if friday_counts and _works_night(context, person, first + FRIDAY):
            days.insert(0, first + FRIDAY)
        if days:
            found[week] = tuple(days)
    return found


def split_weekends(context: Context, person: Employee, worked: dict[int, tuple[int, ...]]) -> WeekendSplit:
    """Which of the worked weekends are ordinary: by the person's offset, else the best choice.

    Across the seam of a cyclic rota the spacing holds where `Weekend every` divides Weeks; elsewhere
    it is only kept if the person's extra weekends allow it, and a narrow seam is told as a gap.
    """
    every, weeks = person.weekend_every, context.unit.weeks
    ring = weeks if context.unit.is_cyclic else None
    mine = tuple(week for week in worked if week >= 0)
    before = tuple(week for week in worked if week < 0)
    closed = Pattern(worked=mine, every=every, weeks=ring, closed=ring is not None, before=before)
    if person.weekend_offset is not None and every > 0:
        ordinary = by_offset(mine, every, person.weekend_offset)
        return _split(closed, ordinary)
    ordinary = ordinary_weekends(closed)
    fits = len(mine) - len(ordinary) <= person.extra_weekends
    if ring is None or fits or every == 0 or weeks % every == 0:
        return _split(closed, ordinary)
    return _split(closed, ordinary_weekends(Pattern(worked=mine, every=every, weeks=ring)))


def _split(pattern: Pattern, ordinary: tuple[int, ...]) -> WeekendSplit:
    if pattern.weeks is not None:
        gap = seam_gap(ordinary, pattern.weeks)
    else:
        last = last_ordinary_before(pattern.before, pattern.every) if pattern.every else None
        gap = ordinary[0] - last if ordinary and last is not None else None
    return WeekendSplit(
        pattern=pattern,
        ordinary=ordinary,
        extra=tuple(week for week in pattern.worked if week not in ordinary),
        gap_at_seam=gap if gap is not None and gap < pattern.every else None,
    )


def weekend_frequency(context: Context, person: Employee) -> Iterator[Finding]:
    """At most one weekend in `Weekend every`, and `Extra weekends` more in the rota."""
    worked = worked_weekends(context, person)
    split = split_weekends(context, person, worked)
    excess = len(split.extra) - person.extra_weekends
    common = (("every", person.weekend_every), ("extra", person.extra_weekends))
    first = () if person.weekend_offset is None else (("first", person.weekend_offset),)
    if excess > 0:
        yield _finding(
            "weekend_frequency",
            _frequency_key(context, person, len(split.pattern.worked)),
            Severity.BREACH,
            person,
            _days_of(worked, split.extra),
            (excess, "weekends"),
            (*common, ("worked", len(split.pattern.worked)), *first),
        )
    elif split.gap_at_seam is not None:
        yield _finding(
            "weekend_frequency",
            "weekend_frequency_seam",
            Severity.NOTE,
            person,
            _days_of(worked, _at_seam(split)),
            (person.weekend_every - split.gap_at_seam, "weeks"),
            common,
        )


def _frequency_key(context: Context, person: Employee, worked: int) -> str:
    """Too many weekends; or as many as there may be, some of them not her own, or too close."""
    if not person.weekend_every:
        return "weekend_frequency_never"
    most = ceil(Fraction(context.unit.weeks, person.weekend_every)) + person.extra_weekends
    if worked > most:
        return "weekend_frequency"
    return "weekend_frequency_close" if person.weekend_offset is None else "weekend_frequency_other"


def _at_seam(split: WeekendSplit) -> tuple[int, ...]:
    """The ordinary weekends of the plan that lie at its seam: both ends of a cyclic rota, else the start."""
    first, last = split.ordinary[0], split.ordinary[-1]
    return (first,) if split.pattern.weeks is None else (first, last)


def extra_weekend_spacing(context: Context, person: Employee) -> Iterator[Finding]:
    """An extra weekend right before or after an ordinary working weekend."""
    if not context.book.is_on("extra_weekend_spacing", employee=person.number):
        return
    worked = worked_weekends(context, person)
    split = split_weekends(context, person, worked)
    beside = beside_ordinary(split.extra, split.ordinary, split.pattern)
    if beside:
        yield _finding(
            "extra_weekend_spacing",
            "extra_weekend_spacing",
            Severity.NOTE,
            person,
            _days_of(worked, beside),
            (len(beside), "weekends"),
        )


def weekend_together(context: Context, person: Employee) -> Iterator[Finding]:
    """Only one of Saturday and Sunday worked, though the person is there on both."""
    if not context.book.is_on("weekend_together", employee=person.number):
        return
    halves: list[int] = []
    at_work = context.line(person).days
    for week in range(context.unit.weeks):
        first = week * DAYS_PER_WEEK
        both = (first + SATURDAY, first + SUNDAY)
        on = [day for day in both if day in at_work]
        if len(on) == 1 and all(_is_there(context, person, day) for day in both):
            halves.extend(on)
    if halves:
        yield _finding(
            "weekend_together",
            "weekend_together",
            Severity.NOTE,
            person,
            tuple(halves),
            (len(halves), "weekends"),
        )


def _is_there(context: Context, person: Employee, day: int) -> bool:
    """Employed and not away, neither by an absence known beforehand nor by one laid over."""
    return context.calendar.is_present(person, day) and context.cell(person, day).absence is None


def free_weekend_friday(context: Context, person: Employee) -> Iterator[Finding]:
    """A night shift that starts on the Friday before a weekend otherwise free."""
    if not context.book.is_on("free_weekend_friday", employee=person.number):
        return
    fridays, at_work = [], context.line(person).days
    for week in range(context.unit.weeks):
        first = week * DAYS_PER_WEEK
        free = first + SATURDAY not in at_work and first + SUNDAY not in at_work
        if free and first + FRIDAY in at_work and _works_night(context, person, first + FRIDAY):
            fridays.append(first + FRIDAY)
    if fridays:
        yield _finding(
            "free_weekend_friday",
            "free_weekend_friday",
            Severity.NOTE,
            person,
            tuple(fridays),
            (len(fridays), "nights"),
        )


def _days_of(worked: dict[int, tuple[int, ...]], weeks: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({day for week in weeks for day in worked[week]}))


def _finding(
    rule: str,
    text_key: str,
    severity: Severity,
    person: Employee,
    days: tuple[int, ...],
    amount: tuple[int, str],
    values: tuple[tuple[str, int], ...] = (),
) -> Finding:
    return Finding(
        rule=rule,
        paragraph=HOUSE,
        severity=severity,
        employee=person.number,
        days=days,
        amount=amount[0],
        unit=amount[1],
        text_key=text_key,
        values=values,
    )


RULES: tuple[Rule, ...] = (
    sunday.RULE,
    Rule(name="weekend_frequency", paragraph=HOUSE, check_person=weekend_frequency),
    Rule(name="extra_weekend_spacing", paragraph=HOUSE, check_person=extra_weekend_spacing),
    Rule(name="weekend_together", paragraph=HOUSE, check_person=weekend_together),
    Rule(name="free_weekend_friday", paragraph=HOUSE, check_person=free_weekend_friday),
)

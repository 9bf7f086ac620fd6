"""Rules of patterns: days in a row, quick returns, single days, and who gets nights and evenings.

House limits, from domain.md section 3 (engine notes); a limit the rule book lacks is off.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from heiltid.model import Cell, Employee
from heiltid.rules.agreements import HOUSE
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.kind_split import kind_split
from heiltid.rules.limits import limit_of
from heiltid.rules.rule import Rule
from heiltid.rules.spells import RowLimit, form_of, person_spells, row_findings


def days_in_row(context: Context, person: Employee) -> Iterator[Finding]:
    """Working days in a row; a person's own `Max days in row` is her hard limit."""
    own = person.max_days_in_row
    limit = RowLimit(
        rule="days_in_row",
        paragraph=HOUSE,
        soft=limit_of(context, "days_in_row", "soft", person),
        hard=own if own is not None else limit_of(context, "days_in_row", "hard", person),
        unit="days",
    )
    if limit.soft is None and limit.hard is None:
        return
    yield from row_findings(limit, person, person_spells(context, person, lambda shift: True))


def quick_returns(context: Context, person: Employee) -> Iterator[Finding]:
    """Rests below the daily rest, counted in the week in which the later shift starts."""
    soft = limit_of(context, "quick_returns", "soft", person)
    hard = limit_of(context, "quick_returns", "hard", person)
    rest = context.book.value("daily_rest", "minutes", person.number)
    if rest is None or (soft is None and hard is None):
        return
    returns: dict[int, list[int]] = {}
    for before, after in pairwise(context.around(person)):
        if not 0 <= after.day < context.calendar.day_count:
            continue
        if context.calendar.rest_minutes(before.end, after.start) < rest:
            returns.setdefault(context.calendar.week(after.day), []).append(after.day)
    strained = []
    for days in returns.values():
        if hard is not None and len(days) > hard:
            yield _quick_returns(person, Severity.BREACH, hard, [days])
        elif soft is not None and len(days) > soft:
            strained.append(days)
    if strained and soft is not None:
        yield _quick_returns(person, Severity.NOTE, soft, strained)


def _quick_returns(person: Employee, severity: Severity, limit: int, weeks: list[list[int]]) -> Finding:
    return Finding(
        rule="quick_returns",
        paragraph=HOUSE,
        severity=severity,
        employee=person.number,
        days=tuple(day for days in weeks for day in days),
        amount=sum(len(days) - limit for days in weeks),
        unit="times",
        text_key="quick_returns",
        values=(("most", max(len(days) for days in weeks)), ("limit", limit), *form_of(severity)),
    )


_WORK, _FREE, _AWAY = "WFA"  # away: absent or not employed, neither work nor a day off


def _known_days(context: Context, person: Employee) -> tuple[int, str]:
    """The first day that is known, and a letter for each day from there.

    One day beyond each seam is known: of the history, or of the next run.
    """
    row, calendar = context.row(person), context.calendar
    days = "".join(map(_letter, row.cells, calendar.presence(person)))
    if context.unit.is_cyclic:
        return -1, days[-1] + days + days[0]
    if row.history:
        return -1, _letter(row.history[-1], calendar.is_present(person, -1)) + days
    return 0, days


def _letter(cell: Cell, is_present: bool) -> str:
    if cell.absence is not None:
        return _AWAY
    if cell.shift is not None:
        return _WORK
    return _FREE if is_present else _AWAY


def _between(context: Context, person: Employee, single: str, around: str) -> tuple[int, ...]:
    """Days that are `single` with `around` the day before and the day after."""
    if not context.book.is_on("isolated_days", employee=person.number):
        return ()
    first, days = _known_days(context, person)
    wanted = around + single + around
    found = []
    place = days.find(wanted)
    while place >= 0:
        found.append(first + place + 1)
        place = days.find(wanted, place + 1)
    return tuple(found)


def isolated_work_day(context: Context, person: Employee) -> Iterator[Finding]:
    """A single working day between free days."""
    yield from _isolated(person, "isolated_work_day", _between(context, person, _WORK, _FREE))


def isolated_free_day(context: Context, person: Employee) -> Iterator[Finding]:
    """A single free day between working days."""
    yield from _isolated(person, "isolated_free_day", _between(context, person, _FREE, _WORK))


def _isolated(person: Employee, rule: str, days: tuple[int, ...]) -> Iterator[Finding]:
    if days:
        yield Finding(
            rule=rule,
            paragraph=HOUSE,
            severity=Severity.NOTE,
            employee=person.number,
            days=days,
            amount=len(days),
            unit="days",
            text_key=rule,
        )


RULES: tuple[Rule, ...] = (
    Rule(name="days_in_row", paragraph=HOUSE, check_person=days_in_row),
    Rule(name="quick_returns", paragraph=HOUSE, check_person=quick_returns),
    Rule(name="isolated_work_day", paragraph=HOUSE, check_person=isolated_work_day),
    Rule(name="isolated_free_day", paragraph=HOUSE, check_person=isolated_free_day),
    Rule(name="kind_split", paragraph=HOUSE, check_unit=kind_split),
)

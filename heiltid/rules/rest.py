"""Rules of the rest family: daily rest, one work period at a time; weekly rest has its own file.

Source: AML § 10-8, domain.md section 3. Rest is counted by the clock on the wall, less the hour the
spring change takes.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from heiltid.model import MINUTES_PER_DAY, Employee
from heiltid.rules.agreements import CENTRAL, on_road, rest_road, road
from heiltid.rules.context import Context, Worked
from heiltid.rules.finding import Finding, Severity, merged
from heiltid.rules.limits import limit_of
from heiltid.rules.rule import Rule
from heiltid.rules.weekly_rest import PARAGRAPH as WEEKLY_PARAGRAPH
from heiltid.rules.weekly_rest import WEEKLY_REST, check_weekly_rest

DAILY_REST = "daily_rest"
ONE_WORK_PERIOD = "one_work_period"
PARAGRAPH = "10-8 (1)"
COMPENSATION_PARAGRAPH = "10-8 (3)"


class _Rest(NamedTuple):
    """The rest that follows a shift. `gap` lasts to the next shift; None: none is known."""

    before: Worked
    after: Worked | None
    gap: int | None

    @property
    def within_day(self) -> int:
        """Rest the shift itself leaves in the 24 hours from its start."""
        return max(0, MINUTES_PER_DAY - (self.before.end - self.before.start))

    @property
    def found(self) -> int:
        """The rest that counts in those 24 hours."""
        within, gap = self.within_day, self.gap
        return gap if gap is not None and gap < within else within

    @property
    def is_cut_by_length(self) -> bool:
        """True when the shift's own length, not the next shift, takes the rest."""
        return self.gap is None or self.within_day <= self.gap

    @property
    def overlaps(self) -> bool:
        """Overlapping shifts have no rest to judge: the rule one_work_period tells of them."""
        return self.gap is not None and self.gap < 0

    @property
    def place(self) -> int:
        """The day a reader looks for it: of the next shift, or of the shift that is too long."""
        return self.before.day if self.is_cut_by_length or self.after is None else self.after.day


def _rests(context: Context, person: Employee) -> list[_Rest]:
    line, rest_minutes = context.around(person), context.calendar.rest_minutes
    found = [
        _Rest(before, after, rest_minutes(before.end, after.start))
        for before, after in itertools.pairwise(line)
    ]
    return [*found, _Rest(line[-1], None, None)] if line else []


def _in_plan(context: Context, day: int) -> bool:
    return 0 <= day < context.calendar.day_count


def check_daily_rest(context: Context, person: Employee) -> Iterator[Finding]:
    """11 h between two work periods and within 24 h of a shift's start.

    Down to 8 h with the union representatives, 10-8 (3), below that with the unions centrally. The
    rest that follows a shortened one must make up for it: 11 h and the shortfall.
    """
    required = limit_of(context, DAILY_REST, "minutes", person)
    if required is None:
        return
    rests = _rests(context, person)
    short = [
        (rest, rests[place + 1] if place + 1 < len(rests) else None)
        for place, rest in enumerate(rests)
        if rest.found < required and not rest.overlaps
    ]
    yield from merged(_shortened(context, person, [rest for rest, _ in short], required))
    yield from merged(_uncompensated(context, person, short, required))


def _shortened(context: Context, person: Employee, rests: list[_Rest], required: int) -> Iterator[Finding]:
    agreed = limit_of(context, DAILY_REST, "agreed_minutes", person)
    for rest in rests:
        if not _in_plan(context, rest.place):
            continue
        is_below_agreed = agreed is not None and rest.found < agreed
        key = "daily_rest_central" if is_below_agreed else DAILY_REST
        yield on_road(
            Finding(
                rule=DAILY_REST,
                paragraph=PARAGRAPH,
                severity=Severity.BREACH,
                employee=person.number,
                days=(rest.place,),
                amount=required - rest.found,
                text_key="daily_rest_long_shift" if rest.is_cut_by_length else key,
                values=(
                    ("before", rest.before.shift.code),
                    ("after", "" if rest.after is None else rest.after.shift.code),
                    ("found_minutes", rest.found),
                    ("required_minutes", required),
                    ("agreed_minutes", agreed or 0),
                ),
            ),
            rest_road(context.book, person.number, rest.found, agreed),
        )


def _uncompensated(
    context: Context, person: Employee, short: list[tuple[_Rest, _Rest | None]], required: int
) -> Iterator[Finding]:
    """Short rests whose following rest does not make up for them."""
    for rest, following in short:
        if following is None:
            continue
        needed = required + required - rest.found
        gap, after = following.gap, following.after
        # A long shift's rest goes on beyond the 24 hours and may itself make up for the shortfall.
        if rest.gap is None or rest.gap >= needed or gap is None or after is None or not 0 <= gap < needed:
            continue
        if _in_plan(context, after.day):
            yield on_road(
                Finding(
                    rule=DAILY_REST,
                    paragraph=COMPENSATION_PARAGRAPH,
                    severity=Severity.BREACH,
                    employee=person.number,
                    days=(after.day,),
                    amount=needed - gap,
                    text_key="daily_rest_compensation",
                    values=(
                        ("before", following.before.shift.code),
                        ("after", after.shift.code),
                        ("found_minutes", gap),
                        ("required_minutes", needed),
                    ),
                ),
                road(context.book, person.number, CENTRAL),
            )


def check_one_work_period(context: Context, person: Employee) -> Iterator[Finding]:
    """One shift at a time: the next may not start before the one before it has ended."""
    if not context.book.is_on(ONE_WORK_PERIOD, employee=person.number):
        return
    yield from merged(_overlaps(context, person))


def _overlaps(context: Context, person: Employee) -> Iterator[Finding]:
    for before, after in itertools.pairwise(context.around(person)):
        if after.start < before.end and _in_plan(context, after.day):
            yield Finding(
                rule=ONE_WORK_PERIOD,
                paragraph=PARAGRAPH,
                severity=Severity.BREACH,
                employee=person.number,
                days=(after.day,),
                amount=before.end - after.start,
                text_key="one_work_period",
                values=(("before", before.shift.code), ("after", after.shift.code)),
            )


RULES: tuple[Rule, ...] = (
    Rule(name=DAILY_REST, paragraph=PARAGRAPH, check_person=check_daily_rest),
    Rule(name=WEEKLY_REST, paragraph=WEEKLY_PARAGRAPH, check_person=check_weekly_rest),
    Rule(name=ONE_WORK_PERIOD, paragraph=PARAGRAPH, check_person=check_one_work_period),
)

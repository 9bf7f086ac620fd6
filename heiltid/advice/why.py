"""Why a shift stands where it does, or what each shift would bring on a free day; all as values.

"Why" means: what would break or be lost if this cell were changed, by the same rules as ever.
"""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.advice.differences import about, added
from heiltid.advice.shortfalls import Shortfall, lacking_then, shortfalls
from heiltid.advice.takers import (
    Hindrance,
    Taker,
    absence_code,
    closed_day,
    hindrance,
    ranked,
    taker,
    who_can_take,
    wishes_on,
    with_cell,
)
from heiltid.model import FREE, Cell, Employee, ShiftKind, Wish
from heiltid.rules.contract import deviation_minutes
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from heiltid.rules.staffing import OFF
from heiltid.wishes import is_met

MOST_COLLEAGUES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cleared:
    """What it would mean to take a shift out of the plan.

    brought and eased: findings on the person or the unit that come or grow worse, and that go or grow
    milder; what lacks in the staffing stands in `shortfalls` alone, and in `lacking` what lacks that day
    already, with the shift. colleagues: the best of those who could stand there instead;
    colleague_count: how many they are in all, None where nobody was asked.
    """

    shortfalls: tuple[Shortfall, ...]
    lacking: tuple[Shortfall, ...]
    brought: tuple[Finding, ...]
    eased: tuple[Finding, ...]
    deviation_after: int
    colleagues: tuple[Taker, ...]
    colleague_count: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyHere:
    """One cell. Where a shift is worked `cleared` tells what it is for; a free one has `options`.

    findings: those about this person and this day. closed: what keeps her from any shift that day;
    standing: the code of the absence, if it is that.
    options: every code she may work, the best first. deviation: minutes beyond the hours of her position.
    """

    employee: str
    day: int
    cell: Cell
    findings: tuple[Finding, ...]
    wishes_met: tuple[Wish, ...]
    wishes_broken: tuple[Wish, ...]
    deviation: int
    cleared: Cleared | None = None
    closed: Hindrance | None = None
    standing: str | None = None
    options: tuple[Taker, ...] = ()


def why_here(judgement: Judgement, employee: str, day: int, *, colleagues: int = MOST_COLLEAGUES) -> WhyHere:
    """The cell of a planned employee on a day of the plan. Raises KeyError for anybody else.

    colleagues: how many to name; 0 asks nobody, which is quicker.
    """
    context = judgement.context
    person = {entry.number: entry for entry in context.people}[employee]
    cell = context.row(person).cells[day]
    wishes = [(wish, is_met(wish, day, cell, context.shifts)) for wish in wishes_on(context, person, day)]
    closed = None if cell.works else closed_day(context, person, day)
    is_open = not cell.works and closed is None
    return WhyHere(
        employee=employee,
        day=day,
        cell=cell,
        findings=tuple(
            finding
            for finding in about(judgement, employee)
            if finding.employee == employee and day in finding.days
        ),
        wishes_met=tuple(wish for wish, met in wishes if met),
        wishes_broken=tuple(wish for wish, met in wishes if not met),
        deviation=deviation_minutes(context, person),
        cleared=_cleared(judgement, person, day, colleagues) if cell.works else None,
        closed=closed,
        standing=None if cell.works else absence_code(context, person, day),
        options=_options(judgement, person, day) if is_open else (),
    )


def _options(judgement: Judgement, person: Employee, day: int) -> tuple[Taker, ...]:
    """Every code the person may be planned on that day."""
    return ranked(
        taker(judgement, person, day, shift)
        for shift in judgement.context.shifts.values()
        if shift.kind is not ShiftKind.OTHER and hindrance(judgement.context, person, day, shift) is None
    )


def _cleared(judgement: Judgement, person: Employee, day: int, colleagues: int) -> Cleared:
    code = str(judgement.context.row(person).cells[day].shift)
    without = with_cell(judgement, person, day, FREE)
    now, then = [
        [finding for finding in about(entry, person.number) if finding.rule not in OFF]
        for entry in (judgement, without)
    ]
    takers = who_can_take(without, day, code) if colleagues else ()
    able = tuple(entry for entry in takers if entry.can and entry.employee != person.number)
    return Cleared(
        shortfalls=shortfalls(judgement.context.staffed, without.context.staffed, (day, code)),
        lacking=lacking_then(judgement.context.staffed, (day, code)),
        brought=added(now, then),
        eased=added(then, now),
        deviation_after=deviation_minutes(without.context, person),
        colleagues=able[:colleagues],
        colleague_count=len(able) if colleagues else None,
    )

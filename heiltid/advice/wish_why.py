"""Why a wish for a day is not met: what meeting it would break or leave lacking, by the same rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from heiltid.advice.differences import about, added
from heiltid.advice.shortfalls import Shortfall, shortfalls
from heiltid.advice.takers import Hindrance, hindrance, with_cell
from heiltid.model import FREE, Cell, Employee, ShiftType, Signed, Wish
from heiltid.rules.contract import deviation_minutes
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement
from heiltid.rules.staffing import MINIMUM, OFF
from heiltid.wishes import is_met, wish_days


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What would stand there if the wish were met, and what that would bring.

    code: None is a free day. shortfalls: what lacks where the shift that stands there is given up. new:
    findings on her or on the unit that come or grow worse. Deviations are minutes beyond the hours of
    her position.
    """

    code: str | None
    shortfalls: tuple[Shortfall, ...]
    new: tuple[Finding, ...]
    deviation_before: int
    deviation_after: int

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The rules it would break."""
        return tuple(finding for finding in self.new if finding.severity is Severity.BREACH)


@dataclass(frozen=True, slots=True, kw_only=True)
class WishWhy:
    """A wish on one of its days. Where it is not met one of `closed` and `instead` tells why.

    closed: what keeps her from the shift she wants, whatever else stands there, and which shift that is;
    instead: the cell that would meet the wish at the least cost.
    """

    wish: Wish
    day: int
    cell: Cell
    is_met: bool
    closed: tuple[Hindrance, ShiftType] | None = None
    instead: Instead | None = None


def days_met(judgement: Judgement, wish: Wish) -> dict[int, bool]:
    """Whether each day of the wish is met, in order. Raises KeyError for somebody who is not planned."""
    context = judgement.context
    cells = context.row(_person(judgement, wish)).cells
    return {day: is_met(wish, day, cells[day], context.shifts) for day in wish_days(wish, context.calendar)}


def wish_why(judgement: Judgement, wish: Wish, day: int) -> WishWhy:
    """The wish on one of its days. Raises KeyError for somebody who is not planned."""
    context, person = judgement.context, _person(judgement, wish)
    cell = context.row(person).cells[day]
    if is_met(wish, day, cell, context.shifts):
        return WishWhy(wish=wish, day=day, cell=cell, is_met=True)
    if is_met(wish, day, FREE, context.shifts):
        instead = _instead(judgement, person, day, None)
        return WishWhy(wish=wish, day=day, cell=cell, is_met=False, instead=instead)
    closed, tried = None, []
    bare = with_cell(judgement, person, day, FREE) if cell.works else judgement
    for shift in _wanted(judgement, wish, day):
        hinders = hindrance(bare.context, person, day, shift)
        if hinders is None:
            tried.append(_instead(judgement, person, day, shift.code))
        else:
            closed = closed or (hinders, shift)
    best = min(tried, key=_cost, default=None)
    return WishWhy(wish=wish, day=day, cell=cell, is_met=False, closed=None if best else closed, instead=best)


def _person(judgement: Judgement, wish: Wish) -> Employee:
    return {person.number: person for person in judgement.context.people}[wish.employee]


def _wanted(judgement: Judgement, wish: Wish, day: int) -> Iterator[ShiftType]:
    """The shifts that would meet the wish."""
    shifts = judgement.context.shifts
    return (shift for shift in shifts.values() if is_met(wish, day, Cell(shift=shift.code), shifts))


def _instead(judgement: Judgement, person: Employee, day: int, code: str | None) -> Instead:
    context = judgement.context
    given_up = context.row(person).cells[day].shift
    after = with_cell(judgement, person, day, FREE if code is None else Cell(shift=code))
    lacking: tuple[Shortfall, ...] = ()
    if given_up is not None:
        lacking = shortfalls(context.staffed, after.context.staffed, (day, given_up))
    new = added(about(judgement, person.number), about(after, person.number))
    return Instead(
        code=code,
        shortfalls=lacking,
        new=tuple(finding for finding in new if finding.rule not in OFF),
        deviation_before=deviation_minutes(context, person),
        deviation_after=deviation_minutes(after.context, person),
    )


def _cost(instead: Instead) -> tuple[int, ...]:
    unsigned = sum(
        finding.severity is Severity.NEEDS_AGREEMENT and finding.signed is not Signed.YES
        for finding in instead.new
    )
    return (
        len(instead.breaches),
        sum(entry.rule == MINIMUM for entry in instead.shortfalls),
        unsigned,
        len(instead.shortfalls),
        len(instead.new),
        abs(instead.deviation_after),
    )

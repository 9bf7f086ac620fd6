"""Who could take a shift: what it would bring each one, the best first; and why the others cannot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from heiltid.advice.differences import about, added
from heiltid.advice.shortfalls import filled_minutes, left_lacking
from heiltid.model import (
    MINUTES_PER_DAY,
    PLANNABLE_KINDS,
    Cell,
    Employee,
    ShiftKind,
    ShiftType,
    Signed,
    Wish,
    WishStrength,
)
from heiltid.rules.context import Context
from heiltid.rules.contract import deviation_minutes
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import Judgement, rejudge
from heiltid.wishes import is_met, wish_days

WEIGHT = {WishStrength.MUST: 4, WishStrength.STRONG: 2, WishStrength.WEAK: 1}


class Hindrance(StrEnum):
    """What keeps somebody from a shift before any rule is asked."""

    NOT_EMPLOYED = "not_employed"
    ABSENT = "absent"
    WORKS = "works"
    LOCKED = "locked"
    SHIFT_DAYS = "shift_days"
    KIND = "kind"
    LONG_SHIFTS = "long_shifts"
    NIGHTS_ONLY = "nights_only"
    COMPETENCE = "competence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Taker:
    """One employee on one day with one code, and what that would bring.

    standing: the code or the absence that stands there already. new: findings on her or on the unit
    that would come or grow worse. Deviations are minutes beyond the hours of her position. wishes_met
    and wishes_lost: those of the day that the shift meets, or breaks, and the free day did not.
    filled_minutes: person-minutes below the Min that it takes away; a nurse may fill two Demand rows.
    lacking: competences that would still be missing in the shift's time because she is not of them.
    """

    employee: str
    day: int
    code: str
    hindrance: Hindrance | None = None
    standing: str | None = None
    new: tuple[Finding, ...] = ()
    deviation_before: int
    deviation_after: int
    wishes_met: tuple[Wish, ...] = ()
    wishes_lost: tuple[Wish, ...] = ()
    filled_minutes: int = 0
    lacking: tuple[str, ...] = ()

    @property
    def can(self) -> bool:
        """Whether she may take it without a breach."""
        return self.hindrance is None and not self.breaches

    @property
    def breaches(self) -> tuple[Finding, ...]:
        """The rules it would break."""
        return self._of(Severity.BREACH)

    @property
    def agreements(self) -> tuple[Finding, ...]:
        """What it would rest on, signed or not."""
        return self._of(Severity.NEEDS_AGREEMENT)

    @property
    def notes(self) -> tuple[Finding, ...]:
        """The soft rules it would strain."""
        return self._of(Severity.NOTE)

    def _of(self, severity: Severity) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.new if finding.severity is severity)


def who_can_take(judgement: Judgement, day: int, code: str) -> tuple[Taker, ...]:
    """Every planned employee as a taker of the code on that day of the plan, the best first.

    Those who can: no competence left missing, no agreement that is not signed, then who fills most of
    what lacks to the Min, fewer notes, the wishes, most hours missing. Then those whose line would
    break a rule, then those who are hindered. Raises KeyError for an unknown code.
    """
    context = judgement.context
    shift = context.shifts[code]
    return ranked(taker(judgement, person, day, shift) for person in context.people)


def ranked(takers: Iterable[Taker]) -> tuple[Taker, ...]:
    """Takers, the best first; of equal ones the first stays first."""
    return tuple(sorted(takers, key=_rank))


def _rank(entry: Taker) -> tuple[int, ...]:
    unsigned = sum(finding.signed is not Signed.YES for finding in entry.agreements)
    wishes = sum(WEIGHT[wish.strength] for wish in entry.wishes_met)
    wishes -= sum(WEIGHT[wish.strength] for wish in entry.wishes_lost)
    return (
        entry.hindrance is not None,
        len(entry.breaches),
        len(entry.lacking),
        unsigned,
        -entry.filled_minutes,
        len(entry.notes),
        -wishes,
        entry.deviation_before,
    )


def taker(judgement: Judgement, person: Employee, day: int, shift: ShiftType) -> Taker:
    """One person as a taker; who is hindered is not judged."""
    context = judgement.context
    cell = context.row(person).cells[day]
    deviation = deviation_minutes(context, person)
    found = hindrance(context, person, day, shift)
    if found is not None:
        return Taker(
            employee=person.number,
            day=day,
            code=shift.code,
            hindrance=found,
            standing=absence_code(context, person, day) or cell.shift,
            deviation_before=deviation,
            deviation_after=deviation,
        )
    given = Cell(shift=shift.code)
    after = with_cell(judgement, person, day, given)
    staffed, cover = (context.staffed, after.context.staffed), (day, shift.code)
    met, lost = wishes_changed(context, person, day, cell, given)
    return Taker(
        employee=person.number,
        day=day,
        code=shift.code,
        new=added(about(judgement, person.number), about(after, person.number)),
        deviation_before=deviation,
        deviation_after=deviation_minutes(after.context, person),
        wishes_met=met,
        wishes_lost=lost,
        filled_minutes=filled_minutes(*staffed, cover),
        lacking=left_lacking(*staffed, cover),
    )


def with_cell(judgement: Judgement, person: Employee, day: int, cell: Cell) -> Judgement:
    """The plan with one cell replaced, judged."""
    row = judgement.context.row(person)
    changed = replace(row, cells=(*row.cells[:day], cell, *row.cells[day + 1 :]))
    return rejudge(judgement, judgement.plan.with_rows({person.number: changed}))


def hindrance(context: Context, person: Employee, day: int, shift: ShiftType) -> Hindrance | None:
    """What keeps a person from the shift on that day, or None."""
    return closed_day(context, person, day) or closed_shift(context, person, day, shift)


def closed_day(context: Context, person: Employee, day: int) -> Hindrance | None:
    """What keeps a person from any shift on that day, or None."""
    cell = context.row(person).cells[day]
    if not context.calendar.is_employed(person, day):
        return Hindrance.NOT_EMPLOYED
    if cell.absence is not None or context.calendar.is_absent(person, day):
        return Hindrance.ABSENT
    if cell.shift is not None:
        return Hindrance.WORKS
    return Hindrance.LOCKED if cell.locked else None


def closed_shift(context: Context, person: Employee, day: int, shift: ShiftType) -> Hindrance | None:
    """What keeps a person from a code on that day, whatever stands there now; or None."""
    if not context.calendar.matches(shift.days, day):
        return Hindrance.SHIFT_DAYS
    if shift.kind is ShiftKind.LONG and not person.long_shifts:
        return Hindrance.NIGHTS_ONLY if _is_outside_her_nights(person, shift) else Hindrance.LONG_SHIFTS
    if shift.kind in PLANNABLE_KINDS and shift.kind not in person.kinds:
        return Hindrance.KIND
    needed = shift.competence
    if needed is not None and needed not in context.unit.covered_by(person.competence):
        return Hindrance.COMPETENCE
    return None


def _is_outside_her_nights(person: Employee, shift: ShiftType) -> bool:
    """A shift by day for one who works nights only: nobody has asked her for a yes to long ones."""
    return person.works_ordinary_nights_only and shift.end_minute <= MINUTES_PER_DAY


def absence_code(context: Context, person: Employee, day: int) -> str | None:
    """The code of the absence on that day, laid over or known beforehand."""
    laid_over = context.row(person).cells[day].absence
    when = context.calendar.date_of(day)
    known = (
        entry.code
        for entry in context.unit.absences
        if entry.employee == person.number and entry.first <= when <= entry.last
    )
    return laid_over or next(known, None)


def wishes_on(context: Context, person: Employee, day: int) -> tuple[Wish, ...]:
    """The person's wishes for that day."""
    return tuple(wish for wish in context.wishes_of(person) if day in wish_days(wish, context.calendar))


def wishes_changed(
    context: Context, person: Employee, day: int, was: Cell, now: Cell
) -> tuple[tuple[Wish, ...], tuple[Wish, ...]]:
    """(met now and not before, met before and not now), of the person's wishes for that day."""
    wishes = [
        (wish, is_met(wish, day, was, context.shifts), is_met(wish, day, now, context.shifts))
        for wish in wishes_on(context, person, day)
    ]
    return (
        tuple(wish for wish, before, after in wishes if after and not before),
        tuple(wish for wish, before, after in wishes if before and not after),
    )

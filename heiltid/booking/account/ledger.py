"""What people have worked on top of their plans: day by day, over twelve months, and what follows from it.

The ledger of a booking holds the days no roll-out in force has; those of the one in force are read from
it. Twelve months end with their day and begin the day after the same date a year before.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from heiltid.booking.account.list_decisions import list_codes
from heiltid.booking.dates.judging import with_substitutes
from heiltid.booking.dates.rolling import undecide
from heiltid.booking.places.hours import Hours
from heiltid.contract import ROTA_WEEK_MINUTES
from heiltid.model import FULL_TIME_BP, Employee, Plan, PlanRow, Status, Unit, UnitFile
from heiltid.model.asking import Booking, Extra
from heiltid.model.booking import RollOut
from heiltid.rulebook import book_of

RULE = "larger_position"
YEAR_MONTHS, YEAR_WEEKS = 12, 52
ListOf: TypeAlias = Mapping[tuple[str, date, str], str]  # employee, date and code: the list it came from


def extras_of(
    rollout: RollOut, list_of: ListOf | None = None, *, planned: Plan | None = None
) -> tuple[Extra, ...]:
    """Everything that was taken on top of a roll-out, by person and date; a moved shift adds nothing.

    planned: the roll-out's plan without its decisions, where that is known already.
    """
    unit = with_substitutes(rollout.unit)
    hours, people = Hours(unit), unit.employee_by_number()
    rows = (undecide(rollout, rollout.decisions).plan if planned is None else planned).row_of()
    touched = {decision.employee for decision in rollout.decisions}
    return tuple(
        entry
        for row in rollout.plan.rows
        if row.employee in touched and people[row.employee].status is not Status.VACANT
        for entry in _of_person(hours, people[row.employee], rows[row.employee], row, list_of or {})
    )


def _of_person(
    hours: Hours, person: Employee, planned: PlanRow, row: PlanRow, list_of: ListOf
) -> Iterator[Extra]:
    found = hours.untaken(person, planned, row)
    taken_off = found.unbound - hours.untaken(person, planned, planned).unbound  # to be worked another day
    for day, shift, gone in hours.taken(planned, row):
        split = hours.split(found, day, shift, instead_of=gone)
        found = hours.with_shift(found, day, shift, instead_of=gone)
        moved = min(taken_off, split.unbound)
        taken_off -= moved
        on = hours.calendar.date_of(day)
        if split.unbound > moved or split.extra or split.overtime:
            yield Extra(
                employee=person.number,
                on=on,
                code=shift.code,
                unbound_minutes=split.unbound - moved,
                extra_minutes=split.extra,
                overtime_minutes=split.overtime,
                list=list_of.get((person.number, on, shift.code), ""),
            )


def months_before(on: date, months: int) -> date:
    """The same date so many months before; in a shorter month its last day."""
    year, month = divmod(on.year * 12 + on.month - 1 - months, 12)
    _, last = monthrange(year, month + 1)
    return date(year, month + 1, min(on.day, last))


def all_extras(
    booking: Booking, until: date, months: int = YEAR_MONTHS, *, planned: Plan | None = None
) -> tuple[Extra, ...]:
    """What was taken on top in the months up to a day, that day included, by date and person."""
    live: tuple[Extra, ...] = ()
    if booking.rollout is not None:
        live = extras_of(booking.rollout, list_codes(booking), planned=planned)
    since = months_before(until, months)
    found = [entry for entry in (*booking.ledger, *live) if since < entry.on <= until]
    return tuple(sorted(found, key=lambda entry: (entry.on, entry.employee)))


def last_known_day(booking: Booking) -> date | None:
    """The end of the roll-out in force, else the last day in the ledger; None: neither is there."""
    if booking.rollout is not None:
        return booking.rollout.unit.start + timedelta(days=booking.rollout.unit.day_count - 1)
    return max((entry.on for entry in booking.ledger), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What somebody's hours beyond her position over twelve months correspond to, AML § 14-4 a.

    months: how many of the twelve have such hours; corresponds_bp: her position with them, here.
    """

    employee: str
    position_bp: int
    wanted_bp: int
    extra_minutes: int
    overtime_minutes: int
    months: int
    corresponds_bp: int
    is_regular: bool

    @property
    def more_bp(self) -> int:
        """How much larger the position would be."""
        return self.corresponds_bp - self.position_bp

    @property
    def is_due(self) -> bool:
        """Whether she should be offered the larger position."""
        return self.is_regular and self.more_bp > 0


def claims(file: UnitFile, on: date) -> tuple[Claim, ...]:
    """Everybody who worked beyond a part-time position in the twelve months up to a day, most first.

    Who has left by that day can be offered no position here. Hours of the position (unbound ones) are not
    beyond it. Overtime is told but makes no position larger, and no position passes full time, here and
    elsewhere together. The hours are spread over 52 weeks, as a position is; how many months make it
    regular is a setting, for the law gives no number.
    """
    if file.booking is None:
        return ()
    extras = all_extras(file.booking, on)
    people = (
        person
        for person in file.unit.employees
        if person.status is not Status.VACANT and (person.employed_to is None or person.employed_to >= on)
    )
    found = (_claim(file.unit, person, extras, on) for person in people)
    return tuple(sorted((entry for entry in found if entry is not None), key=lambda entry: -entry.more_bp))


def _claim(unit: Unit, person: Employee, extras: Iterable[Extra], on: date) -> Claim | None:
    mine = [entry for entry in extras if entry.employee == person.number]
    beyond = [entry for entry in mine if entry.extra_minutes or entry.overtime_minutes]
    room = max(person.position_bp, FULL_TIME_BP - person.elsewhere_bp)
    if not beyond or person.position_bp >= room:
        return None
    extra = sum(entry.extra_minutes for entry in beyond)
    year = (unit.full_time_week_minutes or ROTA_WEEK_MINUTES) * YEAR_WEEKS
    months = {_months_ago(entry.on, on) for entry in beyond if entry.extra_minutes}
    least = book_of(unit).value(RULE, "regular_months", person.number)
    return Claim(
        employee=person.number,
        position_bp=person.position_bp,
        wanted_bp=person.wanted_bp,
        extra_minutes=extra,
        overtime_minutes=sum(entry.overtime_minutes for entry in beyond),
        months=len(months),
        corresponds_bp=min(room, person.position_bp + round(extra * FULL_TIME_BP / year)),
        is_regular=least is not None and len(months) >= int(least),
    )


def _months_ago(when: date, on: date) -> int:
    """Which of the months that end on a day another day lies in; 0 = the last."""
    return next(ago for ago in range(YEAR_MONTHS) if when > months_before(on, ago + 1))

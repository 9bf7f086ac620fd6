"""What a sharing has to know of the people on a list: what they want, may claim, and have had already."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from heiltid.allocation import Asked
from heiltid.booking.answers.sending import answers_of
from heiltid.booking.places.position_if_taken import list_weeks
from heiltid.booking.places.taking import Takers
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, Status, Unit
from heiltid.model.asking import Answer, Booking, Choice, Extra, SentList, Willingness


def asked_people(
    booking: Booking, sent: SentList, takers: Takers, extras: Iterable[Extra]
) -> tuple[Asked, ...]:
    """Everybody on a list who still has a line, in its order, those who have not answered too.

    takers: the people before the dated plan; extras: what people had before.
    """
    answers, had = answers_of(booking, sent.code), carried_minutes(extras)
    weeks = _weeks(takers, sent)
    assert booking.rollout is not None
    unit = booking.rollout.unit
    found = []
    for offer in sent.offers:
        employee, answer = offer.employee, answers.get(offer.employee)
        if employee not in takers.by_number:
            continue
        offered = {standing.place for standing in offer.offered}
        found.append(
            Asked(
                employee=employee,
                choices=() if answer is None else _yes(answer, offered),
                most_minutes=None if answer is None else answer.most_minutes,
                missing_minutes=missing_minutes(unit, takers, employee, weeks),
                carried_minutes=had.get(employee, 0),
            )
        )
    return tuple(found)


def _yes(answer: Answer, offered: Collection[int]) -> tuple[Choice, ...]:
    return tuple(
        choice
        for choice in answer.choices
        if choice.willingness is not Willingness.NO and choice.place in offered
    )


def _weeks(takers: Takers, sent: SentList) -> range:
    """The weeks of the plan that a list reaches over."""
    monday, weeks = list_weeks(sent)
    first = (monday - takers.unit.start).days // DAYS_PER_WEEK
    return range(max(0, first), min(takers.unit.weeks, first + weeks))


def carried_minutes(extras: Iterable[Extra]) -> dict[str, int]:
    """What people have had on top of their plans, however it counted."""
    found: dict[str, int] = {}
    for entry in extras:
        minutes = entry.unbound_minutes + entry.extra_minutes + entry.overtime_minutes
        found[entry.employee] = found.get(entry.employee, 0) + minutes
    return found


def missing_minutes(unit: Unit, takers: Takers, employee: str, weeks: range) -> int:
    """What somebody may claim over some weeks of the plan (0 = its first).

    Hours of her position that no shift fills yet are hers to begin with. To them comes what she wants
    above her position (AML § 14-3) on the days of those weeks on which she is employed, less the extra
    hours she has in them already; nothing for substitutes by the hour, and for who has chosen part-time.
    """
    person, hours = unit.employee_by_number()[employee], takers.hours_of(employee)
    room_bp = FULL_TIME_BP - person.elsewhere_bp
    wanted_bp = min(person.wanted_bp, room_bp) - hours.position_bp
    if person.status is Status.HOURLY or person.chosen_part_time or wanted_bp <= 0:
        return hours.unbound
    full_time = hours.week_minutes * FULL_TIME_BP // room_bp  # week_minutes: less what is elsewhere
    days = range(weeks.start * DAYS_PER_WEEK, weeks.stop * DAYS_PER_WEEK)
    there = sum(takers.context.calendar.is_employed(person, day) for day in days)
    wanted = full_time * there * wanted_bp // (DAYS_PER_WEEK * FULL_TIME_BP)
    return hours.unbound + max(0, wanted - _extra_in(takers, employee, weeks))


def _extra_in(takers: Takers, employee: str, weeks: range) -> int:
    """Extra minutes she has taken in some weeks."""
    person, row = takers.by_number[employee], takers.context.rows[employee]
    planned, found = takers.planned_row(employee), 0
    hours = takers.hours.untaken(person, planned, row)
    for day, shift, gone in takers.hours.taken(planned, row):
        if day // DAYS_PER_WEEK in weeks:
            found += takers.hours.split(hours, day, shift, instead_of=gone).extra
        hours = takers.hours.with_shift(hours, day, shift, instead_of=gone)
    return found

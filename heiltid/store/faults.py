"""What makes values unusable together: asked before a file is saved, and after it was opened."""

from __future__ import annotations

from collections import Counter

from heiltid.booking.answers.tokens import LIST_SIGNS, SIGNS
from heiltid.booking.dates.rolling import options_problem
from heiltid.model import HISTORY_DAYS, Plan, PlanRole, UnitFile
from heiltid.model.asking import Booking, SentList
from heiltid.model.booking import RollOut, Standing

SECRET_BYTES = 32


def first_fault(file: UnitFile) -> str | None:
    """What makes a file's values unusable together, without any name in it; None when nothing does.

    Asked before saving and after opening, so that whatever was saved can be opened.
    """
    return content_fault(file) or (None if file.booking is None else booking_fault(file.booking))


def content_fault(file: UnitFile) -> str | None:
    """As `first_fault`, of the unit and its plans."""
    unit = file.unit
    codes = {shift.code for shift in unit.shifts}
    people = {person.number for person in unit.employees}
    if len(codes) != len(unit.shifts) or len(people) != len(unit.employees):
        return "a shift code or an employee number stands twice"
    if any(row.shift is not None and row.shift not in codes for row in unit.demand):
        return "demand for an unknown shift code"
    roles = Counter(plan.role for plan in file.plans)
    if roles[PlanRole.TODAY] > 1 or roles[PlanRole.BEFORE] > 1:
        return "more than one rota of today"
    faults = (_plan_fault(plan, unit.day_count, codes, people) for plan in file.plans)
    return next((fault for fault in faults if fault is not None), None)


def _plan_fault(plan: Plan, day_count: int, codes: set[str], people: set[str]) -> str | None:
    if len({row.employee for row in plan.rows}) != len(plan.rows):
        return "a person has two lines in one plan"
    for row in plan.rows:
        if row.employee not in people:
            return "a line of a plan belongs to nobody"
        if len(row.cells) != day_count or len(row.history) not in (0, HISTORY_DAYS):
            return "a line of a plan has a wrong number of days"
        used = {cell.shift for cell in (*row.cells, *row.history) if cell.shift is not None}
        if not used <= codes:
            return "a plan uses an unknown shift code"
    for decision in plan.decisions:
        if decision.employee is not None and decision.employee not in people:
            return "a decision is about nobody"
        if not all(-HISTORY_DAYS <= day < day_count for day in decision.days):
            return "a decision is about days outside the plan"
    return None


def booking_fault(booking: Booking) -> str | None:
    """As `first_fault`, of a booking."""
    codes = [sent.code for sent in booking.lists] + [asked.code for asked in booking.wish_rounds]
    if len(booking.secret) != SECRET_BYTES:
        return "a secret of a wrong length"
    if not all(len(code) == LIST_SIGNS and set(code) <= set(SIGNS) for code in codes):
        return "a list or wish round with a code that is none"  # folders are called by it
    if len(set(codes)) != len(codes):
        return "two lists or wish rounds of one code"
    faults = [None if booking.rollout is None else _rollout_fault(booking.rollout)]
    faults += [_list_fault(sent) for sent in booking.lists]
    return next((fault for fault in faults if fault is not None), None)


def _rollout_fault(rollout: RollOut) -> str | None:
    if options_problem(rollout.base_unit, rollout.options) is not None:
        return "a roll-out over weeks that cannot be"
    return content_fault(UnitFile(unit=rollout.base_unit, plans=(rollout.base_plan,)))


def _list_fault(sent: SentList) -> str | None:
    numbers = {place.number for place in sent.places}
    asked = {offer.employee for offer in sent.offers}
    shared = {entry.place for entry in sent.allotments}
    if (len(numbers), len(asked), len(shared)) != (len(sent.places), len(sent.offers), len(sent.allotments)):
        return "a place, a person or an allotment stands twice in one list"
    if not shared <= numbers or not {entry.place for entry in (*sent.log, *sent.told)} <= numbers:
        return "an allotment of a place that is not on the list"
    for offer in sent.offers:
        if not all(_is_sound(entry, offer.employee, numbers) for entry in offer.standings):
            return "a standing that does not belong to its offer"
    return None


def _is_sound(entry: Standing, employee: str, numbers: set[int]) -> bool:
    if entry.place not in numbers or entry.employee != employee:
        return False
    has_minutes = entry.unbound_minutes or entry.extra_minutes or entry.overtime_minutes
    return entry.rule is None if entry.can else not has_minutes and not entry.strains

"""Who may take an open place, and how it counts for each of them.

Law and agreements decide: the person's line is judged with the shift in it, and what would be broken by
it refuses it, as does an agreement it would need that may not be used. Whoever says yes to a weekend on
top of the rota's does so of her own will: how often the rota may lay weekends on her stops nobody,
unless the unit's rule book says so.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import replace
from datetime import date

from heiltid.advice.differences import added
from heiltid.advice.takers import hindrance
from heiltid.booking.dates.judging import with_substitutes
from heiltid.booking.dates.own_weekends import may_add_weekends
from heiltid.booking.dates.rolling import undecide
from heiltid.booking.places.hours import Hours, HoursOf, Split
from heiltid.booking.places.open_places import attended, open_places
from heiltid.booking.places.overtime import RULE as OVERTIME
from heiltid.booking.places.overtime import overtime_passed
from heiltid.model import FREE, Cell, Employee, Plan, PlanRow, ShiftType, Status, Unit
from heiltid.model.booking import OpenList, OpenPlace, OpenWhy, Overtime, Refusal, RollOut, Standing
from heiltid.rulebook import RuleBook
from heiltid.rules.context import Context
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.judgement import person_findings

REST_RULES = frozenset({"daily_rest", "weekly_rest", "one_work_period", "rest_after_nights"})
WEEKEND_FREQUENCY = "weekend_frequency"


class Takers:
    """The people of a dated plan before its open places. What is asked does not change it."""

    def __init__(
        self, unit: Unit, plan: Plan, *, planned: Plan | None = None, overtime: Iterable[Overtime] = ()
    ) -> None:
        """planned: the plan without what was taken since (None: nothing was); overtime: from before it."""
        self.unit = with_substitutes(unit)
        self.plan = plan
        self._planned = (plan if planned is None else planned).row_of()
        self._before = tuple(overtime)
        self.context = Context(self.unit, attended(unit, plan))
        self.hours = Hours(self.unit)
        self._hours_of: dict[str, HoursOf] = {}
        self._findings: dict[str, tuple[Finding, ...]] = {}
        vacant = {person.number for person in unit.employees if person.status is Status.VACANT}
        self.people = tuple(person for person in self.context.people if person.number not in vacant)
        self.by_number = {person.number: person for person in self.people}

    def hours_of(self, employee: str) -> HoursOf:
        """A person's hours with all she has taken."""
        if employee not in self._hours_of:
            person, row = self.by_number[employee], self.context.rows[employee]
            found = self.hours.of(person, self.planned_row(employee), row)
            before = self.overtime_before(employee)
            self._hours_of[employee] = replace(found, overtime=(*before, *found.overtime))
        return self._hours_of[employee]

    def planned_row(self, employee: str) -> PlanRow:
        """A person's line without what was taken since."""
        return self._planned.get(employee, self.context.rows[employee])

    def overtime_before(self, employee: str) -> tuple[Overtime, ...]:
        """What a person had of overtime before the plan."""
        return tuple(entry for entry in self._before if entry.employee == employee)

    def standings(self, place: OpenPlace) -> tuple[Standing, ...]:
        """Everybody before a place, in the order of the staff list."""
        return tuple(self.standing(place, person.number) for person in self.people)

    def standing(self, place: OpenPlace, employee: str) -> Standing:
        """One person before a place. Raises KeyError for somebody who cannot be asked."""
        person = self.by_number[employee]
        shift = None if place.code is None else self.context.shifts.get(place.code)
        refused = Standing(place=place.number, employee=employee, refusal=Refusal.NO_CODE)
        if shift is None:
            return refused
        day = self.context.calendar.day_of(place.on)
        hindered = self.hindered(place, person, day, shift)
        if hindered is not None:
            return replace(refused, refusal=hindered)
        hours = self.hours_of(employee)
        split = self.hours.split(hours, day, shift)
        passed = overtime_passed(self.hours.book, employee, hours.overtime, place.on, split.overtime)
        if passed is not None:
            return replace(refused, refusal=Refusal.OVERTIME, rule=OVERTIME)
        return self._judged(refused, person, day, shift, split)

    def hindered(self, place: OpenPlace, person: Employee, day: int, shift: ShiftType) -> Refusal | None:
        """What keeps her from a place before any rule is asked; None: nothing."""
        found = hindrance(self.context, person, day, shift)
        if found is not None:
            return Refusal(found.value)
        covered = self.unit.covered_by(person.competence)
        return Refusal.COMPETENCE if place.competence not in (None, *covered) else None

    def _judged(
        self, refused: Standing, person: Employee, day: int, shift: ShiftType, split: Split
    ) -> Standing:
        """Whatever her line with the shift in it breaks, bends or strains that it did not before."""
        row = self.context.row(person)
        cells = (*row.cells[:day], Cell(shift=shift.code), *row.cells[day + 1 :])
        plan = self.context.plan.with_rows({person.number: replace(row, cells=cells)})
        after = person_findings(self.context.with_plan(plan, (person.number,)), person)
        strains: list[str] = []
        for finding in added(self.findings_of(person), after):
            refusal = refusal_by(self.hours.book, finding, person.number)
            if refusal is not None:
                return replace(refused, refusal=refusal, rule=finding.rule)
            if finding.severity is not Severity.NEEDS_AGREEMENT:
                strains.append(finding.rule)
        return replace(
            refused,
            refusal=None,
            unbound_minutes=split.unbound,
            extra_minutes=split.extra,
            overtime_minutes=split.overtime,
            strains=tuple(dict.fromkeys(strains)),
        )

    def findings_of(self, person: Employee) -> tuple[Finding, ...]:
        """What the rules tell of her line as it stands."""
        if person.number not in self._findings:
            self._findings[person.number] = person_findings(self.context, person)
        return self._findings[person.number]

    def after(self, place: OpenPlace, employee: str) -> Takers:
        """The same when somebody has taken a place."""
        other = copy(self)
        row, day = self.context.rows[employee], self.context.calendar.day_of(place.on)
        cells = (*row.cells[:day], Cell(shift=place.code), *row.cells[day + 1 :])
        taken = replace(row, cells=cells)
        other.plan = self.plan.with_rows({employee: taken})
        other.context = self.context.with_plan(self.context.plan.with_rows({employee: taken}), (employee,))
        shift, hours = self.context.shifts[str(place.code)], self.hours_of(employee)
        other._hours_of = {**self._hours_of, employee: self.hours.with_shift(hours, day, shift)}
        other._findings = {who: found for who, found in self._findings.items() if who != employee}
        return other


def refusal_by(book: RuleBook, finding: Finding, employee: str) -> Refusal | None:
    """Why a finding that a shift would bring refuses it; None: it does not."""
    if finding.severity is Severity.NEEDS_AGREEMENT:
        paper = finding.agreement
        usable = paper is not None and book.may_use(paper, employee)
        return None if usable else Refusal.AGREEMENT
    if finding.severity is not Severity.BREACH:
        return None
    if finding.rule == WEEKEND_FREQUENCY and may_add_weekends(book, employee):
        return None
    return Refusal.REST if finding.rule in REST_RULES else Refusal.RULE


def takers_of(rollout: RollOut, overtime: Iterable[Overtime] = ()) -> Takers:
    """The people of a roll-out; what was decided on it counts on top of what the rota has them work."""
    planned = undecide(rollout, rollout.decisions).plan
    return Takers(rollout.unit, rollout.plan, planned=planned, overtime=overtime)


def open_list(rollout: RollOut, ring: Iterable[str] = (), *, since: date | None = None) -> OpenList:
    """The open places of a roll-out: the own unit is asked first, then those named, in their order."""
    places = open_places(rollout.unit, rollout.plan, rollout.lost, since=since)
    return OpenList(places=places, ring=(rollout.unit.name, *ring))


def cells_of_taking(plan: Plan, place: OpenPlace, employee: str, start: date) -> dict[tuple[str, date], Cell]:
    """What changes in the dated plan when somebody takes a place: her cell, and a vacant line's is free."""
    found = {(employee, place.on): Cell(shift=place.code)}
    row = None if place.whose is None else plan.row_of().get(place.whose)
    day = (place.on - start).days
    if place.why is OpenWhy.VACANCY and row is not None and row.cells[day].shift == place.code:
        found[row.employee, place.on] = FREE
    return found

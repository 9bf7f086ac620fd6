"""Lines judged with all that somebody is given at once: rest, weeks and overtime look at the whole.

The order in which places are thought given does not count here: hours are reckoned by date, as they
will be when the list is settled.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from heiltid.advice.differences import added
from heiltid.booking.places.hours import HoursOf
from heiltid.booking.places.overtime import RULE as OVERTIME
from heiltid.booking.places.overtime import overtime_passed
from heiltid.booking.places.taking import Takers, refusal_by
from heiltid.model import Cell, PlanRow, ShiftType
from heiltid.model.booking import OpenPlace, Overtime, Refusal
from heiltid.rules.judgement import person_findings


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """Why somebody may not have some places: the rule behind it, where there is one."""

    refusal: Refusal
    rule: str | None = None


class WholeLines:
    """The lines of the people before the places of a list.

    kept: what each has by a leader's decision; it stands in her line before anything is judged, so
    that a breach it brings stops nothing else. Numbers are those of places she is given besides.
    """

    def __init__(
        self, takers: Takers, places: Sequence[OpenPlace], kept: Mapping[str, Collection[int]]
    ) -> None:
        self._plain = takers
        self._places = {place.number: place for place in places}
        self._kept = {who: tuple(sorted(numbers)) for who, numbers in kept.items()}
        self._bases: dict[str, Takers] = {}
        self._breaches: dict[tuple[str, frozenset[int]], Breach | None] = {}
        self._hours: dict[tuple[str, frozenset[int]], HoursOf] = {}
        self._untaken: dict[str, HoursOf] = {}
        self._taken: dict[str, tuple[tuple[int, ShiftType, int], ...]] = {}

    def knows(self, employee: str) -> bool:
        """Whether somebody has a line here."""
        return employee in self._plain.by_number

    def breach(self, employee: str, numbers: frozenset[int]) -> Breach | None:
        """What stops her from having all of these; None: she may."""
        key = employee, numbers
        if key not in self._breaches:
            self._breaches[key] = self._judged(employee, numbers)
        return self._breaches[key]

    def hindered(self, employee: str, numbers: frozenset[int]) -> Breach | None:
        """What keeps her from one of them before any rule is asked, a second one the same day included."""
        base = self.base(employee)
        person, days = base.by_number[employee], set[int]()
        for number in sorted(numbers):
            place = self._places[number]
            if not self._fits(place):
                return Breach(refusal=Refusal.NO_CODE)
            day = base.context.calendar.day_of(place.on)
            found = base.hindered(place, person, day, base.context.shifts[str(place.code)])
            if found is not None or day in days:
                return Breach(refusal=found or Refusal.WORKS)
            days.add(day)
        return None

    def hours(self, employee: str, numbers: frozenset[int]) -> HoursOf:
        """Her hours with these and what is kept."""
        key = employee, numbers
        if key not in self._hours:
            self._hours[key] = self._reckoned(employee, numbers)
        return self._hours[key]

    def overtime_minutes(self, employee: str, numbers: frozenset[int]) -> int:
        """Minutes of overtime that these and what is kept bring her."""
        had = _sum(self._plain.hours_of(employee).overtime)
        return _sum(self.hours(employee, numbers).overtime) - had

    def base(self, employee: str) -> Takers:
        """Everybody before the places when somebody has what is kept for her."""
        if employee not in self._bases:
            base = self._plain
            for number in self._kept.get(employee, ()):
                if self._fits(self._places[number]):
                    base = base.after(self._places[number], employee)
            self._bases[employee] = base
        return self._bases[employee]

    def _fits(self, place: OpenPlace) -> bool:
        """Whether a place has a day and a code of the plan at all."""
        days = range(self._plain.unit.day_count)
        return (
            place.code in self._plain.context.shifts and self._plain.context.calendar.day_of(place.on) in days
        )

    def _row(self, base: Takers, employee: str, numbers: frozenset[int]) -> PlanRow:
        row, calendar = base.context.rows[employee], base.context.calendar
        cells = list(row.cells)
        for number in numbers:
            cells[calendar.day_of(self._places[number].on)] = Cell(shift=self._places[number].code)
        return replace(row, cells=tuple(cells))

    def _reckoned(self, employee: str, numbers: frozenset[int]) -> HoursOf:
        base = self.base(employee)
        planned, row = base.planned_row(employee), base.context.rows[employee]
        days = {base.context.calendar.day_of(self._places[number].on): number for number in numbers}
        if len(days) < len(numbers) or any(planned.cells[day].shift is not None for day in days):
            # On the day of a planned shift she was taken off the one replaces the other.
            row = self._row(base, employee, numbers)
            found = base.hours.of(base.by_number[employee], planned, row)
            return replace(found, overtime=(*base.overtime_before(employee), *found.overtime))
        if employee not in self._untaken:
            self._untaken[employee] = base.hours.untaken(base.by_number[employee], planned, row)
            self._taken[employee] = tuple(base.hours.taken(planned, row))
        found = replace(self._untaken[employee], overtime=base.overtime_before(employee))
        more = [(day, base.context.shifts[str(self._places[number].code)], 0) for day, number in days.items()]
        for day, shift, gone in sorted((*self._taken[employee], *more), key=lambda entry: entry[0]):
            found = base.hours.with_shift(found, day, shift, instead_of=gone)
        return found

    def _judged(self, employee: str, numbers: frozenset[int]) -> Breach | None:
        base, hindered = self.base(employee), self.hindered(employee, numbers)
        if hindered is not None:
            return hindered
        if self._passes_overtime(base, employee, numbers):
            return Breach(refusal=Refusal.OVERTIME, rule=OVERTIME)
        person, row = base.by_number[employee], self._row(base, employee, numbers)
        plan = base.context.plan.with_rows({employee: row})
        after = person_findings(base.context.with_plan(plan, (employee,)), person)
        for finding in added(base.findings_of(person), after):
            refusal = refusal_by(base.hours.book, finding, employee)
            if refusal is not None:
                return Breach(refusal=refusal, rule=finding.rule)
        return None

    def _passes_overtime(self, base: Takers, employee: str, numbers: frozenset[int]) -> bool:
        """Whether a limit is passed by overtime that is not there without them."""
        before, after = (
            list(self.hours(employee, frozenset()).overtime),
            self.hours(employee, numbers).overtime,
        )
        for entry in after:
            if entry in before:
                before.remove(entry)
                continue
            others = list(after)
            others.remove(entry)
            if overtime_passed(base.hours.book, employee, others, entry.on, entry.minutes) is not None:
                return True
        return False


def _sum(overtime: Collection[Overtime]) -> int:
    return sum(entry.minutes for entry in overtime)

"""What the engine knows before it decides anything: people, codes, days, fixed cells, limits.

A roster inside the engine is an array of shape (people, days) with the index of a shift in
`Frame.shifts`, or FREE_CODE. Everything here is a constant of one request.
"""

from __future__ import annotations

from collections.abc import Container
from fractions import Fraction
from functools import cached_property

import numpy as np
import numpy.typing as npt

from heiltid.calendar import Calendar
from heiltid.contract import (
    DAY_WEEK_MINUTES,
    NIGHT_EXTRA,
    ROTA_WEEK_MINUTES,
    ROUND_THE_CLOCK_WEEK_MINUTES,
    SUNDAY_EXTRA,
    is_three_part,
    may_work,
    paid_hours,
    present_weeks,
    reckon,
    tolerance_minutes,
)
from heiltid.coverage import Coverage
from heiltid.jobs import SolveRequest
from heiltid.measures.budget import fte_budget_bp
from heiltid.model import (
    FREE,
    FULL_TIME_BP,
    Cell,
    Employee,
    Plan,
    PlanRole,
    PlanRow,
    ShiftKind,
    WishStrength,
)
from heiltid.rulebook import RuleBook, book_of
from heiltid.wishes import is_met, wish_days
from solver.lawful_codes import is_lawful_code
from solver.limits import Limits, zones_of

FREE_CODE = -1
UNLIMITED = 10**9
Roster = npt.NDArray[np.int16]


class Frame:
    """One request, prepared for the engine."""

    def __init__(self, request: SolveRequest) -> None:
        self.request = request
        self.unit = request.unit
        self.calendar = Calendar(self.unit)
        self.coverage = Coverage(self.unit, self.calendar)
        self.book: RuleBook = book_of(self.unit)
        self.people: tuple[Employee, ...] = self.unit.planned_employees
        self.shifts = self.unit.shifts
        self.shift_index = {shift.code: index for index, shift in enumerate(self.shifts)}
        self.days = self.unit.day_count
        self.weeks = self.unit.weeks
        self.is_cyclic = self.unit.is_cyclic
        self.budget_bp = fte_budget_bp(self.unit)
        self._weeks: dict[str, Fraction] = {}  # full-time weeks reckoned three-part, by number
        self._today = request.today.row_of() if request.today is not None else {}

    @cached_property
    def paid(self) -> npt.NDArray[np.int64]:
        """Paid minutes of each shift, with a 0 at the end so that FREE_CODE indexes it."""
        return np.array([shift.paid_minutes for shift in self.shifts] + [0], dtype=np.int64)

    @cached_property
    def nights(self) -> frozenset[int]:
        """Indices of night codes."""
        return self._of_kind(ShiftKind.NIGHT)

    @cached_property
    def longs(self) -> frozenset[int]:
        """Indices of long codes."""
        return self._of_kind(ShiftKind.LONG)

    @cached_property
    def evenings(self) -> frozenset[int]:
        """Indices of evening codes."""
        return self._of_kind(ShiftKind.EVENING)

    def _of_kind(self, kind: ShiftKind) -> frozenset[int]:
        return frozenset(i for i, shift in enumerate(self.shifts) if shift.kind is kind)

    def today_cell(self, person: Employee, day: int) -> Cell:
        """Today's cell, FREE without a rota."""
        row = self._today.get(person.number)
        return row.cells[day] if row is not None else FREE

    @cached_property
    def history(self) -> Roster:
        """Shift indices of the two weeks before a dated rota, shape (people, 14)."""
        found = np.full((len(self.people), 14), FREE_CODE, dtype=np.int16)
        if not self.is_cyclic:
            for p, person in enumerate(self.people):
                row = self._today.get(person.number)
                for place, cell in enumerate(row.history if row is not None else ()):
                    if cell.works:
                        found[p, place] = self.shift_index[str(cell.shift)]
        return found

    def history_weeks(self, p: int) -> int:
        """Weeks before a dated rota that are known for the person: 2 or 0."""
        row = self._today.get(self.people[p].number)
        return len(row.history) // 7 if row is not None and not self.is_cyclic else 0

    @cached_property
    def fixed(self) -> dict[tuple[int, int], Cell]:
        """Cells the engine must keep: locked ones, laid-over absences, and O shifts of today's rota."""
        found: dict[tuple[int, int], Cell] = {}
        for p, person in enumerate(self.people):
            for day in range(self.days):
                cell = self.today_cell(person, day)
                shift = self.shift_index.get(cell.shift or "", FREE_CODE)
                is_other = shift != FREE_CODE and self.shifts[shift].kind is ShiftKind.OTHER
                if not self.calendar.is_present(person, day):
                    if cell.locked and cell.works:
                        found[p, day] = cell
                elif cell.locked or is_other or (cell.absence is not None):
                    found[p, day] = cell
        return found

    @cached_property
    def allowed(self) -> tuple[tuple[tuple[int, ...], ...], ...]:
        """Per person and day: the codes the engine may place there; () = it must stay free.

        Must-wishes are already taken out of it: a forced code stands alone in `forced`.
        """
        per_day = [
            frozenset(i for i, s in enumerate(self.shifts) if self.calendar.matches(s.days, day))
            for day in range(self.days)
        ]
        found = []
        for p, person in enumerate(self.people):
            mine = self._codes_of(person)
            vetoed = self._must.get(p, {})
            line: list[tuple[int, ...]] = []
            for day in range(self.days):
                if (p, day) in self.fixed or not self.calendar.is_present(person, day):
                    line.append(())
                    continue
                line.append(tuple(sorted((mine & per_day[day]) - vetoed.get(day, frozenset()))))
            found.append(tuple(line))
        return tuple(found)

    def _codes_of(self, person: Employee) -> frozenset[int]:
        """Codes the person may be planned on by kind, competence and length."""
        return frozenset(
            i
            for i, shift in enumerate(self.shifts)
            if may_work(self.unit, person, shift) and is_lawful_code(self.book, person, shift)
        )

    def _least_minutes(self, person: Employee) -> int:
        full_time, tolerance = self._full_time(person)
        return max(0, -int(-(full_time * person.min_bp / FULL_TIME_BP - tolerance) // 1))

    def _full_time(self, person: Employee) -> tuple[Fraction, Fraction]:
        """Minutes of full time over the person's present days, and the contract's tolerance."""
        week = self._weeks.get(person.number, Fraction(ROTA_WEEK_MINUTES))
        if self.unit.full_time_week_minutes is not None:
            week = Fraction(self.unit.full_time_week_minutes)
        full_time = week * present_weeks(self.calendar, person)
        return full_time, tolerance_minutes(self.unit, person, full_time)

    def _cap_of(self, person: Employee) -> int:
        """Most minutes the person may have by AML 10-4, day, evening and night in turn left aside."""
        name = "sunday_minutes" if person.weekend_every else "day_minutes"
        value = self.book.value("ordinary_hours", name, person.number)
        if value is None:
            return UNLIMITED
        return int(int(value) * present_weeks(self.calendar, person))

    def three_part_caps(self, p: int) -> tuple[int, int] | None:
        """(floor, ceiling) in minutes for a line with day, evening and night, AML 10-4 (5), (6).

        The limit is the ceiling less what Sunday and night hours count beyond their length, but not
        below the floor. None: the rule is off.
        """
        person = self.people[p]
        names = ("round_the_clock_minutes", "day_minutes")
        values = [self.book.value("ordinary_hours", name, person.number) for name in names]
        if values[0] is None or values[1] is None:
            return None
        weeks = present_weeks(self.calendar, person)
        return int(int(values[0]) * weeks), int(int(values[1]) * weeks)

    def beyond_ordinary(self, p: int, line: npt.NDArray[np.int16], minutes: int) -> int:
        """Minutes of a line above the limit of day, evening and night in turn; 0 if it is not such."""
        caps = self.three_part_caps(p)
        if caps is None or minutes <= caps[0]:
            return 0
        cells = [self._cell(p, day, int(code)) for day, code in enumerate(line)]
        hours = paid_hours(self.unit, self.calendar, self.people[p], cells)
        if not is_three_part(hours.kinds):
            return 0
        extra = SUNDAY_EXTRA * hours.sunday + NIGHT_EXTRA * hours.night
        return max(0, minutes - max(caps[0], int(caps[1] - extra)))

    @cached_property
    def _must(self) -> dict[int, dict[int, frozenset[int]]]:
        """Per person and day the codes a must-wish rules out (all other codes for a wished one)."""
        place = {person.number: p for p, person in enumerate(self.people)}
        by_code = self.unit.shift_by_code()
        found: dict[int, dict[int, frozenset[int]]] = {}
        for wish in self.unit.wishes:
            p = place.get(wish.employee)
            if p is None or wish.strength is not WishStrength.MUST:
                continue
            for day in wish_days(wish, self.calendar):
                out = frozenset(
                    i
                    for i, shift in enumerate(self.shifts)
                    if not is_met(wish, day, Cell(shift=shift.code), by_code)
                )
                old = found.setdefault(p, {}).get(day, frozenset())
                found[p][day] = old | out
        return found

    @cached_property
    def forced_work(self) -> frozenset[tuple[int, int]]:
        """(person, day) that must carry a shift because of a must-wish for a code or kind."""
        place = {person.number: p for p, person in enumerate(self.people)}
        by_code = self.unit.shift_by_code()
        found = set()
        for wish in self.unit.wishes:
            p = place.get(wish.employee)
            if p is None or wish.strength is not WishStrength.MUST:
                continue
            for day in wish_days(wish, self.calendar):
                present = self.calendar.is_present(self.people[p], day)
                if present and not is_met(wish, day, FREE, by_code):
                    found.add((p, day))
        return frozenset(found)

    @property
    def _week_range(self) -> tuple[Fraction, Fraction]:
        """Shortest and longest full-time week the unit may give, minutes."""
        if self.unit.full_time_week_minutes is not None:
            return (Fraction(self.unit.full_time_week_minutes),) * 2
        return Fraction(ROUND_THE_CLOCK_WEEK_MINUTES), Fraction(DAY_WEEK_MINUTES)

    def widest_hours(self, p: int) -> tuple[int, int]:
        """Least and most minutes any lawful line of the person may hold."""
        limits, person = self.limits[p], self.people[p]
        shortest, longest = limits.full_time_range
        if shortest == longest:
            return limits.low, limits.high
        low = shortest * person.min_bp / FULL_TIME_BP - limits.tolerance
        high = longest * person.max_bp / FULL_TIME_BP + limits.tolerance
        return max(0, int(low)), int(high)

    def reckon_weeks(self, roster: Roster, stuck: Container[int] = ()) -> None:
        """Three-part: takes each person's full-time week from the lines as they are, and the limits.

        The week depends on the nights and Sundays worked, so it is known only with a roster. People
        who are `stuck` outside their limits get the ordinary rota's week to start over from.
        """
        rows = self.plan_of(roster, [0] * len(self.people)).row_of()
        for p, person in enumerate(self.people):
            if p in stuck:
                self._weeks[person.number] = Fraction(ROTA_WEEK_MINUTES)
                continue
            found = reckon(self.unit, self.calendar, person, rows[person.number].cells)
            weeks = present_weeks(self.calendar, person)
            if found.hours_minutes and weeks:
                self._weeks[person.number] = found.full_time_minutes / weeks
        self.limits = tuple(self._limits(person) for person in self.people)

    def week_of(self, p: int) -> Fraction:
        """The person's full-time week as last reckoned, in minutes."""
        return self._weeks.get(self.people[p].number, Fraction(ROTA_WEEK_MINUTES))

    def set_week(self, p: int, minutes: Fraction) -> None:
        """Three-part: holds a person to a full-time week until weeks are reckoned anew."""
        self._weeks[self.people[p].number] = minutes
        self.limits = tuple(
            self._limits(person) if place == p else limits
            for place, (person, limits) in enumerate(zip(self.people, self.limits, strict=True))
        )

    @cached_property
    def limits(self) -> tuple[Limits, ...]:
        """Hours and contracts of each person."""
        return tuple(self._limits(person) for person in self.people)

    def _limits(self, person: Employee) -> Limits:
        full_time, tolerance = self._full_time(person)
        shortest, longest = self._week_range
        weeks = present_weeks(self.calendar, person)
        high = int((full_time * person.max_bp / FULL_TIME_BP + tolerance) // 1)
        low_minutes = max(1, self._least_minutes(person)) if person.min_bp > 0 else 0
        high_minutes = min(high, self._cap_of(person)) if person.max_bp else 0
        if full_time == 0:
            low_minutes = high_minutes = 0
        return Limits(
            full_time_minutes=full_time,
            full_time_range=(shortest * weeks, longest * weeks),
            tolerance=tolerance,
            low=0 if person.may_close else low_minutes,
            high=high_minutes,
            zones=zones_of(person, full_time, tolerance, low_minutes, high_minutes),
        )

    def fixed_minutes(self, p: int) -> int:
        """Paid minutes of the person's fixed cells that are not worked (laid-over absences)."""
        return sum(
            self.shifts[self.shift_index[str(cell.shift)]].paid_minutes
            for (q, _), cell in self.fixed.items()
            if q == p and cell.shift is not None and not cell.works
        )

    @cached_property
    def laid_over_minutes(self) -> npt.NDArray[np.int64]:
        """`fixed_minutes` of everybody."""
        return np.array([self.fixed_minutes(p) for p in range(len(self.people))], dtype=np.int64)

    def empty_roster(self) -> Roster:
        """Nobody works but where a fixed cell says so."""
        found = np.full((len(self.people), self.days), FREE_CODE, dtype=np.int16)
        for (p, day), cell in self.fixed.items():
            if cell.works:
                found[p, day] = self.shift_index[str(cell.shift)]
        return found

    def minutes(self, roster: Roster) -> npt.NDArray[np.int64]:
        """Paid minutes of each person, laid-over absences included."""
        total: npt.NDArray[np.int64] = self.paid[roster].sum(axis=1) + self.laid_over_minutes
        return total

    def plan_of(self, roster: Roster, contracts: list[int], name: str = "") -> Plan:
        """The roster as a plan, with locks, absences and history as they were."""
        place = {person.number: p for p, person in enumerate(self.people)}
        rows = []
        for person in self.unit.employees:
            today = self._today.get(person.number)
            history = today.history if today is not None else ()
            if person.number not in place:
                cells = (FREE,) * self.days
                rows.append(PlanRow(employee=person.number, position_bp=0, cells=cells, history=history))
                continue
            p = place[person.number]
            rows.append(
                PlanRow(
                    employee=person.number,
                    position_bp=contracts[p],
                    cells=tuple(self._cell(p, day, int(roster[p, day])) for day in range(self.days)),
                    history=history,
                )
            )
        return Plan(name=name, role=PlanRole.SCENARIO, rows=tuple(rows))

    def _cell(self, p: int, day: int, code: int) -> Cell:
        if (p, day) in self.fixed:
            return self.fixed[p, day]
        if code != FREE_CODE:
            return Cell(shift=self.shifts[code].code)
        absence = self._absence_codes.get(self.people[p].number, {}).get(day)
        return Cell(absence=absence) if absence is not None else FREE

    @cached_property
    def _absence_codes(self) -> dict[str, dict[int, str]]:
        found: dict[str, dict[int, str]] = {}
        for absence in self.unit.absences:
            first, last = (self.calendar.day_of(d) for d in (absence.first, absence.last))
            for day in range(max(0, first), min(self.days - 1, last) + 1):
                found.setdefault(absence.employee, {})[day] = absence.code
        return found

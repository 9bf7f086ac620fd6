"""How large the sum of positions may be, and the least hours that staff the unit.

Source: issue "From a unit workbook" section 4, workbook.md (`FTE budget`, sheet Absence).
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import ceil

from heiltid.calendar import Calendar
from heiltid.contract import ROTA_WEEK_MINUTES, accepted_shifts
from heiltid.coverage import Coverage, Segment
from heiltid.measures.covering import Cover, Row, cheapest_cover
from heiltid.measures.weekend_arithmetic import WeekendArithmetic
from heiltid.model import DAYS_PER_WEEK, FULL_TIME_BP, SATURDAY, SUNDAY, ShiftKind, ShiftType, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """Shifts of one code on one weekday, worked by people who fill these competences."""

    weekday: int
    shift: ShiftType
    fills: frozenset[str]


class LeastHours:
    """The least paid hours that meet every Target, week by week.

    Each week is closed on itself: Monday's small hours are staffed by that week's Sunday night. Only
    codes that somebody planned accepts are used, without asking how many people there are, so the
    figure is never above what a real rota needs. Times no accepted code covers ask for nothing.
    """

    def __init__(
        self,
        unit: Unit,
        *,
        calendar: Calendar | None = None,
        coverage: Coverage | None = None,
        segments: Iterable[Segment] | None = None,
    ) -> None:
        """segments: the part of the demand that is asked about; None: all of it."""
        self.unit = unit
        self.calendar = calendar or Calendar(unit)
        self.coverage = coverage or Coverage(unit, self.calendar)
        self._segments = self.coverage.segments if segments is None else tuple(segments)
        self._asked = frozenset(row.competence for row in unit.demand if row.competence is not None)

    @cached_property
    def weeks(self) -> tuple[tuple[tuple[Column, ...], Cover], ...]:
        """Columns and cheapest cover of every rotation week."""
        segments: list[list[Segment]] = [[] for _ in range(self.unit.weeks)]
        for segment in self._segments:
            segments[self.calendar.week(segment.requirement.day)].append(segment)
        return tuple(self._week(week, found) for week, found in enumerate(segments))

    def _week(self, week: int, segments: Iterable[Segment]) -> tuple[tuple[Column, ...], Cover]:
        columns = self._columns(week)
        by_cover: dict[tuple[int, str], list[int]] = {}
        for index, column in enumerate(columns):
            by_cover.setdefault((column.weekday, column.shift.code), []).append(index)
        rows: list[Row] = []
        for segment in segments:
            wanted = segment.requirement.competence
            covers = frozenset(
                index
                for day, code in segment.covers
                for index in by_cover.get((day % DAYS_PER_WEEK, code), ())
                if wanted is None or wanted in columns[index].fills
            )
            if covers:
                rows.append((covers, segment.requirement.target))
        return columns, cheapest_cover([column.shift.paid_minutes for column in columns], rows)

    def _columns(self, week: int) -> tuple[Column, ...]:
        return tuple(
            Column(weekday=weekday, shift=shift, fills=fills)
            for weekday in range(DAYS_PER_WEEK)
            for shift, fills in self._workable
            if self.calendar.matches(shift.days, week * DAYS_PER_WEEK + weekday)
        )

    @cached_property
    def _workable(self) -> tuple[tuple[ShiftType, frozenset[str]], ...]:
        """Codes with the widest sets of asked-for competences that somebody accepting them fills."""
        found: dict[str, set[frozenset[str]]] = {}
        for person in self.unit.planned_employees:
            fills = self.unit.covered_by(person.competence) & self._asked
            for shift in accepted_shifts(self.unit, person):
                if shift.counts_as_cover:
                    found.setdefault(shift.code, set()).add(fills)
        shifts = self.unit.shift_by_code()
        return tuple(
            (shifts[code], fills)
            for code, options in found.items()
            for fills in sorted(options, key=sorted)
            if not any(fills < other for other in options)
        )

    @cached_property
    def workable_codes(self) -> frozenset[str]:
        """The codes that somebody planned accepts, of those that cover anything."""
        return frozenset(shift.code for shift, _ in self._workable)

    @property
    def reaches_all(self) -> bool:
        """Whether those planned accept shifts for every time and competence that some code could cover."""
        return all(self._is_reached(segment) for segment in self._segments if segment.covers)

    def _is_reached(self, segment: Segment) -> bool:
        wanted, codes = segment.requirement.competence, {code for _, code in segment.covers}
        return not segment.requirement.target or any(
            shift.code in codes and (wanted is None or wanted in fills) for shift, fills in self._workable
        )

    def covered_from(self, day: int) -> tuple[Segment, ...]:
        """What only the shifts of one day cover."""
        return tuple(self._by_start.get(day, ()))

    @cached_property
    def _by_start(self) -> dict[int, list[Segment]]:
        """What only the shifts of one day cover, by that day."""
        found: dict[int, list[Segment]] = {}
        for segment in self._segments:
            days = {day for day, _ in segment.covers}
            if len(days) == 1:
                found.setdefault(days.pop(), []).append(segment)
        return found

    @property
    def total_minutes(self) -> int:
        """Paid minutes over the whole rota."""
        return sum(cover.cost for _, cover in self.weeks)

    @property
    def weekly_minutes(self) -> Fraction:
        """Paid minutes a week, on average."""
        return Fraction(self.total_minutes, self.unit.weeks)

    def weekend_heads(self, of: Container[ShiftKind] = frozenset(ShiftKind)) -> int | None:
        """People needed in the heaviest weekend, of these kinds: per kind, ceil(Sat + Sun shifts / 2).

        None where the cheapest cover was not found exactly.
        """
        heads = 0
        for columns, cover in self.weeks:
            if cover.counts is None:
                return None
            kinds: dict[tuple[ShiftKind, frozenset[str]], int] = {}
            for column, count in zip(columns, cover.counts, strict=True):
                if column.weekday >= SATURDAY and column.shift.kind in of:
                    key = (column.shift.kind, column.fills)
                    kinds[key] = kinds.get(key, 0) + count
            heads = max(heads, sum(ceil(Fraction(count, 2)) for count in kinds.values()))
        return heads

    def fewest_in_weekend(self, week: int) -> int:
        """People who at least must be there in a weekend, whoever works both of its days.

        Nobody begins two shifts on one day, so the fewest shifts begun on the heavier of the two days are
        so many people; what a shift of another day could cover is left out. A proven lower figure.
        """
        return max(self._fewest_on(week * DAYS_PER_WEEK + day) for day in (SATURDAY, SUNDAY))

    def _fewest_on(self, day: int) -> int:
        places: dict[str, list[int]] = {}
        options = [entry for entry in self._workable if self.calendar.matches(entry[0].days, day)]
        for index, (shift, _) in enumerate(options):
            places.setdefault(shift.code, []).append(index)
        rows: list[Row] = []
        for segment in self._by_start.get(day, ()):
            wanted = segment.requirement.competence
            covers = frozenset(
                index
                for _, code in segment.covers
                for index in places.get(code, ())
                if wanted is None or wanted in options[index][1]
            )
            if covers:
                rows.append((covers, segment.requirement.target))
        return cheapest_cover([1] * len(options), rows).cost


def full_time_week_minutes(unit: Unit) -> int:
    """The week that turns the unit's hours into positions; 35.5 h where it is reckoned per person."""
    return unit.full_time_week_minutes or ROTA_WEEK_MINUTES


def presence(unit: Unit, calendar: Calendar) -> Fraction:
    """Share of the rota the unit's positions are really there for: employed and not known absent.

    Weighted by today's positions, since a position is hours over the hours of the days one is there.
    """
    weights = [(max(person.position_bp, 1), person) for person in unit.planned_employees]
    total = sum(weight for weight, _ in weights) * unit.day_count
    present = sum(weight * calendar.present_days(person) for weight, person in weights)
    return Fraction(present, total) if present else Fraction(1)


def least_positions_bp(unit: Unit) -> int:
    """The least paid hours that meet every Target, as positions. Basis points, rounded up."""
    return ceil(hours_as_positions_bp(unit) / presence(unit, Calendar(unit)))


def hours_as_positions_bp(unit: Unit) -> Fraction:
    """The same where everybody is there through the whole rota. Basis points."""
    return LeastHours(unit).weekly_minutes * FULL_TIME_BP / full_time_week_minutes(unit)


def fte_budget_bp(unit: Unit) -> int:
    """The cap on the sum of positions: as set, else the larger of today's sum and the least needed.

    Today's sum counts vacant and temporary lines and leaves hourly substitutes out.
    """
    if unit.fte_budget_bp is not None:
        return unit.fte_budget_bp
    today = sum(person.position_bp for person in unit.planned_employees)
    return max(today, least_positions_bp(unit))


def weekend_arithmetic_of(unit: Unit) -> WeekendArithmetic | None:
    """The rule of thumb for a real unit's targets; None without weekend work or an exact cover."""
    least = LeastHours(unit)
    heads = least.weekend_heads()
    if not heads:
        return None
    return WeekendArithmetic(
        weekly_minutes=int(least.weekly_minutes),
        full_time_equivalents=least.weekly_minutes / full_time_week_minutes(unit),
        people_per_weekend=heads,
    )

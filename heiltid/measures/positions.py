"""Positions before and after: who counts, averages, bands, small and large, unwanted part-time.

Who counts (issue "From a unit workbook" section 4, domain.md section 8): before = people who hold a
position today, not vacant and not temporary lines; after = the same people plus every other line that
still has hours. A plan by hand that changes no position is counted as before. Full time, bands, small
and large use the position here plus Elsewhere; averages and full-time equivalents the position here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from heiltid.model import FULL_TIME_BP, Employee, Plan, Unit
from heiltid.rulebook import book_of

EDGE_PARAMETERS = ("band_1_bp", "band_2_bp", "band_3_bp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The limits the figures are cut at; settings `figures.*` of the rule book and the unit's own."""

    band_edges_bp: tuple[int, ...] = (2_500, 5_000, 7_500)  # between the bands below full time
    small_below_bp: int = 5_000
    large_above_bp: int = 8_000  # Fafo: large > 80 %

    def band_names(self) -> tuple[str, ...]:
        """Keys of the bands, lowest first: "0-24.9", ..., "75-99.9", "100"."""
        edges = (0, *self.band_edges_bp, FULL_TIME_BP)
        below = [f"{low / 100:g}-{(high - 10) / 100:g}" for low, high in pairwise(edges)]
        return (*below, f"{FULL_TIME_BP / 100:g}")

    def band_of(self, share_bp: int) -> str:
        """The band a share belongs to."""
        passed = sum(share_bp >= edge for edge in (*self.band_edges_bp, FULL_TIME_BP))
        return self.band_names()[passed]


def limits_of(unit: Unit) -> Limits:
    """The unit's limits: its `Small position below` and the rule book's `figures` parameters.

    Edges outside 0-100 % or switched off leave fewer bands.
    """
    book = book_of(unit)
    edges = {int(book.value("figures", name) or 0) for name in EDGE_PARAMETERS}
    large = book.value("figures", "large_above_bp")
    return Limits(
        band_edges_bp=tuple(sorted(edge for edge in edges if 0 < edge < FULL_TIME_BP)),
        small_below_bp=unit.small_position_below_bp,
        large_above_bp=FULL_TIME_BP if large is None else int(large),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionFigures:
    """The figures of one state of the unit. Shares in basis points, averages exact."""

    employees: int
    fte_bp: int  # of those counted
    vacant_fte_bp: int  # vacant and temporary lines with a position
    positions_to_announce: int  # how many such lines
    same_people: int  # those who held a position before
    same_people_average_bp: Fraction
    full_time: int
    bands: tuple[tuple[str, int], ...]
    small: int
    large: int
    unwanted_people: int
    missing_bp: int  # sum of wanted less position over those people
    lines: int  # every line with a position
    lines_fte_bp: int

    @property
    def average_bp(self) -> Fraction:
        """Average position of those counted; 0 where nobody counts."""
        return _mean(self.fte_bp, self.employees)

    @property
    def lines_average_bp(self) -> Fraction:
        """Average over every line with a position."""
        return _mean(self.lines_fte_bp, self.lines)

    @property
    def full_time_share(self) -> Fraction:
        """Full-time employees among those counted, 0..1."""
        return _mean(self.full_time, self.employees)


def _mean(total: int, count: int) -> Fraction:
    return Fraction(total, count) if count else Fraction(0)


def positions_today(unit: Unit) -> dict[str, int]:
    """Today's position of every planned line, by number."""
    return {person.number: person.position_bp for person in unit.planned_employees}


def positions_of(unit: Unit, plan: Plan) -> dict[str, int]:
    """A plan's position of every planned line; a line the plan lacks has none."""
    rows = plan.row_of()
    return {
        person.number: rows[person.number].position_bp if person.number in rows else 0
        for person in unit.planned_employees
    }


def counted_before(unit: Unit, positions: Mapping[str, int]) -> tuple[Employee, ...]:
    """People who hold a position: no vacant, temporary or hourly line."""
    return tuple(
        person for person in unit.planned_employees if person.holds_position and positions[person.number] > 0
    )


def counted_after(unit: Unit, was: Mapping[str, int], now: Mapping[str, int]) -> tuple[Employee, ...]:
    """The people who held a position, plus every other line that has hours now."""
    before = {person.number for person in counted_before(unit, was)}
    return tuple(
        person for person in unit.planned_employees if person.number in before or now[person.number] > 0
    )


def wanted_average_bp(unit: Unit) -> Fraction | None:
    """Average wanted position of the people who hold one; None where nobody does."""
    people = counted_before(unit, positions_today(unit))
    return _mean(sum(person.wanted_bp for person in people), len(people)) if people else None


def is_unwanted_part_time(person: Employee, position_bp: int) -> bool:
    """Whether somebody wants more than she has; chosen part-time never counts."""
    return person.holds_position and not person.chosen_part_time and person.wanted_bp > position_bp


def figures_before(unit: Unit, positions: Mapping[str, int]) -> PositionFigures:
    """The figures of a unit as it stands."""
    people = counted_before(unit, positions)
    return _figures(unit, positions, people, people)


def figures_after(unit: Unit, was: Mapping[str, int], now: Mapping[str, int]) -> PositionFigures:
    """The figures of a plan, beside the positions people had before it."""
    return _figures(unit, now, counted_after(unit, was, now), counted_before(unit, was))


def is_by_hand(before: Plan | None, plan: Plan) -> bool:
    """Whether no run of the engine stands between a plan and the one it is set beside."""
    return plan.origin is None or (before is not None and plan.origin == before.origin)


def figures_beside(
    unit: Unit, was: Mapping[str, int], now: Mapping[str, int], *, by_hand: bool
) -> PositionFigures:
    """The figures of a plan as they stand beside those before it: `figures_after`, with one exception.

    A plan by hand with every position as it was has neither kept nor closed a vacant line: counting those
    lines on one side only would tell of a change where there is none.
    """
    if by_hand and dict(now) == dict(was):
        return figures_before(unit, now)
    return figures_after(unit, was, now)


def _figures(
    unit: Unit, positions: Mapping[str, int], people: tuple[Employee, ...], same: tuple[Employee, ...]
) -> PositionFigures:
    limits = limits_of(unit)
    totals = [positions[person.number] + person.elsewhere_bp for person in people]
    lines = [positions[person.number] for person in unit.planned_employees if positions[person.number] > 0]
    open_lines = [
        positions[person.number]
        for person in unit.planned_employees
        if person.may_close and positions[person.number] > 0
    ]
    missing = [
        person.wanted_bp - positions[person.number]
        for person in people
        if is_unwanted_part_time(person, positions[person.number])
    ]
    return PositionFigures(
        employees=len(people),
        fte_bp=sum(positions[person.number] for person in people),
        vacant_fte_bp=sum(open_lines),
        positions_to_announce=len(open_lines),
        same_people=len(same),
        same_people_average_bp=_mean(sum(positions[person.number] for person in same), len(same)),
        full_time=sum(total >= FULL_TIME_BP for total in totals),
        bands=_bands(limits, totals),
        small=sum(total < limits.small_below_bp for total in totals),
        large=sum(total > limits.large_above_bp for total in totals),
        unwanted_people=len(missing),
        missing_bp=sum(missing),
        lines=len(lines),
        lines_fte_bp=sum(lines),
    )


def _bands(limits: Limits, totals: Iterable[int]) -> tuple[tuple[str, int], ...]:
    counted = dict.fromkeys(limits.band_names(), 0)
    for total in totals:
        counted[limits.band_of(total)] += 1
    return tuple(counted.items())

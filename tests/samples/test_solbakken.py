"""Solbakken is the worked example of domain.md section 7, number by number."""

from fractions import Fraction

import pytest

from heiltid.calendar import Calendar
from heiltid.contract import accepted_shifts
from heiltid.coverage import Coverage
from heiltid.model import FREE, Cell, Plan, PlanRow, Status, Unit
from sample_rotas.units import solbakken

FULL_TIME_MINUTES = 12 * 2130


@pytest.fixture(scope="module")
def unit() -> Unit:
    return solbakken.build()


def staffed(unit: Unit, weekday: dict[str, int], weekend: dict[str, int]) -> Plan:
    """A nameless plan that puts so many people on each code, to weigh it against the demand."""
    seats = max(sum(weekday.values()), sum(weekend.values()))
    rows = []
    for seat in range(seats):
        cells = []
        for day in range(unit.day_count):
            codes = [c for c, n in (weekend if day % 7 > 4 else weekday).items() for _ in range(n)]
            cells.append(Cell(shift=codes[seat]) if seat < len(codes) else FREE)
        rows.append(PlanRow(employee=str(seat), position_bp=0, cells=tuple(cells)))
    return Plan(rows=tuple(rows))


def shortage(unit: Unit, plan: Plan) -> int:
    """Person-minutes lacking in the rows that ask for anyone."""
    coverage = Coverage(unit, Calendar(unit))
    return sum(
        max(0, segment.requirement.minimum - count) * segment.minutes
        for segment, count in zip(coverage.segments, coverage.counts(plan), strict=True)
        if segment.requirement.competence is None
    )


def weekly_minutes(unit: Unit, plan: Plan) -> Fraction:
    shifts = unit.shift_by_code()
    total = sum(shifts[c.shift].paid_minutes for row in plan.rows for c in row.cells if c.shift)
    return Fraction(total, unit.weeks)


SHORT_WEEKDAY = {"D1": 6, "A1": 5, "N1": 2}
SHORT_WEEKEND = {"D1": 4, "A1": 4, "N1": 2}
LONG_WEEKEND = {"L1": 2, "L2": 2, "N1": 2}


def test_short_shifts_meet_the_demand_with_672_and_a_half_hours(unit: Unit) -> None:
    plan = staffed(unit, SHORT_WEEKDAY, SHORT_WEEKEND)
    assert shortage(unit, plan) == 0
    assert weekly_minutes(unit, plan) == 672.5 * 60
    assert round(float(weekly_minutes(unit, plan)) / 2130, 2) == 18.94


def test_four_long_shifts_meet_the_weekend(unit: Unit) -> None:
    plan = staffed(unit, SHORT_WEEKDAY, LONG_WEEKEND)
    assert shortage(unit, plan) == 0
    assert round(float(weekly_minutes(unit, plan)) / 2130, 2) == 18.38


@pytest.mark.parametrize("code", ["D1", "A1", "N1"])
@pytest.mark.parametrize("weekend", [False, True])
def test_one_person_less_is_too_few(unit: Unit, code: str, weekend: bool) -> None:
    fewer = [dict(SHORT_WEEKDAY), dict(SHORT_WEEKEND)]
    fewer[weekend][code] -= 1
    assert shortage(unit, staffed(unit, *fewer)) > 0


@pytest.mark.parametrize("code", ["L1", "L2"])
def test_three_long_shifts_are_too_few(unit: Unit, code: str) -> None:
    assert shortage(unit, staffed(unit, SHORT_WEEKDAY, LONG_WEEKEND | {code: 1})) > 0


def test_the_people(unit: Unit) -> None:
    people = [p for p in unit.employees if p.holds_position]
    positions = [p.position_bp for p in people]
    assert len(people) == 24
    assert sum(positions) == 171_400  # about 17.1 full-time equivalents
    assert 7_100 <= sum(positions) / 24 <= 7_150  # average about 71 %
    assert sum(p.competence == "nurse" for p in people) == 8
    assert sum(bp < 5_000 for bp in positions) == 8
    assert 8_250 <= sum(p.wanted_bp for p in people) / 24 <= 8_350
    chosen = [p for p in people if p.chosen_part_time]
    assert len(chosen) == 2
    assert all(p.wanted_bp == p.position_bp for p in chosen)
    assert sum(p.long_shifts for p in people) == 19  # four in five


def test_the_lines_nobody_holds(unit: Unit) -> None:
    lines = [p for p in unit.employees if p.may_close]
    assert sorted(p.position_bp for p in lines) == [1_400] * 4 + [6_218, 6_219]
    assert sum(p.status is Status.VACANT and p.position_bp == 1_400 for p in lines) == 4
    assert all(p.min_bp == 0 for p in lines)


def test_the_positions_add_up_to_the_short_shifts(unit: Unit) -> None:
    total = sum(p.position_bp for p in unit.employees)
    assert total == 189_437
    assert total == round(Fraction(672 * 60 + 30) / 2130 * 10_000)
    assert unit.fte_budget_bp is None


def test_every_position_is_within_half_a_shift_of_whole_shifts(unit: Unit) -> None:
    for person in unit.employees:
        lengths = {s.paid_minutes for s in accepted_shifts(unit, person) if s.kind != "L"}
        wanted = Fraction(person.position_bp * FULL_TIME_MINUTES, 10_000)
        nearest = min(abs(wanted - a * min(lengths) - b * max(lengths)) for a in range(80) for b in range(60))
        assert nearest <= Fraction(min(lengths), 2), person.number


def test_thirty_lines_are_just_enough_for_every_third_weekend(unit: Unit) -> None:
    assert {p.weekend_every for p in unit.employees} == {3}
    assert len(unit.employees) == 3 * 10

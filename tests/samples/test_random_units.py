"""The random units are valid by the workbook contract, the same for the same seed, and varied."""

from collections.abc import Callable

import pytest
from random_units import random_file, random_unit

from heiltid.calendar import Calendar
from heiltid.contract import accepted_shifts
from heiltid.model import FULL_TIME_BP, ShiftKind, Signed, Status, Unit, WishStrength
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge

SEEDS = range(40)
UNITS = [random_unit(seed) for seed in SEEDS]


@pytest.fixture(params=SEEDS)
def unit(request: pytest.FixtureRequest) -> Unit:
    return UNITS[request.param]


def test_the_size_is_within_the_promise(unit: Unit) -> None:
    assert 6 <= len(unit.employees) <= 60
    assert 3 <= unit.weeks <= 26
    assert unit.start.weekday() == 0


def test_shares_fit_one_another(unit: Unit) -> None:
    assert len(unit.employee_by_number()) == len(unit.employees)
    for person in unit.employees:
        room = FULL_TIME_BP - person.elsewhere_bp
        assert 0 <= person.min_bp <= person.max_bp <= room, person
        assert 0 <= person.wanted_bp <= room, person
        assert person.position_bp <= person.max_bp, person
        assert person.status is not Status.HOURLY or person.max_bp == 0, person
        assert not person.may_close or person.min_bp == 0, person
        assert not person.chosen_part_time or person.wanted_bp == person.position_bp, person


def test_the_budget_covers_what_people_are_guaranteed(unit: Unit) -> None:
    if unit.fte_budget_bp is not None:
        assert sum(p.min_bp for p in unit.planned_employees) <= unit.fte_budget_bp


def test_everybody_planned_has_time_and_a_code(unit: Unit) -> None:
    calendar = Calendar(unit)
    for person in unit.planned_employees:
        assert calendar.present_days(person) >= 14, person
        assert accepted_shifts(unit, person), person
        offset = person.weekend_offset
        assert offset is None or 1 <= offset <= person.weekend_every, person


def test_references_exist(unit: Unit) -> None:
    numbers, codes = unit.employee_by_number(), unit.shift_by_code()
    for wish in unit.wishes:
        assert wish.employee in numbers
        assert wish.code is None or wish.code in codes
        assert [wish.off, wish.code is not None, wish.kind is not None].count(True) == 1
        assert wish.when.week is None or 1 <= wish.when.week <= unit.weeks
    assert all(absence.employee in numbers and absence.first <= absence.last for absence in unit.absences)
    assert all(row.shift is None or row.shift in codes for row in unit.demand)
    assert all(row.minimum <= row.target <= (row.maximum or row.target) for row in unit.demand)


def test_locks_meet_neither_absences_nor_must_wishes(unit: Unit) -> None:
    seed = UNITS.index(unit)
    calendar = Calendar(unit)
    for row in random_file(seed).plans[0].rows:
        person = unit.employee_by_number()[row.employee]
        musts = [w for w in unit.wishes if w.employee == row.employee and w.strength is WishStrength.MUST]
        forbidden = {7 * (w.when.week - 1) + w.when.weekday for w in musts if w.when.week is not None}
        for day, cell in enumerate(row.cells):
            if cell.shift is not None:
                assert calendar.is_present(person, day)
                assert day not in forbidden
                assert calendar.matches(unit.shift_by_code()[cell.shift].days, day)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_locked_is_lawful(seed: int) -> None:
    file = random_file(seed)
    assert [f for f in judge(file.unit, file.plans[0]) if f.severity is Severity.BREACH] == []


def test_the_same_seed_gives_the_same_unit() -> None:
    assert [random_file(seed) for seed in SEEDS] == [random_file(seed) for seed in SEEDS]
    assert random_unit(1) != random_unit(2)


def test_size_can_be_asked_for() -> None:
    unit = random_unit(5, people=6, weeks=3)
    assert (len(unit.employees), unit.weeks) == (6, 3)


FEATURES: dict[str, Callable[[Unit], bool]] = {
    "cyclic": lambda u: u.is_cyclic,
    "dated": lambda u: not u.is_cyclic,
    "no long shifts": lambda u: all(s.kind is not ShiftKind.LONG for s in u.shifts),
    "long shifts only": lambda u: all(s.kind is not ShiftKind.DAY for s in u.shifts),
    "both": lambda u: {ShiftKind.DAY, ShiftKind.LONG} <= {s.kind for s in u.shifts},
    "above 12.5 h": lambda u: any(s.length_minutes > 750 for s in u.shifts),
    "nights": lambda u: any(s.kind is ShiftKind.NIGHT for s in u.shifts),
    "courses": lambda u: any(s.kind is ShiftKind.OTHER for s in u.shifts),
    "unpaid breaks": lambda u: any(s.unpaid_break_minutes for s in u.shifts),
    "three-part week": lambda u: u.full_time_week_minutes is None,
    "33.6 h": lambda u: u.full_time_week_minutes == 2016,
    "rows by code": lambda u: any(row.shift for row in u.demand),
    "red rows": lambda u: any(row.days.red and not row.days.weekdays for row in u.demand),
    "maxima": lambda u: any(row.maximum is not None and row.shift is None for row in u.demand),
    "targets": lambda u: any(row.target > row.minimum for row in u.demand),
    "a budget": lambda u: u.fte_budget_bp is not None,
    "must wishes": lambda u: any(w.strength is WishStrength.MUST for w in u.wishes),
    "absences": lambda u: bool(u.absences),
    "refusals": lambda u: any(a.signed is Signed.REFUSED for a in u.agreements),
    "overrides": lambda u: bool(u.overrides),
    "starters": lambda u: any(p.employed_from for p in u.employees),
    "leavers": lambda u: any(p.employed_to for p in u.employees),
    "two workplaces": lambda u: any(p.elsewhere_bp for p in u.employees),
    "offsets": lambda u: any(p.weekend_offset for p in u.employees),
    "extra weekends": lambda u: any(p.extra_weekends for p in u.employees),
    "free weekends": lambda u: any(p.weekend_every == 0 for p in u.employees),
    **{
        f"{status.value} lines": lambda u, status=status: any(p.status is status for p in u.employees)
        for status in Status
    },
}


@pytest.mark.parametrize("feature", FEATURES)
def test_twenty_seeds_in_a_row_have_everything(feature: str) -> None:
    assert any(FEATURES[feature](unit) for unit in UNITS[:20])
    assert not all(FEATURES[feature](unit) for unit in UNITS[:20]) or feature == "permanent lines"


def test_there_are_locks_and_histories() -> None:
    rows = [row for seed in SEEDS for row in random_file(seed).plans[0].rows]
    assert any(cell.locked and cell.shift for row in rows for cell in row.cells)
    assert any(cell.locked and not cell.shift for row in rows for cell in row.cells)
    assert any(row.history for row in rows)

"""The samples are what the issue says they are; a stored rota is lawful and staffs its unit."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from heiltid.calendar import Calendar
from heiltid.contract import accepted_shifts, reckon
from heiltid.model import RotaKind, ShiftKind, Signed, Status, Unit, WishStrength
from heiltid.rules.finding import Severity
from heiltid.rules.registry import judge
from sample_rotas import rota_text
from sample_rotas.catalogue import SAMPLES, Sample, sample, todays_unit, unit_file

WITH_TODAY = [entry for entry in SAMPLES if entry.has_today]


@pytest.fixture(params=SAMPLES, ids=lambda entry: entry.name)
def entry(request: pytest.FixtureRequest) -> Sample:
    found = request.param
    assert isinstance(found, Sample)
    return found


def test_a_sample_is_the_same_every_time(entry: Sample) -> None:
    assert entry.build() == entry.build()


def test_a_sample_is_valid_input(entry: Sample) -> None:
    unit = entry.build()
    calendar = Calendar(unit)
    assert unit.start.weekday() == 0
    assert len(unit.employee_by_number()) == len(unit.employees)
    for person in unit.planned_employees:
        assert person.min_bp <= person.position_bp <= person.max_bp <= 10_000 - person.elsewhere_bp
        assert person.wanted_bp <= 10_000 - person.elsewhere_bp
        assert accepted_shifts(unit, person)
        assert calendar.present_days(person) > 0
    budget = unit.fte_budget_bp
    assert budget is None or sum(p.min_bp for p in unit.employees) <= budget
    assert {w.employee for w in unit.wishes} <= set(unit.employee_by_number())
    assert {w.code for w in unit.wishes} - {None} <= set(unit.shift_by_code())
    assert {a.employee for a in unit.absences} <= set(unit.employee_by_number())


def size(unit: Unit) -> tuple[int, int, RotaKind]:
    return len(unit.employees), unit.weeks, unit.kind


def kinds(unit: Unit) -> set[ShiftKind]:
    return {shift.kind for shift in unit.shifts}


def test_the_small_unit_has_six_people_and_three_weeks() -> None:
    assert size(sample("liten").build()) == (6, 3, RotaKind.CYCLIC)


def test_solbakken_has_thirty_lines_and_twelve_weeks() -> None:
    assert size(sample("solbakken").build()) == (30, 12, RotaKind.CYCLIC)


def test_home_care_has_24_people_day_and_evening() -> None:
    unit = sample("heimeteneste").build()
    assert size(unit) == (24, 6, RotaKind.CYCLIC)
    assert kinds(unit) == {ShiftKind.DAY, ShiftKind.EVENING, ShiftKind.LONG}
    assert all(shift.end_minute <= 24 * 60 for shift in unit.shifts)
    assert any(row.shift for row in unit.demand)


def test_the_disability_service_works_13_to_14_hours_with_the_special_agreement_signed() -> None:
    unit = sample("miljoteneste").build()
    assert size(unit) == (12, 12, RotaKind.CYCLIC)
    assert sorted(s.paid_minutes for s in unit.shifts if s.kind is ShiftKind.LONG) == [780, 840]
    signed = {a.paragraph for a in unit.agreements if a.signed is Signed.YES}
    assert {"SFS 2310", "10-12 (4)"} <= signed


def test_the_dated_year_has_forty_people_red_days_and_hinkehelger() -> None:
    unit = sample("aarsturnus").build()
    assert size(unit) == (40, 52, RotaKind.DATED)
    assert unit.start == date(2027, 1, 4)
    assert any(row.days.red and not row.days.weekdays for row in unit.demand)
    calendar = Calendar(unit)
    assert calendar.is_red(calendar.day_of(date(2027, 5, 17)))
    assert sum(p.extra_weekends > 0 for p in unit.employees) >= 5
    assert {w.strength for w in unit.wishes} == set(WishStrength)
    assert len({p.competence for p in unit.employees}) == 3


def test_everybody_there_all_the_year_has_five_weeks_off_four_of_them_in_summer() -> None:
    unit = sample("aarsturnus").build()
    summer = {date.fromisocalendar(2027, week, day) for week in range(25, 34) for day in range(1, 8)}
    for person in unit.employees:
        if person.employed_from or person.employed_to:
            continue
        off = {
            entry.first + timedelta(days=day)
            for entry in unit.absences
            if entry.employee == person.number and entry.code == "FE"
            for day in range((entry.last - entry.first).days + 1)
        }
        assert len(off) == 35, person
        assert len(off & summer) == 28, person


def test_every_summer_week_at_least_half_are_at_work_nurses_too() -> None:
    unit = sample("aarsturnus").build()
    calendar = Calendar(unit)
    nurses = [p for p in unit.employees if p.competence == "nurse"]
    for week in range(24, 33):
        for people in (unit.employees, nurses):
            away = sum(calendar.is_absent(p, 7 * week) for p in people)
            assert 0 < 2 * away <= len(people), week


def test_no_wish_that_must_be_met_lies_on_a_day_off_anyway() -> None:
    unit = sample("aarsturnus").build()
    calendar = Calendar(unit)
    for wish in unit.wishes:
        if wish.strength is WishStrength.MUST and wish.when.on is not None:
            person = unit.employee_by_number()[wish.employee]
            assert calendar.is_present(person, calendar.day_of(wish.when.on)), wish


@pytest.mark.parametrize("entry", WITH_TODAY, ids=lambda entry: entry.name)
def test_todays_unit_keeps_every_position(entry: Sample) -> None:
    unit = todays_unit(entry)
    assert all(p.min_bp == p.max_bp == p.wanted_bp == p.position_bp for p in unit.employees)
    assert entry.long_shifts_today or not any(p.long_shifts for p in unit.employees)


@pytest.mark.parametrize("entry", WITH_TODAY, ids=lambda entry: entry.name)
def test_todays_rota_breaks_no_rule_and_leaves_open_no_more_than_the_sample_says(entry: Sample) -> None:
    (plan,) = unit_file(entry).plans
    for unit in (todays_unit(entry), entry.build()):
        findings = judge(unit, plan)
        assert [f for f in findings if f.severity is Severity.BREACH] == []
        lacking = sum(f.amount for f in findings if f.rule == "staffing_minimum")
        assert lacking <= entry.open_today_minutes


@pytest.mark.parametrize("entry", WITH_TODAY, ids=lambda entry: entry.name)
def test_todays_rota_gives_everybody_the_position_of_today(entry: Sample) -> None:
    unit = todays_unit(entry)
    calendar = Calendar(unit)
    (plan,) = unit_file(entry).plans
    for person, row in zip(unit.employees, plan.rows, strict=True):
        assert reckon(unit, calendar, person, row.cells).contract_bp == person.position_bp == row.position_bp


def test_solbakken_works_short_shifts_today() -> None:
    (plan,) = unit_file(sample("solbakken")).plans
    codes = {cell.shift for row in plan.rows for cell in row.cells} - {None}
    assert codes == {"D1", "A1", "N1"}


def test_a_rota_is_read_back_as_it_was_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unit, plan = unit_file(sample("liten")).unit, unit_file(sample("liten")).plans[0]
    monkeypatch.setattr(rota_text, "FOLDER", tmp_path)
    rota_text.write_rota("copy", plan)
    assert rota_text.read_rota("copy", unit) == plan


@pytest.mark.parametrize(
    "harm",
    [
        lambda text: text.replace("D1", "X9", 1),
        lambda text: text.replace(" - ", " ", 1),
        lambda text: text.split("\n", 1)[1],
    ],
    ids=["unknown code", "a day short", "a line short"],
)
def test_a_rota_that_does_not_fit_is_refused(harm: object) -> None:
    unit, plan = unit_file(sample("liten")).unit, unit_file(sample("liten")).plans[0]
    assert callable(harm)
    with pytest.raises(ValueError, match=r"line|days"):
        rota_text.from_text(harm(rota_text.to_text(plan)), unit)


def test_vacant_lines_are_where_the_issue_puts_them() -> None:
    unit = sample("solbakken").build()
    assert [p.status for p in unit.employees[24:]] == [Status.VACANT] * 5 + [Status.TEMPORARY]

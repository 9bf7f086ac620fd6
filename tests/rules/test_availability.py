"""Availability: absence, employment, kinds, days of a code, competence."""

from __future__ import annotations

from datetime import date

import pytest
from asking import found, one
from builders import D1, MONDAY, SHIFTS, WEEKDAYS, person, row, shift, unit

from heiltid.model import Absence, DaySelector, Employee, RotaKind, ShiftKind, Unit
from heiltid.rules.finding import Severity

TUESDAY, THURSDAY = date(2027, 1, 5), date(2027, 1, 7)


@pytest.mark.parametrize("kind", list(RotaKind))
def test_nobody_works_on_a_day_of_a_known_absence(kind: RotaKind) -> None:
    away = Absence(employee="1", first=TUESDAY, last=THURSDAY, code="FE")
    a_unit = unit(1, kind=kind, absences=(away,))
    assert found("absence", a_unit, row("D1 - - - D1 - -")) == ()
    finding = one("absence", a_unit, row("D1 D1 - D1 D1 - -"))
    assert (finding.severity, finding.days, finding.amount) == (Severity.BREACH, (1, 3), 2)


def test_an_absence_laid_over_the_shift_is_in_order() -> None:
    away = Absence(employee="1", first=TUESDAY, last=THURSDAY, code="FE")
    assert found("absence", unit(1, absences=(away,)), row("- (D1)FE (D1)FE - - - -")) == ()


def test_an_absence_is_one_persons() -> None:
    away = Absence(employee="2", first=TUESDAY, last=THURSDAY, code="FE")
    a_unit = unit(1, absences=(away,), employees=(person("1"), person("2")))
    assert found("absence", a_unit, row("- D1 - - - - -"), row("D1 - - - - - -", "2")) == ()


def test_employment_has_a_first_and_a_last_day() -> None:
    who = person(employed_from=TUESDAY, employed_to=THURSDAY)
    a_unit = unit(1, kind=RotaKind.DATED, employees=(who,))
    assert found("employment", a_unit, row("- D1 D1 D1 - - -")) == ()
    finding = one("employment", a_unit, row("D1 D1 - - D1 - -"))
    assert (finding.severity, finding.days) == (Severity.BREACH, (0, 4))


def with_kinds(*kinds: ShiftKind) -> Unit:
    meeting = shift("O1", "09:00-11:00")
    return unit(1, employees=(person(kinds=frozenset(kinds)),), shifts=(*SHIFTS, meeting))


def test_only_accepted_kinds_are_worked() -> None:
    days = with_kinds(ShiftKind.DAY)
    assert found("accepted_kinds", days, row("D1 D1 - - - - -")) == ()
    findings = found("accepted_kinds", days, row("D1 A1 - N1 - A1 -"))
    assert [(entry.severity, entry.days, entry.values) for entry in findings] == [
        (Severity.BREACH, (1, 5), (("kind_key", "wording.kind.evening"),)),
        (Severity.BREACH, (3,), (("kind_key", "wording.kind.night"),)),
    ]
    assert found("accepted_kinds", with_kinds(ShiftKind.DAY, ShiftKind.EVENING), row("A1 " + "- " * 6)) == ()


def test_meetings_are_open_to_all_and_long_shifts_judged_elsewhere() -> None:
    assert found("accepted_kinds", with_kinds(), row("O1 L1 - - - - -")) == ()


def test_a_code_is_used_on_its_own_days() -> None:
    weekdays = shift("D1", "07:30-15:00", days=DaySelector(weekdays=WEEKDAYS))
    a_unit = unit(1, shifts=(weekdays,))
    assert found("shift_days", a_unit, row("D1 - - - D1 - -")) == ()
    finding = one("shift_days", a_unit, row("D1 - - - - D1 D1"))
    assert (finding.severity, finding.days) == (Severity.BREACH, (5, 6))
    assert finding.values == (("code", "D1"),)


def test_a_code_for_red_days_is_used_on_red_days() -> None:
    red = shift("D1", "07:30-15:00", days=DaySelector(red=True))
    easter = unit(1, shifts=(red,), kind=RotaKind.DATED, start=date(2027, 3, 22))
    assert found("shift_days", easter, row("- - - D1 D1 - -")) == ()  # 25 and 26 March
    assert one("shift_days", easter, row("- - D1 D1 - - -")).days == (2,)
    dated = unit(1, shifts=(shift("D1", "07:30-15:00", days=DaySelector(dates=frozenset({MONDAY}))),))
    assert one("shift_days", dated, row("D1 D1 - - - - -")).days == (1,)


@pytest.mark.parametrize(
    ("competence", "may"),
    [("nurse", True), ("health worker", True), ("assistant", False), (None, False)],
)
def test_a_code_may_ask_for_a_competence(competence: str | None, may: bool) -> None:
    who: Employee = person(competence=competence)
    skilled = shift("D2", "07:30-15:00", competence="health worker")
    a_unit = unit(1, employees=(who,), shifts=(D1, skilled))
    findings = found("shift_competence", a_unit, row("D1 D2 - D2 - - -"))
    assert [entry.days for entry in findings] == ([] if may else [(1, 3)])
    if not may:
        assert findings[0].severity is Severity.BREACH
        assert findings[0].values == (("code", "D2"), ("competence", "health worker"))


@pytest.mark.parametrize(
    "rule", ["absence", "employment", "accepted_kinds", "shift_days", "shift_competence"]
)
def test_the_history_is_not_judged(rule: str) -> None:
    who = person(employed_from=MONDAY, kinds=frozenset({ShiftKind.DAY}))
    nights = shift("N1", "21:45-07:45", competence="nurse", days=DaySelector(dates=frozenset({MONDAY})))
    away = Absence(employee="1", first=date(2026, 12, 1), last=date(2027, 1, 3), code="FE")
    a_unit = unit(1, kind=RotaKind.DATED, employees=(who,), shifts=(D1, nights), absences=(away,))
    assert found(rule, a_unit, row("D1 - - - - - -", history="N1 " * 14)) == ()

"""Staffing: Min per row and day, Target and Max per row; amounts in person-minutes, never a breach."""

from __future__ import annotations

from datetime import date

import pytest
from asking import found, one
from builders import WEEKDAYS, demand, person, row, unit

from heiltid.model import DaySelector, DemandRow, Employee, RotaKind, Unit
from heiltid.rules.finding import Severity

MONDAY_ONLY = frozenset({0})
TEAM = (person("1"), person("2"), person("3"))
FREE = "- - - - - - -"


def a_unit(*rows: DemandRow, team: tuple[Employee, ...] = TEAM, **more: object) -> Unit:
    return unit(1, demand=rows, employees=team, **more)


def test_enough_people_are_no_finding() -> None:
    two = a_unit(demand(MONDAY_ONLY, "07:30-15:00", 2))
    assert found("staffing_minimum", two, row("D1 - - - - - -"), row("D1 - - - - - -", "2")) == ()


def test_one_too_few_is_a_note_with_person_minutes() -> None:
    two = a_unit(demand(MONDAY_ONLY, "07:30-15:00", 2))
    finding = one("staffing_minimum", two, row("D1 - - - - - -"))
    assert (finding.severity, finding.employee, finding.days) == (Severity.NOTE, None, (0,))
    assert (finding.amount, finding.unit) == (450, "person minutes")  # one person, 7.5 h
    assert dict(finding.values) == {"times": "07:30–15:00", "people": 1, "total_minutes": 450}


def test_the_pieces_of_a_day_are_one_finding_with_their_times() -> None:
    # 07:30-22:00 needs 2. D1 to 15:00 and L2 from 09:30: one lacks 07:30-09:30 and 15:00-22:00,
    # 2 h + 7 h = 540 person-minutes.
    two = a_unit(demand(MONDAY_ONLY, "07:30-22:00", 2))
    finding = one("staffing_minimum", two, row("D1 - - - - - -"), row("L2 - - - - - -", "2"))
    assert (finding.amount, finding.values[0]) == (540, ("times", "07:30–09:30, 15:00–22:00"))
    # Nobody at all: 2 x 14.5 h, one stretch of time although shifts begin and end inside it.
    empty = one("staffing_minimum", two, row(FREE))
    assert (empty.amount, empty.values[0]) == (1740, ("times", "07:30–22:00"))
    assert dict(empty.values)["people"] == 2


def test_every_row_and_day_is_told_by_itself() -> None:
    week = a_unit(demand(WEEKDAYS, "07:30-15:00", 1), demand(MONDAY_ONLY, "14:30-22:00", 1))
    findings = found("staffing_minimum", week, row("- D1 - - - - -"))
    assert [(entry.days, dict(entry.values)["times"]) for entry in findings] == [
        ((0,), "07:30–15:00"),
        ((0,), "14:30–22:00"),
        ((2,), "07:30–15:00"),
        ((3,), "07:30–15:00"),
        ((4,), "07:30–15:00"),
    ]


def test_a_missing_nurse_counts_in_both_rows() -> None:
    rows = (
        demand(MONDAY_ONLY, "07:30-15:00", 2),
        demand(MONDAY_ONLY, "07:30-15:00", 1, competence="nurse"),
    )
    team = (person("1", competence="assistant"), person("2", competence="nurse"))
    findings = found("staffing_minimum", a_unit(*rows, team=team), row("D1 - - - - - -"))
    assert [(entry.text_key, entry.amount) for entry in findings] == [
        ("staffing_minimum", 450),
        ("staffing_minimum_competence", 450),
    ]
    assert dict(findings[1].values)["asked"] == "nurse"


def test_a_night_is_covered_across_the_seam_and_by_history() -> None:
    night = demand(frozenset({6}), "21:45-07:45", 1)
    assert found("staffing_minimum", a_unit(night), row("- - - - - - N1")) == ()
    morning = demand(MONDAY_ONLY, "00:00-07:00", 1)
    assert found("staffing_minimum", a_unit(morning), row("- - - - - - N1")) == ()
    dated = a_unit(morning, kind=RotaKind.DATED, start=date(2027, 2, 1))
    assert found("staffing_minimum", dated, row(FREE, history="- " * 13 + "N1")) == ()
    assert one("staffing_minimum", dated, row(FREE)).amount == 420


def test_demand_by_code_asks_for_that_very_shift() -> None:
    by_code = DemandRow(days=DaySelector(weekdays=MONDAY_ONLY), shift="A1", minimum=1, target=1)
    assert found("staffing_minimum", a_unit(by_code), row("A1 - - - - - -")) == ()
    finding = one("staffing_minimum", a_unit(by_code), row("L2 - - - - - -"))
    assert (finding.text_key, dict(finding.values)["asked"]) == ("staffing_minimum_shift", "A1")


def test_the_target_is_told_beyond_the_minimum_and_once_a_row() -> None:
    # Min 1, Target 3: one person present on Monday: two lack to the target, none to the minimum.
    # Nobody on Tuesday to Friday: one lacks to the minimum (staffing_minimum tells it), two to the target.
    rows = a_unit(demand(WEEKDAYS, "07:30-15:00", 1, target=3))
    finding = one("staffing_target", rows, row("D1 - - - - - -"))
    assert (finding.severity, finding.days) == (Severity.NOTE, (0, 1, 2, 3, 4))
    assert finding.amount == 5 * 2 * 450
    three = [row("D1 D1 D1 D1 D1 - -", number) for number in ("1", "2", "3")]
    assert found("staffing_target", rows, *three) == ()


def test_a_minimum_that_is_the_target_lacks_only_once() -> None:
    rows = a_unit(demand(MONDAY_ONLY, "07:30-15:00", 1))
    assert found("staffing_target", rows, row(FREE)) == ()


@pytest.mark.parametrize(("maximum", "amount"), [(None, 0), (2, 0), (1, 450), (0, 900)])
def test_more_than_the_maximum_is_a_note(maximum: int | None, amount: int) -> None:
    rows = a_unit(demand(MONDAY_ONLY, "07:30-15:00", 0, maximum=maximum))
    findings = found("staffing_maximum", rows, row("D1 D1 - - - - -"), row("D1 - - - - - -", "2"))
    assert [(entry.amount, entry.severity, entry.days) for entry in findings] == (
        [(amount, Severity.NOTE, (0,))] if amount else []
    )


def test_the_maximum_is_told_once_a_row() -> None:
    rows = a_unit(
        demand(WEEKDAYS, "07:30-15:00", 0, maximum=0), demand(MONDAY_ONLY, "07:30-15:00", 0, maximum=0)
    )
    findings = found("staffing_maximum", rows, row("D1 D1 - - - - -"))
    assert [(entry.days, entry.amount) for entry in findings] == [((0, 1), 900), ((0,), 450)]


def test_a_shift_under_an_absence_covers_nothing() -> None:
    rows = a_unit(demand(MONDAY_ONLY, "07:30-15:00", 1))
    assert one("staffing_minimum", rows, row("(D1)FE - - - - - -")).amount == 450

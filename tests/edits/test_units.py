"""A unit changed: its plans follow, and what is lost is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from builders import A1, D1, MONDAY, N1, WEEKDAYS, demand, person, plan, row, unit

from heiltid.edits.losses import Loss, loss_text, losses, losses_text
from heiltid.edits.units import (
    edit_unit,
    remove_competence,
    remove_employee,
    remove_shift,
    rename_competence,
    rename_employee_number,
    rename_shift,
    with_unit,
)
from heiltid.model import (
    EVERY_DAY,
    Absence,
    Agreement,
    Cell,
    Decision,
    DemandRow,
    Plan,
    PlanRole,
    RotaKind,
    RuleOverride,
    Unit,
    UnitFile,
    Wish,
    WishDays,
)
from heiltid.notation import cell_text
from heiltid.store.faults import first_fault
from heiltid.texts import Language

DECISION = Decision(
    rule="weekends",
    employee="2",
    days=(5, 6, 13),
    reason="ønske",
    by="leiar",
    decided_at=datetime(2027, 1, 1),
)


def two_weeks(**more: object) -> Unit:
    people = (person("1", competence="nurse"), person("2", 5_000))
    return unit(
        weeks=2,
        shifts=(D1, A1, replace(N1, competence="nurse")),
        demand=(
            demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse"),
            DemandRow(days=EVERY_DAY, shift="A1", minimum=1, target=1),
        ),
        employees=people,
        wishes=(
            Wish(employee="2", when=WishDays(weekday=0), code="A1"),
            Wish(employee="1", when=WishDays(week=2, weekday=3), off=True),
        ),
        absences=(Absence(employee="2", first=MONDAY, last=MONDAY, code="FE"),),
        agreements=(Agreement(paragraph="10-5 (2)"), Agreement(paragraph="10-8 (4)", employee="2")),
        overrides=(RuleOverride(rule="nights", parameter="x", value="1", employee="2"),),
        **more,
    )


TODAY = plan(
    row("D1 A1 - - !A1 F1 -  (A1)FE D1 - - - - -", "1", history="A1 - - - - - - - - - - - - N1"),
    row("A1 - - - - - -  D1 - - - - - -", "2", 5_000),
)
SCENARIO = replace(TODAY, name="Framlegg 1", role=PlanRole.SCENARIO, decisions=(DECISION,))
FILE = UnitFile(unit=two_weeks(), plans=(TODAY, SCENARIO))


def line(of: Plan, number: str = "1") -> str:
    return " ".join(cell_text(cell).replace(" ", "") or "-" for cell in of.row_of()[number].cells)


def lost(before: UnitFile, after: UnitFile) -> dict[str, int]:
    return {loss.what: loss.count for loss in losses(before, after)}


def test_what_the_plans_do_not_hang_on_leaves_them_the_same_values() -> None:
    after = with_unit(FILE, replace(FILE.unit, name="Fjellbu", residents=12))
    assert after.unit.name == "Fjellbu"
    assert after.plans[0] is TODAY
    assert after.plans[1] is SCENARIO
    assert with_unit(FILE, two_weeks()) is FILE


def test_a_shorter_rota_is_cut_and_what_lay_beyond_is_gone() -> None:
    after = with_unit(FILE, replace(FILE.unit, weeks=1))
    assert line(after.plans[0]) == "D1 A1 - - !A1 F1 -"
    assert after.plans[0].rows[0].history == TODAY.rows[0].history
    assert after.plans[1].decisions == (replace(DECISION, days=(5, 6)),)
    assert [wish.employee for wish in after.unit.wishes] == ["2"]
    # In week 2 of each plan: (A1) FE and D1 of person 1, D1 of person 2; the wish for week 2.
    assert lost(FILE, after) == {"rota_shifts": 6, "wishes": 1}
    assert first_fault(after) is None


def test_a_longer_cyclic_rota_goes_on_as_before_a_dated_one_is_free_at_the_end() -> None:
    cyclic = with_unit(FILE, replace(FILE.unit, weeks=3))
    assert line(cyclic.plans[0], "2") == "A1 - - - - - - D1 - - - - - - A1 - - - - - -"
    dated = with_unit(FILE, replace(FILE.unit, weeks=3, kind=RotaKind.DATED))
    assert line(dated.plans[0], "2") == "A1 - - - - - - D1 - - - - - - - - - - - - -"
    assert losses(FILE, cyclic) == losses(FILE, dated) == ()


def test_people_come_go_and_change_places() -> None:
    first, second = FILE.unit.employees
    new = person("3", 7_500)
    after = with_unit(FILE, replace(FILE.unit, employees=(new, second, first)))
    assert [entry.employee for entry in after.plans[0].rows] == ["3", "2", "1"]
    assert line(after.plans[0], "3") == " ".join("-" * 14)
    assert after.plans[0].rows[0].position_bp == 7_500
    assert after.plans[0].rows[2] is TODAY.rows[0]
    gone = remove_employee(FILE, "2")
    assert [entry.employee for entry in gone.file.plans[1].rows] == ["1"]
    assert gone.file.plans[1].decisions == ()
    assert gone.file.unit.agreements == (Agreement(paragraph="10-5 (2)"),)
    assert {loss.what: loss.count for loss in gone.losses} == {
        "employees": 1,
        "wishes": 1,
        "absences": 1,
        "agreements": 1,
        "overrides": 1,
        "rota_shifts": 4,
        "decisions": 1,
    }


def test_todays_rota_has_the_positions_of_the_staff_list_a_scenario_its_own() -> None:
    first, second = FILE.unit.employees
    after = with_unit(FILE, replace(FILE.unit, employees=(first, replace(second, position_bp=6_000))))
    assert [entry.position_bp for entry in after.plans[0].rows] == [10_000, 6_000]
    assert after.plans[1] is SCENARIO


def test_a_code_that_is_gone_leaves_free_days_unlocked_but_not_without_their_absence() -> None:
    after = remove_shift(FILE, "A1")
    assert line(after.file.plans[0]) == "D1 - - - - F1 - FE D1 - - - - -"
    assert after.file.plans[0].rows[0].history[0] == Cell()
    assert [entry.shift for entry in after.file.unit.demand] == [None]
    assert [entry.off for entry in after.file.unit.wishes] == [True]
    # In each plan: two and one under an absence of person 1, one of person 2.
    assert {loss.what: loss.count for loss in after.losses} == {
        "shifts": 1,
        "demand": 1,
        "wishes": 1,
        "rota_shifts": 8,
    }
    assert first_fault(after.file) is None


def test_a_code_gets_another_name_everywhere() -> None:
    after = rename_shift(FILE, "A1", "K1")
    assert after.problems == after.losses == ()
    assert line(after.file.plans[0]) == "D1 K1 - - !K1 F1 - (K1)FE D1 - - - - -"
    assert after.file.plans[0].rows[0].history[0] == Cell(shift="K1")
    assert after.file.unit.demand[1].shift == "K1"
    assert after.file.unit.wishes[0].code == "K1"
    assert losses(FILE, after.file) == ()
    assert rename_shift(after.file, "K1", "A1").file == FILE


@pytest.mark.parametrize(
    ("new", "key"),
    [
        ("D1", "edit_problem.twice"),
        ("f1", "problem.code_is_day_off"),
        ("A 1", "problem.code"),
        ("FE", "problem.absence_is_shift"),
    ],
)
def test_a_name_that_does_not_fit_changes_nothing(new: str, key: str) -> None:
    after = rename_shift(FILE, "A1", new)
    assert after.file is FILE
    assert [problem.key for problem in after.problems] == [key]


def test_a_number_gets_another_name_everywhere() -> None:
    after = rename_employee_number(FILE, "2", "22").file
    named = (
        *after.unit.wishes[:1],
        *after.unit.absences,
        *after.unit.agreements[1:],
        *after.unit.overrides,
        after.plans[0].rows[1],
        after.plans[1].rows[1],
        *after.plans[1].decisions,
    )
    assert [entry.employee for entry in named] == ["22"] * 7
    assert after.unit.employees[1].number == "22"
    assert rename_employee_number(after, "22", "2").file == FILE
    assert rename_employee_number(FILE, "2", "1").file is FILE
    assert rename_employee_number(FILE, "9", "8").file is FILE


def test_a_competence_gets_another_name_everywhere() -> None:
    after = rename_competence(FILE, "health worker", "fagarbeidar").file
    assert [sorted(entry.covers) for entry in after.unit.competences] == [["fagarbeidar"], ["assistant"], []]
    nurses = rename_competence(FILE, "nurse", "ABIOK").file.unit
    assert (nurses.employees[0].competence, nurses.shifts[2].competence, nurses.demand[0].competence) == (
        *("ABIOK",) * 3,
    )
    twice = rename_competence(FILE, "assistant", "Sjukepleiar")
    assert [problem.key for problem in twice.problems] == ["edit_problem.twice"]


def test_without_a_competence_those_above_still_cover_those_below() -> None:
    after = remove_competence(FILE, "health worker")
    assert {entry.name: set(entry.covers) for entry in after.file.unit.competences} == {
        "nurse": {"assistant"},
        "assistant": set(),
    }
    nurse = remove_competence(FILE, "nurse")
    assert {loss.what: loss.count for loss in nurse.losses} == {
        "competences": 1,
        "demand": 1,
        "employee_competences": 1,
        "shift_competences": 1,
    }


def test_a_code_and_a_number_that_stand_twice_get_free_names() -> None:
    """The window tells it beforehand; the file can be saved all the same."""
    twice = replace(
        FILE.unit, shifts=(*FILE.unit.shifts, D1, D1), employees=(*FILE.unit.employees, person("1", 2_000))
    )
    after = with_unit(FILE, twice)
    assert [shift.code for shift in after.unit.shifts] == ["D1", "A1", "N1", "D1-2", "D1-3"]
    assert [entry.employee for entry in after.plans[0].rows] == ["1", "2", "1-2"]
    assert after.plans[0].rows[2].position_bp == 2_000
    assert first_fault(after) is None


def test_an_edit_that_makes_a_problem_is_refused_one_that_moves_an_old_problem_is_not() -> None:
    bad = replace(FILE, unit=replace(FILE.unit, employees=(person("0"), person("1", min_bp=11_000))))
    worse = edit_unit(bad, replace(bad.unit, weeks=60, employees=bad.unit.employees[1:]))
    assert worse.file is bad
    assert [problem.where.field for problem in worse.problems] == ["weeks"]
    moved = edit_unit(bad, replace(bad.unit, employees=bad.unit.employees[1:]))
    assert (moved.problems, len(moved.file.unit.employees)) == ((), 1)
    assert Loss(what="employees", count=1) in moved.losses


def test_demand_without_times_or_code_and_a_rota_without_weeks_are_nothing_to_reckon_with() -> None:
    empty = DemandRow(days=EVERY_DAY, minimum=1, target=1)
    after = with_unit(FILE, replace(FILE.unit, weeks=0, demand=(*FILE.unit.demand, empty)))
    assert after.unit.demand == FILE.unit.demand
    assert after.unit.weeks == 1
    assert len(after.plans[0].rows[0].cells) == 7


def test_losses_are_told_in_one_sentence() -> None:
    found = (Loss(what="rota_shifts", count=3), Loss(what="wishes", count=1))
    nn = losses_text(found, Language.NYNORSK)
    assert nn == "Dette blir fjerna: 3 vakter i turnusane, 1 ønske."
    assert losses_text((), Language.ENGLISH) == ""


@pytest.mark.parametrize("language", Language)
def test_every_loss_has_its_words(language: Language) -> None:
    bare = UnitFile(unit=replace(FILE.unit, employees=(), shifts=(), demand=(), competences=(), overrides=()))
    found = {loss.what for loss in (*losses(FILE, bare), *losses(FILE, with_unit(FILE, bare.unit)))}
    found |= {"rota_absences", "employee_competences", "shift_competences"}
    assert len(found) >= 12
    for what in found:
        assert loss_text(Loss(what=what, count=1), language) != loss_text(Loss(what=what, count=2), language)

"""Whatever becomes of a unit, its file can be saved; and renaming there and back changes nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from unit_strategies import codes, demand_rows, employees, shift_types, unit_files, wishes

from heiltid.edits.losses import losses
from heiltid.edits.units import (
    remove_competence,
    remove_employee,
    remove_shift,
    rename_employee_number,
    rename_shift,
    unit_problems,
    with_unit,
)
from heiltid.model import RotaKind, Unit, UnitFile
from heiltid.store.faults import first_fault

CHANCE = settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def changed(draw: st.DrawFn, unit: Unit) -> Unit:
    """The unit with some of its fields changed: lists shuffled, cut, doubled and added to."""

    def some(entries: tuple[Any, ...], new: st.SearchStrategy[Any]) -> tuple[Any, ...]:
        kept = draw(st.lists(st.sampled_from(entries), max_size=5)) if entries else []
        return (*kept, *draw(st.lists(new, max_size=2)))

    shifts = some(unit.shifts, codes.flatmap(shift_types)) if draw(st.booleans()) else unit.shifts
    people = some(unit.employees, codes.flatmap(employees)) if draw(st.booleans()) else unit.employees
    return replace(
        unit,
        weeks=draw(st.sampled_from([unit.weeks, 0, 1, 2, 5])),
        kind=draw(st.sampled_from(RotaKind)),
        shifts=shifts,
        employees=people,
        demand=some(unit.demand, demand_rows(["A", "B"])),
        wishes=some(unit.wishes, wishes(["1", "2"])),
    )


@CHANCE
@given(data=st.data(), file=unit_files())
def test_a_changed_unit_can_always_be_saved(data: st.DataObject, file: UnitFile) -> None:
    after = with_unit(file, data.draw(changed(file.unit)))
    assert first_fault(after) is None
    numbers = [person.number for person in after.unit.employees]
    assert all([row.employee for row in plan.rows] == numbers for plan in after.plans)
    assert with_unit(after, after.unit) is after
    unit_problems(after.unit)
    assert all(loss.count > 0 for loss in losses(file, after))


@CHANCE
@given(data=st.data(), file=unit_files())
def test_whatever_is_taken_away_the_file_can_be_saved(data: st.DataObject, file: UnitFile) -> None:
    file = with_unit(file, replace(file.unit, name="x" + file.unit.name))
    code = data.draw(st.sampled_from(file.unit.shifts)).code
    number = data.draw(st.sampled_from(file.unit.employees)).number
    for name in ("", *(entry.name for entry in file.unit.competences)):
        assert first_fault(remove_competence(file, name).file) is None
    bare = remove_employee(remove_shift(file, code).file, number).file
    assert first_fault(bare) is None
    assert code not in {shift.code for shift in bare.unit.shifts}
    assert all(number != row.employee for plan in bare.plans for row in plan.rows)


@CHANCE
@given(data=st.data(), file=unit_files())
def test_a_name_there_and_back_changes_nothing(data: st.DataObject, file: UnitFile) -> None:
    file = with_unit(file, replace(file.unit, name="x" + file.unit.name))
    code = data.draw(st.sampled_from(file.unit.shifts)).code
    number = data.draw(st.sampled_from(file.unit.employees)).number
    numbered = rename_employee_number(file, number, "nummer-7").file
    named = rename_shift(numbered, code, "Kode-7").file
    assert losses(numbered, named) == ()
    there = rename_shift(rename_employee_number(named, "nummer-7", "8").file, "Kode-7", "K8").file
    assert first_fault(named) is first_fault(there) is None
    assert there != named
    assert rename_employee_number(rename_shift(there, "K8", "Kode-7").file, "8", "nummer-7").file == named

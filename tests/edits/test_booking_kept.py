"""No edit of a file loses what it holds about open shifts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from builders import MONDAY, person, plan, row, unit

from heiltid.booking.settling.settled import begin
from heiltid.edits.scenarios import added, duplicated, removed, renamed, renewed, used_as_today
from heiltid.edits.units import (
    edit_unit,
    remove_employee,
    remove_shift,
    rename_employee_number,
    rename_shift,
    with_unit,
)
from heiltid.model import UnitFile
from heiltid.model.booking import RollOutOptions
from heiltid.store.faults import first_fault

WARD = unit(employees=(person("1", 6_000), person("2", 5_000)))
ROTA = plan(row("D1 D1 - - - - -", "1", 6_000), row("- - A1 - - - -", "2", 5_000))
OPTIONS = RollOutOptions(first=MONDAY + timedelta(weeks=20), from_week=1, weeks=4)
FILE = begin(added(UnitFile(unit=WARD, plans=(ROTA,)), ROTA, "Framlegg"), ROTA, OPTIONS)

EDITS: dict[str, Callable[[UnitFile], UnitFile]] = {
    "a scenario added": lambda file: added(file, ROTA, "Framlegg"),
    "renamed": lambda file: renamed(file, 1, "Sommar"),
    "copied": lambda file: duplicated(file, 0, "Framlegg"),
    "removed": lambda file: removed(file, 1),
    "taken into use": lambda file: used_as_today(file, 1),
    "a new rota": lambda file: renewed(file, file.plans[1]),
    "the unit changed": lambda file: with_unit(file, replace(file.unit, weeks=2, residents=7)),
    "edited": lambda file: edit_unit(file, replace(file.unit, name="Lia")).file,
    "a shift renamed": lambda file: rename_shift(file, "D1", "D9").file,
    "a shift removed": lambda file: remove_shift(file, "D1").file,
    "somebody renumbered": lambda file: rename_employee_number(file, "1", "7").file,
    "somebody gone": lambda file: remove_employee(file, "1").file,
}


@pytest.mark.parametrize("what", EDITS)
def test_an_edit_keeps_the_booking(what: str) -> None:
    after = EDITS[what](FILE)
    assert after != FILE
    assert after.booking is FILE.booking is not None
    assert first_fault(after) is None

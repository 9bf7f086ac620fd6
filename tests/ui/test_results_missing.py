"""Unwanted part-time: where as many want more as before, what they lack together tells what was gained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from pytestqt.qtbot import QtBot

from heiltid.edits.positions import with_position
from heiltid.model import PlanRole, UnitFile
from tests.ui import screens
from ui.app import Program
from ui.widgets.basic import Figure

# Both want full time: 50 + 60 % lack, 1.1 full-time equivalents.
WARD = unit(
    employees=(person("1", 5_000, wanted_bp=10_000), person("2", 4_000, wanted_bp=10_000)),
    demand=(demand(WEEKDAYS, "07:30-15:00", 1),),
)
TODAY = plan(row("D1 D1 D1 - - - -", "1", 5_000), row("- - - D1 D1 - -", "2", 4_000))


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    proposal = replace(TODAY, name="Framlegg 1", role=PlanRole.SCENARIO)
    file = UnitFile(unit=WARD, plans=(TODAY, proposal))
    with screens.program_at(tmp_path, "results", file) as program:
        program.desk.document.show_plan(1)
        yield program


@pytest.mark.parametrize(
    ("position_bp", "said"),
    [
        (5_000, "2. før 2 · manglar til saman 1,1 årsverk"),
        (6_000, "2. like mange som før, men dei manglar 1,0 årsverk mot 1,1"),
        (4_000, "2. før 2 · manglar til saman 1,2 årsverk"),
        (5_020, "2. før 2 · manglar til saman 1,1 årsverk"),  # 1.098: as it is shown, nothing is less
        (10_000, "1. før 2 · manglar til saman 0,6 årsverk"),
    ],
)
def test_as_many_who_want_more_but_lack_less_are_told_so(made: Program, position_bp: int, said: str) -> None:
    document = made.desk.document
    if position_bp != 5_000:
        document.apply_plan("stilling", with_position(document.plan, "1", position_bp))
    shown = {figure.accessibleName() for figure in made.window.findChildren(Figure)}
    assert f"Uønskt deltid: {said}" in shown

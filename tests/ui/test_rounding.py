"""Rounding the positions of a scenario from the window: one step, undone whole; who could not is told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import person, plan, row, unit
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heiltid.model import Plan, PlanRole, UnitFile
from tests.ui.desk import desk, in_front
from ui import rounding
from ui.pages.rota import RotaPage

DAYS = "D1 D1 D1 - - - -"  # 22.5 of 35.5 h = 63.38 %
WARD = unit(
    employees=(
        person("1", 4_000, wanted_bp=10_000, name="Anne Bø"),
        person("2", 4_000, wanted_bp=6_350, min_bp=6_330, max_bp=6_345, name="Eli Ås"),
    ),
    full_time_week_minutes=2130,
)
NEW: Plan = replace(
    plan(row(DAYS, "1", 6_338), row(DAYS, "2", 6_338)), role=PlanRole.SCENARIO, name="Framlegg 1"
)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(NEW,))), RotaPage) as shown:
        yield shown


def test_whole_per_cent_in_one_step_and_who_could_not(
    page: RotaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(rounding, "choose", lambda *_: "ui.round.whole")
    monkeypatch.setattr(rounding, "tell", lambda *words: told.extend(str(word) for word in words[:2]))
    before = page.document.plan
    page.round_positions()
    assert [line.position_bp for line in page.document.plan.rows] == [6_300, 6_338]
    assert told[0] == "Stillingar som er runda av: 1."
    assert told[1] == (
        "1 kunne ikkje rundast av, fordi den næraste er under «Minst» på sida Tilsette: Eli Ås (63,38 %)."
    )
    page.document.undo_stack.undo()
    assert page.document.plan is before


def test_cancel_changes_nothing(page: RotaPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounding, "choose", lambda *_: "ui.ask.cancel")
    page.round_positions()
    assert not page.document.undo_stack.canUndo()


def test_today_s_rota_is_not_rounded(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[object] = []
    monkeypatch.setattr(rounding, "tell", lambda *words: told.append(words))
    today = UnitFile(unit=WARD, plans=(replace(NEW, role=PlanRole.TODAY),))
    with in_front(desk(tmp_path, today), RotaPage) as page:
        page.round_positions()
        assert not page.document.undo_stack.canUndo()
    assert len(told) == 1

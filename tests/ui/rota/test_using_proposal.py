"""From the rota page a proposal is taken into use, from its button and from the menu."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from heiltid.model import PlanRole
from heiltid.texts import Language
from tests.ui.screens import close, program, sample, settle
from ui.app import Program
from ui.pages.rota import RotaPage
from ui.theme import ThemeName

LONG = "Framlegg med fleire i heiltid og færre helger"


@pytest.fixture(params=list(Language))
def made(request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    found = program(tmp_path, request.param, ThemeName.LIGHT)
    file = sample()
    named = [replace(plan, name=LONG) if plan.role is PlanRole.SCENARIO else plan for plan in file.plans]
    found.desk.files.start_new(replace(file, plans=tuple(named)))
    found.window.resize(1366, 768)
    found.window.show()
    found.window.show_page("rota")
    show(found, PlanRole.SCENARIO)
    yield found
    close(found)


def show(made: Program, role: PlanRole) -> None:
    document = made.desk.document
    document.show_plan(next(place for place, plan in enumerate(document.file.plans) if plan.role is role))
    settle()


def rota(made: Program) -> RotaPage:
    page = made.window.page("rota")
    assert isinstance(page, RotaPage)
    return page


def test_the_button_takes_the_shown_proposal_into_use_and_goes(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, document = rota(made), made.desk.document
    assert page.use.isVisible()
    monkeypatch.setattr("ui.taking_into_use.choose", lambda *_: "ui.ask.cancel")
    page.use.click()
    assert document.plan.role is PlanRole.SCENARIO
    monkeypatch.setattr("ui.taking_into_use.choose", lambda _head, _more, answers, _: answers[0])
    made.window.activateWindow()
    page.use.setFocus()
    page.use.click()
    settle()
    assert document.plan.role is PlanRole.TODAY
    assert document.plan.name == LONG
    assert page.use.isHidden()
    assert page.grid.cells.hasFocus()


def test_the_menu_does_so_too_and_says_where_there_is_no_proposal(
    made: Program, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    asked: list[str] = []
    monkeypatch.setattr("ui.taking_into_use.choose", lambda head, *_: asked.append(head) or "ui.ask.cancel")
    entry = made.window.findChild(QAction, "action_take_into_use")
    entry.trigger()
    assert len(asked) == 1
    assert LONG in asked[0]
    show(made, PlanRole.TODAY)
    assert rota(made).use.isHidden()
    with qtbot.waitSignal(made.desk.status_said):
        entry.trigger()
    assert len(asked) == 1


def test_nothing_of_the_top_row_is_cut_on_a_small_screen(made: Program) -> None:
    page = rota(made)
    for part in (page.use, page.zooms):
        assert part.width() >= part.sizeHint().width()
    bar = page.use.parentWidget().parentWidget().parentWidget()
    words = bar.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert all(part.width() >= part.sizeHint().width() for part in words)

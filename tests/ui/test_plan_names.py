"""The rota in use is called by a name that says so: in the window, in the file and on paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.exchange.pdf import page
from heiltid.model import Plan, PlanRole
from heiltid.texts import Language
from tests.ui.screens import close, program, sample, settle
from ui.app import Program
from ui.pages.results.changes import ChangesCard
from ui.pages.results.comparison import ComparisonModel
from ui.pages.results.scenarios import ScenariosCard
from ui.pages.rota.header_tools import PlanChooser
from ui.papers import write_report, write_rota, write_sheet
from ui.plan_names import name_in_use, plan_name
from ui.taking_into_use import take_into_use
from ui.theme import ThemeName

IN_USE = "Turnus frå 04.01.2027"  # the small sample begins on that Monday


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The small ward before it had any rota, with its scenario shown."""
    file = sample("liten")
    scenario = next(plan for plan in file.plans if plan.role is PlanRole.SCENARIO)
    program_made = program(tmp_path / "settings", Language.NYNORSK, ThemeName.LIGHT)
    program_made.window.show()
    program_made.desk.files.start_new(replace(file, plans=(replace(scenario, name="Framlegg 1"),)))
    monkeypatch.setattr("ui.taking_into_use.choose", lambda _head, _more, answers, _: answers[0])
    yield program_made
    close(program_made)


def heads(made: Program) -> list[str]:
    card = made.window.findChild(ScenariosCard)
    assert isinstance(card, ScenariosCard)
    model = card.findChild(ComparisonModel)
    return list(model._names)


def chooser(made: Program) -> PlanChooser:
    found = made.window.findChild(PlanChooser)
    assert isinstance(found, PlanChooser)
    return found


def test_a_first_rota_is_named_after_its_first_day_and_no_empty_plan_is_listed(made: Program) -> None:
    take_into_use(made.desk, made.window)
    document = made.desk.document
    assert document.plan.name == IN_USE
    made.window.show_page("results")
    settle()
    assert heads(made) == ["Stillingane før", IN_USE]
    card = made.window.findChild(ScenariosCard)
    card._chosen(0)  # nothing to look at
    assert document.plan.role is PlanRole.TODAY
    assert made.window.findChild(ChangesCard).isHidden()
    assert made.window.current.subtitle().count("Turnusen før") == 0
    made.window.show_page("rota")
    settle()
    assert [chooser(made).itemText(line) for line in range(chooser(made).count())] == [IN_USE]
    assert chooser(made).isHidden()
    made.window.show_page("agreements")
    assert IN_USE in made.window.current.subtitle()


def test_the_chooser_shows_the_plan_of_its_line_past_one_that_is_not_listed(made: Program) -> None:
    take_into_use(made.desk, made.window)
    document = made.desk.document
    made.window.show_page("results")
    made.window.findChild(QPushButton, "results_duplicate").click()
    made.window.show_page("rota")
    settle()
    assert [chooser(made).itemText(line) for line in range(chooser(made).count())] == [IN_USE, "Framlegg 2"]
    assert chooser(made).currentIndex() == 1
    chooser(made)._chosen(0)
    assert document.plan.role is PlanRole.TODAY
    chooser(made)._chosen(1)
    assert document.plan.name == "Framlegg 2"


def test_the_rota_in_use_can_be_renamed(made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    take_into_use(made.desk, made.window)
    made.window.show_page("results")
    settle()
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Vinterturnus", True))
    made.window.findChild(QPushButton, "results_rename").click()
    assert made.desk.document.plan.name == "Vinterturnus"
    assert made.desk.document.plan.role is PlanRole.TODAY
    assert heads(made)[1] == "Vinterturnus"
    count = made.desk.document.undo_stack.count()
    made.window.findChild(QPushButton, "results_rename").click()  # the name it has
    assert made.desk.document.undo_stack.count() == count


def test_the_name_is_in_the_file_and_on_every_paper(
    made: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_into_use(made.desk, made.window)
    saved = made.desk.files.save(tmp_path / "lia.heiltid")
    made.desk.files.start_new(sample("liten"))
    made.desk.files.open(saved)
    document = made.desk.document
    assert plan_name(document.plan) == IN_USE
    drawn: list[str] = []
    fitted = page.fitted

    def noted(words: str, *rest: object) -> str:
        drawn.append(words)
        return fitted(words, *rest)

    monkeypatch.setattr(page, "fitted", noted)  # what stands in the corners of every sheet
    somebody = document.unit.employees[0].number
    for write in (write_rota, write_report, partial(write_sheet, employee=somebody)):
        drawn.clear()
        write(document, tmp_path / "ark.pdf")
        assert IN_USE in drawn
        assert "Framlegg 1" not in drawn


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Framlegg 12", IN_USE),
        ("Forslag 3", IN_USE),  # made while the window spoke another language
        ("Tidlegare turnus (2)", IN_USE),
        ("", IN_USE),
        ("Langvakt i helg", "Langvakt i helg"),
        ("Framlegg med langvakt", "Framlegg med langvakt"),
    ],
)
def test_a_name_the_leader_gave_is_kept(made: Program, name: str, wanted: str) -> None:
    plan: Plan = replace(made.desk.document.plan, name=name)
    assert name_in_use(made.desk.document.unit, plan) == wanted

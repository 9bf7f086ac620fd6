"""The table of plans beside one another: what is seen of it, and what its marks say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from builders import engine_run
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from heiltid.edits.scenarios import duplicated, removed, used_as_today
from heiltid.model import PlanRole, UnitFile
from heiltid.rules.finding import Severity
from tests.ui import screens
from ui.app import Program
from ui.pages.results.comparison import MEASURES, ComparisonModel
from ui.pages.results.figures import FiguresShop, PlanFigures
from ui.pages.results.plans_table import PlansTable, heading
from ui.pages.results.scenarios import ScenariosCard
from ui.theme import theme


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The small sample with a copy of its rota as a scenario, at the page of results."""
    with screens.program_at(tmp_path, "results") as program:
        yield program


@pytest.mark.parametrize("plans", [3, 5])
def test_the_column_of_the_shown_plan_is_seen_whole(made: Program, plans: int) -> None:
    made.window.resize(1366, 768)
    made.desk.files.start_new(with_names(made.desk.document.file, ["", "Turnus frå 04.01.2027"], plans))
    made.desk.document.show_plan(plans - 1)
    made.window.show_page("results")
    screens.settle()
    view = made.window.findChild(PlansTable)
    assert isinstance(view, PlansTable)
    for column in (plans - 1, 0, plans - 1):
        made.window.findChild(ScenariosCard)._chosen(column)
        screens.settle()
        left = view.columnViewportPosition(column)
        assert left >= 0
        assert left + view.columnWidth(column) <= view.viewport().width()
    assert not view.verticalScrollBar().isVisible()
    if plans == 3:  # so few need no scrolling at all
        assert not view.horizontalScrollBar().isVisible()


def test_what_the_proposals_are_compared_with_stays_in_sight(made: Program) -> None:
    made.window.resize(1366, 768)
    made.desk.document.apply("fleire", with_names(made.desk.document.file, [], 6), shown=5)
    screens.settle()
    view = made.window.findChild(PlansTable)
    assert isinstance(view, PlansTable)
    assert view.horizontalScrollBar().maximum() > 0  # the columns do not all have room
    assert view.horizontalScrollBar().value() > 0
    kept = view.kept
    assert [place for place in range(6) if not kept.isColumnHidden(place)] == [0]
    assert [place for place in range(6) if view.isColumnHidden(place)] == [0]
    assert kept.columnViewportPosition(0) == 0
    assert kept.columnWidth(0) <= kept.viewport().width()
    assert not kept.horizontalScrollBar().isVisible()
    for row in range(view.model().rowCount()):  # a line goes through both
        tops = [
            one.viewport().mapToGlobal(one.visualRect(one.model().index(row, place)).topLeft()).y()
            for one, place in ((kept, 0), (view, 5))
        ]
        assert tops[0] == tops[1]
    kept.setCurrentIndex(view.model().index(0, 0))
    kept.clicked.emit(view.model().index(0, 0))
    assert made.desk.document.plan.role is PlanRole.TODAY


@pytest.mark.parametrize("plans", [5, 6, 9])
@pytest.mark.parametrize("width", [1280, 1366, 1511])
def test_no_column_is_cut_wherever_the_table_is_scrolled_to(made: Program, plans: int, width: int) -> None:
    made.window.resize(width, 768)
    names = ["", "Turnus frå 04.01.2027"] if plans == 6 else []
    made.desk.document.apply("fleire", with_names(made.desk.document.file, names, plans), shown=1)
    screens.settle()
    view = made.window.findChild(PlansTable)
    assert isinstance(view, PlansTable)
    bar = view.horizontalScrollBar()
    assert plans < 9 or bar.maximum() > 0

    def cut() -> list[int]:
        room = view.viewport().width()
        spans = {
            place: (left, left + view.columnWidth(place))
            for place in range(plans)
            if not view.isColumnHidden(place)
            for left in [view.columnViewportPosition(place)]
        }
        assert any(left == 0 for left, _ in spans.values())
        return [place for place, (left, right) in spans.items() if left < 0 < right or left < room < right]

    for value in range(bar.maximum() + 1):
        bar.setValue(value)
        assert cut() == []
    for shown in (plans - 1, 0, plans - 2):  # scrolled there by itself, also where the table gets wider
        made.window.findChild(ScenariosCard)._chosen(shown)
        for more in (-60, 0, 37):
            made.window.resize(width + more, 768)
            screens.settle()
            assert cut() == []


def with_names(file: UnitFile, names: list[str], count: int) -> UnitFile:
    """The file with plans copied until there are so many; the first ones named."""
    while len(file.plans) < count:
        file = duplicated(file, len(file.plans) - 1, "Framlegg")
    named = [replace(plan, name=name) for name, plan in zip(names, file.plans, strict=False)]
    return replace(file, plans=(*named, *file.plans[len(named) :]))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Framlegg 1", "Framlegg 1"),
        ("Turnus frå 04.01.2027", "Turnus frå\n04.01.2027"),
        ("Stillingane før", "Stillingane\nfør"),
        ("Sommarferieavviklinga", "Sommarferieavvi…"),
    ],
)
def test_names_of_plans_are_broken_in_two_lines_and_long_words_cut(name: str, shown: str) -> None:
    assert heading(name) == shown


def test_fewer_notes_are_better_and_marked_so(made: Program) -> None:
    document = made.desk.document
    figures = FiguresShop().beside(document.file, document.plan)[1].figures
    was, now = (PlanFigures(figures=figures, findings=dict.fromkeys(Severity, count)) for count in (36, 29))
    model = ComparisonModel(made.window)
    model.set_plans(["Framlegg 1"], [(was, now)], 0, 12)
    index = model.index([entry.key for entry in MEASURES].index("notes"), 0)
    assert index.data() == "29 ▼"
    assert index.data(Qt.ItemDataRole.ForegroundRole) == QColor(theme().better)


def test_figures_that_are_shown_alike_are_neither_better_nor_worse(made: Program) -> None:
    document = made.desk.document
    figures = FiguresShop().beside(document.file, document.plan)[1].figures
    shares = (64.66, 64.74, 64.76)  # 64.7, 64.7 and 64.8
    was, same, more = (
        PlanFigures(figures=figures.model_copy(update={"average_position_pct": share}), findings=None)
        for share in shares
    )
    model = ComparisonModel(made.window)
    model.set_plans(["1", "2"], [(was, same), (was, more)], 0, 12)
    row = [entry.key for entry in MEASURES].index("average")
    assert [model.index(row, column).data() for column in (0, 1)] == ["64,7 %", "64,8 % ▲"]


def test_the_number_of_a_deleted_or_undone_copy_is_not_given_again(made: Program) -> None:
    document, card = made.desk.document, made.window.findChild(ScenariosCard)
    assert [plan.name for plan in document.file.plans] == ["", "Framlegg 1"]
    card._duplicate()
    assert document.plan.name == "Framlegg 2"
    document.apply("slett", removed(document.file, 2), shown=0)
    card._duplicate()
    assert document.plan.name == "Framlegg 3"
    document.undo_stack.undo()
    card._duplicate()
    assert document.plan.name == "Framlegg 4"


def test_a_built_rota_in_use_still_says_why_nobody_got_more(made: Program) -> None:
    document, why = made.desk.document, made.window.findChild(QLabel, "results_why")
    origin = engine_run()
    built = replace(document.file.plans[1], origin=origin)
    document.apply("bygg", replace(document.file, plans=(document.file.plans[0], built)), shown=0)
    assert not why.isVisible()  # today's rota was not built
    document.apply("bruk", used_as_today(document.file, 1), shown=0)
    assert document.plan.role is PlanRole.TODAY
    assert why.isVisible()
    assert why.text()


def test_what_cannot_be_done_with_the_rota_in_use_says_why(made: Program) -> None:
    for key, words in (("round", "Gjeld berre framlegg"), ("remove", "Berre framlegg")):
        found = made.window.findChild(QPushButton, f"results_{key}")
        assert not found.isEnabled()
        assert words in found.toolTip()
    made.desk.document.show_plan(1)
    assert made.window.findChild(QPushButton, "results_round").isEnabled()
    assert "arbeidsavtale" in made.window.findChild(QPushButton, "results_round").toolTip()

"""The page of results: figures, charts, and what can be done with scenarios."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QInputDialog, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from heiltid.edits.cells import locked, with_cells
from heiltid.edits.positions import with_position
from heiltid.model import FREE, Cell, Plan, PlanRole
from heiltid.rules.agreement_list import agreement_list
from heiltid.texts import Language, catalogue
from tests.ui import screens
from ui.app import Program
from ui.charts.bands_chart import BandsChart
from ui.charts.chart import Chart
from ui.pages.results.changes import ChangesCard
from ui.pages.results.comparison import MEASURES, ComparisonModel
from ui.pages.results.figures import FiguresShop
from ui.pages.results.scenarios import ScenariosCard
from ui.pages.rota.findings_list import Section, sections
from ui.theme import ThemeName, theme

FIRST_COLUMN_SCENARIO = 1  # today's rota stands first


@pytest.fixture
def made(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """The small sample with a copy of its rota as a scenario, at the page of results."""
    with screens.program_at(tmp_path, "results") as program:
        yield program


def press(made: Program, name: str) -> None:
    found = made.window.findChild(QPushButton, f"results_{name}")
    assert isinstance(found, QPushButton)
    assert found.isEnabled()
    found.click()


def model_of(made: Program) -> ComparisonModel:
    view = made.window.findChild(QTableView, "scenario_table")
    assert isinstance(view, QTableView)
    found = view.model()
    assert isinstance(found, ComparisonModel)
    return found


def cell(made: Program, measure: str, column: int) -> tuple[str, QColor | None]:
    row = [entry.key for entry in MEASURES].index(measure)
    index = model_of(made).index(row, column)
    return str(index.data()), index.data(Qt.ItemDataRole.ForegroundRole)


def with_larger(plan: Plan, number: str, position_bp: int) -> Plan:
    return with_position(plan, number, position_bp)


def show_scenario(made: Program) -> None:
    plans = made.desk.document.file.plans
    made.desk.document.show_plan(next(i for i, p in enumerate(plans) if p.role is PlanRole.SCENARIO))


def test_a_better_figure_is_green_with_an_arrow_and_a_worse_one_red(made: Program) -> None:
    document = made.desk.document
    show_scenario(made)
    person = next(p for p in document.unit.employees if p.holds_position and 0 < p.position_bp < 9_000)
    same, colour = cell(made, "average", FIRST_COLUMN_SCENARIO)
    assert (same[-1], colour) == ("%", None)  # a copy is neither better nor worse
    document.apply_plan("opp", with_larger(document.plan, person.number, person.position_bp + 500))
    better, colour = cell(made, "average", FIRST_COLUMN_SCENARIO)
    assert better.endswith("▲")
    assert colour == QColor(theme().better)
    document.apply_plan("ned", with_larger(document.plan, person.number, person.position_bp - 500))
    worse, colour = cell(made, "average", FIRST_COLUMN_SCENARIO)
    assert worse.endswith("▼")
    assert colour == QColor(theme().worse)


@pytest.mark.parametrize(
    ("language", "word", "name"),
    [
        (Language.NYNORSK, "kan møte", "Framlegg"),
        (Language.BOKMAL, "kan møte", "Forslag"),
        (Language.ENGLISH, "may meet", "Proposal"),
    ],
)
def test_three_proposals_beside_today_need_no_scrolling_sideways(
    qtbot: QtBot, tmp_path: Path, language: Language, word: str, name: str
) -> None:
    program = screens.program(tmp_path, language, ThemeName.LIGHT)
    file = screens.sample("liten")
    like = next(plan for plan in file.plans if plan.role is PlanRole.SCENARIO)
    today = next(plan for plan in file.plans if plan.role is PlanRole.TODAY)
    made = tuple(replace(like, name=f"{name} {place}") for place in (1, 2, 3))
    program.desk.files.start_new(replace(file, plans=(today, *made)))
    program.window.resize(1366, 768)
    program.window.show()
    program.window.show_page("results")
    screens.settle()
    table = program.window.findChild(QTableView, "scenario_table")
    assert isinstance(table, QTableView)
    assert table.model().columnCount() == 4
    assert table.horizontalScrollBar().maximum() == 0
    row = [entry.key for entry in MEASURES].index("met")
    told = str(table.model().headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole))
    assert word in told  # an upper limit, as on paper: nobody meets them all
    assert word in catalogue()["figure.employees_met_per_week"][language.value]
    screens.close(program)


def test_scenarios_are_copied_renamed_deleted_and_taken_into_use(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = made.desk.document
    start = document.file
    show_scenario(made)
    press(made, "duplicate")
    assert len(document.file.plans) == len(start.plans) + 1
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Langvakt i helg", True))
    press(made, "rename")
    assert document.plan.name == "Langvakt i helg"
    for place in ("ui.pages.results.scenarios", "ui.taking_into_use"):
        monkeypatch.setattr(f"{place}.choose", lambda _head, _more, answers, _parent: answers[0])
    said: list[str] = []
    made.desk.status_said.connect(said.append)
    press(made, "use")
    assert said[-1] == "«Langvakt i helg» er no turnusen dykkar."
    assert document.plan.role is PlanRole.TODAY
    assert document.file.plan(PlanRole.BEFORE) is not None
    document.undo_stack.undo()
    show_scenario(made)
    press(made, "remove")
    assert len(document.file.plans) == len(start.plans)
    while document.undo_stack.canUndo():
        document.undo_stack.undo()
    assert document.file is start


def test_a_click_on_a_column_shows_that_plan_everywhere(made: Program) -> None:
    card = made.window.findChild(ScenariosCard)
    assert isinstance(card, ScenariosCard)
    card._chosen(FIRST_COLUMN_SCENARIO)
    assert made.desk.document.plan.role is PlanRole.SCENARIO
    card._chosen(0)
    assert made.desk.document.plan.role is PlanRole.TODAY
    assert not made.desk.document.is_modified  # looking is no edit


def test_every_chart_is_a_picture_and_a_table_of_the_same_figures(made: Program) -> None:
    charts = made.window.page("results").findChildren(Chart)
    assert len(charts) == 6
    for chart in charts:
        table = chart.table()
        assert len(table) > 1, chart.accessibleName()
        assert len({len(line) for line in table}) == 1
        picture = chart.picture()
        grounds = {picture.pixelColor(x, y).name() for x in (0, 5) for y in (0, 5)}
        colours = {
            picture.pixelColor(x, y).name()
            for x in range(0, picture.width(), 3)
            for y in range(0, picture.height(), 3)
        }
        assert len(colours - grounds) > 2, chart.accessibleName()
    bands = next(chart for chart in charts if chart.accessibleName().startswith("Stillingar"))
    people = sum(int(line[2]) for line in bands.table()[1:])
    employees = sum(1 for p in made.desk.document.unit.employees if p.holds_position)
    assert people >= employees


def test_figures_are_reckoned_once_for_a_plan(made: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    file, shop = made.desk.document.file, FiguresShop()
    scenario = next(plan for plan in file.plans if plan.role is PlanRole.SCENARIO)
    first = shop.pair(file.unit, file.rota_before(scenario), scenario)
    monkeypatch.setattr("ui.pages.results.figures.figures_pair", None)
    assert shop.pair(file.unit, file.rota_before(scenario), scenario) is first


def test_a_unit_without_a_rota_has_a_page_too(made: Program) -> None:
    document = made.desk.document
    document.apply("utan turnus", replace(document.file, plans=()))
    screens.settle()
    assert model_of(made).columnCount() == 0


def changes_of(made: Program) -> ChangesCard:
    found = made.window.findChild(ChangesCard)
    assert isinstance(found, ChangesCard)
    return found


def bands_of(made: Program) -> list[tuple[int, int]]:
    chart = made.window.findChild(BandsChart)
    assert isinstance(chart, BandsChart)
    return [(int(was), int(now)) for _, was, now in chart.table()[1:]]


def test_without_a_rota_today_a_scenario_stands_beside_the_positions_people_have(made: Program) -> None:
    document = made.desk.document
    scenarios = tuple(plan for plan in document.file.plans if plan.role is PlanRole.SCENARIO)
    document.apply("berre framlegg", replace(document.file, plans=scenarios), shown=0)
    screens.settle()
    holders = sum(person.holds_position and person.position_bp > 0 for person in document.unit.employees)
    assert sum(was for was, _ in bands_of(made)) == holders
    person = next(p for p in document.unit.employees if p.holds_position and 0 < p.position_bp < 9_000)
    document.apply_plan("opp", with_larger(document.plan, person.number, person.position_bp + 500))
    better, colour = cell(made, "average", 1)  # the positions of today stand first
    assert better.endswith("▲")
    assert colour == QColor(theme().better)


def test_todays_rota_alone_is_compared_with_nothing(made: Program) -> None:
    chart = made.window.findChild(BandsChart)
    assert isinstance(chart, BandsChart)
    assert {was for _, was, _ in chart.table()[1:]} == {"–"}  # not nought: there is no rota before it
    picture = chart.picture()
    assert QColor(theme().before).name() not in {
        picture.pixelColor(x, y).name() for x in range(picture.width()) for y in (picture.height() - 30,)
    }


def test_agreements_are_counted_as_papers_to_sign(made: Program) -> None:
    findings = made.desk.document.judgement.findings
    assert cell(made, "agreements", 0)[0] == str(len(agreement_list(findings)))


def test_the_page_begins_at_its_top_each_time_somebody_arrives(made: Program) -> None:
    bar = made.window.page("results")._area.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value() > 0
    made.window.show_page("rota")
    made.window.show_page("results")
    assert bar.value() == 0


def test_what_is_changed_is_told_by_person_with_locked_cells(made: Program) -> None:
    document, card = made.desk.document, changes_of(made)
    sentence = made.window.findChild(QLabel, "changes_sentence")
    assert sentence.text() == "Ingen har fått endra stilling eller vakter."  # a copy, beside today's
    today = next(i for i, plan in enumerate(document.file.plans) if plan.role is PlanRole.TODAY)
    row = document.file.plans[today].rows[0]
    days = [place for place, found in enumerate(row.cells) if found.shift is not None][:2]
    document.show_plan(today)
    document.apply_plan("lås", locked(document.plan, [(row.employee, days[0])], True))
    show_scenario(made)
    changes = {(row.employee, day): Cell() for day in days}
    document.apply_plan("tøm", with_cells(document.plan, changes))
    line = card.table.record(0)
    assert (line.change.employee, line.change.days) == (row.employee, tuple(days))
    assert sentence.text() == (
        "1 har fått endra vakter, på 2 dagar til saman. 0 har fått endra stilling. "
        "Låste celler som står som før: 0 av 1."
    )


def test_any_other_plan_can_be_compared_with(made: Program) -> None:
    document, card = made.desk.document, changes_of(made)
    show_scenario(made)
    press(made, "duplicate")  # the copy is shown; there are three plans now
    person = document.unit.employees[0]
    document.apply_plan("opp", with_larger(document.plan, person.number, person.position_bp - 500))
    assert card.compared_with.count() == 2
    assert card.compared_with.currentText() == "Dagens turnus"
    card._choose(1)
    assert card.table.record(0).change.now_bp == person.position_bp - 500
    document.apply_plan("att", with_larger(document.plan, person.number, person.position_bp))
    assert card.compared_with.currentText() == "Framlegg 1"  # the choice is kept through edits
    assert not card.table.isVisibleTo(card)


def test_a_scenario_says_why_nobody_got_more(made: Program) -> None:
    why = made.window.findChild(QLabel, "results_why")
    assert not why.isVisible()  # today's rota is no answer to a wish for more
    show_scenario(made)
    assert why.isVisible()
    assert why.text()
    made.window.findChild(QPushButton, "results_to_people").click()
    assert made.window.current.key == "people"


def test_without_a_rota_of_today_its_positions_stand_first(made: Program) -> None:
    document = made.desk.document
    scenario = next(plan for plan in document.file.plans if plan.role is PlanRole.SCENARIO)
    made.desk.files.start_new(replace(document.file, plans=(scenario,)))
    made.window.show_page("results")
    screens.settle()
    model = model_of(made)
    heads = [
        model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole) for column in (0, 1)
    ]
    assert heads[0] == "I dag"
    assert model.columnCount() == 2
    keys = [entry.key for entry in MEASURES]
    assert str(model.index(keys.index("average"), 0).data()).endswith("%")
    assert model.index(keys.index("agreements"), 0).data() == "–"
    assert model.index(keys.index("wishes"), 0).data() == "–"  # positions only: there is no rota to ask
    made.window.findChild(ScenariosCard)._chosen(0)  # nothing to show for it
    assert document.plan.role is PlanRole.SCENARIO


def test_a_rota_taken_into_use_where_there_was_none_leaves_dashes_in_the_column_before(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = made.desk.document
    scenario = next(plan for plan in document.file.plans if plan.role is PlanRole.SCENARIO)
    made.desk.files.start_new(replace(document.file, plans=(scenario,)))
    made.window.show_page("results")
    monkeypatch.setattr("ui.taking_into_use.choose", lambda _head, _more, answers, _: answers[0])
    press(made, "use")
    before = document.file.plan(PlanRole.BEFORE)
    assert before is not None
    assert before.is_empty
    rota_rows = ("weekends", "long_shifts", "open", "wishes", "breaches", "agreements", "notes", "met")
    assert {cell(made, key, 0)[0] for key in rota_rows} == {"–"}
    assert cell(made, "average", 0)[0].endswith("%")
    assert cell(made, "notes", 1)[0] != "–"


def test_the_question_before_a_plan_is_used_lists_what_is_open(
    made: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = made.desk.document
    show_scenario(made)
    asked: list[str] = []
    monkeypatch.setattr("ui.taking_into_use.choose", lambda _head, more, *_: asked.append(more))
    cleared = replace(
        document.plan, rows=tuple(replace(row, cells=(FREE,) * len(row.cells)) for row in document.plan.rows)
    )
    document.apply_plan("tom", cleared)
    press(made, "use")
    assert "Dette er ikkje i orden enno:" in asked[0]
    assert " hol i bemanninga, " in asked[0]


def test_notes_are_counted_as_beside_the_rota(made: Program) -> None:
    made.window.show_page("rota")
    screens.settle()
    found = sections(made.desk.document)
    plan_column = 0 if made.desk.document.plan.role is PlanRole.TODAY else FIRST_COLUMN_SCENARIO
    made.window.show_page("results")
    screens.settle()
    assert cell(made, "notes", plan_column)[0] == str(len(found[Section.NOTE]))


def primary_buttons(made: Program) -> list[str]:
    shown = (part for part in made.window.findChildren(QPushButton) if part.isVisible())
    return [part.objectName() for part in shown if part.property("look") == "primary"]


def test_a_proposal_can_be_taken_into_use_at_the_top_of_the_page(made: Program) -> None:
    made.window.resize(1366, 768)
    screens.settle()
    assert primary_buttons(made) == ["results_new"]  # the rota of today is in use already
    show_scenario(made)
    screens.settle()
    assert primary_buttons(made) == ["results_use"]
    use = made.window.findChild(QPushButton, "results_use")
    place = use.mapTo(made.window, use.rect().bottomRight())
    assert place.y() < 100
    assert place.x() < made.window.width()


def row_names(made: Program) -> list[str]:
    model = model_of(made)
    return [
        str(model.headerData(row, Qt.Orientation.Vertical, Qt.ItemDataRole.DisplayRole))
        for row in range(model.rowCount())
    ]


def test_names_of_sums_say_over_which_weeks(made: Program) -> None:
    weeks = made.desk.document.unit.weeks
    assert f"Udekt i {weeks} veker" in row_names(made)
    assert f"Udekt i {weeks} veker\t" in model_of(made).as_text()
    one = replace(made.desk.document.unit, weeks=1)
    model = model_of(made)
    model.set_plans([], [], -1, one.weeks)
    assert "Udekt i 1 veke" in row_names(made)


def test_a_copy_has_the_figures_of_what_it_is_a_copy_of(made: Program) -> None:
    made.desk.files.start_new(screens.sample())  # six lines of Solbakken are vacant or temporary
    made.window.show_page("results")
    for key in ("average", "full_time", "small", "unwanted", "missing"):
        assert cell(made, key, 0) == cell(made, key, FIRST_COLUMN_SCENARIO), key
    show_scenario(made)
    bands = bands_of(made)
    assert [before for before, _ in bands] == [after for _, after in bands]

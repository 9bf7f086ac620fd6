"""What the grid shows: exactly the cells that changed, people's figures, coverage, weeks in sight."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, unit
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from heiltid.model import Plan, PlanRole, UnitFile
from tests.ui.desk import desk, in_front
from ui.pages.rota import RotaPage
from ui.pages.rota.grid import Zoom
from ui.pages.rota.looks import Mark
from ui.places import Place

WARD = unit(
    weeks=4,
    employees=(
        person("1", 8_000, name="Anne Berg", competence="nurse", wanted_bp=10_000),
        person("2", 5_000, name="Bjørg Dahl", competence="assistant"),
    ),
    demand=(
        demand(WEEKDAYS, "07:30-15:00", 1, maximum=1),
        demand(WEEKDAYS, "07:30-15:00", 1, competence="nurse"),
    ),
)
WEEK = " D1 D1 D1 D1 D1 - -"
FREE = " - - - - - - -"
TODAY: Plan = plan(row(WEEK * 2 + FREE * 2, "1", 8_000), row(FREE * 2 + WEEK * 2, "2", 5_000))
NEW: Plan = Plan(
    name="Framlegg 1", role=PlanRole.SCENARIO, rows=(row(WEEK * 4, "1", 10_000), row(FREE * 4, "2", 5_000))
)


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(TODAY, NEW))), RotaPage) as shown:
        yield shown


def changed(page: RotaPage) -> list[tuple[int, int, int, int]]:
    """The rectangles the grid says are to be painted anew: top, left, bottom, right."""
    found: list[tuple[int, int, int, int]] = []

    def heard(first: QModelIndex, last: QModelIndex) -> None:
        found.append((first.row(), first.column(), last.row(), last.column()))

    page.grid.model.dataChanged.connect(heard)
    return found


def test_an_edit_paints_its_cell_and_those_it_casts_a_finding_on(page: RotaPage, qtbot: QtBot) -> None:
    found = changed(page)
    with qtbot.assertNotEmitted(page.grid.model.layoutChanged):
        page.edits.type([("2", 2)], "F2")
    assert found == [(1, 2, 1, 2)]
    found.clear()
    page.edits.type([("1", 4)], "N1")  # in breach: nothing else of the line but its neighbours
    assert [entry[0] for entry in found] == [0]
    assert found[0][1] <= 4 <= found[0][3]


def test_a_breach_is_marked_told_and_read_aloud(page: RotaPage) -> None:
    page.edits.type([("1", 0)], "N1")  # N1 to 07:45, then D1 at 07:30
    model = page.grid.model
    look = model.looks[0][1]
    assert look is not None
    assert look.mark is Mark.BREACH
    index = model.index(0, 1)
    spoken = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Anne Berg, veke 1 tys 5. jan., D1 07:30–15:00, ")
    assert spoken.endswith("funn")
    assert "§ 10-8" in index.data(Qt.ItemDataRole.ToolTipRole)
    line = page.grid.people_model.lines[0]
    assert line.gravest is Mark.BREACH


def test_positions_hours_and_deviation_stand_beside_the_name(page: RotaPage) -> None:
    # Ten shifts of 7.5 h: 75 h. 80 % of 4 x 35.5 h = 113.6 h, so 38.6 h too few.
    model = page.grid.people_model
    assert [model.index(0, column).data() for column in range(4)] == ["Anne Berg", "80 %", "75,0", "−38,6"]
    page.document.show_plan(1)
    # Twenty shifts: 150 h; 100 % pays for 142 h.
    assert [model.index(0, column).data() for column in range(4)] == [
        "Anne Berg",
        "80 % → 100 %",
        "150,0",
        "+8,0",
    ]


def test_the_coverage_counts_along(page: RotaPage) -> None:
    model = page.grid.coverage_model
    assert model.table is not None
    assert [band.label for band in model.table.bands] == ["Dag 07:30–15:00", "Sjukepleiar 07:30–15:00"]
    assert [model.index(0, day).data() for day in (0, 5, 14)] == ["1", None, "1"]
    assert [model.index(1, day).data() for day in (0, 14)] == ["1", "0▼"]
    page.edits.type([("2", 0)], "D1")
    assert model.index(0, 0).data() == "2▲"
    page.edits.clear([("1", 0), ("2", 0)])
    assert model.index(0, 0).data() == "0▼"
    assert "Minst 1" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_another_plan_is_shown_in_the_same_cells(page: RotaPage, qtbot: QtBot) -> None:
    page.grid.cells.go(1, 3)
    with qtbot.assertNotEmitted(page.grid.model.modelReset):
        page.plans.activated.emit(1)
    assert page.plans.currentText() == "Framlegg 1"
    assert page.grid.model.looks[1] == [None] * 28
    assert page.grid.cells.currentIndex().row() == 1
    assert page.subtitle().startswith("4 veker frå 04.01.2027")  # its name stands in the choice beside it
    assert page.plans.toolTip() == "Kva plan du ser: Framlegg 1"


@pytest.mark.parametrize(("zoom", "weeks"), [(Zoom.ONE, 1), (Zoom.FOUR, 4), (Zoom.ALL, 4)])
def test_the_zoom_fits_its_weeks(page: RotaPage, zoom: Zoom, weeks: int) -> None:
    page.set_zoom(zoom)
    cells = page.grid.cells
    width = cells.columnWidth(0)
    assert cells.viewport().width() == weeks * 7 * width
    assert page.grid.coverage.viewport().width() == cells.viewport().width()
    assert page.desk.settings.word("rota_zoom") == zoom.name


def test_the_views_scroll_together(page: RotaPage) -> None:
    page.set_zoom(Zoom.ONE)
    page.grid.cells.go(0, 27)
    across = page.grid.cells.horizontalScrollBar().value()
    assert across > 0
    assert page.grid.coverage.horizontalScrollBar().value() == across


def test_a_place_is_arrived_at(page: RotaPage) -> None:
    page.arrive(Place(employee="2", days=(15, 16, 20)))
    assert page.grid.cells.selected_cells() == [(1, 15), (1, 16), (1, 20)]
    page.arrive(Place(employee=None, days=(3,)))
    assert page.grid.cells.selected_cells() == [(1, 3)]


@pytest.mark.parametrize(
    ("bare", "words", "goes_to"),
    [
        (unit(shifts=(), employees=()), "ingen vakter", "unit"),
        (unit(employees=()), "ingen tilsette", "people"),
    ],
)
def test_an_empty_unit_is_led_on(
    qtbot: QtBot, tmp_path: Path, bare: object, words: str, goes_to: str
) -> None:
    made = desk(tmp_path, UnitFile(unit=bare))  # type: ignore[arg-type]
    with in_front(made, RotaPage) as shown:
        empty = shown._empty
        assert empty.isVisible()
        assert words in empty._line.text()
        with qtbot.waitSignal(made.going_to) as went:
            empty._button.click()
        assert went.args[0] == goes_to


def test_the_first_code_in_a_unit_without_a_rota_makes_today_s(qtbot: QtBot, tmp_path: Path) -> None:
    made = desk(tmp_path, UnitFile(unit=WARD))
    with in_front(made, RotaPage) as shown:
        shown.edits.type([("1", 0)], "D1")
        today = made.document.today
        assert today is not None
        assert today.rows[0].cells[0].shift == "D1"
        look = shown.grid.model.looks[0][0]
        assert look is not None
        assert look.text == "D1"


def test_the_row_of_one_who_leaves_says_so(page: RotaPage) -> None:
    unit_now = page.document.unit
    leaving = replace(unit_now.employees[0], employed_to=unit_now.start + timedelta(days=13))
    page.document.apply_unit("x", replace(unit_now, employees=(leaving, *unit_now.employees[1:])))
    model = page.grid.model
    assert model.leaving == {0: (14, "sluttar 17.01")}
    told = page.grid.people_model.data(page.grid.people_model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "rullerer" in told

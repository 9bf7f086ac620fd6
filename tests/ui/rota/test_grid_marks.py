"""Small signs of the grid: days not employed, weeks that fit, lines painted once, why a line is cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders import WEEKDAYS, demand, person, plan, row, shift, unit
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QLabel, QToolTip

from heiltid.model import UnitFile
from tests.ui.desk import desk, in_front
from tests.ui.screens import settle
from ui.document import EVERYTHING
from ui.pages.rota import RotaPage
from ui.pages.rota.grid import RotaGrid, Zoom
from ui.pages.rota.legend import Legend
from ui.pages.rota.painted_table import PaintedTable
from ui.theme import theme

# Nights end at 07:45; nobody is there at night, two are asked for by day and one is.
WARD = unit(
    weeks=12,
    shifts=(shift("D1", "07:30-15:00"), shift("N1", "21:45-07:45")),
    employees=(person("1", name="Anne Berg"), person("2", 5_000, name="Bjørg Dahl")),
    demand=(
        demand(WEEKDAYS, "07:45-09:30", 1),
        demand(WEEKDAYS, "09:30-15:00", 2),
        demand(WEEKDAYS, "20:00-21:45", 0),
    ),
)
FREE = " - - - - - - -"
DAY = timedelta(days=1)
ANNE, BJORG = 0, 1


@pytest.fixture
def page(qapp: QApplication, tmp_path: Path) -> Iterator[RotaPage]:
    rows = (row(" D1 D1 D1 D1 D1 - -" * 12, "1"), row(FREE * 12, "2", 5_000))
    with in_front(desk(tmp_path, UnitFile(unit=WARD, plans=(plan(*rows),))), RotaPage) as shown:
        yield shown


def employ(page: RotaPage, **dates: int) -> None:
    """Bjørg from or to a day of the rota."""
    unit_now = page.document.unit
    anne, bjorg = unit_now.employees
    told = {name: unit_now.start + day * DAY for name, day in dates.items()}
    page.document.apply_unit("x", replace(unit_now, employees=(anne, replace(bjorg, **told))))
    settle()


def colour_at(view: PaintedTable, line: int, day: int) -> str:
    box = view.visualRect(view.model().index(line, day))
    return view.viewport().grab().toImage().pixelColor(box.topLeft() + QPoint(3, 3)).name()


def test_days_before_the_first_and_after_the_last_are_grey_and_say_why(page: RotaPage) -> None:
    employ(page, employed_from=8, employed_to=22)
    cells, model = page.grid.cells, page.grid.model
    grey = QColor(theme().strong_line).name()
    assert [colour_at(cells, BJORG, day) == grey for day in (7, 8, 22, 23)] == [True, False, False, True]
    assert colour_at(cells, ANNE, 7) != grey
    told = [model.index(BJORG, day).data(Qt.ItemDataRole.ToolTipRole) for day in (7, 8, 23)]
    assert "ikkje tilsett enno" in told[0]
    assert "tilsett" not in told[1]
    assert "har slutta" in told[2]
    assert "har slutta" in model.index(BJORG, 23).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_legend_shows_the_grey_day(page: RotaPage) -> None:
    page.grid.legend_button.click()
    (legend,) = page.grid.findChildren(Legend)
    assert any("ikkje tilsett enno" in entry.text() for entry in legend.findChildren(QLabel))
    legend.close()


@pytest.mark.parametrize(("width", "fits"), [(924, True), (914, True), (860, False)])
def test_names_give_way_where_four_weeks_then_fit(page: RotaPage, width: int, fits: bool) -> None:
    # Beside the names 250 for figures, 28 days of 19 and a bar of 16: 798. Names may shrink to 112.
    grid = RotaGrid(page.document)
    grid.resize(width, 600)
    grid.show()
    grid.refresh(EVERYTHING)
    grid.set_zoom(Zoom.FOUR)
    settle()
    cells = grid.cells
    assert (cells.viewport().width() >= 28 * cells.columnWidth(0)) is fits
    assert cells.columnWidth(0) >= 19
    assert grid.bands.width() == grid.people.width()
    grid.hide()
    grid.deleteLater()
    settle()


def image_of(view: PaintedTable) -> QImage:
    return view.viewport().grab().toImage()


def test_a_small_piece_painted_anew_looks_as_it_did(page: RotaPage) -> None:
    for view in (page.grid.bands, page.grid.coverage):
        whole = image_of(view)
        piece = QPixmap(whole.size())
        ground = view.viewport()
        box = QRect(0, 2 * view.row_height, ground.width(), view.row_height)
        ground.render(piece, box.topLeft(), QRegion(box))
        assert piece.toImage().copy(box) == whole.convertToFormat(piece.toImage().format()).copy(box)


def test_in_a_narrow_column_the_sign_points_down_where_people_lack(page: RotaPage) -> None:
    page.set_zoom(Zoom.TWELVE)
    settle()
    view = page.grid.coverage
    box = view.visualRect(view.model().index(1, 0))  # one of two
    assert box.width() < 10
    inked = [
        sum(image_of(view).pixelColor(x, y) == QColor(theme().worse) for x in range(box.left(), box.right()))
        for y in (box.center().y() - 3, box.center().y() + 3)
    ]
    assert inked[0] > inked[1]


def test_more_people_than_wanted_have_their_sign_and_enough_have_none(page: RotaPage) -> None:
    rows = (row(" D1 D1 D1 D1 D1 - -" * 12, "1"), row(" D1 - - - - - -" + FREE * 11, "2", 5_000))
    page.document.apply_plan("Bjørg", replace(page.document.plan, rows=rows))
    shown = page.grid.coverage.model()
    # one is wanted until 09:30, two after it; on Monday there are two
    told = [[shown.index(line, day).data() for day in (0, 1)] for line in (0, 1)]
    assert told == [["2▲", "1"], ["2", "1▼"]]


def test_the_name_of_a_line_tells_why_it_is_cut_there(
    page: RotaPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, words, *more: said.append(words))
    bands = page.grid.bands
    for line in (0, 2):
        place = QPoint(20, bands.rowViewportPosition(line) + 5)
        help_event = QHelpEvent(QEvent.Type.ToolTip, place, bands.viewport().mapToGlobal(place))
        QApplication.sendEvent(bands.viewport(), help_event)
    assert "Rada byrjar kl. 07:45 fordi N1 21:45–07:45 sluttar då." in said[0]
    assert "Rada sluttar kl. 21:45 fordi N1 21:45–07:45 byrjar då." in said[1]


def test_days_nobody_owns_are_not_shown_in_the_line_of_one_who_is_not_there(page: RotaPage) -> None:
    employ(page, employed_from=8)
    page.grid.cells.go(BJORG, 0)
    page.show_place(None, (2,))
    assert page.grid.cells.selected_cells() == [(ANNE, 2)]
    page.grid.cells.go(BJORG, 9)
    page.show_place(None, (10,))
    assert page.grid.cells.selected_cells() == [(BJORG, 10)]

"""Where scroll bars meet one another or a header there is nothing to see: no edge, no other ground."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QScrollBar, QTableView, QWidget
from pytestqt.qtbot import QtBot

from ui.pages.rota.bar_ground import BarGround
from ui.pages.rota.day_header import HEADER_HEIGHT
from ui.theme import DARK, LIGHT, Theme, ThemeName, apply_theme


@pytest.mark.parametrize(("name", "shown"), [(ThemeName.DARK, DARK), (ThemeName.LIGHT, LIGHT)])
def test_the_corner_between_two_scroll_bars_has_no_edge(qtbot: QtBot, name: ThemeName, shown: Theme) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, name)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(QStandardItemModel(30, 8, view))
    view.resize(300, 200)
    view.show()
    down, across = view.verticalScrollBar(), view.horizontalScrollBar()
    assert down.isVisible()
    assert across.isVisible()
    picture = view.grab().toImage()
    apply_theme(application, ThemeName.LIGHT)
    corner = QPoint(view.width() - down.width(), view.height() - across.height())
    colours = {
        picture.pixelColor(corner + QPoint(right, below)).name()
        for right in range(down.width())
        for below in range(across.height())
    }
    assert colours == {shown.card}


def test_the_header_of_the_rota_goes_on_above_the_bar(qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_theme(application, ThemeName.LIGHT)
    around, bar = QWidget(), QScrollBar(Qt.Orientation.Vertical)
    qtbot.addWidget(around)
    ground = BarGround(bar, around)
    ground.resize(12, 300)
    ground.leave_below(40)
    around.resize(12, 300)
    around.show()
    assert (bar.y(), bar.height()) == (HEADER_HEIGHT, 300 - HEADER_HEIGHT - 40)
    picture = ground.grab().toImage()
    assert picture.pixelColor(6, HEADER_HEIGHT - 1).name() == LIGHT.strong_line
    assert {picture.pixelColor(6, place).name() for place in (0, HEADER_HEIGHT - 2, 299)} == {LIGHT.card}

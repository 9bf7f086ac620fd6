"""Where two scroll bars of a list meet there is nothing to see: no edge, no ground of another colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

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

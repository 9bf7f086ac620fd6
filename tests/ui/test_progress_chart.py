"""The picture of a run: round numbers at its lines, and everything of it by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heiltid.jobs import SolveProgress
from ui.charts.progress_chart import ProgressChart, lines_around


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        # 10,5 points are more than five steps of 2, so the step is 5; 69,9 lies above 65 and 80,4 below 85.
        (6_990, 8_040, [6_500, 7_000, 7_500, 8_000, 8_500]),
        (7_100, 7_300, [7_100, 7_200, 7_300]),
        (7_150, 7_250, [7_100, 7_200, 7_300]),
        (0, 10_000, [0, 2_000, 4_000, 6_000, 8_000, 10_000]),
    ],
)
def test_lines_stand_at_round_shares(low: float, high: float, expected: list[float]) -> None:
    assert lines_around(low, high) == expected


def test_a_chart_gives_its_table_to_the_keyboard_and_to_the_ear(qtbot: QtBot) -> None:
    chart = ProgressChart()
    qtbot.addWidget(chart)
    chart.begin(60.0, 7_140.0)
    chart.add(
        SolveProgress(
            stage="improve",
            seconds=12.0,
            fraction=0.2,
            average_position_bp=7_870.0,
            understaffed_minutes=840,
            goals=(),
        )
    )
    with qtbot.waitActive(chart):
        chart.show()
        chart.activateWindow()
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.splitlines()[1].split("\t") == ["12", "78,7 %", "14,0"]
    assert chart.accessibleDescription() == copied

"""The picture of a run: round numbers at its lines, and everything of it by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from heiltid.jobs import Goal, GoalValue, SolveProgress
from heiltid.texts import Language
from ui.charts.progress_chart import BOTTOM, LEFT, RIGHT, TOP, ProgressChart, lines_around
from ui.texts import set_language


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


@pytest.mark.parametrize(
    ("today", "bound", "words_above"),
    [
        (6_030.0, 6_030.0, ["høgast mogleg"]),  # one line: the ceiling's words above it, today's below
        (6_040.0, 6_030.0, ["i dag"]),  # a unit changed since: today above the ceiling
        (5_000.0, 9_000.0, ["høgast mogleg", "i dag"]),  # far apart: each above its own line
    ],
)
def test_the_words_at_two_lines_never_lie_on_one_another(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, today: float, bound: float, words_above: list[str]
) -> None:
    set_language(Language.NYNORSK)
    chart = ProgressChart()
    qtbot.addWidget(chart)
    chart.resize(600, 260)
    chart.begin(60.0, today)
    goal = GoalValue(goal=Goal.LINES, value=today, bound=bound)
    chart.add(SolveProgress(stage="improve", seconds=1.0, fraction=0.1, goals=(goal,)))
    boxes = {}

    def keep(_painter: object, area: QRectF, words: str, *_: object) -> None:
        boxes[words.split(" 5")[0].split(" 6")[0].split(" 9")[0]] = QRectF(area)

    monkeypatch.setattr("ui.charts.progress_chart.say", keep)
    chart.picture()
    assert not boxes["høgast mogleg"].intersects(boxes["i dag"])
    above = [words for words in ("høgast mogleg", "i dag") if is_above(chart, boxes[words], words)]
    assert above == words_above


def is_above(chart: ProgressChart, box: QRectF, words: str) -> bool:
    """Whether words stand above the line they belong to."""
    plot = QRectF(chart.rect()).adjusted(LEFT, TOP, -RIGHT, -BOTTOM)
    lines = lines_around(*chart._range())
    value = chart._bound if words == "høgast mogleg" else chart._today
    y = plot.bottom() - plot.height() * (value - lines[0]) / (lines[-1] - lines[0])
    return box.bottom() <= y

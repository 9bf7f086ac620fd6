"""A build under way: stage, bar, the picture of how it gets better, and the two ways to end it."""

from __future__ import annotations

import time

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from heiltid.jobs import Goal, SolveProgress
from heiltid.model import MINUTES_PER_HOUR
from heiltid.texts import catalogue
from ui.charts.progress_chart import ProgressChart
from ui.texts import number, share, tr
from ui.widgets.basic import WIDE_GAP, Card, Figure, button, label, row

STEPS = 1000


class RunningPanel(QWidget):
    """Shows the steps of one run after another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE_GAP)
        self.use_best = button("ui.build.use_best", "primary", name="build_use_best")
        self.cancel = button("ui.ask.cancel", name="build_cancel")
        self._stage = label("", "heading")
        self._bar = QProgressBar()
        self._bar.setRange(0, STEPS)
        self._bar.setTextVisible(False)
        head = Card()
        head.body.addLayout(row(self._stage, None, self.use_best, self.cancel))
        head.body.addWidget(self._bar)
        head.body.addWidget(label(tr("ui.build.meanwhile"), "muted", wraps=True))
        column.addWidget(head)
        names = ("line.average", "build.ceiling_name", "line.open", "build.elapsed")
        self._figures = {name: Figure(tr(f"ui.{name}")) for name in names}
        column.addLayout(row(*self._figures.values()))
        card = Card(tr("ui.build.chart"))
        self.chart = ProgressChart()
        card.body.addWidget(self.chart, 1)
        column.addWidget(card, 1)
        self._began = 0.0
        self._limit = 60.0

    @property
    def percent(self) -> int:
        """How much of the time has gone."""
        return self._bar.value() * 100 // STEPS

    def begin(self, limit_seconds: float, today_bp: float, seconds_gone: float = 0.0) -> None:
        """A new run begins, or one that has been going for a while is shown from now on."""
        self._began, self._limit = time.monotonic() - seconds_gone, limit_seconds
        self.chart.begin(limit_seconds, today_bp)
        self._stage.setText(tr("stage.start"))
        self.use_best.setEnabled(False)
        self._bar.setValue(0)
        for name in ("line.average", "build.ceiling_name", "line.open"):
            self._figures[name].show_figure("–", tr("ui.build.reckoned"))
        self.tick()

    def tick(self) -> None:
        """Time goes on also while the engine says nothing."""
        seconds = time.monotonic() - self._began
        self._figures["build.elapsed"].show_figure(
            tr("ui.build.at_seconds", seconds=number(seconds, 0)),
            tr("ui.build.of_seconds", seconds=number(self._limit, 0)),
        )
        self._bar.setValue(min(STEPS, round(STEPS * seconds / self._limit)))

    def show_step(self, step: SolveProgress) -> None:
        """What the engine says it has come to."""
        key = f"stage.{step.stage}"
        self._stage.setText(tr(key if key in catalogue() else "stage.improve"))
        self.chart.add(step)
        if step.average_position_bp is not None:
            self._figures["line.average"].show_figure(share(step.average_position_bp, 1))
            self.use_best.setEnabled(True)
        bounds = [goal.bound for goal in step.goals if goal.goal is Goal.LINES and goal.bound is not None]
        if bounds:
            self._figures["build.ceiling_name"].show_figure(share(bounds[0], 1), tr("ui.build.ceiling_line"))
        if step.understaffed_minutes is not None:
            hours = number(step.understaffed_minutes / MINUTES_PER_HOUR)
            self._figures["line.open"].show_figure(tr("ui.line.hours", hours=hours))

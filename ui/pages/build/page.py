"""Build rota: choose, watch, and get a new scenario. The engine runs in its own process meanwhile."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from heiltid.jobs import SolveProgress, SolveReport, SolveRequest, Status
from heiltid.measures.positions import figures_before, positions_of, positions_today
from heiltid.report_lines import clash_lines
from ui.asking import tell_trouble
from ui.building import KEEP_LITTLE, BuildOptions, base_plan, breaches_of, request_for, with_scenario
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.build.options import OptionsPanel
from ui.pages.build.running import RunningPanel
from ui.solve_job import JobEnd, JobEndKind
from ui.texts import language, share, tr
from ui.widgets.basic import Card, button, label, row


class BuildPage(Page):
    """Options, then progress, then the outcome; nothing the leader had is ever replaced."""

    key = "build"
    help_name = "build"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._request: SolveRequest | None = None
        self._options = OptionsPanel()
        self._running = RunningPanel()
        self._outcome = Card(tr("ui.build.outcome"))
        self._headline = label("", "big", wraps=True)
        self._details = label("", wraps=True)
        self._clock = QTimer(self)
        self._clock.setInterval(500)
        self._clock.timeout.connect(self._running.tick)
        self._start = button("ui.build.start", "primary", name="build_start")
        self._make_outcome()
        self._stack = QStackedWidget()
        for part in (self._options, self._running, self._outcome):
            self._stack.addWidget(part)
        self.column.addWidget(self._stack, 1)
        self._connect()
        self._suggested_for = ""
        if desk.job.is_running:  # begun in a window that was made anew for its language
            self._watch()

    def _make_outcome(self) -> None:
        body = self._outcome.body
        body.addWidget(self._headline)
        body.addWidget(self._details)
        self._see = button("ui.build.see_results", "primary", name="build_see")
        self._rota = button("ui.build.see_rota", name="build_rota")
        self._go_on = button("ui.build.go_on", name="build_go_on")
        self._again = button("ui.build.again", name="build_again")
        body.addLayout(row(self._see, self._rota, self._go_on, self._again, None))
        body.addStretch(1)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start)
        self._running.use_best.clicked.connect(self.desk.job.stop)
        self._running.cancel.clicked.connect(self.desk.job.cancel)
        self._see.clicked.connect(self._to_results)
        self._rota.clicked.connect(self._to_rota)
        self._go_on.clicked.connect(self.go_on)
        self._again.clicked.connect(self._to_options)
        self.desk.job.progressed.connect(self._progressed)
        self.desk.job.ended.connect(self._ended)
        self.document.replaced.connect(self._forget_run)

    def header_widgets(self) -> tuple[QWidget, ...]:
        return (self._start,)

    def subtitle(self) -> str:
        plan = self.document.plan
        return tr("ui.build.from", plan=plan.name or tr("ui.plan.today"))

    def refresh(self, change: Change) -> None:
        unit = self.document.unit
        if change.unit or change.shown_plan:
            self._options.keep.show_unit(unit, self.document.plan)
            if self._suggested_for != unit.name:
                self._suggested_for = unit.name
                self._options.keep.suggest_time(unit)
        self._start.setEnabled(not self.desk.job.is_running and self._lacks() is None)
        self._start.setToolTip(self._lacks() or "")
        self.subtitle_changed.emit()

    def _lacks(self) -> str | None:
        """What has to be there before anything can be built, as a sentence."""
        unit = self.document.unit
        for name, there in (
            ("shifts", unit.shifts),
            ("demand", unit.demand),
            ("people", unit.planned_employees),
        ):
            if not there:
                return tr(f"ui.build.lacks_{name}")
        return None

    def start(self) -> None:
        """Begin with what is chosen."""
        self._begin(self._options.keep.options(self._options.goals.order()))

    def go_on(self) -> None:
        """Another run from the scenario that was just made, which is the shown plan."""
        chosen = self._options.keep.options(self._options.goals.order())
        self._begin(
            BuildOptions(
                goal_order=chosen.goal_order,
                time_limit_seconds=chosen.time_limit_seconds,
                keep_weight=max(chosen.keep_weight, KEEP_LITTLE),
                kept_people=chosen.kept_people,
                weeks=chosen.weeks,
                seed=chosen.seed + len(self.document.file.plans),
            )
        )

    def _begin(self, options: BuildOptions) -> None:
        if self.desk.job.is_running or self._lacks() is not None:
            return
        unit = self.document.unit
        self.desk.job.start(request_for(unit, base_plan(unit, self.document.plan), options))
        self._watch()

    def _watch(self) -> None:
        """Show the run that is under way."""
        job = self.desk.job
        self._request = job.request
        limit = 0.0 if job.request is None else job.request.time_limit_seconds
        self._running.begin(limit, self._average_today(), job.seconds)
        self._show_part(self._running)
        self._start.setEnabled(False)
        self._clock.start()

    def _forget_run(self) -> None:
        """Another unit is in work: what comes of the old one's run lands nowhere."""
        self._request = None
        self._clock.stop()
        self._to_options()

    def _average_today(self) -> float:
        unit, today = self.document.unit, self.document.today
        was = positions_today(unit) if today is None else positions_of(unit, today)
        average: Fraction = figures_before(unit, was).average_bp
        return float(average)

    def _progressed(self, step: SolveProgress) -> None:
        self._running.show_step(step)

    def _ended(self, end: JobEnd) -> None:
        self._clock.stop()
        request, self._request = self._request, None
        self._start.setEnabled(self._lacks() is None)
        if request is None:
            return
        if end.kind is JobEndKind.CANCELLED:
            self._to_options()
            self.desk.say(tr("job.headline.cancelled"))
        elif end.kind is not JobEndKind.REPORT or end.report is None:
            self._show_trouble(end)
        elif end.report.plan is None:
            self._show_without_plan(request, end.report)
        else:
            self._land(request, end.report)

    def _show_trouble(self, end: JobEnd) -> None:
        details = tr(end.text_key)
        if end.detail:
            details += "\n" + tr("job.detail", detail=end.detail)
        self._show_outcome(tr(end.headline_key), details, has_plan=False)

    def _show_without_plan(self, request: SolveRequest, report: SolveReport) -> None:
        key = "stopped_empty" if report.status is Status.STOPPED else report.status.value
        lines = clash_lines(request.unit, report.clashes, language())
        details = "\n".join(f"•  {line.text}" for line in lines) or tr("ui.build.no_plan_details")
        self._show_outcome(tr(f"run.{key}", seconds=round(report.seconds)), details, has_plan=False)

    def _land(self, request: SolveRequest, report: SolveReport) -> None:
        assert report.plan is not None
        if breaches_of(request.unit, report.plan):
            tell_trouble(tr("ui.build.unlawful"), tr("ui.build.unlawful_details"), self)
            self._to_options()
            return
        file = with_scenario(self.document.file, request, report, tr("ui.plan.stem"), datetime.now())
        place = len(file.plans) - 1
        self.document.apply(tr("ui.step.build"), file, shown=place)
        plan = self.document.plan
        now = figures_before(self.document.unit, positions_of(self.document.unit, plan)).average_bp
        key = "ui.build.done" if report.bound_average_position_bp is None else "ui.build.done_bound"
        bound = share(report.bound_average_position_bp, 1)
        details = tr(key, before=share(self._average_today(), 1), after=share(float(now), 1), bound=bound)
        self._show_outcome(tr("ui.build.made", name=plan.name), details, has_plan=True)

    def _show_outcome(self, headline: str, details: str, *, has_plan: bool) -> None:
        self._headline.setText(headline)
        self._details.setText(details)
        for part in (self._see, self._rota, self._go_on):
            part.setVisible(has_plan)
        self._show_part(self._outcome)
        if self.isVisible():
            (self._see if has_plan else self._again).setFocus()
        else:
            self.desk.say(headline)

    def _to_results(self) -> None:
        self.desk.go_to("results")

    def _to_rota(self) -> None:
        self.desk.go_to("rota")

    def _to_options(self) -> None:
        self._show_part(self._options)

    def _show_part(self, part: QWidget) -> None:
        """One primary button at a time: the header's belongs to the choices."""
        self._stack.setCurrentWidget(part)
        self._start.setVisible(part is self._options)

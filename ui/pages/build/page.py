"""Build rota: choose, watch, and get a new scenario. The engine runs in its own process meanwhile."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from heiltid.jobs import SolveProgress, SolveReport, SolveRequest
from ui.asking import tell_trouble
from ui.building import (
    KEEP_LITTLE,
    BuildOptions,
    average_today,
    base_plan,
    breaches_of,
    request_for,
    with_scenario,
)
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.build.latest import latest
from ui.pages.build.long_days import LongDays
from ui.pages.build.options import OptionsPanel
from ui.pages.build.outcome import OutcomeCard
from ui.pages.build.running import RunningPanel
from ui.pages.build.telling import Telling
from ui.pages.build.words import (
    hours_words,
    lacks_words,
    no_plan_words,
    start_words,
    too_few_words,
    trouble_words,
)
from ui.places import NewBuild, Place
from ui.solve_job import JobEnd, JobEndKind
from ui.taking_into_use import take_into_use
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, button, label, row, scrolled


class BuildPage(Page):
    """Options, then progress, then the outcome; nothing the leader had is ever replaced.

    What ends while she is on another page changes nothing there: it is offered, and shown when she asks.
    """

    key = "build"
    help_name = "build"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._request: SolveRequest | None = None
        self._is_news = False  # the outcome has not been seen
        self._options, self._running, self._outcome = OptionsPanel(), RunningPanel(), OutcomeCard()
        self._telling = Telling(self.document, desk.runs, self._outcome)
        self._outcome_area = scrolled(self._outcome)
        self._clock = QTimer(self)
        self._clock.setInterval(500)
        self._start = button("ui.build.start", "primary", name="build_start")
        self._last = label("", "muted", wraps=True)
        self._last_see = button("ui.build.last_see", "link", name="build_last_see")
        self._last_line = QWidget()
        self._choices = QWidget()
        self._arrange()
        self._connect()
        self._suggested_for = ""
        if desk.job.is_running:  # begun in a window that was made anew for its language
            self._watch()

    def _arrange(self) -> None:
        line = row(self._last, self._last_see)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(0, 1)
        self._last_line.setLayout(line)
        self._last_line.hide()
        column = QVBoxLayout(self._choices)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(WIDE_GAP)
        column.addWidget(self._last_line)
        column.addWidget(LongDays(self.desk))
        column.addWidget(self._options, 1)
        self._stack = QStackedWidget()
        for part in (self._choices, self._running, self._outcome_area):
            self._stack.addWidget(part)
        self.column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start)
        self._clock.timeout.connect(self._tick)
        self._running.use_best.clicked.connect(self.desk.job.stop)
        self._running.cancel.clicked.connect(self.desk.job.cancel)
        self._outcome.see.clicked.connect(self._to_results)
        self._outcome.rota.clicked.connect(self._to_rota)
        self._outcome.lacking_see.clicked.connect(self._to_lacking)
        self._outcome.lacking_who.clicked.connect(self._to_gap)
        self._outcome.use.clicked.connect(self._take_into_use)
        self._outcome.go_on.clicked.connect(self.go_on)
        self._outcome.anew.clicked.connect(self.start)
        self._outcome.again.clicked.connect(self._to_options)
        self._outcome.why.wants_page.connect(self.desk.go_to)
        self._last_see.clicked.connect(self._to_outcome)
        self.desk.job.progressed.connect(self._progressed)
        self.desk.job.ended.connect(self._ended)
        self.document.replaced.connect(self._forget_run)

    def header_widgets(self) -> tuple[QWidget, ...]:
        return (self._start,)

    def subtitle(self) -> str:
        """What a build would begin from; beside an outcome it says nothing."""
        return "" if self._stack.currentWidget() is self._outcome_area else start_words(self.document)

    def shown(self) -> None:
        """What came of the last build stays as long as there is something to do with it."""
        super().shown()
        if self._is_news:
            self._is_news = False
            self.desk.tell_of_build()
        elif self._stack.currentWidget() is self._outcome_area and not self._telling.is_proposed:
            self._to_options()

    def arrive(self, target: object) -> None:
        """To another proposal; a run under way is what there is to see then."""
        if isinstance(target, NewBuild) and self._stack.currentWidget() is self._outcome_area:
            self._to_options()

    def refresh(self, change: Change) -> None:
        unit = self.document.unit
        if change.unit or change.shown_plan:
            self._options.keep.show_unit(unit, self.document.plan)
            if self._suggested_for != unit.name:
                self._suggested_for = unit.name
                self._options.keep.suggest_time(unit)
        lacks = lacks_words(unit)
        self._start.setEnabled(not self.desk.job.is_running and not lacks)
        self._start.setToolTip(lacks)
        if change.unit:
            self._options.say_of_hours(hours_words(unit))
            self._options.say_of_people(too_few_words(unit))
        self._telling.renew()
        self._name_last()
        self.subtitle_changed.emit()

    def start(self) -> None:
        """Begin with what is chosen."""
        self._begin(self._options.keep.options(self._options.goals.order()))

    def go_on(self) -> None:
        """Another run from the scenario that was just made."""
        chosen = self._options.keep.options(self._options.goals.order())
        self._use_made()
        keep, seed = max(chosen.keep_weight, KEEP_LITTLE), chosen.seed + len(self.document.file.plans)
        self._begin(replace(chosen, keep_weight=keep, seed=seed))

    def _begin(self, options: BuildOptions) -> None:
        if self.desk.job.is_running or lacks_words(self.document.unit):
            return
        unit = self.document.unit
        self.desk.job.start(request_for(unit, base_plan(unit, self.document.plan), options))
        self._watch()

    def _watch(self) -> None:
        """Show the run that is under way."""
        job = self.desk.job
        self._request = job.request
        limit = 0.0 if job.request is None else job.request.time_limit_seconds
        self._running.begin(limit, average_today(self.document), job.seconds)
        self._show_part(self._running)
        self._running.chart.setFocus()  # not the button that would cancel, by a space too many
        self._start.setEnabled(False)
        self._clock.start()
        self._tick()

    def _tick(self) -> None:
        self._running.tick()
        percent = str(self._running.percent)
        self.desk.tell_of_build(tr("ui.build.nav_share", page=self.title, share=percent))

    def _forget_run(self) -> None:
        """Another unit is in work: what comes of the old one's run lands nowhere."""
        self._request, self._is_news = None, False
        self._telling.keep(None)
        self._clock.stop()
        self.desk.tell_of_build()
        self._last_line.hide()
        self._to_options()

    def _progressed(self, step: SolveProgress) -> None:
        self._running.show_step(step)

    def _ended(self, end: JobEnd) -> None:
        self._clock.stop()
        request, self._request = self._request, None
        self._start.setEnabled(not lacks_words(self.document.unit))
        if request is None:
            return
        if end.kind is JobEndKind.CANCELLED:
            self.desk.tell_of_build()
            self._to_options()
            self.desk.say(tr("job.headline.cancelled"))
        elif end.kind is not JobEndKind.REPORT or end.report is None:
            self._show_outcome(*trouble_words(end))
        elif end.report.plan is None:
            self._show_outcome(*no_plan_words(request.unit, end.report))
        else:
            self._land(request, end.report)

    def _land(self, request: SolveRequest, report: SolveReport) -> None:
        assert report.plan is not None
        if breaches_of(request.unit, report.plan):
            self.desk.tell_of_build()
            tell_trouble(tr("ui.build.unlawful"), tr("ui.build.unlawful_details"), self)
            self._to_options()
            return
        known, seen = self.document.file, self.document.names_seen
        file = with_scenario(known, request, report, tr("ui.plan.stem"), datetime.now(), seen)
        made = file.plans[-1]
        kept = latest(made, request.unit, request.today, self.desk.job.record.stood())
        self.desk.runs.keep(made, kept.stood, request.unit)
        if self.isVisible():
            self.document.apply(tr("ui.step.build"), file, shown=len(file.plans) - 1)
        else:
            self.document.apply_aside(tr("ui.step.build"), file)
        self._telling.keep(kept)
        self._show_outcome(tr("ui.build.made", name=made.name), has_plan=True)

    def _to_lacking(self) -> None:
        self._use_made()
        self.desk.go_to("rota", Place(days=self._outcome.lacking_days))

    def _to_gap(self) -> None:
        self._use_made()
        self.desk.go_to("rota", self._outcome.gap)

    def _show_outcome(self, headline: str, details: str = "", *, has_plan: bool = False) -> None:
        if not has_plan:
            self._telling.keep(None)
        self._outcome.show_outcome(headline, details)
        self._telling.renew()
        self._name_last()
        self._last_line.show()
        self._show_part(self._outcome_area)
        self._is_news = not self.isVisible()
        if self._is_news:
            self._offer(headline, has_plan=has_plan)
        else:
            self.desk.tell_of_build()
            (self._outcome.rota if has_plan else self._outcome.again).setFocus()

    def _name_last(self) -> None:
        """The outcome in the line above the choices, by the name its plan has now."""
        self._last.setText(tr("ui.build.last", headline=self._outcome.headline.text().rstrip(".:")))

    def _offer(self, headline: str, *, has_plan: bool) -> None:
        """Tell of it where she is, in words that wait until she comes."""
        note = "ui.build.nav_done" if has_plan else "ui.build.nav_stopped"
        self.desk.tell_of_build(
            tr(note, page=self.title), tr("ui.build.offer", headline=headline.rstrip(".:"))
        )

    def _use_made(self) -> None:
        place = self._telling.place
        if place is not None:
            self.document.show_plan(place)

    def _to_results(self) -> None:
        self._use_made()
        self.desk.go_to("results")

    def _take_into_use(self) -> None:
        self._use_made()
        take_into_use(self.desk, self)

    def _to_rota(self) -> None:
        self._use_made()
        self.desk.go_to("rota")

    def _to_options(self) -> None:
        self._show_part(self._choices)

    def _to_outcome(self) -> None:
        self._show_part(self._outcome_area)

    def _show_part(self, part: QWidget) -> None:
        """One primary button at a time: the header's belongs to the choices."""
        self._stack.setCurrentWidget(part)
        self._start.setVisible(part is self._choices)
        self.subtitle_changed.emit()

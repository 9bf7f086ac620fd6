"""Scenarios and results: five figures, the charts, and the scenarios beside one another."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from heiltid.advice.surplus_words import surplus_of
from heiltid.measures.references import REFERENCES
from heiltid.measures.room import Limit
from heiltid.measures.staffing import holes, lacks_at_weekends, only_competence
from heiltid.model import Plan, PlanRole
from ui.charts.bands_chart import BandsChart
from ui.charts.coverage_map import CoverageMap
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.results.changes import ChangesCard
from ui.pages.results.comparison import missing_less, weekends_words
from ui.pages.results.coverage_cells import coverage_cells
from ui.pages.results.extra_card import ExtraShiftsCard
from ui.pages.results.figures import FiguresShop, PlanFigures
from ui.pages.results.people_cards import PeopleCards
from ui.pages.results.references import ReferencesCard
from ui.pages.results.scenarios import ScenariosCard
from ui.places import NewBuild
from ui.plan_names import plan_name
from ui.room_words import room_words
from ui.taking_into_use import take_into_use
from ui.texts import NO_VALUE, number, share, tr
from ui.vacant_words import vacant_words
from ui.widgets.basic import WIDE_GAP, Card, Figure, button, scrolled, set_look, tip
from ui.widgets.why import WhyPart

FIGURES = ("average", "full_time", "small", "unwanted", "weekends")
WEEKS_PER_YEAR = 52


class ResultsPage(Page):
    """Before and after of the shown plan; a worse figure is never shown as a better one."""

    key = "results"
    help_name = "results"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._shop = FiguresShop()
        self._pdf = button("ui.results.report", name="results_report")
        self._new = button("ui.results.new", name="results_new")
        self._use = button("ui.results.use", "primary", name="results_use")
        self._use.setToolTip(tip(tr("ui.results.help_use")))
        self._use.clicked.connect(self._take_into_use)
        self._pdf.clicked.connect(self._report)
        self._new.clicked.connect(self._build)
        self._figures = {key: Figure(tr(f"ui.measure.{key}")) for key in FIGURES}
        self._bands, self._map = BandsChart(), CoverageMap()
        self.people = PeopleCards(desk)
        self._references = ReferencesCard()
        self.extra = ExtraShiftsCard(desk)
        self._scenarios = ScenariosCard(desk, self._shop)
        self._scenarios.wants_rota.connect(self._rota)
        self._changes = ChangesCard(desk)
        self._why_card, self._why = Card(), WhyPart("results")
        self._why_card.body.addWidget(self._why)
        self._why.wants_page.connect(desk.go_to)
        self._area = scrolled(self._body())
        self.column.addWidget(self._area)

    def _body(self) -> QWidget:
        body = QWidget()
        body.setObjectName("page_body")
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(WIDE_GAP)
        line = QHBoxLayout()
        line.setSpacing(WIDE_GAP)
        for figure in self._figures.values():
            line.addWidget(figure, 1)
        grid.addLayout(line, 0, 0, 1, 2)
        grid.addWidget(self._card("bands", self._bands, chart_grows=True), 1, 0)
        grid.addWidget(self._scenarios, 1, 1)
        grid.addWidget(self._why_card, 2, 0, 1, 2)
        grid.addWidget(self.people, 3, 0, 1, 2)
        grid.addWidget(self._changes, 4, 0, 1, 2)
        grid.addWidget(self._card("coverage", self._map, "coverage_hint"), 5, 0, 1, 2)
        grid.addWidget(self.extra, 6, 0, 1, 2)
        grid.addWidget(self._references, 7, 0, 1, 2)
        grid.setRowStretch(8, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 4)
        return body

    @staticmethod
    def _card(key: str, chart: QWidget, hint: str = "", *, chart_grows: bool = False) -> Card:
        card = Card(tr(f"ui.results.{key}"), tr(f"ui.results.{hint}") if hint else "")
        card.body.addWidget(chart, 1 if chart_grows else 0)
        if not chart_grows:
            card.body.addStretch(1)
        return card

    def header_widgets(self) -> tuple[QWidget, ...]:
        return (self._pdf, self._new, self._use)

    def subtitle(self) -> str:
        before = self.document.compared_with
        was = tr("ui.results.positions_today") if before is None else plan_name(before)
        return tr("ui.results.compared", before=was, after=plan_name(self.document.plan))

    def refresh(self, change: Change) -> None:
        self.extra.refresh()
        if not (change.unit or change.plans or change.shown_plan):
            return
        plan = self.document.plan
        was, now = self._shop.beside(self.document.file, plan)
        self._show_figures(now, was)
        base = {} if was is None else was.figures.bands
        self._bands.show_bands(base, now.figures.bands)
        self._references.show_figures(now.figures, None if was is None else was.figures)
        self.people.refresh()
        self._map.show_cells(*coverage_cells(self.document.judgement.context))
        self._scenarios.refresh()
        self._show_way_on(plan)
        self._changes.refresh()
        self._show_why(plan, now)
        self.subtitle_changed.emit()

    def shown(self) -> None:
        """Who arrives sees the comparison, wherever she left the page."""
        super().shown()
        self._area.verticalScrollBar().setValue(0)

    def _show_way_on(self, plan: Plan) -> None:
        """A proposal is there to be taken into use; beside any other plan a new one is what can be made."""
        is_scenario = plan.role is PlanRole.SCENARIO
        self._use.setVisible(is_scenario)
        set_look(self._new, "" if is_scenario else "primary")

    def _show_why(self, plan: Plan, now: PlanFigures) -> None:
        """What keeps positions from growing in a proposal, also once it is in use."""
        words = ""
        is_built_and_used = plan.role is PlanRole.TODAY and plan.origin is not None
        if plan.role is PlanRole.SCENARIO or is_built_and_used:
            unit = self.document.unit
            bound = self.desk.runs.ceiling_bp(plan, unit, now.figures.average_position_pct * 100)
            open_hours = now.figures.understaffed_person_hours or 0.0
            room, surplus = self._shop.room(self.document.file, plan), surplus_of(self.document.attendance)
            stood = self.desk.runs.of(plan).average
            if bound is None and room.limit is Limit.BOUND:  # proven of the unit as it was
                room = replace(room, limit=None)
            context = self.document.judgement.context
            words = room_words(
                unit,
                room,
                bound,
                open_hours,
                surplus,
                stood=stood,
                open_weekends=lacks_at_weekends(context),
                open_competence=only_competence(holes(context)),
            )
        self._why.show_why(words)
        self._why_card.setVisible(bool(words))

    def _show_figures(self, now: PlanFigures, was: PlanFigures | None) -> None:
        for key, figure in self._figures.items():
            value = self._value(key, now)
            earlier = NO_VALUE if was is None else self._value(key, was)
            lines = [] if earlier == NO_VALUE else [tr("ui.results.was", value=earlier)]
            lines.append(self._beside(key, now))
            less = missing_less(was, now) if key == "unwanted" else ""
            lines = [less] if less else lines
            if key == "average" and was is not None:
                lines.append(vacant_words(now.figures.employees - was.figures.employees))
            figure.show_figure(
                value, " · ".join(line for line in lines if line), tr(f"ui.measure_help.{key}")
            )

    @staticmethod
    def _value(key: str, found: PlanFigures) -> str:
        figures = found.figures
        if key == "average":
            return f"{number(figures.average_position_pct)} %"
        if key == "full_time":
            return f"{number(figures.full_time_share_pct)} %"
        if key == "small":
            return str(figures.small_positions)
        if key == "unwanted":
            return str(figures.unwanted_part_time.people)
        return weekends_words(figures)

    def _beside(self, key: str, now: PlanFigures) -> str:
        """The ceiling, a published figure, or what is behind the number."""
        if key == "average":
            average_bp = now.figures.average_position_pct * 100
            bound = self.desk.runs.ceiling_bp(self.document.plan, self.document.unit, average_bp)
            return "" if bound is None else tr("ui.results.ceiling", bound=share(bound, 1))
        if key == "full_time":
            reference = next(r for r in REFERENCES if r.key == "care_rota" and r.year == 2023)
            country = share(reference.full_time_share_bp, 1)
            return tr("ui.results.country", share=country, source=reference.source, year=reference.year)
        if key == "unwanted":
            missing = number(now.figures.unwanted_part_time.missing_pct / 100)
            return tr("ui.results.missing", missing=missing)
        if key == "weekends":
            return tr("ui.results.long_count", count=now.figures.long_shifts or 0)
        return ""

    def _report(self) -> None:
        self.desk.wants_export.emit("export_report")

    def _take_into_use(self) -> None:
        take_into_use(self.desk, self)

    def _build(self) -> None:
        self.desk.go_to("build", NewBuild())

    def _rota(self) -> None:
        self.desk.go_to("rota")

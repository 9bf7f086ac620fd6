"""The card of scenarios: the table, and what can be done with the one that is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QWidget

from heiltid.edits.scenarios import duplicated, removed, renamed
from heiltid.model import PlanRole
from ui.asking import choose
from ui.desk import Desk
from ui.pages.results.comparison import ComparisonModel
from ui.pages.results.figures import FiguresShop
from ui.pages.results.plans_table import PlansTable
from ui.pages.results.week_link import WeekLink
from ui.pages.results.wishes_link import WishesLink
from ui.plan_names import is_positions_only, plan_name
from ui.reckoned_words import reckoned_words
from ui.rounding import round_positions
from ui.texts import tr
from ui.widgets.basic import Card, button, label, row, tip

PLAN_BUTTONS = ("rota", "rename", "duplicate", "remove")
MOST_KEPT = 2  # columns in sight beside the others: the rota before, and today's they are compared with


class ScenariosCard(Card):
    """Click a column to show that plan everywhere."""

    wants_rota = Signal()

    def __init__(self, desk: Desk, shop: FiguresShop, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.results.side_by_side"), tr("ui.results.side_by_side_hint"), parent)
        self._desk, self._document = desk, desk.document
        self._shop = shop
        self._order: list[int | None] = []  # places in the file's plans, by column; None: positions only
        self._model = ComparisonModel(self)
        self._view = PlansTable(self._model)
        beside = QHBoxLayout()
        beside.setSpacing(0)
        for name, view in (("scenario_kept", self._view.kept), ("scenario_table", self._view)):
            view.setObjectName(name)
            view.setAccessibleName(tr("ui.results.side_by_side"))
            view.horizontalHeader().sectionClicked.connect(self._chosen)
            view.clicked.connect(self._clicked)
            view.activated.connect(self._clicked)
            beside.addWidget(view, int(view is self._view))
        self.body.addLayout(beside, 1)
        self._mark = label(tr("ui.reckoned.mark"), "muted", wraps=True, name="scenario_mark")
        self.body.addWidget(self._mark)
        self.wishes = WishesLink(desk)
        self.body.addLayout(row(self.wishes, None))
        self.week = WeekLink(desk)
        self.body.addLayout(row(self.week, None))
        self._buttons = {
            key: button(f"ui.results.{key}", name=f"results_{key}")
            for key in (*PLAN_BUTTONS, "round", "copy")
        }
        for key, made in self._buttons.items():
            made.setToolTip(tr(f"ui.results.help_{key}"))
            made.clicked.connect(getattr(self, f"_{key}"))
        buttons = self._buttons
        self._chosen_line = label("", "heading")
        self.body.addLayout(row(self._chosen_line, None, buttons["round"], buttons["copy"]))
        self.body.addLayout(row(*(buttons[key] for key in PLAN_BUTTONS), None))

    def refresh(self) -> None:
        """The plans as they are now, today's first."""
        file, shown = self._document.file, self._document.shown_index
        ranks = {PlanRole.BEFORE: 0, PlanRole.TODAY: 1, PlanRole.SCENARIO: 2}
        order = sorted(range(len(file.plans)), key=lambda place: (ranks[file.plans[place].role], place))
        names = [plan_name(file.plans[place]) for place in order]
        pairs = [self._shop.beside(file, file.plans[place]) for place in order]
        self._order = [None if is_positions_only(file.plans[place]) else place for place in order]
        if pairs and all(plan.role is PlanRole.SCENARIO for plan in file.plans):
            # No rota of today: its positions are what every scenario is compared with.
            self._order.insert(0, None)
            names.insert(0, tr("ui.results.positions_today_short"))
            pairs.insert(0, (None, self._shop.today(file.unit, file.plans[order[0]])))
        column = self._order.index(shown) if shown is not None and shown in self._order else -1
        notes = [self._note(place) for place in self._order]
        self._model.set_plans(names, pairs, column, file.unit.weeks, notes)
        self._mark.setVisible(any(notes))
        is_base = [place is None or file.plans[place].role is not PlanRole.SCENARIO for place in self._order]
        self._view.show_column(column, max(0, min(sum(is_base), len(is_base) - 1, MOST_KEPT)))
        self.wishes.show_figures(self._shop.beside(file, self._document.plan)[1])
        self.week.show_judged(self._document.judgement)
        shown_name = plan_name(self._document.plan)
        self._chosen_line.setText(tr("ui.results.with_plan", name=shown_name) if file.plans else "")
        is_scenario = self._document.plan.role is PlanRole.SCENARIO
        for key in ("remove", "round"):
            self._buttons[key].setEnabled(is_scenario)
            told = f"ui.results.help_{key}" if is_scenario else f"ui.plans.only_scenario_{key}"
            self._buttons[key].setToolTip(tip(tr(told)))
        for key in ("rename", "duplicate"):
            self._buttons[key].setEnabled(shown in self._order)

    def _note(self, place: int | None) -> str:
        """That a plan's figures are not those of the unit it was made for."""
        plan, unit = None if place is None else self._document.file.plans[place], self._document.unit
        return "" if plan is None else reckoned_words(plan, self._desk.runs.unit_of(plan), unit)

    def _clicked(self) -> None:
        self._chosen(self._view.currentIndex().column())

    def _chosen(self, column: int) -> None:
        place = self._order[column] if 0 <= column < len(self._order) else None
        if place is not None:
            self._document.show_plan(place)

    def _rota(self) -> None:
        self.wants_rota.emit()

    def _rename(self) -> None:
        known, place = plan_name(self._document.plan), self._document.shown_index
        name, is_done = QInputDialog.getText(
            self, tr("ui.results.rename"), tr("ui.results.new_name"), text=known
        )
        if is_done and name.strip() not in ("", known) and place is not None:
            file = renamed(self._document.file, place, name.strip())
            self._document.apply(tr("ui.results.rename"), file)

    def _duplicate(self) -> None:
        place = self._document.shown_index
        if place is not None:
            seen = self._document.names_seen
            file = duplicated(self._document.file, place, tr("ui.plan.stem"), seen)
            self._document.apply(tr("ui.results.duplicate"), file, shown=len(file.plans) - 1)

    def _remove(self) -> None:
        place = self._document.shown_index
        if place is None:
            return
        name = plan_name(self._document.plan)
        answer = choose(
            tr("ui.results.remove_asked", name=name),
            tr("ui.results.remove_details"),
            ("ui.results.remove", "ui.ask.cancel"),
            self,
        )
        if answer == "ui.results.remove":
            self._document.apply(tr("ui.results.remove"), removed(self._document.file, place), shown=0)

    def _round(self) -> None:
        round_positions(self._desk, self.window())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._model.as_text())

"""Everybody's way from the position before to the one after, and her weekends; each can be asked why."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QHBoxLayout, QWidget

from heiltid.advice.short_words import dates_inside
from heiltid.edits.round_positions import HALF_BP
from heiltid.measures.positions import positions_of, positions_today
from heiltid.measures.work import Work, all_work
from heiltid.model import Plan, PlanRole, Unit
from heiltid.rules.context import Context
from heiltid.rules.wording import who_text
from ui.charts.bars_chart import Bar, BarsChart
from ui.charts.people_chart import PeopleChart, Way
from ui.desk import Desk
from ui.position_popup import PositionPopup
from ui.position_reasons import ShownReasons
from ui.rounding import round_positions
from ui.texts import language, position, tr
from ui.widgets.basic import WIDE_GAP, Card, button, tip

NAME_WIDTH, NOTE_WIDTH = 124.0, 156.0
WEEKEND_HEADS = ("name", "weekends_year", "weekends_before", "weekends_note")


class PeopleCards(QWidget):
    """Two cards beside one another, a line for each person in both."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._document = desk, desk.document
        self.reasons = ShownReasons(desk.document)
        self.popup = PositionPopup(desk, self.reasons, self)
        self.people = PeopleChart()
        heads = tuple(tr(f"ui.results.{key}") for key in WEEKEND_HEADS)
        self.weekends = BarsChart(
            tr("ui.results.weekends"), heads, name_width=NAME_WIDTH, note_width=NOTE_WIDTH
        )
        self.numbers: tuple[str, ...] = ()
        self.weekend_numbers: tuple[str, ...] = ()
        for chart, slot in ((self.people, self._ask), (self.weekends, self._ask_weekends)):
            chart.let_ask()
            chart.line_asked.connect(slot)
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(WIDE_GAP)
        self._weekends_card = _card("weekends", self.weekends)
        people_card = _card("people", self.people)
        self.round = button("ui.results.round", "link", name="people_round")
        self.round.setToolTip(tip(tr("ui.results.help_round")))
        self.round.clicked.connect(self._round)
        people_card.head.addWidget(self.round)
        box.addWidget(people_card, 3)
        box.addWidget(self._weekends_card, 2)

    def refresh(self) -> None:
        """The shown plan beside what it is compared with."""
        plan, before = self._document.plan, self._document.compared_with
        self._show_people(before, plan)
        uneven = _first_uneven(self._document.unit, plan)
        self.round.setVisible(uneven is not None)
        if uneven is not None:
            self.round.setText(tr("ui.results.round_such", share=position(uneven)))
        self._show_weekends(before)

    def _show_people(self, before: Plan | None, plan: Plan) -> None:
        unit = self._document.unit
        was = positions_today(unit) if before is None else positions_of(unit, before)
        now = positions_of(unit, plan)
        self.numbers = tuple(person.number for person in unit.planned_employees)
        self.people.show_ways(
            [
                Way(
                    name=who_text(person.number, unit, language()),
                    before_bp=was[person.number],
                    wanted_bp=person.wanted_bp,
                    after_bp=now[person.number],
                )
                for person in unit.planned_employees
            ]
        )

    def _show_weekends(self, before: Plan | None) -> None:
        unit = self._document.unit
        earlier = {}
        if before is not None and not before.is_empty:
            earlier = {work.employee: work for work in all_work(Context(unit, before))}
        works = all_work(self._document.judgement.context)
        self.weekend_numbers = tuple(work.employee for work in works)
        self.weekends.show_bars([self._bar(work, earlier.get(work.employee)) for work in works])
        hint = "ui.results.weekends_hint" if earlier else "ui.results.weekends_hint_alone"
        self._weekends_card.hint.setText(tr(hint))

    def _bar(self, work: Work, old: Work | None) -> Bar:
        """A year's weekends; of one who leaves within the rota those she has left, not made a year's."""
        document = self._document
        person = document.unit.employee_by_number()[work.employee]
        begins, ends = dates_inside(document.calendar, person)
        is_leaving = ends is not None
        counted = tr("ui.results.weekends_of", count=work.weekends, weeks=document.unit.weeks)
        # When she comes tells more of her few weekends than how often they are, and both have no room.
        reasons = self.reasons
        why = reasons.weekends(work.employee) if begins is None else reasons.leaves(work.employee)
        told = f"{counted} · {why}"
        return Bar(
            name=who_text(work.employee, document.unit, language()),
            value=float(work.weekends if is_leaving else work.per_year(work.weekends)),
            mark=None if old is None or is_leaving else float(old.per_year(old.weekends)),
            note=reasons.leaves(work.employee) if is_leaving else told,
        )

    def _round(self) -> None:
        round_positions(self._desk, self.window())

    def _ask(self, line: int, where: QRect) -> None:
        self.popup.show_for(self.numbers[line], where)

    def _ask_weekends(self, line: int, where: QRect) -> None:
        self.popup.show_for(self.weekend_numbers[line], where)


def _first_uneven(unit: Unit, plan: Plan) -> int | None:
    """A new position no contract is written with, in the list's order; None: all of them can be."""
    if plan.role is not PlanRole.SCENARIO:
        return None
    now = positions_of(unit, plan)
    found = (
        now[person.number]
        for person in unit.planned_employees
        if now[person.number] != person.position_bp and now[person.number] % HALF_BP
    )
    return next(found, None)


def _card(key: str, chart: QWidget) -> Card:
    card = Card(tr(f"ui.results.{key}"), tr(f"ui.results.{key}_hint"))
    card.body.addWidget(chart)
    card.body.addStretch(1)
    return card

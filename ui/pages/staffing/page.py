"""Staffing: the demand as two pictures of a day to drag in, as a table to type in, and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from heiltid.model import ALL_WEEKDAYS, SUNDAY, DaySelector, DemandRow, Unit
from ui.asking import choose
from ui.desk import Desk
from ui.document import Change
from ui.page import Page
from ui.pages.staffing.changes import Demand
from ui.pages.staffing.date_dialog import DateDialog
from ui.pages.staffing.day_card import DayCard
from ui.pages.staffing.days import (
    RED,
    WORKDAYS,
    copied_for,
    has_red_rows,
    other_views,
    rows_on,
    workday_views,
)
from ui.pages.staffing.meaning import MeaningCard, is_the_same_every_week
from ui.pages.staffing.table import DAYS, DemandColumns, DemandLine, demand_lines
from ui.pages.staffing.words import followed_words
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, Card, button, row, scrolled
from ui.widgets.record_table import RecordTable

USUAL_TIMES = (8 * 60, 16 * 60)
TABLE_HEIGHT = 150
WAIT_MILLISECONDS = 150  # before a rota with dates is reckoned week by week


class StaffingPage(Page):
    """Pictures left, table and figures right; they follow one another."""

    key = "staffing"
    help_name = "staffing"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.workdays = DayCard(tr("ui.days.workdays"), tr("ui.staffing.drag_hint"))
        self.others = DayCard(tr("ui.days.weekend"))
        self.table = RecordTable(DemandColumns(self.document).columns(), "staffing_table")
        self.table.setAccessibleName(tr("ui.staffing.table"))
        self.meaning = MeaningCard()
        self._red = button("ui.staffing.red_days", name="staffing_red")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column, parts in (
            (left, (self.workdays, self.others)),
            (right, (self._table_card(), self.meaning)),
        ):
            column.setSpacing(WIDE_GAP)
            for part in parts:
                column.addWidget(part, 1)
        body = QWidget()
        whole = QHBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(WIDE_GAP)
        whole.addLayout(left, 9)
        whole.addLayout(right, 10)
        self.column.addWidget(scrolled(body), 1)
        right.setStretchFactor(self.meaning, 0)
        self._connect()

    def _table_card(self) -> Card:
        card = Card(tr("ui.staffing.table"), tr("ui.staffing.table_hint"))
        self.table.setMinimumHeight(TABLE_HEIGHT)
        self.table_hint = card.hint
        card.body.addWidget(self.table, 1)
        self._new = button("ui.staffing.new_row", "primary", name="staffing_new")
        self._date = button("ui.staffing.new_date", name="staffing_date")
        self._copy = button("ui.staffing.copy_row", name="staffing_copy")
        self._delete = button("ui.staffing.delete", name="staffing_delete")
        card.body.addLayout(row(self._new, self._copy, self._date, None, self._delete))
        return card

    def _connect(self) -> None:
        for card in (self.workdays, self.others):
            card.picture.committed.connect(self._dragged)
            card.picture.previewed.connect(self._previewed)
            card.picture.marked.connect(self._marked)
        self.table.edited.connect(self._edited)
        self.table.removed.connect(self._removed)
        self.table.chosen.connect(self._row_chosen)
        self.meaning.every_changed.connect(self._reckon)
        self._timer.timeout.connect(self._reckon_whole)
        self._new.clicked.connect(self.add_row)
        self._copy.clicked.connect(self.copy_row)
        self._date.clicked.connect(self.add_date)
        self._delete.clicked.connect(self._delete_chosen)
        self._red.clicked.connect(self.red_days)

    def header_widgets(self) -> tuple[QWidget, ...]:
        return (self._red,)

    def subtitle(self) -> str:
        return tr("ui.staffing.subtitle")

    def refresh(self, change: Change) -> None:
        if change.unit:
            self._show(None)
            self._reckon()

    def _show(self, wanted: str | None) -> None:
        """The unit as it is now; wanted: the day to show below."""
        unit, place = self.document.unit, self.table.current_row()
        self.workdays.show_views(unit, workday_views(unit))
        self.others.show_views(unit, other_views(unit), wanted)
        self.table.set_records(demand_lines(unit))
        has_all = any(entry.days.weekdays == ALL_WEEKDAYS for entry in unit.demand)
        self.table_hint.setText(tr(f"ui.staffing.table_hint{'_all' if has_all else ''}"))
        if 0 <= place < len(unit.demand) and self.table.current_row() != place:
            self.table.show_row(place)
        self._delete.setEnabled(bool(unit.demand))
        self._copy.setEnabled(bool(unit.demand))

    def _reckon(self) -> None:
        """At once where one week tells everything; else an ordinary week now and the whole rota soon."""
        unit = self.document.unit
        self.meaning.show_meaning(unit, one_week=True)
        if not is_the_same_every_week(unit):
            self._timer.start()

    def _reckon_whole(self) -> None:
        self.meaning.show_meaning(self.document.unit, one_week=False)

    def _previewed(self, demand: Demand | None) -> None:
        if demand is not None:
            self._timer.stop()
            self.meaning.show_meaning(replace(self.document.unit, demand=demand), one_week=True)
        else:
            self._reckon()

    def _apply(self, demand: Iterable[DemandRow]) -> None:
        before, after = self.document.unit.demand, tuple(demand)
        self.document.apply_unit(tr("ui.staffing.step"), replace(self.document.unit, demand=after))
        said = followed_words(before, after)
        if said:
            self.desk.say(said)

    def _dragged(self, demand: Demand) -> None:
        self._apply(demand)

    def _edited(self, place: int, line: DemandLine) -> None:
        demand = list(self.document.unit.demand)
        demand[line.place] = line.row
        self._apply(demand)

    def _removed(self, places: list[int]) -> None:
        gone = set(places)
        self._apply(entry for place, entry in enumerate(self.document.unit.demand) if place not in gone)

    def _delete_chosen(self) -> None:
        if self.table.selected_rows():
            self._removed(self.table.selected_rows())

    def _marked(self, place: int) -> None:
        """A bar was chosen: the row in the table too."""
        if self.table.current_row() != place:
            self.table.show_row(place)

    def _row_chosen(self, place: int) -> None:
        for card in (self.workdays, self.others):
            if card.picture.marked_row != place:
                card.picture.mark(place)

    def add_row(self) -> None:
        """An ordinary row at the end, ready for its days."""
        self._add(first_row(self.document.unit))

    def copy_row(self) -> None:
        """The chosen row once more, ready for its days."""
        unit, place = self.document.unit, self.table.current_row()
        if 0 <= place < len(unit.demand):
            self._add(unit.demand[place])

    def _add(self, made: DemandRow) -> None:
        self._apply((*self.document.unit.demand, made))
        self.table.edit_cell(len(self.document.unit.demand) - 1, DAYS)

    def add_date(self) -> None:
        """Rows of its own for one date, as its weekday has them, to change from."""
        unit = self.document.unit
        dialog = DateDialog(unit, self.window())
        if dialog.exec():
            when, calendar = dialog.when, self.document.calendar
            days = DaySelector(dates=frozenset({when}))
            known = any(when in entry.days.dates for entry in unit.demand)
            is_red = calendar.is_red(calendar.day_of(when))
            rows = rows_on(unit, SUNDAY if is_red else when.weekday(), is_red=is_red)
            self._give(days, () if known else rows, when.isoformat(), is_known=known)

    def red_days(self) -> None:
        """Rows of their own for red days, as Sundays have them; those there are, are shown."""
        unit = self.document.unit
        if has_red_rows(unit):
            self._show(RED)
            return
        about = "ui.staffing.red_about_cyclic" if unit.is_cyclic else "ui.staffing.red_about"
        answers = ("ui.staffing.red_make", "ui.ask.cancel")
        if choose(tr("ui.staffing.red_question"), tr(about), answers, self.window()) == answers[0]:
            self._give(DaySelector(red=True), rows_on(unit, SUNDAY), RED, is_known=False)

    def _give(self, days: DaySelector, rows: Iterable[int], key: str, *, is_known: bool) -> None:
        unit = self.document.unit
        if not is_known:
            made = copied_for(unit, rows, days) or (replace(first_row(unit), days=days),)
            self._apply((*unit.demand, *made))
            self.table.show_row(len(self.document.unit.demand) - len(made))
        self._show(key)


def first_row(unit: Unit) -> DemandRow:
    """One person on ordinary weekdays, at the times of the unit's first shift."""
    times = USUAL_TIMES
    if unit.shifts:
        times = unit.shifts[0].start_minute, unit.shifts[0].end_minute
    days = DaySelector(weekdays=frozenset(WORKDAYS))
    return DemandRow(days=days, start_minute=times[0], end_minute=times[1], minimum=1, target=1)

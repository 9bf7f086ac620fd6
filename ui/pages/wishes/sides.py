"""The three parts of the page: people, the calendar, the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QTabBar, QVBoxLayout, QWidget

from heiltid.calendar import Calendar
from heiltid.edits.wishes import WishPlace, place_of
from heiltid.model import Plan, WishStrength
from ui.document import Document
from ui.models.records import Column
from ui.pages.wishes.calendar_model import CalendarModel
from ui.pages.wishes.calendar_view import CalendarView
from ui.pages.wishes.lines import WishLine, stands_on, wish_columns, wishes_words
from ui.pages.wishes.why_line import WishWhyLine
from ui.pages.wishes.words import place_words
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, Card, button, label, row
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import RecordTable
from ui.wish_words import strength_word


@dataclass(frozen=True, slots=True, kw_only=True)
class WishesOf:
    """Somebody, how many wishes she has, and days met of days wished for (None: no rota)."""

    number: str
    name: str
    count: int
    met: tuple[int, int] | None


class PeopleCard(Card):
    """Whose wishes."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._filter = QLineEdit()
        self._filter.setClearButtonEnabled(True)
        self._filter.setPlaceholderText(tr("ui.wishes.filter"))
        self._filter.setAccessibleName(tr("ui.wishes.filter"))
        columns = (
            Column(key="name", title=tr("ui.wishes.column_name"), shown=_name, stretches=True),
            Column(
                key="count",
                title=tr("ui.wishes.column_count"),
                shown=_count,
                sorted_by=lambda entry: entry.count,
                tooltip=tr("ui.wishes.counted_help"),
                is_number=True,
                width=60,
            ),
            Column(
                key="met",
                title=tr("ui.wishes.column_met_days"),
                shown=_met,
                sorted_by=lambda entry: -1.0 if entry.met is None else entry.met[0] / entry.met[1],
                tooltip=tr("ui.wishes.met_days_help"),
                is_number=True,
                width=86,
            ),
        )
        self.table = RecordTable(columns, "wishes_people")
        self.table.setAccessibleName(tr("ui.wishes.column_name"))
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # what tells two of one name apart is last
        self._filter.textChanged.connect(self.table.filter)
        self.table.chosen.connect(self._chose)
        self.body.addWidget(self._filter)
        self.body.addWidget(self.table, 1)
        self.setMinimumWidth(190)

    def show_people(self, people: Sequence[WishesOf], number: str | None) -> None:
        """Everybody; `number` is the one shown."""
        self.table.set_records(people)
        has_rota = any(entry.met is not None for entry in people)
        self.table.show_column(1, is_shown=not has_rota)
        self.table.show_column(2, is_shown=has_rota)
        if number is not None:
            self.choose(number)

    def choose(self, number: str) -> None:
        """Make somebody the current line."""
        place = [entry.number for entry in self.table.records_model.records].index(number)
        if self.table.current_row() != place:
            self.table.show_row(place)

    def _chose(self, place: int) -> None:
        if place >= 0:
            self.chosen.emit(self.table.record(place).number)


def _name(entry: WishesOf) -> str:
    return entry.name


def _count(entry: WishesOf) -> str:
    return str(entry.count) if entry.count else ""


def _met(entry: WishesOf) -> str:
    """As "11 av 12": days met of days wished for."""
    return "" if entry.met is None else tr("ui.wishes.met_days", met=entry.met[0], days=entry.met[1])


class CalendarCard(Card):
    """Weeks down, weekdays across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(" ", tr("ui.wishes.hint"), parent)
        self._number: str | None = None
        self._model = CalendarModel(self)
        self.view = CalendarView(self._model)
        self.view.setAccessibleName(tr("ui.wishes.calendar"))
        self._strength = ChoiceBox()
        for strength in WishStrength:
            words = tr(f"ui.wishes.about_{strength.value}", word=strength_word(strength))
            self._strength.addItem(words, strength)
        self._strength.setCurrentIndex(self._strength.findData(WishStrength.STRONG))
        self._strength.setAccessibleName(tr("ui.wishes.new_are"))
        self.head.addWidget(label(tr("ui.wishes.new_are"), "muted"))
        self.head.addWidget(self._strength)
        self.body.addWidget(self.view, 1)

    def strength(self) -> WishStrength:
        """How strong a new wish is."""
        return WishStrength(self._strength.currentData())

    def show_person(self, calendar: Calendar, plan: Plan, number: str | None, name: str) -> None:
        """Whose calendar."""
        self.heading.setText(name)
        is_other = number != self._number
        self._number = number
        self._model.show_person(calendar, plan, number)
        if is_other or not self.view.currentIndex().isValid():
            self._see_first_wish(calendar)

    def _see_first_wish(self, calendar: Calendar) -> None:
        """Her first day with a wish of its own, else her first weekday; nothing of whoever was before her."""
        places = [
            place
            for wish in calendar.unit.wishes
            if wish.employee == self._number and (place := place_of(wish.when, calendar)) is not None
        ]
        if not places:
            self.view.selectionModel().clear()
            return
        first = min(places, key=lambda place: (place.day is None, place.day or 0, place.weekday))
        self.view.show_place(first)


class TablesCard(Card):
    """The wishes of the chosen day, or all of them, to change and remove; whether the chosen one is met."""

    edited = Signal(object)  # WishLine
    removed = Signal(list)  # places in the unit's list
    chosen = Signal(object)  # WishLine

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._lines: Sequence[WishLine] = ()
        self._number: str | None = None
        self._place: WishPlace | None = None
        self._document = document
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.addTab("")
        self.tabs.addTab("")
        self.tabs.setTabToolTip(1, tr("ui.wishes.counted_help"))
        self.tabs.currentChanged.connect(self._fill)
        self.table = RecordTable(wish_columns(self._now), "wishes_table")
        self.table.setAccessibleName(tr("ui.page.wishes"))
        self.table.edited.connect(self._edited)
        self.table.removed.connect(self._removed)
        self.table.clicked.connect(self._clicked)
        self.table.chosen.connect(self._tell_why)
        self.why = WishWhyLine(document)
        self._nothing = label("", "muted", wraps=True)
        self._remove = button("ui.wishes.remove")
        self._remove.clicked.connect(self._remove_selected)
        self.body.addLayout(row(self.tabs, None, self._remove))
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.why)
        self.body.addStretch(0)

    def show_lines(self, lines: Sequence[WishLine]) -> None:
        """All wishes of the unit."""
        self._lines = lines

    def show_place(self, number: str | None, place: WishPlace | None) -> None:
        """Whose calendar is shown, and the day chosen in it; None where none is."""
        is_other = (number, place) != (self._number, self._place)
        self._number, self._place = number, place
        words = "" if place is None else place_words(place, self._now())
        day = tr("ui.wishes.tab_day", day=words) if words else tr("ui.wishes.tab_no_day")
        self.tabs.setTabText(0, day)
        self.tabs.setTabText(1, tr("ui.wishes.tab_all", wishes=wishes_words(self._lines, self._now())))
        self._fill()
        if is_other or self.table.current_row() < 0:
            self._choose_hers()

    def _now(self) -> Calendar:
        return self._document.calendar

    def _is_of_day(self) -> bool:
        return self.tabs.currentIndex() == 0

    def _fill(self) -> None:
        place, of_day = self._place, self._is_of_day()
        shown = list(self._lines)
        if of_day:
            shown = [line for line in shown if place is not None and stands_on(line.wish, place, self._now())]
            shown.sort(key=lambda line: line.wish.employee != self._number)
        self.table.set_records(shown)
        has_rota = any(line.met is not None for line in self._lines)
        self.table.show_column(len(self.table.records_model.columns) - 1, is_shown=has_rota)
        self.table.setMaximumHeight(self.table.height_of(max(len(shown), 1)))  # what is told stays near
        self._nothing.setText(self._no_wishes(of_day))
        self._nothing.setVisible(not shown)
        self._remove.setEnabled(bool(shown))
        self._tell_why()

    def _choose_hers(self) -> None:
        """On a day the wish of whoever's calendar is shown, so that it is told why it is met or not."""
        lines = self.table.records_model.records
        if self._is_of_day() and lines and lines[0].wish.employee == self._number:
            self.table.show_row(0)

    def _no_wishes(self, of_day: bool) -> str:
        if not of_day:
            return tr("ui.wishes.none")
        return tr("ui.wishes.no_day" if self._place is None else "ui.wishes.none_that_day")

    def _tell_why(self, _: int = 0) -> None:
        """Of the chosen wish: on the chosen day, or in the table of all on every day it is for."""
        row_shown = self.table.current_row()
        line = self.table.record(row_shown) if row_shown >= 0 else None
        if line is None or line.met is None:
            self.why.forget()
            return
        day = self._place.day if self._is_of_day() and self._place is not None else None
        self.why.ask(line.wish, day)

    def _edited(self, _: int, line: WishLine) -> None:
        self.edited.emit(line)

    def _removed(self, rows: Sequence[int]) -> None:
        self.removed.emit([self.table.record(place).place for place in rows])

    def _remove_selected(self) -> None:
        if self.table.selected_rows():
            self._removed(self.table.selected_rows())

    def _clicked(self) -> None:
        """In the table of all, a click shows the wish in the calendar."""
        place = self.table.current_row()
        if place >= 0 and not self._is_of_day():
            self.chosen.emit(self.table.record(place))


class NobodyCard(QWidget):
    """Wishes need people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        card = Card()
        card.body.setSpacing(WIDE_GAP)
        card.body.addWidget(label(tr("ui.wishes.nobody"), "title", wraps=True))
        card.body.addWidget(label(tr("ui.wishes.nobody_hint"), "muted", wraps=True))
        self.go = button("ui.wishes.go_to_people", "primary")
        card.body.addLayout(row(self.go, None))
        card.setMaximumWidth(760)
        column.addWidget(card)
        column.addStretch(1)

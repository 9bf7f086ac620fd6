"""A new question about wishes: for which rota, whom, and until when."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QPushButton, QWidget

from heiltid.booking.wishing.rounds import people_to_ask
from heiltid.model import Employee, Unit
from heiltid.ranges import MOST_WEEKS
from ui.pages.booking.lists_part import HOURS, USUAL_HOUR
from ui.pages.booking.wish_rows import PeopleToAsk
from ui.texts import tr
from ui.widgets.basic import GAP, Card, button, label, row
from ui.widgets.boxes import ChoiceBox, NumberBox
from ui.widgets.date_box import DateBox

DAYS_TO_ANSWER = 14
COMPETENCE = 2  # a column that is of no use here
NOT_HERE = ("ask_own", "ask_hourly")  # who is paid by the hour has no rota


class WishAsking(Card):
    """Filled from the unit: its start and its weeks, until they are typed over."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.booking.wishes.new"), parent=parent)
        self._unit: Unit | None = None
        self.first = DateBox(None)
        self.first.allow(mondays_only=True)
        self.weeks = NumberBox()
        self.weeks.setRange(1, MOST_WEEKS)
        self.deadline = DateBox(date.today() + timedelta(days=DAYS_TO_ANSWER))
        self.deadline.setMinimumWidth(130)
        self.hour = ChoiceBox()
        self.hour.addItems([f"{hour:02}:00" for hour in HOURS])
        self.hour.setCurrentIndex(HOURS.index(USUAL_HOUR))
        self.people = PeopleToAsk()
        self.make = button("ui.booking.wishes.make", "primary", name="wishes_make")
        self.state = label("", "muted", wraps=True, name="wishes_state")
        self._arrange()
        for changed in (self.first.changed, self.deadline.changed, self.people.changed):
            changed.connect(self._check)
        self.make.clicked.connect(self.asked)

    def _arrange(self) -> None:
        for key in NOT_HERE:
            found = self.people.findChild(QPushButton, key)
            if found is not None:
                found.hide()
        form = QFormLayout()
        form.setSpacing(GAP)
        for key, part in (("first", self.first), ("weeks", self.weeks)):
            words = tr(f"ui.booking.wishes.{key}")
            part.setAccessibleName(words)
            form.addRow(label(words, "muted"), part)
        by = label(tr("ui.booking.lists.answer_by"), "muted")
        form.addRow(by, row(self.deadline, self.hour, None))
        self.people.table.setColumnHidden(COMPETENCE, True)
        self.deadline.setAccessibleName(tr("ui.booking.lists.deadline"))
        self.hour.setAccessibleName(tr("ui.booking.lists.hour"))
        self.body.addWidget(label(tr("ui.booking.wishes.about"), "muted", wraps=True))
        self.body.addLayout(form)
        self.body.addWidget(self.people, 1)
        self.body.addLayout(row(self.make, None))
        self.body.addWidget(self.state)

    def show_unit(self, unit: Unit) -> None:
        """Whoever can be asked; the dates follow the unit's."""
        if self._unit is None or (self._unit.start, self._unit.weeks) != (unit.start, unit.weeks):
            self.first.set_date(unit.start)
            self.weeks.setValue(unit.weeks)
        self._unit = unit
        there = frozenset(people_to_ask(unit))
        self.people.show_unit(replace(unit, employees=_those(unit, there)))
        self._check()

    def until(self) -> datetime:
        """When answers are wanted by."""
        return datetime.combine(self.deadline.date() or date.today(), time(HOURS[self.hour.currentIndex()]))

    def _check(self) -> None:
        """What keeps the question from being made, told before it is tried."""
        trouble = self.first.trouble() or self.deadline.trouble()
        if not trouble and not self.people.asked():
            trouble = tr("booking_wishes.trouble.nobody_asked")
        self.state.setText(trouble)
        self.make.setEnabled(not trouble)


def _those(unit: Unit, numbers: Collection[str]) -> tuple[Employee, ...]:
    return tuple(person for person in unit.employees if person.number in numbers)

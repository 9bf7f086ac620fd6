"""People to choose from, a tick before each: whom a list goes to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.model import Employee, Status, Unit
from ui.models.records import Column
from ui.pages.booking.words import competence_words, who_words
from ui.texts import NO_VALUE, position, tr
from ui.widgets.basic import GAP, button, label, row
from ui.widgets.form_fields import YES
from ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """One line: somebody, and whether she is asked."""

    person: Employee
    name: str
    is_asked: bool = True


class PeopleToAsk(QWidget):
    """Ticks that no change of the unit takes away; posts nobody holds are not there."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out: set[str] = set()
        self.table = RecordTable(self._columns(), "people_to_ask")
        self.table.setAccessibleName(tr("ui.booking.lists.who"))
        self.table.edited.connect(self._edited)
        self._count = label("", "muted", name="people_to_ask_count")
        buttons = []
        for key, slot in (
            ("everybody", self._everybody),
            ("own", self._own),
            ("hourly", self._hourly),
            ("nobody", self._nobody),
        ):
            made = button(f"ui.booking.lists.{key}", "link", name=f"ask_{key}")
            made.clicked.connect(slot)
            buttons.append(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        box.addLayout(row(self._count, None, *buttons))
        box.addWidget(self.table, 1)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(
                key="asked",
                title=tr("ui.booking.lists.asked"),
                shown=lambda who: tr("ui.booking.yes" if who.is_asked else "ui.booking.no"),
                parse=lambda who, typed: replace(who, is_asked=typed == YES),
                checked=lambda who: who.is_asked,
                width=60,
            ),
            Column(
                key="name",
                title=tr("ui.booking.list.who"),
                shown=lambda who: who.name,
                stretches=True,
                least_width=120,
            ),
            Column(
                key="competence",
                title=tr("ui.booking.column.competence"),
                shown=lambda who: (
                    NO_VALUE if who.person.competence is None else competence_words(who.person.competence)
                ),
                width=140,
            ),
            Column(
                key="position",
                title=tr("ui.booking.lists.position"),
                shown=_position,
                sorted_by=lambda who: who.person.position_bp,
                width=96,
            ),
        )

    def show_unit(self, unit: Unit) -> None:
        """Whoever can be asked, in the order of the staff list."""
        self.table.set_records(
            [
                Who(
                    person=person,
                    name=who_words(person.number, unit),
                    is_asked=person.number not in self._left_out,
                )
                for person in unit.employees
                if person.status is not Status.VACANT
            ]
        )
        self._say()

    def asked(self) -> tuple[str, ...]:
        """The numbers of those with a tick."""
        return tuple(who.person.number for who in self._lines() if who.is_asked)

    def ask(self, numbers: Iterable[str]) -> None:
        """Tick just these."""
        wanted = set(numbers)
        self._left_out = {who.person.number for who in self._lines()} - wanted
        self.table.set_records([replace(who, is_asked=who.person.number in wanted) for who in self._lines()])
        self._say()
        self.changed.emit()

    def _lines(self) -> tuple[Who, ...]:
        return self.table.records_model.records

    def _edited(self, _: int, changed: Who) -> None:
        number = changed.person.number
        others = [who.person.number for who in self._lines() if who.is_asked and who.person.number != number]
        self.ask([*others, number] if changed.is_asked else others)

    def _everybody(self) -> None:
        self.ask(who.person.number for who in self._lines())

    def _own(self) -> None:
        self.ask(who.person.number for who in self._lines() if who.person.is_planned)

    def _hourly(self) -> None:
        self.ask(who.person.number for who in self._lines() if not who.person.is_planned)

    def _nobody(self) -> None:
        self.ask(())

    def _say(self) -> None:
        asked, there = len(self.asked()), len(self._lines())
        self._count.setText(tr("ui.booking.lists.asked_count", asked=asked, count=there))


def _position(who: Who) -> str:
    if who.person.status is Status.HOURLY:
        return tr("ui.booking.lists.by_the_hour")
    return position(who.person.position_bp)

"""The answer to "Who can take this?", laid where the question was asked."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QHideEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from heiltid.advice.takers import Taker
from heiltid.measures.staffing import OpenShift
from heiltid.model import Employee
from heiltid.rules.judgement import Judgement
from ui.document import Document
from ui.pages.rota.asking_takers import AskingTakers, able_for, instead_of
from ui.pages.rota.takers_list import TakersList, person_words
from ui.pages.rota.words import day_words
from ui.texts import tr
from ui.widgets.basic import GAP, WIDE_GAP, label, scrolled

WIDTH, HEIGHT = 440, 400
MOST_AT_FIRST, EVERYBODY = 8, 10_000


def is_planned(document: Document, employee: str) -> bool:
    """Whether the rota of this line is judged; on-call substitutes are not planned."""
    return any(person.number == employee for person in document.judgement.context.people)


def row_on_days(document: Document, current: int, days: tuple[int, ...]) -> int:
    """The line to show days of nobody's in: the current one, else the first of somebody employed then."""
    rows, people = document.plan.rows, document.unit.employee_by_number()
    for row in (current, *range(len(rows))):
        person = people.get(rows[row].employee) if row < len(rows) else None
        if person is not None and all(document.calendar.is_employed(person, day) for day in days):
            return row
    return current


def lacking_words(people: int) -> str:
    """How many are missing in an open shift."""
    return tr("ui.rota.lacking_one") if people == 1 else tr("ui.rota.lacking_many", count=people)


def on_screen(widget: QWidget, box: QRect | None = None) -> QRect:
    """A widget, or a box in it, where it is on the screen."""
    inside = widget.rect() if box is None else box
    return QRect(widget.mapToGlobal(inside.topLeft()), inside.size())


class WhoCanTake(QFrame):
    """Opens at once, and fills when everybody has been asked. Esc or a click beside it closes it."""

    given = Signal(int, str, str, object)  # day, code, who takes it, who gives it (str | None)

    def __init__(self, document: Document, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("look", "card")
        self.setFixedSize(WIDTH, HEIGHT)
        self._document = document
        self._giver: str | None = None
        self._is_held = False  # the shift is locked where it stands: it is given to nobody
        self._found: tuple[Taker, ...] = ()
        self.title = label("", "heading", wraps=True)
        self.has_it = label("", "muted", wraps=True)
        self.list = TakersList()
        self._asking = AskingTakers(self)
        self._arrange()
        self._asking.answered.connect(self._answered)
        self.list.given.connect(self._give)
        self.list.all_wanted.connect(self._show_all)

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GAP, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(WIDE_GAP, WIDE_GAP, GAP, GAP)
        box.setSpacing(4)
        box.addWidget(self.title)
        box.addWidget(self.has_it)
        box.addSpacing(4)
        area = scrolled(inner)
        area.setFrameShape(QFrame.Shape.NoFrame)
        box.addWidget(area, 1)

    def ask_for_cell(self, employee: str, day: int, beside: QRect) -> None:
        """Who could have the shift of this cell instead; `beside` is where the cell is on the screen."""
        question = instead_of(self._document.judgement, employee, day)
        self._giver = employee
        is_held = self._document.plan.row_of()[employee].cells[day].locked
        who = person_words(employee, self._document.unit)
        words = [tr("ui.rota.has_it_now", who=who), *([tr("ui.rota.locked_kept")] if is_held else [])]
        self.has_it.setText(" ".join(words))
        self._is_held = is_held
        self._open(question.judgement, day, question.code, question.people, beside)

    def ask_for_open(self, missing: OpenShift, beside: QRect, told: str = "") -> None:
        """Who could take a shift nobody has. told: what is missing, in a sentence."""
        self._giver, self._is_held = None, False
        judged = self._document.judgement
        if missing.code is None:
            self.title.setText(day_words(self._document.calendar, missing.day))
            self.has_it.setText(f"{told} {tr('ui.rota.no_code_then')}".strip())
            self.list.clear()
            self._show(beside)
            return
        self.has_it.setText(f"{told} {lacking_words(missing.people)}".strip())
        people = able_for(judged, missing.competence)
        self._open(judged, missing.day, missing.code, people, beside)

    def _open(
        self, judged: Judgement, day: int, code: str, people: Iterable[Employee], beside: QRect
    ) -> None:
        when = day_words(self._document.calendar, day)
        self.title.setText(tr("ui.rota.who_can_take", code=code, day=when))
        self.setAccessibleName(self.title.text())
        self.list.say(tr("ui.rota.asking"))
        self._asking.ask(judged, day, code, people)
        self._show(beside)

    def _show(self, beside: QRect) -> None:
        """Below the cell, or wherever beside it there is room."""
        screen = QGuiApplication.screenAt(beside.center()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        left = min(beside.left(), room.right() - self.width())
        top = beside.bottom() + 3
        if top + self.height() > room.bottom():
            top = max(room.top(), beside.top() - self.height() - 3)
            if top + self.height() > beside.top():  # it would cover the cell
                left = (
                    beside.right() + 3
                    if beside.right() + self.width() < room.right()
                    else (beside.left() - self.width() - 3)
                )
        self.move(max(room.left(), left), top)
        self.show()

    def _answered(self, takers: tuple[Taker, ...]) -> None:
        self._found = takers
        self._fill(MOST_AT_FIRST)

    def _show_all(self) -> None:
        self._fill(EVERYBODY)

    def _fill(self, most: int) -> None:
        self.list.show_takers(self._found, self._document.unit, most, is_held=self._is_held)
        QTimer.singleShot(0, self._focus_first)  # the buttons are there once they are laid out

    def _focus_first(self) -> None:
        first = next((entry for entry in self.list.findChildren(QPushButton) if entry.isVisible()), None)
        if first is not None:
            first.setFocus()

    def _give(self, entry: Taker) -> None:
        self.hide()
        self.given.emit(entry.day, entry.code, entry.employee, self._giver)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._asking.stop()
        super().hideEvent(event)

"""Below the findings: the current cell, why it stands as it does, and who else could."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalMapper, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from heiltid.advice.takers import Taker, with_cell
from heiltid.advice.why import WhyHere, why_here
from heiltid.advice.wording import consequences, option_text, taker_text, why_texts
from heiltid.measures.staffing import OpenShift
from heiltid.model import FREE
from heiltid.rules.judgement import Judgement
from heiltid.rules.wording import who_text
from ui.document import Document
from ui.pages.rota.asking_takers import AskingTakers
from ui.pages.rota.words import cell_words, day_words
from ui.texts import clock, language, tr
from ui.widgets.basic import GAP, clear_layout, label, scrolled

WAIT_MILLISECONDS = 180
FEW, MANY = 3, 40


class CellPanel(QWidget):
    """One cell at a time, reckoned shortly after the user has stopped moving."""

    given = Signal(int, str, str, object)  # day, code, who takes it, who gives it (str | None)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._place: tuple[str, int] | None = None
        self._asked_for = FEW
        self._takers: list[Taker] = []
        self._all: tuple[Taker, ...] = ()
        self._giver: str | None = None
        self._arrange()
        self._buttons = QSignalMapper(self)
        self._buttons.mappedInt.connect(self._give)
        self._asking = AskingTakers(self)
        self._asking.answered.connect(self._show_takers)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self._reckon)

    def _arrange(self) -> None:
        self._title = label("", "heading", wraps=True)
        inner = QWidget()
        self._reasons, self._others = QVBoxLayout(), QVBoxLayout()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addLayout(self._reasons)
        column.addLayout(self._others)
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._title)
        self.area = scrolled(inner)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        box.addWidget(self.area, 1)

    def show_cell(self, employee: str, day: int) -> None:
        """Another cell, or the same after an edit."""
        if self._place != (employee, day):
            self._asked_for = FEW
        self._place = (employee, day)
        self._asking.stop()
        self._show_title()
        self._timer.start()

    def show_open_shift(self, missing: OpenShift) -> None:
        """A shift nobody has: who could take it."""
        self.show_nothing()
        judged, coverage = self._document.judgement, self._document.judgement.context.coverage
        day = day_words(self._document.calendar, missing.day)
        times = f"{clock(missing.start_minute)}–{clock(missing.end_minute)}"
        self._title.setText(tr("ui.rota.open_shift", day=day, code=missing.code or "", times=times))
        if missing.code is None:
            self._reasons.addWidget(label(tr("ui.rota.no_code_then"), "muted", wraps=True))
            return
        able = [
            person for person in judged.context.people if coverage.may_fill(person.number, missing.competence)
        ]
        self._giver, self._asked_for = None, FEW
        self._asking.ask(judged, missing.day, missing.code, able)

    def forget(self) -> None:
        """The document became another: what is reckoned and offered is no longer of it."""
        self._asking.stop()
        self._timer.stop()
        self._takers = []

    def show_nothing(self) -> None:
        """No cell at all."""
        self._place = None
        self._all = ()
        self.forget()
        self._title.setText("")
        clear_layout(self._reasons)
        clear_layout(self._others)

    def show_all_takers(self) -> None:
        """Everybody who can take the shift, and what keeps the others from it."""
        self._asked_for = MANY
        if self._place is not None:
            self._reckon()
        elif self._all:
            self._show_takers(self._all)

    def show_reasons(self) -> None:
        """At once, from the top."""
        self._reckon()
        self.area.verticalScrollBar().setValue(0)

    def _show_title(self) -> None:
        assert self._place is not None
        employee, day = self._place
        row = self._document.plan.row_of().get(employee)
        if row is None or day >= len(row.cells):
            self.show_nothing()
            return
        shifts = self._document.unit.shift_by_code()
        parts = (
            who_text(employee, self._document.unit, language()),
            day_words(self._document.calendar, day),
            cell_words(row.cells[day], shifts),
        )
        self._title.setText(" · ".join(parts))

    def _reckon(self) -> None:
        self._timer.stop()
        self._asking.stop()
        clear_layout(self._reasons)
        clear_layout(self._others)
        judged = self._document.judgement
        if self._place is None:
            return
        employee, day = self._place
        if not any(person.number == employee for person in judged.context.people):
            self._reasons.addWidget(label(tr("ui.rota.not_planned"), "muted", wraps=True))
            return
        why = why_here(judged, employee, day, colleagues=0)
        for line in why_texts(why, judged.unit, self._document.calendar, language()):
            self._reasons.addWidget(label(line, "muted", wraps=True))
        if why.cell.works:
            self._ask_colleagues(judged, why)
        elif why.options:
            self._show_options(why)

    def _ask_colleagues(self, judged: Judgement, why: WhyHere) -> None:
        person = judged.unit.employee_by_number()[why.employee]
        without = with_cell(judged, person, why.day, FREE)
        self._giver = why.employee
        others = [entry for entry in judged.context.people if entry.number != why.employee]
        self._asking.ask(without, why.day, str(why.cell.shift), others)

    def _show_takers(self, takers: Sequence[Taker]) -> None:
        unit, self._all = self._document.unit, tuple(takers)
        able = [entry for entry in takers if entry.can]
        others = [entry for entry in takers if not entry.can]
        clear_layout(self._others)
        self._others.addWidget(label(tr("ui.rota.others_who_can"), "heading"))
        self._takers = able[: self._asked_for]
        if not able:
            self._others.addWidget(label(tr("ui.rota.nobody_can"), "muted", wraps=True))
        for place, entry in enumerate(self._takers):
            self._add(place, taker_text(entry, unit, language()), "ui.rota.give")
        more = len(able) - len(self._takers)
        if more or (others and self._asked_for == FEW):
            key = "ui.rota.all_takers"
            made = QPushButton(tr(key, count=len(able), all=len(takers)))
            made.setProperty("look", "link")
            made.clicked.connect(self.show_all_takers)
            self._others.addWidget(made)
        elif others:
            self._others.addWidget(label(tr("ui.rota.who_cannot"), "heading"))
            for entry in others:
                who = who_text(entry.employee, unit, language())
                line = f"{who} – {consequences(entry, unit, language())}"
                self._others.addWidget(label(line, "muted", wraps=True))

    def _show_options(self, why: WhyHere) -> None:
        self._others.addWidget(label(tr("ui.rota.may_stand_here"), "heading"))
        self._giver = None
        self._takers = list(why.options)
        for place, entry in enumerate(self._takers):
            self._add(place, option_text(entry, self._document.unit, language()), "ui.rota.put_in")

    def _add(self, place: int, shown: str, key: str) -> None:
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(label(shown, wraps=True), 1)
        made = QPushButton(tr(key))
        made.setProperty("look", "link")
        made.setAccessibleName(f"{tr(key)}: {shown}")
        self._buttons.setMapping(made, place)
        made.clicked.connect(self._buttons.map)
        line.addWidget(made)
        self._others.addLayout(line)

    def _give(self, place: int) -> None:
        if place < len(self._takers):
            entry = self._takers[place]
            self.given.emit(entry.day, entry.code, entry.employee, self._giver)

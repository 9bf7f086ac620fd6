"""Below the findings: the current cell, why it stands as it does, and who else could."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from heiltid.advice.short_words import leaving_sentence
from heiltid.advice.takers import Taker
from heiltid.advice.why import WhyHere, why_here
from heiltid.advice.why_words import WhyWords, why_words
from heiltid.measures.staffing import OpenShift
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from heiltid.rules.wording import who_text
from ui.document import Document
from ui.pages.rota.asking_takers import AskingTakers, able_for, instead_of
from ui.pages.rota.edged_words import EdgedWords
from ui.pages.rota.findings_list import Section, section_of
from ui.pages.rota.takers_list import TakersList
from ui.pages.rota.words import cell_words, day_words
from ui.texts import clock, language, tr
from ui.widgets.basic import GAP, clear_layout, label, scrolled, set_look

WAIT_MILLISECONDS = 180
LIT_MILLISECONDS = 1_500
CHANGED_MILLISECONDS = 8_000  # so long it is said that this was the last change
LAYOUT_MILLISECONDS = 150  # within which the opened list gets its height
FEW, MANY = 3, 10_000


class CellPanel(QWidget):
    """One cell at a time, reckoned shortly after the user has stopped moving."""

    given = Signal(int, str, str, object)  # day, code, who takes it, who gives it (str | None)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._place: tuple[str, int] | None = None
        self._asked_for = FEW
        self._all: tuple[Taker, ...] = ()
        self._giver: str | None = None
        self._arrange()
        self.list.given.connect(self._give)
        self.list.all_wanted.connect(self.show_all_takers)
        self._asking = AskingTakers(self)
        self._asking.answered.connect(self._show_takers)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MILLISECONDS)
        self._timer.timeout.connect(self._reckon)
        self._lit = QTimer(self)
        self._lit.setSingleShot(True)
        self._lit.setInterval(LIT_MILLISECONDS)
        self._lit.timeout.connect(self._dim)
        self._laying_out = QTimer(self, singleShot=True, interval=LAYOUT_MILLISECONDS)
        self.area.verticalScrollBar().rangeChanged.connect(self._bring_list)
        self._changing = QTimer(self)
        self._changing.setSingleShot(True)
        self._changing.setInterval(CHANGED_MILLISECONDS)
        self._changing.timeout.connect(self._changed.hide)

    def _arrange(self) -> None:
        self._changed = label(tr("ui.rota.just_changed"), "muted", wraps=True)
        self._changed.hide()
        self._title = label("", "heading", wraps=True)
        inner = QWidget()
        self._reasons = QVBoxLayout()
        self._heading = label("", "heading")
        self._heading.hide()
        self.list = TakersList()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        column.addLayout(self._reasons)
        column.addWidget(self._heading)
        column.addWidget(self.list)
        column.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._changed)
        box.addWidget(self._title)
        self.area = scrolled(inner)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        box.addWidget(self.area, 1)

    def show_cell(self, employee: str, day: int, *, just_changed: bool = False) -> None:
        """Another cell, or the same after an edit. just_changed: the one typed in, not the current one."""
        self._changed.setVisible(just_changed)
        if just_changed:
            self._changing.start()
        if self._place != (employee, day):
            self._asked_for = FEW
        self._place = (employee, day)
        self._asking.stop()
        self._show_title()
        self._timer.start()

    def show_open_shift(self, missing: OpenShift) -> None:
        """A shift nobody has: who could take it."""
        self.show_nothing()
        judged = self._document.judgement
        day = day_words(self._document.calendar, missing.day)
        times = f"{clock(missing.start_minute)}–{clock(missing.end_minute)}"
        self._title.setText(tr("ui.rota.open_shift", day=day, code=missing.code or "", times=times))
        if missing.code is None:
            self._reasons.addWidget(label(tr("ui.rota.no_code_then"), "muted", wraps=True))
            return
        self._giver, self._asked_for = None, FEW
        self._asking.ask(judged, missing.day, missing.code, able_for(judged, missing.competence))

    def forget(self) -> None:
        """The document became another: what is reckoned and offered is no longer of it."""
        self._asking.stop()
        self._timer.stop()
        self._all = self.list.takers = ()

    def show_nothing(self) -> None:
        """No cell at all."""
        self._place = None
        self.forget()
        self._title.setText("")
        self._changed.hide()
        clear_layout(self._reasons)
        self._empty_list()

    def _empty_list(self) -> None:
        self._keep_focus()
        self._all = ()
        self._heading.hide()
        self.list.clear()

    def _keep_focus(self) -> None:
        """Before a line that has it goes: it would fall to the first thing of the window."""
        held = QApplication.focusWidget()
        if held is not None and self.list.isAncestorOf(held):
            self.area.setFocus()

    def _head_list(self, key: str) -> None:
        self._heading.setText(tr(key))
        self._heading.show()

    def show_all_takers(self) -> None:
        """Everybody who can take the shift, and what keeps the others from it."""
        self._asked_for = MANY
        if self._all:  # else they are being asked just now
            self._keep_focus()
            self._show_takers(self._all)
            self._laying_out.start()

    def _bring_list(self) -> None:
        if self._laying_out.isActive():
            self.area.verticalScrollBar().setValue(self._heading.y())

    def show_reasons(self) -> None:
        """At once, from the top."""
        self._reckon()
        self.area.verticalScrollBar().setValue(0)
        set_look(self._title, "lit")  # the answer may have stood there already
        self._lit.start()

    def _dim(self) -> None:
        set_look(self._title, "heading")

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
        self._empty_list()
        judged = self._document.judgement
        if self._place is None:
            return
        employee, day = self._place
        if not any(person.number == employee for person in judged.context.people):
            self._reasons.addWidget(label(tr("ui.rota.not_planned"), "muted", wraps=True))
            return
        why = why_here(judged, employee, day, colleagues=0)
        self._tell_reasons(why_words(why, judged.unit, self._document.calendar, language()))
        self._tell_of_leaving(employee, day)
        if why.cell.works:
            self._ask_colleagues(judged, why)
        elif why.options:
            self._show_options(why)

    def _tell_reasons(self, words: WhyWords) -> None:
        """What is broken comes before why the shift stands here: nobody may miss it."""
        told = [(section_of(finding, self._document.plan), finding, line) for finding, line in words.findings]
        plain = [line for section, _, line in told if section is None]  # signed: nothing to do
        self._tell_findings(entry for entry in told if entry[0] is Section.BREACH)
        self._tell_plainly(words.reasons)
        self._tell_findings(entry for entry in told if entry[0] is not Section.BREACH)
        self._tell_plainly((*plain, *words.if_cleared))

    def _tell_plainly(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._reasons.addWidget(label(line, "muted", wraps=True))

    def _tell_findings(self, told: Iterable[tuple[Section | None, Finding, str]]) -> None:
        for section, finding, line in told:
            if section is not None:
                kind = tr(f"ui.rota.severity.{finding.severity.value}").capitalize()
                head = f"{kind} · {tr(f'rule.{finding.rule}')}"
                self._reasons.addWidget(EdgedWords(section, head, line))

    def _tell_of_leaving(self, employee: str, day: int) -> None:
        """On the days after her last one: what that means for the rota."""
        unit, calendar = self._document.unit, self._document.calendar
        person = unit.employee_by_number()[employee]
        if person.employed_to is not None and calendar.day_of(person.employed_to) < day:
            words = leaving_sentence(calendar, person, language())
            self._reasons.addWidget(label(words, "muted", wraps=True))

    def _ask_colleagues(self, judged: Judgement, why: WhyHere) -> None:
        question = instead_of(judged, why.employee, why.day)
        self._giver = why.employee
        self._asking.ask(question.judgement, why.day, question.code, question.people)

    def _show_takers(self, takers: Sequence[Taker]) -> None:
        self._all = tuple(takers)
        self._head_list("ui.rota.others_who_can")
        self.list.show_takers(takers, self._document.unit, self._asked_for, is_held=self._is_held())

    def _is_held(self) -> bool:
        """Whether the shift asked about is locked where it stands."""
        if self._place is None:
            return False
        row = self._document.plan.row_of().get(self._place[0])
        return row is not None and row.cells[self._place[1]].locked

    def _show_options(self, why: WhyHere) -> None:
        self._head_list("ui.rota.shifts_this_day")
        self._giver = None
        self.list.show_options(why.options, self._document.unit)

    def _give(self, entry: Taker) -> None:
        self.given.emit(entry.day, entry.code, entry.employee, self._giver)

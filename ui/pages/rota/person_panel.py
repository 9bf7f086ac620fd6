"""Below the findings, in the cell's place: one person, her position and weekends explained, her findings."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from heiltid.rules.finding import Finding
from heiltid.rules.wording import who_text
from ui.document import Document
from ui.pages.rota.findings_list import in_order, sections
from ui.pages.rota.kinds_words import kinds_words, of_person
from ui.pages.rota.person_wishes import PersonWishes
from ui.pages.rota.words import finding_words
from ui.position_reasons import ShownReasons
from ui.texts import language, position, tr
from ui.widgets.basic import GAP, button, clear_layout, label, scrolled

MOST_TOLD = 5


class PersonPanel(QWidget):
    """Filled from the plan that is shown; empty until somebody is asked about."""

    opened = Signal(str)  # employee number: to her place among the employees
    findings_wanted = Signal(str)  # employee number
    cell_wanted = Signal(str, int)  # employee number, day

    def __init__(self, document: Document, reasons: ShownReasons, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._reasons = document, reasons
        self._employee = ""
        self.title = label("", "heading", wraps=True, name="rota_person")
        inner = QWidget()
        self._told = QVBoxLayout(inner)
        self._told.setContentsMargins(0, 0, GAP, 0)
        self._told.setSpacing(GAP)
        self.area = scrolled(inner)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # words alone, to scroll
        self.area.setAccessibleName(tr("ui.rota.part_person"))
        self._findings = button("ui.rota.person_show_findings", "link", name="rota_person_findings")
        self._open = button("ui.rota.person_open", "link", name="rota_person_open")
        self._findings.clicked.connect(self._want_findings)
        self._open.clicked.connect(self._want_person)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, GAP, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.title)
        box.addWidget(self.area, 1)
        box.addWidget(self._findings)
        box.addWidget(self._open)

    def show_person(self, employee: str) -> None:
        """All that is known of one line of the plan."""
        self._employee = employee
        self.show_now()
        self.area.verticalScrollBar().setValue(0)

    def show_now(self) -> None:
        """The same person in the plan as it is."""
        clear_layout(self._told)
        row = self._document.plan.row_of().get(self._employee)
        self._findings.hide()
        self._open.setVisible(row is not None)
        self.title.setText("")
        if row is None:
            return
        name = who_text(self._employee, self._document.unit, language())
        self.title.setText(f"{name} · {position(row.position_bp)}")
        self._tell("", (self._reasons.leaving(self._employee),))
        self._tell("ui.rota.person_position", self._reasons.sentences(self._employee))
        self._tell("ui.rota.person_weekends", self._weekends())
        self._tell_wishes()
        self._tell_findings()
        self._told.addStretch(1)

    def _tell_wishes(self) -> None:
        wishes = PersonWishes(self._document, self._employee)
        wishes.wanted.connect(self.cell_wanted)
        self._told.addWidget(wishes)

    def _weekends(self) -> tuple[str, ...]:
        words = self._reasons.weekends(self._employee)
        if not words:
            return ()
        return (
            tr("ui.why_position.weekends", words=words).rstrip(".") + ".",
            *self._reasons.weekend_count(self._employee),
        )

    def _tell_findings(self) -> None:
        found = [finding for finding in in_order(self._document) if finding.employee == self._employee]
        self._findings.setVisible(bool(found))
        if found:
            self._head(kinds_words(of_person(sections(self._document), self._employee)))
            self._lines(self._words(finding) for finding in found[:MOST_TOLD])
            if len(found) > MOST_TOLD:
                self._lines((tr("ui.rota.and_more", count=len(found) - MOST_TOLD),))
        elif not self._document.plan.is_empty:
            self._lines((tr("ui.rota.person_no_findings"),))

    def _words(self, finding: Finding) -> str:
        told = finding_words(finding, self._document.unit, self._document.calendar)
        return f"{tr(f'rule.{finding.rule}')}: {told}"

    def _tell(self, heading: str, lines: Iterable[str]) -> None:
        told = [line for line in lines if line]
        if told and heading:
            self._head(tr(heading))
        self._lines(told)

    def _head(self, words: str) -> None:
        self._told.addWidget(label(words, "strong", wraps=True))

    def _lines(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._told.addWidget(label(line, "muted", wraps=True))

    def _want_findings(self) -> None:
        self.findings_wanted.emit(self._employee)

    def _want_person(self) -> None:
        self.opened.emit(self._employee)

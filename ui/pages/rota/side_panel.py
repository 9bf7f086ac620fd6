"""The panel at the right: the plan's findings, and the current cell or the person that was clicked.

One above the other where there is room for both; in a low window one at a time, chosen by two buttons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from heiltid.rules.finding import Finding
from ui.document import Document
from ui.pages.rota.cell_panel import CellPanel
from ui.pages.rota.findings_list import Section
from ui.pages.rota.findings_panel import FindingsPanel
from ui.pages.rota.kinds_words import counted_words, kinds_words
from ui.pages.rota.person_panel import PersonPanel
from ui.position_reasons import ShownReasons
from ui.settings import Settings
from ui.texts import tr
from ui.widgets.basic import label
from ui.widgets.segments import Segments

NARROWEST, WIDEST = 240, 460
BOTH_FROM = 860  # pixels of height
PARTS = ("findings", "cell")
FINDINGS, CELL = range(2)
NO_BREAK = "\u00a0"  # a number stays with what it counts
LAYOUT, CHOSEN = "rota_panel", "rota_panel"


class SidePanel(QFrame):
    """Findings, and below them a cell or a person; Esc goes back to the grid."""

    left = Signal()

    def __init__(
        self, document: Document, settings: Settings, reasons: ShownReasons, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("look", "panel")
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self._settings = settings
        self.findings = FindingsPanel(document)
        self.cell = CellPanel(document)
        self.person = PersonPanel(document, reasons)
        self.below = QWidget()
        self._goes_back = False  # to the findings, once the person has been looked at
        self.tabs = Segments([f"ui.rota.part_{part}" for part in PARTS], small=True)
        self.kinds = label("", "muted", wraps=True, name="rota_kinds")
        self._of_unit = label("", "muted", wraps=True, name="rota_reckoned")
        self._both = True
        self._arrange()
        self.tabs.chosen.connect(self._choose)
        self.findings.counted.connect(self._show_kinds)
        self.person.findings_wanted.connect(self._show_findings_of)
        self.findings.view.installEventFilter(self)
        self._choose(PARTS.index(settings.word(CHOSEN)) if settings.word(CHOSEN) in PARTS else FINDINGS)

    def _arrange(self) -> None:
        parts = self._parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.findings)
        below = QVBoxLayout(self.below)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.cell)
        below.addWidget(self.person)
        self.person.hide()
        parts.addWidget(self.below)
        parts.setSizes([420, 420])
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(9)
        parts.setProperty("look", "thin")
        parts.restoreState(self._settings.layout(LAYOUT))
        parts.splitterMoved.connect(self._keep_sizes)
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 12, 10)
        box.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.kinds)
        box.addWidget(self._of_unit)
        box.addWidget(parts, 1)

    @property
    def shows_both(self) -> bool:
        """Whether there is room for findings and cell at once."""
        return self._both

    def show_cell_part(self) -> None:
        """Bring the explanation of the cell into sight."""
        self._choose(CELL)

    def show_findings_part(self) -> None:
        """Bring the list of findings into sight."""
        self._choose(FINDINGS)

    @property
    def is_on_person(self) -> bool:
        """Whether a person is told of where the cell is else."""
        return not self.person.isHidden()

    def show_person(self, employee: str) -> None:
        """One person in the cell's place, brought into sight."""
        if not self.is_on_person:
            self._goes_back = self._chosen == FINDINGS
        self.person.show_person(employee)
        self._bring_person()

    def show_person_again(self) -> None:
        """The person that was told of before a cell took the place, as she was left."""
        if not self.is_on_person:
            self._goes_back = self._chosen == FINDINGS
            self._bring_person()

    def _bring_person(self) -> None:
        self._show_below(self.person)
        self._bring(CELL)

    def show_cell_again(self) -> None:
        """The cell in its place; where the person took the findings' place, these come back."""
        if self.is_on_person:
            self._show_below(self.cell)
            if self._goes_back:
                self._bring(FINDINGS)

    def _show_below(self, part: QWidget) -> None:
        self.cell.setVisible(part is self.cell)
        self.person.setVisible(part is self.person)
        self.tabs.button(CELL).setText(
            tr("ui.rota.part_person" if part is self.person else "ui.rota.part_cell")
        )

    def _show_findings_of(self, employee: str) -> None:
        self._choose(FINDINGS)
        self.findings.show_person(employee)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        both = self.height() >= BOTH_FROM
        if both is not self._both:
            self._both = both
            self._show_parts()

    def _choose(self, place: int) -> None:
        """Her own choice: it is remembered."""
        self._goes_back = False
        self._settings.set_word(CHOSEN, PARTS[place])
        self._bring(place)

    def _bring(self, place: int) -> None:
        self._chosen = place
        self.tabs.mark(place)
        self._show_parts()

    def _show_parts(self) -> None:
        self.tabs.setVisible(not self._both)
        self.findings.heading.setText(tr("ui.rota.panel" if self._both else "ui.rota.grouped_by"))
        is_shown = self._both or self._chosen == FINDINGS
        self.findings.setVisible(is_shown)
        for told in (self.kinds, self._of_unit):
            told.setVisible(is_shown and bool(told.text()))
        self.below.setVisible(self._both or self._chosen == CELL)

    def say_of_unit(self, sentence: str) -> None:
        """That the findings are not those of the unit the plan was made for; "" for nothing to say."""
        self._of_unit.setText(sentence)
        self._show_parts()

    def _show_kinds(self, found: Mapping[Section, Sequence[Finding]]) -> None:
        """A sum would frighten where none of them is a breach: only breaches are a number on the tab."""
        words, breaches = kinds_words(found), len(found[Section.BREACH])
        key = "ui.rota.part_findings_breaches" if breaches else "ui.rota.part_findings"
        self.tabs.button(FINDINGS).setText(tr(key, breaches=counted_words(Section.BREACH, breaches)))
        self.tabs.button(FINDINGS).setToolTip(words)
        self.kinds.setText(words.replace(" ", NO_BREAK).replace(f"{NO_BREAK}·{NO_BREAK}", f"{NO_BREAK}· "))
        self._show_parts()

    def _keep_sizes(self) -> None:
        self._settings.set_layout(LAYOUT, self._parts.saveState())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_escape = event.key() == Qt.Key.Key_Escape
            if is_escape:
                self.left.emit()
            return is_escape
        return super().eventFilter(watched, event)

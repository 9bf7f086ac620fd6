"""The panel "Findings in this plan": cards that lead to the cells they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from heiltid.model import Decision
from heiltid.rules.finding import Finding, Severity
from heiltid.rules.staffing import MINIMUM
from ui.document import Document
from ui.pages.rota.finding_cards import ENTRY_ROLE, FindingsModel, findings_view
from ui.pages.rota.findings_list import (
    Entry,
    Grouping,
    Kind,
    Section,
    card,
    entries,
    group_key,
    in_order,
    section_of,
    sections,
)
from ui.texts import tr
from ui.widgets.basic import GAP, button, label
from ui.widgets.segments import Segments


class FindingsPanel(QWidget):
    """Heading, how to group, the cards, and what can be done with the one chosen."""

    wanted = Signal(object)  # Finding: show its cells
    set_aside = Signal(object)  # Finding
    taken_back = Signal(object)  # Decision
    chosen = Signal(object)  # Finding | None: the card that is current
    asked_who = Signal(object)  # Finding: who could take the shift that is missing
    counted = Signal(object)  # the findings by what they ask for

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._grouping = Grouping.RULE
        self._flipped: set[str] = set()
        self._opened: set[str] = set()  # of these the ones unfolded for a cell, folded again for the next
        self._of_cell: tuple[Finding, ...] = ()
        self._last_shown: Finding | None = None
        self.view = findings_view(self)
        self.view.setAccessibleName(tr("ui.rota.panel"))
        self.heading = label(tr("ui.rota.panel"), "heading")
        self._none = label(tr("ui.rota.no_findings"), "muted", wraps=True)
        self._none.hide()  # nothing is said of a plan before it has been judged
        self._groupings = Segments([f"ui.rota.by_{entry.value}" for entry in Grouping], small=True)
        self._groupings.mark(0)
        self._show = button("ui.rota.show_cells", "link")
        self._aside = button("ui.rota.set_aside", "link")
        self._back = button("ui.rota.take_back", "link")
        self._who = button("ui.rota.who_could", "link")
        self._next_here = button("ui.rota.next_here", "link", name="rota_next_here")
        self._arrange()
        self._connect()
        self._offer()

    @property
    def _model(self) -> FindingsModel:
        found = self.view.model()
        assert isinstance(found, FindingsModel)
        return found

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self._groupings)
        below = QHBoxLayout()
        below.setSpacing(GAP)
        for made in (self._show, self._aside, self._back):
            below.addWidget(made)
        below.addStretch(1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addLayout(head)
        box.addWidget(self._none)
        box.addWidget(self.view, 1)
        for made in (self._who, self._next_here):
            box.addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        box.addLayout(below)

    def _connect(self) -> None:
        self._groupings.chosen.connect(self._regroup)
        self.view.clicked.connect(self._clicked)
        self.view.doubleClicked.connect(self._activated)
        self.view.selectionModel().currentChanged.connect(self._moved)
        self.view.installEventFilter(self)
        self._show.clicked.connect(self._jump)
        self._aside.clicked.connect(self._ask_aside)
        self._back.clicked.connect(self._take_back)
        self._who.clicked.connect(self._ask_who)
        self._next_here.clicked.connect(self._go_on_here)

    @property
    def who_button(self) -> QPushButton:
        """The button beside which the answer is laid."""
        return self._who

    def show_now(self) -> None:
        """The findings of the plan as it is; the chosen card stays chosen where it is still there."""
        entry = self._current()
        if self._model.set_entries(entries(self._document, self._grouping, self._flipped)):
            self._select(None if entry is None else entry.key)
        has_any = bool(self._model.entries)
        self.counted.emit(sections(self._document))
        self._none.setVisible(not has_any)
        self.view.setVisible(has_any)
        self._offer()

    def show_finding(self, finding: Finding) -> None:
        """Make a finding's card the current one, unfolding what hides it."""
        section = section_of(finding, self._document.plan)
        if section is None:
            return
        for key in self._folded_over(finding):
            self._flipped ^= {key}
            self.show_now()
        self._select(card(self._document, section, finding).key)

    def _folded_over(self, finding: Finding) -> Iterator[str]:
        """The headings that hide a finding, the outer one first; the list is renewed between them."""
        section = section_of(finding, self._document.plan)
        if section is not None:
            for key in (section.value, group_key(section, self._grouping, finding)):
                if any(entry.key == key and not entry.is_open for entry in self._model.entries):
                    yield key

    def show_of_cell(self, findings: Sequence[Finding]) -> None:
        """The cards of one cell's findings, all selected, the first the current one.

        What is unfolded to show them is folded again when another cell's are shown.
        """
        plan = self._document.plan
        asked = [(section_of(finding, plan), finding) for finding in findings]
        told = [(place, finding) for place, finding in asked if place not in (None, Section.SET_ASIDE)]
        if not told:
            return
        self._of_cell = tuple(finding for _, finding in told)
        self._flipped ^= self._opened
        self._opened = set()
        self.show_now()
        for finding in self._of_cell:
            for key in self._folded_over(finding):
                self._flipped ^= {key}
                self._opened |= {key}
                self.show_now()
        keys = [card(self._document, place, finding).key for place, finding in told if place is not None]
        self._select(keys[0])
        chosen = self.view.selectionModel()
        for place, entry in enumerate(self._model.entries):
            if entry.key in keys:
                chosen.select(self._model.index(place), QItemSelectionModel.SelectionFlag.Select)

    def show_person(self, employee: str) -> None:
        """The findings by person, hers unfolded and the first of them the current one."""
        self._groupings.mark(list(Grouping).index(Grouping.PERSON))
        self._regroup(list(Grouping).index(Grouping.PERSON))
        hers = [finding for finding in in_order(self._document) if finding.employee == employee]
        if hers:
            self.show_finding(hers[0])

    def next_finding(self) -> Finding | None:
        """The finding after the chosen one, in the order of gravity; None where there is none."""
        order = in_order(self._document)
        if not order:
            return None
        known = self._last_shown
        place = order.index(known) + 1 if known in order else 0
        self._last_shown = order[place % len(order)]
        return self._last_shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
                self._activated(self.view.currentIndex())
                return True
            folds = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
            entry = self._current()
            wanted = folds.get(Qt.Key(event.key()))
            if wanted is not None and entry is not None and entry.kind is not Kind.CARD:
                if entry.is_open is not wanted:
                    self._flip(entry)
                return True
        return super().eventFilter(watched, event)

    def _current(self) -> Entry | None:
        found: Entry | None = self.view.currentIndex().data(ENTRY_ROLE)
        return found

    def _select(self, key: str | None) -> None:
        for place, entry in enumerate(self._model.entries):
            if entry.key == key:
                index = self._model.index(place)
                self.view.setCurrentIndex(index)
                self.view.scrollTo(index)
                return

    def _regroup(self, place: int) -> None:
        self._grouping = list(Grouping)[place]
        self._of_cell = ()
        self.show_now()

    def _clicked(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is not None and entry.kind is not Kind.CARD:
            self._flip(entry)

    def _activated(self, index: QModelIndex) -> None:
        entry: Entry | None = index.data(ENTRY_ROLE)
        if entry is None:
            return
        if entry.kind is Kind.CARD:
            self.wanted.emit(entry.finding)
        elif self.sender() is not self.view:
            self._flip(entry)

    def _flip(self, entry: Entry) -> None:
        self._flipped ^= {entry.key}
        self._opened -= {entry.key}  # her own choice now
        self.show_now()

    def _moved(self, index: QModelIndex) -> None:
        self._offer()
        entry: Entry | None = index.data(ENTRY_ROLE)
        finding = entry.finding if entry is not None and entry.kind is Kind.CARD else None
        if finding is not None:
            self._last_shown = finding
        self.chosen.emit(finding)

    def _offer(self) -> None:
        """The buttons that fit the chosen card."""
        entry = self._current()
        finding = None if entry is None or entry.kind is not Kind.CARD else entry.finding
        is_aside = entry is not None and entry.section is Section.SET_ASIDE
        self._show.setVisible(finding is not None)
        is_note = finding is not None and finding.severity is Severity.NOTE
        self._aside.setVisible(is_note and not is_aside)
        self._back.setVisible(finding is not None and is_aside)
        self._who.setVisible(finding is not None and finding.rule == MINIMUM and not is_aside)
        here, count = self._of_cell, len(self._of_cell)
        self._next_here.setVisible(count > 1 and finding in here)
        if count > 1 and finding in here:
            self._next_here.setText(tr("ui.rota.next_here_of", place=here.index(finding) + 1, count=count))

    def _go_on_here(self) -> None:
        """To the next finding of the cell that was clicked."""
        entry, here = self._current(), self._of_cell
        if entry is not None and entry.finding in here:
            self.show_finding(here[(here.index(entry.finding) + 1) % len(here)])

    def _jump(self) -> None:
        entry = self._current()
        if entry is not None and entry.finding is not None:
            self.wanted.emit(entry.finding)

    def _ask_who(self) -> None:
        entry = self._current()
        if entry is not None and entry.finding is not None:
            self.asked_who.emit(entry.finding)

    def _ask_aside(self) -> None:
        entry = self._current()
        if entry is not None and entry.finding is not None:
            self.set_aside.emit(entry.finding)

    def _take_back(self) -> None:
        entry = self._current()
        if entry is not None and isinstance(entry.decision, Decision):
            self.taken_back.emit(entry.decision)

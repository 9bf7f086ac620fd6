"""The lists of what the dates did, one behind each tab, with the absences in front."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QTabBar, QWidget

from ui.models.records import Column
from ui.pages.booking.absences import AbsencesPanel
from ui.pages.booking.change_lists import Line, columns, decision_lines, due_lines, finding_lines, lost_lines
from ui.pages.booking.words import new_findings
from ui.pages.booking.work import Work
from ui.texts import tr
from ui.widgets.basic import Card, button, label, row
from ui.widgets.record_table import RecordTable

KEYS = ("lost", "due", "findings", "decisions")


class ChangesCard(Card):
    """`wants_place`: show that place of the dated rota; `taken_back`: these decisions shall go."""

    wants_place = Signal(object)  # Place
    taken_back = Signal(object)  # tuple[Booked, ...]

    def __init__(self, absences: AbsencesPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.tabs = QTabBar()
        self.tabs.setObjectName("rollout_lists")
        self.tabs.setAccessibleName(tr("ui.booking.changes"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tabs.addTab("")
        self._stack = QStackedWidget()
        self._stack.addWidget(absences)
        self.tables = {key: self._table(key) for key in KEYS}
        self._nothing = label("", "muted", wraps=True)
        self._whole = label("", "muted", wraps=True, name="rollout_whole_line")
        self.show_button = button("ui.booking.show_in_dated", name="rollout_show")
        self.undo_button = button("ui.booking.take_back_decision", name="rollout_undecide")
        self.show_button.clicked.connect(self._show)
        self.undo_button.clicked.connect(self._take_back)
        self.body.addWidget(self.tabs)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._nothing, 1)
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self._whole)
        self.body.addLayout(row(self.show_button, self.undo_button, None))
        self.tabs.currentChanged.connect(self._chosen)
        self._chosen(0)

    def _table(self, key: str) -> RecordTable:
        made = RecordTable(_COLUMNS[key](), f"rollout_{key}")
        made.setAccessibleName(tr(f"ui.booking.changes_{key}"))
        made.doubleClicked.connect(self._show)
        made.selected.connect(self._offer)
        self.tabs.addTab("")
        self._stack.addWidget(made)
        return made

    def show_work(self, work: Work, absences: int) -> None:
        """The lists of the roll-out in force."""
        rollout, report, calendar = work.rollout, work.report, work.calendar
        lines: dict[str, list[Line]] = {key: [] for key in KEYS}
        if rollout is not None and report is not None:
            lines["lost"] = lost_lines(rollout, calendar)
            lines["due"] = due_lines(report, rollout.unit)
            lines["findings"] = finding_lines(new_findings(report), rollout.unit, calendar)
            lines["decisions"] = decision_lines(rollout, calendar)
        self.tabs.setTabText(0, tr("ui.booking.changes_absences_count", count=absences))
        for place, key in enumerate(KEYS, 1):
            self.tables[key].set_records(lines[key])
            self.tabs.setTabText(place, tr(f"ui.booking.changes_{key}_count", count=len(lines[key])))
            self.tabs.setTabEnabled(place, rollout is not None)
        self._chosen(self.tabs.currentIndex())

    def _chosen(self, place: int) -> None:
        if not self.tabs.isTabEnabled(place):
            self.tabs.setCurrentIndex(0)
            return
        self._stack.setCurrentIndex(place)
        key = "" if place < 1 else KEYS[place - 1]
        is_empty = bool(key) and not self.tables[key].records_model.records
        self._nothing.setText(tr(f"ui.booking.changes_{key}_none") if is_empty else "")
        self._nothing.setVisible(is_empty)
        self._stack.setVisible(not is_empty)
        self.show_button.setVisible(bool(key) and not is_empty)
        self.undo_button.setVisible(key == "decisions" and not is_empty)
        self._offer()

    def _lines(self) -> Sequence[Line]:
        place = self.tabs.currentIndex()
        if place < 1:
            return ()
        table = self.tables[KEYS[place - 1]]
        return [table.record(each) for each in table.selected_rows()]

    def _offer(self) -> None:
        """What can be done with the lines that are selected."""
        lines = self._lines()
        shows_whole = self.tabs.currentIndex() == KEYS.index("findings") + 1 and bool(lines)
        self._whole.setText(lines[0].cells[-1] if shows_whole else "")  # too long for the table
        self._whole.setVisible(shows_whole)
        self.show_button.setEnabled(any(line.at is not None for line in lines))
        self.undo_button.setEnabled(any(line.decisions for line in lines))

    def _show(self) -> None:
        found = next((line.at for line in self._lines() if line.at is not None), None)
        if found is not None:
            self.wants_place.emit(found)

    def _take_back(self) -> None:
        gone = tuple(entry for line in self._lines() for entry in line.decisions)
        if gone:
            self.taken_back.emit(gone)


def _lost() -> tuple[Column, ...]:
    return columns(("date", 126), ("who", 170), ("code", 70), ("lost_to", 0))


def _due() -> tuple[Column, ...]:
    return columns(("who", 170), ("code", 66), ("due", 76), ("given", 150), ("left", 80), ("red", 0))


def _findings() -> tuple[Column, ...]:
    return columns(("severity", 106), ("who", 150), ("finding", 0))


def _decisions() -> tuple[Column, ...]:
    return columns(("date", 126), ("who", 128), ("decision", 176), ("by", 0), ("state", 100))


_COLUMNS = {"lost": _lost, "due": _due, "findings": _findings, "decisions": _decisions}

"""What came of a roll-out, in figures: how many shifts are open and why, then what else the dates did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.booking.dates.roll_report import RollOutReport
from heiltid.model import Absence
from heiltid.model.booking import OpenPlace, RollOut
from heiltid.rules.name_list import listed_names
from ui.pages.booking.words import change_rows, open_rows, who_words
from ui.texts import tr
from ui.widgets.basic import Card, button, clear_layout, label, row


class RollOutFigures(Card):
    """Nothing that is 0 takes room, but for the open shifts themselves."""

    wants_open = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.count = label("", "big", name="rollout_open_count")
        self.show_open = button("ui.booking.show_open", "link", name="rollout_show_open")
        self.show_open.clicked.connect(self.wants_open)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        self.body.setSpacing(2)
        name = label(tr("ui.booking.tab.open"), "heading")
        self.body.addLayout(row(self.count, name, None, self.show_open))
        self.body.addLayout(self._lines)

    def show_report(self, report: RollOutReport | None, places: Sequence[OpenPlace]) -> None:
        """None: hidden."""
        clear_layout(self._lines)
        self.setVisible(report is not None)
        if report is None:
            return
        self.count.setText(str(len(places)))
        self.show_open.setEnabled(bool(places))
        self._add(open_rows(places))
        others = change_rows(report)
        if others:
            self._lines.addSpacing(6)
            self._lines.addWidget(label(tr("ui.booking.changes"), "strong"))
            self._add(others)

    def _add(self, rows: Sequence[tuple[str, int]]) -> None:
        for words, count in rows:
            line = row(label(words), None, label(str(count), "strong"))
            line.setContentsMargins(0, 0, 0, 0)
            self._lines.addLayout(line)


def absences_words(before: Sequence[Absence], after: Sequence[Absence]) -> str:
    """What became of the list of absences."""
    count = len(after) - len(before)
    if count == 0:
        return tr("ui.booking.absences.said_changed")
    return tr(
        "ui.booking.absences.said_added" if count > 0 else "ui.booking.absences.said_removed",
        count=abs(count),
    )


def reopened_words(before: RollOut | None, after: RollOut) -> list[str]:
    """Whose shifts, given by hand or by a list, an absence has come over since."""
    known = () if before is None else before.covered
    lost = [entry for entry in after.covered if entry not in known and entry.cell.works]
    if not lost:
        return []
    names = dict.fromkeys(who_words(entry.employee, after.unit) for entry in lost)
    return [tr("ui.booking.said_reopened", count=len(lost), who=listed_names(names))]

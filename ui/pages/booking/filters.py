"""Which of the open places are shown: a period, a kind of shift, a competence."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from heiltid.model import ShiftKind, Unit
from heiltid.model.booking import OpenPlace
from ui.pages.booking.words import competence_words
from ui.texts import tr
from ui.widgets.basic import GAP, label, row
from ui.widgets.boxes import ChoiceBox
from ui.widgets.date_box import DateBox

ALL = "all"
ANYONE = ""
DATE_WIDTH = 126


class PlaceFilter(QWidget):
    """Two dates and two lists; what is not a date narrows nothing."""

    changed = Signal()

    def __init__(self, *, stacked: bool = False, parent: QWidget | None = None) -> None:
        """stacked: the lists below the dates, where there is not room for all on one line."""
        super().__init__(parent)
        self._unit: Unit | None = None
        self.since, self.until = DateBox(date.today()), DateBox(date.today())
        self.kind, self.competence = ChoiceBox(), ChoiceBox()
        for part, key in (
            (self.since, "since"),
            (self.until, "until"),
            (self.kind, "kind"),
            (self.competence, "competence"),
        ):
            part.setAccessibleName(tr(f"ui.booking.filter.{key}"))
            part.setToolTip(tr(f"ui.booking.filter.{key}"))
        for box in (self.since, self.until):
            box.setFixedWidth(DATE_WIDTH)
            box.changed.connect(self.changed)
        for chosen in (self.kind, self.competence):
            chosen.activated.connect(self.changed)
            chosen.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.kind.addItem(tr("ui.booking.filter.all_kinds"), ALL)
        for each in ShiftKind:
            self.kind.addItem(tr(f"ui.booking.kind.{each.name.lower()}"), each.value)
        self._arrange(stacked)

    def _arrange(self, stacked: bool) -> None:
        since, until = (label(tr(f"ui.booking.filter.{key}"), "muted") for key in ("since", "until"))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(GAP)
        dates = [since, self.since, until, self.until]
        lists = [self.kind, self.competence]
        for parts in (dates, lists) if stacked else ([*dates, *lists],):
            line = row(*parts, None)
            line.setContentsMargins(0, 0, 0, 0)
            box.addLayout(line)

    def show_unit(self, unit: Unit, first: date, last: date) -> None:
        """Another roll-out: all of it that is still to come; the same one: what was chosen stays."""
        if unit is self._unit:
            return
        before, self._unit = self._unit, unit
        if before is None or (before.start, before.weeks) != (unit.start, unit.weeks):
            begin = min(max(first, date.today()), last)
            for box, when in ((self.since, begin), (self.until, last)):
                box.blockSignals(True)
                box.set_date(when)
                box.blockSignals(False)
        known = self.competence.currentData()
        self.competence.clear()
        self.competence.addItem(tr("ui.booking.filter.all_competences"), ALL)
        self.competence.addItem(competence_words(None), ANYONE)
        for competence in unit.competences:
            self.competence.addItem(competence_words(competence.name), competence.name)
        self.competence.setCurrentIndex(max(0, self.competence.findData(known)))

    def trouble(self) -> str:
        """The sentence about a date that is none; "" where both are."""
        return self.since.trouble() or self.until.trouble()

    def chosen(self, places: Iterable[OpenPlace]) -> tuple[OpenPlace, ...]:
        """Those that pass."""
        since, until = self.since.date(), self.until.date()
        kinds = {} if self._unit is None else {shift.code: shift.kind for shift in self._unit.shifts}
        kind, competence = self.kind.currentData(), self.competence.currentData()
        return tuple(
            place
            for place in places
            if (since is None or place.on >= since)
            and (until is None or place.on <= until)
            and (kind == ALL or (place.code in kinds and kinds[place.code].value == kind))
            and (competence in (ALL, None) or (place.competence or ANYONE) == competence)
        )

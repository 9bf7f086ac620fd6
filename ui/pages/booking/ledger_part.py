"""The account of extra hours: the sums of the roll-out, and each person's twelve months by AML § 14-4 a."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QSplitter

from heiltid.booking.account.ledger import all_extras, claims, last_known_day
from heiltid.booking.account.sums import unit_sums
from heiltid.model.asking import Booking, Extra
from ui.pages.booking.ledger_figures import figure_words, sum_figures
from ui.pages.booking.ledger_lines import YearLine, day_columns, day_lines, year_columns, year_lines
from ui.pages.booking.part import Part
from ui.pages.booking.standings import Standings
from ui.pages.booking.work import Work
from ui.places import Person
from ui.texts import tr
from ui.widgets.basic import WIDE_GAP, Card, button, label, row
from ui.widgets.date_box import DateBox
from ui.widgets.record_table import RecordTable

SIZES = (704, 422)
DATE_WIDTH = 130


class LedgerPart(Part):
    """It changes nothing; it is there without a roll-out as long as there are hours to show."""

    key = "ledger"
    help_name = "booking_lists"

    def __init__(self, work: Work, standings: Standings) -> None:
        super().__init__(work, standings)
        self.figures = sum_figures()
        self.until = DateBox(date.today())
        self.until.setFixedWidth(DATE_WIDTH)
        self.until.setAccessibleName(tr("ui.booking.ledger.until"))
        self.years = RecordTable(year_columns(), "ledger_years")
        self.years.setAccessibleName(tr("ui.booking.ledger.people"))
        self.days = RecordTable(day_columns(), "ledger_days")
        self.days.setAccessibleName(tr("ui.booking.ledger.days"))
        self.person = button("ui.booking.ledger.to_person", name="ledger_to_person")
        self._nothing = label(tr("ui.booking.ledger.none"), "muted", wraps=True)
        self._extras: tuple[Extra, ...] = ()
        self._shown: tuple[object, ...] = ()
        self._suggested: date | None = None
        self._arrange()
        self.until.changed.connect(self._fill)
        self.years.chosen.connect(self._choose)
        self.person.clicked.connect(self._to_person)

    def _arrange(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(WIDE_GAP)
        for figure in self.figures.values():
            line.addWidget(figure, 1)
        left = Card(tr("ui.booking.ledger.people"))
        left.body.addLayout(row(label(tr("ui.booking.ledger.until"), "muted"), self.until, None))
        left.body.addWidget(self._nothing)
        left.body.addWidget(self.years, 1)
        left.body.addWidget(label(tr("ledger.claims.law"), "muted", wraps=True))
        right = Card()
        self._who = label("", "heading", wraps=True, name="ledger_who")
        right.body.addWidget(self._who)
        right.body.addWidget(self.days, 1)
        right.body.addLayout(row(self.person, None))
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(WIDE_GAP)
        parts.setStyleSheet("QSplitter::handle { background: transparent; }")
        for place, part in enumerate((left, right)):
            parts.addWidget(part)
            parts.setStretchFactor(place, SIZES[place])
        parts.setSizes(list(SIZES))
        self.column.addLayout(line)
        self.column.addWidget(parts, 1)

    def can_be_shown(self) -> bool:
        return self.work.booking is not None

    def refresh(self) -> None:
        booking = self.work.booking
        state = (booking, self.work.file.unit)
        if self._shown and all(one is other for one, other in zip(state, self._shown, strict=True)):
            return
        self._shown = state
        self._suggest_day(booking)
        self._show_sums()
        self._fill()

    def _suggest_day(self, booking: Booking | None) -> None:
        """The twelve months end with the last day anything is known of, until another is typed."""
        found = None if booking is None else last_known_day(booking)
        if found is not None and self._suggested in (None, self.until.date()):
            self.until.blockSignals(True)
            self.until.set_date(found)
            self.until.blockSignals(False)
            self._suggested = found

    def _show_sums(self) -> None:
        rollout = self.work.rollout
        for figure in self.figures.values():
            figure.setVisible(rollout is not None)
        if rollout is None:
            return
        sums = unit_sums(rollout)
        for key, figure in self.figures.items():
            figure.show_figure(*figure_words(key, sums))

    def _fill(self) -> None:
        """The year of everybody up to the chosen day."""
        booking, until = self.work.booking, self.until.date()
        lines: list[YearLine] = []
        self._extras = ()
        if booking is not None and until is not None:
            self._extras = all_extras(booking, until)
            lines = year_lines(self.work.file.unit, self._extras, claims(self.work.file, until))
        self.years.set_records(lines)
        self._nothing.setText(self.until.trouble() or tr("ui.booking.ledger.none"))
        self._nothing.setVisible(not lines)
        if lines and self.years.current_row() < 0:
            self.years.show_row(0)
        self._choose(self.years.current_row())

    def _choose(self, place: int) -> None:
        lines = self.years.records_model.records
        line = lines[place] if 0 <= place < len(lines) else None
        self._who.setText("" if line is None else line.name)
        self.days.set_records([] if line is None else day_lines(self._extras, line.person.number))
        self.person.setEnabled(line is not None)

    def _to_person(self) -> None:
        place = self.years.current_row()
        if place >= 0:
            self.work.desk.go_to("people", Person(employee=self.years.record(place).person.number))

"""The lists that were made: what became of each, and writing one out to a folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from heiltid.booking.answers.sending import answers_of
from heiltid.exchange.booking.list_folder import ListPart
from heiltid.model.asking import Booking, SentList
from heiltid.texts import Language
from ui.models.records import Column
from ui.pages.booking.words import moment_words, period_words
from ui.texts import language, tr
from ui.widgets.basic import Card, button, label, row
from ui.widgets.boxes import ChoiceBox
from ui.widgets.column_room import column_room
from ui.widgets.record_table import RecordTable

LATE = datetime(2028, 8, 28, 22, 0)  # as wide as moments are


@dataclass(frozen=True, slots=True, kw_only=True)
class ListLine:
    """One list, and how it stands."""

    sent: SentList
    asked: int  # who may take something on it
    answered: int

    @property
    def state(self) -> str:
        """In one word or two."""
        if self.sent.settled_at is not None:
            return tr("ui.booking.lists.settled")
        if any(entry.employee is not None for entry in self.sent.allotments):
            return tr("ui.booking.lists.proposed")
        return tr("ui.booking.lists.waiting")


def list_lines(booking: Booking | None) -> list[ListLine]:
    """The newest first."""
    if booking is None:
        return []
    return [
        ListLine(
            sent=sent,
            asked=sum(bool(offer.offered) for offer in sent.offers),
            answered=len(answers_of(booking, sent.code)),
        )
        for sent in reversed(booking.lists)
    ]


class SentListsCard(Card):
    """A table of lists; below it what the chosen one is written as."""

    wants_files = Signal(object, object, object)  # SentList, tuple[ListPart, ...], Language
    withdrawn = Signal(object)  # SentList
    chosen = Signal(object)  # SentList

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.booking.lists.made"), parent=parent)
        self.table = RecordTable(_columns(), "sent_lists")
        self.table.setAccessibleName(tr("ui.booking.lists.made"))
        self._nothing = label(tr("ui.booking.lists.none"), "muted", wraps=True)
        self.ticks = {part: QCheckBox(tr(f"ui.booking.lists.part_{part.value}")) for part in ListPart}
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self._offer)
        self.language = ChoiceBox()
        self.language.setAccessibleName(tr("ui.booking.lists.language"))
        self.language.setToolTip(tr("ui.booking.lists.language"))
        for each in Language:
            self.language.addItem(tr(f"ui.booking.lists.in_{each.value}"), each.value)
        self.language.setCurrentIndex(self.language.findData(language().value))
        self.write = button("ui.booking.lists.write", name="lists_write")
        self.withdraw = button("ui.booking.lists.withdraw", name="lists_withdraw")
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(*self.ticks.values(), None))
        self.body.addLayout(row(self.language, self.write, self.withdraw, None))
        self.write.clicked.connect(self._write)
        self.withdraw.clicked.connect(self._withdraw)
        self.table.chosen.connect(self._chosen)

    def show_lists(self, booking: Booking | None, wanted: str = "") -> None:
        """All of them; wanted: the code of the one to choose."""
        here = self.current()
        code = wanted or ("" if here is None else here.code)
        lines = list_lines(booking)
        self.table.set_records(lines)
        place = next((n for n, line in enumerate(lines) if line.sent.code == code), 0)
        if lines:
            self.table.show_row(place)
        self._nothing.setVisible(not lines)
        self._offer()

    def current(self) -> SentList | None:
        """The list that is chosen."""
        place = self.table.current_row()
        records = self.table.records_model.records
        return records[place].sent if 0 <= place < len(records) else None

    def _chosen(self, _: int) -> None:
        self._offer()
        sent = self.current()
        if sent is not None:
            self.chosen.emit(sent)

    def _offer(self) -> None:
        sent = self.current()
        is_any = any(tick.isChecked() for tick in self.ticks.values())
        self.write.setEnabled(sent is not None and is_any)
        self.withdraw.setEnabled(sent is not None and sent.settled_at is None)

    def _write(self) -> None:
        sent = self.current()
        if sent is not None:
            parts = tuple(part for part, tick in self.ticks.items() if tick.isChecked())
            self.wants_files.emit(sent, parts, Language(self.language.currentData()))

    def _withdraw(self) -> None:
        sent = self.current()
        if sent is not None:
            self.withdrawn.emit(sent)


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            key="code",
            title=tr("ui.booking.lists.code"),
            shown=lambda line: line.sent.code,
            width=column_room(tr("ui.booking.lists.code"), "MWQ8"),
        ),
        Column(
            key="period",
            title=tr("ui.booking.lists.period"),
            shown=lambda line: period_words(line.sent.places),
            sorted_by=lambda line: min((place.on for place in line.sent.places), default=None),
            stretches=True,
            least_width=column_room(tr("ui.booking.lists.period"), f"{LATE:%d.%m.}–{LATE:%d.%m.%Y}"),
        ),
        Column(
            key="deadline",
            title=tr("ui.booking.lists.deadline"),
            shown=lambda line: moment_words(line.sent.deadline),
            sorted_by=lambda line: line.sent.deadline,
            width=column_room(tr("ui.booking.lists.deadline"), moment_words(LATE)),
        ),
        Column(
            key="places",
            title=tr("ui.booking.lists.places"),
            shown=lambda line: str(len(line.sent.places)),
            sorted_by=lambda line: len(line.sent.places),
            is_number=True,
            width=58,
        ),
        Column(
            key="answered",
            title=tr("ui.booking.lists.answered"),
            shown=lambda line: tr("ui.booking.lists.of", part=line.answered, count=line.asked),
            sorted_by=lambda line: line.answered,
            width=76,
        ),
        Column(
            key="state",
            title=tr("ui.booking.list.state"),
            shown=lambda line: line.state,
            width=110,
        ),
    )

"""The questions about wishes that were made: who has answered, and writing one out to a folder."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from heiltid.booking.wishing.rounds import wish_answers_of
from heiltid.exchange.booking.list_folder import ListPart
from heiltid.model.asking import Booking, WishRound
from heiltid.texts import Language
from ui.models.records import Column
from ui.pages.booking.words import moment_words
from ui.texts import language, tr
from ui.widgets.basic import Card, button, label, row
from ui.widgets.boxes import ChoiceBox
from ui.widgets.record_table import RecordTable

PARTS = (ListPart.PAGES, ListPart.WORKBOOKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """One round, and how many have answered."""

    asked: WishRound
    answered: int


class WishRounds(Card):
    """A table of rounds; below it what the chosen one is written as."""

    wants_files = Signal(object, object, object)  # WishRound, tuple[ListPart, ...], Language
    withdrawn = Signal(object)  # WishRound
    wants_answers = Signal()
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("ui.booking.wishes.rounds"), parent=parent)
        self.table = RecordTable(_columns(), "wish_rounds")
        self.table.setAccessibleName(tr("ui.booking.wishes.rounds"))
        self._nothing = label(tr("ui.booking.wishes.none"), "muted", wraps=True)
        self.ticks = {part: QCheckBox(tr(f"ui.booking.lists.part_{part.value}")) for part in PARTS}
        for tick in self.ticks.values():
            tick.setChecked(True)
            tick.toggled.connect(self._offer)
        self.language = ChoiceBox()
        self.language.setAccessibleName(tr("ui.booking.lists.language"))
        self.language.setToolTip(tr("ui.booking.lists.language"))
        for each in Language:
            self.language.addItem(tr(f"ui.booking.lists.in_{each.value}"), each.value)
        self.language.setCurrentIndex(self.language.findData(language().value))
        self.write = button("ui.booking.lists.write", name="wishes_write")
        self.read = button("ui.booking.wishes.read", name="wishes_read")
        self.withdraw = button("ui.booking.lists.withdraw", name="wishes_withdraw")
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(row(*self.ticks.values(), self.language, None))
        self.body.addLayout(row(self.write, self.read, self.withdraw, None))
        self.write.clicked.connect(self._write)
        self.read.clicked.connect(self.wants_answers)
        self.withdraw.clicked.connect(self._withdraw)
        self.table.chosen.connect(self._chosen)

    def show_rounds(self, booking: Booking | None, wanted: str = "") -> None:
        """All of them, the newest first; wanted: the code of the one to choose."""
        here = self.current()
        code = wanted or ("" if here is None else here.code)
        rounds = () if booking is None else booking.wish_rounds[::-1]
        lines = [
            RoundLine(asked=asked, answered=len(wish_answers_of(booking, asked.code))) for asked in rounds
        ]
        self.table.set_records(lines)
        if lines:
            self.table.show_row(next((n for n, line in enumerate(lines) if line.asked.code == code), 0))
        self._nothing.setVisible(not lines)
        self._offer()

    def current(self) -> WishRound | None:
        """The round that is chosen."""
        place, records = self.table.current_row(), self.table.records_model.records
        return records[place].asked if 0 <= place < len(records) else None

    def _chosen(self, _: int) -> None:
        self._offer()
        self.chosen.emit()

    def _offer(self) -> None:
        is_there = self.current() is not None
        self.write.setEnabled(is_there and any(tick.isChecked() for tick in self.ticks.values()))
        self.read.setEnabled(is_there)
        self.withdraw.setEnabled(is_there)

    def _write(self) -> None:
        asked = self.current()
        if asked is not None:
            parts = tuple(part for part, tick in self.ticks.items() if tick.isChecked())
            self.wants_files.emit(asked, parts, Language(self.language.currentData()))

    def _withdraw(self) -> None:
        asked = self.current()
        if asked is not None:
            self.withdrawn.emit(asked)


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            key="code",
            title=tr("ui.booking.wishes.code"),
            shown=lambda line: line.asked.code,
            width=64,
        ),
        Column(
            key="rota",
            title=tr("ui.booking.wishes.rota"),
            shown=lambda line: tr(
                "ui.booking.wishes.rota_of", first=f"{line.asked.first:%d.%m.%Y}", weeks=line.asked.weeks
            ),
            sorted_by=lambda line: line.asked.first,
            stretches=True,
            least_width=140,
        ),
        Column(
            key="deadline",
            title=tr("ui.booking.lists.deadline"),
            shown=lambda line: moment_words(line.asked.deadline),
            sorted_by=lambda line: line.asked.deadline,
            width=146,
        ),
        Column(
            key="answered",
            title=tr("ui.booking.lists.answered"),
            shown=lambda line: tr("ui.booking.lists.of", part=line.answered, count=len(line.asked.asked)),
            sorted_by=lambda line: line.answered,
            width=80,
        ),
    )

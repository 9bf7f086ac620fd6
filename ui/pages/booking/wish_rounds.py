"""The questions about wishes that were made: who has answered, and writing one out to a folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from heiltid.booking.wishing.rounds import wish_answers_of
from heiltid.exchange.booking.list_folder import ListPart
from heiltid.model.asking import Booking, WishRound
from ui.models.records import Column
from ui.pages.booking.sent_card import SentCard
from ui.pages.booking.words import moment_words
from ui.texts import tr
from ui.widgets.basic import button, row

PARTS = (ListPart.PAGES, ListPart.WORKBOOKS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """One round, and how many have answered."""

    sent: WishRound
    answered: int


class WishRounds(SentCard):
    """With the way to where answers are read."""

    wants_answers = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.read = button("ui.booking.wishes.read", name="wish_rounds_read")
        heading, nothing = tr("ui.booking.wishes.rounds"), tr("ui.booking.wishes.none")
        super().__init__("wish_rounds", heading, nothing, _columns(), PARTS, parent)
        self.read.clicked.connect(self.wants_answers)

    def controls(self) -> Iterable[QHBoxLayout]:
        yield row(*self.ticks.values(), self.language, None)
        yield row(self.write, self.read, self.withdraw, None)

    def show_rounds(self, booking: Booking | None, wanted: str = "") -> None:
        """All of them, the newest first; wanted: the code of the one to choose."""
        rounds = () if booking is None else booking.wish_rounds[::-1]
        lines = [
            RoundLine(sent=asked, answered=len(wish_answers_of(booking, asked.code))) for asked in rounds
        ]
        self.show_lines(lines, wanted)

    def offer(self) -> None:
        super().offer()
        self.read.setEnabled(self.current() is not None)


def _columns() -> tuple[Column, ...]:
    return (
        Column(
            key="code",
            title=tr("ui.booking.wishes.code"),
            shown=lambda line: line.sent.code,
            width=64,
        ),
        Column(
            key="rota",
            title=tr("ui.booking.wishes.rota"),
            shown=lambda line: tr(
                "ui.booking.wishes.rota_of", first=f"{line.sent.first:%d.%m.%Y}", weeks=line.sent.weeks
            ),
            sorted_by=lambda line: line.sent.first,
            stretches=True,
            least_width=140,
        ),
        Column(
            key="deadline",
            title=tr("ui.booking.lists.deadline"),
            shown=lambda line: moment_words(line.sent.deadline),
            sorted_by=lambda line: line.sent.deadline,
            width=146,
        ),
        Column(
            key="answered",
            title=tr("ui.booking.lists.answered"),
            shown=lambda line: tr("ui.booking.lists.of", part=line.answered, count=len(line.sent.asked)),
            sorted_by=lambda line: line.answered,
            width=80,
        ),
    )

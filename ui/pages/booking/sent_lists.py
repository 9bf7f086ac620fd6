"""The lists that were made: what became of each, and writing one out to a folder."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QWidget

from heiltid.booking.answers.sending import answers_of
from heiltid.exchange.booking.list_folder import ListPart
from heiltid.model.asking import Booking, SentList
from ui.models.records import Column
from ui.pages.booking.sent_card import SentCard
from ui.pages.booking.words import moment_words, period_words
from ui.texts import tr
from ui.widgets.basic import row
from ui.widgets.column_room import column_room

STATES = ("ui.booking.lists.waiting", "ui.booking.lists.proposed", "ui.booking.lists.settled")
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
        is_proposed = any(entry.employee is not None for entry in self.sent.allotments)
        return tr(STATES[2 if self.sent.settled_at is not None else int(is_proposed)])


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


class SentListsCard(SentCard):
    """A list that is confirmed can no longer be withdrawn."""

    def __init__(self, parent: QWidget | None = None) -> None:
        heading, nothing = tr("ui.booking.lists.made"), tr("ui.booking.lists.none")
        super().__init__("sent_lists", heading, nothing, _columns(), ListPart, parent)

    def controls(self) -> Iterable[QHBoxLayout]:
        yield row(*self.ticks.values(), None)
        yield row(self.language, self.write, self.withdraw, None)

    def may_be_withdrawn(self, sent: SentList) -> bool:
        return sent.settled_at is None

    def show_lists(self, booking: Booking | None, wanted: str = "") -> None:
        """All of them; wanted: the code of the one to choose."""
        self.show_lines(list_lines(booking), wanted)


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
            width=column_room(tr("ui.booking.lists.places"), "888"),
        ),
        Column(
            key="answered",
            title=tr("ui.booking.lists.answered"),
            shown=lambda line: tr("ui.booking.lists.of", part=line.answered, count=line.asked),
            sorted_by=lambda line: line.answered,
            width=column_room(tr("ui.booking.lists.answered"), tr("ui.booking.lists.of", part=88, count=88)),
        ),
        Column(
            key="state",
            title=tr("ui.booking.list.state"),
            shown=lambda line: line.state,
            width=column_room(tr("ui.booking.list.state"), *map(tr, STATES)),
        ),
    )

"""Which list the page is about: the newest that waits, unless another is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from heiltid.model.asking import Booking, SentList
from ui.pages.booking.words import period_words
from ui.texts import tr
from ui.widgets.boxes import ChoiceBox


class ListChoice(ChoiceBox):
    """Lists by their codes."""

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("ui.booking.which_list"))
        self.setToolTip(tr("ui.booking.which_list"))
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.activated.connect(self._chosen)

    def show_lists(self, booking: Booking | None) -> None:
        """The newest first; the one chosen stays."""
        known = self.currentData()
        lists = () if booking is None else tuple(reversed(booking.lists))
        self.clear()
        for sent in lists:
            state = tr("ui.booking.lists.settled") if sent.settled_at else tr("ui.booking.lists.open")
            words = tr("ui.booking.list_words", code=sent.code, days=period_words(sent.places), state=state)
            self.addItem(words, sent.code)
        waiting = next((n for n, sent in enumerate(lists) if sent.settled_at is None), 0)
        place = self.findData(known) if known is not None else -1
        self.setCurrentIndex(place if place >= 0 else min(waiting, len(lists) - 1))
        self.setVisible(bool(lists))

    def current(self, booking: Booking | None) -> SentList | None:
        """The list that is chosen, as it is now."""
        code = self.currentData()
        return None if booking is None or code is None else booking.list_of(str(code))

    def choose(self, code: str) -> None:
        """Choose another."""
        place = self.findData(code)
        if place >= 0:
            self.setCurrentIndex(place)
            self.chosen.emit()

    def _chosen(self, _: int) -> None:
        self.chosen.emit()

"""Whom a list goes to, step by step: the own unit first, then those the leader has named."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from heiltid.booking.sharing.shares import still_open
from heiltid.model.asking import Booking, BookingSettings, SentList
from ui.pages.booking.words import moment_words
from ui.texts import tr
from ui.widgets.basic import set_look

ARROW = " → "


class RingHint(QLabel):
    """A sentence where lists are made; it says how to come to the next step."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lists_ring")
        self.setWordWrap(True)
        set_look(self, "muted")

    def show_booking(self, booking: Booking | None) -> None:
        """The steps as they are in the settings; hidden while nobody is named."""
        ring = (BookingSettings() if booking is None else booking.settings).ring
        self.setVisible(bool(ring))
        steps = ARROW.join((tr("ui.booking.ring.own"), *ring))
        self.setText(tr("ui.booking.ring.steps", steps=steps))


def next_step(booking: Booking, left: int) -> str:
    """What may be done with places a settled list left open; "" where there are none."""
    if not left:
        return ""
    ring = booking.settings.ring
    if not ring:
        return tr("ui.booking.ring.left", count=left)
    return tr("ui.booking.ring.left_next", count=left, ring=ARROW.join(ring))


def settled_words(booking: Booking | None, sent: SentList) -> str:
    """When a list was settled, and what may be done with what it left open."""
    if booking is None or sent.settled_at is None:
        return ""
    words = tr("ui.booking.share.settled_at", when=moment_words(sent.settled_at))
    if booking.rollout is None:
        return words
    return f"{words} {next_step(booking, len(still_open(booking.rollout, sent)))}".strip()

"""What is asked before a list is settled, or opened again."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from heiltid.booking.settling import misfits
from heiltid.model.asking import Booking, SentList
from ui.asking import choose
from ui.texts import tr


def may_settle(booking: Booking, sent: SentList, window: QWidget) -> bool:
    """Tell what goes into the dated rota and what does not, and ask."""
    given = [entry for entry in sent.allotments if entry.employee is not None]
    lost = misfits(booking, sent.code)
    details = tr(
        "ui.booking.share.settle_details",
        given=len(given) - len(lost),
        people=len({entry.employee for entry in given if entry not in lost}),
        left=len(sent.places) - len(given) + len(lost),
    )
    if lost:
        details = f"{details}\n{tr('ui.booking.share.misfits', count=len(lost))}"
    answers = ("ui.booking.share.settle_yes", "ui.ask.cancel")
    headline = tr("ui.booking.share.settle_question", code=sent.code)
    return choose(headline, details, answers, window) == answers[0]


def may_reopen(sent: SentList, window: QWidget) -> bool:
    """Tell what comes of it, and ask."""
    answers = ("ui.booking.share.reopen_yes", "ui.ask.cancel")
    headline = tr("ui.booking.share.reopen_question", code=sent.code)
    return choose(headline, tr("ui.booking.share.reopen_details"), answers, window) == answers[0]

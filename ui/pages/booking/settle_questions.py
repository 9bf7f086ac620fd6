"""What is asked before a list is settled, or opened again."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from heiltid.booking.settling.proposal_check import agreements_brought, settling_notes
from heiltid.booking.settling.settled import misfits
from heiltid.calendar import Calendar
from heiltid.model.asking import Booking, SentList
from heiltid.rules.wording import finding_text
from ui.asking import choose
from ui.pages.booking.words import moment_words
from ui.pages.booking.work import now
from ui.texts import language, tr

MOST_LINES = 6  # of agreements, in a question


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
    more = (*_may_still_answer(booking, sent), *_agreements(booking, sent))
    details = "\n\n".join((details, *more))
    answers = ("ui.booking.share.settle_yes", "ui.ask.cancel")
    headline = tr("ui.booking.share.settle_question", code=sent.code)
    return choose(headline, details, answers, window) == answers[0]


def may_reopen(sent: SentList, window: QWidget) -> bool:
    """Tell what comes of it, and ask."""
    answers = ("ui.booking.share.reopen_yes", "ui.ask.cancel")
    headline = tr("ui.booking.share.reopen_question", code=sent.code)
    return choose(headline, tr("ui.booking.share.reopen_details"), answers, window) == answers[0]


def _may_still_answer(booking: Booking, sent: SentList) -> Iterator[str]:
    notes = settling_notes(booking, sent.code, now())
    if notes.unanswered:
        yield tr("ui.booking.share.unanswered", count=len(notes.unanswered), all=notes.asked)
    if notes.still_ahead is not None:
        yield tr("ui.booking.share.still_ahead", when=moment_words(notes.still_ahead))


def _agreements(booking: Booking, sent: SentList) -> Iterator[str]:
    """What would have to be agreed upon, case by case."""
    found, rollout = agreements_brought(booking, sent.code), booking.rollout
    if not found or rollout is None:
        return
    calendar = Calendar(rollout.unit)
    lines = [
        f"• {tr(f'rule.{finding.rule}')}: {finding_text(finding, rollout.unit, calendar, language())}"
        for finding in found[:MOST_LINES]
    ]
    if len(found) > MOST_LINES:
        lines.append(tr("ui.booking.share.more_agreements", count=len(found) - MOST_LINES))
    yield "\n".join((tr("ui.booking.share.agreements", count=len(found)), *lines))

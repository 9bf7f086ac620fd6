"""Confirmations of a settled list to a folder, and the list remembering what people were told."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from heiltid.booking.settling.missed_why import why_missed
from heiltid.booking.settling.outcome import outcome_problem, with_told
from heiltid.errors import HeiltidError
from heiltid.model.asking import Booking, SentList
from heiltid.store.trouble import file_errors
from ui.asking import error_text, tell_trouble
from ui.pages.booking.work import Work, now
from ui.texts import language, tr

if TYPE_CHECKING:
    from heiltid.exchange.booking.confirmations import Confirmations


def ask_and_confirm(work: Work, sent: SentList, window: QWidget) -> tuple[str, Path] | None:
    """Ask for a folder, write, remember. Words and the folder it stands in; None: nothing was written."""
    booking = work.booking
    problem = outcome_problem(booking, sent.code)
    if booking is None or problem is not None:
        tell_trouble(tr(problem or "booking_confirm.trouble.no_list"), "", window)
        return None
    found = QFileDialog.getExistingDirectory(window, tr("ui.booking.share.folder"), str(work.folder()))
    if not found:
        return None
    folder = Path(found)
    try:
        with file_errors(folder):
            written = _written(work, booking, sent, folder)
    except HeiltidError as error:
        tell_trouble(tr("ui.export.failed", name=folder.name), error_text(error), window)
        return None
    file = replace(work.file, booking=with_told(booking, sent.code, now()))
    settling = tr("ui.booking.step.settle", code=sent.code)
    work.document.apply_to_step(settling, tr("ui.booking.step.told", code=sent.code), file)
    name = f"{folder.name}/{written.folder.name}"
    words = tr("ui.booking.share.said_confirmed", count=len(written.people), name=name)
    work.desk.written.emit(written.folder, words)
    return words, written.folder


def _written(work: Work, booking: Booking, sent: SentList, folder: Path) -> Confirmations:
    from heiltid.exchange.booking.confirmations import write_confirmations  # its libraries are many

    stamp = datetime.now().astimezone().replace(microsecond=0)
    reasons = why_missed(booking, sent.code, language())
    return write_confirmations(folder, work.file, sent.code, language(), stamp=stamp, why_not=reasons)

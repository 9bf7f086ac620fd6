"""Rows of answers that could not be taken in: given back as a workbook, or knowingly left."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from heiltid.booking.answers.raw_answers import Refused
from heiltid.errors import HeiltidError
from heiltid.exchange.files import WORKBOOK_SUFFIX
from heiltid.store.trouble import file_errors
from ui.asking import choose, error_text, tell_trouble
from ui.desk import Desk
from ui.samples import own_folder
from ui.targets import ask_target
from ui.texts import language, tr


def may_leave_refused(desk: Desk, window: QWidget) -> bool:
    """Whether the unit may be left with rows that stand nowhere else: one question, where there are any."""
    if not desk.refused:
        return True
    answers = ("ui.booking.answers.refused", "ui.booking.answers.leave_refused", "ui.ask.cancel")
    headline = tr("ui.booking.answers.refused_left", count=len(desk.refused))
    answer = choose(headline, tr("ui.booking.answers.refused_left_details"), answers, window)
    if answer == "ui.booking.answers.refused":
        return ask_and_write(desk.refused, desk, window)
    return answer == "ui.booking.answers.leave_refused"


def ask_and_write(refused: Iterable[Refused], desk: Desk, window: QWidget) -> bool:
    """Ask where to, write, and tell how it went. Whether it was written."""
    from heiltid.exchange.booking.refused_file import refused_file  # its libraries are many

    suggested = own_folder(desk.files.path) / f"{tr('ui.booking.answers.refused_name')}{WORKBOOK_SUFFIX}"
    kind = f"{WORKBOOK_SUFFIX[1:].upper()} (*{WORKBOOK_SUFFIX})"
    path = ask_target(tr("ui.booking.answers.refused"), suggested, kind, WORKBOOK_SUFFIX, window)
    if path is None:
        return False
    try:
        with file_errors(path):
            refused_file(path, refused, language())
    except HeiltidError as error:
        tell_trouble(tr("ui.export.failed", name=path.name), error_text(error), window)
        return False
    desk.say(tr("ui.export.written", name=path.name))
    return True

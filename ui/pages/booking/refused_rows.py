"""What could not be taken in, given back as a workbook."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from heiltid.booking.answers.raw_answers import Refused
from heiltid.errors import HeiltidError
from heiltid.exchange.booking.refused_file import refused_file
from heiltid.exchange.files import WORKBOOK_SUFFIX
from heiltid.store.trouble import file_errors
from ui.asking import error_text, tell_trouble
from ui.pages.booking.work import Work
from ui.targets import ask_target
from ui.texts import language, tr


def ask_and_write(refused: Iterable[Refused], work: Work, window: QWidget) -> None:
    """Ask where to, write, and tell how it went."""
    suggested = work.folder() / f"{tr('ui.booking.answers.refused_name')}{WORKBOOK_SUFFIX}"
    kind = f"{WORKBOOK_SUFFIX[1:].upper()} (*{WORKBOOK_SUFFIX})"
    path = ask_target(tr("ui.booking.answers.refused"), suggested, kind, WORKBOOK_SUFFIX, window)
    if path is None:
        return
    try:
        with file_errors(path):
            refused_file(path, refused, language())
    except HeiltidError as error:
        tell_trouble(tr("ui.export.failed", name=path.name), error_text(error), window)
    else:
        work.desk.say(tr("ui.export.written", name=path.name))

"""Papers and files out of the shown plan: where they go, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import ModuleType

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from heiltid.errors import HeiltidError
from heiltid.exchange.files import WORKBOOK_SUFFIX
from heiltid.model import Plan
from heiltid.rules.wording import who_text
from heiltid.store.trouble import file_errors
from ui.asking import error_text, tell_trouble
from ui.desk import Desk
from ui.samples import own_folder
from ui.targets import ask_target, paper_name
from ui.texts import language, tr

PDF_SUFFIX = ".pdf"


def papers() -> ModuleType:
    """What writes papers, loaded when the first one is asked for: the window opens without its libraries."""
    from ui import papers as found

    return found


class ExportCommands(QObject):
    """Each slot is one line of the File menu; all write the plan that is shown."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._document = desk.document
        self._window = window

    def export_workbook(self) -> None:
        """The plan with figures, findings and agreements as a workbook."""
        self._to_file(WORKBOOK_SUFFIX, "workbook")

    def export_report(self) -> None:
        """The report for the discussion with the union representatives."""
        self._to_file(PDF_SUFFIX, "report", as_made=self._desk.runs.made(self._document.plan))

    def export_rota(self) -> None:
        """The rota for the wall."""
        self._to_file(PDF_SUFFIX, "rota")

    def export_people(self) -> None:
        """One sheet for each person, into a folder."""
        self._to_folder("people")

    def export_sheet(self, employee: str) -> None:
        """The sheet for one person."""
        document = self._document
        row = document.plan.row_of().get(employee)
        if row is None or not any(cell.shift for cell in row.cells):
            self._desk.say(tr("ui.export.no_shifts", name=who_text(employee, document.unit, language())))
            return
        path = self._asked(PDF_SUFFIX, who_text(employee, document.unit, language()))
        if path is not None:
            self._write(path, partial(papers().write_sheet, document, path, employee))

    def export_calendars(self) -> None:
        """One calendar file for each person, into a folder."""
        self._to_folder("calendar")

    def _to_file(self, suffix: str, what: str, **known: Plan | None) -> None:
        path = self._asked(suffix, tr(f"ui.export.name_{what}"))
        if path is not None:
            self._write(path, partial(papers().WRITERS[what], self._document, path, **known))

    def _write(self, path: Path, writer: Callable[[], str | None]) -> None:
        try:
            with file_errors(path):
                more = writer()
        except HeiltidError as error:
            self._failed(path.name, error)
        else:
            said = tr("ui.export.written", name=path.name)
            self._desk.written.emit(path, f"{said} · {more}" if more else said)

    def _to_folder(self, part: str) -> None:
        found = QFileDialog.getExistingDirectory(
            self._window, tr("ui.export.folder_title"), str(self._folder())
        )
        if not found:
            return
        folder = Path(found)
        try:
            with file_errors(folder):
                written = papers().write_for_people(self._document, folder, part)
        except HeiltidError as error:
            self._failed(folder.name, error)
        else:
            inner = written[0].parent if written else folder
            name = folder.name if inner == folder else f"{folder.name}/{inner.name}"
            said = tr("ui.export.written_many", count=len(written), name=name)
            self._desk.written.emit(inner, said)

    def _failed(self, name: str, error: HeiltidError) -> None:
        tell_trouble(tr("ui.export.failed", name=name), error_text(error), self._window)

    def _asked(self, suffix: str, what: str) -> Path | None:
        """Where to write, as the user says; None when she gave up."""
        name = paper_name(self._document.unit.name, self._document.plan, what)
        suggested = self._folder() / f"{name}{suffix}"
        kind = f"{suffix[1:].upper()} (*{suffix})"
        return ask_target(tr("ui.export.title"), suggested, kind, suffix, self._window)

    def _folder(self) -> Path:
        return own_folder(self._desk.files.path)

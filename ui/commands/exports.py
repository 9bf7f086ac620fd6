"""Papers and files out of the shown plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from heiltid.errors import HeiltidError
from heiltid.exchange.files import WORKBOOK_SUFFIX
from heiltid.exchange.hand_out import HandOut, check_folder, hand_out
from heiltid.exchange.pdf.discussion_report import write_discussion_report
from heiltid.exchange.pdf.rota_sheet import write_rota_pdf
from heiltid.exchange.workbook.write import write_result
from heiltid.store.trouble import file_errors
from ui.asking import error_text, tell_trouble
from ui.desk import Desk
from ui.reporting import report_of
from ui.targets import ask_target, file_name
from ui.texts import language, tr

PDF_SUFFIX = ".pdf"


class ExportCommands(QObject):
    """Each slot is one line of the File menu; all write the plan that is shown."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._document = desk.document
        self._window = window

    def export_workbook(self) -> None:
        """The plan with figures, findings and agreements as a workbook."""
        self._to_file(WORKBOOK_SUFFIX, "workbook", self.write_workbook)

    def export_report(self) -> None:
        """The report for the discussion with the union representatives."""
        self._to_file(PDF_SUFFIX, "report", self.write_report)

    def export_rota(self) -> None:
        """The rota for the wall."""
        self._to_file(PDF_SUFFIX, "rota", self.write_rota)

    def export_people(self) -> None:
        """One sheet for each person, into a folder."""
        self._to_folder(HandOut.PEOPLE)

    def export_calendars(self) -> None:
        """One calendar file for each person, into a folder."""
        self._to_folder(HandOut.CALENDAR)

    def write_workbook(self, path: Path) -> None:
        """Write the workbook there. Raises HeiltidError, OSError."""
        document = self._document
        write_result(
            path,
            document.unit,
            document.compared_with,
            document.plan,
            report_of(document),
            document.judgement.findings,
            language(),
        )

    def write_report(self, path: Path) -> None:
        """Write the report there. Raises HeiltidError, OSError."""
        document = self._document
        write_discussion_report(
            path,
            document.file,
            document.plan,
            report_of(document),
            document.judgement.findings,
            language(),
            date.today(),
        )

    def write_rota(self, path: Path) -> None:
        """Write the rota there. Raises HeiltidError, OSError."""
        document = self._document
        write_rota_pdf(path, document.unit, document.plan, language(), made_on=date.today())

    def write_for_people(self, folder: Path, part: HandOut) -> tuple[Path, ...]:
        """Write one file for each person. Raises HeiltidError, OSError."""
        check_folder(folder)
        document = self._document
        stamp = datetime.now().astimezone().replace(microsecond=0)
        findings = document.judgement.findings
        return hand_out(folder, document.file, document.plan, findings, language(), (part,), stamp=stamp)

    def _to_file(self, suffix: str, what: str, write: Callable[[Path], None]) -> None:
        path = self._asked(suffix, tr(f"ui.export.name_{what}"))
        if path is None:
            return
        try:
            with file_errors(path):
                write(path)
        except HeiltidError as error:
            self._failed(path.name, error)
        else:
            self._desk.say(tr("ui.export.written", name=path.name))

    def _to_folder(self, part: HandOut) -> None:
        found = QFileDialog.getExistingDirectory(
            self._window, tr("ui.export.folder_title"), str(self._folder())
        )
        if not found:
            return
        folder = Path(found)
        try:
            with file_errors(folder):
                written = self.write_for_people(folder, part)
        except HeiltidError as error:
            self._failed(folder.name, error)
        else:
            self._desk.say(tr("ui.export.written_many", count=len(written), name=folder.name))

    def _failed(self, name: str, error: HeiltidError) -> None:
        tell_trouble(tr("ui.export.failed", name=name), error_text(error), self._window)

    def _asked(self, suffix: str, what: str) -> Path | None:
        """Where to write, as the user says; None when she gave up."""
        unit = file_name(self._document.unit.name)
        suggested = self._folder() / f"{unit} {what}{suffix}"
        kind = f"{suffix[1:].upper()} (*{suffix})"
        return ask_target(tr("ui.export.title"), suggested, kind, suffix, self._window)

    def _folder(self) -> Path:
        path = self._desk.files.path
        return Path.home() if path is None else path.parent

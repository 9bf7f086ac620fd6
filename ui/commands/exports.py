"""Papers and files out of the shown plan."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from heiltid.errors import HeiltidError
from heiltid.exchange.files import WORKBOOK_SUFFIX
from heiltid.exchange.workbook.write import write_result
from ui.asking import error_text, tell_trouble
from ui.desk import Desk
from ui.reporting import report_of
from ui.texts import language, tr


class ExportCommands(QObject):
    """Each slot is one line of the File menu; all write the plan that is shown."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def export_workbook(self) -> None:
        """The plan with figures, findings and agreements as a workbook."""
        path = self._asked(WORKBOOK_SUFFIX)
        if path is not None:
            self.write_workbook(path)

    def write_workbook(self, path: Path) -> bool:
        """Write the workbook there; what goes wrong is told."""
        document = self._desk.document
        judged = document.judgement
        try:
            write_result(
                path,
                document.unit,
                document.compared_with,
                document.plan,
                report_of(document),
                judged.findings,
                language(),
            )
        except (HeiltidError, OSError) as error:
            return self._failed(path, error)
        self._desk.say(tr("ui.export.written", name=path.name))
        return True

    def _failed(self, path: Path, error: HeiltidError | OSError) -> bool:
        why = error_text(error) if isinstance(error, HeiltidError) else str(error.strerror or "")
        tell_trouble(tr("ui.export.failed", name=path.name), why, self._window)
        return False

    def _asked(self, suffix: str) -> Path | None:
        """Where to write, as the user says; None when she gave up."""
        name = (self._desk.document.unit.name or tr("ui.file.default_name")) + suffix
        found, _ = QFileDialog.getSaveFileName(
            self._window, tr("ui.export.title"), str(self._folder() / name), f"*{suffix}"
        )
        if not found:
            return None
        path = Path(found)
        return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)

    def _folder(self) -> Path:
        path = self._desk.files.path
        return Path.home() if path is None else path.parent

"""A click on a number below the rota where people lack: what is missing then, and who could come."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from heiltid.rules.finding import Finding
from heiltid.rules.wording import finding_text
from ui.document import Document
from ui.pages.rota.coverage_view import CoverageView
from ui.pages.rota.findings_list import missing_shift
from ui.pages.rota.who_can import WhoCanTake, on_screen
from ui.texts import language


class AskingCoverage(QObject):
    """Leads from the lines below the grid to the same answer as the card of the open shift."""

    def __init__(
        self, document: Document, coverage: CoverageView, takers: WhoCanTake, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._document, self._coverage, self._takers = document, coverage, takers
        self._coming: Finding | None = None
        coverage.coverage.answers = True
        coverage.asked.connect(self.ask)

    def ask(self, band: int, day: int) -> None:
        """Who could close the hole on a day of a line; nothing where nobody lacks."""
        for finding in self._coverage.coverage.lacking(band, day)[:1]:
            self._ask_for(finding, band, day)

    def ask_soon(self, finding: Finding) -> None:
        """The same of a hole that is just being brought into sight."""
        self._coming = finding
        QTimer.singleShot(0, self._ask_coming)

    def _ask_coming(self) -> None:
        finding, model = self._coming, self._coverage.coverage
        days = () if finding is None else finding.days[:1]
        bands = [(band, day) for day in days for band in range(model.rowCount())]
        for band, day in bands:
            if finding in model.lacking(band, day):
                self._ask_for(finding, band, day)
                return

    def _ask_for(self, finding: Finding, band: int, day: int) -> None:
        judged = self._document.judgement
        missing = missing_shift(judged.context, finding)
        if missing is not None:
            box = self._coverage.visualRect(self._coverage.coverage.index(band, day))
            told = finding_text(finding, judged.unit, self._document.calendar, language())
            self._takers.ask_for_open(missing, on_screen(self._coverage.viewport(), box), told)

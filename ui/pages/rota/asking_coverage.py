"""A click on a number below the rota where people lack: what is missing then, and who could come."""

from __future__ import annotations

from PySide6.QtCore import QObject

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
        coverage.coverage.answers = True
        coverage.asked.connect(self.ask)

    def ask(self, band: int, day: int) -> None:
        """Who could close the hole on a day of a line; nothing where nobody lacks."""
        judged, model = self._document.judgement, self._coverage.coverage
        for finding in model.lacking(band, day)[:1]:
            missing = missing_shift(judged.context, finding)
            if missing is not None:
                box = self._coverage.visualRect(model.index(band, day))
                told = finding_text(finding, judged.unit, self._document.calendar, language())
                self._takers.ask_for_open(missing, on_screen(self._coverage.viewport(), box), told)

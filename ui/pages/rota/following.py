"""The panel follows the grid: whoever goes to a marked cell sees what is found there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QModelIndex, QObject, QTimer

from heiltid.rules.finding import Finding, Severity
from ui.pages.rota.findings_panel import FindingsPanel
from ui.pages.rota.grid import RotaGrid
from ui.pages.rota.looks import Mark, mark_of

WAIT_MILLISECONDS = 180  # an arrow key held down passes many cells


class FindingsFollow(QObject):
    """A click tells at once, a move of the marker when it rests; cells without a mark change nothing."""

    def __init__(self, grid: RotaGrid, findings: FindingsPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._grid, self._findings = grid, findings
        self._is_held = False
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(WAIT_MILLISECONDS)
        self._wait.timeout.connect(self._show_current)
        grid.cells.clicked.connect(self._clicked)
        grid.cells.moved.connect(self._moved)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Meanwhile the marker goes where the program leads it, such as to a finding's own cells."""
        was, self._is_held = self._is_held, True
        yield
        self._is_held = was
        self._wait.stop()

    def _moved(self, row: int, day: int) -> None:
        cells = self._grid.cells
        if not self._is_held and not cells.goes_on and cells.hasFocus():
            self._wait.start()

    def _clicked(self, index: QModelIndex) -> None:
        self._wait.stop()
        self._show_current()

    def _show_current(self) -> None:
        current = self._grid.cells.currentIndex()
        if current.isValid():
            found = self.found_at(current.row(), current.column())
            if found:
                self._findings.show_of_cell(found)

    def found_at(self, row: int, day: int) -> tuple[Finding, ...]:
        """What the mark of a cell stands for, first what gives it its colour; () for one without a mark."""
        model = self._grid.model
        look = model.looks[row][day]
        if look is None or look.mark is Mark.NONE:
            return ()
        works = model.cell(row, day).works
        found = [
            finding
            for finding in model.findings_at(row, day)
            if works or finding.severity is not Severity.NEEDS_AGREEMENT
        ]
        return tuple(sorted(found, key=mark_of, reverse=True))

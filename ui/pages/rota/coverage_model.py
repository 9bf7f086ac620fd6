"""The coverage lines as Qt models: their names at the left, the numbers by day."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from heiltid.advice.wished_words import off_text
from heiltid.measures.against import Against, Present
from heiltid.rules.finding import Finding
from heiltid.rules.staffing import MINIMUM, span_text
from ui.document import Change, Document
from ui.pages.rota.coverage_rows import CoverageTable, cut_words, pieces_alike
from ui.pages.rota.words import day_words
from ui.texts import language, tr

ROOT = QModelIndex()
SIGNS = {
    Against.BELOW_MINIMUM: "▼",
    Against.BELOW_TARGET: "▽",
    Against.ABOVE_MAXIMUM: "▲",
    Against.ABOVE_TARGET: "▲",
}


class CoverageModel(QAbstractTableModel):
    """A line for each band, a column for each day."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.table: CoverageTable | None = None
        self.answers = False  # somebody hears of a click where people lack

    def refresh(self, change: Change) -> None:
        """Count anew where the plan changed."""
        context, unit = self._document.attendance, self._document.unit
        if self.table is None or self.table.coverage is not context.coverage:
            self.beginResetModel()
            self.table = CoverageTable(unit, context.coverage)
            self.table.renew(context.staffing, range(unit.day_count))
            self.endResetModel()
            return
        for band, day in self.table.renew(context.staffing, self._days(change)):
            self.dataChanged.emit(self.index(band, day), self.index(band, day))

    def _days(self, change: Change) -> list[int]:
        """The days an edit may have changed: a night reaches into the next one."""
        count = self._document.unit.day_count
        if change.rows is None or change.unit:
            return list(range(count))
        if change.days is None:
            return []
        first, last = change.days
        near = range(first - 1, last + 2)
        if self._document.unit.is_cyclic:
            return sorted({day % count for day in near})
        return [day for day in near if 0 <= day < count]

    def rowCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() or self.table is None else len(self.table.bands)

    def columnCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() or self.table is None else self._document.unit.day_count

    def present(self, band: int, day: int) -> Present | None:
        """What a cell shows; None where nobody is asked for."""
        return None if self.table is None else self.table.cells[band][day]

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if not index.isValid() or self.table is None:
            return None
        present = self.present(index.row(), index.column())
        if present is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{present.people}{SIGNS.get(present.against, '')}"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._told(index.row(), index.column(), present)
        return None

    def why_cut(self, band: int) -> str:
        """Why a line begins and ends when it does: which shifts change then; for hovering its name."""
        assert self.table is not None
        return cut_words(self._document.unit, self.table.bands[band])

    def _told(self, band: int, day: int, present: Present) -> str:
        assert self.table is not None
        asked = self.table.asked[band][day]
        assert asked is not None
        most = "" if asked.maximum is None else tr("ui.rota.at_most", count=asked.maximum)
        off = _off_words(present, asked.target)
        shown = tr(
            "ui.rota.present_off" if off else "ui.rota.present",
            day=day_words(self._document.calendar, day),
            band=self.table.bands[band].label,
            people=present.people,
            minimum=asked.minimum,
            target=asked.target,
            most=most,
            off=off,
        )
        lines = self._times_below(band, day)
        return "\n".join([shown, *lines, *([tr("ui.rota.click_who")] if lines and self.answers else [])])

    def _times_below(self, band: int, day: int) -> list[str]:
        """When fewer than the least are there, and how many: "kl. 20:00–21:45: 2 av 3"."""
        assert self.table is not None
        lines = []
        for place in self.table.places(band, day):
            gap = self._document.attendance.staffed.gaps(MINIMUM, place)
            for pieces in () if gap is None else pieces_alike(gap):
                (first, lacking), (last, _) = pieces[0], pieces[-1]
                minimum, times = first.requirement.minimum, span_text(first.start, last.end)
                told = {"times": times, "people": minimum - lacking, "minimum": minimum}
                lines.append(tr("ui.rota.present_then", **told))
        return lines

    def lacking(self, band: int, day: int) -> tuple[Finding, ...]:
        """What the rules say is missing on a day of a line: only the minimum is told by day."""
        if self.table is None:
            return ()
        told = [entry for entry in self._document.attendance.staffed.told if entry.rule == MINIMUM]
        places = self.table.places(band, day)
        return tuple(entry.findings[place] for entry in told for place in places if place in entry.findings)


def _off_words(present: Present, target: int) -> str:
    """ "1 færre enn ønskt" where the least is met and the most not passed; "" for as many as wanted."""
    if present.against not in (Against.BELOW_TARGET, Against.ABOVE_TARGET):
        return ""
    is_below = present.people < target
    return off_text(abs(present.people - target), language(), is_below=is_below)

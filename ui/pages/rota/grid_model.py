"""The cells of the shown plan as a Qt model: a row for each line, a column for each day."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from heiltid.edits.cells import text_of_cell
from heiltid.model import FREE, Cell, Plan, PlanRow
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from heiltid.rules.wording import who_text
from ui.document import Change, Document
from ui.pages.rota.leaving_marks import Employed, Marks, away_words, employed_days, leaving_marks
from ui.pages.rota.looks import Look, Mark, look_of, marks_of
from ui.pages.rota.wish_marks import WishMarks
from ui.pages.rota.words import GRAVITY, cell_words, day_words, finding_line
from ui.texts import language, tr
from ui.wish_words import unmet_words

ROOT = QModelIndex()
LINES_IN_TOOLTIP = 5


class GridModel(QAbstractTableModel):
    """`looks` is what the view paints from; it is renewed only where the plan or its judgement changed."""

    typed = Signal(int, int, str)  # row, day, text: somebody wrote into a cell

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.numbers: tuple[str, ...] = ()
        self.looks: list[list[Look | None]] = []
        self.leaving: Marks = {}
        self.employed: Employed = {}
        self.wishes = WishMarks()
        self._rows: tuple[PlanRow, ...] = ()
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._of_unit: dict[str, tuple[Finding, ...]] = {}
        self._plan: Plan | None = None
        self._days = 0
        self._place: dict[str, int] = {}

    def refresh(self, change: Change) -> None:
        """Show the document's plan. Exactly the cells that look otherwise are painted anew."""
        plan, judged = self._document.plan, self._document.judgement
        numbers = tuple(row.employee for row in plan.rows)
        if change.unit or numbers != self.numbers:
            self.leaving = leaving_marks(self._document.calendar, numbers)
            self.employed = employed_days(self._document.calendar, numbers)
            self.wishes.set_calendar(self._document.calendar)
        begins = self.wishes.begins(plan)
        if numbers != self.numbers or self._document.unit.day_count != self._days:
            self.beginResetModel()
            self.numbers, self._days = numbers, self._document.unit.day_count
            self._place = {number: row for row, number in enumerate(numbers)}
            self._renew(plan, judged, range(len(numbers)))
            self.endResetModel()
            return
        asked = range(len(numbers)) if change.unit or begins else self._touched(plan, judged)
        old = {row: self.looks[row] for row in asked}
        self._renew(plan, judged, asked)
        for row, was in old.items():
            self._tell(row, was)

    def _touched(self, plan: Plan, judged: Judgement) -> list[int]:
        """Rows whose cells or findings are others than those shown."""
        decided = self._plan is None or self._plan.decisions != plan.decisions
        of_unit = _by_employee(judged)
        return [
            place
            for place, row in enumerate(plan.rows)
            if decided
            or row is not self._rows[place]
            or judged.by_person.get(row.employee) is not self._found.get(row.employee)
            or of_unit.get(row.employee) != self._of_unit.get(row.employee)
        ]

    def _renew(self, plan: Plan, judged: Judgement, places: Any) -> None:
        shifts, by_person, of_unit = judged.context.shifts, judged.by_person, _by_employee(judged)
        if len(self.looks) != len(plan.rows):
            self.looks = [[] for _ in plan.rows]
        for place in places:
            row = plan.rows[place]
            found = (*by_person.get(row.employee, ()), *of_unit.get(row.employee, ()))
            marks = marks_of(found, plan)
            unwished = self.wishes.renew(row, shifts)
            said_of = {*marks, *unwished}
            self.looks[place] = [
                look_of(cell, marks.get(day, Mark.NONE), shifts, is_unwished=day in unwished)
                if cell is not FREE or day in said_of
                else None
                for day, cell in enumerate(row.cells)
            ]
        self._plan, self._rows = plan, plan.rows
        self._found, self._of_unit = dict(by_person), of_unit

    def _tell(self, row: int, was: list[Look | None]) -> None:
        now = self.looks[row]
        other = [day for day, (one, new) in enumerate(zip(was, now, strict=True)) if one != new]
        if other:
            self.dataChanged.emit(self.index(row, other[0]), self.index(row, other[-1]))

    def rowCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.numbers)

    def columnCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else self._days

    def row_of(self, employee: str) -> int | None:
        """The row of a person; None when the plan has no line for her."""
        return self._place.get(employee)

    def cell(self, row: int, day: int) -> Cell:
        """What stands in a cell."""
        return self._rows[row].cells[day]

    def findings_at(self, row: int, day: int) -> tuple[Finding, ...]:
        """What the rules say of a cell, the gravest first."""
        number = self.numbers[row]
        found = (*self._found.get(number, ()), *self._of_unit.get(number, ()))
        here = (finding for finding in found if day in finding.days)
        return tuple(sorted(here, key=lambda finding: GRAVITY[finding.severity]))

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable | flag.ItemNeverHasChildren

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if not index.isValid():
            return None
        row, day = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return text_of_cell(self.cell(row, day))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(row, day)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(row, day)
        return None

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        self.typed.emit(index.row(), index.column(), str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Horizontal:
            return day_words(self._document.calendar, section)
        return who_text(self.numbers[section], self._document.unit, language())

    def spoken(self, row: int, day: int) -> str:
        """Who, when, what and how many findings, in one line."""
        parts = [
            who_text(self.numbers[row], self._document.unit, language()),
            day_words(self._document.calendar, day),
            cell_words(self.cell(row, day), self._document.judgement.context.shifts),
        ]
        away = away_words(self.employed, row, day)
        parts += [away] if away else []
        count = len(self.findings_at(row, day))
        if count:
            parts.append(tr("ui.rota.findings_one" if count == 1 else "ui.rota.findings_many", count=count))
        unmet = unmet_words(self.wishes.unmet(self.numbers[row], day))
        parts += [unmet] if unmet else []
        return ", ".join(parts)

    def _tooltip(self, row: int, day: int) -> str:
        found = self.findings_at(row, day)
        unit, calendar = self._document.unit, self._document.calendar
        lines = [escape(self.spoken(row, day))]
        lines += [finding_line(finding, unit, calendar) for finding in found[:LINES_IN_TOOLTIP]]
        if len(found) > LINES_IN_TOOLTIP:
            lines.append(escape(tr("ui.rota.and_more", count=len(found) - LINES_IN_TOOLTIP)))
        return "".join(f"<p style='margin:2px 0'>{line}</p>" for line in lines)


def _by_employee(judged: Judgement) -> dict[str, tuple[Finding, ...]]:
    """What the rules of the whole plan say of single people."""
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in judged.of_unit:
        if finding.employee is not None:
            found[finding.employee] = (*found.get(finding.employee, ()), finding)
    return found

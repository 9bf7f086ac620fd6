"""The frozen columns as a Qt model."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from heiltid.model import Plan, PlanRow, Unit
from heiltid.rules.decisions import decision_for
from heiltid.rules.finding import Finding
from heiltid.rules.judgement import Judgement
from ui.document import Change, Document
from ui.pages.rota.looks import Mark, mark_of
from ui.pages.rota.people_rows import PersonLine, person_line, positions_before
from ui.position_reasons import ShownReasons
from ui.texts import NO_VALUE, hours, position, tr

ROOT = QModelIndex()
NAME, POSITION, HOURS, DEVIATION, FINDINGS = range(5)
COLUMNS = ("name", "position", "hours", "deviation", "findings")


class PeopleModel(QAbstractTableModel):
    """`lines` in the order of the plan's rows."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self.reasons = ShownReasons(document)
        self.lines: list[PersonLine] = []
        self._before: dict[str, int] = {}
        self._made_from: tuple[Unit, Plan | None] | None = None
        self._rows: tuple[PlanRow, ...] = ()
        self._findings: dict[str, tuple[Finding, ...]] = {}
        self._decisions: object = ()

    def refresh(self, change: Change) -> None:
        """Reckon anew what an edit touched."""
        judged, unit = self._document.judgement, self._document.unit
        source = (unit, self._document.compared_with)
        numbers = [row.employee for row in judged.plan.rows]
        all_new = self._made_from is None or any(
            one is not two for one, two in zip(self._made_from, source, strict=True)
        )
        findings = _findings_by_person(judged)
        if all_new:
            self._made_from, self._before = source, positions_before(*source)
        if numbers != [line.employee for line in self.lines]:
            self.beginResetModel()
            self.lines = [self._line(judged, number, findings) for number in numbers]
            self.endResetModel()
        else:
            self._renew(judged, findings, all_new or self._decisions != judged.plan.decisions)
        self._rows, self._findings = judged.plan.rows, findings
        self._decisions = judged.plan.decisions

    def _renew(self, judged: Judgement, findings: dict[str, tuple[Finding, ...]], everybody: bool) -> None:
        for place, row in enumerate(judged.plan.rows):
            number = row.employee
            is_same = row is self._rows[place] and findings.get(number) == self._findings.get(number)
            if is_same and not everybody:
                continue
            line = self._line(judged, number, findings)
            if line != self.lines[place]:
                self.lines[place] = line
                self.dataChanged.emit(self.index(place, 0), self.index(place, len(COLUMNS) - 1))

    def _line(self, judged: Judgement, number: str, findings: dict[str, tuple[Finding, ...]]) -> PersonLine:
        plan = judged.plan
        marks = [
            mark
            for finding in findings.get(number, ())
            if (mark := mark_of(finding)) is not Mark.NONE
            and not (plan.decisions and decision_for(finding, plan) is not None)
        ]
        return person_line(judged, number, self._before, marks)

    def rowCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: QModelIndex = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:  # noqa: N802
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return tr(f"ui.rota.column.{COLUMNS[section]}")
            if role == Qt.ItemDataRole.ToolTipRole:
                return tr(f"ui.rota.column_help.{COLUMNS[section]}")
        return None

    def data(self, index: QModelIndex, role: int = 0) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._shown(line, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tooltip(line)
        return None

    @staticmethod
    def _shown(line: PersonLine, column: int) -> str:
        if column == NAME:
            return line.name
        if column == POSITION:
            return line.now if line.was_bp == line.position_bp else f"{position(line.was_bp)} → {line.now}"
        if column == HOURS:
            return hours(line.hours_minutes)
        if column == DEVIATION:
            return line.deviation
        return str(line.findings) if line.findings else ""

    def _tooltip(self, line: PersonLine) -> str:
        """Figures, and where something is lacking, why; wrapped by being rich text."""
        figures = tr(
            "ui.rota.person_tooltip",
            name=line.name,
            competence=line.competence or "–",
            was=NO_VALUE if line.by_the_hour else position(line.was_bp),
            now=line.now,
            wanted=NO_VALUE if line.by_the_hour else position(line.wanted_bp),
            hours=hours(line.hours_minutes),
            deviation=line.deviation or NO_VALUE,
            findings=line.findings,
        )
        weekends = tr("ui.why_position.weekends", words=self.reasons.weekends(line.employee))
        told = [*figures.split("\n"), weekends, *self.reasons.weekend_count(line.employee)]
        leaving = self.reasons.leaving(line.employee)
        told += ["", leaving] if leaving else []
        found = self.reasons.why(line.employee)
        if found is not None and found.missing_bp:
            told += ["", *self.reasons.sentences(line.employee)]
        return "<p>" + "<br>".join(escape(words) for words in told) + "</p>"


def _findings_by_person(judged: Judgement) -> dict[str, tuple[Finding, ...]]:
    found = dict(judged.by_person)
    for finding in judged.of_unit:
        if finding.employee is not None:
            found[finding.employee] = (*found.get(finding.employee, ()), finding)
    return found

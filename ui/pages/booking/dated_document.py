"""The dated plan of a roll-out as a document, for the rota's grid; what is written into it is a decision."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QObject, Signal

from heiltid.booking.dates.dated_judging import DatedJudging
from heiltid.model import Cell, Plan, Status, Unit, UnitFile
from heiltid.model.booking import Booked, RollOut
from heiltid.rules.context import Context
from heiltid.rules.judgement import Judgement
from ui.document import Document
from ui.undo import State


class DatedDocument(Document):
    """It keeps no undo of its own: an edit is told, and comes back as another roll-out."""

    decided = Signal(str, object)  # label, {(employee, date): cell}

    def __init__(self, unit: Unit, parent: QObject | None = None) -> None:
        super().__init__(UnitFile(unit=unit), parent)
        self._judging = DatedJudging()
        self.decisions: dict[tuple[str, date], Booked] = {}

    @property
    def judgement(self) -> Judgement:
        """Hourly substitutes are judged, too, where they have shifts."""
        return self._judging.judgement(self.unit, self.plan)

    @property
    def attendance(self) -> Context:
        """Nobody stands on a vacant line: what it has is open."""
        return self._judging.attendance(self.unit, self.plan)

    def is_by_the_hour(self, employee: str) -> bool:
        """Whether somebody has no position but what she works."""
        person = self.unit.employee_by_number().get(employee)
        return person is not None and person.status is Status.HOURLY

    def show_rollout(self, rollout: RollOut) -> None:
        """Show its plan; rows that did not change are not judged again."""
        self.decisions = {(entry.employee, entry.on): entry for entry in rollout.decisions}
        for entry in rollout.unfit:
            self.decisions.pop((entry.decision.employee, entry.decision.on), None)
        unit = self.unit if rollout.unit == self.unit else rollout.unit
        plan = _kept_rows(self.plan, rollout.plan)
        self._take(State(file=UnitFile(unit=unit, plans=(plan,)), shown=0))

    def decision_at(self, employee: str, day: int) -> Booked | None:
        """What somebody decided for a cell."""
        return self.decisions.get((employee, self.calendar.date_of(day)))

    def apply_plan(self, label: str, plan: Plan) -> None:
        """Tell what a changed plan decides; nothing changes before it is taken in."""
        changes: dict[tuple[str, date], Cell] = {}
        for was, row in zip(self.plan.rows, plan.rows, strict=True):
            for day, (old, new) in enumerate(zip(was.cells, row.cells, strict=True)):
                if old != new:
                    changes[row.employee, self.calendar.date_of(day)] = new
        if changes:
            self.decided.emit(label, changes)


def _kept_rows(before: Plan, after: Plan) -> Plan:
    """The new plan with the old values of rows that are equal: what is the same value is not judged anew."""
    known = before.row_of()
    same = {row.employee: known[row.employee] for row in after.rows if known.get(row.employee) == row}
    return after.with_rows(same)

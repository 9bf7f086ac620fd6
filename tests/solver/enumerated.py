"""What everything that looks at all plans of a tiny unit starts from, and a line of such a plan."""

from __future__ import annotations

from dataclasses import dataclass

from heiltid.calendar import Calendar
from heiltid.jobs import SolveRequest
from heiltid.model import Cell, Employee


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One lawful line of one person with its position."""

    cells: tuple[Cell, ...]
    contract_bp: int


class Given:
    """A request and what is looked up in it again and again."""

    def __init__(self, request: SolveRequest) -> None:
        self.request = request
        self.unit = request.unit
        self.calendar = Calendar(self.unit)
        self.shifts = self.unit.shift_by_code()
        self.people = self.unit.planned_employees
        self.today = request.today.row_of() if request.today is not None else {}

    def history(self, person: Employee) -> tuple[Cell, ...]:
        """The days before the rota, as far as they are known."""
        row = self.today.get(person.number)
        return row.history if row is not None else ()
